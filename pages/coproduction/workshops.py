"""Our workshops: who came, who was missing, was it worth it, do they keep happening?"""

from __future__ import annotations

from ui.attendance import show_attendance
from ui.filters import read_filters, show_filters_in_words
from ui.measures_on_page import show_as_board_papers_for, show_for_area

filters = read_filters()
show_filters_in_words(filters)

show_attendance(filters)
show_for_area("workshop_parity", filters)
show_for_area("workshops_held", filters)
show_for_area("workshop_gap", filters)
show_for_area("workshop_worth", filters)
show_for_area("access_needs_met", filters)
show_as_board_papers_for(("workshop_parity", "workshop_worth", "access_needs_met"), filters)
