"""The trust's staff scores among all trusts, once a national Oversight Framework file is loaded."""

from __future__ import annotations

import streamlit as st

from charts.position import build_position_chart
from measures.oversight import RAISING_CONCERNS, STAFF_ENGAGEMENT, describe_position
from ui.panel import show_picture
from ui.reads import read_oversight
from ui.text import show_answer, show_text

_QUESTIONS = {
    STAFF_ENGAGEMENT: "How engaged are our staff, beside other trusts?",
    RAISING_CONCERNS: "Do our staff feel able to raise concerns, beside other trusts?",
}
_SOURCE = (
    "NHS Oversight Framework, NHS England. Contains public sector information licensed under the "
    "Open Government Licence v3.0. A difference of 0.1 is visible on this scale; there is no rank here."
)


def show_staff_among_all_trusts() -> None:
    """Staff engagement and raising concerns; one quiet line where no national file is loaded."""
    found = {metric: read_oversight(metric) for metric in _QUESTIONS}
    if not any(found.values()):
        st.header(_QUESTIONS[STAFF_ENGAGEMENT], anchor=False)
        show_text("No national file is loaded. Load the NHS Oversight Framework file to see this.")
    for metric, position in found.items():
        if position is None:
            continue
        show_answer(_QUESTIONS[metric], describe_position(position))
        show_picture(build_position_chart(position, describe_position(position)), f"position-{metric}")
        show_text(_SOURCE)
