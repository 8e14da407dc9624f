"""Rows into the store part by part, whatever order they come in."""

from datetime import date

import pytest
from sqlalchemy import func, select

from data_model import Load, QuarantinedRow, StaffSurveyCount
from data_model.store import reading, writing
from loaders import storing
from loaders.kinds import KINDS
from loaders.matching import Known
from loaders.reading import Rows
from loaders.storing import RepeatedKeysError, Source, Storing

KIND = KINDS["staff_survey"]
SOURCE = Source("file.csv", "0" * 64, None, date(2026, 11, 1), "a role", is_sample=False)


class _TakenBackError(Exception):
    pass


@pytest.fixture
def part(store):
    """``part(months, answers)``: rows of one directorate as the reading process sends them."""
    with reading(store) as session:
        directorate = Known(session).areas.by_code["NMH"].id

    def make(months, answers: int = 20, problems=()) -> Rows:
        columns = {
            "month": [f"2025-{month:02d}-01" for month in months],
            "directorate_id": [directorate] * len(months),
            "team_id": [None] * len(months),
            "answers": [answers] * len(months),
            "positive": [10] * len(months),
        }
        return Rows(len(months) + len(problems), 0, columns if months else {}, list(problems))

    return make


@pytest.fixture
def store_parts(store):
    """``store_parts(part, ...)``: take them in one transaction and keep them; what took them."""

    def run(*parts: Rows) -> Storing:
        with writing(store) as session:
            taking = Storing(session, KIND, SOURCE, Known(session))
            for each in parts:
                taking.take(each)
            taking.finish("stored", None)
            return taking

    return run


def answers_in(store) -> dict[date, int]:
    with reading(store) as session:
        return dict(
            tuple(row) for row in session.execute(select(StaffSurveyCount.month, StaffSurveyCount.answers))
        )


def test_parts_add_up(store, store_parts, part):
    counts = store_parts(part([1, 2]), part([]), part([3])).counts
    assert (counts.read, counts.added, counts.unchanged, counts.quarantined) == (3, 3, 0, 0)
    assert list(answers_in(store).values()) == [20, 20, 20]


def test_each_part_of_a_correction_is_compared_with_what_was_there(store, store_parts, part):
    store_parts(part([1, 2, 3]))
    taken = store_parts(part([1, 2], answers=20), part([3, 4], answers=30))
    counts = taken.counts
    assert (counts.read, counts.added, counts.changed, counts.unchanged) == (4, 1, 1, 2)
    assert [(c.column, c.old, c.new) for c in taken.changes] == [("answers", 20, 30)]
    assert answers_in(store)[date(2025, 3, 1)] == 30


@pytest.mark.parametrize("before", [[], [9], [1]], ids=["an empty table", "other rows", "the same rows"])
@pytest.mark.parametrize("parts", [[[1, 2, 1]], [[1], [2], [1]]], ids=["in one part", "in two parts"])
def test_a_key_that_comes_twice_is_told_and_not_stored(store, store_parts, part, before, parts):
    if before:
        store_parts(part(before))
    held = answers_in(store)
    with pytest.raises(RepeatedKeysError), writing(store) as session:
        taking = Storing(session, KIND, SOURCE, Known(session))
        for number, months in enumerate(parts):
            taking.take(part(months, answers=40 + number))
    assert answers_in(store) == held


def test_nothing_is_there_if_the_caller_takes_it_back(store, part, count_rows):
    loads = count_rows(store, Load)
    with pytest.raises(_TakenBackError), writing(store) as session:
        taking = Storing(session, KIND, SOURCE, Known(session))
        taking.take(part([1, 2], problems=[(4, "month", "x", "This is no month.", "Write 2025-03.")]))
        taking.finish("stored", None)
        raise _TakenBackError
    assert (answers_in(store), count_rows(store, Load), count_rows(store, QuarantinedRow)) == ({}, loads, 0)


def test_only_the_first_problems_are_listed_and_every_one_is_stored(store, store_parts, part, monkeypatch):
    monkeypatch.setattr(storing, "MOST_LISTED", 5)
    problems = [(row, "month", "x", "This is no month.", "Write 2025-03.") for row in range(2, 16)]
    taken = store_parts(part([1], problems=problems[:7]), part([], problems=problems[7:]))
    assert [problem.row for problem in taken.problems] == [2, 3, 4, 5, 6]
    assert taken.counts.quarantined == 14
    with reading(store) as session:
        stored = session.scalars(select(QuarantinedRow.row_number).order_by(QuarantinedRow.row_number)).all()
        [load] = session.scalars(select(Load).where(Load.kind == "staff_survey"))
        assert session.scalar(select(func.count()).where(QuarantinedRow.load_id == load.id)) == 14
    assert list(stored) == list(range(2, 16))
