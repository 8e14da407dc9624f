"""Cells on their way in and out: edges, leading quotes, invisible characters, and what may be shown."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal

from loaders.personal_data import NOT_SHOWN, find_personal_data

LONGEST_CELL = 10_000
SHOWN_LENGTH = 80
# Blanks that stand at the edge of pasted text, among them the non-breaking and the zero-width space.
_EDGES = " \t\r\n\u00a0\u202f\u200b\u2060\u3000\ufeff" + "".join(map(chr, range(0x2000, 0x200B)))
# A spreadsheet would take a text that starts so for a formula; the last four are their full-width forms.
_RISKY = re.compile("'*[=+\\-@\t\r\uff1d\uff0b\uff0d\uff20]")
# Control and bidirectional characters, lone surrogates, and the mark that damaged text leaves.
_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffd\ud800-\udfff]"
)
Cell = str | int | float | None


def clean_cell(text: str) -> str:
    """Trim the edges, make non-breaking spaces ordinary, take back the quote that our exports add."""
    text = text.replace("\u00a0", " ").strip(_EDGES)
    if text.startswith("'") and _RISKY.match(text, 1):
        return text[1:]
    return text


def guard_cell(text: str) -> str:
    """Put a quote before a text that a spreadsheet would run as a formula. `clean_cell` takes it back."""
    return f"'{text}" if _RISKY.match(text) else text


def has_unwanted_characters(text: str) -> bool:
    """Whether a cell holds characters that cannot be seen and that stores treat differently."""
    return bool(_UNWANTED.search(text))


def mark_unwanted(text: str) -> str:
    """The text with a mark in the place of each character that `has_unwanted_characters` finds."""
    return _UNWANTED.sub("\ufffd", text)


def show_value(text: str) -> str:
    """A value as it may be shown and logged: no personal data, nothing invisible, 80 characters at most."""
    if find_personal_data(text):
        return NOT_SHOWN
    escaped = "".join(
        c if c.isprintable() else c.encode("unicode_escape").decode() for c in text[:SHOWN_LENGTH]
    )
    longer = len(text) > SHOWN_LENGTH or len(escaped) > SHOWN_LENGTH
    return escaped[: SHOWN_LENGTH - 1] + "…" if longer else escaped


def show_name(path: str) -> str:
    """The name of a file as it may be shown and logged, without the folders that an upload may name."""
    return show_value(re.split(r"[\\/]", path)[-1])


def write_number(number: float) -> str:
    """All digits that the number needs, and never an exponent, so that it reads back exactly."""
    plain = format(Decimal(repr(number)), "f")
    return plain.removesuffix(".0")


def text_of_excel_cell(value: object) -> str:
    """A typed spreadsheet cell as the text that a person sees: 5.0 is "5", a day is 2025-03-31."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return write_number(value) if value == value and abs(value) < float("inf") else str(value)  # noqa: PLR0124
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ")
    if isinstance(value, date | time):
        return value.isoformat()
    return "" if value is None else str(value).replace("\r\n", "\n").replace("\r", "\n")
