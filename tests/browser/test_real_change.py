"""T4: a director reads "real" only where a rule that may decide fired on the newest figure.

How often chance alone makes us say so is simulated in tests/benchmarks and by benchmarks.false_alarms.
"""

import re

import pytest

from data_model.store import connect, reading
from data_model.terms import AreaType
from measures.areas import query_areas
from measures.definitions import read_definitions
from measures.series_reader import query_series
from measures.viewer import EVERYTHING

REAL = re.compile(r"(?<!no sign of )\breal\b", re.IGNORECASE)
SEATS, NEW = "big_i_active", "big_i_new"
# A real rise of new projects, and a fall. Among the small pictures are all of them and one month by itself.
PLACES = {
    "Tower Hamlets mental health (directorate)": (False, True),
    "Bedford (borough)": (False, False),
}


@pytest.fixture(scope="module")
def series_of(running_app):
    """``series_of(measure, label)``: the series behind a chart, with what each rule found."""
    engine = connect(running_app.database)
    with reading(engine) as session:
        areas = query_areas(session).ordered()
        read = {m: query_series(session, EVERYTHING, m, [a.id for a in areas]) for m in (SEATS, NEW)}
    engine.dispose()
    labels = {f"{a.name} ({a.type})": a.id for a in areas}
    return lambda measure, label: next(s for s in read[measure] if s.area.id == labels[label])


def has_fired(series):
    """Whether a rule that may decide for this measure fired on the last point, towards the better."""
    if series.result is None or not series.observed:
        return False
    last, deciding = series.observed[-1], read_definitions()[series.definition.id].deciding_rules
    fired = any(series.result.hits[rule][last] for rule in deciding)
    return bool(fired) and series.result.special_cause[last] == "improvement"


def test_real_is_said_only_where_a_deciding_rule_fired(start_task, wait_until_drawn, series_of):
    task = start_task("/big-i")
    panels = task.page.locator(".multiple")
    panels.first.wait_for()
    said = {panel.get_by_role("heading").inner_text(): panel.inner_text() for panel in panels.all()}
    assert len(said) == 14
    for name, words in said.items():
        assert not REAL.search(words) or has_fired(series_of(SEATS, f"{name} ({AreaType.DIRECTORATE})"))
    for label, expected in PLACES.items():
        task.choose("Area", label)
        task.page.get_by_text(
            f"You are looking at: {label.rpartition(' (')[0]}, all months."
        ).first.wait_for()
        wait_until_drawn()
        sentences = task.page.locator(".sentence").all_inner_texts()[:2]
        claims = tuple(bool(REAL.search(sentence)) for sentence in sentences)
        assert claims == expected, sentences
        fired = [has_fired(series_of(measure, label)) for measure in (SEATS, NEW)]
        assert all(may for claim, may in zip(claims, fired, strict=True) if claim)
    assert task.report("T4 (2 areas)") == 2 * len(PLACES)
