"""Who are you here as? It decides which page is offered first, and never what may be seen."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from ui.links import is_known, keep_in_link
from ui.navigation import CAME_AS, is_registered, show_page_link
from ui.text import show_text

_KEPT = "front-door"


@dataclass(frozen=True)
class Door:
    """One way in: its name, what is behind it, and the page that it opens."""

    name: str
    behind: str
    url_path: str


DOORS = {
    "board": Door(
        "Board and directors", "What is off track, and is it real or just ups and downs?", "where-to-act"
    ),
    "local": Door("My local group", "What is going on near you, and what came of what you said.", "my-area"),
    "forum": Door("QI Forum", "The big screen for your meeting, and what there is to decide.", "qi-forum"),
    "data": Door("Data and definitions", "What has been loaded, and what each word means.", "check-the-data"),
}


def keep_door() -> None:
    """Take the choice from the link, keep it for the visit and keep it in the link."""
    if is_known(CAME_AS, DOORS, "You can choose on the first page who you are here as."):
        asked = st.query_params.get(CAME_AS)
        if asked is not None:
            st.session_state[_KEPT] = asked
    keep_in_link(CAME_AS, st.session_state.get(_KEPT))


def read_door() -> Door | None:
    """Whom the visitor came as; None while nobody has said."""
    return DOORS.get(st.session_state.get(_KEPT, ""))


def show_door_line() -> None:
    """One quiet line at the top of a page: whom you came as, and the way to change it."""
    door = read_door()
    with st.container(key="door-line"):
        show_page_link(
            "", f"You are here as: {door.name} (change)" if door else "Who are you here as? (choose)"
        )


def show_front_doors() -> None:
    """The one question of the first page: three large links and a small one, only to pages that there are."""
    st.header("Who are you here as?", anchor=False)
    offered = {key: door for key, door in DOORS.items() if is_registered(door.url_path)}
    with st.container(key="front-doors"), st.grid(columns="auto", min_column_width=260, gap="small"):
        for key, door in offered.items():
            if key != "data":
                with st.container(key=f"door-{key}"):
                    show_page_link(door.url_path, door.name, came_as=key)
                    show_text(_say(door))
    if "data" in offered:
        show_page_link(offered["data"].url_path, offered["data"].name, came_as="data")


def _say(door: Door) -> str:
    return f"{door.behind} You chose this." if door is read_door() else door.behind
