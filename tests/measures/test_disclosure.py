"""Small numbers: nothing small is shown, and nothing hidden can be found by taking away within a page."""

from collections import defaultdict
from datetime import date
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data_model.terms import AreaType, FigureState
from measures.areas import AreaRef, AreaTree
from measures.calculations.workshops import ROLES
from measures.definitions import read_definitions
from measures.disclosure import (
    LIVED_EXPERIENCE,
    UNKNOWN_ROLE,
    WHOLE,
    group_answers,
    hide_small_numbers,
    is_small,
)
from measures.figures import Figure

MONTH = date(2025, 4, 1)
TRUST, FIRST = 1, 2
PARTS = (*ROLES, UNKNOWN_ROLE)
FFT = read_definitions()["fft_positive"]
ATTENDANCE = read_definitions()["workshop_attendance"]


def tree(directorates):
    trust = AreaRef(TRUST, "RWK", "Trust", AreaType.TRUST, None, frozenset())
    rest = [
        AreaRef(i, f"D{i}", f"D{i}", AreaType.DIRECTORATE, None, frozenset({TRUST}))
        for i in range(FIRST, FIRST + directorates)
    ]
    return AreaTree([trust, *rest])


def answers(*counts):
    """The trust and its directorates, each with (positive, answers)."""
    total = (sum(c[0] for c in counts), sum(c[1] for c in counts))
    return [Figure(TRUST + i, MONTH, WHOLE, *c) for i, c in enumerate([total, *counts])]


def hidden_areas(figures, definition, areas):
    return {
        f.area_id for f in hide_small_numbers(figures, definition, areas) if f.state == FigureState.SUPPRESSED
    }


@pytest.mark.parametrize(("amount", "small"), [(0, False), (1, True), (4, True), (5, False), (None, False)])
def test_one_to_four_are_small_and_zero_is_not(amount, small):
    assert is_small(amount, 5) is small


def test_one_small_directorate_takes_the_next_smallest_with_it():
    assert hidden_areas(answers((2, 3), (20, 30), (40, 50)), FFT, tree(3)) == {FIRST, FIRST + 1}


def test_two_small_directorates_need_no_third():
    assert hidden_areas(answers((2, 3), (3, 4), (40, 50)), FFT, tree(3)) == {FIRST, FIRST + 1}


def test_hidden_parts_of_one_each_take_another_with_them():
    # Two hidden of 112 with 110 shown: as nothing of nought is hidden, each would be known to be one.
    ones = hidden_areas(answers((1, 1), (1, 1), (30, 40), (60, 70)), FFT, tree(4))
    assert ones == {FIRST, FIRST + 1, FIRST + 2}
    assert hidden_areas(answers((1, 1), (1, 2), (30, 40), (60, 70)), FFT, tree(4)) == {FIRST, FIRST + 1}


def test_a_hidden_figure_carries_no_number():
    for figure in hide_small_numbers(answers((2, 3), (20, 30)), FFT, tree(2)):
        if figure.state == FigureState.SUPPRESSED:
            assert (figure.numerator, figure.denominator) == (None, None)


def test_projects_are_exact():
    exact = read_definitions()["big_i_active"]
    assert hidden_areas(answers((1, 2), (3, 4)), exact, tree(2)) == set()


def test_staff_answers_are_hidden_below_ten():
    staff = read_definitions()["staff_satisfaction"]
    assert hidden_areas(answers((9, 9), (9, 12), (30, 40)), staff, tree(3)) == {FIRST, FIRST + 1}


def attendance(rows):
    """Figures of the trust and its directorates from one row each: four roles and people of unknown role."""
    total = [sum(role) for role in zip(*rows, strict=True)]
    figures = []
    for i, counts in enumerate([total, *rows]):
        cells = dict(zip(PARTS, counts, strict=True))
        cells[LIVED_EXPERIENCE] = cells["service_users"] + cells["carers"]
        cells[WHOLE] = sum(counts)
        figures += [Figure(TRUST + i, MONTH, part, n, None) for part, n in cells.items()]
    return figures


def sums_of_one_area(area):
    """Every sum that a reader of one area's page knows."""
    yield (area, LIVED_EXPERIENCE), [(area, "service_users"), (area, "carers")]
    yield (area, WHOLE), [(area, LIVED_EXPERIENCE), (area, "staff"), (area, "others"), (area, UNKNOWN_ROLE)]


