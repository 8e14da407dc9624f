"""Text from people and files on its way into a document: tidy, and cut where there is no room."""

from __future__ import annotations

import re
from unicodedata import normalize

# Controls, marks that turn the direction of all that follows, halves of signs, and signs that are none.
_NO_SIGN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufff0-\ufffb\ufffe\uffff]"
)
_WORTH_KEEPING = 0.6


def tidy(text: str) -> str:
    """The text on one line, without signs that nobody could see."""
    return " ".join(_NO_SIGN.sub("", normalize("NFC", text)).split())


def shorten(text: str, longest: int) -> str:
    """The text if it has at most ``longest`` signs, else its beginning and "…", between words if possible."""
    if len(text) <= longest:
        return text
    cut = text[: longest - 1]
    words = cut if text[longest - 1] == " " else cut.rpartition(" ")[0]
    return (words if len(words) > longest * _WORTH_KEEPING else cut).rstrip(" ,;:.") + "…"
