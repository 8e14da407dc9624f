"""The list of trusts all the way into the store, in its own shape, with made-up trusts."""

from datetime import date

import pytest
from public_files import as_csv
from sqlalchemy import select

import loaders
from data_model import NHSTrust
from data_model.base import table_of
from data_model.store import reading

SHOULD_NEVER_APPEAR = ("1 NOWHERE STREET", "ZZ1 1ZZ", "00000 000000")


def line(code, name="MADE UP NHS TRUST", opened="19910401", closed="", icb="QXX"):
    street, postcode, phone = SHOULD_NEVER_APPEAR
    return [
        code, name, "Y56", icb, street, "", "", "TOWN", "", postcode, opened, closed,
        *[""] * 5, phone, *[""] * 3, "0", "", "H", "", "", "",
    ]  # fmt: skip


@pytest.fixture
def stored(engine):
    def read():
        with reading(engine) as session:
            return {row.trust_code: row for row in session.execute(select(table_of(NHSTrust)))}

    return read


def test_trusts_are_stored_without_address_and_telephone(engine, stored, content_of):
    report = loaders.load_file(engine, as_csv([line("G0Z0Z", opened="20241101"), line("RZ1")]), "etr.csv")
    assert (report.kind, report.rows.added, report.problems) == ("nhs_trusts", 2, ())
    trust = stored()["RZ1"]
    assert (trust.trust_name, trust.region, trust.icb_code) == ("MADE UP NHS TRUST", "London", "QXX")
    assert (f"{trust.open_date}", trust.close_date) == ("1991-04-01", None)
    everything = str(content_of(engine)) + report.message
    assert not [text for text in SHOULD_NEVER_APPEAR if text in everything]


def test_a_newer_list_updates_names_and_codes_and_keeps_trusts_that_left_it(engine, stored):
    loaders.load_file(engine, as_csv([line("RZ1"), line("RZ2")]), "etr.csv")
    newer = as_csv([line("RZ1", icb="S0X0X"), line("RZ3")])
    report = loaders.load_file(engine, newer, "etr.csv")
    assert (report.rows.added, report.rows.changed) == (1, 1)
    assert stored()["RZ1"].icb_code == "S0X0X"
    assert set(stored()) == {"RZ1", "RZ2", "RZ3"}


def test_a_day_that_does_not_exist_sets_the_row_aside(engine):
    report = loaders.load_file(engine, as_csv([line("RZ1"), line("RZ2", opened="20251301")]), "etr.csv")
    assert (report.rows.added, report.rows.quarantined) == (1, 1)
    assert (report.problems[0].row, report.problems[0].column) == (2, "open_date")


def test_a_file_with_codes_and_names_of_trusts_is_no_list_of_trusts(engine):
    data = b"trust_code,trust_name,average_score\nRZ1,Made up,2.1\n"
    assert loaders.load_file(engine, data, "league-table.csv").status == "refused"


NEWER = [line("RZ1", icb="S0X0X"), line("RZ2", closed="20260331"), line("RZ3", opened="20260601")]
OLDER = [line("RZ1"), line("RZ2")]


def test_an_older_list_never_replaces_a_newer_one(engine, stored):
    loaders.load_file(engine, as_csv(NEWER), "etr.csv")
    before = stored()
    report = loaders.load_file(engine, as_csv(OLDER), "etr.csv")
    assert report.status == "refused"
    assert (
        "the newest opening or closing in it is of 1991-04-01, and the store knows one of 2026-06-01"
        in report.message
    )
    assert stored() == before


def test_the_newer_list_undone_the_older_one_loads(engine):
    load_id = loaders.load_file(engine, as_csv(NEWER), "etr.csv").load_id
    loaders.undo_load(engine, load_id)
    assert loaders.load_file(engine, as_csv(OLDER), "etr.csv").rows.added == 2


def test_a_few_rows_that_correct_trusts_are_no_older_list(engine, stored):
    loaders.load_file(engine, as_csv(NEWER), "etr.csv")
    typed = b"trust_code,trust_name,open_date\nRZ1,Renamed Trust,1991-04-01\n"
    assert loaders.load_file(engine, typed, "mend.csv").rows.changed == 1
    assert stored()["RZ1"].trust_name == "Renamed Trust"


def test_lists_with_the_same_days_are_told_apart_by_the_day_that_is_given(engine, stored):
    def load(icb: str, day: str | None):
        as_at = date.fromisoformat(day) if day else None
        return loaders.load_file(engine, as_csv([line("RZ1", icb=icb)]), "etr.csv", as_at=as_at)

    assert "Give the day with --as-at" in load("Q0", None).message
    assert "--as-at" not in load("Q2", "2026-07-01").message
    older = load("Q1", "2025-07-01")
    assert older.status == "refused"
    assert "A list of 01 July 2026 is stored, which is newer than this one of 01 July 2025." in older.message
    assert stored()["RZ1"].icb_code == "Q2"
    assert load("Q3", "2026-07-02").rows.changed == 1
    assert load("Q4", "2126-07-02").message.startswith("The day given with --as-at is in the future.")
