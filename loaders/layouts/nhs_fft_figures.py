"""The rows of a Friends and Family Test table: trusts and England kept, totals of a filter left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pydantic_core import PydanticCustomError

from data_model.public_figures import FFTLevel
from data_model.rows.numbers import DASHES, parse_count, parse_written
from data_model.surveys import FFT_ANSWERS
from loaders.layouts.left_out import LeftOut
from loaders.layouts.nhs_fft_columns import FFTColumns
from loaders.sheets import RawTable, TextRow

FIGURES = ("responses", "eligible", *FFT_ANSWERS, "printed_positive", "printed_negative")
_SHARES = ("printed_positive", "printed_negative")
_HALF_A_POINT = 0.005
_ROUNDING = 1e-9


@dataclass
class FFTFigures:
    """One row of the source.

    Attributes:
        number: its row.
        code: the organisation's code; one of ours for England's rows; empty if the file gives none.
        cells: its figures by our names, and year and period where the table has them.
    """

    number: int
    level: FFTLevel
    code: str
    name: str
    cells: dict[str, str]


def read_figures(table: RawTable, columns: FFTColumns, left_out: LeftOut) -> list[FFTFigures]:
    """The rows below the headings that hold an organisation or England; the others are counted."""
    rows = [row for row in table.read() if row.number > columns.last]
    read = [figures for row in rows if (figures := _read_row(row, columns, left_out, table.name))]
    if _are_hundredths(read):
        for figures in read:
            figures.cells |= {name: _with_sign(figures.cells[name]) for name in _SHARES}
    return read


def _read_row(row: TextRow, columns: FFTColumns, left_out: LeftOut, sheet: str) -> FFTFigures | None:
    cells = {column: _tidy(row, place) for column, place in columns.places.items()}
    cells = dict.fromkeys((*FIGURES, "code", "name"), "") | cells
    code, name = (cells.pop(column).strip("".join(DASHES)).strip() for column in ("code", "name"))
    figures = [cells[column] for column in FIGURES]
    holds_figures = any(text and text != "-" for text in figures)
    if not (code or name or holds_figures):
        left_out.add("no organisation and no figures", row.number, sheet)
    elif not code and name.casefold().startswith("selection"):
        left_out.add('"Selection", which follows the filter that was left on', row.number, sheet)
    elif not code and name.casefold().startswith("england"):
        if holds_figures:
            return FFTFigures(row.number, FFTLevel.ENGLAND, _name_england(name), name, cells)
        left_out.add("England without figures", row.number, sheet)
    else:
        return FFTFigures(row.number, FFTLevel.TRUST, code, name, cells)
    return None


def _tidy(row: TextRow, place: int) -> str:
    text = row.cells[place] if place < len(row.cells) else ""
    if text in DASHES:
        return "-"
    return "" if text.casefold() == "n/a" else text


def _name_england(name: str) -> str:
    if "including" in name.casefold():
        return "ENG-INC"
    return "ENG-EXC" if "excluding" in name.casefold() else "ENG"


def _are_hundredths(read: Sequence[FFTFigures]) -> bool:
    """Whether percentages stand as 88, not as 0.88. Most must: one slip may not turn all the others."""
    bare = [number for figures in read if (number := _bare_number(figures.cells["printed_positive"]))]
    return sum(number > 1 for number in bare) * 2 > len(bare)


def _bare_number(text: str) -> float | None:
    try:
        number, percent = parse_written(text)
    except PydanticCustomError:
        return None
    return None if percent else float(number)


def _with_sign(text: str) -> str:
    return text if _bare_number(text) is None else f"{text}%"


def describe_differences(read: Sequence[FFTFigures]) -> Iterator[str]:
    """Say where the printed percentage positive is more than half a point from the six answers.

    Percentage positive = (very good + good) / all six answers. Source: NHS England's FFT pipeline.
    """
    found = [
        (figures.number, *shares)
        for figures in read
        if (shares := _both_shares(figures.cells)) and abs(shares[0] - shares[1]) > _HALF_A_POINT + _ROUNDING
    ]
    if found:
        number, printed, counted = found[0]
        rows = "one row" if len(found) == 1 else f"{len(found):,} rows"
        yield (
            f"In {rows} the printed percentage positive is more than half a point away from (very good + "
            f"good) / all six answers (first: row {number}, {printed:.1%} printed, {counted:.1%} worked "
            "out). Both are kept."
        )


def _both_shares(cells: dict[str, str]) -> tuple[float, float] | None:
    try:
        answers = [parse_count(cells[name]) for name in FFT_ANSWERS]
        number, percent = parse_written(cells["printed_positive"])
    except PydanticCustomError:
        return None
    if not sum(answers):
        return None
    return float(number) / (100 if percent else 1), sum(answers[:2]) / sum(answers)
