"""Reads from what a page was sent which figures it has a number for, and what follows by taking away."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

import numpy as np
from browser.truth import BELOW, TOP, Amount, Cell, Total, Truth
from browser.wire import Sent

from measures.attendance import ROLE_WORDS, WORDS

NUMBER = re.compile(r"-?[\d,]+(\.\d+)?")
NO_NUMBER = re.compile(
    r"|no figures|too early to count|hidden(: below \d+)?|fewer than \d+, or hidden with it"
)
ATTENDANCE = "workshop_attendance"
_PARTS = {words.capitalize(): part for part, words in ROLE_WORDS.items()} | {"Role not known": "unknown_role"}


def find_shown(sent: Iterable[Sent]) -> dict[Amount, float | str]:
    """Every amount that a table or a chart of one run holds. What is no plain number comes as it was sent."""
    found, key = {}, ""
    for element in reversed(list(sent)):
        if element.kind == "heading":
            key = ""  # a chart belongs to the table after it, up to the heading of both
        if element.rows is None or element.rows.empty:
            continue
        if element.kind == "table":
            key = element.key or key
            found |= dict(_in_table(element))
        elif key:
            found |= dict(_in_chart(element, *_measure_and_area(key)))
    return found


def _measure_and_area(key: str) -> tuple[str, str]:
    kind, _, rest = key.partition("-")
    if kind == "roles":
        return ATTENDANCE, rest
    measure, _, more = rest.partition("-")
    return measure, more.rpartition("-")[0]


def _in_table(table: Sent) -> Iterator[tuple[Amount, float | str]]:
    if not table.key.startswith(("roles-", "numbers-")) or table.rows is None:
        return
    measure, area = _measure_and_area(table.key)
    for row in table.rows.to_dict("split", index=False)["data"]:
        cells = dict(zip(table.rows.columns, row, strict=True))
        when = cells.pop("Month", None) or cells.pop("When", "")
        for i, (column, text) in enumerate(cells.items()):
            if NO_NUMBER.fullmatch(text) or column == "Usual range":
                continue
            cell = Cell(measure, area, when, _PARTS.get(column, ""))
            yield (cell, BELOW if i == 1 and len(cells) == 4 and "Value" in cells else TOP), _as_number(text)


def _in_chart(chart: Sent, measure: str, area: str) -> Iterator[tuple[Amount, float | str]]:
    assert chart.rows is not None
    if "when" not in chart.rows:
        return
    for row in chart.rows.dropna(subset=["when"]).to_dict("records"):
        role = next((r for r, words in WORDS.items() if row["text"].endswith(f" {words}")), "")
        part = role if measure == ATTENDANCE else ""
        yield (Cell(measure, area, row["when"], part), "drawn"), row["text"]


def _as_number(text: str) -> float | str:
    return float(text.replace(",", "")) if NUMBER.fullmatch(text) else text


def find_words(sent: Iterable[Sent], shares: dict[float, str]) -> list[str]:
    """The small shares that stand somewhere in what was sent, as a number of a chart or in words."""
    numbers, words = set(), []
    for element in sent:
        words.append(element.words)
        for _, column in element.rows.items() if element.rows is not None else ():
            if column.dtype.kind == "f":
                numbers |= set(column.dropna())
            else:
                words += column.dropna().astype(str).tolist()
    said = set(re.findall(r"\b[\d,]+ of [\d,]+ [\w ]+", "\n".join(words)))
    return [
        text for value, text in shares.items() if value in numbers or any(s.startswith(text) for s in said)
    ]


def find_by_taking_away(
    totals: Iterable[Total], shown: dict[Amount, float | str], truth: Truth
) -> list[Amount]:
    """The secret amounts that sums of shown ones leave no choice for, month by month."""
    areas = {cell.area for cell, _ in shown}
    by_month = defaultdict(list)
    for total in totals:
        # What is said of an area that was not shown gives nothing away.
        if total.whole[0].area in areas:
            by_month[total.whole[0].when].append(total)
    return [amount for some in by_month.values() for amount in _determined(some, shown, truth)]


def _determined(totals: list[Total], shown: dict[Amount, float | str], truth: Truth) -> list[Amount]:
    """Those unknowns of a system of equations on which all of its solutions agree."""
    rows = [{total.whole: -1.0, **dict.fromkeys(total.parts, 1.0)} for total in totals]
    # Where a figure does not exist nobody came, and a reader knows that.
    unknown = [
        a for a in dict.fromkeys(a for row in rows for a in row) if a not in shown and a in truth.amounts
    ]
    if not any(map(truth.is_secret, unknown)):
        return []
    _, sizes, directions = np.linalg.svd(np.array([[row.get(a, 0.0) for a in unknown] for row in rows]))
    free = directions[int((sizes > 1e-9).sum()) :]
    fixed = np.abs(free).max(axis=0, initial=0) < 1e-9
    return [a for a, sure in zip(unknown, fixed, strict=True) if sure and truth.is_secret(a)]
