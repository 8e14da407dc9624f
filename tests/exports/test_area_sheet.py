"""Our sheet as a PDF: one A4 page, 14 pt, black and white, tagged; what does not fit is counted."""

import re
from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf.generic import ContentStream

from charts import build_spc_chart
from exports.area_sheet import POINTS, SheetMeeting, SheetSentence, YouSaid, write_sheet_pdf

A4 = (595, 842)
DAY = date(2026, 12, 1)
BARE = {"charts": (), "link": ""}


def squeeze(text):
    return "".join(text.replace("\u200b", "").split())


def words_in(pdf):
    return squeeze("".join(page.extract_text() for page in pdf.pages))


def operations(pdf):
    page = pdf.pages[0]
    yield from ContentStream(page.get_contents(), pdf).operations
    for form in page.get("/Resources", {}).get("/XObject", {}).values():
        if form.get_object().get("/Subtype") == "/Form":
            yield from ContentStream(form.get_object(), pdf).operations


@pytest.fixture
def sheet(make_sheet, read_pdf):
    content = make_sheet()
    return content, read_pdf(write_sheet_pdf(content))


def test_it_is_one_page_of_a4(sheet):
    _, pdf = sheet
    assert len(pdf.pages) == 1
    assert tuple(round(side) for side in pdf.pages[0].mediabox[2:]) == A4


def test_all_words_are_on_it(sheet):
    content, pdf = sheet
    found = words_in(pdf)
    said = [content.title, "23 November 2026", content.contact, content.link, content.notice]
    said += [
        *(m.text for m in content.meetings),
        *content.projects,
        *(part for y in content.you_said for part in y),
    ]
    said += [part for s in content.sentences for part in s] + [c.heading for c in content.charts]
    said += ["Grey band: the usual range.", "Triangle: better than usual.", "Diamond: worse than usual."]
    assert [words for words in said if squeeze(words) not in found] == []


def test_it_is_tagged_british_english_with_a_title_and_the_universal_standard(sheet):
    content, pdf = sheet
    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"].lower() == "en-gb"
    assert pdf.metadata.title == content.title
    assert "<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_object().get_data().decode()


def test_each_chart_and_the_code_say_what_they_show(sheet):
    content, pdf = sheet
    alts = [alt for node in nodes(pdf.trailer["/Root"]["/StructTreeRoot"]) if (alt := node.get("/Alt"))]
    pictures = [build_spc_chart(chart.series, size="small").alt for chart in content.charts]
    assert set(alts) == {*pictures, f"A square code for a phone camera. It opens {content.link}"}
    assert all(s.text in alt for s, alt in zip(content.sentences, pictures, strict=False))


def nodes(node):
    """A node of the structure of a tagged PDF and all below it."""
    node = node.get_object()
    yield node
    below = node.get("/K", [])
    for kid in below if isinstance(below, list) else [below]:
        if hasattr(kid.get_object(), "get"):
            yield from nodes(kid)


def test_headings_and_lists_are_tagged_as_such(sheet):
    content, pdf = sheet
    kinds = Counter(str(n.get("/S")) for n in nodes(pdf.trailer["/Root"]["/StructTreeRoot"]))
    assert (kinds["/H1"], kinds["/H2"]) == (1, 6)
    assert kinds["/L"] == 3
    assert kinds["/LI"] == len([*content.you_said, *content.meetings, *content.projects])
    assert kinds["/Figure"] == 3


def test_no_letter_is_smaller_than_fourteen_points(sheet):
    _, pdf = sheet
    sizes = []

    def look(text, matrix, text_matrix, _font, size):
        if text.strip():
            sizes.append(size * abs(text_matrix[3] * matrix[3]))

    pdf.pages[0].extract_text(visitor_text=look)
    assert sizes
    assert min(sizes) >= POINTS - 0.2


def test_every_colour_is_a_grey(sheet):
    _, pdf = sheet
    colours = set()
    for operands, operator in operations(pdf):
        if operator in (b"rg", b"RG", b"scn", b"SCN", b"sc", b"SC", b"k", b"K"):
            colours.add(tuple(float(number) for number in operands))
    assert all(len(set(c)) == 1 for c in colours), colours


def test_what_does_not_fit_is_counted_and_the_page_stays_one(make_sheet, read_pdf):
    many = tuple(f"Project {i}: one seat for a carer, and travel is paid on the day" for i in range(30))
    said = tuple(YouSaid(f"Letters are hard to read {i}.", "We did:", "type is larger.") for i in range(12))
    pdf = read_pdf(write_sheet_pdf(make_sheet(projects=many, you_said=said)))
    found = words_in(pdf)
    assert len(pdf.pages) == 1
    shown = sum(f"Project{i}:" in found for i in range(30)), sum(f"read{i}." in found for i in range(12))
    left = [int(number) for number in re.findall(r"And(\d+)more", found)]
    assert min(shown) > 0
    assert left == [12 - shown[1], 30 - shown[0]]


