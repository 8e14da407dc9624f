"""My area: what is going on in one borough, what people can join, and what came of what they said."""

from __future__ import annotations

from ui.borough import choose_borough
from ui.local import show_filters_do_not_count, show_near

borough = choose_borough()
show_filters_do_not_count(borough)
if borough is not None:
    show_near(borough)
