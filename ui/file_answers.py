"""What a file does not say and a person can: fields under its preview."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import streamlit as st

from data_model.terms import AreaType, LoadStatus
from loaders import KINDS, LoadReport
from loaders.kind_titles import KIND_TITLES
from loaders.layouts import Question
from loaders.questions import find_questions
from ui.reads import read_areas
from ui.text import show_text
from ui.uploads import read_uploads

_BY_ITSELF = "As the headings say"
_AREAS = {
    "directorate": AreaType.DIRECTORATE,
    "borough": AreaType.BOROUGH,
    "team": AreaType.TEAM,
}


def show_answers(report: LoadReport, file_id: str) -> None:
    """Ask what the file leaves open, and look at it again with the answers."""
    questions = find_questions(report)
    is_waiting = report.status == LoadStatus.REFUSED and (bool(questions) or "--kind" in report.message)
    if report.status == LoadStatus.REFUSED and not is_waiting:
        return
    with st.expander("Tell us more about this file", expanded=is_waiting), st.form(f"tell-{file_id}"):
        if is_waiting and questions:
            show_text("Fields with a star must be filled. Leave open what you do not know.")
        halves, answers = st.columns(2), {}
        for number, each in enumerate(questions):
            with halves[number % 2]:
                answers[each.name] = _ask(each, file_id)
        as_at = _ask_day(report, file_id)
        kind = None if questions else _ask_kind(file_id)
        if st.form_submit_button("Look again"):
            _keep(file_id, answers, as_at, kind)


def _keep(file_id: str, answers: Mapping[str, str], as_at: date | None, kind: str | None) -> None:
    given = {name: answer.strip() for name, answer in answers.items() if answer and answer.strip()}
    read_uploads().tell(file_id, answers=given, as_at=as_at, kind=kind)
    st.rerun()


def _ask(question: Question, file_id: str) -> str:
    label = f"{question.label} *" if question.needed else question.label
    kept = read_uploads().told(file_id).answers.get(question.name, "")
    choices = _list_choices(question)
    key = f"answer-{question.name}-{file_id}"
    if not choices:
        return st.text_input(label, kept, key=key)
    offered = ["", *choices]
    return st.selectbox(
        label, offered, offered.index(kept) if kept in offered else 0,
        format_func=lambda choice: choice or "Not chosen", key=key,
    )  # fmt: skip


def _list_choices(question: Question) -> list[str]:
    if question.name in _AREAS:
        return [area.name for area in read_areas().of_type(_AREAS[question.name])]
    return list(map(str, question.choices))


_ROWS_WITHOUT_DAY = "For rows that do not say of which day they are. Without it they count as of today."
_NO_OLDER_LIST = "With it, no older list can replace this one."


def _ask_day(report: LoadReport, file_id: str) -> date | None:
    """The day of the export, for kinds whose rows are dated by it, and for lists as they stood on a day."""
    kind = KINDS.get(report.kind or "")
    if kind is None or not (kind.is_dated_list or "as_at" in kind.row.model_fields):
        return None
    kept = read_uploads().told(file_id).as_at
    return st.date_input(
        "Day of the export", kept, format="DD/MM/YYYY", key=f"as-at-{file_id}",
        help=_NO_OLDER_LIST if kind.is_dated_list else _ROWS_WITHOUT_DAY,
    )  # fmt: skip


def _ask_kind(file_id: str) -> str | None:
    offered = ["", *KIND_TITLES]
    kept = read_uploads().told(file_id).kind or ""
    chosen = st.selectbox(
        "Kind of file", offered, offered.index(kept),
        format_func=lambda kind: KIND_TITLES.get(kind, _BY_ITSELF), key=f"kind-{file_id}",
    )  # fmt: skip
    return chosen or None
