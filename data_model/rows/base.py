"""What every row schema shares: its columns, and what reading a cell needs to know."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar, TypedDict

from pydantic import BaseModel, ConfigDict
from pydantic_core import PydanticCustomError


class ReadingContext(TypedDict):
    """What the cell readers are told.

    Attributes:
        today: nothing that has happened may be later than this day.
        month_first: columns that hold a date which can only be month first (07/22/2025), so that
            03/04/2025 in the same column could be either.
    """

    today: date
    month_first: frozenset[str]


class Row(BaseModel):
    """One row of one kind of file. Blank cells are left out before it is made, so "missing" means blank.

    Attributes:
        free_text: columns that people write sentences in, where personal data may turn up.
        date_columns: columns that hold days or months.
    """

    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)

    free_text: ClassVar[frozenset[str]] = frozenset()
    date_columns: ClassVar[tuple[str, ...]] = ()

    @classmethod
    def columns(cls) -> tuple[str, ...]:
        """The columns of the template, in order."""
        return tuple(cls.model_fields)

    @classmethod
    def required_columns(cls) -> tuple[str, ...]:
        """The columns that a file must have and that every row must fill."""
        return tuple(name for name, field in cls.model_fields.items() if field.is_required())

    @classmethod
    def settle_columns(cls, columns: dict[str, list[Any]]) -> Iterable[bool] | None:
        """Do for many rows at once what the checks between cells do; say for which (``None``: all).

        Cells were read one by one; a blank one is ``None``, and a star that may stand there is a star.
        The other rows are made one by one. This makes a file of a million rows a matter of seconds.
        """
        if not cls.__pydantic_decorators__.model_validators:
            return None
        return [False] * len(next(iter(columns.values())))


def problem(kind: str, **context: str | int) -> PydanticCustomError:
    """An error that `data_model.rows.problems` has plain words for. It never carries the cell's value."""
    return PydanticCustomError(kind, "not accepted", dict(context))  # type: ignore[arg-type]


def check_order(start: date | None, end: date | None, column: str) -> None:
    """Refuse an end that comes before its start; ``column`` is where the end stands."""
    if start and end and end < start:
        raise problem("ends_before_start", column=column)


def check_needed(filled: bool, column: str, other: str, word: str) -> None:
    """Refuse an empty ``column`` that must be filled where the column ``other`` says ``word``."""
    if not filled:
        raise problem("needed_here", column=column, other=other, word=word)


def check_unused(filled: bool, column: str, other: str, word: str) -> None:
    """Refuse a filled ``column`` that has no meaning where the column ``other`` says ``word``."""
    if filled:
        raise problem("not_used_here", column=column, other=other, word=word)


def check_part(part: int | None, whole: int | None, column: str, whole_column: str) -> None:
    """Refuse a part that is larger than its whole, or that has no whole."""
    if part is None:
        return
    if whole is None:
        raise problem("part_without_whole", column=column, whole=whole_column)
    if part > whole:
        raise problem("part_larger_than_whole", column=column, whole=whole_column)
