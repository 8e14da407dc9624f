"""Source rows that are left out of a count: how many, why, and the first of each. Never what they hold."""

from __future__ import annotations


class LeftOut:
    """Counts by reason; the reasons are phrases such as "no date"."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}
        self._first: dict[str, str] = {}

    def add(self, reason: str, row: int, sheet: str = "", rows: int = 1) -> None:
        """Count ``rows`` rows of which ``row`` is the first; ``sheet`` is named if there are several."""
        if reason not in self._counts:
            self._first[reason] = f'row {row} of "{sheet}"' if sheet else f"row {row}"
        self._counts[reason] = self._counts.get(reason, 0) + rows

    def describe(self) -> list[str]:
        """One sentence a reason: "12 rows were left out: no date (first: row 17)."."""
        return [
            f"{count:,} {'row was' if count == 1 else 'rows were'} left out: {reason} "
            f"(first: {self._first[reason]})."
            for reason, count in self._counts.items()
        ]
