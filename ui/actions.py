"""What a forum said it would do: each action with how it stands, and one press to mark it as done."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from data_model.terms import AreaType
from measures.forum import Action, ActionState, ForumEntry
from measures.writing import count_of
from ui.capture import keep_written, show_undo
from ui.capture_rows import write_done
from ui.drawn import show_drawn
from ui.forum_reads import Forum
from ui.forum_words import describe_counts, describe_who, shorten
from ui.text import name_button, show_text

_MOST_DONE = 5
PLACE = "actions"  # where its buttons stand on the page


def show_actions(forum: Forum) -> None:
    """Every action that is late or due, then those done last."""
    if not forum.actions:
        show_text("No action is open.")
        return
    show_text(describe_counts(forum.actions))
    still_open = [a for a in forum.actions if a.state != ActionState.DONE]
    done = forum.actions[len(still_open) :]
    show_action_rows(forum, [*still_open, *done[:_MOST_DONE]])
    if len(done) > _MOST_DONE:
        show_text(f"{count_of(len(done) - _MOST_DONE, 'action')} more done before.")


def show_action_rows(forum: Forum, actions: Sequence[Action], longest: int | None = None) -> None:
    """A row an action: what, who and by when, and the button; what was done today can be taken back.

    ``longest``: how many signs of an action there is room for.
    """
    of_today = {row.load_id for row in forum.captured}
    with st.container(key="actions", gap=None):
        for action in actions:
            entry = action.entry
            with st.container(key=f"action-{entry.entry_id}", horizontal=True, vertical_alignment="center"):
                show_drawn(_write_action(forum, action, longest))
                if action.state != ActionState.DONE:
                    _show_done_button(forum, entry)
                elif entry.load_id in of_today:
                    show_undo(entry.load_id, f"undo-action-{entry.load_id}", entry.text, PLACE)


def _show_done_button(forum: Forum, entry: ForumEntry) -> None:
    st.button(
        name_button("Done", entry.text),
        key=f"done-{entry.entry_id}",
        help=f"Mark as done: {entry.text[:80]}",
        on_click=_mark_done,
        args=(forum, entry),
    )


def _mark_done(forum: Forum, entry: ForumEntry) -> None:
    written = write_done(entry, forum.day)
    # Nothing to store means that somebody else was quicker.
    stored = written.load_id is not None
    keep_written(written, "Marked as done." if stored else "This was marked as done already.", PLACE)


def _write_action(forum: Forum, action: Action, longest: int | None) -> str:
    entry = action.entry
    what = entry.text if longest is None else shorten(entry.text, longest)
    who = describe_who(entry)
    if longest is None and forum.area.type != AreaType.DIRECTORATE:
        who += f", {entry.directorate}"
    return (
        f'<p class="action"><span class="state {action.state}">{action.state.capitalize()}</span> '
        f'<span class="what">{escape(what)}</span> <span class="who">{escape(who)}</span></p>'
    )
