"""What reading a file says of it, message by message."""

import io

import pytest

from data_model.terms import AreaType
from loaders.matching import ToldKnown
from loaders.reading import Again, Done, Rows, Seen, Task, read_file
from loaders.report import RefusedFileError
from loaders.tables import Hints

AREAS = [
    (1, "NMH", "Newham mental health", AreaType.DIRECTORATE, None, [], []),
    (2, "FOR", "Forensics", AreaType.DIRECTORATE, None, [], []),
    *((n + 10, f"D{n}", f"Directorate {n}", AreaType.DIRECTORATE, None, [], []) for n in range(10)),
]
KNOWN = ToldKnown(
    {"areas": AREAS, "projects": {}, "idea_ids": [], "drivers": {}, "measure_units": {}, "trusts": [0, ""]}
)
STAFF = "month,directorate,team,answers,positive\n"


@pytest.fixture
def read(today):
    """``read(text)``: all messages about a file."""

    def run(
        text: str, *, careful: bool = False, known: ToldKnown | None = KNOWN, most_rows: int | None = None
    ):
        task = Task(Hints("file.csv", None, today), known, careful, most_rows)
        return list(read_file(io.BytesIO(text.encode()), task))

    return run


def months(count: int) -> str:
    """So many good rows, none with the key of another."""
    places = ((n // 12 % 20, n % 12 + 1, n // 240) for n in range(count))
    return "".join(f"{2001 + year}-{month:02d},D{place},,20,10\n" for year, month, place in places)


def total(messages, name: str) -> int:
    return sum(getattr(message, name) for message in messages if isinstance(message, Rows))


def problems(messages) -> list[tuple]:
    return [(p[0], p[3]) for message in messages if isinstance(message, Rows) for p in message.problems]


def test_looking_says_what_a_file_is_and_reads_no_row(read):
    assert read(STAFF + "not,read,at,all\n", known=None) == [Seen("staff_survey", None)]


def test_the_first_message_says_what_it_is_and_the_last_that_it_was_all(read):
    first, rows, last = read(STAFF + "2025-03,nmh,,20,10\n")
    assert first == Seen("staff_survey", None)
    assert (rows.read, rows.repeated, rows.problems) == (1, 0, [])
    assert rows.columns == {
        "month": ["2025-03-01"],
        "directorate_id": [1],
        "team_id": [None],
        "answers": [20],
        "positive": [10],
    }
    assert last == Done(0, [])


def test_days_that_could_be_month_first_are_found_at_the_end_and_the_rows_sent_anew(read):
    # What settles the matter stands in the last row, long after the first rows were sent.
    messages = read(STAFF + "03/04/2025,NMH,,20,10\n" + months(2000) + "07/22/2025,FOR,,20,10\n")
    again = messages.index(Again())
    assert total(messages[:again], "read") == total(messages[again:], "read") == 2002
    assert [row for row, _ in problems(messages[again:])] == [2, 2003]
    assert isinstance(messages[-1], Done)


def test_days_that_are_all_month_first_refuse_the_file(read):
    with pytest.raises(RefusedFileError, match="month before the day"):
        read(STAFF + "03/04/2025,NMH,,20,10\n07/22/2025,FOR,,20,10\n")


def test_only_the_careful_way_knows_which_rows_share_a_key(read):
    text = (
        STAFF
        + "2025-03,NMH,,20,10\n"
        + months(1500)
        + "2025-03,NMH,,20,10\n2025-04,FOR,,1,1\n2025-04,FOR,,2,1\n"
    )
    assert total(read(text), "repeated") == 0
    careful = read(text, careful=True)
    assert (total(careful, "read"), total(careful, "repeated")) == (1504, 1)
    assert problems(careful) == [
        (1504, "Conflict with row 1505: the same month, directorate, team, but other content."),
        (1505, "Conflict with row 1504: the same month, directorate, team, but other content."),
    ]


@pytest.mark.parametrize("careful", [False, True])
def test_a_ragged_row_counts_once_however_often_the_file_is_walked_through(read, careful):
    text = (
        STAFF
        + "2025-03,NMH,,20,10\n2025-03,NMH,,20,10\n2025-04,NMH\n2025-05,NMH,,20,10\n2025-06,NMH,,20,10\n"
    )
    messages = read(text, careful=careful)
    assert problems(messages) == [(4, "The row has 2 cells, but the header has 5.")]


def test_most_rows_ragged_refuses_the_file_by_the_first_of_them(read):
    with pytest.raises(RefusedFileError, match=r"2 of 3 rows .* \(row 3 is the first\)"):
        read(STAFF + "2025-03,NMH,,20,10\n2025-03,NMH\n2025-04,NMH\n")


@pytest.mark.parametrize("kind", ["column by column", "row by row"])
def test_rows_swallowed_under_a_heading_that_is_not_read_are_seen(read, kind):
    headings = {
        "column by column": STAFF.strip() + ",remarks\n",
        "row by row": "month,directorate,answers,positive,remarks\n",
    }[kind]
    blank = "," if kind == "column by column" else ""
    row = f"2025-0%d,NMH,{blank}20,10,"
    text = headings + f'{row % 3}"said\n{row % 4}\n{row % 5}"\n{row % 6}\n'
    assert problems(read(text)) == [
        (2, "One cell holds other rows of the file: a quotation mark was opened and closed rows later.")
    ]


@pytest.mark.parametrize(("most_rows", "refused"), [(9, True), (10, False)])
@pytest.mark.parametrize(
    "text", [STAFF + months(10), "project_id,from_date,involvement\n" + "Q,2025-01-01,Both\n" * 10]
)
def test_the_most_rows_of_a_file_are_counted_while_it_is_read(read, text, most_rows, refused):
    if not refused:
        assert total(read(text, most_rows=most_rows), "read") == 10
        return
    with pytest.raises(RefusedFileError, match="more than 9 rows"):
        read(text, most_rows=most_rows)
