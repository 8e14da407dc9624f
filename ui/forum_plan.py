"""Which items a forum takes, in which order, and whether it wants a timer. The choice travels in the link."""

from __future__ import annotations

from typing import NamedTuple

import streamlit as st

from ui.forum_slides import AGENDA
from ui.links import is_known
from ui.text import show_text

SLIDES, TIMER, ON = "slides", "timer", "on"  # their names in the link, and the one word for a timer
_ALL = tuple(range(1, len(AGENDA) + 1))
_ITEMS, _WANTS_TIMER = "forum-items", "forum-timer"


class Plan(NamedTuple):
    """The numbers of the items of `AGENDA` in the order of this meeting; never empty, none twice."""

    numbers: tuple[int, ...] = _ALL
    has_timer: bool = False

    @property
    def minutes(self) -> int:
        """How long the whole meeting takes."""
        return sum(AGENDA[number - 1].minutes for number in self.numbers)

    def find_nearest(self, number: int) -> int:
        """The item itself if it is taken; else the one that is nearest to it in the full agenda."""
        return min(self.numbers, key=lambda taken: (abs(taken - number), taken))


def read_plan() -> Plan:
    """What the link asks for. Where it asks for what there is not, the page says so and all is shown."""
    asked = st.query_params.get(SLIDES)
    numbers = _read_numbers(asked or "")
    is_known(SLIDES, [asked] if asked and numbers else [], "You see the whole agenda.")
    is_known(TIMER, [ON], "No timer is shown.")
    return Plan(numbers or _ALL, st.query_params.get(TIMER) == ON)


def show_plan_boxes(plan: Plan) -> None:
    """What the forum can change before it starts: items, their order, the timer."""
    st.session_state[_ITEMS], st.session_state[_WANTS_TIMER] = list(plan.numbers), plan.has_timer
    with st.expander("Change the agenda", key="change-agenda"):
        show_text(
            "They come in the order in which you choose them. "
            "Take one out and choose it again to move it to the end."
        )
        st.multiselect(
            "Items of this meeting",
            _ALL,
            format_func=lambda number: AGENDA[number - 1].name,
            key=_ITEMS,
            on_change=_keep_items,
            placeholder="The whole agenda",
        )
        st.checkbox("Show how much time each item has left", key=_WANTS_TIMER, on_change=_keep_timer)


def _read_numbers(written: str) -> tuple[int, ...]:
    """Numbers joined by commas; none where any of them is not of the agenda or comes twice."""
    parts = written.split(",")
    known = {str(number) for number in _ALL}
    if len(set(parts)) < len(parts) or not known.issuperset(parts):
        return ()
    return tuple(map(int, parts))


def _keep_items() -> None:
    numbers = tuple(st.session_state[_ITEMS])
    _keep(SLIDES, "" if numbers == _ALL else ",".join(map(str, numbers)))


def _keep_timer() -> None:
    _keep(TIMER, ON if st.session_state[_WANTS_TIMER] else "")


def _keep(name: str, value: str) -> None:
    if value:
        st.query_params[name] = value
    elif name in st.query_params:
        del st.query_params[name]
