"""What one screen shows and holds still: the picture, the way it is looked at, and when it last changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

import streamlit as st

from exports.slides import Slide
from settings import read_settings
from ui.access import current_viewer
from ui.filters import read_area_of_link
from ui.forum_reads import Forum, read_forum
from ui.forum_slides import build_slides
from ui.notices import find_made_up_notice
from ui.screen_timer import ItemClock
from ui.store import UNREADABLE, read_version

POINTING_SECONDS = 20  # a mouse that is left lying on the slide must not hold it for ever
Looking = Literal["slide", "numbers", "code", "write"]


@dataclass(frozen=True, eq=False)
class Picture:
    """All slides of one moment; ``version`` is that of the store."""

    version: int
    forum: Forum
    slides: tuple[Slide, ...]
    notice: str


@dataclass
class Screen:
    """One visitor's screen.

    Attributes:
        before: the picture that the newest one took the place of.
        checked_at: when the picture was last known to be the newest, in the visitor's own time.
        paused: somebody asked it to hold still.
        pointed_at: when somebody last pointed at it, by the clock that never goes back.
        just_drawn: the whole screen has just been drawn, so there is nothing newer to ask for.
        timed: the item on the wall and its minutes, where the forum asked for a timer.
    """

    picture: Picture | None = None
    before: Picture | None = None
    looking: Looking = "slide"
    checked_at: datetime = datetime.min
    paused: bool = False
    pointed_at: float = field(default=float("-inf"))
    just_drawn: bool = False
    timed: tuple[int, int] | None = None
    clock: ItemClock = field(default_factory=ItemClock)

    def point(self, now: float) -> None:
        """Somebody points at the slide, by `time.monotonic`."""
        self.pointed_at = now

    def stop_pointing(self) -> None:
        """Nobody points at the slide any more."""
        self.pointed_at = float("-inf")

    def is_pointed_at(self, now: float) -> bool:
        """Whether somebody points at the slide, by `time.monotonic`."""
        return now - self.pointed_at < POINTING_SECONDS


def read_screen() -> Screen:
    """The screen of this visit."""
    return st.session_state.setdefault("screen", Screen())


def now_here() -> datetime:
    """Now, in the time zone of the visitor's browser."""
    zone = st.context.timezone
    return datetime.now(ZoneInfo(zone) if zone else None)


def take_picture(screen: Screen) -> None:
    """Take a new picture unless the store holds what is shown, or somebody paused it.

    Where the store cannot be read, the last good picture stays.
    """
    if screen.paused and screen.picture is not None:
        return
    try:
        version, old = read_version(), screen.picture
        area = read_area_of_link()
        if old is None or (old.version, old.forum.area) != (version, area):
            forum = read_forum(version, current_viewer(), area.id, read_settings().today)
            notice = find_made_up_notice()
            new = Picture(version, forum, build_slides(forum), notice)
            screen.before = old if old is not None and old.forum.area == area else None
            screen.picture = new
        screen.checked_at = now_here()
    except UNREADABLE:
        return  # the last good picture stays, and the line below it says from when it is
