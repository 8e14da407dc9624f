"""Check the data: what is loaded, what was set aside, and which months are missing."""

from __future__ import annotations

from ui.data_checks import show_loads, show_missing_months, show_set_aside

show_loads()
show_set_aside()
show_missing_months()
