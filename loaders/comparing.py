"""What a file would add to the store, change in it, or leave as it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from loaders.kind import Key, Kind, Record, Stored


@runtime_checkable
class Completing(Protocol):
    """A kind whose files may tell only part of a row."""

    def complete(self, record: Record, stored: Record) -> Record:
        """The record with what is stored of the same row where its file does not speak of it."""
        ...


@dataclass
class Difference:
    """The records of a file beside the store.

    Attributes:
        changed: what is stored now, and the record that takes its place.
        unchanged: how many records the store holds already, or holds a newer version of.
    """

    added: list[Record] = field(default_factory=list)
    changed: list[tuple[Stored, Record]] = field(default_factory=list)
    unchanged: int = 0


def compare(records: Iterable[Record], stored: Mapping[Key, Stored], kind: Kind) -> Difference:
    """Sort the records of a file into added, changed and unchanged."""
    difference = Difference()
    for told in records:
        before = stored.get(kind.key_of(told))
        record = kind.complete(told, before.record) if before and isinstance(kind, Completing) else told
        if before is None:
            difference.added.append(record)
        elif before.record == record or kind.version_of(before.record) > kind.version_of(record):
            difference.unchanged += 1
        else:
            difference.changed.append((before, record))
    return difference
