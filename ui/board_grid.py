"""The grid of directorates and measures as one element: icons, figures and a link behind each cell."""

from __future__ import annotations

from html import escape

from charts.icons import build_assurance_icon, build_variation_icon
from measures.grid import GridCell, GridRow, describe_chance, describe_newest
from measures.standing import CHANGE_WORDS, TARGET_WORDS, Standing
from ui.board_reads import COLUMNS, Board, write_cell_link
from ui.drawn import show_drawn
from ui.jump_links import show_part_heading
from ui.text import show_lines, show_text

GRID_PART = "grid"  # its name as a place on the page
_IN_SIGHT = {
    Standing.WORSE: "real change",
    Standing.BETTER: "real change",
    Standing.LOOK_WORSE: "worth a look",
    Standing.LOOK_BETTER: "worth a look",
    Standing.TOO_EARLY: "too early",
}
_HOW_TO_READ = (
    "Those with most to talk about come first; this is no league table. "
    "Choose any figure to see the chart behind it."
)


def show_grid(board: Board) -> None:
    """Heading, how to read it, the grid, how often chance alone makes a mark, and how old it is."""
    show_part_heading(GRID_PART, "How is each directorate doing?")
    show_text(_HOW_TO_READ)
    show_drawn(_write_key())
    show_drawn(write_grid(board.rows))
    show_lines(filter(None, (describe_chance(board.rows), describe_newest(board.rows))))


def write_grid(rows: tuple[GridRow, ...]) -> str:
    """The table as HTML. Roles are spelt out because the style sheet turns it into lists on a phone."""
    heads = "".join(f'<th scope="col" role="columnheader">{escape(label)}</th>' for label in COLUMNS.values())
    body = "".join(_write_row(row) for row in rows)
    return (
        '<table class="grid" role="table" aria-label="Directorates and measures"><thead role="rowgroup">'
        f'<tr role="row"><th scope="col" role="columnheader">Directorate</th>{heads}</tr></thead>'
        f'<tbody role="rowgroup">{body}</tbody></table>'
    )


def _write_row(row: GridRow) -> str:
    cells = "".join(f'<td role="cell" class="{_css(cell)}">{_write_cell(cell)}</td>' for cell in row.cells)
    return f'<tr role="row"><th scope="row" role="rowheader">{escape(row.area.name)}</th>{cells}</tr>'


def _write_cell(cell: GridCell) -> str:
    label = f'<span class="of">{escape(cell.label)}</span>'
    inside = f'{label}<span class="icons">{_icons(cell)}</span><span class="figure">{_words(cell)}</span>'
    if cell.series.last is None:
        return inside
    address = escape(write_cell_link(cell.series))
    return f'<a href="{address}" target="_self" aria-label="{escape(cell.name)}">{inside}</a>'


def _words(cell: GridCell) -> str:
    if cell.is_told_in_words:
        target = TARGET_WORDS["fail"] if cell.assurance == "fail" else ""
        return _write_words(str(cell.standing), [cell.when, target])
    if not cell.figure:
        return f'<span class="grey">{escape(cell.standing)}</span>'
    return _write_words(cell.figure, [cell.when, _IN_SIGHT.get(cell.standing, "")])


def _write_words(first: str, more: list[str]) -> str:
    quiet = "".join(f'<span class="grey">{escape(words)}</span>' for words in more if words)
    return f'<span class="number">{escape(first)}</span>{quiet}'


def _icons(cell: GridCell) -> str:
    found = []
    if cell.has_icon and cell.series.result is not None:
        found.append(build_variation_icon(cell.series.result.variation, size=20))
    if cell.figure and cell.assurance is not None:
        found.append(build_assurance_icon(cell.assurance, size=20))
    return "".join(found)


def _css(cell: GridCell) -> str:
    if not cell.figure and not cell.is_told_in_words:
        return "nothing"
    return "worse" if cell.standing == Standing.WORSE else "plain"


def _write_key() -> str:
    drawn = [(build_variation_icon(icon, size=18), words) for icon, words in CHANGE_WORDS.items()]
    drawn += [(build_assurance_icon(icon, size=18), words) for icon, words in TARGET_WORDS.items()]
    parts = "".join(f"<li>{svg} {escape(words)}</li>" for svg, words in drawn)
    return f'<ul class="key" aria-label="What the icons mean">{parts}</ul>'
