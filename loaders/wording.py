"""What the command line says to people: short, calm, and never more than fits a screen."""

from __future__ import annotations

from collections.abc import Iterator

from data_model.terms import LoadStatus
from loaders.history import LoggedLoad
from loaders.questions import find_questions
from loaders.report import LoadReport, Problem
from loaders.unfinished import UnfinishedLoad

MOST_PROBLEMS = 20
_OPENINGS = {
    LoadStatus.LOADED: "loaded as {kind}.",
    LoadStatus.UNCHANGED: "nothing to do ({kind}).",
    LoadStatus.REFUSED: "not loaded.",
    LoadStatus.PREVIEWED: "would be loaded as {kind}; nothing was kept.",
}


def describe_report(report: LoadReport) -> str:
    """A report as lines: what happened, the message, the first problems with their cures."""
    opening = _OPENINGS[report.status].format(kind=report.kind)
    lines = [f"{report.file}: {opening}", f"  {report.message}"]
    if report.status == LoadStatus.REFUSED and (questions := find_questions(report)):
        names = ", ".join(f"{each.name}*" if each.needed else each.name for each in questions)
        lines.append(f"  Can be told with --set name=answer (* must be): {names}.")
    if report.headings:
        lines.append("  If it holds one of the kinds under other headings: python -m loaders map FILE.")
    lines += [f"  {describe_problem(problem)}" for problem in report.problems[:MOST_PROBLEMS]]
    left = len(report.problems) - MOST_PROBLEMS
    if left > 0:
        lines.append(f"  … and {left:,} more. --json lists them all.")
    return "\n".join(lines)


def describe_problem(problem: Problem) -> str:
    """One problem in one line."""
    place = f"Row {problem.row}"
    if problem.column:
        place += f", {problem.column}"
    if problem.value:
        place += f' "{problem.value}"'
    return f"{place}: {problem.problem} {problem.cure}"


def describe_unfinished(load: UnfinishedLoad) -> str:
    """A load that was killed, in two lines."""
    started = f"{load.started_at:%d %B %Y %H:%M} UTC, by {load.started_by}"
    return f"{load.file}: not finished. Begun on {started}.\n   {load.message}"


def describe_history(loads: list[LoggedLoad]) -> Iterator[str]:
    """The load log as lines, the newest first."""
    if not loads:
        yield "Nothing has been loaded yet."
    for load in loads:
        day = f"{load.loaded_at:%d %B %Y %H:%M}"
        yield f"{load.load_id}. {load.file} ({load.kind}), {day} UTC, by {load.loaded_by}"
        yield f"   {load.message}"
        if load.undone_at:
            yield f"   Undone on {load.undone_at:%d %B %Y %H:%M} UTC."
