"""What we tried and what happened: ideas above their figures, all ideas in words, what drives the aim."""

from __future__ import annotations

from ui.driver_diagram import show_driver_diagram
from ui.filters import read_filters, show_filters_in_words
from ui.ideas import show_what_was_tried
from ui.ideas_table import show_all_ideas

filters = read_filters()
show_filters_in_words(filters)

show_what_was_tried(filters)
show_all_ideas()
show_driver_diagram(filters)
