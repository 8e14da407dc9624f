"""The store: typed tables, row schemas, engine, transactions and migrations."""

from data_model.areas import Area, AreaAlias, AreaParent
from data_model.base import Base
from data_model.figures import MeasureValue
from data_model.forum import Driver, ForumEntry
from data_model.ideas import ChangeIdea, Target
from data_model.loads import ColumnMapping, Load, QuarantinedRow, RowChange, StartedLoad, StoreVersion
from data_model.oversight import OversightFigure
from data_model.paid_and_staying import PaymentCount, StayingCount
from data_model.projects import InvolvementRecord, QIProject, QIProjectState, QIProjectStateBorough
from data_model.public_figures import NHSFFTFigure, NHSStaffSurveyFigure, NHSTrust
from data_model.surveys import DialogScore, FFTCount, PulseCount, StaffSurveyCount
from data_model.taking_part import Meeting, Opportunity, Story, YouSaid
from data_model.workshops import Workshop

__all__ = [
    "Area",
    "AreaAlias",
    "AreaParent",
    "Base",
    "ChangeIdea",
    "ColumnMapping",
    "DialogScore",
    "Driver",
    "FFTCount",
    "ForumEntry",
    "InvolvementRecord",
    "Load",
    "MeasureValue",
    "Meeting",
    "NHSFFTFigure",
    "NHSStaffSurveyFigure",
    "NHSTrust",
    "Opportunity",
    "OversightFigure",
    "PaymentCount",
    "PulseCount",
    "QIProject",
    "QIProjectState",
    "QIProjectStateBorough",
    "QuarantinedRow",
    "RowChange",
    "StaffSurveyCount",
    "StartedLoad",
    "StayingCount",
    "StoreVersion",
    "Story",
    "Target",
    "Workshop",
    "YouSaid",
]
