"""What stands around every page: title, style, notices, filters, and a plain sentence for any fault."""

from __future__ import annotations

import streamlit as st

from data_model.store import StoreError
from settings import SettingError
from ui.faults import log_fault
from ui.filters import show_filters, take_forum_as_area
from ui.foot import show_foot
from ui.front_door import keep_door, show_door_line
from ui.look import show_style
from ui.navigation import LOADING_PAGE, build_navigation
from ui.notices import show_made_up_notice, stop_if_empty
from ui.screen_view import SCREEN_PAGE, is_on_screen
from ui.text import show_text
from ui.text_size import show_reading_choices

PRODUCT = "People participation"


def show() -> None:
    """Run one page inside the frame."""
    page, heading = build_navigation()
    st.set_page_config(page_title=f"{page.title} - {PRODUCT}", page_icon="static/icon.png", layout="wide")
    show_style()
    try:
        if page.url_path == SCREEN_PAGE and is_on_screen():
            page.run()  # a wall shows the slide and nothing else
            return
        if page.url_path == SCREEN_PAGE:
            take_forum_as_area()
        st.title(heading, anchor=False)
        keep_door()
        show_made_up_notice()
        show_filters()
        show_reading_choices()
        # Where files are loaded, an empty store is what the page is for.
        stop_if_empty(goes_on=page.url_path == LOADING_PAGE)
        if page.url_path:
            show_door_line()
        page.run()
        show_foot()
    except (StoreError, SettingError) as error:
        show_text(str(error), "standing")
    except Exception:
        # Streamlit's own control flow (stop, rerun) is not an Exception, so only real faults end here.
        show_text(log_fault("A page failed"), "standing")
