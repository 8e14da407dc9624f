import pytest

from loaders.layouts import LAYOUTS
from loaders.layouts.dialog_items import item_of_heading
from loaders.layouts.dialog_wide import DialogWide
from loaders.report import RefusedFileError

QUESTIONS = tuple(f"q{n}" for n in range(1, 12))
HELPS = tuple(f"help{n}" for n in range(1, 12))
HEADER = ("client_ref", "completed_date", "team", "directorate", "stage", *QUESTIONS, *HELPS)
WORDS = (
    "Mental health",
    "Physical health",
    "Job situation",
    "Accommodation",
    "Leisure activities",
    "Friendships",
    "Partner/family",
    "Personal safety",
    "Medication",
    "Practical help you receive",
    "Consultations with mental health professionals",
)
LAYOUT = DialogWide()


def form(*scores, day="31/03/2025", team="T-NSO"):
    filled = (*scores, *[""] * (11 - len(scores)))
    return ("P-CANARY", day, team, "NMH", "review", *filled, *["yes"] * 11)


def test_forms_are_counted_by_month_place_and_item(raw_table, rewritten):
    table = raw_table(
        [HEADER, form("5", "1", day="2025-03-01"), form("6", "", "9"), form("2", day="2025-04-01")]
    )
    rows, notes, read = rewritten(LAYOUT, table)
    march = [tuple(row.values())[4:] for row in rows if row["month"] == "2025-03"]
    assert march[:4] == [
        ("1", "2", "5.5", "2"), ("2", "1", "1", "0"), ("3", "0", "-", "0"), ("4", "0", "-", "0"),
    ]  # fmt: skip
    assert (len(rows), read) == (22, 3)
    assert {row["team"] for row in rows} == {"T-NSO"}
    assert "1 score was not from 1 to 7" in notes
    assert "Assessments, reviews and discharges were counted together." in notes
    assert "CANARY" not in notes + str(rows)


def test_questions_may_be_named_in_words_and_may_lack_some(raw_table, rewritten):
    header = ("Date completed", "Directorate", *WORDS[:10], "More help: mental health")
    rows, notes, _ = rewritten(LAYOUT, raw_table([header, ("2025-03-31", "NMH", *"1234567123", "7")]))
    assert [(row["item"], row["mean_score"]) for row in rows] == [
        (str(n), score) for n, score in enumerate("1234567123", 1)
    ]
    assert "Practical help you receive as item 10. Not in the file: 11." in notes


@pytest.mark.parametrize(("item", "words"), list(enumerate(WORDS, 1)))
def test_items_by_their_words_and_numbers(item, words):
    term = f"DIALOG patient rated outcome measure item {item} score - how satisfied are you with your {words}"
    for heading in (words, words.upper(), f"q{item}", f"Q{item:02d}", f"DIALOG_item_{item}", f"{item}", term):
        assert item_of_heading(heading) == (0 if heading == f"{item}" else item), heading
    assert item_of_heading(f"q{item} {words}") == item


@pytest.mark.parametrize(
    "heading",
    ["help1", "q12", "q0", "q1 physical health", "Mental health comments", "Do you need help with your job?",
     "Family name", "Mental health team", "Accommodation status", "Job title", "q1 notes", "score"],
)  # fmt: skip
def test_headings_that_are_no_score_of_an_item(heading):
    assert item_of_heading(heading) == 0


def test_two_columns_for_one_item_are_refused_by_name(raw_table, rewritten):
    table = raw_table([(*HEADER, "Mental health"), (*form("1", "2"), "3")])
    with pytest.raises(RefusedFileError, match="item 1 of DIALOG: q1 and Mental health"):
        rewritten(LAYOUT, table)


def test_a_heading_that_stands_twice_is_refused(raw_table, rewritten):
    with pytest.raises(RefusedFileError, match="completed_date stands more than once"):
        rewritten(LAYOUT, raw_table([(*HEADER, "Completed date"), (*form("1"), "")]))


def test_a_column_of_text_with_an_items_words_is_not_its_score(raw_table, rewritten):
    table = raw_table([(*HEADER, "Mental health"), (*form("1"), "calm"), (*form("2"), "sad")])
    rows, *_ = rewritten(LAYOUT, table)
    assert rows[0]["mean_score"] == "1.5"


def test_what_is_taken_for_such_a_file(raw_table):
    assert LAYOUT.fits(raw_table([("DIALOG extract",), HEADER, form("1")]))
    assert not LAYOUT.fits(raw_table([(*HEADER, "q12"), (*form("1"), "2")]))
    assert not LAYOUT.fits(raw_table([("client_ref", "completed_date", *QUESTIONS[:5])]))
    assert not LAYOUT.fits(raw_table([("client_ref", *QUESTIONS)]))
    assert not LAYOUT.fits(raw_table([HEADER, form(*["often"] * 11)]))


def test_templates_are_no_extracts(raw_table, kind):
    ours = raw_table([kind.row.columns(), ["1"] * len(kind.row.columns())])
    assert [
        each.name for each in LAYOUTS if each.name.startswith(("dialog", "fft_c")) and each.fits(ours)
    ] == []
