"""Larger text and stronger contrast: in the sidebar, in the link, and nothing else changes."""

import pytest

from ui.text_size import write_style


def styles(app):
    """Style sheets alone are sent beside the page, not in it."""
    return "".join(e.proto.body for e in app.get("html") if "<style>" in e.proto.body)


@pytest.mark.parametrize(("size", "pixels"), [("Large", 20), ("Very large", 26)])
def test_text_grows_and_charts_grow_with_it(size, pixels):
    style = write_style(size, "Standard")
    assert f"font-size: {pixels}px" in style
    assert "zoom: 1." in style
    assert "{{" not in style


def test_standard_choices_add_nothing():
    assert write_style("Standard", "Standard") == ""
    assert write_style("no such size", "no such contrast") == ""


def test_both_choices_come_from_the_link(sample_engine, open_app):
    app = open_app(sample_engine, text="Very large", contrast="High")
    assert app.sidebar.radio(key="text").value == "Very large"
    assert "font-size: 26px" in styles(app)
    assert "#FFEB3B" in styles(app)
    app.sidebar.radio(key="text").set_value("Standard").run()
    assert "font-size: 26px" not in styles(app)


def test_the_choices_are_behind_one_press(sample_engine, open_app):
    app = open_app(sample_engine)
    assert "Text size and contrast" in [box.label for box in app.sidebar.expander]
    assert "text" not in [radio.key for radio in app.sidebar.radio]


def test_the_sentences_stay_the_same(sample_engine, open_app, alts_of):
    plain, large = open_app(sample_engine), open_app(sample_engine, text="Large", contrast="High")
    alts = [alts_of(app) for app in (plain, large)]
    assert alts[0] == alts[1]
