"""Personal data in free text: found by kind, so that the row can be set aside without showing the value.

A plain ten-digit pattern would miss most NHS numbers as people write them and stop every long reference
number; the check digit (NHS Data Dictionary, "NHS number": weights 10 to 2, modulo 11) tells them apart.
"""

from __future__ import annotations

import re

NOT_SHOWN = "(not shown)"
_GAP = r"[\s.\-\u2010-\u2015]{0,3}"
_TEN_DIGITS = re.compile(
    rf"(?<!\d)(?:\d{{3}}{_GAP}\d{{3}}{_GAP}\d{{4}}|\d{{4}}{_GAP}\d{{3}}{_GAP}\d{{3}}|(?:\d[ \-]){{9}}\d)"
    r"(?!\d)"
)
_NHS_LABEL = re.compile(
    r"\bnhs\s*(?:no|num|number|#)\b\W{0,4}(?:is\W{0,2})?\d(?:[ \-]?\d){8,9}", re.IGNORECASE
)
_EMAIL = re.compile(r"[\w.+'\-]{1,64}\s?@\s?[\w\-]{1,63}(?:\.[\w\-]{1,63})+")
_PHONE = re.compile(
    r"(?<![\d.])(?:(?:\+|00)\s?44[\s.\-]?(?:\(0\)[\s.\-]?)?|\(?0)[1-37-9](?:[\s.()\-]{0,2}\d){8,9}(?![\d]|[.,]\d)"
)
_POSTCODE = re.compile(
    r"\b(?:gir ?0aa|[a-pr-uwyz][a-hk-y]?\d[\da-hjkmnp-y]?\s{0,2}"
    r"\d(?!(?:st|nd|rd|th)\b)[abd-hjlnp-uw-z]{2})\b",
    re.IGNORECASE,
)
_BIRTH = re.compile(
    r"\b(?:d\.?\s?o\.?\s?b\b\.?|date\s+of\s+birth|birth\s?date)\W{0,5}(?:is\W{0,3}|was\W{0,3})?\d"
    r"|\bborn\s+(?:on\s+)?(?:the\s+)?\d{1,2}(?:st|nd|rd|th)?[\s./\-]"
    r"(?:\d{1,2}[\s./\-]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
    re.IGNORECASE,
)
_PATTERNS = {"a phone number": _PHONE, "a date of birth": _BIRTH, "a full postcode": _POSTCODE}
_WEIGHTS = range(10, 1, -1)
_ELEVEN, _TEN = 11, 10


def _passes_check(digits: str) -> bool:
    rest = sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=False)) % _ELEVEN
    check = (_ELEVEN - rest) % _ELEVEN
    return check != _TEN and check == int(digits[-1])


def _holds_nhs_number(text: str) -> bool:
    if _NHS_LABEL.search(text):
        return True
    found = (re.sub(r"\D", "", match[0]) for match in _TEN_DIGITS.finditer(text))
    return any(_passes_check(digits) for digits in found)


def find_personal_data(text: str) -> str | None:
    """Name the first kind of personal data in ``text`` ("an NHS number"), or ``None``."""
    if "@" in text and _EMAIL.search(text):
        return "an e-mail address"
    if not any(character.isdigit() for character in text):
        return None
    if _holds_nhs_number(text):
        return "an NHS number"
    return next((name for name, pattern in _PATTERNS.items() if pattern.search(text)), None)


_PERSONAL_HEADERS = re.compile(
    r"nhs|e-?mail|phone|mobile|postcode|address|\bdob\b|birth|surname|"
    r"(?:first|last|full|given|family|patient|client|service user|carer)\s*name|^name$|hospital number",
    re.IGNORECASE,
)


def names_a_person(header: str) -> bool:
    """Whether a column's heading says that it holds personal data."""
    return bool(_PERSONAL_HEADERS.search(header.replace("_", " ")))
