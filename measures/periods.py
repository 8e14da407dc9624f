"""Months and quarters: their first and last days, their steps, and how they are written."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import Literal

Period = Literal["month", "quarter", "event"]
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def month_start(day: date) -> date:
    """The first day of the month of ``day``."""
    return day.replace(day=1)


def month_end(day: date) -> date:
    """The last day of the month of ``day``."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def add_months(start: date, months: int) -> date:
    """The first day of the month that lies ``months`` after the month of ``start``."""
    count = start.year * 12 + start.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def months_between(first: date, last: date) -> Iterator[date]:
    """The first days of all months from that of ``first`` to that of ``last``, both included."""
    month = month_start(first)
    while month <= last:
        yield month
        month = add_months(month, 1)


def period_start(day: date, period: Period) -> date:
    """The first day of the month or calendar quarter of ``day``; for events the day itself."""
    if period == "event":
        return day
    return add_months(day, -((day.month - 1) % 3)) if period == "quarter" else month_start(day)


def period_end(start: date, period: Period) -> date:
    """The last day of the period that begins on ``start``."""
    return start if period == "event" else month_end(add_months(start, 2 if period == "quarter" else 0))


def periods_between(first: date, last: date, period: Period) -> list[date]:
    """The starts of all periods from ``first`` to ``last``, both included; a step is one period."""
    step = 3 if period == "quarter" else 1
    return list(months_between(first, last))[::step]


def write_period(start: date, period: Period) -> str:
    """A period as people say it: "July 2025", "July to September 2025", "19 March 2019"."""
    if period == "event":
        return f"{start.day} {MONTHS[start.month - 1]} {start.year}"
    if period == "month":
        return f"{MONTHS[start.month - 1]} {start.year}"
    return f"{MONTHS[start.month - 1]} to {MONTHS[start.month + 1]} {start.year}"


def read_month(text: str) -> date:
    """Read ``2025-03`` or ``2025-03-31`` as a month.

    Raises:
        ValueError: the text is neither.
    """
    try:
        return month_start(date.fromisoformat(text if len(text) > len("2025-03") else f"{text}-01"))
    except ValueError:
        raise ValueError(f"{text!r} is not a month. Write it as 2025-03.") from None
