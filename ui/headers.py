"""Security headers on every answer, and no caching of what a visitor downloads."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.screen_script import SCREEN_SCRIPT
from ui.start_page import write_start_page

_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def allowed_inline_scripts(index_page: str) -> list[str]:
    """The Content-Security-Policy hash of each inline script of a page, so that no other one may run."""
    scripts = _INLINE_SCRIPT.findall(index_page)
    return [f"'sha256-{b64encode(sha256(s.encode()).digest()).decode()}'" for s in scripts]


def build_headers() -> dict[str, str]:
    """The headers for every answer. Scripts may be those of Streamlit's start page and the one of ours."""
    own = f"{write_start_page()}<script>{SCREEN_SCRIPT}</script>"
    own_scripts = " ".join(allowed_inline_scripts(own))
    policy = (
        f"default-src 'self'; script-src 'self' 'wasm-unsafe-eval' {own_scripts}; "
        "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        "connect-src 'self' ws: wss:; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; "
        "frame-ancestors 'self'"
    )
    return {
        "Content-Security-Policy": policy,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "X-Frame-Options": "SAMEORIGIN",
    }


class SecurityHeaders:
    """ASGI middleware that adds the headers to each HTTP answer; websockets pass untouched."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._headers = build_headers()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the call on, adding the headers when the answer starts."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
                if scope["path"].startswith("/media"):
                    headers["Cache-Control"] = "no-store"
            await send(message)

        await self._app(scope, receive, send_with_headers if scope["type"] == "http" else send)
