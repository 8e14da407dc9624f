"""Eventbrite attendee reports, classic and from 2024: bookings, and attendance of checked-in tickets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from loaders.layouts.attendance_list import (
    DATE_ORDER,
    ROLE_QUESTIONS,
    WORKSHOP_QUESTIONS,
    Meeting,
    given_day,
    rewrite_meetings,
)
from loaders.layouts.bookings import describe_bookings
from loaders.layouts.column_finder import FoundColumns, find_columns, squeeze
from loaders.layouts.layout import Asked, Layout, Rewritten
from loaders.layouts.left_out import LeftOut
from loaders.layouts.meeting_times import UNSURE, DateOrder, find_date_order, needs_order, read_moment
from loaders.layouts.online_meeting import cell_at
from loaders.report import RefusedFileError
from loaders.sheets import RawTable, TextRow

_NAMES = {
    "order": ("order", "orderno", "orderid"),
    "ticket": ("tickettype",),
    "quantity": ("quantity", "ticketquantity"),
    "attendee": ("attendee", "attendeeno", "barcode", "barcodenumber"),
    "status": ("attendeestatus",),
    "event": ("eventname",),
    "day": ("eventstartdate", "dateattending", "eventdate"),
    "clock": ("eventstarttime",),
    "ordered": ("orderdate",),
}
_CAME = "checkedin"
_BOOKED = frozenset({"attending", _CAME, ""})
_GONE = frozenset({"notattending", "deleted", "refunded", "transferred", "cancelled"})


@dataclass
class _Event:
    """Tickets of one event. A ticket is a person: one buyer may hold several under one name."""

    row: int
    title: str
    moment: datetime | None
    booked: int = 0
    came: int = 0
    tickets: set[str] = field(default_factory=set)


class Eventbrite(Layout):
    """One row an event. Only "Checked In" proves that somebody came."""

    name = "eventbrite"
    title = "Eventbrite attendees"
    kind = "workshops"
    questions = (*WORKSHOP_QUESTIONS, *ROLE_QUESTIONS, DATE_ORDER)

    def fits(self, table: RawTable) -> bool:
        """A row of headings with an order number and a ticket type."""
        return _find(table) is not None

    def rewrite(self, tables: Sequence[RawTable], asked: Asked) -> Rewritten:
        """Count the tickets of every event in the file; see the base class."""
        table, found = next((table, found) for table in tables if (found := _find(table)))
        rows = [row for row in table.read() if row.number > found.row.number]
        left_out, has_status = LeftOut(), "status" in found.places
        events = _count(rows, found, _settle_order(rows, found, asked), left_out)
        if not events:
            raise RefusedFileError(" ".join(["The file holds no bookings.", *left_out.describe()]))
        meetings = [_meeting(event) for event in events]
        notes = [*_describe(events, has_status), *left_out.describe()]
        return rewrite_meetings(meetings, asked, len(rows), notes)


def _find(table: RawTable) -> FoundColumns | None:
    return find_columns(table.first, _NAMES, ("order", "ticket"))


def _settle_order(rows: Sequence[TextRow], found: FoundColumns, asked: Asked) -> DateOrder | None:
    """How the dates are written: the days of the orders tell it as well as those of the events."""
    days = {cell_at(row.cells, found.places.get("day")) for row in rows}
    ordered = {cell_at(row.cells, found.places.get("ordered")) for row in rows}
    order = find_date_order(days | ordered, asked.answers)
    if order is None and any(map(needs_order, days)) and given_day(asked) is None:
        raise RefusedFileError(UNSURE)
    return order


def _count(
    rows: Sequence[TextRow], found: FoundColumns, order: DateOrder | None, left_out: LeftOut
) -> list[_Event]:
    events: dict[tuple[str, str, str], _Event] = {}
    for row in rows:
        texts = {name: cell_at(row.cells, found.places.get(name)) for name in _NAMES}
        status = squeeze(texts["status"])
        if status not in _BOOKED:
            known = "cancelled, refunded or passed on" if status in _GONE else "a status that is not known"
            left_out.add(known, row.number)
            continue
        if not texts["order"]:
            left_out.add("no order number", row.number)
            continue
        moment = read_moment(f"{texts['day']} {texts['clock']}".strip(), order)
        key = (texts["event"], texts["day"], texts["clock"])
        event = events.setdefault(key, _Event(row.number, texts["event"], moment))
        ticket = f"{texts['order']}|{texts['attendee']}" if texts["attendee"] else ""
        if ticket in event.tickets:
            left_out.add("the same ticket again", row.number)
            continue
        if ticket:
            event.tickets.add(ticket)
        number = int(texts["quantity"]) if texts["quantity"].isdecimal() else 1
        event.booked += number
        event.came += number if status == _CAME else 0
    return list(events.values())


def _meeting(event: _Event) -> Meeting:
    moment = event.moment
    return Meeting(
        row=event.row,
        title=event.title,
        day=moment.date() if moment else None,
        start=f"{moment:%H:%M}" if moment else "",
        came=event.came or None,
        booked=event.booked,
    )


def _describe(events: Sequence[_Event], has_status: bool) -> list[str]:
    booked, came = sum(event.booked for event in events), sum(event.came for event in events)
    if not has_status:
        why = "The file has no attendee status, so all it holds are bookings."
    else:
        why = "" if came else "No ticket was checked in, so all the file holds are bookings."
    if not came:
        return [why, describe_bookings(booked)]
    none = sum(not event.came for event in events)
    notes = [f"{came} of {booked} tickets were checked in and count as people who came; all were booked."]
    return (
        [*notes, f"Events at which no ticket was checked in, so that they are bookings only: {none}."]
        if none
        else notes
    )
