"""The same app as an ASGI application: warmed up before the first visitor, and quick after it.

`make run` serves this. The lifespan imports what every page needs, fills the caches once and freezes
the garbage collector: Streamlit collects after every run, and without the freeze each click pays
about 85 ms to look again at pandas, Arrow and Altair.
"""

from __future__ import annotations

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st
from starlette.middleware import Middleware

from ui.headers import SecurityHeaders
from ui.pulse import build_pulse_route
from ui.start_page import build_start_routes
from ui.take_away import build_take_away_route
from ui.warm_up import warm_up


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Warm up, then put everything that will stay out of the collector's sight."""
    warm_up()
    gc.collect()
    gc.freeze()
    yield


# Made here and not in `ui`: Streamlit serves this file as an app only where it reads such a call in its text.
# Middleware is the place for the gate (sign-in, media, uploads) when it comes.
app = st.App(
    "app.py",
    lifespan=lifespan,
    middleware=[Middleware(SecurityHeaders)],
    routes=[build_pulse_route(), build_take_away_route(), *build_start_routes()],
)
