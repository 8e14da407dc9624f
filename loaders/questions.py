"""What a file of another layout does not say, so that a person may: with ``--set``, or in the preview."""

from __future__ import annotations

from loaders.layouts import LAYOUTS, Question
from loaders.report import LoadReport


def find_questions(report: LoadReport) -> tuple[Question, ...]:
    """The questions that a file may be answered, needed ones first; none for one of our templates."""
    found = next((layout.questions for layout in LAYOUTS if layout.name == report.layout), ())
    return tuple(sorted(found, key=lambda question: not question.needed))


def find_question_names() -> frozenset[str]:
    """Every name that an answer can have, whatever the layout."""
    return frozenset(question.name for layout in LAYOUTS for question in layout.questions)


def describe_layout(report: LoadReport) -> str | None:
    """What a file of another layout is, in words: "Microsoft Teams attendance report"."""
    return next((layout.title for layout in LAYOUTS if layout.name == report.layout), None)