def test_a_sign_that_cannot_be_printed_is_a_box_and_explained(make_sheet, read_pdf):
    words = words_in(read_pdf(write_sheet_pdf(make_sheet(projects=("A seat \U00012000 for a carer",)))))
    assert "Aseat□foracarer" in words
    assert "Abox□standsforasignthatcannotbeprintedhere." in words
    assert "Abox" not in words_in(read_pdf(write_sheet_pdf(make_sheet())))


def test_a_link_that_is_none_a_third_chart_and_no_title_are_refused(make_sheet):
    with pytest.raises(ValueError, match="https://"):
        make_sheet(link="javascript:alert(1)")
    with pytest.raises(ValueError, match="no spaces"):
        make_sheet(link="https://a.example/two words")
    with pytest.raises(ValueError, match="room for 2 charts"):
        make_sheet(charts=make_sheet().charts * 2)
    with pytest.raises(ValueError, match="needs a title"):
        make_sheet(title=" \n")


def test_a_bare_sheet_has_no_empty_headings(make_sheet, read_pdf):
    bare = make_sheet(**BARE, you_said=(), meetings=(), projects=(), contact="", notice="")
    found = words_in(read_pdf(write_sheet_pdf(bare)))
    assert not [h for h in ("Whathappened", "Nextmeetings", "Projectstojoin", "Talktous") if h in found]


PRINTED = st.text(alphabet=st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=60)


@settings(max_examples=40, deadline=None)
@given(text=PRINTED)
def test_whatever_people_type_is_printed_as_it_is(make_sheet, read_pdf, text):
    content = make_sheet(**BARE, you_said=(YouSaid(text, "We did:", text),), projects=(text,), contact=text)
    pdf = read_pdf(write_sheet_pdf(content))
    assert len(pdf.pages) == 1
    assert words_in(pdf).count(text) >= 4


@settings(max_examples=20, deadline=None)
@given(texts=st.lists(st.text(max_size=300), min_size=5, max_size=12))
def test_no_text_breaks_the_page(make_sheet, read_pdf, texts):
    fields = {
        "title": f"A {texts[0]}",
        "sentences": [SheetSentence(text, text) for text in texts[:3]],
        "you_said": [YouSaid(text, text, text) for text in texts],
        "meetings": [SheetMeeting(DAY, text) for text in texts],
        "projects": texts,
        "contact": texts[4],
    }
    assert len(read_pdf(write_sheet_pdf(make_sheet(**BARE, **fields))).pages) == 1


@pytest.mark.parametrize(
    "text", ["W" * 300, "😀" * 40, "বাংলা ভাষা", "שלום", "#panic()", "]#set page(width: 1pt)"]
)
def test_long_words_and_other_scripts_break_nothing(make_sheet, read_pdf, text):
    content = make_sheet(title=text, projects=(text,) * 3, meetings=(SheetMeeting(DAY, text),), contact=text)
    pdf = read_pdf(write_sheet_pdf(content))
    assert len(pdf.pages) == 1
    assert tuple(round(side) for side in pdf.pages[0].mediabox[2:]) == A4


@pytest.mark.parametrize("rest", [{}, {"projects": ["A long line of words. " * 12] * 6}])
def test_meetings_stand_by_day_and_those_named_first_are_left_out_last(make_sheet, read_pdf, rest):
    days = [30, 2, 9, 16, 1]
    meetings = [
        SheetMeeting(DAY + timedelta(days=days[n]), f"Meeting{name}") for n, name in enumerate("ABCDE")
    ]
    found = words_in(read_pdf(write_sheet_pdf(make_sheet(meetings=meetings, **rest))))
    kept = re.findall("Meeting([A-E])", found)
    assert set(kept) == set("ABCDE"[: len(kept)])
    assert kept == sorted(kept, key=lambda name: days["ABCDE".index(name)])
    assert (len(kept) < 5) == bool(rest)


def test_the_months_of_the_charts_are_said_where_all_show_the_same(make_sheet, read_pdf):
    first, second = make_sheet().charts
    same = make_sheet(charts=(first, first))
    assert "April2022toDecember2023.Greyband" in words_in(read_pdf(write_sheet_pdf(same)))
    other = read_pdf(write_sheet_pdf(make_sheet(charts=(first, second))))
    assert first.series.points[-1].period_start != second.series.points[-1].period_start
    assert "April2022to" not in words_in(other)
    assert "Greyband" in words_in(other)
