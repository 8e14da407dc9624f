"""Where a change idea was tried: whose figures judge it, and on which area's page it stands."""

from __future__ import annotations

from data_model.terms import AreaType
from measures.areas import AreaRef, AreaTree
from measures.change_ideas import ChangeIdea
from measures.viewer import Viewer


def find_judged_area(idea: ChangeIdea, areas: AreaTree, viewer: Viewer) -> AreaRef | None:
    """The area whose figures say what followed: its directorate, else its borough, else the trust.

    An idea of a directorate in one borough is judged by the directorate, whose forum owns it. None where the
    viewer may see no such area.
    """
    named = [a for a in (idea.directorate_id, idea.borough_id) if a is not None]
    wanted = named or [a.id for a in areas.of_type(AreaType.TRUST)]
    return next((areas.by_id[a] for a in viewer.only(wanted) if a in areas.by_id), None)


def is_tried_in(idea: ChangeIdea, area: AreaRef) -> bool:
    """Whether an idea stands on the page of an area: its own, one for everywhere, or one from above it.

    The trust's page shows every idea. An idea of a directorate in one borough is not of its other boroughs.
    """
    if area.type == AreaType.TRUST or (idea.directorate_id is None and idea.borough_id is None):
        return True
    if idea.borough_id is not None:
        return area.id in (idea.borough_id, idea.directorate_id)
    return area.id == idea.directorate_id or idea.directorate_id in area.parents
