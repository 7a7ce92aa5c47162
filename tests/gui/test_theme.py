"""Every text can be read on its ground and every field be seen, in every theme: contrast of 4.5 and 3 (WCAG 2.2, 1.4.3, 1.4.11)."""

from __future__ import annotations

import pytest

from screener.gui.fields import Line, Page
from screener.gui.theme import CONTRAST, DARK, LIGHT, dress, palette
from screener.gui.views.option_button import Segment
from screener.gui.views.options import OptionBar
from screener.store.settings import SIZES
from tests.gui.drawn import luminance

PAIRS = [
    ("text", "ground"), ("text", "surface"), ("muted", "ground"), ("muted", "surface"), ("accent", "surface"),
    ("accent", "ground"), ("on_accent", "accent"), ("text", "accent_ground"), ("muted", "accent_ground"),
    ("alarm", "surface"), ("alarm", "alarm_ground"), ("alarm", "accent_ground"), ("muted", "alarm_ground"),
    ("text", "pending_ground"), ("pending", "surface"), ("pending", "ground"), ("on_accent", "muted"), ("hint", "surface"),
]  # fmt: skip


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_that_text_stands_out_from_its_ground(theme, ink, ground):
    bright, dim = sorted((luminance(getattr(theme, ink)), luminance(getattr(theme, ground))), reverse=True)
    assert (bright + 0.05) / (dim + 0.05) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
def test_that_what_may_be_typed_does_not_look_like_an_answer(theme):
    assert palette(theme).placeholderText().color() != palette(theme).text().color()


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
def test_that_the_palette_is_as_light_or_dark_as_its_theme(theme):
    assert palette(theme).window().color().name() == theme.ground


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
def test_that_an_empty_field_can_be_seen_on_its_ground(theme, qtbot):
    line = Line("Weight", 5)
    qtbot.addWidget(line)
    line.setPalette(palette(theme))
    picture = line.grab().toImage()
    edge = picture.pixelColor(0, picture.height() // 2).name()
    ratio = (luminance(edge) + 0.05) / (luminance(theme.surface) + 0.05)
    assert max(ratio, 1 / ratio) >= 3  # WCAG 2.2, 1.4.11


def test_that_a_long_text_in_a_narrow_line_is_read_from_its_beginning(qtbot):
    line = Line("Reason stopped", 4)
    qtbot.addWidget(line)
    line.show_text("sedation and swollen ankles")
    assert line.cursorPosition() == 0


def test_that_several_lines_have_one_edge(qtbot):
    page = Page("Question", 3)
    qtbot.addWidget(page)
    assert page.frameWidth() == 0  # beside the one that is drawn


@pytest.mark.parametrize("percent", SIZES)
def test_that_several_lines_are_shown_whole(qtbot, qapp, percent):
    """Half a line stood below the summary's paragraph."""
    dress(qapp, percent=percent)
    page = Page("Question", 3)
    qtbot.addWidget(page)
    page.show_text("Words\n" * 8)
    page.show()
    line = page.blockBoundingGeometry(page.firstVisibleBlock()).height()
    assert page.viewport().height() - 2 * page.document().documentMargin() == 3 * line
    dress(qapp)


def test_that_the_marks_of_a_list_stand_below_each_other_also_past_the_tenth(qtbot):
    bar = OptionBar(
        [Segment(f"o{number}", "Face", "1234567890"[number : number + 1]) for number in range(12)], several=True
    )
    qtbot.addWidget(bar)
    assert len({button.wanted_width(is_list=True) for button in bar.buttons[:-1]}) == 1
