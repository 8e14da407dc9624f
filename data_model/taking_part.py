"""Ways to take part, what people said and what came of it, meetings, and stories told with consent."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from data_model.base import AreaKey, Base, Code, Key, LoadKey, LongText, Name, Word, one_of
from data_model.terms import AnswerStatus, Teller


class Opportunity(Base):
    """One way to take part that is open to service users and carers, with a project or without."""

    __tablename__ = "opportunity"

    id: Mapped[Key]
    opportunity_id: Mapped[Code] = mapped_column(unique=True)
    project_id: Mapped[Code | None] = mapped_column(ForeignKey("qi_project.project_id"), index=True)
    title: Mapped[Name]
    directorate_id: Mapped[AreaKey]
    borough_id: Mapped[int | None] = mapped_column(ForeignKey("area.id"), index=True)
    where: Mapped[Name]
    how_to_take_part: Mapped[str] = mapped_column(LongText)
    ask_role: Mapped[Name]
    payment: Mapped[Name]
    open_until: Mapped[date | None]
    load_id: Mapped[LoadKey]


class YouSaid(Base):
    """What we asked, what people said, and what we did or why we could not."""

    __tablename__ = "you_said"
    __table_args__ = (
        one_of("status", AnswerStatus),
        CheckConstraint("status <> 'could not' OR why_not IS NOT NULL", name="could_not_says_why"),
        CheckConstraint("answer_due >= asked_on", name="due_after_asked"),
        CheckConstraint("answered_on >= asked_on", name="answered_after_asked"),
    )

    id: Mapped[Key]
    item_id: Mapped[Code] = mapped_column(unique=True)
    directorate_id: Mapped[AreaKey]
    borough_id: Mapped[int | None] = mapped_column(ForeignKey("area.id"), index=True)
    asked_on: Mapped[date]
    we_asked: Mapped[str] = mapped_column(LongText)
    you_said: Mapped[str] = mapped_column(LongText)
    status: Mapped[Word]
    we_did: Mapped[str | None] = mapped_column(LongText)
    why_not: Mapped[str | None] = mapped_column(LongText)
    answer_due: Mapped[date | None]
    answered_on: Mapped[date | None]
    load_id: Mapped[LoadKey]


class Meeting(Base):
    """One meeting that people can come to. Without an area it is for the whole trust."""

    __tablename__ = "meeting"

    id: Mapped[Key]
    meeting_id: Mapped[Code] = mapped_column(unique=True)
    title: Mapped[Name]
    meeting_date: Mapped[date]
    start_time: Mapped[Word | None]
    directorate_id: Mapped[int | None] = mapped_column(ForeignKey("area.id"), index=True)
    borough_id: Mapped[int | None] = mapped_column(ForeignKey("area.id"), index=True)
    place: Mapped[Name]
    how_to_join: Mapped[str] = mapped_column(LongText)
    ask_role: Mapped[Name]
    load_id: Mapped[LoadKey]


class Story(Base):
    """One story, told without a name, that may be shown while the consent of its teller holds."""

    __tablename__ = "story"
    __table_args__ = (
        one_of("told_by", Teller),
        CheckConstraint("consent_until >= consent_date", name="consent_ends_after_it_began"),
    )

    id: Mapped[Key]
    story_id: Mapped[Code] = mapped_column(unique=True)
    title: Mapped[Name]
    story: Mapped[str] = mapped_column(LongText)
    told_by: Mapped[Word]
    directorate_id: Mapped[int | None] = mapped_column(ForeignKey("area.id"), index=True)
    borough_id: Mapped[int | None] = mapped_column(ForeignKey("area.id"), index=True)
    project_id: Mapped[Code | None] = mapped_column(ForeignKey("qi_project.project_id"), index=True)
    consent_date: Mapped[date]
    consent_until: Mapped[date | None]
    load_id: Mapped[LoadKey]
