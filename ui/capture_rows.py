"""What a forum writes down, as the one-row file that the loaders read: so it is checked like every file."""

from __future__ import annotations

import csv
import io
import secrets
import string
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from data_model.terms import AreaType, LoadStatus
from loaders import LoadReport, load_file, undo_load
from measures.areas import AreaRef
from measures.change_ideas import ChangeIdea
from measures.forum import ForumEntry
from ui.forum_reads import SOURCE
from ui.reads import read_areas
from ui.store import open_app_store

_LETTERS = str.maketrans(string.digits, "ABCDEFGHJK")
Cells = Mapping[str, str | date | None]


@dataclass(frozen=True)
class Written:
    """How it ended. ``load_id`` takes it back; None where nothing was stored and ``problems`` say why."""

    load_id: int | None
    problems: tuple[str, ...] = ()


def write_entry(area: AreaRef, directorate: AreaRef, cells: Cells) -> Written:
    """Store one forum entry of an area; ``cells`` by the columns of the kind ``forum_entries``."""
    return _store("forum_entries", {"entry_id": make_id(), **_place(area, directorate), **cells})


def write_idea(area: AreaRef, directorate: AreaRef, cells: Cells) -> Written:
    """Store one change idea of an area; ``cells`` by the columns of the kind ``change_ideas``."""
    return _store("change_ideas", {"idea_id": make_id(), **_place(area, directorate), **cells})


def write_what_happened(idea: ChangeIdea, cells: Cells) -> Written:
    """Store what became of a change idea; all that ``cells`` do not say stays as it was."""
    areas = read_areas().by_id
    stored: dict[str, str | date | None] = {
        "idea_id": idea.idea_id,
        "title": idea.title,
        "directorate": areas[idea.directorate_id].code if idea.directorate_id else None,
        "borough": areas[idea.borough_id].code if idea.borough_id else None,
        "measure": idea.measure,
        "start_date": idea.start_date,
        "end_date": idea.end_date,
        "status": idea.status,
        "prediction": idea.prediction,
    }
    return _store("change_ideas", {**stored, **cells})


def write_done(entry: ForumEntry, day: date) -> Written:
    """Store that an action was done on ``day``; all else of it stays as it was."""
    areas = read_areas().by_id
    stored: dict[str, str | date | None] = {
        "entry_id": entry.entry_id,
        "entry_type": entry.entry_type,
        "entry_date": entry.entry_date,
        "directorate": areas[entry.directorate_id].code,
        "borough": areas[entry.borough_id].code if entry.borough_id else None,
        "measure": entry.measure,
        "project_id": entry.project_id,
        "text": entry.text,
        "owner_role": entry.owner_role,
        "due_date": entry.due_date,
        "done_date": max(day, entry.entry_date),
    }
    return _store("forum_entries", stored)


def take_back(load_id: int) -> tuple[bool, str]:
    """Undo one load; whether it was undone, and what is to be said of it."""
    report = undo_load(open_app_store(), load_id)
    if report.status == "undone":
        return True, "Taken back."
    return False, f"This could not be taken back. {report.message}"


def make_id() -> str:
    """An id that no other has: the moment and six letters by chance.

    Letters alone, because a long row of digits can look like a person's NHS number.
    """
    moment = f"{datetime.now(UTC):%y%m%d%H%M%S}".translate(_LETTERS)
    return f"QF-{moment}-{''.join(secrets.choice(string.ascii_uppercase) for _ in range(6))}"


def _place(area: AreaRef, directorate: AreaRef) -> dict[str, str | date | None]:
    return {
        "directorate": directorate.code,
        "borough": area.code if area.type == AreaType.BOROUGH else None,
    }


def _store(kind: str, cells: Cells) -> Written:
    """Look first, so that a slip of the pen leaves no trace in the load log; then store."""
    engine, content = open_app_store(), _write_csv(cells)
    looked = load_file(engine, content, SOURCE, kind=kind, dry_run=True)
    if _problems(looked):
        return Written(None, _problems(looked))
    report = load_file(engine, content, SOURCE, kind=kind)
    return Written(report.load_id, _problems(report))


def _problems(report: LoadReport) -> tuple[str, ...]:
    found = tuple(
        f"{(p.column or 'This').replace('_', ' ').capitalize()}: {p.problem} {p.cure}"
        for p in report.problems
    )
    return found or ((report.message,) if report.status == LoadStatus.REFUSED else ())


def _write_csv(cells: Cells) -> bytes:
    """Two lines: headings and cells, each cell on one line."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(cells)
    writer.writerow([" ".join(str("" if cell is None else cell).split()) for cell in cells.values()])
    return text.getvalue().encode()
