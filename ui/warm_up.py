"""What is done before the first visitor comes: imports, the store, and the figures of the first page."""

from __future__ import annotations

import logging

import altair  # noqa: F401 - the slow imports, paid once
import pandas  # noqa: F401
import pyarrow  # noqa: F401
from streamlit.runtime.pages_manager import PagesManager

from charts.compiled import compile_spec
from charts.small_chart import build_small_chart
from charts.spc_chart import build_spc_chart
from data_model.store import StoreError
from data_model.terms import AreaType
from loaders.reader import start_early
from measures.definitions import read_definitions
from ui.access import current_viewer
from ui.reads import read_areas, read_series

_log = logging.getLogger(__name__)


def warm_up() -> None:
    """Fill the caches. A store that cannot be opened is said on the page, not here."""
    # There is no visitor yet, and Streamlit says so at every cached call.
    logging.getLogger("streamlit.runtime.scriptrunner_utils.script_run_context").setLevel(logging.ERROR)
    # Streamlit takes a folder called pages/ for its older kind of navigation until the first run has
    # called st.navigation; a first visitor with a deep link would meet "Page not found".
    PagesManager.uses_pages_directory = False
    try:
        trusts = [a.id for a in read_areas().of_type(AreaType.TRUST)]
        for measure_id in read_definitions():
            for series in read_series(current_viewer(), measure_id, trusts):
                compile_spec(build_spc_chart(series, size="large").spec)
                build_small_chart(series)
        start_early()  # whoever loads the first file need not wait for the process that reads it
    except StoreError as error:
        _log.warning("Not warmed up: %s", error)
