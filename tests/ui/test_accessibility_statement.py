"""The statement says only what is true: what is tested here, and by whom it is not."""

from pathlib import Path

from docs.generate_sentences import reading_age

TESTS = Path(__file__).resolve().parents[1]


def test_it_says_what_was_not_tested_and_whom_to_tell(sample_engine, open_app, words_of):
    words = words_of(open_app(sample_engine, "data/accessibility.py"))
    assert "We have not tried these pages with a screen reader." in words
    assert "Tell the people participation lead of your trust." in words
    assert "complies" not in words
    assert "WCAG" not in words, "nobody has checked these pages against it"


def test_what_it_claims_as_tested_is_tested():
    sources = {file.name: file.read_text(encoding="utf-8") for file in (TESTS / "browser").glob("test_*.py")}
    assert "check_with_axe(page" in sources["test_every_page.py"]
    assert "scrollWidth" in sources["test_every_page.py"]
    assert any("keyboard.press" in text for text in sources.values())


def test_it_can_be_read_at_eleven():
    from ui import accessibility_statement as statement  # noqa: PLC0415 - its words, not its page

    lines = [line for part in statement._PARTS.values() for line in part]
    assert reading_age(" ".join([*lines, statement._TELL, statement._WHY])) <= 11
