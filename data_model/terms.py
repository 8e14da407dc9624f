"""The field's fixed words, each spelt once: area types, statuses, levels, states of a figure."""

from __future__ import annotations

from enum import StrEnum


class AreaType(StrEnum):
    """What kind of place or part of the trust an area is."""

    TRUST = "trust"
    DIRECTORATE = "directorate"
    BOROUGH = "borough"
    TEAM = "team"


class ServiceType(StrEnum):
    """The kind of care an area gives."""

    MENTAL_HEALTH = "mental health"
    COMMUNITY = "community"
    CORPORATE = "corporate"


class ProjectStatus(StrEnum):
    """Where a QI project stands on a given day."""

    ACTIVE = "active"
    COMPLETED = "completed"
    PAUSED = "paused"
    STOPPED = "stopped"


class Involvement(StrEnum):
    """What a file may say of a project's involvement. A blank cell is none of these: not recorded."""

    BIG_I = "Big I"
    LITTLE_I = "Little I"
    BOTH = "Both"
    NONE = "None"


class InvolvementLevel(StrEnum):
    """The level that figures count. *None* and *not recorded* are two different things."""

    BIG_I = "big_i"
    LITTLE_I = "little_i"
    NONE = "none"
    NOT_RECORDED = "not_recorded"


class AimResult(StrEnum):
    """Whether a project met its aim."""

    MET = "met"
    NOT_MET = "not met"
    TOO_EARLY = "too early"
    NOT_KNOWN = "not known"


class WorkshopType(StrEnum):
    """What kind of meeting a row of the workshop register is."""

    WORKSHOP = "co-production workshop"
    LEARNING_SET = "learning set"
    WORKING_TOGETHER_GROUP = "working together group"
    OTHER = "other"


class WorkshopMode(StrEnum):
    """How people met."""

    IN_PERSON = "in person"
    ONLINE = "online"
    HYBRID = "hybrid"
    PHONE = "phone"


class ChangeIdeaStatus(StrEnum):
    """How far a change idea has come."""

    PLANNED = "planned"
    TESTING = "testing"
    ADOPTED = "adopted"
    ADAPTED = "adapted"
    ABANDONED = "abandoned"


class AnswerStatus(StrEnum):
    """What became of something that people said."""

    DONE = "done"
    IN_PROGRESS = "in progress"
    COULD_NOT = "could not"
    WAITING = "waiting"


class Teller(StrEnum):
    """As whom a person told a story."""

    SERVICE_USER = "service user"
    CARER = "carer"
    STAFF = "staff"


class ForumEntryType(StrEnum):
    """What a forum wrote down."""

    NOTE = "note"
    DECISION = "decision"
    ACTION = "action"
    BIG_I_PLAN = "big_i_plan"


class DriverType(StrEnum):
    """Where a box stands in a driver diagram, from the aim on the left to what was tried on the right."""

    AIM = "aim"
    PRIMARY = "primary"
    SECONDARY = "secondary"
    CHANGE_IDEA = "change idea"


class PulseQuestion(StrEnum):
    """What the pulse survey asks people who take part, in the order of a form."""

    HEARD = "heard"
    SUPPORTED = "supported"
    PAID = "paid"
    STAY = "stay"


class FigureState(StrEnum):
    """Why a figure is shown or not. Missing, suppressed and zero are three different things."""

    OBSERVED = "observed"
    MISSING = "missing"
    SUPPRESSED = "suppressed"
    TOO_EARLY = "too_early"


class LoadStatus(StrEnum):
    """How a load ended."""

    LOADED = "loaded"
    UNCHANGED = "unchanged"
    REFUSED = "refused"
    PREVIEWED = "previewed"
