"""A borough in three sentences: seats on the team, how it feels, what came of what people said."""

from __future__ import annotations

from html import escape

import streamlit as st

from measures.near_you import describe_answers, describe_now_and_pattern
from ui.near_reads import Near
from ui.taking_part import write_when


def write_sentences(near: Near) -> dict[str, str]:
    """Subject to sentence, the same on the page and on the printed sheet."""
    return {
        "Seats on the team for service users and carers": describe_now_and_pattern(near.seats),
        "How it feels": describe_now_and_pattern(near.feels),
        "What you said": describe_answers(near.you_said),
    }


def show_sentences(near: Near) -> None:
    """The three in a stack, as one element."""
    found = "".join(
        f'<p class="near"><strong>{escape(subject)}</strong> {escape(sentence)}</p>'
        for subject, sentence in write_sentences(near).items()
    )
    st.html(found + _write_next_meeting(near))


def _write_next_meeting(near: Near) -> str:
    """The next meeting of the borough itself; where it has none, the next that its people can come to."""
    own = [meeting for meeting in near.meetings if meeting.borough is not None]
    if not near.meetings:
        return ""
    meeting = (own or near.meetings)[0]
    words = f"{meeting.title}, {write_when(meeting)}. {meeting.place}."
    return f'<p class="near next"><strong>Next meeting</strong> {escape(words)}</p>'
