"""How it feels to take part: are people heard, supported, paid, staying?"""

from __future__ import annotations

from ui.answers import show_answers
from ui.filters import read_filters, show_filters_in_words
from ui.measures_on_page import show_as_board_papers_for, show_for_area
from ui.staying import show_staying

filters = read_filters()
show_filters_in_words(filters)

show_answers(filters)
show_for_area("voice_heard", filters)
show_for_area("staying_involved", filters)
show_staying(filters)
show_for_area("paid_on_time", filters)
show_as_board_papers_for(("voice_heard", "staying_involved", "paid_on_time"), filters)
