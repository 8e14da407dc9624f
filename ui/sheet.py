"""Our sheet: this borough on one A4 page, made when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

import streamlit as st

from data_model.terms import AnswerStatus
from exports.area_sheet import (
    SheetChart,
    SheetContent,
    SheetMeeting,
    SheetSentence,
    YouSaid,
    write_sheet_html,
    write_sheet_pdf,
)
from measures.near_you import describe_wait
from measures.taking_part import Meeting, Opportunity
from measures.taking_part import YouSaid as Said
from ui.links import build_address
from ui.near_pictures import QUESTIONS
from ui.near_reads import Near
from ui.near_sentences import write_sentences
from ui.notices import find_made_up_notice
from ui.taking_part import STATUS_WORDS, write_when

_OfPlace = TypeVar("_OfPlace", Meeting, Opportunity, Said)
_ASK = "People participation lead"
_LONGEST_LINK = 300  # what a phone can read from paper


def show_sheet_buttons(near: Near) -> None:
    """Two buttons; a file is only made once one of them is pressed."""
    content = build_sheet(near)
    name = f"our-sheet-{near.borough.name.lower().replace(' ', '-')}"
    with st.container(horizontal=True, key="sheet-buttons"):
        _show_button(
            "Print our sheet (PDF)", lambda: write_sheet_pdf(content), f"{name}.pdf", "application/pdf"
        )
        _show_button(
            "Our sheet in large print (web page)",
            lambda: write_sheet_html(content).encode(),
            f"{name}.html",
            "text/html",
        )


def build_sheet(near: Near) -> SheetContent:
    """The words and pictures of the page for one A4 page, with the link of this very view."""
    link = build_address()
    return SheetContent(
        title=f"Our sheet: {near.borough.name}",
        written_on=near.today,
        sentences=[SheetSentence(*said) for said in write_sentences(near).items()],
        charts=[
            SheetChart(QUESTIONS[series.definition.id], series)
            for series in (near.seats, near.feels)
            if series.last is not None
        ],
        you_said=[_write_answer(item, near) for item in _own_first(near.you_said)],
        meetings=[
            SheetMeeting(m.meeting_date, f"{write_when(m)}: {m.title}, {m.place}")
            for m in _own_first(near.meetings)
        ],
        projects=[
            f"{o.title} ({o.where}). {o.how_to_take_part} {o.payment}" for o in _own_first(near.opportunities)
        ],
        contact=f"Ask: {next((m.ask_role for m in near.meetings if m.borough is not None), _ASK)}.",
        link=link if len(link) <= _LONGEST_LINK else "",
        notice=find_made_up_notice(),
    )


def _own_first(rows: Sequence[_OfPlace]) -> list[_OfPlace]:
    """What is of the borough itself before what is of all of a directorate: the ends are cut first."""
    return sorted(rows, key=lambda row: row.borough is None)


def _write_answer(item: Said, near: Near) -> YouSaid:
    answer = item.why_not if item.status == AnswerStatus.COULD_NOT else item.we_did
    words = " ".join(filter(None, [answer, describe_wait(item, near.today)]))
    return YouSaid(item.you_said, f"{STATUS_WORDS[item.status]}:", words)


def _show_button(label: str, write: Callable[[], bytes], name: str, kind: str) -> None:
    st.download_button(label, data=write, file_name=name, mime=kind, on_click="ignore", key=name)
