"""Charts as files: greys for paper, the screen's colours elsewhere, and never a hidden number."""

import re
from collections import Counter

import pytest
from defusedxml import ElementTree

from charts import build_attendance_chart, build_spc_chart
from charts.attendance import PARTS
from charts.palette import DARK, LIGHT
from data_model.store import reading
from data_model.terms import AreaType, FigureState
from exports.pictures import write_picture_png, write_picture_svg
from measures.areas import query_areas
from measures.examples import build_series
from measures.series_reader import query_series
from measures.viewer import EVERYTHING

COLOUR = re.compile(r'(?:fill|stroke)="(#[0-9A-Fa-f]{3,6}|\w+\()')
TOPS = [40, 50, 44, 48, 42, 47, 41, 49, 43, 46] * 2 + [80]


@pytest.fixture(scope="module")
def picture():
    return build_spc_chart(build_series("big_i_active", TOPS, [100] * len(TOPS)))


def texts(svg):
    return [node.text for node in ElementTree.fromstring(svg).iter() if node.text and node.text.strip()]


def test_the_label_is_the_alt_text_and_the_last_value_is_written(picture):
    svg = write_picture_svg(picture, width=700)
    root = ElementTree.fromstring(svg)
    assert (root.get("role"), root.get("aria-label")) == ("img", picture.alt)
    assert root.get("width") == "700"
    assert {"80 of 100", "80%"} <= set(texts(svg))


def test_paper_for_print_holds_only_greys_and_the_signal_keeps_its_shape(picture):
    svg = write_picture_svg(picture, width=700)
    assert all(c[1:3] == c[3:5] == c[5:7] for c in COLOUR.findall(svg))
    assert 'stroke-dasharray="6,4"' in svg
    ordinary, signal = (re.search(rf'd="([^"]+)" fill="{c}"', svg)[1] for c in ("#595959", "#000000"))
    assert "A" in ordinary
    assert "A" not in signal


@pytest.mark.parametrize(("paper", "palette"), [("light", LIGHT), ("dark", DARK)])
def test_the_other_papers_use_the_colours_of_the_screen(picture, paper, palette):
    assert set(COLOUR.findall(write_picture_svg(picture, width=700, paper=paper))) <= set(palette)


def test_on_a_page_every_colour_is_the_pages(picture):
    assert set(COLOUR.findall(write_picture_svg(picture, width=700, paper="page"))) == {"var("}


def test_two_pictures_share_no_id(picture):
    ids = [
        set(re.findall(r'\bid="([^"]+)"', write_picture_svg(picture, width=700, name=name)))
        for name in ("first", "second")
    ]
    assert ids[0]
    assert not ids[0] & ids[1]


def test_an_id_is_found_by_what_refers_to_it(picture):
    svg = write_picture_svg(picture, width=700, name="chart")
    assert set(re.findall(r"url\(#([^)]+)\)", svg)) <= set(re.findall(r'\bid="([^"]+)"', svg))


def test_a_png_is_drawn_and_a_page_has_none(picture):
    assert write_picture_png(picture, width=300).startswith(b"\x89PNG")
    with pytest.raises(ValueError, match="choose print"):
        write_picture_png(picture, width=300, paper="page")


def test_nothing_is_asked_for_from_outside(picture):
    svg = write_picture_svg(picture, width=700)
    assert set(re.findall(r"\w+://[^\"']+", svg)) <= {
        "http://www.w3.org/2000/svg",
        "http://www.w3.org/1999/xlink",
    }


def count_marks(svg, kind):
    """How many marks of the first layer of a kind are drawn."""
    groups = (g for g in ElementTree.fromstring(svg).iter() if f"{kind} role-mark" in g.get("class", ""))
    return len(next(groups, []))


def test_a_hidden_month_leaves_a_gap_in_the_picture():
    tops = [61, 63, 62, 64, 60, 65, 61, 3, 62, 64, 63, 61]
    hidden = build_series(
        "workshop_attendance", [None if t == 3 else t for t in tops], states={7: FigureState.SUPPRESSED}
    )
    gap, whole = (
        write_picture_svg(build_spc_chart(build_series("workshop_attendance", some)), width=700)
        for some in ([None if t == 3 else t for t in tops], tops)
    )
    svg = write_picture_svg(build_spc_chart(hidden), width=700)
    assert count_marks(svg, "symbol") == count_marks(gap, "symbol") == count_marks(whole, "symbol") - 1
    assert "3" not in texts(svg)


def test_a_hidden_cell_of_the_sample_boroughs_is_in_no_picture(sample_engine):
    with reading(sample_engine) as session:
        boroughs = [a.id for a in query_areas(session).of_type(AreaType.BOROUGH)]
        found = query_series(session, EVERYTHING, "workshop_attendance", boroughs)
    states = Counter(p.state for s in found for part in s.parts.values() for p in part)
    assert states[FigureState.SUPPRESSED] > 0, "the sample data should hold small numbers"
    for series in found:
        shown = [p for part in PARTS for p in series.parts.get(part.key, ()) if p.value]
        svg = write_picture_svg(build_attendance_chart(series, "Who came."), width=900)
        assert count_marks(svg, "rect") == len(shown)
