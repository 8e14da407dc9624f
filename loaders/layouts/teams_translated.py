"""Microsoft Teams attendance reports in another language than English: recognised, and refused with the cure.

Titles and headings are translated with the language of whoever downloads the report, so a column could
only be guessed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from loaders.layouts.column_finder import squeeze
from loaders.layouts.layout import Asked, Layout, Rewritten
from loaders.report import RefusedFileError
from loaders.sheets import RawTable, TextRow

_FIRST_SECTION, _SECOND_SECTION = re.compile(r"1\.\s.+"), re.compile(r"2\.\s.+")
_FEWEST_HEADINGS = 5
# "Full name" where the older lists begin with it.
_FULL_NAME = frozenset(
    map(squeeze, ("Nom complet", "Vollständiger Name", "Nombre completo", "Nome completo", "Volledige naam"))
)
_FEWEST_OLD_HEADINGS = 3


class TeamsTranslated(Layout):
    """Never loaded."""

    name = "teams_translated"
    title = "Microsoft Teams attendance report in another language"
    kind = "workshops"

    def fits(self, table: RawTable) -> bool:
        """Numbered sections with a row of many headings under the second, or a list by full name."""
        rows = table.first
        return _has_sections(rows) or any(
            squeeze(row.cells[0]) in _FULL_NAME and sum(map(bool, row.cells)) >= _FEWEST_OLD_HEADINGS
            for row in rows
        )

    def rewrite(self, tables: Sequence[RawTable], asked: Asked) -> Rewritten:
        """Refuse it; see the base class."""
        raise RefusedFileError(
            "This looks like a Microsoft Teams attendance report in another language than English, and only "
            "the English one can be read. Set the language of Teams to English (UK) and download it again, "
            "or type the counts into the workshops template.",
            self.kind,
        )


def _has_sections(rows: Sequence[TextRow]) -> bool:
    if not rows or not _FIRST_SECTION.fullmatch(rows[0].cells[0]):
        return False
    return any(
        _SECOND_SECTION.fullmatch(row.cells[0]) and sum(map(bool, below.cells)) >= _FEWEST_HEADINGS
        for row, below in pairwise(rows)
    )
