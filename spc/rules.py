"""The rules for special-cause variation, each a small function on plain vectors (rule 4 of the chart rules).

Every detector returns one sign a point: 1 = fired high or rising, -1 = fired low or falling, 0 = did not.
Missing points are NaN; no comparison with NaN is true, so a missing month breaks every run by itself.
"""

from itertools import pairwise

TWO_THIRDS = 2 / 3
ENOUGH_BEYOND = 2  # of three points in a row


def find_sides(values: list[float], centre: float, slack: float) -> list[int]:
    """Return 1 above the centre line, -1 below, 0 on it (within `slack`) or missing."""
    high, low = centre + slack, centre - slack
    return [1 if value > high else -1 if value < low else 0 for value in values]


def detect_outside(values: list[float], lower: list[float], upper: list[float], slack: float) -> list[int]:
    """Return the points strictly beyond a limit (Shewhart's rule)."""
    return [
        1 if value > high + slack else -1 if value < low - slack else 0
        for value, low, high in zip(values, lower, upper, strict=True)
    ]


def detect_shift(sides: list[int], length: int) -> list[int]:
    """Return the runs of at least `length` points strictly on one side of the centre line."""
    hits = [0] * len(sides)
    for side, start, stop in _unbroken(sides, length):
        hits[start:stop] = [side] * (stop - start)
    return hits


def detect_trend(values: list[float], length: int, slack: float) -> list[int]:
    """Return the runs of at least `length` points, each strictly beyond the one before, one way.

    A point that ends one trend and starts the next belongs to the later one.
    """
    hits = [0] * len(values)
    steps = [
        1 if (step := later - earlier) > slack else -1 if step < -slack else 0
        for earlier, later in pairwise(values)
    ]
    for way, start, stop in _unbroken(steps, length - 1):
        hits[start : stop + 1] = [way] * (stop + 1 - start)
    return hits


def find_beyond_two_sigma(
    values: list[float], centre: float, distances: list[float], slack: float
) -> list[int]:
    """Return the sign of each point beyond two thirds of its three-sigma distance from the centre line."""
    return [
        1 if (gap := value - centre) > (far := distance * TWO_THIRDS + slack) else -1 if gap < -far else 0
        for value, distance in zip(values, distances, strict=True)
    ]


def detect_two_in_three(beyond: list[int], sides: list[int]) -> list[int]:
    """Return the points beyond two sigma in each three in a row on one side with at least two of them.

    `beyond` comes from `find_beyond_two_sigma`; beyond three sigma counts too.
    """
    hits = [0] * len(sides)
    if not any(beyond):
        return hits
    for last in range(2, len(sides)):
        first = last - 2
        if abs(beyond[first] + beyond[last - 1] + beyond[last]) < ENOUGH_BEYOND:
            continue
        if sides[first] == sides[last - 1] == sides[last]:
            for point in range(first, last + 1):
                hits[point] = beyond[point] or hits[point]
    return hits


def _unbroken(signs: list[int], length: int) -> list[tuple[int, int, int]]:
    """Return (sign, start, stop) of each run of at least `length` equal signs that are not 0."""
    found = []
    start = 0
    for stop in range(1, len(signs) + 1):
        if stop == len(signs) or signs[stop] != signs[start]:
            if signs[start] and stop - start >= length:
                found.append((signs[start], start, stop))
            start = stop
    return found
