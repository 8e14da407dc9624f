"""Files into the store: read, recognised, checked, matched, compared, written, logged."""

from loaders.loading import load_file, load_files, load_sample_data
from loaders.report import LoadReport, Problem, RowCounts

__all__ = [
    "LoadReport",
    "Problem",
    "RowCounts",
    "load_file",
    "load_files",
    "load_sample_data",
]
