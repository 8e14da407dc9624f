"""The version of the store for a screen that asks every few seconds, without a run of its page.

A run that shows nothing new costs the server ten times as much. Only the app as `asgi.py` serves it answers
here; elsewhere the screen's own tick asks.
"""

from __future__ import annotations

import threading

from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from ui.store import UNREADABLE, read_version

UNREADABLE_WORD = "unreadable"
_is_served = threading.Event()


def build_pulse_route() -> Route:
    """The route for the app that answers; from now on screens ask there."""
    _is_served.set()
    return Route("/pulse", _answer)


def is_pulse_served() -> bool:
    """Whether this app answers."""
    return _is_served.is_set()


def _answer(_request: Request) -> PlainTextResponse:
    try:
        version = str(read_version())
    except UNREADABLE:
        version = UNREADABLE_WORD
    return PlainTextResponse(version, headers={"Cache-Control": "no-store"})
