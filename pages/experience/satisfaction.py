"""How people feel about the service: Friends and Family Test, DIALOG, staff, and staff beside all trusts."""

from __future__ import annotations

from ui.filters import read_filters, show_filters_in_words
from ui.measures_on_page import show_as_board_papers_for, show_for_area
from ui.oversight import show_staff_among_all_trusts
from ui.staff_beside import show_staff_beside_service_users

filters = read_filters()
show_filters_in_words(filters)

show_for_area("fft_positive", filters)
show_for_area("dialog_meetings", filters)
show_for_area("dialog_treatment", filters)
show_for_area("staff_satisfaction", filters)
show_staff_beside_service_users(filters)
show_staff_among_all_trusts()
show_as_board_papers_for(("fft_positive", "staff_satisfaction"), filters)
