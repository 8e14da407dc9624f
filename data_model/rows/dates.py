"""Days, months and times of day as people write them: ISO is always ISO, everything else is day first.

A general date parser is not used: it reads 2025-04-03 as 4 March once it is told "day first".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from enum import Enum
from functools import lru_cache
from typing import Annotated

from pydantic import PlainValidator, ValidationInfo

from data_model.rows.base import problem

EARLIEST = date(2000, 1, 1)
# Plans: start, end and target days may lie this far ahead.
YEARS_AHEAD = 5

_ANY_CASE = re.IGNORECASE | re.ASCII
_TIME = r"(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?"
_ISO = re.compile(rf"(\d{{4}})-(\d{{2}})-(\d{{2}}){_TIME}", re.ASCII)
_NUMERIC = re.compile(rf"(\d{{1,2}})([/-])(\d{{1,2}})\2(\d{{4}}){_TIME}", re.ASCII)
_WORDED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})[ ,-]{1,2}(\d{4})", _ANY_CASE)
_SHORT_YEAR = re.compile(r"\d{1,2}([ /-])(?:\d{1,2}|[a-z]{3,9})\1\d{2}", _ANY_CASE)
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?", re.ASCII)
_ISO_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)(?::00)?", re.ASCII)
_WORDED_MONTH = re.compile(r"([a-z]{3,9})[ -](\d{4}|\d{2})", _ANY_CASE)
# Not the calendar module's names: those follow the language of the machine.
_FIRST_HALF = ("january", "february", "march", "april", "may", "june")
_SECOND_HALF = ("july", "august", "september", "october", "november", "december")
_MONTHS = {name: n for n, name in enumerate(_FIRST_HALF + _SECOND_HALF, 1)}
_MONTHS |= {name[:3]: n for name, n in _MONTHS.items()} | {"sept": 9}
_MONTHS_IN_YEAR = 12


class MonthFirst(Enum):
    """Whether a column of dates has the month before the day."""

    NO = "no"
    SOME = "some"
    ALL = "all"


def _make(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise problem("date_does_not_exist") from None


@lru_cache(maxsize=8192)
def parse_date(text: str) -> date:
    """Read one day; a time of day behind it is left out. Raises a plain problem if it is not a day."""
    if match := _ISO.fullmatch(text):
        return _make(int(match[1]), int(match[2]), int(match[3]))
    if match := _NUMERIC.fullmatch(text):
        day, month = int(match[1]), int(match[3])
        if day <= _MONTHS_IN_YEAR < month:
            raise problem("date_month_first")
        return _make(int(match[4]), month, day)
    if (match := _WORDED.fullmatch(text)) and match[2].lower() in _MONTHS:
        return _make(int(match[3]), _MONTHS[match[2].lower()], int(match[1]))
    if _SHORT_YEAR.fullmatch(text):
        raise problem("date_two_digit_year")
    raise problem("date_serial" if _SERIAL.fullmatch(text) else "date_not_read")


@lru_cache(maxsize=8192)
def parse_month(text: str) -> date:
    """Read a month, or the month of a day, as its first day. Raises a plain problem otherwise."""
    if match := _ISO_MONTH.fullmatch(text):
        return _make(int(match[1]), int(match[2]), 1)
    if (match := _WORDED_MONTH.fullmatch(text)) and match[1].lower() in _MONTHS:
        year = int(match[2])
        return _make(year if len(match[2]) > 2 else 2000 + year, _MONTHS[match[1].lower()], 1)  # noqa: PLR2004
    if any(pattern.fullmatch(text) for pattern in (_ISO, _NUMERIC, _WORDED, _SHORT_YEAR, _SERIAL)):
        return parse_date(text).replace(day=1)
    raise problem("month_not_read")


def parse_time(text: str) -> str:
    """Read a time of day by the 24-hour clock as "09:30". Raises a plain problem if it is none."""
    match = _CLOCK.fullmatch(text)
    if not match:
        raise problem("time_not_read")
    return f"{int(match[1]):02d}:{match[2]}"


def judge_order(texts: Iterable[str]) -> MonthFirst:
    """Whether a column's dates can only be month first: some of them, or every one that tells."""
    only_month_first = clear = False
    for text in texts:
        match = _NUMERIC.fullmatch(text)
        if match and int(match[1]) <= _MONTHS_IN_YEAR < int(match[3]):
            only_month_first = True
        elif match and int(match[1]) <= _MONTHS_IN_YEAR:
            continue  # 03/04/2025 may be either and tells nothing
        elif match or _ISO.fullmatch(text) or _WORDED.fullmatch(text) or _is_month(text):
            clear = True
    if not only_month_first:
        return MonthFirst.NO
    return MonthFirst.SOME if clear else MonthFirst.ALL


def _is_month(text: str) -> bool:
    return bool(_ISO_MONTH.fullmatch(text) or _WORDED_MONTH.fullmatch(text))


def _check_ambiguous(text: str, info: ValidationInfo) -> None:
    if info.field_name not in info.context["month_first"]:  # type: ignore[index]
        return
    match = _NUMERIC.fullmatch(text)
    if match and int(match[1]) <= _MONTHS_IN_YEAR and int(match[1]) != int(match[3]):
        raise problem("date_month_first")


def _check_range(day: date, latest: date, kind: str) -> date:
    if day < EARLIEST:
        raise problem("date_before_2000")
    if day > latest:
        raise problem(kind, years=YEARS_AHEAD)
    return day


def _read_past_day(text: str, info: ValidationInfo) -> date:
    _check_ambiguous(text, info)
    return _check_range(parse_date(text), info.context["today"], "date_in_future")  # type: ignore[index]


def _read_planned_day(text: str, info: ValidationInfo) -> date:
    _check_ambiguous(text, info)
    latest = info.context["today"] + timedelta(days=YEARS_AHEAD * 366)  # type: ignore[index]
    return _check_range(parse_date(text), latest, "date_too_late")


def _read_past_month(text: str, info: ValidationInfo) -> date:
    _check_ambiguous(text, info)
    return _check_range(parse_month(text), info.context["today"], "date_in_future")  # type: ignore[index]


PastDay = Annotated[date, PlainValidator(_read_past_day)]
PlannedDay = Annotated[date, PlainValidator(_read_planned_day)]
PastMonth = Annotated[date, PlainValidator(_read_past_month)]
TimeOfDay = Annotated[str, PlainValidator(parse_time)]
