"""Rows of public NHS figures: Friends and Family Test of all trusts, trusts, staff survey."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Annotated, ClassVar, NamedTuple, Self

from pydantic import PlainValidator, ValidationInfo, model_validator

from data_model.public_figures import CellState, FFTLevel, FFTQuestion, FFTSetting
from data_model.rows.base import Row, check_order, problem
from data_model.rows.dates import YEARS_AHEAD, PastMonth, parse_date
from data_model.rows.numbers import DASHES, HIDDEN, Count, parse_between, parse_count, parse_written
from data_model.rows.words import Code, Name, read_word
from data_model.surveys import FFT_ANSWERS

_HUNDRED = 100
_VARIABLE = re.compile(r"(theme_[a-z_]+|pp[1-9](?:_[1-9])?|response_rate)", re.IGNORECASE)
_FIRST_SURVEY = 2003


class MarkedCount(NamedTuple):
    """A count, or why there is none."""

    value: int | None
    state: CellState


class MarkedShare(NamedTuple):
    """A share from 0 to 1, or why there is none."""

    value: float | None
    state: CellState


def _find_mark(text: str) -> CellState | None:
    if text == HIDDEN:
        return CellState.SUPPRESSED
    return CellState.NOT_CALCULATED if text in DASHES else None


def _read_marked_count(text: str) -> MarkedCount:
    if mark := _find_mark(text):
        return MarkedCount(None, mark)
    return MarkedCount(parse_count(text), CellState.GIVEN)


def _read_marked_share(text: str) -> MarkedShare:
    if mark := _find_mark(text):
        return MarkedShare(None, mark)
    number, percent = parse_written(text)
    if percent and number > _HUNDRED:
        raise problem("number_out_of_range", least="0%", most="100%")
    if not percent and number > 1:
        # 88 without its sign is 88 % or a slip of the point; 88% and 0.88 can be only one thing.
        raise problem("share_not_read")
    return MarkedShare(float(number / _HUNDRED if percent else number), CellState.GIVEN)


def _read_listed_day(text: str, info: ValidationInfo) -> date:
    """A day of a register: trusts were opened long before 2000, and closures are listed ahead."""
    day = parse_date(text)
    latest = info.context["today"] + timedelta(days=YEARS_AHEAD * 366)  # type: ignore[index]
    if day > latest:
        raise problem("date_too_late", years=YEARS_AHEAD)
    return day


def _read_variable(text: str) -> str:
    if not _VARIABLE.fullmatch(text):
        raise problem("variable_not_known")
    return text.upper() if text[:2].upper() == "PP" else text.lower()


def _read_survey_year(text: str, info: ValidationInfo) -> int:
    this_year = info.context["today"].year  # type: ignore[index]
    return int(parse_between(_FIRST_SURVEY, this_year, str(parse_count(text))))


def _read_score(text: str) -> float | None:
    return None if text == HIDDEN else parse_between(0, 10, text)


_NOTHING = MarkedCount(None, CellState.NOT_SUBMITTED)
_NO_SHARE = MarkedShare(None, CellState.NOT_SUBMITTED)
_Count = Annotated[MarkedCount, PlainValidator(_read_marked_count)]
_Share = Annotated[MarkedShare, PlainValidator(_read_marked_share)]
_ListedDay = Annotated[date, PlainValidator(_read_listed_day)]


class NHSFFTRow(Row):
    """One organisation, or England, in one setting and month. A star in any answer hides all six."""

    free_text: ClassVar = frozenset({"org_code", "org_name"})
    date_columns: ClassVar = ("month",)

    month: PastMonth
    setting: Annotated[FFTSetting, PlainValidator(read_word(FFTSetting))]
    level: Annotated[FFTLevel, PlainValidator(read_word(FFTLevel))]
    org_code: Code
    org_name: Name
    question: Annotated[FFTQuestion, PlainValidator(read_word(FFTQuestion))]
    responses: _Count = _NOTHING
    eligible: _Count = _NOTHING
    very_good: _Count = _NOTHING
    good: _Count = _NOTHING
    neither: _Count = _NOTHING
    poor: _Count = _NOTHING
    very_poor: _Count = _NOTHING
    dont_know: _Count = _NOTHING
    printed_positive: _Share = _NO_SHARE
    printed_negative: _Share = _NO_SHARE

    @model_validator(mode="after")
    def _settle(self) -> Self:
        states = {name: getattr(self, name).state for name in FFT_ANSWERS}
        if CellState.SUPPRESSED in states.values():
            for name in FFT_ANSWERS:
                setattr(self, name, MarkedCount(None, CellState.SUPPRESSED))
        elif len(set(states.values())) > 1:
            odd = next(name for name, state in states.items() if state != CellState.GIVEN)
            raise problem("answers_not_whole", column=odd)
        answers = sum(getattr(self, name).value or 0 for name in FFT_ANSWERS)
        if self.responses.value is not None and answers > self.responses.value:
            raise problem("answers_more_than_responses", column="responses")
        return self


class NHSTrustRow(Row):
    """One trust of the Organisation Data Service's list."""

    free_text: ClassVar = frozenset({"trust_code", "trust_name", "region", "icb_code"})
    date_columns: ClassVar = ("open_date", "close_date")

    trust_code: Code
    trust_name: Name
    region: Name | None = None
    icb_code: Code | None = None
    open_date: _ListedDay
    close_date: _ListedDay | None = None

    @model_validator(mode="after")
    def _check_dates(self) -> Self:
        check_order(self.open_date, self.close_date, "close_date")
        return self


class NHSStaffSurveyRow(Row):
    """One variable of one organisation and year; the value is ``None`` if it was hidden."""

    free_text: ClassVar = frozenset({"org_id", "org_name", "benchmark_group"})

    org_id: Code
    org_name: Name
    benchmark_group: Name
    variable: Annotated[str, PlainValidator(_read_variable)]
    year: Annotated[int, PlainValidator(_read_survey_year)]
    value: Annotated[float | None, PlainValidator(_read_score)]
    answers: Count | None = None

    @model_validator(mode="after")
    def _check_rate(self) -> Self:
        if self.variable == "response_rate" and (self.value or 0) > 1:
            raise problem("number_out_of_range", column="value", least="0", most="1")
        return self
