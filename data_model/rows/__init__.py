"""Row schemas: the cells of one row, as text, in; typed values or plain words about each cell, out."""

from data_model.rows.areas import AreaRow
from data_model.rows.base import ReadingContext, Row
from data_model.rows.forum import DriverRow, ForumEntryRow
from data_model.rows.ideas import ChangeIdeaRow, TargetRow
from data_model.rows.oversight import OversightRow
from data_model.rows.paid_and_staying import PaymentRow, StayingRow
from data_model.rows.problems import CellProblem, describe_errors
from data_model.rows.projects import InvolvementRow, QIProjectRow
from data_model.rows.public_figures import NHSFFTRow, NHSStaffSurveyRow, NHSTrustRow
from data_model.rows.surveys import DialogRow, FFTRow, PulseRow, StaffSurveyRow
from data_model.rows.taking_part import MeetingRow, OpportunityRow, StoryRow, YouSaidRow
from data_model.rows.workshops import WorkshopRow

__all__ = [
    "AreaRow",
    "CellProblem",
    "ChangeIdeaRow",
    "DialogRow",
    "DriverRow",
    "FFTRow",
    "ForumEntryRow",
    "InvolvementRow",
    "MeetingRow",
    "NHSFFTRow",
    "NHSStaffSurveyRow",
    "NHSTrustRow",
    "OpportunityRow",
    "OversightRow",
    "PaymentRow",
    "PulseRow",
    "QIProjectRow",
    "ReadingContext",
    "Row",
    "StaffSurveyRow",
    "StayingRow",
    "StoryRow",
    "TargetRow",
    "WorkshopRow",
    "YouSaidRow",
    "describe_errors",
]
