"""Every template, in other dress and broken: what is stored is what stood in the file, or it is set aside."""

import csv
import io
import os
from contextlib import contextmanager
from datetime import datetime
from functools import partial

import pytest
import xlsxwriter
from good_files import GOOD
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from plain_reading import DATES, MONTHS, means
from stores import read_facts

import loaders
import settings as our_settings
from data_model.store import connect, reading
from loaders.cells import clean_cell
from loaders.kinds import KINDS
from loaders.matching import area_key

EXAMPLES = int(os.environ.get("PARTICIPATION_EXAMPLES", "6"))
QUICK = settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
EACH_KIND = pytest.mark.parametrize("name", list(KINDS))
HEADINGS = (str, str.upper, lambda text: text.replace("_", " ").title(), lambda text: f" {text}\u00a0")
EDGES = ("{}", " {}", "{}\u00a0", "\u200b{} ")
BROKEN = (
    "", "*", "-", "\u2212", "0", "12", "7.5", "007", "1_0", "1,5", "1.303,5", "NaN", "inf", "1e3", "1e400",
    "9" * 30, "-5", "88%", "\u0661\u0662", "07/22/2025", "03/04/2025", "2025-02-30", "29/02/2025", "1/1/25",
    "45748", "2031-01-01", "1899-12-31", "0000-00-00", "=1+1", "+44", "@x", "'=1", "\uff1dA1", "\t=1",
    "NULL", "N/A", "None", "Total", "Sub-total", "x" * 61, "x" * 301, "x" * 10_001, "\x1b[31mred",
    "a\u202eb", "a\ufffdb", "\ud7ff", "canary@example.org", "07700 900123", "NHS no 999 123 4560", "Newham",
    "newham mh", "N\u0435wham", "B-LU", "T-NSO", "QI-1", "QI-2", "active", "Big I", "little-i", "trust",
    '"', '""quoted""', "a\nb", "a,b;c\td", "<b>x</b>", "![x](http://example.org/x.png)",
    "https://example.org/?q=1", "'; DROP TABLE load; --", "caf\u00e9", "cafe\u0301",
)  # fmt: skip


def cells_of(name: str) -> tuple[list[str], list[list[str]]]:
    columns, *rows = ([c.strip() for c in line.split("|")] for line in GOOD[name].strip().splitlines())
    return columns, rows


def as_csv(rows, separator=",", encoding="utf-8", quoting=csv.QUOTE_MINIMAL, ends="\n") -> bytes:
    stream = io.StringIO()
    csv.writer(stream, delimiter=separator, quoting=quoting, lineterminator=ends).writerows(rows)
    return stream.getvalue().encode(encoding)


def as_workbook(rows) -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            for place, text in enumerate(row):
                sheet.write_string(number, place, text)
    return stream.getvalue()


@pytest.fixture(scope="module")
def full_store(stores, areas_file):
    """A store that holds the good file of every kind."""
    with pytest.MonkeyPatch.context() as patch, stores.copy("sqlite") as url:
        patch.setenv("PARTICIPATION_TODAY", "2026-11-01")
        our_settings.read_settings.cache_clear()
        engine = connect(url)
        loaders.load_file(engine, areas_file, "areas.csv")
        for name in KINDS:
            columns, rows = cells_of(name)
            report = loaders.load_file(engine, as_csv([columns, *rows]), "file.csv")
            assert (report.kind, report.rows.added) == (name, len(rows)), report.message
        yield engine
        engine.dispose()
    our_settings.read_settings.cache_clear()


def export(engine, name: str) -> list[dict]:
    with reading(engine) as session:
        return loaders.query_export(session, name)


def assert_adds_up(report) -> None:
    assert not report.is_fault, report.message
    rows = report.rows
    assert rows.read == rows.added + rows.changed + rows.unchanged + rows.quarantined
    assert len({problem.row for problem in report.problems}) == rows.quarantined
    shown = report.message + "".join(p.value + p.problem + p.cure for p in report.problems)
    assert not any(sign in shown for sign in ("\x1b", "\u202e", "canary", "900123", "Traceback"))


@contextmanager
def loaded(engine, name: str, data: bytes, file: str):
    """A file loaded for a while; taking it back must leave the store as it was."""
    before = read_facts(engine)
    report = loaders.load_file(engine, data, file, kind=name)
    assert_adds_up(report)
    yield report
    if report.load_id:
        undone = loaders.undo_load(engine, report.load_id)
        assert undone.status == "undone", undone.message
    assert read_facts(engine) == before


# --- the same file in another dress ---------------------------------------------------------------


def redated(draw, column: str, text: str) -> str:
    """A day or month as somebody else would write it."""
    for form, others in (("%Y-%m-%d", DATES), ("%Y-%m", MONTHS)):
        try:
            day = datetime.strptime(text, form)
        except ValueError:
            continue
        return day.strftime(draw(st.sampled_from(others)))
    return text


