"""Plain words for everything that can be wrong with a cell. The library's own texts are never shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import ValidationError


@dataclass(frozen=True)
class CellProblem:
    """What is wrong in one place of one row, and what to do about it."""

    column: str | None
    value: str
    problem: str
    cure: str


_WRITE_DATE = "Write it as 2025-03-31 or 31/03/2025."
_WRITE_COUNT = "Write digits only, for example 12 or 1,303."

MESSAGES: dict[str, tuple[str, str]] = {
    "missing": ("This cell is empty.", "Fill it in."),
    "date_not_read": ("This is not a date that can be read.", _WRITE_DATE),
    "date_does_not_exist": ("There is no such day in the calendar.", _WRITE_DATE),
    "date_two_digit_year": ("The year has only two digits.", "Write the year with four digits: 31/03/2025."),
    "date_month_first": (
        "This date has, or may have, the month before the day.",
        "Write the day first (22/07/2025), or the year first (2025-07-22).",
    ),
    "date_serial": (
        "This is a number, not a date. Excel may have stored the date as a number.",
        "Format the column as a date in Excel, or write it as 2025-03-31.",
    ),
    "date_before_2000": ("This date is before 2000.", "Check the year."),
    "date_in_future": (
        "This date is in the future, but this column is for things that have happened.",
        "Check the date. Load the row again once it has happened.",
    ),
    "date_too_late": ("This date is more than {years} years from now.", "Check the year."),
    "month_not_read": ("This is not a month that can be read.", "Write it as 2025-03, Mar-25 or March 2025."),
    "time_not_read": ("This is not a time of day that can be read.", "Write it as 14:00."),
    "count_not_read": ("This is not a whole number.", _WRITE_COUNT),
    "count_too_large": ("This number is too large to be right.", "Check it. The most is {most}."),
    "count_hidden": (
        "A star means that a number was hidden. This column needs the number itself.",
        "Write the number, or leave the cell empty if the column may be empty.",
    ),
    "count_dash": (
        "A dash means that a percentage could not be worked out. It is not a count.",
        "Write the number, 0 if there were none, or * if it was hidden.",
    ),
    "number_not_read": ("This is not a number.", "Write digits with a point, for example 5.3."),
    "number_out_of_range": (
        "This number is outside the range {least} to {most}.",
        "Check it against where it came from.",
    ),
    "number_negative": ("This number is below 0.", "Check it against where it came from."),
    "share_not_read": ("This is more than 1 but has no % sign.", "Write it as 88% or 0.88."),
    "answers_not_whole": (
        "Some of the six answers are numbers and others are not.",
        "Fill in all six, or put * in all six if they were hidden.",
    ),
    "answers_more_than_responses": (
        "The six answers add up to more than this.",
        "Check it against where it came from.",
    ),
    "variable_not_known": (
        "This is not a variable that is kept.",
        "Use a theme (theme_engagement), an element (PP1, PP3_2) or response_rate.",
    ),
    "dash_with_answers": (
        "There are answers but no mean score.",
        "Write the mean score, or * if it was hidden. A dash fits only when there were 0 answers.",
    ),
    "mean_without_answers": ("There is a mean score but there were 0 answers.", "Write - as the mean score."),
    "word_not_known": ("This is not one of the words for this column.", "Use one of: {words}."),
    "text_too_long": ("This text is too long.", "Shorten it to {most} characters."),
    "list_empty": ("There is nothing between the semicolons.", "Write the names with ; between them."),
    "quarter_not_read": ("This is not a quarter that can be read.", "Write it as Q1 2025/26."),
    "ends_before_start": ("The end is before the start.", "Check both dates."),
    "needed_here": ("This cell is empty, but {other} is {word}.", "Fill it in."),
    "not_used_here": ("This is filled, but {other} is {word}.", "Leave it empty, or check {other}."),
    "role_missing": (
        "This cell is empty.",
        "Fill it in, with 0 if there were none. People whose role is not known are counted in unknown_role.",
    ),
    "part_larger_than_whole": ("This is more than {whole} in the same row.", "Check both numbers."),
    "part_without_whole": ("This is filled but {whole} is empty.", "Fill in both, or neither."),
}
_UNFORESEEN = ("This value cannot be used.", "Compare it with the template and correct it.")


def describe_errors(error: ValidationError, cells: Mapping[str, str]) -> list[CellProblem]:
    """One plain problem for each error of a row.

    Args:
        error: what the row schema raised.
        cells: the row's cells as text, by column.
    """
    found = []
    for item in error.errors(include_url=False, include_input=False):
        context = item.get("ctx", {})
        column = str(item["loc"][0]) if item["loc"] else context.get("column")
        problem, cure = MESSAGES.get(item["type"], _UNFORESEEN)
        value = cells.get(column, "") if column else ""
        found.append(CellProblem(column, value, problem.format(**context), cure.format(**context)))
    return found
