"""One option of many in the little room of a table's row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QIcon, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStyleOptionViewItem,
    QStylePainter,
)

from screener.assess.answers import REASON_WORDS, Chosen, NoValue
from screener.form.model import ItemType
from screener.gui.fields import REASON_KEYS
from screener.gui.labels import draw_edge, draw_ring, widest_word
from screener.gui.lazy_qt import CENTRE, LEFT, WRAP, WRAP_IN_WORDS
from screener.gui.strokes import fill, line, mirrored
from screener.gui.theme import SMALL, em, letters, theme_of
from screener.gui.views.cell_view import CellView
from screener.gui.views.choice import DIGITS, segments_of
from screener.gui.views.option_button import KEY_OPACITY
from screener.language import isolated

if TYPE_CHECKING:
    from PySide6.QtCore import QItemSelection, QModelIndex, QObject, QPersistentModelIndex
    from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from screener.entry import Habits
    from screener.form.model import Item
    from screener.wizard import CellState

KEY = Qt.ItemDataRole.UserRole + 1  # the key that chooses an option
LINE = "separator"  # what Qt calls the line between options and reasons


class Keyed(QStyledItemDelegate):
    """Draws the key that chooses an option before it, as where options stand side by side."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Leave room for the key."""
        super().initStyleOption(option, index)
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
        option.icon = QIcon()
        option.state &= ~QStyle.StateFlag.State_HasFocus  # it is marked as a whole
        key = QFontMetrics(letters(option.widget, SMALL)).horizontalAdvance("0")
        option.decorationSize = QSize(key + em(option.widget) // 2, 1)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the option and its key, or the line."""
        if index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == LINE:
            middle = option.rect.center().y()
            painter.fillRect(
                option.rect.x(), middle, option.rect.width(), 1, option.palette.color(QPalette.ColorRole.Mid)
            )
            return
        super().paint(painter, option, index)
        self.initStyleOption(option, index)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setFont(letters(option.widget, SMALL))
        painter.setOpacity(1 if is_chosen else KEY_OPACITY)
        role = QPalette.ColorRole.HighlightedText if is_chosen else QPalette.ColorRole.Text
        painter.setPen(option.palette.color(role))
        place = option.widget.style().subElementRect(QStyle.SubElement.SE_ItemViewItemDecoration, option, option.widget)
        place.setTop(option.rect.top())
        place.setHeight(option.rect.height())
        painter.drawText(place, CENTRE, index.data(KEY) or "")
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Leave little room for the line."""
        size = super().sizeHint(option, index)
        unit = em(option.widget)
        is_line = index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == LINE
        return QSize(size.width() + unit // 2, unit // 2 if is_line else max(size.height(), 2 * unit))


class Pick(QComboBox):
    """A list to pick from: keys, letters, clicks and a screen reader choose, the wheel does not."""

    is_spelling = False  # while a letter chooses: more of the name may follow

    def __init__(self, item: Item) -> None:
        super().__init__()
        self._rows: dict[str, int] = {}  # of the options, by the keys that choose them
        self.addItem("", None)
        for row, segment in enumerate(segments_of(item), start=1):
            self.addItem(segment.text, Chosen(segment.id))
            self.setItemData(row, segment.key, KEY)
            keys = (segment.key, segment.also, DIGITS[row - 1 : row])
            self._rows |= {key.upper(): row for key in keys if key}
        self.insertSeparator(self.count())
        for reason, words in REASON_WORDS.items():
            self.addItem(words, NoValue(reason))
        self.setItemDelegate(Keyed(self))
        self.view().installEventFilter(self)

    def showPopup(self) -> None:
        """Open the list as wide as its options and their keys: cut off, a medicine's name could be another's."""
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)  # where there is no room for all of them
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + em(self) // 2 + bar)
        super().showPopup()

    def eventFilter(self, view: QObject, event: QEvent) -> bool:
        """Choose by key in the open list too."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._row_of(event):
            self.hidePopup()
            self._choose(self._row_of(event))
            return True
        return super().eventFilter(view, event)

    def _row_of(self, event: QKeyEvent) -> int:
        """Return the row that a key chooses; 0 when none."""
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return self._rows.get(event.text().upper(), 0) if is_plain and not event.isAutoRepeat() else 0

    def _choose(self, row: int) -> None:
        self.setCurrentIndex(row)
        self.activated.emit(row)

    def listen_to_reader(self) -> None:
        """Take what a screen reader selects in the closed list, which Qt itself leaves without effect."""
        self.view().selectionModel().selectionChanged.connect(self._selected)

    def _selected(self, selected: QItemSelection) -> None:
        for index in selected.indexes():
            if not self.view().isVisible() and index.row() != self.currentIndex():
                self.setCurrentIndex(index.row())
                self.activated.emit(index.row())

    def hasHeightForWidth(self) -> bool:
        """Take more height where the column is narrow: what is chosen goes on below."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the words chosen take in a width."""
        room = QRect(0, 0, width - self._beside(), 10_000)
        box = self.fontMetrics().boundingRect(room, self._wrap(room), self.currentText())
        return max(int(1.95 * em(self)) + 4, box.height() + em(self) // 2)

    def _wrap(self, room: QRect) -> int:
        """Break within a word that is wider than the room: cut off, a medicine's name could be another's."""
        return WRAP if widest_word(self.fontMetrics(), self.currentText()) <= room.width() else WRAP_IN_WORDS

    def _beside(self) -> int:
        """Return the width beside the words: the edge and the arrow."""
        return em(self) // 3 + int(1.4 * em(self))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the list closed, its words wrapped, with the ring nobody can miss."""
        box = QStyleOptionComboBox()
        self.initStyleOption(box)
        painter = QStylePainter(self)
        box.subControls = QStyle.SubControl.SC_ComboBoxFrame
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, box)
        fill(painter, self._arrow(), theme_of(self).text)
        room = self.rect().adjusted(em(self) // 3, 0, em(self) // 3 - self._beside(), 0)
        painter.drawText(mirrored(room, self.rect()), LEFT | self._wrap(room), isolated(self.currentText()))
        painter.end()
        if self.hasFocus():
            draw_ring(self)
        else:
            draw_edge(self)

    def _arrow(self) -> QPainterPath:
        """Return the arrow of a list, as large as the letters: the style's own is small and pale."""
        half = em(self) / 4
        place = QRect(self.width() - em(self), 0, em(self) // 2, self.height())
        middle = mirrored(place, self.rect()).toRectF().center()
        return line(
            middle + QPointF(-half, -half / 2), middle + QPointF(half, -half / 2), middle + QPointF(0, half / 2)
        )

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by key; let arrows choose only in the open list."""
        if row := self._row_of(event):
            self._choose(row)
            return
        arrows = (Qt.Key.Key_Up, Qt.Key.Key_Down)
        if event.key() in arrows and not event.modifiers():
            self.showPopup()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) or self._is_reason(event.text()):
            event.ignore()
        else:
            self.is_spelling = event.text().isalpha()
            super().keyPressEvent(event)
            self.is_spelling = False

    def _is_reason(self, letter: str) -> bool:
        """Whether a letter gives a reason for no value, as elsewhere: while no name is begun, and none begins so."""
        if self.currentIndex() > 0 or letter.upper() not in REASON_KEYS:
            return False
        options = (i for i in range(self.count()) if isinstance(self.itemData(i), Chosen))
        return not any(self.itemText(i).upper().startswith(letter.upper()) for i in options)


class PickView(CellView):
    """One option of many, in the little room of a row."""

    def __init__(self, name: str, item: Item, habits: Habits, label: str) -> None:
        super().__init__(name, item, habits, label)
        self.pick = Pick(item)
        self.pick.setAccessibleName(label)
        self.pick.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.pick.setMinimumContentsLength(4)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.pick.setSizePolicy(policy)
        self.pick.activated.connect(self._picked)
        self.pick.listen_to_reader()
        self.setFocusProxy(self.pick)
        self.row.addWidget(self.pick, 1)

    def stops(self) -> list[QWidget]:
        """Return the list."""
        return [self.pick]

    def draw(self, state: CellState) -> None:
        """Draw what is chosen."""
        wanted = NoValue(state.answer.reason) if isinstance(state.answer, NoValue) else state.answer
        index = next((i for i in range(self.pick.count()) if self.pick.itemData(i) == wanted), 0)
        if index != self.pick.currentIndex():
            self.pick.setCurrentIndex(index)
            self.pick.updateGeometry()

    def _picked(self, index: int) -> None:
        answer = self.pick.itemData(index)
        self.pick.updateGeometry()  # longer words take more lines
        if answer != self.state.answer:
            self.give(answer)
        if self.pick.hasFocus() and (self.item.type is ItemType.YES_NO or not self.pick.is_spelling):
            self.left.emit(self)
