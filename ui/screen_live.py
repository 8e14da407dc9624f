"""The quiet line of the big screen: when it was updated, and the tick that looks for something new.

A tick asks for the version of the store and nothing else. Only when that has changed is the screen drawn
again. While somebody points at the slide, or has paused it, it stays as it is. Where the app answers
`ui.pulse`, the browser asks there and runs the tick only for something new.
"""

from __future__ import annotations

import time
from html import escape

import streamlit as st

from ui.pulse import UNREADABLE_WORD, is_pulse_served
from ui.screen_script import SCREEN_SCRIPT
from ui.screen_state import Screen, now_here, read_screen
from ui.screen_timer import describe_time_left
from ui.store import UNREADABLE, read_version
from ui.text import show_text

EVERY_SECONDS = 10


def show_live_line(screen: Screen) -> None:
    """The line, kept up to date by itself unless the screen is paused or somebody writes."""
    screen.just_drawn = True
    still = (screen.paused and screen.timed is None) or screen.looking == "write"
    browser_asks = is_pulse_served() and screen.timed is None
    with st.container(key="live"):
        st.fragment(_tick, run_every=None if still or browser_asks else EVERY_SECONDS)()


def show_screen_script() -> None:
    """Let the browser say when somebody points at the slide, and let the space bar go on."""
    st.html(f"<script>{SCREEN_SCRIPT}</script>", unsafe_allow_javascript=True)


def _tick() -> None:
    screen = read_screen()
    drawn, screen.just_drawn = screen.just_drawn, False
    found = read_version_if_possible()
    pointed = screen.is_pointed_at(time.monotonic())
    is_held = drawn or screen.paused
    if found is not None and not is_held and screen.picture and screen.picture.version == found:
        screen.checked_at = now_here()
    is_new = found is not None and (screen.picture is None or screen.picture.version != found)
    if is_new and not is_held and not pointed:
        st.rerun()
    line = describe_live(screen, readable=found is not None, pointed=pointed)
    words = escape(f"{line} {screen.picture.notice if screen.picture else ''}".strip())
    st.html(f'<p class="status" data-seen="{_seen(screen, found, pointed=pointed)}">{words}</p>')
    if screen.looking != "write":
        _show_time_left(screen)
        # Nobody sees these: the page's own script presses them. Here, so that the line answers at once;
        # a rerun asked for by name from elsewhere would swallow a click that comes with it.
        st.button("Pointing", key="pointing", on_click=_point)
        st.button("Not pointing", key="not-pointing", on_click=screen.stop_pointing)
        st.button("Look again", key="look-again")


def _seen(screen: Screen, found: int | None, *, pointed: bool) -> str:
    """What the browser compares with what it is told; empty where it need not ask."""
    is_held = screen.paused or pointed or screen.looking == "write"
    if not is_pulse_served() or screen.timed is not None or is_held:
        return ""
    if found is None:
        return UNREADABLE_WORD
    return str(screen.picture.version) if screen.picture else "nothing"


def _show_time_left(screen: Screen) -> None:
    if screen.timed is not None:
        number, minutes = screen.timed
        show_text(describe_time_left(minutes, screen.clock.measure(number, time.monotonic())), "timer")


def _point() -> None:
    read_screen().point(time.monotonic())


def describe_live(screen: Screen, *, readable: bool, pointed: bool) -> str:
    """What the line says of the picture's age."""
    if screen.picture is None:
        return "This screen tries again every 10 seconds."
    seen = screen.checked_at
    if not readable:
        return f"Showing the picture from {seen:%H:%M}."
    return f"{'Paused at' if screen.paused or pointed else 'Updated'} {seen:%H:%M:%S}."


def read_version_if_possible() -> int | None:
    """The version of the store; None while it cannot be read."""
    try:
        return read_version()
    except UNREADABLE:
        return None
