"""The same problem in many rows, said once: how often, in which rows first, with which values."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from loaders.report import Problem

_LISTED = 5
# Which row it is differs from problem to problem, and each of the two is listed.
_OTHER_ROW = re.compile(r"with row \d+(?:, \d+)*")


@dataclass
class ProblemGroup:
    """One problem of one column, wherever it stands.

    Attributes:
        rows: the first rows that have it.
        values: the first values that have it, each once.
        count: how many rows have it.
    """

    column: str | None
    problem: str
    cure: str
    rows: list[int] = field(default_factory=list)
    values: list[str] = field(default_factory=list)
    count: int = 0


def group_problems(problems: Iterable[Problem]) -> list[ProblemGroup]:
    """The problems of a file by column, problem and cure, the commonest first."""
    groups: dict[tuple[str | None, str, str], ProblemGroup] = {}
    for each in problems:
        key = (each.column, _OTHER_ROW.sub("with another row", each.problem), each.cure)
        group = groups.setdefault(key, ProblemGroup(*key))
        group.count += 1
        if len(group.rows) < _LISTED:
            group.rows.append(each.row)
        if each.value and each.value not in group.values and len(group.values) < _LISTED:
            group.values.append(each.value)
    # Sorting keeps the order of the file among those that are as common.
    return sorted(groups.values(), key=lambda group: -group.count)


def describe_rows(group: ProblemGroup) -> str:
    """Where a problem stands: "row 4", "rows 4, 9 and 12", "rows 4, 9, 12, 15, 16 and 481 more"."""
    listed, left = [str(row) for row in group.rows], group.count - len(group.rows)
    if group.count == 1:
        return f"row {listed[0]}"
    last = f"{left:,} more" if left else listed.pop()
    return f"rows {', '.join(listed)} and {last}"