def sums_over_areas(count):
    for part in (*PARTS, LIVED_EXPERIENCE, WHOLE):
        yield (TRUST, part), [(a, part) for a in range(FIRST, FIRST + count)]


ROWS = st.lists(st.tuples(*[st.integers(0, 12)] * 5), min_size=1, max_size=5)


@settings(max_examples=200, deadline=None)
@given(ROWS)
def test_no_hidden_attendance_can_be_worked_out_from_the_page_of_an_area(rows):
    """A hidden cell is found if the known sums fix it: then its unit vector lies in their row space."""
    shown = hide_all(rows)
    for area in range(TRUST, FIRST + len(rows)):
        hidden = [c for c, f in shown.items() if c[0] == area and f.state == FigureState.SUPPRESSED]
        sums = sums_of_one_area(area)
        lines = [[(c == whole) - (c in parts) for c in hidden] for whole, parts in sums]
        known = np.array(lines, dtype=float).reshape(2, len(hidden))
        rank = np.linalg.matrix_rank(known) if hidden else 0
        for i, cell in enumerate(hidden):
            unit = np.eye(len(hidden))[i]
            assert np.linalg.matrix_rank(np.vstack([known, unit])) > rank, (cell, rows)


@settings(max_examples=200, deadline=None)
@given(ROWS)
def test_no_total_is_shown_with_exactly_one_hidden_cell(rows):
    shown = hide_all(rows)
    sums = [
        *sums_over_areas(len(rows)),
        *(s for a in range(TRUST, FIRST + len(rows)) for s in sums_of_one_area(a)),
    ]
    for whole, parts in sums:
        states = [shown[c].state == FigureState.SUPPRESSED for c in (whole, *parts)]
        assert sum(states) != 1, (whole, rows)


@settings(max_examples=100, deadline=None)
@given(ROWS)
def test_every_small_count_is_hidden_and_no_nought_is(rows):
    truth = {(f.area_id, f.part): f.numerator for f in attendance(rows)}
    for cell, figure in hide_all(rows).items():
        if is_small(truth[cell], 5):
            assert figure.state == FigureState.SUPPRESSED
        if truth[cell] == 0:
            assert figure.state == FigureState.OBSERVED


def hide_all(rows):
    hidden = hide_small_numbers(attendance(rows), ATTENDANCE, tree(len(rows)))
    return {(f.area_id, f.part): f for f in hidden}


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ((5, 6, 7, 8, 9), [(0, 0, 5), (1, 1, 6), (2, 2, 7), (3, 3, 8), (4, 4, 9)]),
        ((0, 0, 0, 8, 9), [(0, 0, 0), (1, 1, 0), (2, 2, 0), (3, 3, 8), (4, 4, 9)]),
        ((1, 6, 7, 8, 9), [(0, 1, 7), (2, 2, 7), (3, 3, 8), (4, 4, 9)]),
        ((5, 6, 7, 4, 9), [(0, 0, 5), (1, 1, 6), (2, 2, 7), (3, 4, 13)]),
        ((9, 6, 4, 8, 9), [(0, 2, 19), (3, 3, 8), (4, 4, 9)]),
        ((0, 3, 4, 8, 9), [(0, 2, 7), (3, 3, 8), (4, 4, 9)]),
        ((0, 1, 3, 40, 50), []),
        ((9, 9, 9, 2, 2), []),
        ((0, 0, 0, 4, 0), []),
    ],
)
def test_a_small_answer_is_told_with_the_one_beside_it(counts, told):
    assert [tuple(group) for group in group_answers(counts, 5)] == told


def test_no_answer_that_is_told_with_others_can_be_worked_out():
    """Of all answers that look alike once told, each that is put together could be another number."""
    for end in ((6, 7), (1, 8)):
        alike = defaultdict(list)
        for low in product(range(12), repeat=3):
            alike[group_answers((*low, *end), 5)].append(low)
        for groups, could_be in alike.items():
            assert not any(is_small(group.people, 5) for group in groups)
            if sum(could_be[0]) >= 12:
                continue  # not all that could be were tried
            together = {n for g in groups if g.first != g.last for n in range(g.first, g.last + 1)}
            for n in together & {0, 1, 2}:
                assert len({low[n] for low in could_be}) > 1, (groups, n)
