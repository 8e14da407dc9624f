"""The address of a view, and plain words where a link asks for what there is not."""

from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from ui.navigation import PAGES


def run(script, context=None, **link):
    app = AppTest.from_function(script, default_timeout=20)
    if context:
        app.context = context
    for name, value in link.items():
        app.query_params[name] = value
    app.session_state["copy-link"] = True  # somebody has opened the box
    app.run()
    assert not app.exception
    return app


def _copy():
    from ui.links import show_copy_link  # noqa: PLC0415 - the script of a page of its own

    show_copy_link()


def test_the_box_holds_the_address_with_all_choices():
    chosen = {"borough": "Tower Hamlets", "as": "local", "text": "Very large"}
    app = run(_copy, {"url": "https://dashboard.example.org/my-area"}, **chosen)
    address = urlsplit(app.code[0].value)
    assert f"{address.scheme}://{address.netloc}{address.path}" == "https://dashboard.example.org/my-area"
    assert {name: values[0] for name, values in parse_qs(address.query).items()} == chosen


def test_without_choices_the_address_is_bare():
    app = run(_copy, {"url": "https://dashboard.example.org"})
    assert app.code[0].value == "https://dashboard.example.org"


def _ask():
    from ui.links import is_known  # noqa: PLC0415 - as above

    is_known("measure", ["one", "two"], "You see one.")


@pytest.mark.parametrize(("asked", "said"), [("one", False), ("three", True), ("", True)])
def test_what_a_link_asks_for_is_there_or_the_page_says_so(asked, said):
    app = run(_ask, measure=asked)
    words = " ".join(e.proto.body for e in app.main if e.type == "html")
    assert ("which there is not here. You see one." in words) == said


def test_a_strange_link_is_shown_as_words_and_cut():
    app = run(_ask, measure="<script>alert()</script>" + "x" * 500)
    (words,) = [e.proto.body for e in app.main if e.type == "html"]
    assert "<script>" not in words
    assert len(words) < 300


@pytest.mark.parametrize("name", ["area", "dates", "text", "contrast", "as"])
def test_every_choice_of_every_page_falls_back(sample_engine, open_app, words_of, name):
    words = unescape(words_of(open_app(sample_engine, **{name: "Atlantis"})))
    assert words.count("The link asked for “Atlantis”, which there is not here.") == 1
    assert "You are looking at: East London NHS Foundation Trust, all months." in words


@pytest.mark.parametrize("script", [page.script for page in PAGES])
def test_every_page_has_its_link_and_leads_to_accessibility(sample_engine, open_app, script):
    app = open_app(sample_engine, script)
    assert "About accessibility" in [link.proto.label for link in app.get("page_link")]
