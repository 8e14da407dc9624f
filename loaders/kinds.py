"""All kinds of file, in the order in which they must be loaded, and which kind a header belongs to."""

from __future__ import annotations

from loaders.areas import Areas
from loaders.change_ideas import ChangeIdeas
from loaders.dialog import Dialog
from loaders.drivers import Drivers
from loaders.fft import FFT
from loaders.forum_entries import ForumEntries
from loaders.involvement import Involvement
from loaders.kind import Kind
from loaders.meetings import Meetings
from loaders.nhs_fft import NHSFFT
from loaders.nhs_oversight import NHSOversight
from loaders.nhs_staff_survey import NHSStaffSurvey
from loaders.nhs_trusts import NHSTrusts
from loaders.opportunities import Opportunities
from loaders.payments import Payments
from loaders.pulse import Pulse
from loaders.qi_projects import QIProjects
from loaders.staff_survey import StaffSurvey
from loaders.staying import Staying
from loaders.stories import Stories
from loaders.targets import Targets
from loaders.workshops import Workshops
from loaders.you_said import YouSaidWeDid

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Areas(),
        QIProjects(),
        Involvement(),
        Workshops(),
        FFT(),
        Dialog(),
        StaffSurvey(),
        Pulse(),
        Payments(),
        Staying(),
        ChangeIdeas(),
        Targets(),
        Opportunities(),
        YouSaidWeDid(),
        Meetings(),
        Stories(),
        ForumEntries(),
        Drivers(),
        NHSOversight(),
        NHSFFT(),
        NHSTrusts(),
        NHSStaffSurvey(),
    )
}


def loading_order(kind: str | None) -> int:
    """Where a kind stands in the order of loading: what others refer to comes first."""
    return list(KINDS).index(kind) if kind in KINDS else len(KINDS)
