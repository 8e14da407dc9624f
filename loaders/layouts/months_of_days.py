"""A column of days of which only the months are kept, read while a file of any length runs past.

Whether the month stands before the day is known only at the end, so a day that could be either way is marked,
and whoever counts keeps those rows apart until then.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from pydantic_core import PydanticCustomError

from data_model.rows.dates import EARLIEST, MonthFirst, judge_order, parse_date, parse_month

MONTH_FIRST = "the date has, or may have, the month before the day"
_MONTH_FIRST_DAY = "07/22/2025"
_DAY_LENGTH = 10
_CLOCK = re.compile(r"[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?", re.ASCII)
_KEPT = 8192


class DayRead(NamedTuple):
    """The first day of a month, or ``None`` and why; ``unsure`` if 03/04 could also be 04/03."""

    month: date | None
    unsure: bool
    problem: str


class MonthsOfDays:
    """Reads cells one by one, remembers the commonest, and judges the order of day and month."""

    def __init__(self, today: date) -> None:
        self._today = today
        self._month_first = self._clear = False
        self._remembered = lru_cache(maxsize=_KEPT)(self._read)

    def read(self, text: str) -> DayRead:
        """The month of a day, of a day with a time, or of a month as written."""
        # Without its time a day is one of a few hundred that are remembered; with it, nearly each is new.
        if len(text) > _DAY_LENGTH and _CLOCK.fullmatch(text, _DAY_LENGTH):
            return self._remembered(text[:_DAY_LENGTH])
        return self._remembered(text)

    @property
    def order(self) -> MonthFirst:
        """What the cells read so far say of the order: none, some or all that tell are month first."""
        if not self._month_first:
            return MonthFirst.NO
        return MonthFirst.SOME if self._clear else MonthFirst.ALL

    def _read(self, text: str) -> DayRead:
        if not text:
            return DayRead(None, False, "no date")
        if judge_order((text,)) is MonthFirst.ALL:
            self._month_first = True
            return DayRead(None, False, MONTH_FIRST)
        try:
            day = _parse(text)
        except PydanticCustomError:
            return DayRead(None, False, "no date that can be read")
        # Beside a day that is month first, only a day that tells its order counts as clear.
        clear = judge_order((text, _MONTH_FIRST_DAY)) is MonthFirst.SOME
        self._clear |= clear
        if not EARLIEST <= day <= self._today:
            return DayRead(None, False, "a date before 2000 or after today")
        return DayRead(day.replace(day=1), not clear and day.day != day.month, "")


def _parse(text: str) -> date:
    try:
        return parse_date(text)
    except PydanticCustomError:
        return parse_month(text)
