"""The grid: which row comes first, what a cell says, and how many marks chance may have made."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from data_model.terms import AreaType, FigureState
from measures.areas import AreaRef
from measures.examples import build_series
from measures.grid import CHANCE_MARKS, calculate_grid, count_icons, describe_chance, describe_newest

LABELS = ["Projects with Big I", "Care is good"]
WOBBLE = [16, 20, 18, 19, 17, 19, 16, 20, 17, 18] * 3
WORSE, BETTER = [*WOBBLE, 3, 2, 3], [*WOBBLE, 38, 38, 39]
AREAS = [
    AreaRef(1, "RWK", "Our trust", AreaType.TRUST, None, frozenset()),
    AreaRef(2, "ADD", "Addictions", AreaType.DIRECTORATE, None, frozenset()),
    AreaRef(3, "FOR", "Forensics", AreaType.DIRECTORATE, None, frozenset()),
    AreaRef(4, "LMH", "Luton", AreaType.DIRECTORATE, None, frozenset()),
]


def of(area, tops, measure="big_i_active", **more):
    return build_series(measure, tops, [40] * len(tops), area=area, **more)


def cell(tops, **more):
    return calculate_grid([[of(AREAS[3], tops, **more)]], LABELS[:1])[0].cells[0]


def test_the_trust_first_then_those_with_most_to_talk_about_then_names():
    big_i = [
        of(AREAS[0], WOBBLE),
        of(AREAS[1], WOBBLE),
        of(AREAS[2], WOBBLE, target=0.9),
        of(AREAS[3], WORSE),
    ]
    care = [of(area, WOBBLE, "fft_positive") for area in AREAS]
    rows = calculate_grid([big_i, care], LABELS)
    assert [row.area.name for row in rows] == ["Our trust", "Luton", "Forensics", "Addictions"]
    assert [c.label for c in rows[0].cells] == LABELS
    assert all(c.series.area == row.area for row in rows for c in row.cells)


def test_columns_of_different_lengths_are_refused():
    with pytest.raises(ValueError, match="shorter"):
        calculate_grid([[of(AREAS[0], WOBBLE), of(AREAS[1], WOBBLE)], [of(AREAS[0], WOBBLE)]], LABELS)


@pytest.mark.parametrize(
    ("tops", "more", "name"),
    [
        (BETTER, {}, "39 of 40, real change for the better"),
        (WOBBLE, {"target": 0.9}, "18 of 40, normal ups and downs, target out of reach"),
        (WOBBLE, {"target": 0.4}, "18 of 40, normal ups and downs, meets the target at times"),
        ([*WOBBLE, 40, 40, 40], {"target": 0.6}, "40 of 40, all of them, time after time"),
        (WOBBLE[:4], {}, "19 of 40, too early to tell"),
        ([*WOBBLE, 2], {"states": {30: FigureState.SUPPRESSED}}, "hidden: too few people"),
        ([*WOBBLE, None], {}, "18 of 40 in September 2024, normal ups and downs"),
        ([], {}, "no data"),
    ],
)
def test_the_name_of_a_cell_says_it_in_words(tops, more, name):
    assert cell(tops, **more).name == f"Luton, projects with Big I: {name}"


def test_a_measure_told_in_words_has_neither_figure_nor_icon():
    def told(tops):
        return calculate_grid([[of(AREAS[3], tops, target=0.9)]], LABELS[:1], ("big_i_active",))[0].cells[0]

    usual, worse, silent = told(WOBBLE), told(WORSE), told([])
    assert usual.name == "Luton, projects with Big I: normal ups and downs, target out of reach"
    assert (usual.figure, usual.has_icon, usual.is_told_in_words) == ("", False, True)
    assert worse.name.startswith("Luton, projects with Big I: real change for the worse")
    assert told([*WOBBLE, None]).name.startswith(
        "Luton, projects with Big I: normal ups and downs in September 2024"
    )
    assert (silent.name, silent.is_told_in_words) == ("Luton, projects with Big I: no data", False)


def test_scores_and_counts_are_written_without_their_noun():
    score = build_series("dialog_meetings", [550] * 30, [100] * 30)
    held = build_series("workshops_held", [3, 5] * 12)
    figures = [c.figure for c in calculate_grid([[score], [held]], LABELS)[0].cells]
    assert figures == ["5.5 of 7", "5"]


def test_icons_stand_only_where_there_are_limits():
    shapes = [WOBBLE, WORSE, WOBBLE[:8], [*WOBBLE, 40, 40, 40], []]
    rows = calculate_grid([[of(AREAS[3], tops)] for tops in shapes], ["x"] * len(shapes))
    assert [c.has_icon for c in rows[0].cells] == [True, True, False, False, False]
    assert count_icons(rows) == 2


def test_how_often_chance_marks_is_the_figure_of_the_rules_page():
    text = (Path(__file__).parents[2] / "docs" / "spc_rules.md").read_text(encoding="utf-8")
    assert f"about {CHANCE_MARKS:.0%}".replace("%", " charts in 100 by chance") in text
    rows = calculate_grid([[of(AREAS[3], WOBBLE)] for _ in range(100)], ["x"] * 100)
    assert describe_chance(rows).endswith("There are 100 icons here, so about 2 of them may be chance.")
    assert describe_chance(rows[:0]).endswith("There are 0 icons here, so now and then one may be chance.")


def test_the_grid_says_how_old_it_is():
    seats, care = of(AREAS[3], WOBBLE), of(AREAS[3], WOBBLE, "fft_positive")
    older = replace(care, data_as_at=date(2026, 1, 31))
    both = calculate_grid([[replace(seats, data_as_at=date(2026, 2, 28))], [older]], LABELS)
    said = "Figures up to 28 February 2026, those of some measures up to 31 January 2026."
    assert describe_newest(both) == f"{said} An older figure says its month."
    same_month = calculate_grid([[replace(seats, data_as_at=date(2026, 1, 30))], [older]], LABELS)
    assert describe_newest(same_month).startswith("Figures up to 30 or 31 January 2026. ")
    assert describe_newest(calculate_grid([[older]], LABELS[1:])).startswith(
        "Figures up to 31 January 2026. "
    )
    assert describe_newest(calculate_grid([[replace(care, data_as_at=None)]], LABELS[1:])) == ""
