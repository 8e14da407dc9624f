"""Which month a Friends and Family Test file is about, and so which question was asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from pydantic_core import PydanticCustomError

from data_model.public_figures import FFTQuestion
from data_model.rows.dates import parse_month
from loaders.cells import show_value
from loaders.layouts.layout import Asked, Question
from loaders.layouts.nhs_fft_columns import KIND, FFTColumns
from loaders.report import RefusedFileError
from loaders.sheets import RawTable

MONTH = Question("month", "Which month are the figures of? Write it as 2025-07.", needed=True)
# The day on which the wording changed from "would you recommend" to "overall experience".
NEW_QUESTION = date(2020, 4, 1)
_LONGEST_TITLE = 150
_WORD = r"(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_TITLE = re.compile(rf".*\bfriends\s+(?:and|&)\s+family\b.*\b{_WORD}\s+(20\d\d)", re.IGNORECASE | re.DOTALL)
_IN_NAME = re.compile(rf"(?<![a-z]){_WORD}[\s_\-]*(20\d\d|\d\d)(?!\d)", re.IGNORECASE)
_ISO_IN_NAME = re.compile(r"(?<!\d)(20\d\d)[\s_\-](0[1-9]|1[0-2])(?!\d)")


def find_titles(tables: Sequence[RawTable]) -> Iterator[str]:
    """Short cells of the first rows that name the test."""
    for table in tables:
        for row in table.first:
            for cell in row.cells:
                if len(cell) <= _LONGEST_TITLE and re.search(
                    r"friends\s+(?:and|&)\s+family", cell, re.IGNORECASE
                ):
                    yield cell


def find_month(tables: Sequence[RawTable], asked: Asked, notes: list[str]) -> date:
    """The month that somebody gave, else that of the file's own words, else that of its name.

    Raises:
        RefusedFileError: there is none, or more than one.
    """
    said = {_parse(*match.groups()) for title in find_titles(tables) if (match := _TITLE.fullmatch(title))}
    if len(said) > 1:
        raise RefusedFileError(
            "The workbook names more than one month, so it was put together by hand.", KIND
        )
    named = _months_in(asked.name)
    if given := asked.answers.get(MONTH.name):
        month = _parse_answer(given)
        if said and said != {month}:
            notes.append(f"The file itself says {said.pop():%B %Y}; {month:%B %Y} was given and used.")
        return month
    if said:
        month = said.pop()
        if named and named != {month}:
            notes.append(f"The name of the file says another month than its text: {month:%B %Y} was used.")
        return month
    if len(named) == 1:
        month = named.pop()
        notes.append(f"The month was taken from the name of the file: {month:%B %Y}.")
        return month
    raise RefusedFileError(
        "Neither the file nor its name says which month the figures are of. "
        "Give it with --set month=2025-07.",
        KIND,
    )


def _parse(word: str, year: str) -> date:
    return parse_month(f"{word[:3]} {year}")


def _parse_answer(text: str) -> date:
    try:
        return parse_month(text)
    except PydanticCustomError:
        raise RefusedFileError(
            f'"{show_value(text)}" is not a month that can be read. Write it as 2025-07.', KIND
        ) from None


def _months_in(name: str) -> set[date]:
    worded = {_parse(word, year) for word, year in _IN_NAME.findall(name)}
    return worded | {date(int(year), int(month), 1) for year, month in _ISO_IN_NAME.findall(name)}


def settle_question(columns: FFTColumns, month: date) -> FFTQuestion:
    """The question that was asked: by the month, and the names of the answers must agree.

    Raises:
        RefusedFileError: they do not.
    """
    question = FFTQuestion.EXPERIENCE if month >= NEW_QUESTION else FFTQuestion.RECOMMEND
    if question not in columns.questions:
        answers = f"{columns.headings['very_good']}, {columns.headings['good']}"
        raise RefusedFileError(
            f"The answers ({show_value(answers)} ...) do not belong to the question that was asked in "
            f"{month:%B %Y}: the wording changed in April 2020. Check the month.",
            KIND,
        )
    return question
