"""The questions of each form. Each function asks, and returns what stores the answers once they are sent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

import streamlit as st

from data_model.terms import ChangeIdeaStatus
from measures.areas import AreaRef
from measures.change_ideas import ChangeIdea
from measures.definitions import read_definitions
from measures.seats import ProjectWithoutSeat
from ui.capture_rows import Written, write_entry, write_idea, write_what_happened
from ui.forum_reads import SEAT_MEASURE, Forum
from ui.text import show_text

_EVERY_CHART = "every"
_HEIGHT = 110
Store = Callable[[], Written]
# The question of each kind, and what is asked for where it stays empty.
_SAID = {
    "note": ("What was said?", "Write down what was said."),
    "decision": ("What did we decide?", "Write down what we decide."),
}
_WHO, _WHEN = "Say who will do it: a role, never a name.", "Say by when."


@dataclass(frozen=True)
class Answers:
    """Where the answers belong. ``key`` is part of the name of every box, so that a new form is empty."""

    forum: Forum
    directorate: AreaRef
    measure_id: str | None
    key: str


def ask_said(at: Answers, entry_type: str) -> Store:
    """A note or a decision, with the measure whose chart it is numbered on."""
    question, missing = _SAID[entry_type]
    text = st.text_area(question, key=f"text-{at.key}", height=_HEIGHT)
    # A note is about what is in view; what a meeting decides is for all that it does.
    measure = _ask_chart(at if entry_type == "note" else replace(at, measure_id=None))
    cells = {"entry_type": entry_type, "entry_date": at.forum.day, "text": text, "measure": measure}
    return _once_told({missing: text}, lambda: write_entry(at.forum.area, at.directorate, cells))


def ask_action(at: Answers) -> Store:
    """An action with its owner and its day, and the measure whose chart it is numbered on."""
    text = st.text_area("What shall be done?", key=f"text-{at.key}", height=_HEIGHT)
    owner, due = _ask_who_and_when(at)
    measure = _ask_chart(replace(at, measure_id=None))
    cells = {"entry_type": "action", "entry_date": at.forum.day, "text": text, "measure": measure}
    return _once_told(
        {"Write down what shall be done.": text, _WHO: owner, _WHEN: due},
        lambda: write_entry(at.forum.area, at.directorate, {**cells, "owner_role": owner, "due_date": due}),
    )


def ask_plan(at: Answers) -> Store:
    """A plan to give a project a seat for service users and carers, numbered on every chart."""
    projects = {p.project_id: p for p in at.forum.without_seat}
    if not projects:
        show_text("Every active project here has a seat.")
    project = st.selectbox(
        "Which project?",
        list(projects),
        # None is chosen beforehand: a plan must not go to a project that nobody named.
        index=None,
        placeholder="Choose a project",
        format_func=lambda project_id: _name_project(projects[project_id]),
        key=f"project-{at.key}",
    )
    question = "How will a service user or carer join the team?"
    text = st.text_area(question, key=f"text-{at.key}", height=_HEIGHT)
    owner, due = _ask_who_and_when(at)
    cells = {"entry_type": "big_i_plan", "entry_date": at.forum.day, "text": text, "project_id": project}
    asked = {"Choose a project.": project, "Write down how somebody will join.": text, _WHO: owner}
    return _once_told(
        asked,
        lambda: write_entry(
            at.forum.area,
            at.directorate,
            {**cells, "owner_role": owner, "due_date": due},
        ),
    )


def ask_idea(at: Answers) -> Store:
    """A change idea with what is expected of it, before it is tried."""
    title = st.text_input("What will we try?", key=f"title-{at.key}")
    measures = list(dict.fromkeys([SEAT_MEASURE, *read_definitions()]))
    measure = _ask_measure(at, "Which figure should it move?", measures)
    prediction = st.text_area("What do we expect, and why?", key=f"prediction-{at.key}", height=_HEIGHT)
    cells = {
        "title": title,
        "measure": measure,
        "start_date": at.forum.day,
        "status": ChangeIdeaStatus.TESTING,
        "prediction": prediction,
    }
    asked = {"Write down what we will try.": title, "Write down what we expect.": prediction}
    return _once_told(asked, lambda: write_idea(at.forum.area, at.directorate, cells))


def ask_what_happened(at: Answers) -> Store:
    """What became of a change idea, and how it goes on."""
    ideas = {idea.idea_id: idea for idea in at.forum.ideas}
    if not ideas:
        show_text("No change idea is written down here yet.")
    chosen = st.selectbox(
        "Which change idea?",
        list(ideas),
        format_func=lambda idea_id: f"{ideas[idea_id].title} ({ideas[idea_id].place})",
        key=f"idea-{at.key}",
    )
    happened = st.text_area("What happened?", key=f"happened-{at.key}", height=_HEIGHT)
    status = st.selectbox("How does it go on?", list(ChangeIdeaStatus), index=1, key=f"status-{at.key}")
    return lambda: _store_what_happened(at, ideas.get(chosen or ""), happened, status)


def _once_told(answers: Mapping[str, str | date | None], store: Store) -> Store:
    """``store``, once every answer is there: in a meeting all that is missing is asked for at once.

    ``answers``: what to ask for, and what was answered.
    """
    missing = tuple(
        words
        for words, answer in answers.items()
        if not (answer.strip() if isinstance(answer, str) else answer)
    )
    return (lambda: Written(None, missing)) if missing else store


def _store_what_happened(
    at: Answers, idea: ChangeIdea | None, happened: str, status: ChangeIdeaStatus
) -> Written:
    if idea is None:
        return Written(None, ("Choose a change idea first.",))
    cells: dict = {"status": status, "what_happened": happened or idea.what_happened}
    ended = status not in (ChangeIdeaStatus.PLANNED, ChangeIdeaStatus.TESTING)
    if ended and idea.end_date is None:
        cells["end_date"] = max(at.forum.day, idea.start_date)
    return write_what_happened(idea, cells)


def _ask_chart(at: Answers) -> str | None:
    """The measure whose chart gets a number, at first that of the answers; None for every chart."""
    measure = _ask_measure(at, "Which chart gets a number for it?", [_EVERY_CHART, *read_definitions()])
    return None if measure == _EVERY_CHART else measure


def _ask_measure(at: Answers, label: str, measures: list[str]) -> str | None:
    titles = {m: d.title for m, d in read_definitions().items()}
    return st.selectbox(
        label,
        measures,
        index=measures.index(at.measure_id) if at.measure_id in measures else 0,
        format_func=lambda measure_id: titles.get(measure_id, "Every chart of this forum"),
        key=f"measure-{at.key}",
    )


def _ask_who_and_when(at: Answers) -> tuple[str, date | None]:
    left, right = st.columns([2, 1])
    with left:
        owner = st.text_input("Who? (a role, never a name)", key=f"owner-{at.key}")
    with right:
        due = st.date_input(
            "By when?", value=None, min_value=at.forum.day, format="DD/MM/YYYY", key=f"due-{at.key}"
        )
    return owner, due


def _name_project(project: ProjectWithoutSeat) -> str:
    return f"{project.title} ({project.involvement.replace('_', ' ')})"
