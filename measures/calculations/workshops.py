"""Calculations about workshops: how often, who came, whether it was worth it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from data_model import Workshop
from data_model.base import table_of
from data_model.terms import WorkshopType
from measures.areas import AreaTree
from measures.disclosure import LIVED_EXPERIENCE, UNKNOWN_ROLE, WHOLE
from measures.figures import Figure, Tally
from measures.periods import month_start, months_between

ROLES = ("service_users", "carers", "staff", "others")
_ALWAYS_COUNTED = ROLES[:3]  # others are left blank where there were none


def calculate_workshops_held(session: Session, areas: AreaTree) -> list[Figure]:
    """Co-production workshops in the month. From an area's first one on, a month without one counts 0."""
    held = [
        (month_start(row.workshop_date), counted)
        for row, counted in _workshops(session, areas)
        if row.workshop_type in (None, WorkshopType.WORKSHOP)
    ]
    tally = Tally()
    first: dict[int, date] = {}
    for month, counted in held:
        tally.add(counted, month, 1)
        for area_id in counted:
            first[area_id] = min(month, first.get(area_id, month))
    last = max((month for month, _ in held), default=date.min)
    for area_id, month in first.items():
        for quiet in months_between(month, last):
            tally.add([area_id], quiet, 0)
    return tally.counts()


def calculate_workshop_attendance(session: Session, areas: AreaTree) -> list[Figure]:
    """Attendances in the month: the whole, a part for each role, and those with lived experience together.

    People of unknown role are in the whole and a part of their own. Where nobody was counted at a
    workshop that took place, the month's whole is missing.
    """
    tally = Tally()
    for row, counted in _workshops(session, areas):
        month = month_start(row.workshop_date)
        for part, people in _attendance(row).items():
            tally.add(counted, month, people, part=part)
        if not _counts_people(row):
            tally.miss(counted, month)
    return tally.counts()


def calculate_workshop_parity(session: Session, areas: AreaTree) -> list[Figure]:
    """Service users and carers out of everyone who came in the month; missing where a role is not known."""
    tally = Tally()
    for row, counted in _workshops(session, areas):
        month = month_start(row.workshop_date)
        if _knows_every_role(row):
            tally.add(counted, month, row.service_users + row.carers, _everyone(row))
        else:
            tally.miss(counted, month)
    return tally.shares()


def calculate_workshop_gap(session: Session, areas: AreaTree) -> list[Figure]:
    """Days from each day with a workshop in the area to the next such day; the figure stands at the later."""
    days: dict[int, set[date]] = {}
    for row, counted in _workshops(session, areas):
        for area_id in counted:
            days.setdefault(area_id, set()).add(row.workshop_date)
    return [
        Figure(area_id, later, "", (later - earlier).days, None)
        for area_id, found in days.items()
        for earlier, later in zip(sorted(found), sorted(found)[1:], strict=False)
    ]


def calculate_workshop_worth(session: Session, areas: AreaTree) -> list[Figure]:
    """Answers of 4 or 5 out of 5, of all answers in the month."""
    return _rated(session, areas, "rating_positive", "rating_answers")


def calculate_access_needs_met(session: Session, areas: AreaTree) -> list[Figure]:
    """Access needs met, of those asked for before the month's workshops."""
    return _rated(session, areas, "access_needs_met", "access_needs_asked")


def _rated(session: Session, areas: AreaTree, part: str, whole: str) -> list[Figure]:
    tally = Tally()
    for row, counted in _workshops(session, areas):
        if getattr(row, whole) is not None and getattr(row, part) is not None:
            tally.add(counted, month_start(row.workshop_date), getattr(row, part), getattr(row, whole))
    return tally.shares()


def _workshops(session: Session, areas: AreaTree) -> Iterator[tuple[Row, list[int]]]:
    """The workshops that took place, by day. Bookings alone do not show that one did."""
    table = table_of(Workshop)
    for row in session.execute(select(table).order_by(table.c.workshop_date)):
        if _counts_people(row) or row.rating_answers:
            yield row, areas.counted_in(row.directorate_id, row.borough_id, row.team_id)


def _counts_people(row: Row) -> bool:
    return any(getattr(row, part) is not None for part in (*ROLES, UNKNOWN_ROLE))


def _knows_every_role(row: Row) -> bool:
    return not row.unknown_role and all(getattr(row, role) is not None for role in _ALWAYS_COUNTED)


def _everyone(row: Row) -> int:
    return sum(getattr(row, part) or 0 for part in (*ROLES, UNKNOWN_ROLE))


def _attendance(row: Row) -> dict[str, int]:
    """People by part. A role of which nothing is known is left out: it is not 0."""
    if not _counts_people(row):
        return {}
    if _knows_every_role(row):
        parts = {role: getattr(row, role) or 0 for role in ROLES}
    else:
        told = {part: getattr(row, part) for part in (*ROLES, UNKNOWN_ROLE)}
        parts = {part: people for part, people in told.items() if people is not None}
    lived = [parts[role] for role in ROLES[:2] if role in parts]
    return {**parts, **({LIVED_EXPERIENCE: sum(lived)} if lived else {}), WHOLE: _everyone(row)}
