"""What every attendance list ends in: one row a workshop with counts of people, and nothing about anybody."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from pydantic_core import PydanticCustomError

from data_model.rows.dates import parse_date
from data_model.rows.numbers import parse_count
from data_model.terms import WorkshopMode, WorkshopType
from loaders.layouts.attendees import PeopleCounts
from loaders.layouts.layout import Asked, Question, Rewritten
from loaders.personal_data import find_personal_data
from loaders.report import RefusedFileError
from loaders.sheets import TextRow

COLUMNS = (
    "workshop_id", "workshop_date", "title", "workshop_type", "directorate", "borough", "team", "mode",
    "service_users", "carers", "staff", "others",
    "rating_answers", "rating_positive", "unknown_role", "booked",
)  # fmt: skip
ROLES = ("service_users", "carers", "staff", "others")
_MUST_BE_TOLD = ROLES[:3]  # nobody else came unless somebody says so
_OF_ONE_WORKSHOP = ("workshop_id", "workshop_date", *ROLES)
_USUAL_LEAST_MINUTES = 5
_AS_LETTERS = str.maketrans("0123456789", "ghijklmnop")
# Programs make these titles out of somebody's name.
_NAMED_AFTER_SOMEBODY = re.compile(
    r".*['\u2019]s?\s+(?:zoom meeting|personal meeting room)|(?:meeting|call|chat) (?:with|between)\b.*",
    re.IGNORECASE,
)
FORGOTTEN = "Names and addresses were compared to count people and then forgotten."

WORKSHOP_QUESTIONS = (
    Question("workshop_id", "The workshop's id, if it has one (else one is made of its date and title)"),
    Question("workshop_date", "Day of the workshop, where the file does not say"),
    Question("title", "Title of the workshop, where the file does not say"),
    Question("workshop_type", "What kind of meeting it was", choices=tuple(WorkshopType)),
    Question("directorate", "Directorate", needed=True),
    Question("borough", "Borough"),
    Question("team", "Team"),
    Question("mode", "How people met", choices=tuple(WorkshopMode)),
)
ROLE_QUESTIONS = (
    Question("service_users", "How many of the people were service users, if you know"),
    Question("carers", "How many were carers, if you know"),
    Question("staff", "How many were staff, if you know"),
    Question("others", "How many were others, if you know"),
)
DATE_ORDER = Question(
    "date_order",
    "Do dates have the day first or the month first, where both could be?",
    choices=("day first", "month first"),
)
LEAST_MINUTES = Question(
    "min_minutes", f"Fewest minutes in the meeting that count as coming ({_USUAL_LEAST_MINUTES})"
)


@dataclass
class Meeting:
    """One workshop as a file tells it.

    Attributes:
        row: the first row of the file that speaks of it.
        title, day, start: what the file says; the start is ``HH:MM`` and only tells two meetings apart.
        came: people who came; ``None`` if the file does not prove that anybody did.
        roles: how many of them had which role, where the file says.
        booked: bookings; ``None`` if the file has none.
        rating: answers on the scale, and how many of them were 4 or 5 out of 5.
    """

    row: int
    title: str = ""
    day: date | None = None
    start: str = ""
    came: int | None = None
    roles: Mapping[str, int] = field(default_factory=dict)
    booked: int | None = None
    rating: tuple[int, int] | None = None


def answer_of(asked: Asked, name: str) -> str:
    """What a person answered, or nothing."""
    return asked.answers.get(name, "").strip()


def given_day(asked: Asked) -> date | None:
    """The day that a person gave.

    Raises:
        RefusedFileError: it is not a day.
    """
    text = answer_of(asked, "workshop_date")
    try:
        return parse_date(text) if text else None
    except PydanticCustomError:
        raise RefusedFileError(
            "The day given as workshop_date cannot be read. Write it as 2025-03-31."
        ) from None


def least_minutes(asked: Asked) -> int:
    """How long somebody must have stayed to be counted."""
    return _read_number(asked, "min_minutes", _USUAL_LEAST_MINUTES) or 0


def rewrite_meetings(
    meetings: Sequence[Meeting], asked: Asked, read: int, notes: Sequence[str], mode: str = ""
) -> Rewritten:
    """The rows of a file's workshops.

    Args:
        meetings: the workshops that the file tells of.
        asked: with the answers to `WORKSHOP_QUESTIONS` and `ROLE_QUESTIONS`.
        read: how many rows of the file were counted or left out.
        notes: what the layout has to say.
        mode: how people met, unless a person says otherwise.

    Raises:
        RefusedFileError: something that is needed is neither in the file nor answered.
    """
    if not answer_of(asked, "directorate"):
        raise RefusedFileError(
            "An attendance list does not say which directorate the workshop belongs to. "
            "Say it with directorate, for example --set directorate=NMH."
        )
    given = [name for name in _OF_ONE_WORKSHOP if answer_of(asked, name)]
    if len(meetings) > 1 and given:
        raise RefusedFileError(
            f"The file tells of {len(meetings)} workshops, so one answer cannot hold for all of them: "
            f"{', '.join(given)}. Leave it out, or load the workshops as files of their own."
        )
    rows = [TextRow(meeting.row, _cells(meeting, asked, mode)) for meeting in meetings]
    said = [*notes, FORGOTTEN]
    if len(rows) == 1 and not answer_of(asked, "workshop_id"):
        said.append(
            f"The workshop is known as {rows[0].cells[0]}. To add bookings or feedback of the same workshop, "
            "give this as workshop_id with their file."
        )
    return Rewritten(COLUMNS, rows, said, read)


def describe_people(counts: PeopleCounts, asked: Asked) -> list[str]:
    """What was counted and what was not, and what the addresses suggest. No name, no address."""
    least, came = least_minutes(asked), counts.came
    notes = [f"{came} {'person was' if came == 1 else 'different people were'} counted."]
    notes.append(
        f"Not counted for under {least} minutes in the meeting: {counts.short} (min_minutes={least})."
    )
    if counts.unmeasured:
        notes.append(f"Counted although the file does not say how long they stayed: {counts.unmeasured}.")
    if counts.namesakes:
        notes.append(
            f"Names that stand with more than one address: {counts.namesakes}. Each address is a person."
        )
    if counts.nhs_addresses and not any(answer_of(asked, role) for role in ROLES):
        notes.append(
            f"{counts.nhs_addresses} of {counts.addresses} addresses end in nhs.net or nhs.uk; peer workers "
            "and some service users have those too, so no role was taken from them. "
            f"Say the roles if you know them, for example --set staff={counts.nhs_addresses}."
        )
    return notes


def _cells(meeting: Meeting, asked: Asked, mode: str) -> tuple[str, ...]:
    day, title = _day(meeting, asked), _title(meeting, asked)
    cells = {name: answer_of(asked, name) for name in COLUMNS}
    cells["workshop_id"] = cells["workshop_id"] or make_id(day, meeting.title or title, meeting.start)
    cells |= {"workshop_date": day.isoformat(), "title": title, "mode": cells["mode"] or mode}
    cells |= _split_roles(meeting, asked)
    if meeting.booked is not None:
        cells["booked"] = str(meeting.booked)
    if meeting.rating is not None:
        cells["rating_answers"], cells["rating_positive"] = map(str, meeting.rating)
    return tuple(cells[name] for name in COLUMNS)


def make_id(day: date, title: str, start: str) -> str:
    """The same id whenever the same list is loaded: the day and a short print of title and start."""
    words = f"{' '.join(title.split()).casefold()}|{start}"
    made = f"{day:%Y-%m-%d}-{hashlib.sha256(words.encode()).hexdigest()[:8]}"
    # One print in some hundreds is so much like a telephone number that its row would be set aside.
    return f"{made[:-8]}{made[-8:].translate(_AS_LETTERS)}" if find_personal_data(made) else made


def _day(meeting: Meeting, asked: Asked) -> date:
    day = given_day(asked) or meeting.day
    if day is None:
        raise RefusedFileError(
            "The file does not say on which day the workshop was. "
            "Say it with workshop_date, for example --set workshop_date=2025-03-31."
        )
    return day


def _title(meeting: Meeting, asked: Asked) -> str:
    given = answer_of(asked, "title")
    if given:
        return given
    if not meeting.title:
        raise RefusedFileError(
            "The file does not say what the workshop was called. "
            'Say it with title, for example --set title="Working together group".'
        )
    if _NAMED_AFTER_SOMEBODY.fullmatch(meeting.title):
        raise RefusedFileError(
            "The meeting's title was made of somebody's name by the program. "
            'Say what the workshop was called with title, for example --set title="Working together group".'
        )
    return meeting.title


def _split_roles(meeting: Meeting, asked: Asked) -> dict[str, str]:
    """The people by role; those whose role nobody told are unknown, and never 0 of a role."""
    answers = {role: _read_number(asked, role) for role in ROLES}
    given = {role: number for role, number in answers.items() if number is not None}
    known = given or {role: number for role, number in meeting.roles.items() if number}
    if meeting.came is None:
        return {role: str(number) for role, number in given.items()}
    rest = meeting.came - sum(known.values())
    if rest < 0:
        raise RefusedFileError(
            f"The roles given add up to {sum(known.values())}, but {meeting.came} people were counted. "
            "Check service_users, carers, staff and others."
        )
    if rest:
        return {**{role: str(number) for role, number in known.items()}, "unknown_role": str(rest)}
    return {role: str(known.get(role, 0)) for role in {**dict.fromkeys(_MUST_BE_TOLD), **known}}


def _read_number(asked: Asked, name: str, usual: int | None = None) -> int | None:
    text = answer_of(asked, name)
    try:
        return parse_count(text) if text else usual
    except PydanticCustomError:
        raise RefusedFileError(f"The answer for {name} is not a whole number. Write digits only.") from None
