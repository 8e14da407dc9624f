"""Writes ``docs/data_dictionary.md``: every template column, every stored column, every measure.

Run ``python -m docs.generate_data_dictionary`` after changing a row schema, a table or a measure's
definition; a test holds the page to the code.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin

from pydantic.fields import FieldInfo
from sqlalchemy import CheckConstraint, Column, Table

from data_model import Base
from data_model.rows import dates, numbers, words
from loaders.kind import Kind
from loaders.kinds import KINDS
from loaders.layouts import LAYOUTS
from measures.definitions import Definition, read_definitions

PAGE = Path(__file__).with_name("data_dictionary.md")
_MEANINGS = {
    dates.PastDay: "a day, not in the future",
    dates.PlannedDay: "a day, up to five years ahead",
    dates.PastMonth: "a month, not in the future",
    dates.TimeOfDay: "a time such as 14:00",
    numbers.Count: "a whole number",
    numbers.Answers: "a whole number, or `*` if hidden",
    numbers.Number: "a number",
    numbers.ProgressScore: "0.5 to 5.0",
    numbers.MeanScore: "1 to 7, `*` if hidden, `-` if nobody answered",
    numbers.DialogItem: "1 to 11",
    numbers.TargetValue: "a number or a percentage",
    words.Code: f"text, {words.CODE_LENGTH} characters",
    words.Name: f"text, {words.NAME_LENGTH} characters",
    words.ShortWord: f"text, {words.WORD_LENGTH} characters",
    words.Sentences: f"text, {words.TEXT_LENGTH:,} characters",
    words.Names: "a list with `;` between",
    words.Quarter: "a quarter such as Q1 2025/26",
}
_READERS = {annotated.__metadata__[0].func: meaning for annotated, meaning in _MEANINGS.items()}
_TYPES = {
    "VARCHAR": "text",
    "TEXT": "text",
    "INTEGER": "whole number",
    "DOUBLE": "number",
    "BOOLEAN": "yes or no",
    "DATE": "day",
    "DATETIME": "moment, UTC",
    "JSON": "JSON",
}
_INTRODUCTION = """\
# Data dictionary

Made by `python -m docs.generate_data_dictionary` from the row schemas, the tables and the measures'
definitions. How files are read is told in [loading_data.md](loading_data.md).
"""


def write_page() -> str:
    """The whole page as Markdown."""
    parts = [_INTRODUCTION, "## Files: what goes in\n", "`*`: the column must be there.\n"]
    parts += [part for kind in KINDS.values() for part in _write_kind(kind)]
    parts.append("## The store: what is kept\n")
    parts += [part for table in Base.metadata.sorted_tables for part in _write_table(table)]
    parts.append("## Measures: what is worked out\n")
    parts += [part for definition in read_definitions().values() for part in _write_measure(definition)]
    return "\n".join(parts)


def _write_kind(kind: Kind) -> Iterator[str]:
    yield f"### File `{kind.name}`\n"
    yield f"{_told(kind.row)} Known by {', '.join(f'`{name}`' for name in kind.key_columns)}.\n"
    also = [layout.title for layout in LAYOUTS if layout.kind == kind.name]
    if also:
        yield f"Also read from: {'; '.join(also)}.\n"
    yield "| Column | What may stand there |\n|---|---|"
    needed = set(kind.row.required_columns())
    for name, field in kind.row.model_fields.items():
        star = "\\*" if name in needed else ""
        yield f"| {name}{star} | {_meaning(field)} |"
    yield ""


def _meaning(field: FieldInfo) -> str:
    kinds = [(field.annotation, field.metadata)]
    for part in get_args(field.annotation):
        if get_origin(part) is Annotated:
            kinds.append((get_args(part)[0], part.__metadata__))
    for annotation, metadata in kinds:
        words_of = _words(annotation)
        if words_of:
            return ", ".join(words_of)
        known = next((_READERS[m.func] for m in metadata if getattr(m, "func", None) in _READERS), None)
        if known:
            return known
    return _plain_type(field.annotation)


def _words(annotation: Any) -> list[str]:  # noqa: ANN401 - any annotation
    for part in (annotation, *get_args(annotation)):
        if isinstance(part, type) and issubclass(part, StrEnum):
            return [str(word) for word in part]
    return []


def _plain_type(annotation: Any) -> str:  # noqa: ANN401 - any annotation
    names = {part.__name__ for part in (annotation, *get_args(annotation)) if isinstance(part, type)}
    return "a number" if names & {"int", "float"} else "text"


def _write_table(table: Table) -> Iterator[str]:
    model = next(m.class_ for m in Base.registry.mappers if m.local_table is table)
    yield f"### Table `{table.name}`\n"
    yield f"{_told(model)}\n"
    yield "| Column | Type | May be empty | Refers to |\n|---|---|---|---|"
    for column in table.columns:
        empty = "yes" if column.nullable else ""
        yield f"| {_column_name(column)} | {_type(column)} | {empty} | {_refers(column)} |"
    checks = [c for c in table.constraints if isinstance(c, CheckConstraint)]
    if checks:
        yield "\nHeld by the store: " + "; ".join(sorted(f"`{check.sqltext}`" for check in checks)) + "."
    yield ""


def _column_name(column: Column) -> str:
    return f"**{column.name}**" if column.primary_key else column.name


def _type(column: Column) -> str:
    name, _, length = column.type.compile().partition("(")
    return _TYPES[name] + (f", {length.rstrip(')')} characters" if length else "")


def _refers(column: Column) -> str:
    return ", ".join(sorted(f"{key.column.table.name}.{key.column.name}" for key in column.foreign_keys))


def _write_measure(definition: Definition) -> Iterator[str]:
    yield f"### Measure `{definition.id}`\n"
    yield f"**{definition.title}.** {definition.how_worked_out}\n"
    yield "| | |\n|---|---|"
    for name, value in (
        ("Numerator", definition.numerator),
        ("Denominator", definition.denominator),
        ("Unit", definition.unit),
        ("Chart", definition.chart),
        ("Small numbers", definition.disclosure),
        ("Rests on files", ", ".join(definition.kinds)),
        ("Owner", definition.owner),
        ("Checked by", definition.checked_by),
        ("Reviewed on", definition.reviewed_on),
    ):
        yield f"| {name} | {value if value is not None else ''} |"
    yield ""


def _told(documented: type) -> str:
    """The first paragraph of a docstring, on one line."""
    return " ".join((documented.__doc__ or "").split("\n\n")[0].replace("``", "`").split())


if __name__ == "__main__":
    PAGE.write_text(write_page(), encoding="utf-8")
