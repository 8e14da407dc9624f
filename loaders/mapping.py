"""Files with other headings: which of their columns stands for which of ours, guessed and checked.

A guess is only offered; a person confirms it once, and files with the same headings are known from then on.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from enum import StrEnum
from functools import lru_cache

from loaders.cells import show_value
from loaders.cells_that_read import holds_only, is_telling, share_read
from loaders.headers import heading_key
from loaders.kinds import KINDS
from loaders.matching import area_key
from loaders.personal_data import names_a_person
from loaders.synonyms import names_of

# Above this, the difference is a plural, a slip or a hyphen; "very good" and "very poor" stay apart.
_NEAR = 0.85
_PEOPLE = re.compile(
    r"\b(?:leads?|leader|sponsor|coach|members?|owner|author|contact|manager|facilitator)\b"
    r"|\b(?:created|updated) by\b"
)
_SHORTEST_NEAR = 4


class Sureness(StrEnum):
    """How sure a guess is, in the words that the screen shows."""

    SAME = "the same name"
    KNOWN = "a known name for it"
    ALIKE = "nearly the same name"
    CONTENT = "by what the cells hold"
    NOT_FOUND = "not found"
    TOLD = "as told"


_SCORES = {Sureness.SAME: 1.0, Sureness.KNOWN: 0.9, Sureness.ALIKE: 0.6, Sureness.CONTENT: 0.3}
_STEP, _SUPPORT, _DOUBT = 0.01, 0.05, 0.3


@dataclass(frozen=True)
class Guess:
    """Which heading may stand for one of our columns.

    Attributes:
        heading: the heading as written; ``None`` if none was found.
        sure: how sure that is.
        readable: the share of the filled cells that were looked at which read well in this column;
            ``None`` if any text would, or if none was looked at.
    """

    heading: str | None
    sure: Sureness
    readable: float | None = None


def fingerprint(headings: Iterable[str]) -> str:
    """What files with the same headings share: 64 hexadecimal digits.

    Order, case, spaces and underscores make no difference, nor do blank headings.
    """
    tidied = sorted(filter(None, map(heading_key, headings)))
    return hashlib.sha256("\n".join(tidied).encode("utf-8", "surrogatepass")).hexdigest()


def guess_mapping(
    headings: Sequence[str], sample_rows: Sequence[Sequence[str]], kind: str
) -> dict[str, Guess]:
    """Guess which heading stands for which column of a kind.

    Args:
        headings: the headings of the file, in order.
        sample_rows: a few rows below them, cell by cell; the more, the surer.
        kind: the name of a kind.

    Returns:
        A guess for each column of the template, in its order. No heading stands for two columns, and
        none that may hold names of people stands for any.
    """
    columns, cells = KINDS[kind].row.columns(), _cells_by_heading(headings, sample_rows)
    found = [
        (score, -c, -h, column, heading, guess)
        for c, column in enumerate(columns)
        for h, (heading, held) in enumerate(cells.items())
        for score, guess in _judge(kind, column, heading, held)
    ]
    taken: dict[str, Guess] = {}
    used: set[str] = set()
    for *_, column, heading, guess in sorted(found, key=lambda each: each[:3], reverse=True):
        if column not in taken and heading not in used:
            taken[column] = guess
            used.add(heading)
    return {column: taken.get(column, Guess(None, Sureness.NOT_FOUND)) for column in columns}


def find_kind(headings: Sequence[str]) -> list[tuple[str, int]]:
    """The kinds that a file may be, the likeliest first, each with how many needed columns were guessed."""
    likely = []
    for name, kind in KINDS.items():
        guesses, needed = guess_mapping(headings, (), name), kind.row.required_columns()
        found = sum(guesses[column].heading is not None for column in needed)
        others = sum(guess.heading is not None for guess in guesses.values())
        if found:
            likely.append((found / len(needed), others, name, found))
    likely.sort(key=lambda each: each[:2], reverse=True)
    return [(name, found) for *_, name, found in likely]


def check_mapping(kind: str, columns: Mapping[str, str], headings: Sequence[str]) -> list[str]:
    """What is wrong with a mapping, in plain words; nothing if it can be used.

    Args:
        kind: the name of a kind.
        columns: our column -> their heading.
        headings: the headings of the file.
    """
    if kind not in KINDS:
        return [f'There is no kind "{show_value(kind)}". Kinds: {", ".join(KINDS)}.']
    row = KINDS[kind].row
    problems = [
        f'"{show_value(name)}" is not a column of {kind}.' for name in columns if name not in row.columns()
    ]
    missing = [name for name in row.required_columns() if not columns.get(name)]
    if missing:
        problems.append(f"These columns must have a heading: {', '.join(missing)}.")
    return problems + list(_check_headings(kind, columns, headings))


def _check_headings(kind: str, columns: Mapping[str, str], headings: Sequence[str]) -> Iterator[str]:
    times = Counter(map(heading_key, headings))
    used: dict[str, list[str]] = {}
    for column, heading in columns.items():
        if not heading:
            continue
        used.setdefault(heading_key(heading), []).append(column)
        if not times[heading_key(heading)]:
            yield f'The file has no heading "{show_value(heading)}".'
        elif times[heading_key(heading)] > 1:
            yield f'The heading "{show_value(heading)}" stands in the file more than once. Keep one of them.'
        if _may_name_people(kind, column, heading):
            yield f'"{show_value(heading)}" may hold names of people, which are never read. Choose another.'
    for key, names in used.items():
        if len(names) > 1:
            heading = next(columns[name] for name in names if heading_key(columns[name]) == key)
            yield f'"{show_value(heading)}" can stand for one column only, not for {" and ".join(names)}.'


def _cells_by_heading(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> dict[str, list[str]]:
    """The filled cells under each heading; a blank or repeated heading is left out."""
    times = Counter(map(heading_key, headings))
    return {
        heading: [row[place] for row in rows if place < len(row) and row[place]]
        for place, heading in enumerate(headings)
        if heading and times[heading_key(heading)] == 1
    }


def _judge(kind: str, column: str, heading: str, cells: Sequence[str]) -> Iterator[tuple[float, Guess]]:
    """The guess that a heading stands for a column, with its score, or nothing."""
    if _may_name_people(kind, column, heading):
        return
    sure, score = _compare(kind, column, heading)
    telling = bool(cells) and is_telling(KINDS[kind].row, column)
    readable = share_read(KINDS[kind].row, column, cells) if telling else None
    if sure is Sureness.NOT_FOUND and telling and holds_only(KINDS[kind].row, column, cells):
        sure, score = Sureness.CONTENT, _SCORES[Sureness.CONTENT]
    if readable is not None:
        score += _SUPPORT * readable if readable >= 1 / 2 else -_DOUBT
    if sure is not Sureness.NOT_FOUND and score > 0:
        doubtful = sure is Sureness.ALIKE and readable is not None and readable < 1 / 2
        if not doubtful:
            yield score, Guess(heading, sure, readable)


@lru_cache(maxsize=8192)
def _compare(kind: str, column: str, heading: str) -> tuple[Sureness, float]:
    key = _plain(heading)
    if key == _plain(column):
        return Sureness.SAME, _SCORES[Sureness.SAME]
    known = [_plain(name) for name in names_of(kind, column)]
    if key in known:
        return Sureness.KNOWN, _SCORES[Sureness.KNOWN] - _STEP * known.index(key)
    long_enough = [name for name in (_plain(column), *known) if len(name) >= _SHORTEST_NEAR]
    if near := get_close_matches(key, long_enough, 1, _NEAR):
        return Sureness.ALIKE, _SCORES[Sureness.ALIKE] * SequenceMatcher(None, near[0], key).ratio()
    return Sureness.NOT_FOUND, 0.0


def _plain(heading: str) -> str:
    return area_key(heading).replace(" ", "")


def names_people(heading: str) -> bool:
    """Whether the cells under a heading may hold names of people, whatever they are mapped to."""
    return names_a_person(heading) or bool(_PEOPLE.search(area_key(heading)))


def _may_name_people(kind: str, column: str, heading: str) -> bool:
    sure, _ = _compare(kind, column, heading)
    return sure not in (Sureness.SAME, Sureness.KNOWN) and names_people(heading)
