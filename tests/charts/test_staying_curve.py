from datetime import date
from xml.etree import ElementTree

import pytest

from charts.icons import css_colour
from charts.staying_curve import build_staying_curve
from measures.staying import StayingCurve, describe_staying


@pytest.fixture
def draw(make_series):
    def run(joined, *after):
        stayed = make_series("staying_involved", [60], 100, step=3)
        later = dict(zip((3, 6, 12), after, strict=True))
        curve = StayingCurve(stayed, date(2024, 10, 1), date(2025, 9, 1), 0, joined, later)
        return curve, ElementTree.fromstring(build_staying_curve(curve))  # noqa: S314

    return run


def line(svg):
    return next(p.get("d") for p in svg.findall("{*}path") if p.get("stroke") == css_colour("line", None))


def test_months_lie_in_proportion_and_each_point_says_its_share(draw):
    _, svg = draw(100, 80, 60, 50)
    places = [(float(c.get("cx")), float(c.get("cy"))) for c in svg.findall("{*}circle")]
    across, down = zip(*places, strict=True)
    assert across[1] - across[0] == pytest.approx(across[2] - across[1], abs=0.2)
    assert across[3] - across[2] == pytest.approx(across[2] - across[0], abs=0.2)
    assert list(down) == sorted(down)
    written = [text.text for text in svg.findall("{*}text")]
    assert {"100%", "80%", "60%", "50%", "joined", "12 months"} <= set(written)


def test_a_hidden_count_breaks_the_line(draw):
    _, svg = draw(100, None, 60, 50)
    assert line(svg).count("M") == 2
    assert len(svg.findall("{*}circle")) == 3


def test_its_words_are_the_sentence_and_the_range(draw):
    curve, svg = draw(100, 80, 60, 50)
    assert svg.get("aria-label") == (
        f"{describe_staying(curve, curve.stayed)} Line over 12 months, from 100% to 50%."
    )
