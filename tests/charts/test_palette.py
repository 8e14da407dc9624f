import tomllib
from pathlib import Path

import pytest

from charts.palette import DARK, DOMAIN, LIGHT, colour

CONFIG = Path(__file__).resolve().parents[2] / ".streamlit" / "config.toml"
MODES = ("light", "dark")
WORDS = ("text", "quiet", "usual_level", "better", "worse", "neither", "ordinary", "target")
MARKS = ("line", "deep", "middle")


def luminance(hexadecimal: str) -> float:
    """Relative luminance, WCAG 2.2."""
    channels = [int(hexadecimal[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_worked_out_as_the_standard_does():
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#808495", "#FFFFFF") == pytest.approx(3.72, abs=0.01)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", WORDS)
def test_words_can_be_read_on_the_page(name, mode):
    assert contrast(colour(name, mode), colour("paper", mode)) >= 4.5


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", (*WORDS, *MARKS))
def test_marks_can_be_seen_on_the_page_and_on_the_usual_range(name, mode):
    assert contrast(colour(name, mode), colour("paper", mode)) >= 3
    if name not in ("deep", "middle"):
        assert contrast(colour(name, mode), colour("usual_range", mode)) >= 3


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("fill", "ink"), [("deep", "paper"), ("middle", "paper"), ("pale", "text")])
def test_numbers_can_be_read_on_the_parts(fill, ink, mode):
    assert contrast(colour(fill, mode), colour(ink, mode)) >= 4.5


@pytest.mark.parametrize("mode", MODES)
def test_the_edge_of_a_part_shows_where_its_fill_does_not(mode):
    assert contrast(colour("ordinary", mode), colour("paper", mode)) >= 3
    assert contrast(colour("ordinary", mode), colour("pale", mode)) >= 3


@pytest.mark.parametrize("mode", MODES)
def test_parts_are_told_apart_in_black_and_white(mode):
    shades = [luminance(colour(name, mode)) for name in ("deep", "middle", "pale", "paper")]
    assert shades == sorted(shades, reverse=mode == "dark")
    steps = [contrast(colour(a, mode), colour(b, mode)) for a, b in [("deep", "middle"), ("middle", "pale")]]
    assert min(steps) >= 1.8


@pytest.mark.parametrize(("section", "colours"), [("light", LIGHT), ("dark", DARK)])
def test_the_theme_of_the_app_gives_these_colours_in_this_order(section, colours):
    theme = tomllib.loads(CONFIG.read_text(encoding="utf-8"))["theme"][section]
    assert [c.upper() for c in theme["chartCategoricalColors"]] == [c.upper() for c in colours]
    assert theme["backgroundColor"].upper() == colours[DOMAIN.index("paper")].upper()
    assert theme["textColor"].upper() == colours[DOMAIN.index("text")].upper()


def test_an_unknown_colour_is_an_error():
    with pytest.raises(KeyError):
        colour("red", "light")
