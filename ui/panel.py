"""One measure on a page: question, sentence, picture, notes, numbers, how it was worked out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

import streamlit as st

from charts.alt import describe_chart
from charts.compiled import compile_spec
from charts.picture import ChartPicture
from charts.spc_chart import build_spc_chart
from charts.theme import ChartSize
from measures.chart_choice import calculate_board_chart
from measures.definitions import Chart, Unit
from measures.notes import describe_age, describe_change, describe_notes, is_old
from measures.sentences import describe_series
from measures.series import MeasureSeries
from measures.working import describe_working
from measures.writing import describe_point
from ui.numbers import build_numbers_table
from ui.take_away import write_take_away
from ui.text import (
    show_lines,
    write_answer,
    write_folded,
    write_lines,
    write_list,
    write_table,
)

BOARD_NOTE = (
    "This is an XmR chart of the percentage with all four rules, as most board papers draw it. It does not "
    "know how many are behind each point, so it can call a change where there is none."
)

MOST_CHANGES = 8  # that are said without a fold


class _Words(NamedTuple):
    """Everything that is said of a measure; all but the sentence and the newest figure as HTML."""

    sentence: str
    latest: str
    changes: str
    notes: str
    numbers: str
    working: str


@lru_cache(maxsize=512)
def _find_words(series: MeasureSeries) -> _Words:
    latest = ""
    if series.last is not None:
        newest = describe_point(series.last, series.definition)
        latest = f"{series.area.name}, {series.when(series.last)}: {newest}."
    changes = [describe_change(series, mark) for mark in series.changes]
    table = write_table(build_numbers_table(series), f"The numbers behind: {series.definition.title}")
    working = write_lines(f"{heading}: {text}" for heading, text in describe_working(series))
    key = f"{series.definition.id}-{series.area.code}-{series.period}"
    return _Words(
        describe_series(series),
        latest,
        _write_changes(changes, key),
        _write_notes(series),
        write_folded("Show the numbers", table, f"numbers-{key}"),
        write_folded("How we worked this out", working, f"working-{key}"),
    )


def _write_changes(changes: Sequence[str], key: str) -> str:
    """What each number stands for; of a forum that has met for years the older ones are folded away."""
    older, newest = changes[:-MOST_CHANGES], changes[-MOST_CHANGES:]
    folded = ""
    if older:
        said = f"Show what 1 to {len(older)} stand for" if len(older) > 1 else "Show what 1 stands for"
        folded = write_folded(said, write_list(older, "changes quiet", first=1), f"changes-{key}")
    return folded + write_list(newest, "changes quiet", first=len(older) + 1)


def _write_notes(series: MeasureSeries) -> str:
    age = describe_age(series) if is_old(series) else ""
    return "".join(
        write_lines([note], "quiet old" if note == age else "quiet") for note in describe_notes(series)
    )


def show_measure(series: MeasureSeries, question: str | None = None, size: ChartSize = "large") -> None:
    """Show one measure in full. The sentence comes first; the picture proves it."""
    words = _find_words(series)
    show_sentence(series, question or series.definition.question)
    changes = ""
    if series.last is not None:
        show_picture(build_spc_chart(series, size=size), f"chart-{series.definition.id}-{series.area.code}")
        changes = words.changes
    st.html(changes + words.notes + write_details(series) + write_take_away(series))


def show_sentence(series: MeasureSeries, question: str = "") -> None:
    """The question as heading, the sentence in larger type, and the newest figure under it."""
    st.html(write_sentence(series, question))


def write_sentence(series: MeasureSeries, question: str = "", parts: str = "") -> str:
    """The same as HTML; ``parts``: what the newest figure is made of, said beside it."""
    words = _find_words(series)
    latest = f"{words.latest.removesuffix('.')}: {parts}" if parts else words.latest
    return write_answer(question, words.sentence, latest)


def show_picture(picture: ChartPicture, key: str) -> None:
    """A chart with its alt text, from a prepared spec: only the data are new."""
    spec = compile_spec(picture.spec)
    st.vega_lite_chart(picture.rows, spec, alt=picture.alt, key=key, height=picture.height)


def show_details(series: MeasureSeries) -> None:
    """The quiet row: the numbers, and how they were worked out."""
    st.html(write_details(series))


def write_details(series: MeasureSeries) -> str:
    """The quiet row as HTML."""
    return _find_words(series).numbers + write_working(series)


def write_working(series: MeasureSeries) -> str:
    """How it was worked out, folded away, as HTML."""
    return _find_words(series).working


def show_numbers(series: MeasureSeries) -> None:
    """The table behind a chart."""
    st.html(_find_words(series).numbers)


def show_as_board_papers(found: Sequence[MeasureSeries]) -> None:
    """The charts that board papers show, one click away; they are only drawn once they are asked for.

    One fold for all of a page: with one under every chart a page has as many again to set up and to read.
    """
    percentages = [s for s in found if s.definition.unit == Unit.PERCENT and s.definition.chart != Chart.LINE]
    drawn = [series for series in percentages if series.last is not None]
    if not drawn:
        return
    with st.expander("As board papers show it", key="board-papers", on_change="rerun") as board:
        if not board.open:
            return
        show_lines([BOARD_NOTE])
        for series in drawn:
            as_board = calculate_board_chart(series)
            # Its alt text must not speak of change: these rules do not decide for this measure.
            alt = describe_chart(as_board, "As board papers show it.", "XmR chart")
            st.subheader(series.definition.question, anchor=False)
            key = f"chart-board-{series.definition.id}-{series.area.code}"
            show_picture(replace(build_spc_chart(as_board), alt=alt), key)
