"""Writing down what a forum says, decides, promises and tries; each thing is stored at once, with an undo."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

import streamlit as st

from data_model.terms import AreaType
from measures.areas import AreaRef
from ui.access import current_viewer
from ui.capture_fields import (
    Answers,
    ask_action,
    ask_idea,
    ask_plan,
    ask_said,
    ask_what_happened,
)
from ui.capture_rows import Written, take_back
from ui.forum_reads import Forum
from ui.reads import read_areas
from ui.text import name_button, show_lines, show_text

_LAST, _ROUND, _SAID = "capture-last", "capture-round", "capture-said"


class Choice(StrEnum):
    """What can be written down, as its button says."""

    NOTE = "Note"
    DECISION = "Decision"
    ACTION = "Action"
    PLAN = "Plan"
    IDEA = "Change idea"
    HAPPENED = "Result"


_ASK: Mapping[Choice, Callable[[Answers], Callable[[], Written]]] = {
    Choice.NOTE: lambda answers: ask_said(answers, "note"),
    Choice.DECISION: lambda answers: ask_said(answers, "decision"),
    Choice.ACTION: ask_action,
    Choice.PLAN: ask_plan,
    Choice.IDEA: ask_idea,
    Choice.HAPPENED: ask_what_happened,
}


def show_capture(forum: Forum, first: Choice, measure_id: str | None = None) -> bool:
    """The form to write one thing down. True in the run in which something was stored.

    Args:
        forum: whose area and day it is written for.
        first: what is offered first.
        measure_id: the measure of the chart that the room is looking at.
    """
    directorates = find_directorates(forum.area)
    if not directorates:
        show_text(f"No directorate works in {forum.area.name}, so no forum can write here.")
        return False
    round_ = st.session_state.setdefault(_ROUND, 0)  # a new number empties the form
    chosen = st.segmented_control(
        "What is it?",
        list(Choice),
        default=first,
        required=True,
        key=f"capture-what-{round_}-{first}",
        label_visibility="collapsed",
    )
    with st.form(f"capture-{round_}-{chosen}", border=False):
        directorate = _choose_directorate(directorates)
        answers = Answers(forum, directorate or directorates[0], measure_id, f"{round_}-{chosen}")
        store = _ASK[Choice(chosen or first)](answers)
        sent = st.form_submit_button("Write it down")
    if sent and directorate is None:
        show_text("Choose the directorate first.", "standing")
    return sent and directorate is not None and _finish(store())


def _choose_directorate(directorates: list[AreaRef]) -> AreaRef | None:
    """The one that there is, or the one chosen: none at first, so that nothing is filed under a wrong one."""
    if len(directorates) == 1:
        return directorates[0]
    return st.selectbox(
        "Which directorate?",
        directorates,
        index=None,
        format_func=lambda area: area.name,
        placeholder="Choose a directorate",
    )


def has_last() -> bool:
    """Whether this visitor has just written something down."""
    return _LAST in st.session_state


def show_undo_last() -> None:
    """A button that takes back what this visitor wrote last."""
    show_undo(st.session_state[_LAST], "undo-last")


def show_undo(load_id: int, key: str, text: str = "", place: str = "") -> None:
    """A button that takes back one load, which wrote ``text`` down; ``place``: as in `show_said`."""
    about = f"Take back: {text[:80]}" if text else None
    label = name_button("Take back", text) if text else "Take back"
    st.button(label, key=key, help=about, on_click=_take_back, args=(load_id, place))


def forget_last() -> None:
    """The visitor has moved on: the list on the forum's page still takes things back."""
    st.session_state.pop(_LAST, None)


def show_said(place: str | None = None) -> None:
    """What became of the last press of a button, once; a refusal stands out.

    ``place``: only if the button stands in this place of the page.
    """
    pressed, done, said = st.session_state.get(_SAID, ("", True, ""))
    if said and place in (None, pressed):
        del st.session_state[_SAID]
        show_text(said, "said" if done else "said standing")


def keep_written(written: Written, said: str, place: str) -> None:
    """Remember what a button stored, so that it can be taken back, and what to say of it."""
    if written.load_id is not None:
        st.session_state[_LAST] = written.load_id
    st.session_state[_SAID] = (place, not written.problems, " ".join(written.problems) or said)


def show_captured(forum: Forum) -> None:
    """What was written down today, each with an undo."""
    if not forum.captured:
        show_text("Nothing is written down yet today.")
    for row in forum.captured:
        with st.container(key=f"captured-{row.load_id}", horizontal=True, vertical_alignment="center"):
            show_text(f"{row.what.capitalize()}, {row.place}: {row.text}")
            show_undo(row.load_id, f"undo-{row.load_id}", row.text)


def find_directorates(area: AreaRef) -> list[AreaRef]:
    """The directorates whose forum may write about an area: itself, those that serve it, or all."""
    if area.type == AreaType.DIRECTORATE:
        return [area]
    found = [d for d in read_areas().of_type(AreaType.DIRECTORATE) if current_viewer().may_see(d.id)]
    return [d for d in found if d.id in area.parents] if area.type == AreaType.BOROUGH else found


def _finish(written: Written) -> bool:
    if written.problems:
        show_lines(written.problems, "standing")
    if written.load_id is None:
        return False
    st.session_state[_LAST] = written.load_id
    st.session_state[_ROUND] += 1
    return True


def _take_back(load_id: int, place: str) -> None:
    st.session_state[_SAID] = (place, *take_back(load_id))
    if st.session_state.get(_LAST) == load_id:
        del st.session_state[_LAST]
