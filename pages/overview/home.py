"""Home: who are you here as, and how are we doing together? One headline a subject."""

from __future__ import annotations

import streamlit as st

from ui.filters import read_filters, show_filters_in_words
from ui.front_door import show_front_doors
from ui.headlines import show_headline, show_what_big_i_means
from ui.navigation import show_page_link

show_front_doors()

filters = read_filters()
show_filters_in_words(filters)
show_what_big_i_means()

for measure_id, url_path, more in (
    ("big_i_active", "big-i", "More about seats on the team"),
    ("workshop_parity", "workshops", "More about our workshops"),
    ("fft_positive", "satisfaction", "More about how people feel"),
):
    show_headline(measure_id, filters)
    show_page_link(url_path, more)

st.header("Where to go next", anchor=False)
show_page_link("my-area", "See what is happening in your borough")
show_page_link("taking-part", "See how it feels to take part")
show_page_link("check-the-data", "See what has been loaded, and what was set aside")
show_page_link("definitions", "Look up a word or how a number is worked out")
