"""A layout: a file that people have which is not one of our templates, rewritten as rows of a template.

Everything after the rewriting is the same for every file: the rows are checked, matched, compared and
stored as if somebody had typed them into the template.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from loaders.sheets import RawTable, TextRow


@dataclass(frozen=True)
class Question:
    """What the file does not say and a person can: asked in the preview, or given with ``--set``.

    Attributes:
        name: a column of the template, or a word of the layout's own, as in ``--set name=answer``.
        label: how the preview asks for it.
        needed: without an answer the file is refused with a message that says so.
        choices: the answers that are understood, where there are only a few.
    """

    name: str
    label: str
    needed: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Asked:
    """What is known about a file besides its cells.

    Attributes:
        name: the file's name; a last resort for a month, never a path.
        answers: answers to the layout's questions, by name.
        today: nothing that has happened may be later.
    """

    name: str
    today: date
    as_at: date | None = None
    answers: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Rewritten:
    """The rows of a file in the columns of a template.

    Attributes:
        columns: template columns, in the order of the cells.
        rows: text rows; the number is that of the (first) source row. May be a generator.
        notes: sentences for the message; may still grow while ``rows`` is read.
        read: how many rows of the source were read, where rows are counted together;
            ``None`` means one for one. May still grow while ``rows`` is read.
    """

    columns: tuple[str, ...]
    rows: Iterable[TextRow]
    notes: list[str] = field(default_factory=list)
    read: int | None = None


class Layout:
    """One layout. Subclasses say how it is recognised and how it is rewritten."""

    name: ClassVar[str]
    title: ClassVar[str]
    kind: ClassVar[str]
    questions: ClassVar[tuple[Question, ...]] = ()

    def fits(self, table: RawTable) -> bool:
        """Whether the first rows of a table show that it is of this layout. Never by names of sheets."""
        raise NotImplementedError

    def rewrite(self, tables: Sequence[RawTable], asked: Asked) -> Rewritten:
        """Rewrite a file of which at least one table fits.

        Raises:
            RefusedFileError: it is broken, or more has to be told; the message says what to do.
        """
        raise NotImplementedError
