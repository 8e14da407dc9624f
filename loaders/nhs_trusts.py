"""Trusts as the Organisation Data Service lists them: kind ``nhs_trusts``.

Addresses and telephone numbers of its file are never read. Join on the trust code only.
"""

from __future__ import annotations

from collections.abc import Mapping

from data_model import NHSTrust
from data_model.rows import CellProblem, NHSTrustRow
from loaders.kind import Kind, Record
from loaders.matching import Known
from loaders.report import RefusedFileError


class NHSTrusts(Kind):
    """One row a trust."""

    name = "nhs_trusts"
    row = NHSTrustRow
    model = NHSTrust
    key = ("trust_code",)
    is_dated_list = True

    def check_together(self, records: Mapping[int, Record], known: Known) -> dict[int, list[CellProblem]]:
        """Refuse a list that knows less than the store does: it is older, and would undo what has changed.

        A newer list holds every opening and closing that an older one holds. A few rows typed to correct
        some trusts are no list.

        Raises:
            RefusedFileError: the list is older.
        """
        stored, until = known.trusts
        is_list = len(records) * 2 >= stored
        newest = max((day for record in records.values() for day in _days(record)), default="")
        if is_list and newest < until:
            raise RefusedFileError(
                f"This list is older than the one that is stored: the newest opening or closing in it is of "
                f"{newest or 'no day'}, and the store knows one of {until}. Load the newest list. To go back "
                "to this one, undo the load of the newer one first.",
                self.name,
            )
        return {}


def _days(record: Record) -> list[str]:
    return [day.isoformat() for day in (record["open_date"], record["close_date"]) if day]
