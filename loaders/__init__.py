"""Files into the store: read, recognised, checked, matched, compared, written, logged."""

from loaders.exports import query_export, write_template
from loaders.history import LoggedLoad, query_history, query_quarantined
from loaders.kinds import KINDS
from loaders.loading import Options, load_file, load_files, load_sample_data
from loaders.report import LoadReport, Problem, RowCounts
from loaders.set_aside import write_set_aside
from loaders.undo import UndoReport, undo_load
from loaders.unfinished import UnfinishedLoad, query_unfinished

__all__ = [
    "KINDS",
    "LoadReport",
    "LoggedLoad",
    "Options",
    "Problem",
    "RowCounts",
    "UndoReport",
    "UnfinishedLoad",
    "load_file",
    "load_files",
    "load_sample_data",
    "query_export",
    "query_history",
    "query_quarantined",
    "query_unfinished",
    "undo_load",
    "write_set_aside",
    "write_template",
]
