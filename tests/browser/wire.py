"""What the server really sends to a browser: every message of its socket, taken apart.

A page may show less than it was sent, so a hidden number has to be looked for here.
"""

import io
import re
import time
from html import unescape
from typing import NamedTuple

import pandas as pd
import pyarrow as pa
from google.protobuf.json_format import MessageToDict
from html_tables import read_tables
from playwright.sync_api import Page, WebSocket
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

RUN_SECONDS, POLL_MILLISECONDS = 60, 20
# An identity is a hash and then the key that the page gave.
KEY = re.compile(r"^\$\$ID-[0-9a-f]+-(.+)$")
COLUMN = re.compile(r'<div style="[^"]+" title="([^"]+)">')  # of a chart in plain HTML
FOLDED = re.compile(r'<details class="folded ((?!working|changes)[\w-]+)"')


class Sent(NamedTuple):
    """One element as it was sent: its kind, its rows (charts and tables), all its words, and where it stands.

    ``key`` is its own key, or the name of the fold or the box around it, empty for none.
    """

    kind: str
    rows: pd.DataFrame | None
    words: str
    key: str


class Wire:
    """Everything that one page is sent, run by run."""

    def __init__(self, page: Page):
        self._page, self._messages = page, list[ForwardMsg]()
        page.on("websocket", self._listen)

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framereceived", lambda frame: self._messages.append(_parse(frame)))

    def forget(self) -> None:
        """Begin anew: what follows is of the next run."""
        self._messages.clear()

    def wait_until_finished(self) -> None:
        """Wait until a run has ended since; its charts need not be drawn."""
        until = time.monotonic() + RUN_SECONDS
        while not any(m.WhichOneof("type") == "script_finished" for m in self._messages):
            assert time.monotonic() < until, "the run did not end"
            self._page.wait_for_timeout(POLL_MILLISECONDS)

    def read(self) -> list[Sent]:
        """The elements sent since, in the order of the page; nothing that came is left out."""
        boxes = {
            tuple(m.metadata.delta_path): _key(m.delta.add_block.id)
            for m in self._messages
            if m.WhichOneof("type") == "delta" and m.delta.WhichOneof("type") == "add_block"
        }
        return [sent for m in self._messages for sent in _read(m, boxes)]


def _parse(frame: bytes | str) -> ForwardMsg:
    assert isinstance(frame, bytes), "the server sends messages in binary"
    return ForwardMsg.FromString(frame)


def _read(message: ForwardMsg, boxes: dict[tuple[int, ...], str]) -> list[Sent]:
    words = "\n".join(_strings(MessageToDict(message)))
    if message.WhichOneof("type") != "delta" or message.delta.WhichOneof("type") != "new_element":
        return [Sent(message.WhichOneof("type"), None, words, "")]
    element, path = message.delta.new_element, tuple(message.metadata.delta_path)
    kind = element.WhichOneof("type")
    around = next((boxes[path[:n]] for n in range(len(path), 0, -1) if boxes.get(path[:n])), "")
    if kind == "vega_lite_chart":
        chart = element.vega_lite_chart
        return [Sent(kind, _rows(chart.data.data), f"{chart.spec}\n{chart.alt}", around)]
    if kind == "html" and (tables := read_tables(element.html.body)):
        # One element may hold several tables, each in a fold of its own.
        keys = FOLDED.findall(element.html.body) or [around]
        found = [Sent("table", table, words, key) for table, key in zip(tables, keys, strict=True)]
        # A chart in plain HTML stands before its table.
        return [*_columns(element.html.body), *found]
    return [Sent(kind, None, words, around)]


def _columns(body: str) -> list[Sent]:
    """A chart in plain HTML, by what its columns say to a pointer: a month, and each of its parts."""
    said = [unescape(title).partition(": ") for title in COLUMN.findall(body)]
    rows = [(when, text) for when, _, parts in said for text in parts.split(", ")]
    return [Sent("columns", pd.DataFrame(rows, columns=["when", "text"]), "", "")] if rows else []


def _rows(content: bytes) -> pd.DataFrame:
    return pa.ipc.open_stream(io.BytesIO(content)).read_pandas() if content else pd.DataFrame()


def _key(identity: str) -> str:
    found = KEY.search(identity)
    return found[1] if found else ""


def _strings(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for each in value.values() for text in _strings(each)]
    if isinstance(value, list):
        return [text for each in value for text in _strings(each)]
    return [str(value)]
