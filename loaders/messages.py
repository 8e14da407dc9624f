"""Tasks and messages as bytes, between the process that loads and the one that reads a file.

The bytes are plain numbers, text and lists. They are no protection against a reader that lies: reading
apart guards against files that eat memory or time, or that crash a library.
"""

from __future__ import annotations

import marshal
from datetime import date
from io import BufferedRWPair
from typing import Any

from loaders.matching import Known, ToldKnown
from loaders.reading import Again, Done, Message, Rows, Seen, Task
from loaders.report import RefusedFileError, UnknownHeadingsError
from loaders.tables import Hints

_MESSAGES: dict[str, type[Seen | Rows | Again | Done]] = {
    kind.__name__: kind for kind in (Seen, Rows, Again, Done)
}
_LENGTH = 8


class ReadingFaultError(RuntimeError):
    """Reading failed through a fault of ours; the text is the type of the error and its place, no data."""


def send(stream: BufferedRWPair, content: Any) -> None:  # noqa: ANN401 - plain content
    """Write plain content with its length before it."""
    body = marshal.dumps(content)
    stream.write(len(body).to_bytes(_LENGTH, "little"))
    stream.write(body)
    stream.flush()


def receive(stream: BufferedRWPair) -> Any:  # noqa: ANN401 - whatever was sent
    """Read what `send` wrote; ``None`` if the other end is gone."""
    head = stream.read(_LENGTH)
    if len(head) < _LENGTH:
        return None
    length = int.from_bytes(head, "little")
    body = stream.read(length)
    return marshal.loads(body) if len(body) == length else None  # noqa: S302 - see above


def pack_task(task: Task) -> dict[str, Any]:
    """A task as plain content."""
    hints = task.hints
    return {
        "name": hints.name,
        "kind": hints.kind,
        "today": hints.today.isoformat(),
        "as_at": hints.as_at.isoformat() if hints.as_at else None,
        "answers": dict(hints.answers),
        "mappings": {print_: (kind, dict(columns)) for print_, (kind, columns) in hints.mappings.items()},
        "known": task.known.as_sent() if task.known else None,
        "careful": task.careful,
        "most_rows": task.most_rows,
    }


def unpack_task(sent: dict[str, Any]) -> Task:
    """The task that `pack_task` packed."""
    known: Known | None = ToldKnown(sent["known"]) if sent["known"] else None
    as_at = date.fromisoformat(sent["as_at"]) if sent["as_at"] else None
    today = date.fromisoformat(sent["today"])
    hints = Hints(sent["name"], sent["kind"], today, as_at, sent["answers"], sent["mappings"])
    return Task(hints, known, sent["careful"], sent["most_rows"])


def pack_message(message: Message) -> tuple[Any, ...]:
    """A message as plain content."""
    return type(message).__name__, *message


def pack_refusal(refused: RefusedFileError) -> tuple[Any, ...]:
    """A refusal as plain content."""
    if isinstance(refused, UnknownHeadingsError):
        return "unknown", str(refused), refused.kind, refused.headings, refused.first
    return "refused", str(refused), refused.kind, refused.layout


def pack_fault(fault: str) -> tuple[str, str]:
    """A fault of ours as plain content."""
    return "fault", fault


def unpack_message(sent: tuple[Any, ...]) -> Message:
    """The message that was packed.

    Raises:
        RefusedFileError, UnknownHeadingsError, ReadingFaultError: what was packed instead of a message.
    """
    name, *content = sent
    if name == "unknown":
        raise UnknownHeadingsError(*content)
    if name == "refused":
        raise RefusedFileError(*content)
    if name == "fault":
        raise ReadingFaultError(*content)
    return _MESSAGES[name](*content)
