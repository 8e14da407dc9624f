from dataclasses import replace

import altair as alt
import pytest

from charts.funnel import build_funnel_chart
from charts.places import WIDTHS, Place, Room, Words
from charts.theme import SIZES
from measures.comparison import calculate_comparison, describe_comparison
from measures.examples import AREA, build_series

TRUST = {
    "Addictions": (11, 13), "Bedfordshire mental health": (3, 20), "Child and adolescent": (1, 4),
    "City and Hackney": (3, 11), "Corporate": (0, 3), "Forensics": (1, 4),
    "London community health": (19, 19), "Luton": (2, 6), "Newham": (2, 6), "Primary care": (2, 6),
    "Tower Hamlets": (9, 17),
}  # fmt: skip


def compare(areas, measure="big_i_active"):
    return calculate_comparison(
        [
            replace(build_series(measure, [top], [size]), area=replace(AREA, name=name))
            for name, (top, size) in areas.items()
        ]
    )


def rows(picture, what):
    return picture.frame[picture.frame["what"] == what]


def test_every_area_is_a_point_at_its_number_and_share():
    points = rows(build_funnel_chart(compare(TRUST)), "point")
    assert sorted(zip(points["x"], points["y"], strict=True)) == sorted(
        (size, top / size) for top, size in TRUST.values()
    )
    assert "Tower Hamlets: 9 of 17 projects (53%)" in set(points["text"])


def test_points_outside_have_their_own_shape_and_colour_and_the_others_one_tone():
    points = rows(build_funnel_chart(compare(TRUST)), "point").set_index("text")
    look = points[["shape", "tone", "fill"]].T.to_dict("list")
    assert look["London community health: 19 of 19 projects (100%)"] == ["triangle-up", "better", "better"]
    assert look["Addictions: 11 of 13 projects (85%)"] == ["triangle-up", "better", "paper"]
    assert look["Bedfordshire mental health: 3 of 20 projects (15%)"] == ["diamond", "worse", "paper"]
    assert [v for v in look.values() if v == ["circle", "ordinary", "ordinary"]] == [
        ["circle", "ordinary", "ordinary"]
    ] * 8


def test_only_what_lies_outside_is_named():
    said = " ".join(rows(build_funnel_chart(compare(TRUST)), "words")["text"]).replace("\n", " ")
    assert "London community health 19 of 19" in said
    assert "Bedfordshire mental health 3 of 20" in said
    assert not any(name in said for name in ("Corporate", "Luton", "Tower", "City"))


def test_each_line_is_named_once():
    said = rows(build_funnel_chart(compare(TRUST)), "words")["text"].tolist()
    assert said.count("all together 49%") == said.count("95 in 100") == said.count("998 in 1,000") == 1


def test_points_that_would_hide_each_other_stand_side_by_side():
    points = rows(build_funnel_chart(compare(TRUST)), "point")
    assert points[points["x"] == 6]["dx"].tolist() == [-8, 0, 8]
    assert points[points["x"] == 4]["dx"].tolist() == [-4, 4]
    assert points[points["x"] == 17]["dx"].tolist() == [0]


def test_the_band_and_the_lines_are_those_of_the_comparison():
    comparison = compare(TRUST)
    picture = build_funnel_chart(comparison)
    band, inner = rows(picture, "band"), rows(picture, "inner")
    assert band["x"].tolist() == list(range(1, 21))
    assert band["y"].tolist() == comparison.lines.lower998.tolist()
    assert band["y2"].tolist() == comparison.lines.upper998.tolist()
    assert inner[inner["line"] == "upper"]["y"].tolist() == comparison.lines.upper95.tolist()
    assert inner[inner["line"] == "lower"]["y"].tolist() == comparison.lines.lower95.tolist()
    assert rows(picture, "level")["y"].tolist() == [comparison.target]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    "areas",
    [
        TRUST,
        {"A" * 14: (0, 30), "B" * 14: (30, 30), "C": (12, 30), "D": (0, 30), "E": (30, 30)},
        {f"Area with a long name {i}": (30 * (i % 2), 30 + i) for i in range(12)},
        {"Alone": (3, 4)},
        {"All": (9, 9), "Of them": (12, 12)},
        {"None": (0, 9), "At all": (0, 12)},
    ],
)
def test_no_words_are_cut_off_or_overlap_at_any_width(areas, size):
    comparison = compare(areas)
    words = rows(build_funnel_chart(comparison, size), "words")
    sized = SIZES[size]
    height = sized.plot_height(0) - sized.line_height - 8
    room = Room(height, sized.font, sized.line_height)
    end = comparison.sizes[-1] * 1.04
    for width in WIDTHS:
        boxes = [
            room.box(
                Words(tuple(row.text.split("\n")), ()),
                Place(row.x / end, (1 - row.y) * height, row.dx, row.align),
                width,
            )
            for row in words.itertuples()
        ]
        assert all(b.left > -0.01 and b.right < width + 0.01 for b in boxes)
        assert all(b.top > -0.01 and b.bottom < height + 0.01 for b in boxes)
        assert not any(a.meets(b) for i, a in enumerate(boxes) for b in boxes[:i])


def test_where_neither_way_is_better_both_are_squares():
    comparison = compare({"High": (20, 20), "Low": (0, 20)})
    neutral = comparison.definition.model_copy(update={"direction": "neutral"})
    points = rows(build_funnel_chart(replace(comparison, definition=neutral)), "point")
    assert points["shape"].tolist() == ["square", "square"]
    assert points["tone"].tolist() == ["neither", "neither"]


def test_where_less_is_better_low_is_a_triangle_that_points_down():
    comparison = compare({"High": (20, 20), "Low": (0, 20)})
    fewer = comparison.definition.model_copy(update={"direction": "decrease"})
    points = rows(build_funnel_chart(replace(comparison, definition=fewer)), "point")
    assert points["shape"].tolist() == ["diamond", "triangle-down"]
    assert points["tone"].tolist() == ["worse", "better"]


def test_the_alt_text_is_the_sentence_then_kind_and_range():
    comparison = compare(TRUST)
    assert build_funnel_chart(comparison).alt == (
        f"{describe_comparison(comparison)} Funnel of 11 directorates by number of projects, from 0% to 100%."
    )
    assert build_funnel_chart(compare({"A": (3, 4), "B": (6, 8)})).alt.endswith(
        "Funnel of 2 directorates by number of projects, at 75%."
    )


def test_the_spec_is_prepared_once_and_known_to_vega_lite():
    first, second = build_funnel_chart(compare(TRUST)), build_funnel_chart(compare(TRUST | {"C": (1, 2)}))
    assert first.spec is second.spec
    assert first.height == first.spec["height"]
    assert alt.Chart.from_dict(first.spec, validate=True)
