"""The board pack of the directors' page: the words of the page, owner and day for each thing, six pages."""

import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from exports.board_pack import write_board_pack_pdf
from loaders import load_file
from measures.attention import Reason
from measures.forum import ActionState
from ui.board_pack import build_board_pack
from ui.board_reads import COLUMNS, read_board

SCRIPT = "board/where_to_act.py"


@pytest.fixture
def build(open_app):
    """``build(engine)``: the pack of a store."""

    def run(engine):
        open_app(engine)
        return build_board_pack(read_board())

    return run


def test_the_page_offers_it_with_one_press(sample_engine, open_app):
    (button,) = open_app(sample_engine, SCRIPT).download_button
    assert button.label == "Make the board pack"


def test_it_holds_the_words_of_the_page_and_says_that_data_are_made_up(sample_engine, build):
    pack = build(sample_engine)
    assert pack.grid_columns == ["Directorate", *COLUMNS.values()]
    assert len(pack.grid_rows) == 15
    assert (
        "real change for the worse" in next(r for r in pack.grid_rows if r[0].startswith("Bedfordshire m"))[1]
    )
    reasons = [next(r for r in Reason if r in thing.sentence) for thing in pack.to_talk_about]
    assert reasons == sorted(reasons, key=list(Reason).index)
    assert reasons.count(Reason.CELEBRATE) == 1
    assert 4 <= len(pack.charts) <= 6
    assert len({chart.heading for chart in pack.charts}) == len(pack.charts)
    assert pack.notice


def test_a_late_action_comes_with_its_owner_and_day(sample_copy, build):
    entries = (
        "entry_id,entry_type,entry_date,directorate,text,owner_role,due_date\n"
        "E1,action,2026-01-05,LMH,Ask the group,Team lead,2026-02-02\n"
    )
    assert load_file(sample_copy, entries.encode(), "forum_entries.csv").status == "loaded"
    pack = build(sample_copy)
    late = [thing for thing in pack.to_talk_about if "Action overdue" in thing.sentence]
    assert len(late) == sum(a.state == ActionState.LATE for a in read_board().actions) > 1
    first = late[0]
    assert first.title == "Luton mental health."
    assert (first.owner, first.due.isoformat()) == ("Team lead", "2026-02-02")


def test_with_very_many_late_actions_some_are_counted_and_six_pages_hold_the_rest(sample_copy, build):
    head = "entry_id,entry_type,entry_date,directorate,text,owner_role,due_date\n"
    text = "Ask each of the teams for two names and write to all of those who said that they would come"
    rows = "".join(f"E{n},action,2026-01-05,LMH,{text},Team lead,2026-02-02\n" for n in range(40))
    assert load_file(sample_copy, (head + rows).encode(), "forum_entries.csv").status == "loaded"
    pack = build(sample_copy)
    late = [thing for thing in pack.to_talk_about if "Action overdue" in thing.sentence]
    assert len(late) == 10
    assert re.search(r"\d+ more are late; the QI Forum's page names them\.$", late[-1].sentence)
    assert len(PdfReader(BytesIO(write_board_pack_pdf(pack))).pages) <= 6


def test_six_pages_hold_long_meetings_as_well(sample_copy, build):
    head = "entry_id,entry_type,entry_date,directorate,measure,text\n"
    text = "We ask each of the teams for two names and write to all who come. " * 8
    rows = "".join(
        f"E-{code}-{measure}-{day}-{n},note,2026-11-0{day},{code},{measure},{text}\n"
        for code in ("BMH", "LCH", "ADD", "LMH", "NMH", "THMH", "CHMH")
        for measure in ("big_i_active", "big_i_new", "workshop_parity", "fft_positive")
        for day in (1, 2, 3)
        for n in range(4)
    )
    assert load_file(sample_copy, (head + rows).encode(), "forum_entries.csv").status == "loaded"
    pack = build(sample_copy)
    assert sum(len(chart.notes[0]) > 900 for chart in pack.charts) > 1
    assert len(PdfReader(BytesIO(write_board_pack_pdf(pack))).pages) <= 6


def test_the_file_has_six_pages_at_most_and_each_thing_its_owner_and_day(sample_engine, build):
    pack = build(sample_engine)
    pdf = PdfReader(BytesIO(write_board_pack_pdf(pack)))
    assert len(pdf.pages) <= 6
    words = "".join(page.extract_text() for page in pdf.pages).replace("\n", " ")
    seats = next(c for c in pack.charts if c.heading.startswith("Bedfordshire mental health: How many"))
    assert all(f"{number}. " in seats.notes[0] for number in (1, 2)), "no number stands on a chart unsaid"
    assert (
        "Action: Write to each person who left a team (QI lead, due 9 October 2026). And 1 more."
        in seats.notes[0]
    )
    assert words.count("Owner:") == words.count("By when:") == len(pack.to_talk_about)
    assert "none given" in words
