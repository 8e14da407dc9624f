"""Mappings that somebody confirmed, kept in the store and found again by the headings of a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from data_model import ColumnMapping
from loaders.headers import heading_key
from loaders.kinds import KINDS


@dataclass(frozen=True)
class SavedMapping:
    """A mapping as it is kept: our column -> their heading, tidied as `loaders.headers.heading_key` does."""

    fingerprint: str
    kind: str
    columns: Mapping[str, str]
    saved_at: datetime
    saved_by: str


def save_mapping(
    session: Session, fingerprint: str, kind: str, columns: Mapping[str, str], saved_by: str
) -> None:
    """Keep a mapping that `loaders.mapping.check_mapping` found good, in the place of an older one.

    Args:
        session: in a transaction for writing.
        fingerprint: of the headings, see `loaders.mapping.fingerprint`.
        kind: the name of a kind.
        columns: our column -> their heading; a column without a heading is not kept.
        saved_by: who confirmed it.

    Raises:
        ValueError: there is no such kind, or it has no such column.
    """
    unknown = set(columns) - set(KINDS[kind].row.columns()) if kind in KINDS else {kind}
    if unknown:
        raise ValueError(f"not a kind, or not columns of it: {', '.join(sorted(unknown))}")
    kept = session.scalar(select(ColumnMapping).where(ColumnMapping.fingerprint == fingerprint))
    if kept is None:
        kept = ColumnMapping(fingerprint=fingerprint)
        session.add(kept)
    kept.kind = kind
    kept.columns = {ours: heading_key(theirs) for ours, theirs in columns.items() if theirs}
    kept.saved_at, kept.saved_by = datetime.now(UTC), saved_by
    session.flush()


def query_mapping(session: Session, fingerprint: str) -> SavedMapping | None:
    """The mapping for files with these headings, or ``None``."""
    kept = session.scalar(select(ColumnMapping).where(ColumnMapping.fingerprint == fingerprint))
    return _saved(kept) if kept else None


def query_mappings(session: Session) -> list[SavedMapping]:
    """Every mapping, the newest first."""
    newest = select(ColumnMapping).order_by(ColumnMapping.saved_at.desc(), ColumnMapping.id.desc())
    return [_saved(kept) for kept in session.scalars(newest)]


def delete_mapping(session: Session, fingerprint: str) -> bool:
    """Forget a mapping; whether there was one."""
    forgotten = session.execute(
        delete(ColumnMapping).where(ColumnMapping.fingerprint == fingerprint).returning(ColumnMapping.id)
    )
    return forgotten.first() is not None


def _saved(kept: ColumnMapping) -> SavedMapping:
    return SavedMapping(kept.fingerprint, kept.kind, dict(kept.columns), kept.saved_at, kept.saved_by)
