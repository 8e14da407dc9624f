"""Month ends, weekdays and straight lines between months."""

import calendar
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from random import Random

_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def month_end(year: int, month: int) -> date:
    """Last day of a calendar month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def month_key(day: date) -> str:
    """The month of a day as the templates write it, such as ``2025-03``."""
    return f"{day.year:04d}-{day.month:02d}"


def month_number(key: str) -> int:
    """Months since year 0 of a key such as ``2025-03``, for counting and comparing."""
    year, month = key.split("-")
    return int(year) * 12 + int(month) - 1


def month_words(number: int) -> str:
    """A month number in words, such as ``March 2025``, whatever the language of the machine."""
    return f"{_NAMES[number % 12]} {number // 12}"


def month_ends(first_key: str, last: date) -> list[date]:
    """Every month end from the month ``first_key`` up to and including ``last``."""
    ends: list[date] = []
    number = month_number(first_key)
    while (end := month_end(number // 12, number % 12 + 1)) <= last:
        ends.append(end)
        number += 1
    return ends


def last_complete_month_end(until: date) -> date:
    """The newest month end on or before ``until``."""
    if until == month_end(until.year, until.month):
        return until
    return until.replace(day=1) - timedelta(days=1)


def interpolate(points: Mapping[str, float], day: date) -> float:
    """Value in the month of ``day`` on straight lines through ``points`` (month to value), flat outside."""
    now = month_number(month_key(day))
    known = sorted((month_number(key), value) for key, value in points.items())
    if now <= known[0][0]:
        return known[0][1]
    for (left, low), (right, high) in pairwise(known):
        if now <= right:
            return low + (high - low) * (now - left) / (right - left)
    return known[-1][1]


def weekdays(first: date, last: date) -> list[date]:
    """Mondays to Fridays from ``first`` to ``last``, both included; empty if there is none."""
    span = (last - first).days
    days = (first + timedelta(days=step) for step in range(span + 1))
    return [day for day in days if day.weekday() < 5]


def pick_weekday(rng: Random, first: date, last: date) -> date | None:
    """One weekday at random between two days, both included; ``None`` if there is none."""
    days: Sequence[date] = weekdays(first, last)
    return rng.choice(days) if days else None
