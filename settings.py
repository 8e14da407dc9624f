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
        fixed_today: the day that stands for today, for tests and rehearsals; ``None``: the day itself.
        loaded_by: a role or account name for the load log, never a person's e-mail.
    """

    database_url: str
    fixed_today: date | None
    loaded_by: str

    @property
    def today(self) -> date:
        """The day that freshness and "too early" are judged by; asked anew, since a server runs for weeks."""
        return self.fixed_today or datetime.now(UTC).date()


def _read(name: str, default: str) -> str:
    value = os.environ.get(name, "").strip() or default
    if any(value.lower().startswith(mark) for mark in _PLACEHOLDERS):
        raise SettingError(f"{name} still holds the placeholder {value!r}. Set it, or leave it unset.")
    return value


def _fixed_today(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise SettingError(f"PARTICIPATION_TODAY is {text!r}. Write a date such as 2026-10-31.") from None


@lru_cache(maxsize=1)
def read_settings() -> Settings:
    """Read the environment once; raises `SettingError` naming the setting that cannot be used."""
    return Settings(
        database_url=_read("DATABASE_URL", DEFAULT_DATABASE_URL),
        fixed_today=_fixed_today(_read("PARTICIPATION_TODAY", "")),
        loaded_by=_read("PARTICIPATION_LOADED_BY", "not signed in"),
    )
