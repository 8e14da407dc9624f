"""The board pack of the page "Where do we need to act?", made when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from charts.spc_chart import build_spc_chart
from data_model.terms import AreaType
from exports.board_pack import BoardPack, PackChart, ToTalkAbout, write_board_pack_pdf
from exports.wording import shorten
from measures.attention import (
    MOST_THINGS,
    Reason,
    Thing,
    count_left_out,
    find_things_to_talk_about,
)
from measures.forum import ActionState
from measures.grid import GridCell
from measures.notes import describe_change, describe_notes
from measures.sentences import describe_series
from measures.series import MeasureSeries
from measures.standing import TARGET_WORDS, Standing
from measures.writing import describe_point
from settings import read_settings
from ui.board import describe_left_out, describe_tried
from ui.board_reads import COLUMNS, Board
from ui.notices import find_made_up_notice

_MOST_THINGS, _MOST_LATE = 15, 10  # so that six pages hold them all
_MOST_CHARTS, _MOST_CHANGES, _MOST_SAID, _LONGEST_CHANGE = 6, 3, 3, 320
_OF_THE_TRUST = ("big_i_active", "big_i_new", "workshop_parity", "fft_positive")


def show_board_pack_button(board: Board) -> None:
    """One button; the file is only made once it is pressed."""
    today = read_settings().today
    st.download_button(
        "Make the board pack",
        data=lambda: write_board_pack_pdf(build_board_pack(board)),
        file_name=f"board-pack-{today.isoformat()}.pdf",
        mime="application/pdf",
        on_click="ignore",
        key="board-pack",
    )


def build_board_pack(board: Board) -> BoardPack:
    """The words of the page and its charts: those of the things to talk about, then the trust's."""
    things = _find_things(board)
    left_out = describe_left_out(count_left_out(board.found, things), "in the table on the next page")
    alone = "There, a figure alone goes up and down as usual."
    said = [board.sentence, left_out or "The table is on the next page.", alone]
    return BoardPack(
        title="People participation: board pack",
        written_on=read_settings().today,
        trust_sentence=" ".join(said),
        to_talk_about=[said for thing in things for said in _write_things(thing, board)],
        grid_columns=["Directorate", *COLUMNS.values()],
        grid_rows=[[row.area.name, *map(_write_cell, row.cells)] for row in board.rows],
        charts=[_draw(series) for series in _find_charted(board, things)],
        notice=find_made_up_notice(),
    )


def _find_things(board: Board) -> list[Thing]:
    """All that needs a conversation, where the page has room for five; to celebrate, as much as there."""
    found = find_things_to_talk_about(board.found, list(COLUMNS), board.actions, _MOST_THINGS)
    worries = [thing for thing in found if thing.reason != Reason.CELEBRATE]
    return worries + found[len(worries) :][: max(1, MOST_THINGS - len(worries))]


def _write_things(thing: Thing, board: Board) -> list[ToTalkAbout]:
    """One thing; for the late actions, which are one thing on the page, each with its owner and day."""
    if thing.reason != Reason.OVERDUE:
        return [_write_thing(thing)]
    late = [action.entry for action in board.actions if action.state == ActionState.LATE]
    said = [
        ToTalkAbout(f"{e.directorate}.", f"{thing.reason}. {e.text}", e.owner_role or "", e.due_date)
        for e in late[:_MOST_LATE]
    ]
    left_out = describe_left_out(len(late) - len(said), "late; the QI Forum's page names them")
    return [*said[:-1], said[-1]._replace(sentence=f"{said[-1].sentence} {left_out}".strip())]


def _write_thing(thing: Thing) -> ToTalkAbout:
    what, newest = "", ""
    if thing.series is not None:
        series = thing.series
        what = f": {COLUMNS[series.definition.id]}"
        if series.last is not None:
            newest = f"{series.when(series.last)}: {describe_point(series.last, series.definition)}."
    said = " ".join(filter(None, [f"{thing.reason}.", thing.sentence, newest, describe_tried(thing)]))
    return ToTalkAbout(f"{thing.area_name}{what}.", said, thing.owner, thing.due)


def _write_cell(cell: GridCell) -> str:
    # Room is scarce: what goes up and down as usual, and now and then meets its target, is a figure alone.
    target = TARGET_WORDS[cell.assurance] if cell.assurance in ("pass", "fail") else ""
    figure = f"{cell.figure} in {cell.when}" if cell.figure and cell.when else cell.figure
    is_usual = bool(figure) and cell.standing == Standing.NORMAL
    return ", ".join(filter(None, [figure, "" if is_usual else str(cell.standing), target]))


def _find_charted(board: Board, things: list[Thing]) -> list[MeasureSeries]:
    """The series that the pack draws, each once, most telling first."""
    found: dict[tuple[str, int], MeasureSeries] = {}
    for series in (*_of_things(things), *_of_trust(board)):
        if series.last is not None:
            found.setdefault((series.definition.id, series.area.id), series)
    return list(found.values())[:_MOST_CHARTS]


def _of_things(things: list[Thing]) -> Iterator[MeasureSeries]:
    return (thing.series for thing in things if thing.series is not None)


def _of_trust(board: Board) -> Iterator[MeasureSeries]:
    of_trust = {s.definition.id: s for s in board.found if s.area.type == AreaType.TRUST}
    return (of_trust[measure_id] for measure_id in _OF_THE_TRUST if measure_id in of_trust)


def _draw(series: MeasureSeries) -> PackChart:
    newest = (
        f"{series.when(series.last)}: {describe_point(series.last, series.definition)}."
        if series.last
        else ""
    )
    numbered = [
        f"{mark.number}. {shorten(describe_change(series, mark, _MOST_SAID), _LONGEST_CHANGE)}"
        for mark in series.changes[-_MOST_CHANGES:]
    ]
    older = len(series.changes) - len(numbered)
    if older:
        numbered.insert(0, f"Up to number {older} on the page of this measure.")
    return PackChart(
        f"{series.area.name}: {series.definition.question}",
        f"{describe_series(series)} {newest}".strip(),
        build_spc_chart(series, size="paper"),
        [" ".join(numbered), " ".join(describe_notes(series))],
    )
