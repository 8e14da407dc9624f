"""Whole numbers, decimals and percentages, read strictly: what a library's `int` would let through is not."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, NamedTuple

from pydantic import PlainValidator

from data_model.rows.base import problem

MOST = 9_999_999
_WHOLE = re.compile(r"[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+")
_DECIMAL = re.compile(r"-?(?:[0-9]{1,15}|[0-9]{1,3}(?:,[0-9]{3}){1,4})(?:\.[0-9]{1,20})?")
HIDDEN = "*"
# A hyphen, a minus sign, and the two dashes that word processors make of a hyphen.
DASHES = frozenset("-\u2212\u2013\u2014")


class WrittenNumber(NamedTuple):
    """A number as written: ``70%`` is (70, True), ``0.7`` is (0.7, False)."""

    number: Decimal
    percent: bool


def _read_whole(text: str) -> int:
    if not _WHOLE.fullmatch(text):
        raise problem("count_not_read")
    number = int(text.replace(",", "")) if len(text) < 20 else MOST + 1  # noqa: PLR2004
    if number > MOST:
        raise problem("count_too_large", most=f"{MOST:,}")
    return number


@lru_cache(maxsize=8192)
def parse_count(text: str) -> int:
    """Read a count of people, projects or meetings. A star or a dash is not a count."""
    if text == HIDDEN:
        raise problem("count_hidden")
    if text in DASHES:
        raise problem("count_dash")
    return _read_whole(text)


@lru_cache(maxsize=8192)
def parse_answers(text: str) -> int | None:
    """Read a count of answers; a star is a number that was hidden, and becomes ``None``."""
    return None if text == HIDDEN else parse_count(text)


@lru_cache(maxsize=8192)
def parse_number(text: str) -> float:
    """Read a decimal number, negative or not; never NaN or infinity."""
    if not _DECIMAL.fullmatch(text):
        raise problem("number_not_read")
    return float(text.replace(",", ""))


def parse_between(least: float, most: float, text: str) -> float:
    """Read a decimal number from ``least`` to ``most``."""
    number = parse_number(text)
    if not least <= number <= most:
        raise problem("number_out_of_range", least=str(least), most=str(most))
    return number


def _read_progress(text: str) -> float:
    return parse_between(0.5, 5.0, text)


def _read_mean_score(text: str) -> float | str:
    return text if text == HIDDEN or text in DASHES else parse_between(1, 7, text)


def _read_item(text: str) -> int:
    return int(parse_between(1, 11, str(_read_whole(text))))


def parse_written(text: str) -> WrittenNumber:
    """Read a number that may be a percentage, as written; never negative."""
    percent = text.endswith("%")
    plain = text.removesuffix("%").rstrip()
    if not _DECIMAL.fullmatch(plain):
        raise problem("number_not_read")
    if plain.startswith("-"):
        raise problem("number_negative")
    return WrittenNumber(Decimal(plain.replace(",", "")), percent)


Count = Annotated[int, PlainValidator(parse_count)]
Answers = Annotated[int | None, PlainValidator(parse_answers)]
Number = Annotated[float, PlainValidator(parse_number)]
ProgressScore = Annotated[float, PlainValidator(_read_progress)]
# A mean score, or the star or dash that stands in its place; the row schema settles which may.
MeanScore = Annotated[float | str | None, PlainValidator(_read_mean_score)]
DialogItem = Annotated[int, PlainValidator(_read_item)]
TargetValue = Annotated[WrittenNumber, PlainValidator(parse_written)]
