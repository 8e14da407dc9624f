"""Reads the caller's sequences into plain rows and says which are missing (rule 1 of the chart rules).

Missing is NaN from here on. A row is missing if anything in it is absent or not finite. A count out of a
count is missing if the denominator is not positive or the numerator is outside 0 to the denominator; a count
per exposure is missing if the exposure is not positive; a mean is missing if its size is zero. What can only
be a mistake raises: negative counts, negative days, negative sizes of means.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite, isnan, nan
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = Sequence[float | None] | NDArray[Any]

# Beyond this squares overflow, and no count of people or days gets near.
LARGEST = 1e100
_PLAIN = frozenset({int, float})


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of one chart or one phase; lists of equal length, NaN = missing.

    `numerators` and `sizes` are empty for charts whose rows have no denominator.
    """

    values: list[float]
    numerators: list[float]
    sizes: list[float]

    def cut(self, start: int, stop: int | None) -> "Rows":
        """Return the rows from `start` up to `stop`."""
        if start == 0 and stop == len(self.values):
            return self
        return Rows(self.values[start:stop], self.numerators[start:stop], self.sizes[start:stop])


def read_numbers(sequence: Numbers, name: str) -> list[float]:
    """Return the sequence as floats, NaN for missing; ValueError for text, tables and impossible sizes."""
    items = _read_items(sequence, name)
    if _is_plain(items):
        return [float(item) for item in items]
    return [_read_number(item, name, row) for row, item in enumerate(items)]


def _is_plain(items: list[Any]) -> bool:
    """Return whether all are ordinary numbers, so that the usual series need not be looked at one by one.

    A NaN that hides the smallest or largest fails the comparison and sends the list the long way round.
    """
    if not items:
        return True
    return _PLAIN.issuperset(map(type, items)) and min(items) > -LARGEST and max(items) < LARGEST


def _read_items(sequence: Numbers, name: str) -> list[Any]:
    if isinstance(sequence, str | bytes):
        raise ValueError(f"{name} must be a list of numbers, not text.")
    if isinstance(sequence, list):
        return sequence
    if isinstance(sequence, np.ndarray):
        if sequence.ndim != 1:
            raise ValueError(f"{name} must be one column of numbers, not a table.")
        return sequence.tolist()
    try:
        return list(sequence)
    except TypeError:
        raise ValueError(f"{name} must be a list of numbers, not {sequence!r}.") from None


def _read_number(item: object, name: str, row: int) -> float:
    if item is None:
        return nan
    try:
        if isinstance(item, str | bytes):
            raise TypeError
        number = float(item)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        raise ValueError(f"{name}, row {row}: {item!r} is not a number.") from None
    except OverflowError:
        number = 2 * LARGEST
    if not isfinite(number):
        return nan
    if abs(number) >= LARGEST:
        raise ValueError(f"{name}, row {row}: the number is too large to chart.")
    return number


def read_not_negative(sequence: Numbers, name: str) -> list[float]:
    """Return the sequence as floats, NaN for missing; ValueError if one is negative."""
    numbers = read_numbers(sequence, name)
    for row, number in enumerate(numbers):
        if number < 0:
            raise ValueError(f"{name}, row {row}: {number:g} is negative.")
    return numbers


def check_same_length(first: list[float], first_name: str, second: list[float], second_name: str) -> None:
    """Raise ValueError unless both lists have one entry a row."""
    if len(first) != len(second):
        raise ValueError(
            f"{first_name} has {len(first)} rows and {second_name} has {len(second)}; they must be the same."
        )


def read_values(values: Numbers) -> Rows:
    """Return rows of plain values (XmR and run charts)."""
    return Rows(read_numbers(values, "values"), [], [])


def read_counts(counts: Numbers, name: str) -> Rows:
    """Return rows of counts or days between events; ValueError if one is negative."""
    return Rows(read_not_negative(counts, name), [], [])


def read_proportions(numerators: Numbers, denominators: Numbers) -> Rows:
    """Return rows of counts out of counts; a row with 0/0, n < 0 or more than all is missing."""
    tops = read_numbers(numerators, "numerators")
    bottoms = read_numbers(denominators, "denominators")
    check_same_length(tops, "numerators", bottoms, "denominators")
    return _join_rows(
        [
            top / bottom if bottom > 0.0 and 0.0 <= top <= bottom else nan
            for top, bottom in zip(tops, bottoms, strict=True)
        ],
        tops,
        bottoms,
    )


def read_rates(counts: Numbers, exposures: Numbers) -> Rows:
    """Return rows of counts per exposure; a row without a positive exposure is missing."""
    tops = read_not_negative(counts, "counts")
    bottoms = read_numbers(exposures, "exposures")
    check_same_length(tops, "counts", bottoms, "exposures")
    values = [top / bottom if bottom > 0.0 else nan for top, bottom in zip(tops, bottoms, strict=True)]
    return _join_rows(values, tops, bottoms)


def read_means(values: Numbers, sizes: Numbers) -> Rows:
    """Return rows of means with their sizes; a row of size 0 is missing, a negative size raises."""
    means = read_numbers(values, "values")
    counts = read_not_negative(sizes, "sizes")
    check_same_length(means, "values", counts, "sizes")
    present = [mean if count > 0 else nan for mean, count in zip(means, counts, strict=True)]
    return _join_rows(present, [], counts)


def _join_rows(values: list[float], numerators: list[float], sizes: list[float]) -> Rows:
    """Return the rows; where the value is missing the numbers behind it must not enter a sum either."""
    if any(map(isnan, values)):
        numerators = [nan if isnan(value) else top for value, top in zip(values, numerators, strict=False)]
        sizes = [nan if isnan(value) else size for value, size in zip(values, sizes, strict=True)]
    return Rows(values, numerators, sizes)