@st.composite
def dresses(draw, name: str):
    """The good file of a kind as other people and programs would write it, and the file's name."""
    columns, rows = cells_of(name)
    dated = set(KINDS[name].row.date_columns)
    edge = draw(st.sampled_from(EDGES))
    rows = [
        [
            edge.format(redated(draw, c, text) if c in dated else text)
            for c, text in zip(columns, row, strict=True)
        ]
        for row in rows
    ]
    headings = list(map(draw(st.sampled_from(HEADINGS)), columns))
    order = draw(st.permutations(range(len(columns))))
    table = [[row[place] for place in order] for row in (headings, *rows)]
    if draw(st.booleans()):
        extra = draw(st.sampled_from(["Remarks", "NHS Number", "Patient name"]))
        table = [[*row, cell] for row, cell in zip(table, [extra, *["x"] * len(rows)], strict=True)]
    above = draw(st.sampled_from([[], [["Report, made up"]], [["Report"], [""], ["March 2025; all"]]]))
    below = [[""] * len(table[0])] * draw(st.integers(0, 2))
    table = [*above, *table, *below]
    if draw(st.integers(0, 3)) == 0:
        return as_workbook(table), "file.xlsx"
    dress = {
        "separator": draw(st.sampled_from(",;\t")),
        "encoding": draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16"])),
        "quoting": draw(st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])),
        "ends": draw(st.sampled_from(["\n", "\r\n", "\r"])),
    }
    return as_csv(table, **dress), "file.csv"


@EACH_KIND
def test_a_good_file_in_another_dress_changes_nothing(full_store, name):
    _, rows = cells_of(name)

    @given(file=dresses(name))
    @QUICK
    def unchanged(file):
        report = loaders.load_file(full_store, *file, kind=name, dry_run=True)
        assert_adds_up(report)
        assert (report.rows.unchanged, report.rows.read) == (len(rows), len(rows)), report

    unchanged()


# --- one broken cell ------------------------------------------------------------------------------


FILLED = {("qi_projects", "as_at"), ("workshops", "workshop_type")}


@EACH_KIND
def test_a_broken_cell_is_stored_as_it_stands_or_its_row_set_aside(full_store, name):
    columns, rows = cells_of(name)
    before = export(full_store, name)
    with reading(full_store) as session:
        areas = loaders.matching.Known(session).areas
        names = {area_key(n): a.code for a in areas.by_id.values() for n in (a.code, a.name, *a.aliases)}

    @given(
        at=st.tuples(st.integers(0, len(rows) - 1), st.integers(0, len(columns) - 1)),
        text=st.one_of(st.sampled_from(BROKEN), st.text(max_size=8)),
        ending=st.sampled_from([".csv", ".csv", ".xlsx"]),
    )
    @QUICK
    def kept_or_held(at, text, ending):
        row, place = at
        if ending == ".xlsx" and any(c < " " or "\ud800" <= c <= "\uffff" for c in text):
            ending = ".csv"  # a workbook cannot hold it
        if any("\ud800" <= c <= "\udfff" for c in text):
            return
        broken = [list(cells) for cells in rows]
        broken[row][place] = text
        write = as_workbook if ending == ".xlsx" else partial(as_csv, quoting=int("\r" in text))
        with loaded(full_store, name, write([columns, *broken]), f"file{ending}") as report:
            if report.status == "refused":
                return
            assert report.rows.read in (len(rows), len(rows) - 1)  # a row of one cell may be blank now
            new = [cells for cells in export(full_store, name) if cells not in before]
            assert len(new) == report.rows.added + report.rows.changed <= 1
            for cells in new:
                given_cells = dict(zip(columns, broken[row], strict=True))
                stars = "*" in given_cells.values()
                for column, stored in cells.items():
                    if (name, column) in FILLED and not clean_cell(given_cells[column]):
                        continue
                    said = given_cells.get(column, "")
                    assert means(column, said, stored, names), (column, said, stored)
                    assert stored != "*" or stars

    kept_or_held()


# --- broken shapes --------------------------------------------------------------------------------


def shapes(columns: list[str], rows: list[list[str]], required: str) -> dict[str, tuple[list, str]]:
    """Broken tables by name, each with a word of the refusal."""
    at = columns.index(required)
    without = [[c for n, c in enumerate(row) if n != at] for row in (columns, *rows)]
    blank = ["" if n == at else c for n, c in enumerate(columns)]
    return {
        "a missing column": (without, required),
        "a blank heading": ([blank, *rows], required),
        "a doubled heading": ([[*columns, required], *[[*row, row[at]] for row in rows]], "more than once"),
        "no heading over a column": ([columns, *[[*row, "x"] for row in rows]], "do not have the"),
        "every row cut off": ([columns, *[row[:-1] for row in rows]], "do not have the"),
        "headings alone": ([columns], "no rows below"),
    }


@EACH_KIND
def test_a_broken_shape_refuses_the_file_in_words(full_store, name):
    columns, rows = cells_of(name)
    before = read_facts(full_store)
    required = KINDS[name].row.required_columns()[1]
    for shape, (table, word) in shapes(columns, rows, required).items():
        report = loaders.load_file(full_store, as_csv(table), "file.csv", kind=name)
        assert (report.status, report.is_fault) == ("refused", False), (shape, report.message)
        assert word in report.message, (shape, report.message)
    assert read_facts(full_store) == before


@EACH_KIND
def test_one_odd_row_among_good_ones_is_set_aside_or_left_out(full_store, name):
    columns, rows = cells_of(name)
    good = len(rows)
    odd = {
        "cut off": rows[0][:-1],
        "too long": [*rows[0], "more"],
        "the headings again": columns,
        "a total": ["Total", *rows[0][1:]],
    }
    for shape, row in odd.items():
        report = loaders.load_file(
            full_store, as_csv([columns, *rows, *rows, row]), "a.csv", kind=name, dry_run=True
        )
        assert_adds_up(report)
        held = [problem for problem in report.problems if problem.row == 2 * good + 2]
        assert held and report.rows.quarantined == 1, (shape, report)
        assert report.rows.unchanged == 2 * good, (shape, report)
