"""One sheet of a typed register, walked through from the top: what stands once holds for the rows below."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from loaders.layouts.attendees import person_key
from loaders.layouts.column_finder import FoundColumns, find_columns, squeeze
from loaders.layouts.left_out import LeftOut
from loaders.layouts.meeting_times import DateOrder, find_day_texts, read_moment
from loaders.layouts.online_meeting import cell_at
from loaders.layouts.register_words import Mark, read_mark, read_role
from loaders.sheets import RawTable, TextRow

# "Title" alone may be Mr or Mrs, so it is not taken for the workshop's.
_NAMES = {
    "name": (
        "name", "fullname", "participant", "participantname", "nameofparticipant", "attendee", "attendeename",
        "nameofattendee", "participants", "attendees", "names",
    ),
    "first": ("firstname", "forename"),
    "last": ("lastname", "surname"),
    "email": ("email", "emailaddress"),
    "role": (
        "role", "capacity", "attendingas", "serviceusercarerstaff", "serviceusercarerorstaff",
        "serviceusercarerstaffpartner", "sucarerstaff",
    ),
    "attended": (
        "attended", "attendedyn", "attendedyesno", "present", "presentyn", "attendance", "signature",
        "signed", "signin", "initials",
    ),
    "date": (
        "date", "workshopdate", "sessiondate", "meetingdate", "eventdate", "dateofworkshop", "dateofsession",
        "dateofmeeting", "dateofevent",
    ),
    "title": (
        "workshop", "workshoptitle", "workshopname", "event", "eventname", "eventtitle", "session",
        "sessiontitle", "sessionname", "meeting", "meetingtitle", "meetingname", "group", "groupname",
    ),
}  # fmt: skip
_TOTAL = re.compile(r"(?:grand |sub[ -]?|overall )?totals?\b.*", re.IGNORECASE)

_NAMELESS = "no name"


class Entry(NamedTuple):
    """One person in the register; ``who`` is only for telling people apart while the file is read."""

    number: int
    day: date | None
    title: str
    who: tuple[str, str]
    role: str | None
    mark: Mark


def find_register(table: RawTable) -> FoundColumns | None:
    """The columns of a register: a name, and attendance or (with a day somewhere) a role."""
    for needed in (("name", "attended"), ("last", "attended"), ("name", "role"), ("last", "role")):
        found = find_columns(table.first, _NAMES, needed)
        if found and ("attended" in needed or "date" in found.places or _days_above(table, found)):
            return found
    return None


class RegisterSheet:
    """A sheet with its columns.

    Attributes:
        label: what messages call it; empty if it is the only one.
        read: rows below the headings so far.
    """

    def __init__(self, table: RawTable, found: FoundColumns, label: str) -> None:
        self.label, self.read = label, 0
        self._table, self._found = table, found

    def day_texts(self) -> list[str]:
        """Everything that is read as a day."""
        if "date" in self._found.places:
            return [self._text(row, "date") for row in self._below()]
        nameless = (text for row in self._below() if not self._name(row) for text in _days_in(row))
        return [*_days_above(self._table, self._found), *nameless]

    def mark_texts(self) -> list[str]:
        """Everything that stands in the column of attendance beside a name."""
        if "attended" not in self._found.places:
            return []
        return [self._text(row, "attended") for row in self._below() if self._is_person(row)]

    def walk(self, order: DateOrder | None, left_out: LeftOut) -> Iterator[Entry]:
        """Everybody in the register, whether they came or not."""
        day, title, is_bad = self._day_above(order), "", False
        for row in self._below():
            self.read += 1
            if texts := self._own_days(row):
                moment = read_moment(texts[0], order) if len(texts) == 1 else None
                day, is_bad = moment.date() if moment else None, moment is None
            reason = self._why_not(row)
            if reason in ("", _NAMELESS):
                title = self._text(row, "title") or title
            if reason:
                left_out.add(reason, row.number, self.label)
            elif is_bad:
                left_out.add("a date that cannot be read", row.number, self.label)
            else:
                yield self._entry(row, day, title)

    def _below(self) -> Iterator[TextRow]:
        return (row for row in self._table.read() if row.number > self._found.row.number)

    def _text(self, row: TextRow, column: str) -> str:
        return cell_at(row.cells, self._found.places.get(column))

    def _name(self, row: TextRow) -> str:
        return self._text(row, "name") or f"{self._text(row, 'first')} {self._text(row, 'last')}".strip()

    def _is_person(self, row: TextRow) -> bool:
        return self._why_not(row) == ""

    def _why_not(self, row: TextRow) -> str:
        """Why a row is nobody; empty if it is somebody."""
        name, headings = self._name(row), self._found.row.cells
        if not name:
            return _NAMELESS
        if any(_TOTAL.fullmatch(text) for text in (name, next(filter(None, row.cells)))):
            return "a row of totals"
        column = "name" if "name" in self._found.places else "last"
        own = cell_at(headings, self._found.places[column])
        return "headings again" if squeeze(self._text(row, column)) == squeeze(own) else ""

    def _own_days(self, row: TextRow) -> list[str]:
        """The day that a row brings: in its column, or in a row between the people if there is none."""
        if "date" in self._found.places:
            text = self._text(row, "date")
            is_heading = squeeze(text) == squeeze(cell_at(self._found.row.cells, self._found.places["date"]))
            return [text] if text and not is_heading and not _TOTAL.fullmatch(text) else []
        return [] if self._name(row) else _days_in(row)

    def _day_above(self, order: DateOrder | None) -> date | None:
        texts = [] if "date" in self._found.places else _days_above(self._table, self._found)
        moments = {moment.date() for text in texts if (moment := read_moment(text, order))}
        return moments.pop() if len(moments) == 1 else None

    def _entry(self, row: TextRow, day: date | None, title: str) -> Entry:
        mark = read_mark(self._text(row, "attended")) if "attended" in self._found.places else Mark.CAME
        name, address = person_key(self._name(row), self._text(row, "email"))
        who = ("", address) if address else (name, "")
        return Entry(row.number, day, title, who, read_role(self._text(row, "role")), mark)


def _days_in(row: TextRow) -> list[str]:
    return [text for cell in row.cells for text in find_day_texts(cell)]


def _days_above(table: RawTable, found: FoundColumns) -> list[str]:
    return [text for row in table.first if row.number < found.row.number for text in _days_in(row)]
