"""Who has a seat on the team? Stock and flow for one area, then every directorate side by side."""

from __future__ import annotations

from ui.comparison import show_comparison
from ui.filters import read_filters, show_filters_in_words
from ui.headlines import show_what_big_i_means
from ui.jump_links import show_jump_links, show_part_heading
from ui.measures_on_page import show_as_board_papers_for, show_by_directorate, show_for_area
from ui.mix import show_mix_now
from ui.navigation import LOADING_PAGE, show_page_link

PARTS = {"directorates": "Each directorate", "mix": "The mix now", "comparison": "Different, or chance?"}

filters = read_filters()
show_filters_in_words(filters)
show_what_big_i_means()
show_jump_links(PARTS)

show_for_area("big_i_active", filters)
show_for_area("big_i_new", filters)

show_part_heading("directorates", "How is it in each directorate?")
show_by_directorate("big_i_active", filters)

show_part_heading("mix", "What is the mix now?")
show_mix_now()

show_part_heading("comparison", "Are the directorates different, or is it chance?")
show_comparison()

show_for_area("involvement_recorded", filters)
show_page_link(LOADING_PAGE, "See which projects have nothing recorded")
show_for_area("people_on_projects", filters)
show_for_area("active_projects", filters)
show_as_board_papers_for(("big_i_active", "big_i_new", "involvement_recorded"), filters)
