"""The board pack: at most six pages, and nothing that needs a conversation left out."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charts import build_spc_chart
from exports.board_pack import BoardPack, PackChart, ToTalkAbout, write_board_pack_pdf
from measures.examples import build_series
from measures.sentences import describe_series

SERIES = build_series("big_i_active", [40, 50, 44, 48, 42] * 5 + [80], [100] * 26)
CHART = PackChart(
    "Who has a seat?", describe_series(SERIES), build_spc_chart(SERIES, size="paper"), ("Made monthly.",)
)
THINGS = (
    ToTalkAbout("Forensics.", "Fewer teams have a seat.", "Service director", date(2026, 12, 15)),
    ToTalkAbout("Addictions.", "Nothing has moved for a year."),
)
NAMES = ("Directorate", "Seats on the team", "Care is good")
ROWS = tuple(
    (f"Directorate {i}", "13 of 19 (68%), better than usual", "hidden: too few people") for i in range(14)
)


def pack(**other):
    fields = {
        "title": "Board pack",
        "written_on": date(2026, 11, 23),
        "trust_sentence": "More projects have a seat.",
        "to_talk_about": THINGS,
        "grid_columns": NAMES,
        "grid_rows": ROWS,
        "charts": (CHART,) * 6,
        "notice": "Made-up examples.",
    }
    return BoardPack(**{**fields, **other})


def squeeze(text):
    return "".join(text.replace("\u200b", "").split())


@pytest.fixture
def words_of(read_pdf):
    def read(content):
        pdf = read_pdf(write_board_pack_pdf(content))
        return pdf, squeeze("".join(page.extract_text() for page in pdf.pages))

    return read


def test_a_full_pack_has_at_most_six_pages_and_all_its_words(words_of):
    pdf, found = words_of(pack())
    assert len(pdf.pages) <= 6
    said = ["Board pack", "23 November 2026", "More projects have a seat.", "Made-up examples.", *NAMES]
    said += [cell for row in ROWS for cell in row] + [CHART.sentence, CHART.heading, "Made monthly."]
    assert [words for words in said if squeeze(words) not in found] == []
    assert found.count(squeeze(CHART.heading)) == 6


def test_each_thing_has_owner_and_date_or_says_that_none_was_given(words_of):
    _, found = words_of(pack())
    assert "Fewerteamshaveaseat.Owner:Servicedirector.Bywhen:15December2026." in found
    assert "Nothinghasmovedforayear.Owner:nonegiven.Bywhen:nonegiven." in found


def test_with_nothing_to_talk_about_it_says_so(words_of):
    assert "Nothingneedsaconversationtoday." in words_of(pack(to_talk_about=()))[1]


def test_it_is_tagged_with_a_title_and_a_label_for_each_chart(words_of):
    pdf, _ = words_of(pack())
    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"].lower() == "en-gb"
    assert pdf.metadata.title == "Board pack"
    assert "<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_object().get_data().decode()


def test_charts_give_way_to_what_needs_a_conversation(words_of):
    many = [ToTalkAbout(f"Thing {i}.", "It has fallen for seven months. " * 3) for i in range(40)]
    pdf, found = words_of(pack(to_talk_about=many))
    assert len(pdf.pages) <= 6
    assert [i for i in range(40) if f"Thing{i}." not in found] == []
    left = 6 - found.count(squeeze(CHART.heading))
    assert 0 < left <= 4
    assert f"Therewasnoroomfor{left}morechart" in found


def test_what_cannot_fit_is_refused_with_advice():
    many = [ToTalkAbout(f"Thing {i}.", "It has fallen for seven months. " * 3) for i in range(200)]
    with pytest.raises(ValueError, match="Choose fewer directorates"):
        write_board_pack_pdf(pack(to_talk_about=many, charts=()))


def test_a_grid_with_a_missing_cell_and_a_pack_without_title_are_refused():
    with pytest.raises(ValueError, match="a cell for each"):
        pack(grid_rows=(("Forensics",),))
    with pytest.raises(ValueError, match="needs a title"):
        pack(title=" ")


@settings(max_examples=20, deadline=None)
@given(text=st.text(max_size=200))
def test_no_text_breaks_the_pack(read_pdf, text):
    content = pack(
        trust_sentence=text,
        to_talk_about=[ToTalkAbout(text, text, text)],
        grid_rows=[(text, text, text)],
        charts=(),
        notice=text,
    )
    assert 2 <= len(read_pdf(write_board_pack_pdf(content)).pages) <= 6
