"""Tagged PDF from a typst template and plain data. The data are values, never markup: nothing in them acts.

A PDF that everyone can read (PDF/UA-1) may hold no sign that its fonts cannot show; such signs become a box.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import typst
from font_source_sans_pro import font_directory

BOX = "□"
Data = dict[str, Any]

_TEMPLATES = Path(__file__).parent / "templates"
_REFUSED = re.compile(r'the text (?:contains the disallowed codepoint )?`"(.+?)"`')
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")
_LATIN = re.compile("[^\x00-\xff]")
_MOST_ROUNDS = 5


class TypstDocument:
    """One template with its fonts, which take longest: write it again and again with other data.

    The template reads its data with ``json(bytes(sys.inputs.data))``.
    """

    def __init__(self, template: str) -> None:
        self._compiler = typst.Compiler(str(_TEMPLATES / template), font_paths=[font_directory])

    def make_printable(self, data: Data) -> Data:
        """The same data with a box for every sign that no font here can show."""
        for _ in range(_MOST_ROUNDS):
            refused = self._find_refused(data)
            if not refused:
                return data
            signs = re.compile("|".join(map(re.escape, sorted(refused, key=len, reverse=True))))
            data = _change_text(data, lambda text, signs=signs: signs.sub(BOX, text))
        return _change_text(data, lambda text: _LATIN.sub(BOX, text))

    def count_pages(self, data: Data) -> int:
        """How many pages these data fill."""
        pages = self._compiler.compile(sys_inputs=_inputs(data), format="svg")
        return len(pages) if isinstance(pages, list) else 1

    def write_pdf(self, data: Data) -> bytes:
        """The document as a tagged PDF; give it data from `make_printable`.

        Raises:
            typst.TypstError: the data hold a sign that cannot be shown, or lack what the template needs.
        """
        written = self._compiler.compile(sys_inputs=_inputs(data), format="pdf", pdf_standards=["ua-1"])
        assert isinstance(written, bytes)  # noqa: S101 - a PDF is one file, whatever its pages
        return written

    def _find_refused(self, data: Data) -> set[str]:
        try:
            self.write_pdf(data)
        except typst.TypstError as error:
            refused = {_unescape(text) for text in _REFUSED.findall(error.diagnostic)}
            if not refused:
                raise
            return refused
        return set()


def _inputs(data: Data) -> dict[str, str]:
    return {"data": json.dumps(data)}


def _unescape(text: str) -> str:
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)) if found[1] else found[2], text)


def _change_text(value: Any, change: Callable[[str], str]) -> Any:  # noqa: ANN401 - whatever JSON can hold
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {key: _change_text(inner, change) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_change_text(inner, change) for inner in value]
    return value
