"""The fast way and the slow way: rows checked column by column become what rows checked one by one become."""

import csv
import io
import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data_model.terms import AreaType
from loaders import columns, csv_files
from loaders.checking import check_rows
from loaders.columns import as_sent
from loaders.kinds import KINDS
from loaders.matching import ToldKnown
from loaders.reading import Again, Done, Rows, Task, read_file
from loaders.report import RefusedFileError
from loaders.tables import Hints, read_table

STREAMING = [name for name, kind in KINDS.items() if kind.streams]
EXAMPLES = int(os.environ.get("PARTICIPATION_EXAMPLES", "60"))
QUICK = settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
AREAS = [
    (1, "RWX", "Example Trust", AreaType.TRUST, None, [], []),
    (2, "NMH", "Newham mental health", AreaType.DIRECTORATE, None, [1], ["Newham MH", "N & M"]),
    (3, "FOR", "Forensics", AreaType.DIRECTORATE, None, [1], []),
    (4, "B-NE", "Newham", AreaType.BOROUGH, None, [2], []),
    (5, "B-LU", "Luton", AreaType.BOROUGH, None, [3], []),
    (6, "T-NSO", "Newham South Team", AreaType.TEAM, None, [2, 4], []),
]
KNOWN = ToldKnown(
    {"areas": AREAS, "projects": {}, "idea_ids": [], "drivers": {}, "measure_units": {}, "trusts": [0, ""]}
)
COUNTS, NUMBERS = ("0", "1", "5", "12", "1,303", "00007"), ("7.1", "35.0", "", "-0.5", "1,234.5")
MONTHS = ("2025-03", "Mar-25", "March 2025", "31/03/2025", "2025-03-31", "1 Apr 2025", "2025-04-01 00:00:00")
GOOD = {
    "month": MONTHS,
    "directorate": ("NMH", "Newham MH", "newham  Mental Health", "FOR"),
    "borough": ("", "", "", "B-NE"),
    "team": ("", "", "", "T-NSO"),
    "item": ("1", "2", "11"),
    "answered": ("20", "30", "1,303"),
    "mean_score": ("4.5", "1", "7", "6.999"),
    "satisfied": ("", "0", "3", "7"),
    "answers": ("20", "30"),
    "quarter": ("Q1 2025/26", "Q2 2025/26"),
    "trust_code": ("RWK", "RT1"),
    "trust_name": ("Example Trust",),
    "metric_id": ("OF0001", "OF0002"),
    "metric_description": ("Waiting times, adults", "Said \u201cyes\u201d"),
    "reporting_date": ("Jun-25", "2024"),
    "units": ("%", "score"),
    **dict.fromkeys(("value", "median_value", "lower_quartile", "upper_quartile", "rank"), NUMBERS),
    # Nobody reads these, but a row of totals or rows that a quotation mark swallowed show in them.
    "notes": ("", "", "kept", "kept", "Total", "y\n2025-04,NMH,,20,7,z\n2025-05,FOR,,20,7"),
}
BAD = (
    "", "*", "-", "\u2212", "12.5", "1_000", "-5", "9" * 30, "NaN", "1e3", "88%", "x", "1\u00a0303",
    "\u202e1", "07/22/2025", "03/04/2025", "2025-13", "45748", "1.2.2025", "2031-01", "1999-12", "29/02/2025",
    "month", "Total", "Subtotal: N", "Nwham", "Luton", "B-LU", "RWX", "x" * 301, "x" * 10_001,
    "canary@example.org", "R\x1bWK", "a\nb", "x\n2025-03,NMH,,,1,1,1,1,1,1",
    "Q\n2025-03,NMH,,4,3\n2025-04,NMH,,4,3", "item", "0", "7.1", "Q5 2025/26", "\u0661", "\u200b", "'-",
)  # fmt: skip

