"""A sheet that a reader can see, and what stands in a PDF."""

import io
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser

import pypdf
import pytest

from exports.area_sheet import SheetChart, SheetContent, SheetMeeting, SheetSentence, YouSaid
from measures.examples import build_series
from measures.sentences import describe_series
from measures.series import MeasureSeries

ROWS = [0.40, 0.50, 0.44, 0.48, 0.42, 0.47, 0.41, 0.49, 0.43, 0.46]
FETCHING = {"src", "srcset", "data", "poster", "background"}
VOID = {"meta", "br", "hr", "img", "input", "link", "col", "wbr"}
ReadPdf = Callable[[bytes], pypdf.PdfReader]


def _series(measure_id: str, last: list[int]) -> MeasureSeries:
    tops = [round(share * 100) for share in ROWS * 2] + last
    return build_series(measure_id, tops, [100] * len(tops))


def build_sheet(**other: object) -> SheetContent:
    """A sheet of made-up words with two charts; ``other`` takes the place of its fields."""
    rising, falling = _series("big_i_active", [80]), _series("fft_positive", [20] * 7)
    fields: dict = {
        "title": "Our sheet: Newham",
        "written_on": date(2026, 11, 23),
        "sentences": (
            SheetSentence("Seats on the team", describe_series(rising)),
            SheetSentence("How it feels", describe_series(falling)),
            SheetSentence("What came of it", "Of 9 things you said, 5 were done and 2 wait for an answer."),
        ),
        "charts": (
            SheetChart("Do projects near you have a seat for us?", rising),
            SheetChart("Do people say that their care is good?", falling),
        ),
        "you_said": (
            YouSaid("The letters are hard to read.", "We did:", "they are now in 14 point type."),
            YouSaid("Please pay travel on the day.", "We could not:", "it takes up to 10 days."),
        ),
        "meetings": (
            SheetMeeting(date(2026, 12, 3), "Working together group, 3 December 2026, 11am, the library"),
        ),
        "projects": ("Better ward rounds: one seat for a carer, travel paid",),
        "contact": "People participation team: participation@example.org",
        "link": "https://dashboard.example.org/my-area?borough=newham",
        "notice": "These are made-up examples.",
    }
    return SheetContent(**{**fields, **other})


@pytest.fixture(scope="session")
def make_sheet() -> Callable[..., SheetContent]:
    return build_sheet


@pytest.fixture(scope="session")
def read_pdf() -> ReadPdf:
    """A PDF opened, from its bytes."""
    return lambda content: pypdf.PdfReader(io.BytesIO(content))


class Page(HTMLParser):
    """A page taken apart: its words, its tags with their attributes, and every address it would fetch."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.fetched: list[str | None] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.fetched += [value for name, value in attrs if name in FETCHING]
        self.fetched += [value for name, value in attrs if name == "href" and tag not in ("a", "area")]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, f"</{tag}> closes something else"

    def handle_data(self, data):
        if "style" not in self.open and "script" not in self.open:
            self.words.append(data)

    def named(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of every element of a kind."""
        return [attributes for name, attributes in self.tags if name == tag]

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


@pytest.fixture(scope="session")
def read_page() -> Callable[[str], Page]:
    """A page taken apart; fails where its tags do not close each other."""
    return Page
