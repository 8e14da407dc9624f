"""Files that are not templates, made in code: a header and rows of cells."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

import pytest

from loaders.layouts import Asked, Layout
from loaders.sheets import RawTable, TextRow

TODAY = date(2026, 11, 1)


@pytest.fixture(scope="session")
def raw_table() -> Callable[..., RawTable]:
    """``raw_table(rows)``: rows of cells as a text file, or as a worksheet if ``name`` is given."""

    def make(rows: Iterable[Sequence[object]], name: str = "") -> RawTable:
        made = tuple(TextRow(n, tuple(map(str, cells))) for n, cells in enumerate(rows, 1))
        return RawTable(name, made[:30], lambda: iter(made), None if name else ",")

    return make


@pytest.fixture(scope="session")
def rewritten() -> Callable[..., tuple[list[dict[str, str]], str, int | None]]:
    """``rewritten(layout, tables, **answers)``: the rows by column, all notes as one text, how many read."""

    def run(layout: Layout, *tables: RawTable, answers: Mapping[str, str] | None = None):
        out = layout.rewrite(tables, Asked("file.csv", TODAY, answers=answers or {}))
        rows = [dict(zip(out.columns, row.cells, strict=True)) for row in out.rows]
        return rows, " ".join(out.notes), out.read

    return run
