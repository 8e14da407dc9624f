"""The big screen of a forum's meeting: one slide, a row of buttons, and the line that keeps it up to date."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from exports.slides import Slide
from ui.access import current_viewer
from ui.actions import show_action_rows
from ui.capture import Choice, forget_last, has_last, show_capture, show_said, show_undo_last
from ui.drawn import show_drawn
from ui.forum_plan import Plan, read_plan
from ui.forum_slides import ACTIONS, AGENDA, DECIDE, IDEAS, PLANS, TEXT, find_series, pick_actions
from ui.links import build_address
from ui.notices import stop_if_empty
from ui.reads import read_areas
from ui.screen_live import show_live_line, show_screen_script
from ui.screen_look import show_screen_style
from ui.screen_slide import build_numbers_slide, draw_picture, write_code_slide, write_slide
from ui.screen_state import Looking, Picture, Screen, read_screen, take_picture
from ui.screen_view import go_to, leave_screen, read_number
from ui.store import UNREADABLE
from ui.text import show_text

_FIRST_CHOICE = {PLANS: Choice.PLAN, IDEAS: Choice.IDEA, ACTIONS: Choice.ACTION, DECIDE: Choice.DECISION}


def show_screen() -> None:
    """Show the slide that the link asks for, or the form to write something down."""
    show_screen_style()
    screen = read_screen()
    _stop_if_empty(screen)
    take_picture(screen)
    picture = screen.picture
    if picture is None:
        show_text("We cannot read the figures just now.", "message")
        show_live_line(screen)
        return
    plan = read_plan()
    number = plan.find_nearest(read_number() or plan.numbers[0])
    screen.timed = (number, AGENDA[number - 1].minutes) if plan.has_timer else None
    with st.container(key="slide"):
        show_said()
        if screen.looking == "write":
            _show_form(picture, number)
        else:
            _show_looked_at(screen, picture, number)
    with st.container(key="bar", horizontal=True, gap="small", vertical_alignment="center"):
        _show_bar(screen, picture, plan, number)
    show_live_line(screen)
    show_screen_script()


def _stop_if_empty(screen: Screen) -> None:
    if screen.picture is not None:
        return
    try:
        has_areas = bool(read_areas().by_id)
    except UNREADABLE:
        return
    if not has_areas:
        stop_if_empty()


def _show_looked_at(screen: Screen, picture: Picture, number: int) -> None:
    slide, series = picture.slides[number - 1], find_series(picture.forum, number)
    if screen.looking == "code":
        show_drawn(write_code_slide(build_address()))
    elif screen.looking == "numbers" and series is not None:
        show_drawn(write_slide(build_numbers_slide(slide, series), {}))
    elif number == ACTIONS and slide.rows:
        _show_actions(picture, slide)
    else:
        before = screen.before.slides[number - 1] if screen.before is not None else None
        show_drawn(write_slide(slide, _draw(picture, slide, number), before))


def _show_actions(picture: Picture, slide: Slide) -> None:
    """The slide's rows with a button each, in the place of its table."""
    show_drawn(write_slide(replace(slide, columns=(), rows=(), note=""), {}))
    show_action_rows(picture.forum, pick_actions(picture.forum), TEXT)
    if slide.note:
        show_text(slide.note, "note")


def _draw(picture: Picture, slide: Slide, number: int) -> dict[str, str]:
    if slide.picture is None:
        return {}
    viewer, forum = current_viewer(), picture.forum
    key = (viewer.role, viewer.area_ids, picture.version, forum.area.id, forum.day, number)
    return draw_picture(key, slide.picture)


def _show_form(picture: Picture, number: int) -> None:
    show_drawn('<section class="slide"><h1>Write it down</h1></section>')
    series = find_series(picture.forum, number)
    measure_id = series.definition.id if series is not None else None
    if show_capture(picture.forum, _FIRST_CHOICE.get(number, Choice.NOTE), measure_id):
        _look_at("slide")
        st.rerun()


def _show_bar(screen: Screen, picture: Picture, plan: Plan, number: int) -> None:
    if screen.looking == "write":
        _button("Back to the slide", "Esc", "slide")
        return
    _show_turning(plan, plan.numbers.index(number))
    _button(f"Add {_FIRST_CHOICE.get(number, Choice.NOTE).lower()}", "A", "write")
    if find_series(picture.forum, number) is not None:
        _switch(screen, "Numbers", "Chart", "S", "numbers")
    if has_last():
        show_undo_last()
    else:
        _switch(screen, "QR code", "Slide", "Q", "code")
    st.button("Go on" if screen.paused else "Pause", shortcut="P", key="pause", on_click=_pause)
    st.button("Leave", shortcut="Esc", on_click=leave_screen)


def _show_turning(plan: Plan, place: int) -> None:
    """Back and on in the order of this meeting; ``place`` counts from 0."""
    before, after = plan.numbers[:place], plan.numbers[place + 1 :]
    st.button("Back", shortcut="Left", disabled=not before, on_click=_turn, args=before[-1:])
    show_text(f"{place + 1} of {len(plan.numbers)}", "status")
    st.button("Next", shortcut="Right", key="next", disabled=not after, on_click=_turn, args=after[:1])


def _button(label: str, shortcut: str, looking: Looking) -> None:
    st.button(label, shortcut=shortcut, key=f"look-{looking}", on_click=_look_at, args=(looking,))


def _switch(screen: Screen, label: str, back: str, shortcut: str, looking: Looking) -> None:
    """A button that shows something else in the slide's place, and the slide again."""
    now = screen.looking == looking
    st.button(
        back if now else label,
        shortcut=shortcut,
        key=f"look-{looking}",
        on_click=_look_at,
        args=("slide" if now else looking,),
    )


def _turn(number: int) -> None:
    go_to(number)
    forget_last()


def _look_at(looking: Looking) -> None:
    read_screen().looking = looking


def _pause() -> None:
    screen = read_screen()
    screen.paused = not screen.paused
