"""The eleven DIALOG items: by number, by their words, and by the concept ids of the national data set.

Wording and ids: NHS England's list of assessment tools for the Mental Health Services Data Set (MHSDS).
"""

from __future__ import annotations

import re
from functools import lru_cache

from loaders.matching import area_key
from loaders.personal_data import names_a_person

ITEMS = range(1, 12)
CONCEPTS = {
    "1037651000000100": 1,
    "1037661000000102": 2,
    "1037671000000109": 3,
    "1037681000000106": 4,
    "1037691000000108": 5,
    "1037701000000108": 6,
    "1037711000000105": 7,
    "1037721000000104": 8,
    "1037731000000102": 9,
    "1037741000000106": 10,
    "1037751000000109": 11,
}
NO_ITEM, DAMAGED = 0, -1
# The more telling words first: item 11 is about "mental health professionals".
_WORDS = (
    (11, r"\bprofessionals?\b|\bconsultations?\b"),
    (10, r"\bpractical help\b"),
    (9, r"\bmedication\b"),
    (8, r"\bsafety\b"),
    (7, r"\bpartner\b|\bfamily\b"),
    (6, r"\bfriend"),
    (5, r"\bleisure\b"),
    (4, r"\baccomm?odation\b"),
    (3, r"\bjob\b"),
    (2, r"\bphysical health\b"),
    (1, r"\bmental health\b"),
)
_NOT_THE_SCORE = re.compile(
    r"\b(?:help|more|needs?|support|wanted|comments?|notes?|actions?|goals?|plans?|reasons?|team|status|title)\b"
)
_NUMBER = re.compile(r"(?:dialog )?(?:q|question|item) ?0?(\d{1,2})(?: (?:score|rating))?\b(.*)")
# Excel keeps fifteen digits of a number and shows a long one with an exponent.
_EXPONENT = re.compile(r"\d(?:[.,]\d+)?e\+?\d+", re.IGNORECASE)
_CUT_SHORT = {f"{concept[:15]}0" for concept in CONCEPTS} - set(CONCEPTS)
_BARE = {str(item): item for item in ITEMS} | {f"0{item}": item for item in range(1, 10)}


def item_of_heading(heading: str) -> int:
    """The item whose score a column holds, by number (q1, item 1) or words; 0 if none, or if they differ."""
    words = area_key(heading)
    if names_a_person(heading) or _NOT_THE_SCORE.search(words.replace("practical help", "")):
        return NO_ITEM
    worded = next((item for item, pattern in _WORDS if re.search(pattern, words)), NO_ITEM)
    match = _NUMBER.match(words)
    if not match:
        return worded
    numbered = int(match[1])
    agrees = worded == numbered if match[2] else numbered in ITEMS
    return numbered if agrees else NO_ITEM


@lru_cache(maxsize=8192)
def item_of_cell(text: str) -> int:
    """The item that a cell names: concept id, number or words; 0 if none, -1 if Excel damaged the id."""
    plain = text.removesuffix(".0")
    if plain in CONCEPTS:
        return CONCEPTS[plain]
    if plain in _BARE:
        return _BARE[plain]
    if plain in _CUT_SHORT or _EXPONENT.fullmatch(plain):
        return DAMAGED
    return item_of_heading(text)
