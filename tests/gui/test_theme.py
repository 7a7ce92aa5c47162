"""Every text can be read on its ground and every field be seen, in every theme: contrast of 4.5 and 3 (WCAG 2.2, 1.4.3, 1.4.11)."""

from __future__ import annotations

import pytest

from screener.gui.fields import Line
from screener.gui.theme import CONTRAST, DARK, LIGHT, palette
from tests.gui.drawn import luminance

PAIRS = [
    ("text", "ground"), ("text", "surface"), ("muted", "ground"), ("muted", "surface"), ("accent", "surface"),
    ("accent", "ground"), ("on_accent", "accent"), ("text", "accent_ground"), ("muted", "accent_ground"),
    ("alarm", "surface"), ("alarm", "alarm_ground"), ("alarm", "accent_ground"), ("muted", "alarm_ground"),
    ("text", "pending_ground"), ("pending", "surface"), ("pending", "ground"), ("on_accent", "muted"),
]  # fmt: skip


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_that_text_stands_out_from_its_ground(theme, ink, ground):
    bright, dim = sorted((luminance(getattr(theme, ink)), luminance(getattr(theme, ground))), reverse=True)
    assert (bright + 0.05) / (dim + 0.05) >= 4.5


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
