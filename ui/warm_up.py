"""What is done before the first visitor comes: imports, the store, and the figures of the first page."""

from __future__ import annotations

import logging

import altair  # noqa: F401 - the slow imports, paid once
import pandas  # noqa: F401
import pyarrow  # noqa: F401
from streamlit.runtime.pages_manager import PagesManager

from data_model.store import StoreError
from measures.definitions import read_definitions
from ui.access import current_viewer
from ui.reads import read_areas, read_series

_log = logging.getLogger(__name__)


def warm_up() -> None:
    """Fill the caches. A store that cannot be opened is said on the page, not here."""
    # Streamlit takes a folder called pages/ for its older kind of navigation until the first run has
    # called st.navigation; a first visitor with a deep link would meet "Page not found".
    PagesManager.uses_pages_directory = False
    try:
        read_areas()
        for measure_id in read_definitions():
            read_series(current_viewer(), measure_id, [])
    except StoreError as error:
        _log.warning("Not warmed up: %s", error)
