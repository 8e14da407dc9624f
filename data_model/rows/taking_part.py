"""Rows of ways to take part, of what people said, of meetings and of stories."""

from __future__ import annotations

from typing import ClassVar, Self

from pydantic import model_validator

from data_model.rows.base import Row, check_needed, check_order
from data_model.rows.dates import PastDay, PlannedDay, TimeOfDay
from data_model.rows.words import AnswerStatusWord, Code, Name, Sentences, TellerWord
from data_model.terms import AnswerStatus


class OpportunityRow(Row):
    """One way to take part; ``ask_role`` is a role that answers questions, never a person."""

    free_text: ClassVar = frozenset(
        {"opportunity_id", "title", "where", "how_to_take_part", "ask_role", "payment"}
    )
    date_columns: ClassVar = ("open_until",)

    opportunity_id: Code
    project_id: Code | None = None
    title: Name
    directorate: Name
    borough: Name | None = None
    where: Name
    how_to_take_part: Sentences
    ask_role: Name
    payment: Name
    open_until: PlannedDay | None = None


class YouSaidRow(Row):
    """What we asked, what people said, and what we did or why we could not."""

    free_text: ClassVar = frozenset({"item_id", "we_asked", "you_said", "we_did", "why_not"})
    date_columns: ClassVar = ("asked_on", "answer_due", "answered_on")

    item_id: Code
    directorate: Name
    borough: Name | None = None
    asked_on: PastDay
    we_asked: Sentences
    you_said: Sentences
    status: AnswerStatusWord
    we_did: Sentences | None = None
    why_not: Sentences | None = None
    answer_due: PlannedDay | None = None
    answered_on: PastDay | None = None

    @model_validator(mode="after")
    def _check_answer(self) -> Self:
        check_order(self.asked_on, self.answer_due, "answer_due")
        check_order(self.asked_on, self.answered_on, "answered_on")
        if self.status == AnswerStatus.COULD_NOT:
            check_needed(self.why_not is not None, "why_not", "status", self.status)
        return self


class MeetingRow(Row):
    """One meeting, past or planned; without directorate and borough it is for the whole trust."""

    free_text: ClassVar = frozenset({"meeting_id", "title", "place", "how_to_join", "ask_role"})
    date_columns: ClassVar = ("meeting_date",)

    meeting_id: Code
    title: Name
    meeting_date: PlannedDay
    start_time: TimeOfDay | None = None
    directorate: Name | None = None
    borough: Name | None = None
    place: Name
    how_to_join: Sentences
    ask_role: Name


class StoryRow(Row):
    """One story and the days between which its teller agreed that it is shown."""

    free_text: ClassVar = frozenset({"story_id", "title", "story"})
    date_columns: ClassVar = ("consent_date", "consent_until")

    story_id: Code
    title: Name
    story: Sentences
    told_by: TellerWord
    directorate: Name | None = None
    borough: Name | None = None
    project_id: Code | None = None
    consent_date: PastDay
    consent_until: PlannedDay | None = None

    @model_validator(mode="after")
    def _check_consent(self) -> Self:
        check_order(self.consent_date, self.consent_until, "consent_until")
        return self
