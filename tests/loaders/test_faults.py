import logging

import pytest
from sqlalchemy.exc import OperationalError

from loaders.faults import describe_fault


def caught(error: Exception) -> Exception:
    try:
        raise error
    except Exception as raised:
        return raised


def test_a_fault_has_a_reference_that_the_log_knows_and_no_data(caplog):
    with caplog.at_level(logging.ERROR, logger="loaders"):
        sentence = describe_fault(caught(ValueError("Pat Example, 07700 900123")))
    [line] = caplog.messages
    reference = line.split()[1].rstrip(":")
    assert reference in sentence
    assert "ValueError at test_faults.py" in line
    assert "Pat" not in line + sentence


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("database is locked", "The store is busy"),
        ("database or disk is full", "The disk is full"),
        ("attempt to write a readonly database", "can only be read"),
    ],
)
def test_known_troubles_of_a_store_are_named(text, words):
    error = caught(OperationalError("INSERT", {}, Exception(text)))
    assert describe_fault(error).startswith(words) or words in describe_fault(error)


def test_a_lost_connection_is_named():
    error = OperationalError("INSERT", {}, Exception("gone"), connection_invalidated=True)
    assert "connection to the store was lost" in describe_fault(caught(error))


def test_a_trouble_is_named_also_where_the_rollback_failed_because_of_it(caplog):
    try:
        try:
            raise OperationalError("INSERT", {}, Exception("database or disk is full"))
        finally:
            raise OperationalError("ROLLBACK TO SAVEPOINT", {}, Exception("no such savepoint"))
    except OperationalError as error:
        assert describe_fault(error).startswith("The disk is full.")
    assert "OperationalError at test_faults.py" in caplog.text
