"""Days, times and durations as meeting programs and people write them, whatever the order of day and month.

Programs write dates as the organiser's computer does: ``7/22/26, 7:00:11 PM`` or ``22/07/2026, 19:00:11``.
The order is taken from the file if any value above 12 tells it, else it is asked for, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from enum import Enum

from pydantic_core import PydanticCustomError

from data_model.rows.dates import parse_date
from loaders.layouts.column_finder import squeeze
from loaders.report import RefusedFileError

_CLOCK = (
    r"(?:,?\s*(?:at\s+)?(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*([ap])?\.?(?:m\.?)?(?:\s+[a-z]{2,4})?)?"
)
_FLAGS = re.IGNORECASE | re.ASCII
_YEAR_FIRST = re.compile(r"(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})[T]?" + _CLOCK, _FLAGS)
_NUMERIC = re.compile(r"(?:[a-z]{3,9},?\s+)?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})" + _CLOCK, _FLAGS)
_DAY_WORD = re.compile(
    r"(?:[a-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})[\s,.-]+(\d{4})" + _CLOCK, _FLAGS
)
_WORD_DAY = re.compile(
    r"(?:[a-z]{3,9},?\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})" + _CLOCK, _FLAGS
)
_SOME_DAY = re.compile(
    r"(?<!\d)(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d{2})"
    r"|\d{1,2}(?:st|nd|rd|th)?\s[a-z]{3,9}\s\d{4})(?!\d)",
    _FLAGS,
)
_WORDED_SPAN = re.compile(r"(?:(\d+)\s*h(?:\D*|$))?(?:(\d+)\s*m(?:\D*|$))?(?:(\d+)\s*s\D*)?", _FLAGS)
_CLOCK_SPAN = re.compile(r"(\d{1,3}):(\d{2}):(\d{2})", re.ASCII)
_MONTHS_IN_YEAR = 12
_HALF_DAY = 12
_CENTURY = 2000
UNSURE = (
    "The dates in the file could have the day or the month first, as 03/04/2025 could. Say which with "
    '--set date_order="day first" or "month first", or give the day with --set workshop_date=2025-03-31.'
)


class DateOrder(Enum):
    """Which of the first two numbers of a date is the day."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"


def find_date_order(texts: Iterable[str], answers: Mapping[str, str]) -> DateOrder | None:
    """How a file writes its dates: as answered, else as any value above 12 tells; ``None`` if nothing does.

    Raises:
        RefusedFileError: the answer is not one, contradicts the file, or the file contradicts itself.
    """
    told = {order for text in texts if (order := _told_by(text))}
    if len(told) > 1:
        raise RefusedFileError(
            "Some dates of the file have the day first and others the month first. Export it again."
        )
    found = next(iter(told), None)
    answer = squeeze(answers.get("date_order", ""))
    if not answer:
        return found
    given = {"dayfirst": DateOrder.DAY_FIRST, "monthfirst": DateOrder.MONTH_FIRST}.get(answer)
    if given is None:
        raise RefusedFileError('Give date_order as "day first" or "month first".')
    if found and found is not given:
        raise RefusedFileError(f"The dates of the file are {found.value}, but date_order says {given.value}.")
    return given


def find_order_of(day: date | None, texts: Iterable[str]) -> DateOrder | None:
    """The order in which one of the texts is ``day``; ``None`` if none is."""
    moments = ((order, read_moment(text, order)) for text in texts for order in DateOrder)
    return next((order for order, moment in moments if moment and moment.date() == day), None)


def needs_order(text: str) -> bool:
    """Whether a date means another day if day and month change places."""
    match = _NUMERIC.fullmatch(_spaced(text))
    return bool(match) and match[1] != match[2] and _told_by(text) is None


def read_moment(text: str, order: DateOrder | None) -> datetime | None:
    """A day with its time (midnight if it has none); ``None`` if it is not one, or could be two.

    A year of two digits is one of this century.
    """
    plain = _spaced(text)
    if match := _YEAR_FIRST.fullmatch(plain):
        return _make(match[1], match[2], match[3], match.groups()[3:])
    if match := _NUMERIC.fullmatch(plain):
        if order is None and needs_order(plain):
            return None
        months = order or _told_by(plain)
        month, day = (match[1], match[2]) if months is DateOrder.MONTH_FIRST else (match[2], match[1])
        return _make(match[3], month, day, match.groups()[3:])
    if match := _DAY_WORD.fullmatch(plain):
        return _make_worded(match[1], match[2], match[3], match.groups()[3:])
    if match := _WORD_DAY.fullmatch(plain):
        return _make_worded(match[2], match[1], match[3], match.groups()[3:])
    return None


def read_minutes(text: str) -> float | None:
    """A length of stay in minutes: ``1h 27m 51s``, ``00:47:03`` or plain minutes; ``None`` if it is none."""
    plain = _spaced(text)
    if re.fullmatch(r"\d{1,5}(?:\.\d+)?", plain, re.ASCII):
        return float(plain)
    match = _CLOCK_SPAN.fullmatch(plain) or (_WORDED_SPAN.fullmatch(plain) if plain else None)
    if match is None or not any(match.groups()):
        return None
    hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return hours * 60 + minutes + seconds / 60


def find_day_texts(text: str) -> list[str]:
    """Everything in a text that is written like a day: ``Date: 12/03/2025`` holds one."""
    return [match[0] for match in _SOME_DAY.finditer(_spaced(text))]


def _spaced(text: str) -> str:
    # Some programs put narrow and other unusual spaces before PM.
    return " ".join(text.split())


def _told_by(text: str) -> DateOrder | None:
    match = _NUMERIC.fullmatch(_spaced(text))
    if not match:
        return None
    first, second = int(match[1]), int(match[2])
    if first > _MONTHS_IN_YEAR >= second:
        return DateOrder.DAY_FIRST
    return DateOrder.MONTH_FIRST if second > _MONTHS_IN_YEAR >= first else None


def _make(year: str, month: str, day: str, clock: tuple[str | None, ...]) -> datetime | None:
    number = int(year) if len(year) > 2 else _CENTURY + int(year)  # noqa: PLR2004
    try:
        return datetime.combine(date(number, int(month), int(day)), _time(clock))
    except ValueError:
        return None


def _make_worded(day: str, month: str, year: str, clock: tuple[str | None, ...]) -> datetime | None:
    try:
        return datetime.combine(parse_date(f"{day} {month} {year}"), _time(clock))
    except (PydanticCustomError, ValueError):
        return None


def _time(clock: tuple[str | None, ...]) -> time:
    hour, minute, second, half = clock
    number = int(hour or 0)
    if half:
        number = number % _HALF_DAY + (_HALF_DAY if half.lower() == "p" else 0)
    return time(number, int(minute or 0), int(second or 0))
