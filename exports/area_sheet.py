"""Our sheet: one borough or directorate on one A4 page, as a PDF and as a page of the same words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from charts.spc_chart import build_spc_chart
from charts.theme import SIZES
from exports.chart_keys import describe_marks
from exports.fitting import LISTS, fit_one_page
from exports.html_pages import write_page
from exports.link_codes import write_link_code_svg
from exports.pictures import write_picture_svg
from exports.typst_documents import Data, TypstDocument
from exports.wording import shorten, tidy
from measures.periods import write_period
from measures.series import MeasureSeries

POINTS = 14  # the least size of type on paper
# Width of A4 between the margins of the template, and what lies between two charts there.
_PAPER_POINTS, _GAP_POINTS = 515, 14
_MOST_CHARTS = 2
_LONGEST_TITLE, _LONGEST_SENTENCE, _LONGEST_LINK = 80, 400, 300


class SheetSentence(NamedTuple):
    """What the sentence is about in a few words, "Seats on the team", and the sentence itself."""

    subject: str
    text: str


class SheetChart(NamedTuple):
    """A question and the series that answers it; only the months in ``series.shown`` are drawn."""

    heading: str
    series: MeasureSeries


class SheetMeeting(NamedTuple):
    """The day of a meeting, and one line that says what, when and where."""

    day: date
    text: str


class YouSaid(NamedTuple):
    """What people said, what came of it ("We did", "We could not"), and the answer in words."""

    said: str
    outcome: str
    answer: str


@dataclass(frozen=True)
class SheetContent:
    """Everything that stands on a sheet, in the order in which it stands there. All text is shown as it is.

    Attributes:
        title: "Our sheet: Newham".
        written_on: the day on which the sheet was made.
        sentences: three of them.
        charts: at most two, side by side.
        you_said: newest first.
        meetings: the group's own first, which are left out last; they stand in the order of their days.
        projects: one line each: title, place, how to take part, payment.
        contact: the role and the address of a team, never a person.
        link: where the page of this sheet is, http or https; empty leaves out link and code.
        notice: what must be said above all else, such as that the figures are made up.
    """

    title: str
    written_on: date
    sentences: Sequence[SheetSentence]
    charts: Sequence[SheetChart] = ()
    you_said: Sequence[YouSaid] = ()
    meetings: Sequence[SheetMeeting] = ()
    projects: Sequence[str] = ()
    contact: str = ""
    link: str = ""
    notice: str = ""

    def __post_init__(self) -> None:
        if self.link and not self.link.startswith(("https://", "http://")):
            raise ValueError("The link of a sheet must begin with https:// or http://, or be empty.")
        if len(self.link) > _LONGEST_LINK or any(sign.isspace() for sign in self.link):
            raise ValueError(f"The link of a sheet has no spaces and at most {_LONGEST_LINK} signs.")
        if len(self.charts) > _MOST_CHARTS:
            raise ValueError(f"A sheet has room for {_MOST_CHARTS} charts, not for {len(self.charts)}.")
        if not all(tidy(heading) for heading in (self.title, *(chart.heading for chart in self.charts))):
            raise ValueError("A sheet needs a title, and each of its charts a heading.")


def write_sheet_pdf(content: SheetContent) -> bytes:
    """One tagged A4 page (PDF/UA-1) in 14 pt, black and white.

    Where not all of it fits, the ends of the lists are left out and the sheet says how many items.

    Raises:
        ValueError: not even title, sentences and contact fit one page.
    """
    document = TypstDocument("area_sheet.typ")
    nothing_left = {f"{name}_left": 0 for name in LISTS}
    data = _write_words(content) | _draw_charts(content) | nothing_left
    fitted = fit_one_page(document, document.make_printable(data))
    return document.write_pdf(fitted | _order_by_day(fitted, content))


def write_sheet_html(content: SheetContent) -> str:
    """The same words as one page in large print that needs nothing from outside; no item is left out."""
    data = _write_words(content) | _draw_charts(content)
    data |= _order_by_day(data, content)
    charts = [chart | {"svg": Markup(chart["svg"])} for chart in data["charts"]]  # noqa: S704 - our drawing
    code = Markup(data["code"])  # noqa: S704 - our drawing
    return write_page("area_sheet.html", **data | {"charts": charts, "code": code})


def _write_words(content: SheetContent) -> Data:
    """All words of a sheet as they are shown."""
    return {
        "title": shorten(tidy(content.title), _LONGEST_TITLE),
        "date": write_period(content.written_on, "event"),
        "notice": tidy(content.notice),
        "sentences": [
            {"subject": shorten(tidy(s.subject), _LONGEST_TITLE), "text": _tidy_sentence(s.text)}
            for s in content.sentences
        ],
        "you_said": [{name: tidy(text) for name, text in y._asdict().items()} for y in content.you_said],
        "meetings": [tidy(meeting.text) for meeting in _list_meetings(content)],
        "projects": [tidy(text) for text in content.projects if tidy(text)],
        "contact": _tidy_sentence(content.contact),
        "link": content.link,
        "code": write_link_code_svg(content.link) if content.link else "",
    }


def _list_meetings(content: SheetContent) -> list[SheetMeeting]:
    return [meeting for meeting in content.meetings if tidy(meeting.text)]


def _order_by_day(data: Data, content: SheetContent) -> Data:
    """The meetings that found room, in the order of their days."""
    days = [meeting.day for meeting in _list_meetings(content)]
    kept = zip(days, data["meetings"], strict=False)
    return {"meetings": [text for _, text in sorted(kept, key=lambda meeting: meeting[0])]}


def _tidy_sentence(text: str) -> str:
    return shorten(tidy(text), _LONGEST_SENTENCE)


def _draw_charts(content: SheetContent) -> Data:
    """The charts side by side, drawn so wide that on paper their words come out in 14 pt, and their key."""
    count = max(len(content.charts), 1)
    points = (_PAPER_POINTS - _GAP_POINTS * (count - 1)) / count
    width = round(points * SIZES["small"].font / POINTS)
    pictures = [build_spc_chart(chart.series, size="small") for chart in content.charts]
    drawn = [
        {
            "heading": shorten(tidy(chart.heading), _LONGEST_TITLE),
            "alt": picture.alt,
            "svg": write_picture_svg(picture, width=width, name=f"chart{number}"),
        }
        for number, (chart, picture) in enumerate(zip(content.charts, pictures, strict=True))
    ]
    said = (_describe_dates([chart.series for chart in content.charts]), describe_marks(pictures))
    return {"charts": drawn, "key": " ".join(filter(None, said))}


def _describe_dates(found: Sequence[MeasureSeries]) -> str:
    """The months that all of the charts show; their axes have room for one. Empty where they differ."""
    shown = [series.points[series.shown] for series in found]
    ends = {(s.when(points[0]), s.when(points[-1])) for s, points in zip(found, shown, strict=True) if points}
    return " to ".join(ends.pop()) + "." if len(ends) == 1 else ""
