"""How numbers are written for people: "41%", "13 of 19 projects", "5.5 out of 7", "12 days"."""

from __future__ import annotations

from measures.definitions import Definition, Unit
from measures.series import Point


def format_value(value: float, definition: Definition, decimals: int = 1) -> str:
    """Write one value in the measure's unit. A share is given as a fraction and written as a percentage.

    A share just short of everything or nothing is never rounded into it: "over 99%", "under 1%".
    """
    match definition.unit:
        case Unit.PERCENT:
            percent = round(value * 100)
            if percent == 100 and value < 1:  # noqa: PLR2004
                return "over 99%"
            return "under 1%" if percent == 0 and value > 0 else f"{percent}%"
        case Unit.COUNT:
            return f"{round(value):,}"
        case Unit.DAYS:
            return count_of(round(value), "day")
        case _:
            return f"{value:.{decimals}f}"


def format_range(low: float, high: float, definition: Definition) -> tuple[str, str]:
    """Write the two ends of a range; more decimals where one would make them look alike."""
    ends = format_value(low, definition), format_value(high, definition)
    if ends[0] == ends[1] and high > low:
        ends = format_value(low, definition, 2), format_value(high, definition, 2)
    return (ends[0].removesuffix(" days"), ends[1]) if definition.unit == Unit.DAYS else ends


def count_of(number: float, noun: str) -> str:
    """A number with its noun, "1 month", "8 months"."""
    return f"{number:,.0f} {noun}" + ("" if number == 1 else "s")


def describe_point(point: Point, definition: Definition) -> str:
    """One point in words, counts before percentages: "13 of 19 projects (68%)". Empty without a value."""
    if point.value is None:
        return ""
    words = definition.words
    match definition.unit:
        case Unit.PERCENT:
            return f"{describe_counts(point, definition)} ({format_value(point.value, definition)})"
        case Unit.COUNT:
            return (
                f"{format_value(point.value, definition)} {words.one if point.value == 1 else words.counted}"
            )
        case Unit.SCORE:
            scores = f"{point.denominator:,.0f} {words.one if point.denominator == 1 else words.counted}"
            return f"{format_value(point.value, definition)} out of 7, from {scores}"
        case Unit.RATIO:
            return f"{format_value(point.value, definition)} {words.happened}"
        case _:
            return format_value(point.value, definition)


def describe_counts(point: Point, definition: Definition) -> str:
    """Numerator and denominator of a share in words: "13 of 19 projects"."""
    noun = definition.words.one if point.denominator == 1 else definition.words.counted
    return f"{point.numerator:,.0f} of {point.denominator:,.0f} {noun}"
