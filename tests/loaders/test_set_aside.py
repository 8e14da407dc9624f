import io

import openpyxl
import pytest
from sqlalchemy import select

import loaders
from data_model import FFTCount, StaffSurveyCount
from data_model.store import reading
from loaders.report import LoadReport
from loaders.set_aside import write_set_aside

BAD = """
month   | directorate | team | answers | positive | who
2025-03 | NMH         |      | 40      | 30       | A
2025-04 | Newhm MH    |      | 41      | 30       | B
2025-05 | NMH         |      | many    | 99       | C
2025-06 | NMH         |      | 42      | 31       | D
"""


def opened(content):
    return openpyxl.load_workbook(io.BytesIO(content))


def saved(book):
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def rows_of(content):
    return [[cell.value for cell in row] for row in opened(content).active.iter_rows()]


def test_the_workbook_is_corrected_loaded_and_only_its_rows_are_added(load, store):
    report = load(BAD, name="staff.csv")
    assert (report.rows.added, report.rows.quarantined) == (2, 2)
    book = opened(write_set_aside(report))
    sheet = book.active
    assert [c.value for c in sheet[1]] == ["month", "directorate", "team", "answers", "positive", "why"]
    assert sheet["F2"].value == (
        'Row 3 of the file. directorate: No directorate goes by "Newhm MH". Did you mean: '
        "Newham mental health? If it is new, load it as an area."
    )
    assert sheet["B2"].fill.bgColor.rgb == "FFFFE7C2" or sheet["B2"].fill.fgColor.rgb == "FFFFE7C2"
    sheet["B2"], sheet["D3"], sheet["E3"] = "NMH", 50, 40
    again = loaders.load_file(store, saved(book), "staff set aside.xlsx")
    assert (again.rows.read, again.rows.added, again.problems) == (2, 2, ())
    assert "why" not in again.message
    with reading(store) as session:
        stored = session.execute(select(StaffSurveyCount.load_id)).scalars().all()
        assert sorted(stored) == [report.load_id] * 2 + [again.load_id] * 2


def test_the_workbook_as_it_is_sets_the_same_rows_aside_again(load, store):
    report = load(BAD)
    again = loaders.load_file(store, write_set_aside(report), "again.xlsx")
    assert again.rows.added == 0
    assert [(p.column, p.value, p.problem) for p in again.problems] == [
        (p.column, p.value, p.problem) for p in report.problems
    ]


def test_a_preview_and_an_unchanged_file_have_it_too(load):
    assert len(load(BAD, dry_run=True).aside) == 2
    load(BAD)
    again = load(BAD)
    assert again.status == "unchanged"
    assert len(again.aside) == 2


def test_rows_of_a_kind_that_streams_and_that_share_a_key_are_there(load, count_rows, store):
    columns = "month directorate borough team very_good good neither poor very_poor dont_know"
    header = f"{' | '.join(columns.split())}\n"
    rows = [f"2025-03 | NMH | | T-NSO | {n} | 1 | 0 | 0 | 0 | 0" for n in (5, 6)]
    report = load(header + "\n".join([*rows, "2025-04 | NMH | | | -1 | 1 | 0 | 0 | 0 | 0"]))
    assert count_rows(store, FFTCount) == 0
    found = rows_of(write_set_aside(report))[1:]
    assert [row[4] for row in found] == ["5", "6", "'-1"]
    assert "Conflict with row 3" in found[0][-1]
    assert "Conflict with row 2" in found[1][-1]


def test_nothing_that_a_spreadsheet_runs_and_nothing_personal_is_in_it(load):
    text = "project_id | title | directorate | status | start_date | aim\n"
    rows = (
        "Q1 | =1+1 | Nowhere | active | 2025-04-01 | Call 07700 900123",
        "Q2 | Waits | Nowhere | active | 2025-04-01 |",
    )
    book = opened(write_set_aside(load(text + "\n".join(rows))))
    sheet = book.active
    assert sheet["B2"].value == "'=1+1"
    assert sheet["B2"].data_type == "s"
    everything = " ".join(str(cell.value) for row in sheet.iter_rows() for cell in row)
    assert "07700" not in everything


def test_a_row_without_a_day_keeps_the_day_it_was_read_as(load, today):
    header = "project_id | title | directorate | status | start_date\n"
    text = f"{header}Q1 | Waits | Nowhere | active | 2025-04-01"
    [heading, row] = rows_of(write_set_aside(load(text, as_at=today.replace(month=9))))
    assert row[heading.index("as_at")] == "2026-09-01"


def test_invisible_and_endless_cells_come_back_as_problems(load, store):
    header = "idea_id | title | measure | start_date | status | prediction\n"
    rows = f"C1 | Tea\u202e | big_i_active | 2025-04-01 | testing | {'x' * 40_000}"
    content = write_set_aside(load(header + rows))
    again = loaders.load_file(store, content, "again.xlsx")
    assert {p.column for p in again.problems} == {"title", "prediction"}


def test_a_file_of_another_layout_is_written_as_the_rows_it_was_rewritten_to(store, as_csv):
    form = "completed_date | directorate | client_ref | " + " | ".join(f"q{n}" for n in range(1, 12))
    row = "2025-03-04 | Nowhere | abc | " + " | ".join("5" for _ in range(11))
    report = loaders.load_file(store, as_csv(f"{form}\n{row}"), "dialog.csv")
    assert (report.kind, report.layout) == ("dialog", "dialog_wide")
    heading, *rows = rows_of(write_set_aside(report))
    assert "client_ref" not in heading
    assert len(rows) == 11
    assert rows[0][heading.index("directorate")] == "Nowhere"


def test_without_rows_set_aside_there_is_nothing_to_write():
    with pytest.raises(ValueError, match="no row"):
        write_set_aside(LoadReport("a.csv", "areas", "loaded"))


def test_the_rows_are_kept_nowhere(load, store, content_of):
    header = "project_id | title | directorate | status | start_date | aim\n"
    report = load(f"{header}Q1 | Waits | Nowhere | active | 2025-04-01 | a remark")
    assert report.aside[0].cells["aim"] == "a remark"
    assert "a remark" not in repr(content_of(store))
