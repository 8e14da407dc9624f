"""Who is looking. Sign-in comes later; until then every visitor may see everything."""

from __future__ import annotations

from starlette.requests import Request

from measures.viewer import EVERYTHING, Viewer


def current_viewer() -> Viewer:
    """The viewer of this run. The one door through which sign-in will come."""
    return EVERYTHING


def find_viewer(_request: Request) -> Viewer:
    """The viewer who asks for a file, where no page runs: the request brings its cookies, and no session."""
    return current_viewer()


def may_load(viewer: Viewer) -> bool:
    """Whether this viewer may load files and take loads back. The one place where a role will decide it."""
    return viewer.area_ids is None
