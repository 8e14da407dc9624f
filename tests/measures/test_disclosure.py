"""Small numbers: nothing small is shown, and nothing hidden can be found by taking away within a page."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data_model.terms import AreaType, FigureState
from measures.areas import AreaRef, AreaTree
from measures.calculations.workshops import ROLES
from measures.definitions import read_definitions
from measures.disclosure import LIVED_EXPERIENCE, WHOLE, hide_small_numbers, is_small
from measures.figures import Figure

MONTH = date(2025, 4, 1)
TRUST, FIRST = 1, 2
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
    """Figures of the trust and its directorates from one row of four role counts each."""
    total = [sum(role) for role in zip(*rows, strict=True)]
    figures = []
    for i, counts in enumerate([total, *rows]):
        cells = dict(zip(ROLES, counts, strict=True))
        cells[LIVED_EXPERIENCE] = cells["service_users"] + cells["carers"]
        cells[WHOLE] = sum(counts)
        figures += [Figure(TRUST + i, MONTH, part, n, None) for part, n in cells.items()]
    return figures


def equations(rows):
    """Every sum that a reader of the page knows: roles to the whole, and directorates to the trust."""
    areas = range(TRUST, FIRST + len(rows))
    for a in areas:
        yield (a, LIVED_EXPERIENCE), [(a, "service_users"), (a, "carers")]
        yield (a, WHOLE), [(a, LIVED_EXPERIENCE), (a, "staff"), (a, "others")]
    for part in (*ROLES, LIVED_EXPERIENCE, WHOLE):
        yield (TRUST, part), [(a, part) for a in areas if a != TRUST]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(*[st.integers(0, 12)] * 4), min_size=1, max_size=4))
def test_no_hidden_attendance_can_be_worked_out_within_a_page(rows):
    """A hidden cell is found if the known sums fix it: then its unit vector lies in their row space."""
    figures = attendance(rows)
    shown = {(f.area_id, f.part): f for f in hide_small_numbers(figures, ATTENDANCE, tree(len(rows)))}
    truth = {(f.area_id, f.part): f.numerator for f in figures}
    hidden = [c for c, f in shown.items() if f.state == FigureState.SUPPRESSED]
    assert all(c in hidden for c, n in truth.items() if is_small(n, 5))
    lines = []
    for whole, parts in equations(rows):
        line = [(c == whole) - (c in parts) for c in hidden]
        if any(line):
            lines.append(line)
    if not lines:
        return
    known = np.array(lines, dtype=float)
    rank = np.linalg.matrix_rank(known)
    for i, cell in enumerate(hidden):
        unit = np.zeros(len(hidden))
        unit[i] = 1
        assert np.linalg.matrix_rank(np.vstack([known, unit])) > rank, (cell, rows)