BREAKS = {
    "again": lambda row, other, names: list(other),
    "near": lambda row, other, names: [*other[:-1], *row[-1:]],
    "cut": lambda row, other, names: row[:-1],
    "long": lambda row, other, names: [*row, "more"],
    "tail": lambda row, other, names: [*row, "", ""],
    "blank": lambda row, other, names: [""] * len(names),
    "header": lambda row, other, names: list(names),
    "total": lambda row, other, names: ["Total", *row[1:]],
}


@pytest.fixture(autouse=True)
def _small_parts(monkeypatch):
    """Parts of a few rows, and a memory that forgets, so that small tables meet what large ones do."""
    monkeypatch.setattr(csv_files, "CHUNK", 3)
    monkeypatch.setattr(columns, "_MOST_REMEMBERED", 4)


@st.composite
def files(draw, kind):
    """A file of a kind: most rows good, some broken in every way that a row can be."""
    names = list(kind.row.columns())
    orders = [names, [*names, "notes"], ["notes", *names], draw(st.permutations([*names, "notes"]))]
    names = draw(st.sampled_from(orders))
    row = st.tuples(*(st.sampled_from(GOOD.get(name, COUNTS)) for name in names))
    rows = [list(cells) for cells in draw(st.lists(row, min_size=1, max_size=10))]
    one_of_them = st.integers(0, len(rows) - 1)
    for at in draw(st.lists(one_of_them, max_size=4)):
        rows[at][draw(st.integers(0, len(names) - 1))] = draw(st.sampled_from(BAD))
    for at in draw(st.lists(one_of_them, max_size=4)):
        other, break_row = rows[draw(one_of_them)], draw(st.sampled_from(list(BREAKS)))
        rows[at] = BREAKS[break_row](rows[at], other, names)
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows([names, *rows])
    return stream.getvalue().encode()


def shown(records) -> list[str]:
    """Records for comparing: in any order, but 1 is not 1.0."""
    return sorted(repr(sorted(record.items())) for record in records)


def slowly(data: bytes, hints: Hints) -> tuple:
    """What becomes of the rows, checked one by one."""
    table = read_table(io.BytesIO(data), hints)
    checked = check_rows(table, KNOWN, hints.today)
    records = [{name: as_sent(value) for name, value in r.items()} for r in checked.records.values()]
    problems = [(p.row, p.column, p.value, p.problem, p.cure) for p in checked.problems]
    return checked.read, checked.repeated, shown(records), problems


def told(data: bytes, hints: Hints, *, careful: bool) -> tuple[int, int, list, list]:
    """What becomes of the rows, put together from the messages of the fast way."""
    read = repeated = 0
    records, problems = [], []
    for message in read_file(io.BytesIO(data), Task(hints, KNOWN, careful)):
        match message:
            case Rows():
                read, repeated = read + message.read, repeated + message.repeated
                rows = zip(*message.columns.values(), strict=True)
                records += [dict(zip(message.columns, row, strict=True)) for row in rows]
                problems += message.problems
            case Again():
                read, repeated, records, problems = 0, 0, [], []
            case Done():
                return read, repeated, records, problems
    raise AssertionError("the last message is missing")


def quickly(data: bytes, hints: Hints, *, careful: bool) -> tuple:
    """The same as `slowly`. The store turns to the careful way when it meets a key twice."""
    kind = KINDS[hints.kind]
    read, repeated, records, problems = told(data, hints, careful=careful)
    if len({kind.key_of(record) for record in records}) < len(records):
        assert not careful, "the careful way sends each key once"
        read, repeated, records, problems = told(data, hints, careful=True)
    return read, repeated, shown(records), problems


def outcome(way, *arguments, **options):
    try:
        return way(*arguments, **options)
    except RefusedFileError as refused:
        return f"refused: {refused.kind}"


@pytest.mark.parametrize("name", STREAMING)
def test_column_by_column_is_row_by_row(name, today):
    hints = Hints("file.csv", name, today)

    @given(data=files(KINDS[name]))
    @QUICK
    def same(data):
        expected = outcome(slowly, data, hints)
        assert outcome(quickly, data, hints, careful=False) == expected
        assert outcome(quickly, data, hints, careful=True) == expected

    same()
