"""Rows of one file with the same key: repeats collapse, the newest version holds, contradictions are held."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import groupby
from typing import NamedTuple

from loaders.kind import Kind, Record


class Entry(NamedTuple):
    """One good row: prints of its key and of its content, its version, its place among all, its number."""

    key: bytes
    version: int
    place: int
    number: int
    content: bytes

    @classmethod
    def of(cls, place: int, number: int, record: Record, kind: Kind) -> Entry:
        """The entry of a record."""
        content = _print(sorted(record.items()))
        return cls(_print(kind.key_of(record)), kind.version_of(record), place, number, content)


@dataclass
class Repeats:
    """What becomes of rows that share a key, by place.

    Attributes:
        dropped: rows that say nothing new: repeats, and versions older than another row's.
        conflicts: rows to be set aside, each with the numbers of the rows that it contradicts.
    """

    dropped: set[int] = field(default_factory=set)
    conflicts: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def __contains__(self, place: int) -> bool:
        return place in self.dropped or place in self.conflicts

    def __bool__(self) -> bool:
        return bool(self.dropped or self.conflicts)


def find_repeats(entries: Iterable[Entry], *, counted: bool = False) -> Repeats:
    """Sort out rows with the same key.

    Of each key the newest version holds; a version that contradicts itself is set aside with all its
    rows, and the next older one holds. Rows that were ``counted`` together from others say different
    things even if they look alike, so each such repeat is a contradiction.
    """
    found = Repeats()
    for _, group in groupby(sorted(entries), key=lambda entry: entry.key):
        same_key = list(group)
        if len(same_key) > 1:
            _settle(same_key, found, counted)
    return found


def _settle(same_key: Sequence[Entry], found: Repeats, counted: bool) -> None:
    kept = False
    versions = groupby(sorted(same_key, key=lambda e: -e.version), key=lambda e: e.version)
    for same in (sorted(group, key=lambda e: e.place) for _, group in versions):
        if len({entry.content for entry in same}) > 1 or (counted and len(same) > 1):
            for entry in same:
                found.conflicts[entry.place] = tuple(e.number for e in same if e.place != entry.place)
            continue
        found.dropped.update(entry.place for entry in (same if kept else same[1:]))
        kept = True


def _print(content: object) -> bytes:
    # Sixteen bytes: two different contents never look alike, whoever made them.
    return blake2b(repr(content).encode(), digest_size=16).digest()
