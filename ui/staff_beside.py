"""Staff beside service users: two small pictures on one axis."""

from __future__ import annotations

from charts.value_axis import find_value_axis
from measures.side_by_side import HOW_TO_READ, describe_side_by_side
from ui.access import current_viewer
from ui.drawn import show_drawn
from ui.filters import Filters
from ui.multiples import write_multiples
from ui.reads import read_series
from ui.text import show_answer, show_text


def show_staff_beside_service_users(filters: Filters) -> None:
    """How the two go side by side in the chosen area; nothing where one of them has no figures."""
    service_users, staff = (
        read_series(current_viewer(), measure_id, [filters.area.id], first_shown=filters.first_shown)[0]
        for measure_id in ("fft_positive", "staff_satisfaction")
    )
    words = describe_side_by_side(service_users, staff)
    if not words:
        return
    show_answer("Do staff see the care as service users do?", words)
    show_text(HOW_TO_READ)
    axis = find_value_axis([service_users, staff])
    show_drawn(write_multiples({"Service users and carers": service_users, "Staff": staff}, axis))
