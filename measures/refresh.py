"""Recompute the figures that a load touches, inside the load's own transaction."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy.orm import Session


def refresh_figures(session: Session, kinds: Collection[str]) -> int:
    """Recompute every measure that rests on one of the file ``kinds``; returns how many figures moved."""
    return 0
