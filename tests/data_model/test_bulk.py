"""Writing many rows: references are checked for the batch, and only in such a transaction."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import insert, text

from data_model import Area, Load, QuarantinedRow, StaffSurveyCount
from data_model.base import table_of
from data_model.bulk import insert_new
from data_model.store import reading, writing

COUNTS = table_of(StaffSurveyCount)
BROKEN = r"_id refers to a row|quarantined_row refers|foreign key"


def columns(area_id, load_id, *, count=300):
    months = [f"{2000 + n // 12}-{n % 12 + 1:02d}-01" for n in range(count)]
    constant = {"directorate_id": area_id, "team_id": None, "answers": 10, "positive": 7, "load_id": load_id}
    return {"month": months, **{name: [value] * count for name, value in constant.items()}}


@pytest.fixture
def places(engine):
    """The ids of a directorate and of a load that the store holds."""
    with writing(engine) as session:
        load = Load(
            file_name="areas.csv", sha256="0" * 64, kind="areas", loaded_at=datetime(2025, 9, 30, tzinfo=UTC),
            loaded_by="tests", rows_read=1, rows_added=1, rows_changed=0, rows_unchanged=0,
            rows_quarantined=0, is_sample=False, message="",
        )  # fmt: skip
        session.add(load)
        session.flush()
        area = Area(area_code="WAR", area_name="Wardown", area_type="directorate", load_id=load.id)
        session.add(area)
        session.flush()
        return area.id, load.id


def count_rows(engine):
    with reading(engine) as session:
        return session.scalar(text("SELECT count(*) FROM staff_survey_count"))


def test_rows_that_refer_to_rows_of_the_store_are_stored(engine, places):
    with writing(engine, bulk=True) as session:
        assert insert_new(session, COUNTS, columns(*places)) == 300
    assert count_rows(engine) == 300


@pytest.mark.parametrize("broken", [(0, None), (None, 0)])
def test_a_row_that_refers_to_nothing_stores_nothing(engine, places, broken):
    area, load = (place if of is None else 987_654 for place, of in zip(places, broken, strict=True))
    with (
        pytest.raises(Exception, match=BROKEN),
        writing(engine, bulk=True) as session,
    ):
        insert_new(session, COUNTS, columns(area, load))
    assert count_rows(engine) == 0


def test_what_is_written_beside_the_rows_is_checked_at_the_end(engine):
    beside = {
        "load_id": 987_654,
        "row_number": 2,
        "column_name": "x",
        "value": "",
        "problem": "p",
        "cure": "c",
    }
    with (
        pytest.raises(Exception, match=BROKEN),
        writing(engine, bulk=True) as session,
    ):
        session.execute(insert(QuarantinedRow), [beside])


def test_after_a_bulk_transaction_the_store_looks_after_references_itself(engine, places):
    with writing(engine, bulk=True) as session:
        insert_new(session, COUNTS, columns(*places))
    wrong = {name: values[0] for name, values in columns(987_654, places[1]).items() if name != "month"}
    statement = text(
        "INSERT INTO staff_survey_count (month, directorate_id, team_id, answers, positive, load_id) "
        "VALUES ('2099-01-01', :directorate_id, :team_id, :answers, :positive, :load_id)"
    )
    with pytest.raises(Exception, match=r"(?i)foreign key"), writing(engine) as session:
        session.execute(statement, wrong)
