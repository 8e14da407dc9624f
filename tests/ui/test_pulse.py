"""The version that a screen asks for every few seconds."""

import threading

import pytest
from sqlalchemy.exc import OperationalError
from starlette.requests import Request

from ui import pulse
from ui.pulse import UNREADABLE_WORD, build_pulse_route, is_pulse_served


@pytest.fixture
def ask(monkeypatch):
    """``ask()`` gives what a browser is told."""
    monkeypatch.setattr(pulse, "_is_served", threading.Event())
    assert not is_pulse_served()
    route = build_pulse_route()
    assert is_pulse_served()
    assert route.path == "/pulse"
    return lambda: route.endpoint(Request({"type": "http"}))


def test_it_tells_the_version_and_nothing_is_kept_of_it(ask, monkeypatch):
    monkeypatch.setattr(pulse, "read_version", lambda: 17)
    answer = ask()
    assert (answer.status_code, answer.body) == (200, b"17")
    assert answer.headers["cache-control"] == "no-store"


def test_a_store_that_cannot_be_read_is_told_as_a_word_and_is_no_fault(ask, monkeypatch):
    def gone():
        raise OperationalError("select", {}, Exception("the disk is gone"))

    monkeypatch.setattr(pulse, "read_version", gone)
    answer = ask()
    assert (answer.status_code, answer.body) == (200, UNREADABLE_WORD.encode())
