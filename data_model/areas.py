"""Areas: the trust, its directorates, the boroughs they serve, and teams."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from data_model.base import Base, Code, Key, LoadKey, Name, PlainText, Word, one_of
from data_model.terms import AreaType, ServiceType


class Area(Base):
    """One area. Its code is what files and links call it."""

    __tablename__ = "area"
    __table_args__ = (one_of("area_type", AreaType), one_of("service_type", ServiceType))

    id: Mapped[Key]
    area_code: Mapped[Code] = mapped_column(unique=True)
    area_name: Mapped[Name]
    area_type: Mapped[Word]
    service_type: Mapped[Word | None]
    load_id: Mapped[LoadKey]


class AreaParent(Base):
    """One area belongs to another. A borough may be served by several directorates."""

    __tablename__ = "area_parent"
    __table_args__ = (CheckConstraint("area_id <> parent_id", name="not_its_own_parent"),)

    area_id: Mapped[int] = mapped_column(ForeignKey("area.id", ondelete="CASCADE"), primary_key=True)
    parent_id: Mapped[int] = mapped_column(ForeignKey("area.id"), primary_key=True, index=True)


class AreaAlias(Base):
    """Another name that files use for an area (`C&H`, `IAPT`); unique within one area type."""

    __tablename__ = "area_alias"
    __table_args__ = (UniqueConstraint("area_type", "alias_key"), one_of("area_type", AreaType))

    id: Mapped[Key]
    area_id: Mapped[int] = mapped_column(ForeignKey("area.id", ondelete="CASCADE"), index=True)
    area_type: Mapped[Word]
    alias: Mapped[Name]
    alias_key: Mapped[str] = mapped_column(PlainText(300))
