"""``python -m loaders map``: say once which column of a file with other headings stands for which of ours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from data_model.store import writing
from loaders.cells import show_value
from loaders.headers import heading_key
from loaders.kinds import KINDS
from loaders.mapping import (
    Guess,
    Sureness,
    check_mapping,
    find_kind,
    fingerprint,
    guess_mapping,
    names_people,
)
from loaders.personal_data import NOT_SHOWN
from loaders.reader import read_apart
from loaders.reading import Seen, Task
from loaders.report import RefusedFileError, UnknownHeadingsError
from loaders.saved_mappings import save_mapping
from loaders.tables import Hints

_SHOWN_CELLS = 3


@dataclass(frozen=True)
class ProposedMapping:
    """Which heading of a file stands for which of our columns, guessed or told.

    Attributes:
        headings: of the file, in order.
        first_rows: the first rows below them.
        guesses: one for each column of the template.
        columns: our column -> their heading, for those that have one.
        problems: why it cannot be kept, in plain words; none if it can.
    """

    file: str
    kind: str
    headings: tuple[str, ...]
    first_rows: tuple[tuple[str, ...], ...]
    guesses: Mapping[str, Guess]
    columns: Mapping[str, str]
    problems: tuple[str, ...]

    def as_json(self, *, saved: bool) -> dict[str, Any]:
        """The proposal as ``map --json`` prints it."""
        return {
            "file": self.file,
            "kind": self.kind,
            "columns": [
                {"column": column, "heading": self.columns.get(column), "sure": str(guess.sure)}
                for column, guess in self.guesses.items()
            ],
            "problems": list(self.problems),
            "saved": saved,
        }


def propose_mapping(path: Path, kind: str | None, told: Mapping[str, str]) -> ProposedMapping:
    """Read the headings of a file and propose what they stand for.

    Args:
        path: where the file lies.
        kind: what kind of file it is; by default the likeliest.
        told: our column -> their heading, in the place of a guess; an empty heading takes the guess away.

    Raises:
        RefusedFileError: the file cannot be read, needs no mapping, or is like no kind.
        OSError: there is no such file, or it cannot be opened.
    """
    unknown = _read_headings(path)
    chosen = kind or next((name for name, _ in find_kind(unknown.headings)), None)
    if chosen is None:
        raise RefusedFileError(f"The file is like no kind that is known. Say which with --kind: {_kinds()}.")
    guesses = guess_mapping(unknown.headings, unknown.first, chosen)
    taken = {heading_key(heading) for heading in told.values()}
    for column, guess in guesses.items():
        if column in told:
            guesses[column] = Guess(told[column] or None, Sureness.TOLD)
        elif guess.heading and heading_key(guess.heading) in taken:
            guesses[column] = Guess(None, Sureness.NOT_FOUND)
    columns = {column: guess.heading for column, guess in guesses.items() if guess.heading}
    problems = check_mapping(chosen, {**columns, **told}, unknown.headings)
    return ProposedMapping(
        show_value(path.name), chosen, unknown.headings, unknown.first, guesses, columns, tuple(problems)
    )


def save_proposed(engine: Engine, proposed: ProposedMapping, saved_by: str) -> None:
    """Keep a mapping that has no problems, so that files with these headings are known from now on."""
    with writing(engine) as session:
        save_mapping(session, fingerprint(proposed.headings), proposed.kind, proposed.columns, saved_by)


def describe_mapping(proposed: ProposedMapping) -> Iterator[str]:
    """The proposal as lines: each column, its heading, how sure that is, and the first cells."""
    yield f"{proposed.file}: {len(proposed.headings)} headings, mapped to {proposed.kind}."
    needed = KINDS[proposed.kind].row.required_columns()
    for column, guess in proposed.guesses.items():
        star = "*" if column in needed else ""
        found = f'"{show_value(guess.heading)}"' if guess.heading else "-"
        cells = f": {', '.join(shown)}" if (shown := list(_first_cells(proposed, guess.heading))) else ""
        yield f"  {column}{star} <- {found} ({guess.sure}){cells}"
    unused = [show_value(h) for h in proposed.headings if h and h not in proposed.columns.values()]
    if unused:
        yield f"  Not read: {', '.join(unused)}."
    yield from (f"  {problem}" for problem in proposed.problems)


def show_cell(heading: str, cell: str) -> str:
    """A cell as the mapping may show it: nothing of a column that may name people."""
    return NOT_SHOWN if cell and names_people(heading) else show_value(cell)


def _first_cells(proposed: ProposedMapping, heading: str | None) -> Iterator[str]:
    keys = [heading_key(each) for each in proposed.headings]
    if heading is None or heading_key(heading) not in keys:
        return
    place = keys.index(heading_key(heading))
    cells = [row[place] for row in proposed.first_rows if place < len(row) and row[place]]
    yield from (show_cell(heading, cell) for cell in cells[:_SHOWN_CELLS])


def _read_headings(path: Path) -> UnknownHeadingsError:
    with path.open("rb") as file:
        try:
            seen = next(iter(read_apart(file, Task(Hints(path.name)))))
        except UnknownHeadingsError as unknown:
            return unknown
    assert isinstance(seen, Seen)  # noqa: S101 - the first message
    raise RefusedFileError(f"The file is known as {seen.kind} by itself. Load it; it needs no mapping.")


def _kinds() -> str:
    return ", ".join(KINDS)
