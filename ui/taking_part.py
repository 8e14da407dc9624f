"""What people near here can join, what became of what they said, when groups meet, and a story."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from html import escape

import streamlit as st

from data_model.terms import AnswerStatus
from measures.near_you import describe_wait
from measures.periods import write_period
from measures.taking_part import Meeting, Opportunity, Story, YouSaid
from ui.text import show_text

STATUS_WORDS = {
    AnswerStatus.DONE: "Done",
    AnswerStatus.IN_PROGRESS: "Under way",
    AnswerStatus.COULD_NOT: "We could not",
    AnswerStatus.WAITING: "Waiting for an answer",
}
_MEETINGS_SHOWN = 5
_TELLERS = {"service user": "a service user", "carer": "a carer", "staff": "a member of staff"}


def show_projects_to_join(found: Iterable[Opportunity]) -> None:
    """One card a way to take part: what, where, how, what is paid and whom to ask."""
    cards = [
        _write_card(
            o.title,
            {
                "Where": f"{o.where} ({o.borough or o.directorate})",
                "How to take part": o.how_to_take_part,
                "Payment": o.payment,
                "Ask": o.ask_role,
                "Open until": write_period(o.open_until, "event") if o.open_until else "",
            },
        )
        for o in found
    ]
    _show_cards(cards, "There is nothing to join near you just now. Come to a meeting and ask.")


def show_what_happened(found: Iterable[YouSaid], today: date) -> None:
    """What we asked, what people said, and what came of it; newest first."""
    cards = [
        _write_card(
            f"You said: {item.you_said}",
            {
                "We asked": f"{item.we_asked} ({write_period(item.asked_on, 'month')})",
                "Now": " ".join([f"{STATUS_WORDS[item.status]}.", describe_wait(item, today)]).strip(),
                "We did": item.we_did or "",
                "Why not": item.why_not or "",
            },
            item.status.replace(" ", "-"),
        )
        for item in found
    ]
    _show_cards(cards, "Nothing has been written down here yet.")


def show_meetings(found: Iterable[Meeting]) -> None:
    """The next meetings: when, where, how to join and whom to ask."""
    cards = [
        _write_card(
            f"{meeting.title}, {write_when(meeting)}",
            {
                "Where": meeting.place,
                "For": meeting.borough or meeting.directorate or "everybody in the trust",
                "How to join": meeting.how_to_join,
                "Ask": meeting.ask_role,
            },
        )
        for meeting in list(found)[:_MEETINGS_SHOWN]
    ]
    _show_cards(cards, "No meeting has been given yet.")


def show_story(story: Story) -> None:
    """A story with the consent that it is shown under; who told it is said by role alone."""
    until = f" This holds until {write_period(story.consent_until, 'event')}." if story.consent_until else ""
    title = f'<h3 class="story-title">{escape(story.title)}</h3>'
    given = write_period(story.consent_date, "event")
    told = f"Told by {_TELLERS[story.told_by]}, who said yes on {given} to sharing it here.{until}"
    st.html(
        f'{title}<blockquote class="story">{escape(story.story)}</blockquote>'
        f'<p class="quiet"><span class="badge">Shared with consent</span> {escape(told)}</p>'
    )


def write_when(meeting: Meeting) -> str:
    """Day and time of a meeting: "9 December 2026, 10:30"."""
    return ", ".join(filter(None, [write_period(meeting.meeting_date, "event"), meeting.start_time]))


def _write_card(title: str, facts: dict[str, str], css_class: str = "") -> str:
    rows = "".join(f"<dt>{name}</dt><dd>{escape(text)}</dd>" for name, text in facts.items() if text)
    return f'<li class="card {css_class}"><h3>{escape(title)}</h3><dl>{rows}</dl></li>'


def _show_cards(cards: list[str], nothing: str) -> None:
    if cards:
        st.html(f'<ul class="cards" role="list">{"".join(cards)}</ul>')
    else:
        show_text(nothing)
