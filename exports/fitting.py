"""Making a sheet fit one page: the ends of its lists go first, then those of long items, then the charts."""

from __future__ import annotations

from collections.abc import Iterator

from exports.typst_documents import Data, TypstDocument
from exports.wording import shorten

# The lists of a sheet; of two that are equally long the one named first loses an item first.
LISTS = ("projects", "you_said", "meetings")
# The most signs that an item of a list keeps.
_LONG, _SHORT = 260, 110
_MOST_ITEMS = 8


def fit_one_page(document: TypstDocument, data: Data) -> Data:
    """The data with as much in it as one page holds; each list ``x`` comes with the number ``x_left`` out.

    Raises:
        ValueError: what is never left out does not fit one page.
    """
    for tried in _ever_less(data):
        if document.count_pages(tried) == 1:
            return tried
    raise ValueError("This does not fit one page. Give it a shorter title, sentences or contact.")


def _ever_less(data: Data) -> Iterator[Data]:
    yield from _ever_fewer(_cut(data, _LONG), least=1)
    yield from _ever_fewer(_cut(data, _SHORT), least=0)
    yield from _ever_fewer(_cut({**data, "charts": []}, _SHORT), least=0)


def _cut(data: Data, longest: int) -> Data:
    """The same data with shorter items, and never more of them than a sheet could hold."""
    cut = {name: [_cut_item(item, longest) for item in data[name][:_MOST_ITEMS]] for name in LISTS}
    return {**data, **cut, **{f"{name}_left": len(data[name]) - len(cut[name]) for name in LISTS}}


def _cut_item(item: Data | str, longest: int) -> Data | str:
    if isinstance(item, str):
        return shorten(item, longest)
    return {name: shorten(text, longest // 2) for name, text in item.items()}


def _ever_fewer(data: Data, least: int) -> Iterator[Data]:
    """The data, then with one item fewer each time, until each list holds ``least``."""
    yield data
    while any(len(data[name]) > least for name in LISTS):
        longest = max(LISTS, key=lambda name: len(data[name]))
        data = {**data, longest: data[longest][:-1], f"{longest}_left": data[f"{longest}_left"] + 1}
        yield data
