"""QI projects as dated states, and dated involvement records: what March looked like stays in March."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from data_model.base import AreaKey, Base, Code, Key, LoadKey, LongText, Name, Word, not_negative, one_of
from data_model.terms import AimResult, Involvement, ProjectStatus


class QIProject(Base):
    """One QI project, known by the id that its own system gave it."""

    __tablename__ = "qi_project"

    id: Mapped[Key]
    project_id: Mapped[Code] = mapped_column(unique=True)


class QIProjectState(Base):
    """What an export of day ``as_at`` said of a project. It holds until the next state."""

    __tablename__ = "qi_project_state"
    __table_args__ = (
        UniqueConstraint("qi_project_id", "as_at"),
        one_of("status", ProjectStatus),
        one_of("aim_result", AimResult),
        one_of("involvement", Involvement),
        CheckConstraint("end_date >= start_date", name="ends_after_start"),
        CheckConstraint("progress_score BETWEEN 0.5 AND 5.0", name="progress_score_range"),
        *not_negative("service_users", "carers"),
    )

    id: Mapped[Key]
    qi_project_id: Mapped[int] = mapped_column(ForeignKey("qi_project.id"))
    as_at: Mapped[date]
    title: Mapped[Name]
    directorate_id: Mapped[AreaKey]
    team_id: Mapped[int | None] = mapped_column(ForeignKey("area.id"))
    status: Mapped[Word]
    start_date: Mapped[date]
    end_date: Mapped[date | None]
    progress_score: Mapped[float | None]
    aim: Mapped[str | None] = mapped_column(LongText)
    aim_result: Mapped[Word | None]
    involvement: Mapped[Word | None]
    service_users: Mapped[int | None]
    carers: Mapped[int | None]
    load_id: Mapped[LoadKey]


class QIProjectStateBorough(Base):
    """A borough that a project works in, as one of its states said."""

    __tablename__ = "qi_project_state_borough"

    state_id: Mapped[int] = mapped_column(
        ForeignKey("qi_project_state.id", ondelete="CASCADE"), primary_key=True
    )
    borough_id: Mapped[int] = mapped_column(ForeignKey("area.id"), primary_key=True, index=True)


class InvolvementRecord(Base):
    """From this day on, a project involved people in this way. Carers are counted apart."""

    __tablename__ = "involvement_record"
    __table_args__ = (
        UniqueConstraint("qi_project_id", "from_date"),
        one_of("involvement", Involvement),
        *not_negative("service_users", "carers"),
    )

    id: Mapped[Key]
    qi_project_id: Mapped[int] = mapped_column(ForeignKey("qi_project.id"))
    from_date: Mapped[date]
    involvement: Mapped[Word]
    service_users: Mapped[int | None]
    carers: Mapped[int | None]
    note: Mapped[str | None] = mapped_column(LongText)
    load_id: Mapped[LoadKey]
