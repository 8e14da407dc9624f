"""NHS England's monthly FFT files all the way into the store, from workbooks and CSV copies made here."""

from datetime import date

import pytest
from public_files import OLD, OLD_TOTALS, TRUST, as_csv, as_workbook, england, fft_book, fft_sheet
from sqlalchemy import select

import loaders
from data_model import NHSFFTFigure
from data_model.store import reading

TITLE = "Mental Health Friends and Family Test (FFT) Data - July 2025"
HIDDEN = [*TRUST[:1], "RZ2", "SECOND NHS TRUST", 3, 50, "-", "-", *["*"] * 6]
SECOND_LEVEL = [*TRUST[:1], "RZ3", "THIRD NHS TRUST", 40, 60, 0.882, 0.03, *["*"] * 6]
NOBODY = [*TRUST[:1], "RZ4", "FOURTH NHS TRUST", 0, 70, "-", "-", 0, 0, 0, 0, 0, 0]
SILENT = [*TRUST[:1], "RZ5", "FIFTH NHS TRUST"]


@pytest.fixture
def figures(engine):
    def read():
        with reading(engine) as session:
            rows = session.scalars(select(NHSFFTFigure)).all()
            session.expunge_all()
        return {row.org_code: row for row in rows}

    return read


def book(*rows, title=TITLE, **shape) -> bytes:
    return as_workbook(
        {**fft_book(title, *rows, **shape), "BS": fft_sheet([*TRUST[:1], "RZ9", *TRUST[2:]])}, ["BS"]
    )


def test_four_different_things_stay_four(engine, figures):
    report = loaders.load_file(engine, book(TRUST, HIDDEN, SECOND_LEVEL, NOBODY, SILENT), "fft.xlsx")
    assert (report.kind, report.rows.added, report.problems) == ("nhs_fft", 5, ())
    stored = figures()
    assert set(stored) == {"RZ1", "RZ2", "RZ3", "RZ4", "RZ5"}, "the hidden sheet and sites were not read"
    states = {code: (row.answers_state, row.positive_state) for code, row in stored.items()}
    assert states == {
        "RZ1": ("given", "given"),
        "RZ2": ("suppressed", "not calculated"),
        "RZ3": ("suppressed", "given"),
        "RZ4": ("given", "not calculated"),
        "RZ5": ("not submitted", "not submitted"),
    }
    assert (stored["RZ4"].responses, stored["RZ4"].very_good, stored["RZ5"].responses) == (0, 0, None)
    assert stored["RZ1"].month == date(2025, 7, 1)


def test_shares_are_worked_out_and_printed_ones_serve_where_answers_are_hidden(engine, figures):
    loaders.load_file(engine, book([*TRUST[:5], 0.2, *TRUST[6:]], HIDDEN, SECOND_LEVEL, NOBODY), "fft.xlsx")
    stored = figures()
    assert (stored["RZ1"].positive, stored["RZ1"].negative) == (0.9, 0.05)
    assert (stored["RZ3"].positive, stored["RZ3"].negative) == (0.882, 0.03)
    assert (stored["RZ2"].positive, stored["RZ4"].positive) == (None, None)


def test_what_was_left_out_is_said(engine):
    selection = england("Selection (excluding suppressed data)", *TRUST[3:])
    off = [*TRUST[:1], "RZ2", "SECOND NHS TRUST", *TRUST[3:5], 0.8, *TRUST[6:]]
    report = loaders.load_file(engine, book(selection, TRUST, off), "fft.xlsx")
    assert report.rows.added == 2
    for words in (
        'left out: "Selection"',
        "not read: ICB, Sites",
        "half a point away",
        "July 2025, mental health",
    ):
        assert words in report.message


def test_the_two_questions_are_never_one_row(engine, figures):
    loaders.load_file(engine, book(TRUST), "fft.xlsx")
    old = TITLE.replace("July 2025", "July 2019")
    loaders.load_file(engine, book(TRUST, title=old, answers=OLD, totals=OLD_TOTALS), "old.xlsx")
    with reading(engine) as session:
        pairs = session.execute(select(NHSFFTFigure.month, NHSFFTFigure.question)).all()
    assert sorted(pairs) == [(date(2019, 7, 1), "recommend"), (date(2025, 7, 1), "experience")]


def test_units_without_a_code_are_set_aside(engine):
    report = loaders.load_file(engine, book(TRUST, ["-", "-", "Some unit", *TRUST[3:]]), "fft.xlsx")
    assert (report.rows.added, report.rows.quarantined) == (1, 1)
    assert (report.problems[0].column, report.problems[0].row) == ("org_code", 6)


def test_the_same_file_again_changes_nothing_and_a_csv_copy_says_the_same(engine):
    assert loaders.load_file(engine, book(TRUST), "fft.xlsx").rows.added == 1
    assert loaders.load_file(engine, book(TRUST), "fft.xlsx").status == "unchanged"
    copy = as_csv(fft_sheet([*TRUST[:5], "90%", "5%", *TRUST[7:]]))
    again = loaders.load_file(engine, copy, "fft-mh-jul-25.csv")
    assert (again.status, again.rows.unchanged) == ("unchanged", 1)


def test_a_corrected_file_updates_its_rows(engine, figures):
    loaders.load_file(engine, book(TRUST), "fft.xlsx")
    mended = [*TRUST[:7], 61, 29, *TRUST[9:]]
    assert loaders.load_file(engine, book(mended), "fft.xlsx").rows.changed == 1
    assert figures()["RZ1"].very_good == 61


def test_an_export_keeps_the_marks(engine, figures):
    loaders.load_file(engine, book(TRUST, HIDDEN, SECOND_LEVEL, NOBODY, SILENT), "fft.xlsx")
    with reading(engine) as session:
        rows = loaders.query_export(session, "nhs_fft")
    by_code = {row["org_code"]: row for row in rows}
    assert (by_code["RZ2"]["very_good"], by_code["RZ2"]["printed_positive"]) == ("*", "-")
    assert (by_code["RZ5"]["responses"], by_code["RZ4"]["responses"]) == (None, 0)
    columns = loaders.KINDS["nhs_fft"].row.columns()
    lines = [list(columns), *[["" if row[c] is None else row[c] for c in columns] for row in rows]]
    assert loaders.load_file(engine, as_csv(lines), "export.csv").rows.unchanged == 5


def test_a_file_that_does_not_say_its_month_is_refused_with_what_to_do(engine):
    report = loaders.load_file(engine, as_csv(fft_sheet(TRUST)), "copy.csv")
    assert (report.status, report.load_id) == ("refused", None)
    assert "--set month=2025-07" in report.message


def test_a_workbook_with_macros_loads(engine, figures):
    data = as_workbook(fft_book(TITLE, TRUST), macros=b"Sub Auto_Open()")
    assert loaders.load_file(engine, data, "fft-mh-jul-25.xlsm").rows.added == 1
    assert figures()["RZ1"].setting == "mental health"
