"""Which kind of care a Friends and Family Test file is about: each is published in a file of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pydantic_core import PydanticCustomError

from data_model.public_figures import FFTSetting
from data_model.rows.words import read_word
from loaders.cells import show_value
from loaders.layouts.layout import Asked, Question
from loaders.layouts.nhs_fft_columns import KIND
from loaders.layouts.nhs_fft_months import find_titles
from loaders.report import RefusedFileError
from loaders.sheets import RawTable

SETTING = Question("setting", "Which setting is it?", needed=True, choices=tuple(FFTSetting))
_MATERNITY = re.compile(r"\bmaternity\b|\bmat\b", re.IGNORECASE)
_WORDS = {
    FFTSetting.MENTAL_HEALTH: r"\bmental\b|\bmh\b",
    FFTSetting.COMMUNITY: r"\bcommunity\b",
    FFTSetting.A_AND_E: r"\ba ?& ?e\b|\ba and e\b|\bae\b|\baccident\b|\bemergency\b",
    FFTSetting.INPATIENT: r"\bin-?patients?\b|\bip\b",
    FFTSetting.OUTPATIENT: r"\bout-?patients?\b|\bop\b",
    FFTSetting.AMBULANCE: r"\bambulance\b|\bpatient transport\b|\bamb\b|\bpts\b",
}
# The four points of the maternity questions, in their order.
_POINTS = {
    FFTSetting.ANTENATAL: r"\bq(?:uestion)? ?1\b|\bantenatal\b",
    FFTSetting.BIRTH: r"\bq(?:uestion)? ?2\b|\bbirth\b",
    FFTSetting.POSTNATAL_WARD: r"\bq(?:uestion)? ?3\b|\bpostnatal ward\b",
    FFTSetting.POSTNATAL_COMMUNITY: r"\bq(?:uestion)? ?4\b|\bpostnatal community\b",
}


def find_settings(
    tables: Sequence[RawTable], of_trusts: Sequence[RawTable], asked: Asked
) -> list[FFTSetting]:
    """The setting of each table of trusts: as given, else by the file's own words, else by its name.

    Args:
        tables: all sheets of the file.
        of_trusts: those with figures of trusts.
        asked: the file's name and what somebody said.

    Raises:
        RefusedFileError: it cannot be told, or two tables are of the same setting.
    """
    texts = [" ".join(find_titles(tables)), re.sub(r"[^a-z0-9&]+", " ", asked.name.casefold())]
    if given := asked.answers.get(SETTING.name):
        settings = [_parse_answer(given)] * len(of_trusts)
    elif any(map(_MATERNITY.search, texts)):
        settings = [_find_point(table) for table in of_trusts]
    else:
        settings = [next((s for text in texts if (s := _find_one(text, _WORDS))), None)] * len(of_trusts)
    known = [setting for setting in settings if setting]
    if len(known) < len(of_trusts):
        raise RefusedFileError(
            "Neither the file nor its name says which setting the figures are of. Give it with "
            f'--set "setting=mental health". Settings: {", ".join(FFTSetting)}.',
            KIND,
        )
    if len(set(known)) < len(known):
        names = ", ".join(f'"{show_value(table.name)}"' for table in of_trusts)
        raise RefusedFileError(
            f"Several sheets hold figures of trusts and cannot be told apart: {names}. Load a workbook as it "
            "was published, or delete all but one of these sheets.",
            KIND,
        )
    return known


def _find_one(text: str, words: dict[FFTSetting, str]) -> FFTSetting | None:
    found = [setting for setting, pattern in words.items() if re.search(pattern, text, re.IGNORECASE)]
    return found[0] if len(found) == 1 else None


def _find_point(table: RawTable) -> FFTSetting | None:
    above = " ".join(cell for row in table.first[:10] for cell in row.cells)
    return _find_one(table.name, _POINTS) or _find_one(above, _POINTS)


def _parse_answer(text: str) -> FFTSetting:
    try:
        return read_word(FFTSetting)(text)
    except PydanticCustomError:
        raise RefusedFileError(
            f'"{show_value(text)}" is not a setting. Use one of: {", ".join(FFTSetting)}.', KIND
        ) from None
