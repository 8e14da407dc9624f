"""``etr.csv`` of the Organisation Data Service: 27 columns and no headings.

Addresses (columns 5 to 10) and the telephone number (18) are never looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.layouts.layout import Asked, Layout, Rewritten
from loaders.report import RefusedFileError
from loaders.sheets import RawTable, TextRow

_CODE, _NAME, _REGION, _ICB, _OPEN, _CLOSE, _LETTER = 0, 1, 2, 3, 10, 11, 23
# The last three columns are always empty: a program that saves the file again may cut them off.
_FEWEST, _MOST = 24, 27
_TRUST = re.compile(r"R[A-Z0-9]{2}")
# Most codes have three characters; those given since 2024 have five, as codes of sites have.
_ANY_CODE = re.compile(r"[A-Z0-9]{3}(?:[A-Z0-9]{2})?")
_DAY = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
# National groupings since 2020; https://digital.nhs.uk/services/organisation-data-service
_REGIONS = {
    "Y56": "London",
    "Y58": "South West",
    "Y59": "South East",
    "Y60": "Midlands",
    "Y61": "East of England",
    "Y62": "North West",
    "Y63": "North East and Yorkshire",
    "W00": "Wales",
}
_WALES = "W"


class ODSTrusts(Layout):
    """The list of trusts. Without headings it is known by the shape of its rows."""

    name = "ods_etr"
    title = "List of trusts of the Organisation Data Service (etr.csv)"
    kind = "nhs_trusts"

    def fits(self, table: RawTable) -> bool:
        """Whether all first rows have the shape, and one of them the code of a trust."""
        rows = [row.cells for row in table.first]
        return all(map(_has_shape, rows)) and any(_TRUST.fullmatch(cells[_CODE]) for cells in rows)

    def rewrite(self, tables: Sequence[RawTable], asked: Asked) -> Rewritten:
        """The columns that are kept.

        Raises:
            RefusedFileError: a row has not the shape of the others, so its columns may have moved.
        """
        table = next(table for table in tables if self.fits(table))
        notes = ["Addresses and telephone numbers in the file were not read."]
        columns = ("trust_code", "trust_name", "region", "icb_code", "open_date", "close_date")
        return Rewritten(columns, _rows(table), notes)


def _rows(table: RawTable) -> Iterator[TextRow]:
    for number, cells in table.read():
        if not _has_shape(cells):
            raise RefusedFileError(
                f"Row {number} does not have the {_MOST} columns of etr.csv, with a code in the first and a "
                "day such as 20000401 in the eleventh. Download the file again and load it as it is.",
                ODSTrusts.kind,
            )
        region = _REGIONS.get(cells[_REGION], cells[_REGION])
        if not region and cells[_LETTER] == _WALES:
            region = _REGIONS["W00"]
        days = (_DAY.sub(r"\1-\2-\3", cells[place]) for place in (_OPEN, _CLOSE))
        yield TextRow(number, (cells[_CODE], cells[_NAME], region, cells[_ICB], *days))


def _has_shape(cells: Sequence[str]) -> bool:
    return (
        len(cells) >= _FEWEST
        and not any(cells[_MOST:])
        and bool(_ANY_CODE.fullmatch(cells[_CODE]))
        and bool(_DAY.fullmatch(cells[_OPEN]))
    )
