import io
import socket
import threading
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data_model.terms import AreaType
from loaders.matching import ToldKnown
from loaders.messages import (
    ReadingFaultError,
    pack_fault,
    pack_message,
    pack_refusal,
    pack_task,
    receive,
    send,
    unpack_message,
    unpack_task,
)
from loaders.reading import Again, Done, Rows, Seen, Task
from loaders.report import RefusedFileError, UnknownHeadingsError
from loaders.tables import Hints

SENT_KNOWN = {
    "areas": [(7, "NMH", "Newham – mental health", AreaType.DIRECTORATE, None, [1, 2], ["N & M"])],
    "projects": {"QI-1": 3},
    "idea_ids": ["I-1"],
    "drivers": {"D1": {"parent_id": None, "directorate_id": 7}},
    "trusts": [2, "2025-04-01"],
    "measure_units": {"big_i_new": "percent"},
}
QUICK = settings(max_examples=50, deadline=None, derandomize=True)
# Any text: also what UTF-8 cannot write, since a cell may hold it.
TEXT = st.text(st.characters(exclude_categories=()), max_size=20)
CELL = st.one_of(st.none(), TEXT, st.integers(), st.floats(allow_nan=False), st.dates().map(date.isoformat))
PROBLEM = st.tuples(st.integers(0, 2**40), st.one_of(st.none(), TEXT), TEXT, TEXT, TEXT)
ASIDE = st.lists(st.tuples(st.integers(0, 2**40), st.dictionaries(TEXT, TEXT)), max_size=2)
COUNT = st.integers(0, 2**40)
MESSAGES = st.one_of(
    st.builds(Seen, TEXT, st.one_of(st.none(), TEXT)),
    st.builds(Rows, COUNT, COUNT, st.dictionaries(TEXT, st.lists(CELL)), st.lists(PROBLEM), ASIDE),
    st.just(Again()),
    st.builds(Done, COUNT, st.lists(TEXT)),
)
HINTS = st.builds(
    Hints,
    TEXT,
    st.one_of(st.none(), TEXT),
    st.dates(),
    st.one_of(st.none(), st.dates()),
    st.dictionaries(TEXT, TEXT),
    st.dictionaries(TEXT, st.tuples(TEXT, st.dictionaries(TEXT, TEXT)), max_size=2),
)


def sent(content):
    """The same content after a walk through a channel."""
    stream = io.BytesIO()
    send(stream, content)  # type: ignore[arg-type]
    stream.seek(0)
    return receive(stream)  # type: ignore[arg-type]


@given(message=MESSAGES)
@QUICK
def test_a_message_arrives_as_it_was_sent(message):
    arrived = unpack_message(sent(pack_message(message)))
    assert (type(arrived), repr(arrived)) == (type(message), repr(message))


@given(hints=HINTS, careful=st.booleans(), most_rows=st.one_of(st.none(), st.integers(0)))
@QUICK
def test_a_task_arrives_as_it_was_sent(hints, careful, most_rows):
    task = Task(hints, None, careful, most_rows)
    assert unpack_task(sent(pack_task(task))) == task


def test_what_rows_are_matched_with_arrives_whole(today):
    known = ToldKnown(SENT_KNOWN)
    told = unpack_task(sent(pack_task(Task(Hints("a.csv", None, today), known)))).known
    assert told is not None
    assert told.as_sent() == known.as_sent()
    assert told.areas.by_id == known.areas.by_id
    assert told.areas.find("n and m", AreaType.DIRECTORATE) == 7


def test_refusals_and_faults_arrive_as_errors():
    with pytest.raises(RefusedFileError, match="too large") as refused:
        unpack_message(sent(pack_refusal(RefusedFileError("too large", "fft"))))
    assert refused.value.kind == "fft"
    unknown = UnknownHeadingsError("which?", None, ["a", "b"], [("1", "2")])
    with pytest.raises(UnknownHeadingsError) as mapped:
        unpack_message(sent(pack_refusal(unknown)))
    assert (mapped.value.headings, mapped.value.first) == (("a", "b"), (("1", "2"),))
    with pytest.raises(ReadingFaultError, match="ValueError at here:1"):
        unpack_message(sent(pack_fault("ValueError at here:1")))


@pytest.mark.parametrize("keep", [0, 3, 8, 10])
def test_a_message_that_is_cut_off_is_no_message(keep):
    stream = io.BytesIO()
    send(stream, ("Seen", "fft", None))  # type: ignore[arg-type]
    assert receive(io.BytesIO(stream.getvalue()[:keep])) is None  # type: ignore[arg-type]


def test_messages_of_any_size_pass_through_a_channel():
    ours, theirs = socket.socketpair()
    content = {"text": "x" * 3_000_000, "numbers": list(range(1000))}
    with ours, theirs, ours.makefile("rwb") as out, theirs.makefile("rwb") as back:
        writer = threading.Thread(target=send, args=(out, content))
        writer.start()
        assert receive(back) == content
        writer.join()
