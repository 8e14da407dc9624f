"""Files that people have which are not our templates, each rewritten as rows of a template.

`LAYOUTS` is the one list; the first layout that fits a file is taken.
"""

from loaders.layouts.layout import Asked, Layout, Question, Rewritten

LAYOUTS: tuple[Layout, ...] = ()

__all__ = ["LAYOUTS", "Asked", "Layout", "Question", "Rewritten"]
