"""Text, codes, lists and the field's fixed words. "NA", "None" and "null" are text like any other."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Annotated, TypeVar

from pydantic import PlainValidator

from data_model.rows.base import problem
from data_model.terms import (
    AimResult,
    AnswerStatus,
    AreaType,
    ChangeIdeaStatus,
    DriverType,
    ForumEntryType,
    Involvement,
    ProjectStatus,
    PulseQuestion,
    ServiceType,
    Teller,
    WorkshopMode,
    WorkshopType,
)

CODE_LENGTH, NAME_LENGTH, WORD_LENGTH, TEXT_LENGTH = 60, 300, 30, 10_000
_GAPS = re.compile(r"[\s_\-\u2010-\u2015]+")
WordT = TypeVar("WordT", bound=StrEnum)


def _squeeze(text: str) -> str:
    return _GAPS.sub("", text).casefold()


def read_word(words: type[WordT], others: Mapping[str, WordT] | None = None) -> Callable[[str], WordT]:
    """A reader of one of ``words``, whatever the case, spaces and hyphens ("little i", "Little-I").

    Args:
        words: the field's words, which messages offer.
        others: what other systems say where the meaning is certain.
    """
    known = {_squeeze(text): word for text, word in (others or {}).items()}
    known |= {_squeeze(word): word for word in words}
    listed = ", ".join(words)

    def read(text: str) -> WordT:
        word = known.get(_squeeze(text))
        if word is None:
            raise problem("word_not_known", words=listed)
        return word

    return read


# Words of QI systems for where a project stands.
STATUS_ELSEWHERE = {
    "in progress": ProjectStatus.ACTIVE,
    "closed": ProjectStatus.COMPLETED,
    "complete": ProjectStatus.COMPLETED,
    "on hold": ProjectStatus.PAUSED,
    "cancelled": ProjectStatus.STOPPED,
    "canceled": ProjectStatus.STOPPED,
}
# The sentences as a form prints them.
PULSE_SENTENCES = {
    "my voice was heard": PulseQuestion.HEARD,
    "I felt heard": PulseQuestion.HEARD,
    "I felt supported": PulseQuestion.SUPPORTED,
    "I was paid on time": PulseQuestion.PAID,
    "I want to stay involved": PulseQuestion.STAY,
}
_NOT_RECORDED = {"notyet", "notrecorded"}
_read_involvement = read_word(Involvement)


def _read_exported_involvement(text: str) -> Involvement | None:
    return None if _squeeze(text) in _NOT_RECORDED else _read_involvement(text)


def _read_text(most: int) -> Callable[[str], str]:
    def read(text: str) -> str:
        if len(text) > most:
            raise problem("text_too_long", most=most)
        return text

    return read


def _read_list(text: str) -> tuple[str, ...]:
    parts = tuple(dict.fromkeys(part.strip() for part in text.split(";") if part.strip()))
    if not parts:
        raise problem("list_empty")
    if any(len(part) > NAME_LENGTH for part in parts):
        raise problem("text_too_long", most=NAME_LENGTH)
    return parts


_QUARTER = re.compile(r"q([1-4])\s*(20\d\d)\s*[/-]\s*(\d\d)", re.IGNORECASE | re.ASCII)


def _read_quarter(text: str) -> str:
    match = _QUARTER.fullmatch(text)
    if not match or int(match[3]) != (int(match[2]) + 1) % 100:
        raise problem("quarter_not_read")
    return f"Q{match[1]} {match[2]}/{match[3]}"


Code = Annotated[str, PlainValidator(_read_text(CODE_LENGTH))]
Name = Annotated[str, PlainValidator(_read_text(NAME_LENGTH))]
ShortWord = Annotated[str, PlainValidator(_read_text(WORD_LENGTH))]
Sentences = Annotated[str, PlainValidator(_read_text(TEXT_LENGTH))]
Names = Annotated[tuple[str, ...], PlainValidator(_read_list)]
# A quarter of a financial year, always written as "Q1 2025/26".
Quarter = Annotated[str, PlainValidator(_read_quarter)]
AreaTypeWord = Annotated[AreaType, PlainValidator(read_word(AreaType))]
ServiceTypeWord = Annotated[ServiceType, PlainValidator(read_word(ServiceType))]
StatusWord = Annotated[ProjectStatus, PlainValidator(read_word(ProjectStatus, STATUS_ELSEWHERE))]
AimResultWord = Annotated[AimResult, PlainValidator(read_word(AimResult))]
InvolvementWord = Annotated[Involvement, PlainValidator(_read_involvement)]
# In an export of projects "not yet" says as much as an empty cell: nobody recorded a level.
ExportedInvolvement = Annotated[Involvement | None, PlainValidator(_read_exported_involvement)]
WorkshopTypeWord = Annotated[WorkshopType, PlainValidator(read_word(WorkshopType))]
WorkshopModeWord = Annotated[WorkshopMode, PlainValidator(read_word(WorkshopMode))]
IdeaStatusWord = Annotated[ChangeIdeaStatus, PlainValidator(read_word(ChangeIdeaStatus))]
AnswerStatusWord = Annotated[AnswerStatus, PlainValidator(read_word(AnswerStatus))]
TellerWord = Annotated[Teller, PlainValidator(read_word(Teller))]
ForumEntryTypeWord = Annotated[ForumEntryType, PlainValidator(read_word(ForumEntryType))]
DriverTypeWord = Annotated[DriverType, PlainValidator(read_word(DriverType))]
PulseQuestionWord = Annotated[PulseQuestion, PlainValidator(read_word(PulseQuestion, PULSE_SENTENCES))]
