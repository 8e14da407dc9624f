"""Stored rows found by key: the same ones that reading the whole table and looking through it finds."""

from datetime import date
from itertools import product

import pytest
from sqlalchemy import UniqueConstraint

from data_model.store import reading, writing
from loaders.kinds import KINDS
from loaders.stored_rows import holds_any, query_matching

FFT = KINDS["fft"]
ANSWERS = dict.fromkeys(("very_good", "good", "neither", "poor", "very_poor", "dont_know"), 3)


@pytest.fixture
def ids(store, exported):
    """Ids of a directorate, a borough and a team."""
    from loaders.matching import Known  # noqa: PLC0415 - only here

    with reading(store) as session:
        by_code = Known(session).areas.by_code
    return tuple(by_code[code].id for code in ("NMH", "B-NE", "T-NSO"))


def records(ids, months):
    directorate, borough, team = ids
    return [
        {"month": month, "directorate_id": directorate, "borough_id": b, "team_id": t, **ANSWERS}
        for month, b, t in product(months, (None, borough), (None, team))
    ]


def test_an_empty_table_holds_nothing(store):
    with reading(store) as session:
        assert not holds_any(session, FFT)


def test_a_blank_borough_or_team_is_a_place_of_its_own(store, load, ids):
    load(
        "month | directorate | borough | team | very_good | good | neither | poor | very_poor | dont_know\n"
        + "\n".join(
            f"{month} | NMH | {b} | {t} | 3 | 3 | 3 | 3 | 3 | 3"
            for month, b, t in product(("2025-03", "2025-04"), ("", "B-NE"), ("", "T-NSO"))
        )
    )
    wanted = records(ids, [date(2025, 4, 1), date(2025, 5, 1)])
    with reading(store) as session:
        assert holds_any(session, FFT)
        everything = FFT.query_stored(session)
        found = query_matching(session, FFT, wanted)
    assert len(everything) == 8
    assert found == {key: row for key, row in everything.items() if key[0] == date(2025, 4, 1)}
    assert len(found) == 4


def test_asking_again_in_one_transaction_forgets_what_was_asked_before(store, load, ids):
    load(
        "month | directorate | very_good | good | neither | poor | very_poor | dont_know\n"
        "2025-03 | NMH | 3 | 3 | 3 | 3 | 3 | 3\n2025-04 | NMH | 3 | 3 | 3 | 3 | 3 | 3"
    )
    with writing(store) as session:
        for month in (date(2025, 3, 1), date(2025, 4, 1)):
            found = query_matching(session, FFT, records(ids, [month]))
            assert [key[0] for key in found] == [month]
        session.info["changed"] = False


@pytest.mark.parametrize("name", [name for name, kind in KINDS.items() if kind.streams])
def test_every_streaming_kind_keeps_its_whole_key_in_its_table(name):
    # Otherwise the join by key would not be the key.
    kind = KINDS[name]
    assert set(kind.key) <= set(kind.table.c.keys())
    unique = [index for index in kind.table.indexes if index.unique]
    unique += [c for c in kind.table.constraints if isinstance(c, UniqueConstraint)]
    assert unique, "the store itself refuses a key twice"
