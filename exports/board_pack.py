"""The board pack: what to talk about, every directorate in words, and a few charts, on at most six pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from charts.picture import ChartPicture
from charts.theme import SIZES
from exports.pictures import write_picture_svg
from exports.typst_documents import Data, TypstDocument
from exports.wording import tidy
from measures.periods import write_period

MOST_PAGES = 6
NONE_GIVEN = "none given"
CHART_POINTS = 11  # size of the words in charts; all else is larger
_PAPER_POINTS = 515  # width of A4 between the margins of the template
_FEWEST_CHARTS = 2


class ToTalkAbout(NamedTuple):
    """One thing that needs a conversation, who owns it (a role) and by when; both may be unknown."""

    title: str
    sentence: str
    owner: str = ""
    due: date | None = None


class PackChart(NamedTuple):
    """A question, the sentence that answers it, a chart of size "paper" and the quiet lines below it."""

    heading: str
    sentence: str
    picture: ChartPicture
    notes: Sequence[str] = ()


@dataclass(frozen=True, eq=False)
class BoardPack:
    """Everything in a pack, in its order. All text is shown as it is.

    Attributes:
        title: "People participation: board pack".
        written_on: the day on which it was made.
        trust_sentence: one sentence for the whole trust.
        to_talk_about: what needs a conversation, most urgent first.
        grid_columns: "Directorate", then a measure each.
        grid_rows: a directorate each, in words: "13 of 19 (68%), better than usual".
        charts: four to six of them, most telling first.
        notice: what must be said above all else, such as that the figures are made up.
    """

    title: str
    written_on: date
    trust_sentence: str
    to_talk_about: Sequence[ToTalkAbout] = ()
    grid_columns: Sequence[str] = ()
    grid_rows: Sequence[Sequence[str]] = ()
    charts: Sequence[PackChart] = ()
    notice: str = ""

    def __post_init__(self) -> None:
        if not all(tidy(heading) for heading in (self.title, *(chart.heading for chart in self.charts))):
            raise ValueError("A board pack needs a title, and each of its charts a heading.")
        if any(len(row) != len(self.grid_columns) for row in self.grid_rows):
            raise ValueError("Each row of the grid needs a cell for each of its columns.")


def write_board_pack_pdf(pack: BoardPack) -> bytes:
    """The pack as a tagged PDF (PDF/UA-1) of at most six A4 pages, readable in black and white.

    Where all of it would fill more, the last charts are left out and the pack says so; nothing that needs
    a conversation is ever left out.

    Raises:
        ValueError: what is never left out fills more than six pages.
    """
    document = TypstDocument("board_pack.typ")
    data = document.make_printable({**_write_words(pack), "charts": _draw_charts(pack), "charts_left": 0})
    for tried in _ever_fewer_charts(data):
        if document.count_pages(tried) <= MOST_PAGES:
            return document.write_pdf(tried)
    raise ValueError(
        f"This fills more than {MOST_PAGES} pages. Choose fewer directorates or fewer things to talk about."
    )


def _ever_fewer_charts(data: Data) -> Iterator[Data]:
    for count in range(len(data["charts"]), min(_FEWEST_CHARTS, len(data["charts"])) - 1, -1):
        yield {**data, "charts": data["charts"][:count], "charts_left": len(data["charts"]) - count}


def _write_words(pack: BoardPack) -> Data:
    """All words of a pack as they are shown."""
    return {
        "title": tidy(pack.title),
        "date": write_period(pack.written_on, "event"),
        "notice": tidy(pack.notice),
        "sentence": tidy(pack.trust_sentence),
        "things": [_write_thing(thing) for thing in pack.to_talk_about],
        "columns": [tidy(name) for name in pack.grid_columns],
        "rows": [[tidy(cell) for cell in row] for row in pack.grid_rows],
    }


def _write_thing(thing: ToTalkAbout) -> Data:
    return {
        "title": tidy(thing.title),
        "sentence": tidy(thing.sentence),
        "owner": tidy(thing.owner) or NONE_GIVEN,
        "due": NONE_GIVEN if thing.due is None else write_period(thing.due, "event"),
    }


def _draw_charts(pack: BoardPack) -> list[Data]:
    """Wide, with the words in their full size."""
    width = round(_PAPER_POINTS * SIZES["paper"].font / CHART_POINTS)
    return [
        {
            "heading": tidy(chart.heading),
            "sentence": tidy(chart.sentence),
            "alt": chart.picture.alt,
            "svg": write_picture_svg(chart.picture, width=width, paper="light", name=f"chart{number}"),
            "notes": [tidy(note) for note in chart.notes if tidy(note)],
        }
        for number, chart in enumerate(pack.charts)
    ]
