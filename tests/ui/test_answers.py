"""The page of how it feels to take part: bars, who stays, and what it says where there is little."""

from html import unescape

from html_tables import tables_on

SCRIPT = "experience/taking_part.py"


def test_the_page_asks_are_people_heard_supported_paid_and_staying(
    sample_engine, open_app, words_of, alts_of, headings_of
):
    app = open_app(sample_engine, SCRIPT)
    assert headings_of(app) == [
        "What do people say about taking part?",
        "Do people who take part feel heard?",
        "Do people stay involved?",
        "For how long do people stay?",
        "Are people paid on time?",
    ]
    words = unescape(words_of(app))
    assert "People agree most often with “I felt supported”" in words
    assert "Answers from November 2025 to October 2026." in words
    assert "From October 2024 to September 2025, we count 795 people who joined." in words
    assert any(alt.endswith("Line over 12 months, from 100% to 52%.") for alt in alts_of(app))
    bars = next(e.value for e in app.markdown if 'class="answers"' in e.value)
    assert bars.count('class="answer"') == 4


def test_the_bars_and_their_table_say_the_same(sample_engine, open_app):
    app = open_app(sample_engine, SCRIPT, area="Forensics (directorate)")
    (table,) = [t for t in tables_on(app) if "Sentence" in t]
    bars = unescape(next(e.value for e in app.markdown if 'class="answers"' in e.value))
    assert all(int(count) >= 5 for count in table["How many"])
    for sentence, rows in table.groupby("Sentence"):
        agree = rows[rows["Answer"].str.contains("agree") & ~rows["Answer"].str.contains("disagree")]
        counts = sum(map(int, agree["How many"])), rows["Out of"].iloc[0]
        assert f"{sentence}</strong> <span>{counts[0]} of {counts[1]} agree" in bars


def test_little_and_nothing_are_said_in_words(sample_engine, open_app, words_of):
    words = unescape(words_of(open_app(sample_engine, SCRIPT, area="City of London (borough)")))
    assert "We have no answers to show here yet." in words
    assert "Nothing matches. You chose City of London and “Paid on time”." in words
    words = unescape(words_of(open_app(sample_engine, SCRIPT, area="Primary care (directorate)")))
    assert "It is too soon to show a pattern. We have 4 months and need at least 6." in words
    assert "It is too early to say how many people stay for a year." in words
