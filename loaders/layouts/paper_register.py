"""Paper registers typed into a spreadsheet: one row a person, dates and titles merged over several rows.

Titles stand above the headings, subtotals between the rows, and each month may have a sheet of its own.
How a sheet is walked through is in `loaders.layouts.register_sheet`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from loaders.layouts.attendance_list import (
    DATE_ORDER,
    ROLE_QUESTIONS,
    ROLES,
    WORKSHOP_QUESTIONS,
    Meeting,
    given_day,
    rewrite_meetings,
)
from loaders.layouts.layout import Asked, Layout, Rewritten
from loaders.layouts.left_out import LeftOut
from loaders.layouts.meeting_times import UNSURE, find_date_order, find_order_of, needs_order
from loaders.layouts.register_sheet import Entry, RegisterSheet, find_register
from loaders.layouts.register_words import X_MEANS, Mark, settle_cross
from loaders.report import RefusedFileError
from loaders.sheets import RawTable

Who = tuple[str, str]


@dataclass
class _Session:
    """The people of one workshop by name, with their role; lives only while the file is read."""

    row: int
    title: str
    day: date | None
    people: dict[Who, str | None] = field(default_factory=dict)

    def add(self, entry: Entry) -> None:
        """Add somebody; who stands twice with two roles has none that is known."""
        before = self.people.setdefault(entry.who, entry.role)
        if before != entry.role:
            self.people[entry.who] = None


class PaperRegister(Layout):
    """One row a workshop: a day and a title. Roles are counted where the register gives them."""

    name = "paper_register"
    title = "Attendance register typed into a spreadsheet"
    kind = "workshops"
    questions = (*WORKSHOP_QUESTIONS, *ROLE_QUESTIONS, DATE_ORDER, X_MEANS)

    def fits(self, table: RawTable) -> bool:
        """A row of headings with a name, and attendance or (with a day somewhere) a role."""
        return find_register(table) is not None

    def rewrite(self, tables: Sequence[RawTable], asked: Asked) -> Rewritten:
        """Count the people of every workshop on every sheet that is a register; see the base class."""
        sheets = [
            RegisterSheet(table, found, f"worksheet {number}" if len(tables) > 1 else "")
            for number, table in enumerate(tables, 1)
            if (found := find_register(table))
        ]
        left_out = LeftOut()
        sessions = _collect(sheets, asked, left_out)
        read = sum(sheet.read for sheet in sheets)
        if not sessions:
            raise RefusedFileError(
                " ".join(["The register names nobody who came.", *left_out.describe()]), self.kind
            )
        notes = [*_describe(sessions), *left_out.describe()]
        if len(sheets) < len(tables):
            notes.append(f"Worksheets without a register, which were not read: {len(tables) - len(sheets)}.")
        return rewrite_meetings([_meeting(session) for session in sessions], asked, read, notes)


def _collect(sheets: Sequence[RegisterSheet], asked: Asked, left_out: LeftOut) -> list[_Session]:
    days = [text for sheet in sheets for text in sheet.day_texts()]
    order = find_date_order(days, asked.answers)
    if order is None and any(map(needs_order, days)):
        order = find_order_of(given_day(asked), days)
        if order is None:
            raise RefusedFileError(UNSURE)
    cross = settle_cross((text for sheet in sheets for text in sheet.mark_texts()), asked.answers)
    sessions: dict[tuple[date | None, str], _Session] = {}
    for sheet in sheets:
        for entry in sheet.walk(order, left_out):
            mark = cross if entry.mark is Mark.CROSS else entry.mark
            if mark is not Mark.CAME:
                left_out.add(mark.value, entry.number, sheet.label)
                continue
            key = (entry.day, " ".join(entry.title.split()).casefold())
            sessions.setdefault(key, _Session(entry.number, entry.title, entry.day)).add(entry)
    return list(sessions.values())


def _meeting(session: _Session) -> Meeting:
    roles = {role: sum(each == role for each in session.people.values()) for role in ROLES}
    return Meeting(session.row, session.title, session.day, came=len(session.people), roles=roles)


def _describe(sessions: Sequence[_Session]) -> list[str]:
    came = sum(len(session.people) for session in sessions)
    unknown = sum(role is None for session in sessions for role in session.people.values())
    workshops = "1 workshop was" if len(sessions) == 1 else f"{len(sessions)} workshops were"
    notes = [f"{workshops} found, with {came} people in all; somebody who stands twice in one counts once."]
    if unknown:
        notes.append(
            "People whose role is blank or not one of the known words (service user, carer, staff, partner): "
            f"{unknown}. It stays unknown."
        )
    return notes
