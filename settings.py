"""The environment, read once: which store, which day is "today", how small numbers are hidden.

Every setting has a safe default, so the app runs with none of them set. Placeholders left over
from an example file (``changeme``, ``xxx``) are refused instead of being used in earnest.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent
DEFAULT_DATABASE_URL = f"sqlite:///{(ROOT / 'participation.db').as_posix()}"
_PLACEHOLDERS = ("changeme", "change-me", "placeholder", "xxx", "<")


class SettingError(ValueError):
    """A setting in the environment cannot be used; the message says which and why."""


@dataclass(frozen=True)
class Settings:
    """What the environment says.

    Attributes:
        database_url: SQLAlchemy address of the store.
        today: the day that freshness and "too early" are judged by.
        loaded_by: a role or account name for the load log, never a person's e-mail.
    """

    database_url: str
    today: date
    loaded_by: str


def _read(name: str, default: str) -> str:
    value = os.environ.get(name, "").strip() or default
    if any(value.lower().startswith(mark) for mark in _PLACEHOLDERS):
        raise SettingError(f"{name} still holds the placeholder {value!r}. Set it, or leave it unset.")
    return value


def _today(text: str) -> date:
    try:
        return date.fromisoformat(text) if text else datetime.now(UTC).date()
    except ValueError:
        raise SettingError(f"PARTICIPATION_TODAY is {text!r}. Write a date such as 2026-10-31.") from None


@lru_cache(maxsize=1)
def read_settings() -> Settings:
    """Read the environment once; raises `SettingError` naming the setting that cannot be used."""
    return Settings(
        database_url=_read("DATABASE_URL", DEFAULT_DATABASE_URL),
        today=_today(_read("PARTICIPATION_TODAY", "")),
        loaded_by=_read("PARTICIPATION_LOADED_BY", "not signed in"),
    )
