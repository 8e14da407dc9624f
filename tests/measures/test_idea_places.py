"""Where an idea is judged and on which pages it stands."""

from datetime import date

import pytest

from data_model.terms import AreaType, ChangeIdeaStatus
from measures.areas import AreaRef, AreaTree
from measures.change_ideas import ChangeIdea
from measures.idea_places import find_judged_area, is_tried_in
from measures.viewer import EVERYTHING, Viewer

TRUST, NORTH, SOUTH, TOWN, VILLAGE = 1, 2, 3, 4, 5
AREAS = AreaTree(
    [
        AreaRef(TRUST, "T", "Trust", AreaType.TRUST, None, frozenset()),
        AreaRef(NORTH, "N", "North", AreaType.DIRECTORATE, None, frozenset({TRUST})),
        AreaRef(SOUTH, "S", "South", AreaType.DIRECTORATE, None, frozenset({TRUST})),
        AreaRef(TOWN, "B-T", "Town", AreaType.BOROUGH, None, frozenset({NORTH, SOUTH})),
        AreaRef(VILLAGE, "B-V", "Village", AreaType.BOROUGH, None, frozenset({NORTH})),
    ]
)


def idea(directorate=None, borough=None):
    day = date(2025, 1, 1)
    return ChangeIdea(
        "I", "I", directorate, borough, "", "fft_positive", day, None, ChangeIdeaStatus.TESTING, "", ""
    )


@pytest.mark.parametrize(
    ("where", "judged"),
    [((NORTH, TOWN), NORTH), ((NORTH, None), NORTH), ((None, TOWN), TOWN), ((None, None), TRUST)],
)
def test_the_directorate_judges_first(where, judged):
    assert find_judged_area(idea(*where), AREAS, EVERYTHING).id == judged


def test_only_what_may_be_seen_judges():
    assert find_judged_area(idea(NORTH, TOWN), AREAS, Viewer("test", frozenset({TOWN}))).id == TOWN
    assert find_judged_area(idea(NORTH), AREAS, Viewer("test", frozenset({SOUTH}))) is None
    assert find_judged_area(idea(), AREAS, Viewer("test", frozenset({NORTH}))) is None


@pytest.mark.parametrize(
    ("where", "pages"),
    [
        ((None, None), {TRUST, NORTH, SOUTH, TOWN, VILLAGE}),
        ((NORTH, None), {TRUST, NORTH, TOWN, VILLAGE}),
        ((SOUTH, None), {TRUST, SOUTH, TOWN}),
        ((NORTH, VILLAGE), {TRUST, NORTH, VILLAGE}),
        ((None, TOWN), {TRUST, TOWN}),
    ],
)
def test_an_idea_stands_on_these_pages(where, pages):
    assert {a.id for a in AREAS.ordered() if is_tried_in(idea(*where), a)} == pages
