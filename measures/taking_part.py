"""What is near people: ways to take part, what became of what they said, meetings, stories."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from data_model import taking_part as tables
from data_model.terms import AnswerStatus, Teller
from measures.places import query_area_names, within
from measures.viewer import Viewer


@dataclass(frozen=True)
class Opportunity:
    """One way to take part. ``ask_role`` is the role that answers questions, never a person."""

    opportunity_id: str
    title: str
    directorate: str
    borough: str | None
    where: str
    how_to_take_part: str
    ask_role: str
    payment: str
    open_until: date | None
    project_id: str | None


@dataclass(frozen=True)
class YouSaid:
    """What we asked, what people said, and what we did or why we could not."""

    item_id: str
    directorate: str
    borough: str | None
    asked_on: date
    we_asked: str
    you_said: str
    status: AnswerStatus
    we_did: str | None
    why_not: str | None
    answer_due: date | None
    answered_on: date | None

    def is_late(self, day: date) -> bool:
        """Whether the day by which an answer was promised has passed without one."""
        open_still = self.status in (AnswerStatus.WAITING, AnswerStatus.IN_PROGRESS)
        return (
            open_still and self.answered_on is None and self.answer_due is not None and self.answer_due < day
        )


@dataclass(frozen=True)
class Meeting:
    """One meeting that people can come to; ``start_time`` is "14:00". Without an area: the whole trust."""

    meeting_id: str
    title: str
    meeting_date: date
    start_time: str | None
    directorate: str | None
    borough: str | None
    place: str
    how_to_join: str
    ask_role: str


@dataclass(frozen=True)
class Story:
    """One story with the consent that it is shown under."""

    story_id: str
    title: str
    story: str
    told_by: Teller
    directorate: str | None
    borough: str | None
    project_id: str | None
    consent_date: date
    consent_until: date | None


def query_opportunities(
    session: Session, viewer: Viewer, area_ids: Collection[int], day: date
) -> list[Opportunity]:
    """The ways to take part in some areas that are open on ``day``, those that close first at the top."""
    t, names = tables.Opportunity, query_area_names(session)
    rows = session.scalars(
        select(t).where(
            within(session, viewer, area_ids, t.directorate_id, t.borough_id),
            or_(t.open_until.is_(None), t.open_until >= day),
        )
    )
    found = [
        Opportunity(
            r.opportunity_id, r.title, names[r.directorate_id], names.get(r.borough_id), r.where,
            r.how_to_take_part, r.ask_role, r.payment, r.open_until, r.project_id,
        )
        for r in rows
    ]  # fmt: skip
    return sorted(found, key=lambda o: (o.open_until or date.max, o.title, o.opportunity_id))


def query_you_said(session: Session, viewer: Viewer, area_ids: Collection[int]) -> list[YouSaid]:
    """What people said in some areas and what became of it, asked last at the top."""
    t, names = tables.YouSaid, query_area_names(session)
    rows = session.scalars(
        select(t)
        .where(within(session, viewer, area_ids, t.directorate_id, t.borough_id))
        .order_by(t.asked_on.desc(), t.item_id)
    )
    return [
        YouSaid(
            r.item_id, names[r.directorate_id], names.get(r.borough_id), r.asked_on, r.we_asked, r.you_said,
            AnswerStatus(r.status), r.we_did, r.why_not, r.answer_due, r.answered_on,
        )
        for r in rows
    ]  # fmt: skip


def query_meetings(session: Session, viewer: Viewer, area_ids: Collection[int], day: date) -> list[Meeting]:
    """The meetings in some areas on ``day`` and after it, the next one first."""
    t, names = tables.Meeting, query_area_names(session)
    rows = session.scalars(
        select(t).where(
            within(session, viewer, area_ids, t.directorate_id, t.borough_id), t.meeting_date >= day
        )
    )
    found = [
        Meeting(
            r.meeting_id, r.title, r.meeting_date, r.start_time, names.get(r.directorate_id),
            names.get(r.borough_id), r.place, r.how_to_join, r.ask_role,
        )
        for r in rows
    ]  # fmt: skip
    return sorted(found, key=lambda m: (m.meeting_date, m.start_time or "", m.meeting_id))


def query_story(session: Session, viewer: Viewer, area_ids: Collection[int], day: date) -> Story | None:
    """The newest story of some areas whose teller's consent holds on ``day``; None if there is none.

    Consent holds from its first to its last day, both included. A story is never shown outside them.
    """
    t, names = tables.Story, query_area_names(session)
    row = session.scalars(
        select(t)
        .where(
            within(session, viewer, area_ids, t.directorate_id, t.borough_id),
            t.consent_date <= day,
            or_(t.consent_until.is_(None), t.consent_until >= day),
        )
        .order_by(t.consent_date.desc(), t.story_id.desc())
        .limit(1)
    ).first()
    if row is None:
        return None
    return Story(
        row.story_id, row.title, row.story, Teller(row.told_by), names.get(row.directorate_id),
        names.get(row.borough_id), row.project_id, row.consent_date, row.consent_until,
    )  # fmt: skip
