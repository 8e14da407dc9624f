"""What people say about taking part: the five answers to each question of the pulse survey."""

from __future__ import annotations

import streamlit as st

from charts.answer_bars import build_answer_bars
from measures.notes import describe_age
from measures.pulse import (
    PulseAnswers,
    build_answers_table,
    describe_pulse,
    describe_pulse_notes,
    describe_pulse_working,
)
from ui.access import current_viewer
from ui.drawn import show_drawn
from ui.filters import Filters
from ui.reads import read_pulse_answers
from ui.text import show_answer, show_text, write_folded, write_lines, write_table

_HOW_TO_READ = (
    "A bar grows to the left where people disagree and to the right where they agree. "
    "The grey part is for neither."
)


def show_answers(filters: Filters) -> None:
    """One bar a question for the chosen area, over the newest year whatever the dates of the filter."""
    answers = read_pulse_answers(current_viewer(), filters.area.id)
    show_answer("What do people say about taking part?", describe_pulse(answers))
    if answers is None or not answers.told:
        return
    show_text(_HOW_TO_READ)
    show_drawn(build_answer_bars(answers))
    st.html(_write_details(answers))


def _write_details(answers: PulseAnswers) -> str:
    name = f"answers-{answers.heard.area.code}"
    table = write_table(build_answers_table(answers), "The answers to each question")
    working = write_lines(f"{heading}: {text}" for heading, text in describe_pulse_working(answers))
    return (
        write_lines(filter(None, (*describe_pulse_notes(answers), describe_age(answers.heard))))
        + write_folded("Show the numbers", table, f"numbers-{name}")
        + write_folded("How we worked this out", working, f"working-{name}")
    )
