"""Check the data: load files and take loads back; is it recent, complete and safe?"""

from __future__ import annotations

from ui.data_checks import (
    show_double_projects,
    show_freshness,
    show_hidden,
    show_missing_months,
    show_not_recorded,
    show_out_of_range,
    show_set_aside,
)
from ui.file_loading import show_loading
from ui.jump_links import show_jump_links
from ui.load_log import show_loads

show_jump_links(
    {
        "load": "Load a file",
        "loaded": "What has been loaded",
        "recent": "How recent it is",
        "not-recorded": "Projects with nothing recorded",
        "missing": "Missing months",
        "set-aside": "Set aside",
        "range": "Outside the range",
        "double": "Double entries",
        "hidden": "What is hidden",
    }
)
show_loading()
show_loads()
show_freshness()
show_not_recorded()
show_missing_months()
show_set_aside()
show_out_of_range()
show_double_projects()
show_hidden()
