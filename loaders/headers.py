"""Finding the header row of a table by the columns that it names, and with it the kind of file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from loaders.cells import show_value
from loaders.kind import Kind
from loaders.personal_data import names_a_person
from loaders.report import RefusedFileError
from loaders.sheets import TextRow

LOOKED_AT = 30
# The column that our workbook of set-aside rows adds; it is passed over when the rows come back.
WHY = "why"
MOST_COLUMNS = 1000
_SHOWN_HEADINGS = 20
_FEWEST_SHARED = 2
_BLANKS = re.compile(r"[\s_]+")


@dataclass(frozen=True)
class Header:
    """Where the columns of a kind stand in a file.

    Attributes:
        row: the header row.
        places: the position of each column that the file has.
        extra: headings of columns that are not read.
        width: how many cells a row should have.
    """

    kind: Kind
    row: TextRow
    places: dict[str, int]
    extra: tuple[str, ...]
    width: int


def heading_key(text: str) -> str:
    """A heading without case, spaces and underscores."""
    return _BLANKS.sub("", text).casefold()


def find_header(rows: Sequence[TextRow], kinds: Iterable[Kind]) -> tuple[TextRow, Kind] | None:
    """The first row that names every column that one of ``kinds`` needs; the kind with most columns wins.

    Raises:
        RefusedFileError: it fits several kinds equally well.
    """
    for row in rows:
        if row.number > LOOKED_AT:
            return None
        named = {heading_key(cell) for cell in row.cells}
        fitting = [kind for kind in kinds if _needed(kind) <= named]
        if not fitting:
            continue
        most = max(len(_all(kind) & named) for kind in fitting)
        best = [kind for kind in fitting if len(_all(kind) & named) == most]
        if len(best) > 1:
            names = ", ".join(kind.name for kind in best)
            raise RefusedFileError(
                f"The columns fit more than one kind of file: {names}. Say which with --kind."
            )
        return row, best[0]
    return None


def count_known_headings(rows: Sequence[TextRow], kinds: Iterable[Kind]) -> int:
    """The most headings of any one kind that any of the first rows names."""
    return _closest(rows, kinds)[0]


def place_columns(row: TextRow, kind: Kind, columns: Mapping[str, str] | None = None) -> Header:
    """Say where each column stands.

    Args:
        row: the header row.
        kind: what kind of file it is.
        columns: of a file with other headings, which of them stands for which column of ours.

    Raises:
        RefusedFileError: a heading stands twice, or one between others is blank.
    """
    # Blank headings at the right edge over empty columns are only trailing separators.
    headings = row.cells[: _filled_width(row)]
    if len(headings) > MOST_COLUMNS:
        raise RefusedFileError(f"The file has more than {MOST_COLUMNS:,} columns.", kind.name)
    blank = [place for place, text in enumerate(headings, 1) if not text]
    if blank:
        raise blank_heading(blank, row, kind)
    doubled = [show_value(text) for text, times in Counter(map(heading_key, headings)).items() if times > 1]
    if doubled:
        raise RefusedFileError(
            f"These headings stand more than once in row {row.number}: {', '.join(doubled)}. "
            "Keep one column of each.",
            kind.name,
        )
    return _header(kind, row, headings, columns)


def blank_heading(places: Sequence[int], row: TextRow, kind: Kind) -> RefusedFileError:
    """The refusal of a file with content under a blank heading; ``places`` count from 1."""
    listed = ", ".join(map(str, places))
    message = f"Column {listed} has no heading in row {row.number}. Give it one, or delete it."
    return RefusedFileError(message, kind.name)


def describe_missing(rows: Sequence[TextRow], kinds: Sequence[Kind]) -> str:
    """Say why no header was found: what is missing for the kind that comes closest, and what was found.

    Cells of a row that shares less than two headings with a kind are not shown: they may be anybody's data.
    """
    matches, row, kind = _closest(rows, kinds)
    if row is not None and kind is not None and matches >= _FEWEST_SHARED:
        named = {heading_key(cell) for cell in row.cells}
        missing = [name for name in kind.row.required_columns() if heading_key(name) not in named]
        found = [show_value(cell) for cell in row.cells if cell][:_SHOWN_HEADINGS]
        return (
            f"Columns are missing. The file looks most like {kind.name}, which also needs: "
            f"{', '.join(missing)}. Found in row {row.number}: {', '.join(found)}."
        )
    if len(kinds) == 1:
        needed = ", ".join(kinds[0].row.required_columns())
        return (
            f"None of the first {LOOKED_AT} rows has the headings of {kinds[0].name}, which needs: {needed}."
        )
    known = ", ".join(each.name for each in kinds)
    return (
        f"None of the first {LOOKED_AT} rows has headings that are known ({known}). Use a template: "
        "python -m loaders template KIND."
    )


def describe_extra(header: Header) -> str | None:
    """Say which columns were not read, or nothing."""
    if not header.extra:
        return None
    listed = ", ".join(show_value(name) for name in header.extra[:_SHOWN_HEADINGS])
    personal = [show_value(name) for name in header.extra if names_a_person(name)]
    note = f"Columns that were not read: {listed}."
    if personal:
        note += f" {', '.join(personal)} may hold personal data: none of it was read or stored."
    return note


def _filled_width(row: TextRow) -> int:
    return max((place for place, text in enumerate(row.cells, 1) if text), default=0)


def _needed(kind: Kind) -> set[str]:
    return {heading_key(name) for name in kind.row.required_columns()}


def _all(kind: Kind) -> set[str]:
    return {heading_key(name) for name in kind.row.columns()}


def _closest(rows: Sequence[TextRow], kinds: Iterable[Kind]) -> tuple[int, TextRow | None, Kind | None]:
    best: tuple[int, TextRow | None, Kind | None] = (0, None, None)
    for row in rows:
        if row.number > LOOKED_AT:
            break
        named = {heading_key(cell) for cell in row.cells}
        for kind in kinds:
            matches = len(_all(kind) & named)
            if matches > best[0]:
                best = (matches, row, kind)
    return best


def _header(
    kind: Kind, row: TextRow, headings: Sequence[str], columns: Mapping[str, str] | None = None
) -> Header:
    known = {heading_key(name): name for name in kind.row.columns()}
    if columns is not None:
        known = {heading_key(theirs): ours for ours, theirs in columns.items()}
    left_out = {heading_key(name) for name in (*kind.left_out, WHY)}
    places, extra = {}, []
    for place, text in enumerate(headings):
        key = heading_key(text)
        if key in known:
            places[known[key]] = place
        elif key not in left_out:
            extra.append(text)
    return Header(kind, row, places, tuple(extra), len(headings))
