"""What a load says of itself: counts, problems in plain words, one message."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from data_model.rows import CellProblem
from data_model.terms import LoadStatus


class RefusedFileError(ValueError):
    """A file cannot be read or recognised; the message says why and what to do. Nothing was stored.

    Attributes:
        layout: the name of the layout that the file is of, whose questions may be answered.
    """

    def __init__(self, message: str, kind: str | None = None, layout: str | None = None) -> None:
        super().__init__(message)
        self.kind, self.layout = kind, layout


class UnknownHeadingsError(RefusedFileError):
    """The headings are of no known kind; a person may say which column is which.

    Attributes:
        headings: the row that looks most like headings, blank cells left out.
        first: the first rows below it, cell by cell under those headings.
    """

    def __init__(self, message: str, kind: str | None, headings: Sequence[str], first: Sequence) -> None:
        super().__init__(message, kind)
        self.headings = tuple(headings)
        self.first = tuple(first)


@dataclass(frozen=True)
class Problem:
    """One problem of one row: the row as a person sees it in the file (header = 1), the place, the cure."""

    row: int
    column: str | None
    value: str
    problem: str
    cure: str

    @classmethod
    def of(cls, row: int, found: CellProblem) -> Problem:
        """The same problem with its row number."""
        return cls(row, found.column, found.value, found.problem, found.cure)

    def as_json(self) -> dict[str, Any]:
        """The problem as the command line prints it."""
        return {
            "row": self.row,
            "column": self.column,
            "value": self.value,
            "problem": self.problem,
            "cure": self.cure,
        }


@dataclass(frozen=True)
class CellChange:
    """One cell that a file changes: in which row (by its natural key), what stood there, what comes."""

    key: str
    column: str
    old: str | float | None
    new: str | float | None

    def as_json(self) -> dict[str, Any]:
        """The change as the command line prints it."""
        return {"key": self.key, "column": self.column, "old": self.old, "new": self.new}


class AsideRow(NamedTuple):
    """A row that was set aside, as its file has it: its number, and its cells by column of the template.

    Cells that look like personal data are blank, and what no template knows is not there.
    """

    row: int
    cells: Mapping[str, str]


@dataclass(frozen=True)
class RowCounts:
    """How many rows a file had and what became of them: read is always the sum of the other four."""

    read: int = 0
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    quarantined: int = 0

    def as_json(self) -> dict[str, int]:
        """The counts as the command line prints them."""
        return {
            "read": self.read,
            "added": self.added,
            "changed": self.changed,
            "unchanged": self.unchanged,
            "quarantined": self.quarantined,
        }


@dataclass(frozen=True)
class LoadReport:
    """How the load of one file ended.

    Attributes:
        file: the file's name, without its folder.
        kind: the kind of file, or ``None`` if it was not recognised.
        load_id: the number of the load in the log; ``None`` if nothing was logged.
        message: one or a few plain sentences.
        is_fault: the load failed through a fault of ours, not of the file.
        changes: cells of stored rows that the file changes.
        figures: how many figures of each measure move, by measure id.
        headings: of a file of no known kind, the row that looks like its headings.
        first_rows: the first rows below those.
        layout: the name of the layout that the file is of, if it is not one of our templates.
        aside: the rows that were set aside, for a workbook in which they can be corrected.
    """

    file: str
    kind: str | None
    status: LoadStatus
    load_id: int | None = None
    rows: RowCounts = field(default_factory=RowCounts)
    problems: tuple[Problem, ...] = ()
    message: str = ""
    is_fault: bool = False
    changes: tuple[CellChange, ...] = ()
    figures: Mapping[str, int] = field(default_factory=dict)
    headings: tuple[str, ...] = ()
    first_rows: tuple[tuple[str, ...], ...] = ()
    layout: str | None = None
    aside: tuple[AsideRow, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The report as ``load --json`` prints it; a preview says in addition what would change and move."""
        preview = {
            "changes": [change.as_json() for change in self.changes],
            "figures": dict(self.figures),
        }
        return {
            "file": self.file,
            "kind": self.kind,
            "status": str(self.status),
            "load_id": self.load_id,
            "rows": self.rows.as_json(),
            "problems": [problem.as_json() for problem in self.problems],
            "message": self.message,
            **(preview if self.status == LoadStatus.PREVIEWED else {}),
        }


def describe_counts(rows: RowCounts) -> str:
    """The counts in words: "120 rows read: 100 added, 20 unchanged." Counts of none are left out."""
    parts = [
        f"{count:,} {word}"
        for count, word in (
            (rows.added, "added"),
            (rows.changed, "changed"),
            (rows.unchanged, "unchanged"),
            (rows.quarantined, "set aside"),
        )
        if count
    ]
    noun = "row" if rows.read == 1 else "rows"
    return f"{rows.read:,} {noun} read: {', '.join(parts)}."
