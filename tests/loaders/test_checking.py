import pytest

from data_model.store import reading
from loaders.checking import check_rows
from loaders.matching import Known
from loaders.report import RefusedFileError

STAFF = "month | directorate | team | answers | positive\n"
RECORDS = "project_id | from_date | involvement | service_users | carers | note\n"


@pytest.fixture
def check(sqlite_store, read_drawn, today):
    def run(drawn: str):
        with reading(sqlite_store) as session:
            return check_rows(read_drawn(drawn), Known(session), today, None)

    return run


def told(checked) -> list[tuple]:
    return [(p.row, p.column, p.problem) for p in checked.problems]


def test_every_row_is_a_record_a_repeat_or_set_aside(check):
    checked = check(
        STAFF
        + "2025-03 | NMH | | 10 | 7\nMar-25 | Newham MH | | 10 | 7\n2025-04 | NMH | | 10 | 11\n\n"
        + "2025-05 | FOR | | 3 | 2"
    )
    assert sorted(checked.records) == [2, 6]
    assert (checked.repeated, checked.rows_aside) == (1, 1)


def test_rows_with_one_key_and_other_content_are_all_set_aside(check):
    row = "2025-03 | NMH | | 10 | {}"
    checked = check(STAFF + "\n".join(row.format(n) for n in (7, 7, 8)))
    assert checked.records == {}
    assert [p.row for p in checked.problems] == [2, 3, 4]
    assert checked.problems[0].problem == (
        "Conflict with row 3, 4: the same month, directorate, team, but other content."
    )


def test_totals_and_repeated_headings_are_set_aside_and_said(check):
    checked = check(
        STAFF + "2025-03 | NMH | | 10 | 7\n" + STAFF + "Total | | | 10 | 7\nGrand total: | | | 10 | 7\n"
        "2025-03 | Total | | 10 | 7"
    )
    assert told(checked) == [
        (3, None, "The headings are repeated here."),
        (4, None, "This looks like a row of totals."),
        (5, None, "This looks like a row of totals."),
        (6, None, "This looks like a row of totals."),
    ]


def test_a_total_in_a_title_is_no_total(check):
    assert check(STAFF + "2025-03 | Totally new | | 1 | 1").problems[0].column == "directorate"


def test_a_ragged_row_is_set_aside_with_its_number(check):
    good = "2025-0{} | NMH | | 10 | 7\n"
    checked = check(
        STAFF + good.format(1) + "2025-02 | NMH | 10\n" + good.format(3) + good.format(4).strip() + " | 9"
    )
    assert [p.row for p in checked.problems] == [3, 5]
    assert checked.problems[0].problem == "The row has 3 cells, but the header has 5."


def test_a_file_of_ragged_rows_is_refused(check):
    with pytest.raises(RefusedFileError, match="2 of 3 rows"):
        check(STAFF + "2025-01 | NMH | 10\n2025-02 | NMH | 10\n2025-03 | NMH | | 10 | 7")


def test_blank_cells_beyond_the_header_do_not_matter(check):
    assert check(STAFF + "2025-01 | NMH | | 10 | 7 | | ").problems == []


@pytest.mark.parametrize(
    ("note", "problem"),
    [
        ("x" * 10_001, "The cell holds 10,001 characters."),
        ("a\x1bb", "The cell holds characters that cannot be seen or are damaged."),
        ("a\u202eb", "The cell holds characters that cannot be seen or are damaged."),
        ("ring 07700 900123", "This looks like a phone number."),
    ],
)
def test_cells_that_cannot_be_kept(check, note, problem):
    checked = check(RECORDS + f"Q1 | 2025-03-01 | Both | 1 | 1 | {note}")
    assert told(checked) == [(2, "note", problem)]


def test_personal_data_is_never_among_the_problems(check):
    checked = check(
        RECORDS + "Q1 | 999 123 4560 NHS no | Both | 07700 900123 | pat@example.org | Lives at E1 4DG, ring"
    )
    text = str(checked.problems)
    for piece in ("999 123", "07700", "pat@", "E1 4DG"):
        assert piece not in text
    assert {p.value for p in checked.problems} == {"(not shown)"}


def test_values_are_shortened_and_escaped(check):
    checked = check(STAFF + "2025-03 | NMH | | " + "9" * 100 + "x | \x1b[31m")
    assert all(len(p.value) <= 80 and p.value.isprintable() for p in checked.problems)


def test_month_first_days_are_held_and_with_them_those_that_could_be_either(check):
    rows = ["07/22/2025", "03/04/2025", "05/05/2025", "22/07/2025", "2025-03-04"]
    checked = check(RECORDS + "\n".join(f"Q1 | {day} | Both | | |" for day in rows))
    held = [p.row for p in checked.problems if p.column == "from_date"]
    assert held == [2, 3]
    assert "day first" in checked.problems[0].cure


def test_a_file_whose_days_are_all_month_first_is_refused(check):
    with pytest.raises(RefusedFileError, match="from_date have the month before the day"):
        check(RECORDS + "Q1 | 07/22/2025 | Both | | |\nQ1 | 03/04/2025 | Both | | |")


def test_all_problems_of_a_row_are_told_at_once(check):
    checked = check(STAFF + "soon | NMH | | many | -")
    assert [p.column for p in checked.problems] == ["month", "answers", "positive"]
