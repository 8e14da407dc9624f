"""The words that people write into a register: who somebody is, and whether they came."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import Enum

from loaders.layouts.column_finder import squeeze
from loaders.layouts.layout import Question
from loaders.report import RefusedFileError

# Peer workers, relatives and the like may be one or the other: nobody is put into a role by guess.
_ROLE_WORDS = {
    "service_users": (
        "service user", "service users", "su", "s/u", "expert by experience", "experts by experience", "ebe",
        "lived experience", "person with lived experience", "patient",
    ),
    "carers": ("carer", "carers", "family carer", "unpaid carer"),
    "staff": ("staff", "staff member", "member of staff", "trust staff", "nhs staff", "employee"),
    "others": (
        "other", "others", "partner", "partners", "partner organisation", "external", "external partner",
        "voluntary sector", "guest", "visitor",
    ),
}  # fmt: skip
_ROLES = {squeeze(word): role for role, words in _ROLE_WORDS.items() for word in words}
X_MEANS = Question(
    "x_means", "What does an x in the column of attendance mean?", choices=("came", "did not come")
)


class Mark(Enum):
    """What a cell in the column of attendance says."""

    CAME = "came"
    ABSENT = "marked as not attended"
    BLANK = "no mark of attendance"
    UNREAD = "a mark of attendance that cannot be read"
    CROSS = "x"


_MARKS = {
    **dict.fromkeys(
        ("y", "yes", "1", "true", "p", "present", "attended", "came", "here", "signed", "late", "\u2713",
         "\u2714", "\u2611", "\u221a"),
        Mark.CAME,
    ),
    **dict.fromkeys(
        ("n", "no", "0", "false", "dna", "did not attend", "not attended", "absent", "abs", "apologies",
         "apology", "apols", "cancelled", "-", "\u2717", "\u2718", "\u2610"),
        Mark.ABSENT,
    ),
    **dict.fromkeys(("x", "\u00d7", "\u2612"), Mark.CROSS),
    **dict.fromkeys(("na", "n/a", "tbc", "?", "maybe"), Mark.UNREAD),
    "": Mark.BLANK,
}  # fmt: skip
_INITIALS = re.compile(r"(?:[A-Z][. ]{0,2}){2,4}")


def read_role(text: str) -> str | None:
    """The column of the template for a role; ``None`` if it is blank or could be several."""
    return _ROLES.get(squeeze(text))


def read_mark(text: str) -> Mark:
    """Whether a cell says that somebody came; initials say so too."""
    known = _MARKS.get(text.strip().casefold())
    if known is not None:
        return known
    return Mark.CAME if _INITIALS.fullmatch(text.strip()) else Mark.UNREAD


def settle_cross(texts: Iterable[str], answers: Mapping[str, str]) -> Mark:
    """What an x stands for: as answered; that somebody came, if nothing but x stands in the column.

    Raises:
        RefusedFileError: there are other marks too, so it could be either.
    """
    answer = squeeze(answers.get(X_MEANS.name, ""))
    given = {"came": Mark.CAME, "didnotcome": Mark.ABSENT}.get(answer)
    if given is None and answer:
        raise RefusedFileError('Give x_means as "came" or "did not come".')
    marks = {read_mark(text) for text in texts}
    if given is None and Mark.CROSS in marks and marks - {Mark.CROSS, Mark.BLANK}:
        raise RefusedFileError(
            "In the column of attendance an x stands beside other marks, so it could mean either. Say which "
            'with --set x_means="came" or --set x_means="did not come".'
        )
    return given or Mark.CAME
