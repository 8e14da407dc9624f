"""Files that people have which are not our templates, each rewritten as rows of a template.

`LAYOUTS` is the one list; the first layout that fits a file is taken.
"""

from loaders.layouts.dialog_long import DialogLong
from loaders.layouts.dialog_wide import DialogWide
from loaders.layouts.eventbrite import Eventbrite
from loaders.layouts.fft_comments import FFTComments
from loaders.layouts.layout import Asked, Layout, Question, Rewritten
from loaders.layouts.microsoft_forms import MicrosoftForms
from loaders.layouts.nhs_fft import PublishedFFT
from loaders.layouts.nhs_fft_extract import ExtractedFFT
from loaders.layouts.nhs_staff_survey import StaffSurveyBenchmarks
from loaders.layouts.nhs_trusts import ODSTrusts
from loaders.layouts.paper_register import PaperRegister
from loaders.layouts.teams_joins import TeamsJoins
from loaders.layouts.teams_report import TeamsReport
from loaders.layouts.teams_translated import TeamsTranslated
from loaders.layouts.zoom_participants import ZoomParticipants
from loaders.layouts.zoom_registration import ZoomRegistration
from loaders.layouts.zoom_webinar import ZoomWebinar

LAYOUTS: tuple[Layout, ...] = (
    PublishedFFT(),
    ExtractedFFT(),
    ODSTrusts(),
    StaffSurveyBenchmarks(),
    DialogWide(),
    DialogLong(),
    FFTComments(),
    TeamsReport(),
    TeamsJoins(),
    TeamsTranslated(),
    ZoomWebinar(),
    ZoomParticipants(),
    ZoomRegistration(),
    Eventbrite(),
    MicrosoftForms(),
    PaperRegister(),
)

__all__ = ["LAYOUTS", "Asked", "Layout", "Question", "Rewritten"]
