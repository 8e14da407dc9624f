"""Look-alikes of public NHS files: their headings and marks, made-up organisations and figures."""

import csv
import io
from collections.abc import Sequence

import xlsxwriter

from loaders.cells import clean_cell, text_of_excel_cell
from loaders.sheets import RawTable, TextRow

Grid = list[list]
NEW = ["Very Good", "Good", "Neither Good nor Poor", "Poor", "Very Poor", "Don\u2019t Know"]
OLD = [
    "Extremely Likely",
    "Likely",
    "Neither likely nor unlikely",
    "Unlikely",
    "Extremely Unlikely",
    "Don't Know",
]
TOTALS = ["Total Responses", "Total Eligible", "Percentage Positive", "Percentage Negative"]
OLD_TOTALS = [*TOTALS[:2], "Percentage Recommended", "Percentage Not Recommended"]
MODES = ["Mode SMS", "Mode Paper Home", "Mode Other"]
# One trust as the sheets of the new question have it: 90 of 100 very good or good.
TRUST = ["QXX", "RZ1", "MADE UP NHS TRUST", 100, 900, 0.9, 0.05, 60, 30, 3, 2, 3, 2]


def as_table(grid: Grid, name: str = "") -> RawTable:
    """A sheet as the readers hand it on: text cells, blank rows left out, numbers as a person sees them."""
    width = max(map(len, grid))
    rows = [
        TextRow(
            number, tuple(clean_cell(text_of_excel_cell(cell)) for cell in [*row, *[""] * (width - len(row))])
        )
        for number, row in enumerate(grid, 1)
        if any(cell not in ("", None) for cell in row)
    ]
    return RawTable(name, tuple(row for row in rows if row.number <= 30), lambda: iter(rows))


def as_tables(sheets: dict[str, Grid]) -> list[RawTable]:
    """Every sheet of a workbook."""
    return [as_table(grid, name) for name, grid in sheets.items()]


def as_workbook(sheets: dict[str, Grid], hidden: Sequence[str] = (), macros: bytes = b"") -> bytes:
    """The bytes of a workbook."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        for name, grid in sheets.items():
            sheet = book.add_worksheet(name)
            if name in hidden:
                sheet.hide()
            for number, row in enumerate(grid):
                sheet.write_row(number, 0, row)
        if macros:
            book.add_vba_project(io.BytesIO(macros), is_stream=True)
    return stream.getvalue()


def as_csv(grid: Grid) -> bytes:
    """The bytes of a CSV copy."""
    stream = io.StringIO()
    csv.writer(stream).writerows(grid)
    return stream.getvalue().encode()


def fft_sheet(
    *rows: list,
    answers=NEW,
    totals=TOTALS,
    codes=("ICB Code", "Trust Code", "Trust Name"),
    above=2,
    modes_below=True,
) -> Grid:
    """A sheet with its two rows of headings below ``above`` rows of filter controls."""
    before = len(codes) + len(totals)
    modes = ["Mode of Collection", "", ""] if modes_below else MODES
    upper = [*codes, *totals, "Breakdown of Responses", *[""] * 5, *modes]
    lower = [*[""] * before, *answers, *(MODES if modes_below else [])]
    controls = [["", "", "Sort data by:", "Show data for:", "\u2212"] for _ in range(above)]
    padded = [[*row, *[""] * (before + len(answers) - len(row))] for row in rows]
    # Only rows of organisations have modes of collection.
    return [*controls, upper, lower, *[[*row, *([1, 2, 3] if row[1] else [])] for row in padded]]


def fft_book(title: str, *rows: list, **shape) -> dict[str, Grid]:
    """A monthly workbook: notes, a sheet of ICBs, one of trusts, one of sites."""
    icb = fft_sheet(["QXX", "Made Up ICB", *TRUST[3:]], codes=("ICB Code", "ICB Name"), **shape)
    sites = fft_sheet(
        [*TRUST[:3], "RZ101", "MADE UP SITE", *TRUST[3:]],
        codes=("ICB Code", "Trust Code", "Trust Name", "Site Code", "Site Name"),
        **shape,
    )
    notes = [[], ["", title], [], ["FFT was asked in April 2013 for the first time."]]
    return {"Notes": notes, "ICB": icb, "Trusts": fft_sheet(*rows, **shape), "Sites": sites}


def england(name: str, *figures) -> list:
    """A row of totals: its name stands where the name of a trust does, without a code."""
    return ["", "", name, *figures]
