"""Faults that are ours, not the file's: a plain sentence for people, a line without data for the log."""

from __future__ import annotations

import logging
import secrets
import traceback
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy.exc import DBAPIError

_LOG = logging.getLogger("loaders")
_KNOWN_FAULTS = (
    ("database is locked", "The store is busy: somebody else is loading. Try again in a minute."),
    ("disk is full", "The disk is full. Make room, then try again."),
    ("No space left", "The disk is full. Make room, then try again."),
    ("readonly database", "The store can only be read here. Check who may write to it."),
)


def describe_fault(error: BaseException, left: str = "Nothing of this file was stored.") -> str:
    """A sentence that says what went wrong and carries a reference.

    The log line under the same reference holds the type of the error and the place in the code, never its
    text: error texts repeat values from files. ``left`` says what the fault left behind.
    """
    reference = secrets.token_hex(4)
    _LOG.error("fault %s: %s at %s", reference, type(error).__name__, name_place(error))
    errors = list(_behind(error))
    for sign, sentence in _KNOWN_FAULTS:
        if any(sign in str(each) for each in errors):
            return f"{sentence} {left}"
    if any(isinstance(each, DBAPIError) and each.connection_invalidated for each in errors):
        return f"The connection to the store was lost. {left} Try again in a minute."
    return f"Something went wrong on our side (reference {reference}). {left} Please report the reference."


def _behind(error: BaseException | None) -> Iterator[BaseException]:
    """An error and what it came of: a full store rolls back by itself, and then our rollback fails too."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def name_place(error: BaseException) -> str:
    """The file and line of our own code where an error rose: never its text, which may repeat values."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [f for f in frames if "site-packages" not in f.filename and not f.filename.startswith("<")]
    return f"{Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else "unknown place"
