"""Whether people who take part are paid on time, and whether they stay. Counts, never a list of them."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from data_model.base import Base, Key, not_negative

# How many months after somebody joined it is asked whether they are still involved.
STAYING_MONTHS = (3, 6, 12)
STAYING_COLUMNS = tuple(f"after_{months}_months" for months in STAYING_MONTHS)


class PaymentCount(Base):
    """Claims for payment or expenses that were due in one month. Both counts null = suppressed."""

    __tablename__ = "payment_count"

    id: Mapped[Key]
    month: Mapped[date]
    directorate_id: Mapped[int] = mapped_column(ForeignKey("area.id"))
    borough_id: Mapped[int | None] = mapped_column(ForeignKey("area.id"))
    team_id: Mapped[int | None] = mapped_column(ForeignKey("area.id"))
    claims: Mapped[int | None]
    paid_on_time: Mapped[int | None]
    load_id: Mapped[int] = mapped_column(ForeignKey("load.id"))

    __table_args__ = (
        Index(
            "uq_payment_count_month_area",
            "month",
            "directorate_id",
            text("coalesce(borough_id, 0)"),
            text("coalesce(team_id, 0)"),
            unique=True,
        ),
        CheckConstraint("paid_on_time <= claims", name="paid_within_claims"),
        *not_negative("claims", "paid_on_time"),
    )


class StayingCount(Base):
    """People who joined in one month, and how many of them were still involved later.

    ``joined`` null = all counts suppressed; a later count alone is null where nobody has counted yet.
    """

    __tablename__ = "staying_count"

    id: Mapped[Key]
    month: Mapped[date]
    directorate_id: Mapped[int] = mapped_column(ForeignKey("area.id"))
    borough_id: Mapped[int | None] = mapped_column(ForeignKey("area.id"))
    team_id: Mapped[int | None] = mapped_column(ForeignKey("area.id"))
    joined: Mapped[int | None]
    after_3_months: Mapped[int | None]
    after_6_months: Mapped[int | None]
    after_12_months: Mapped[int | None]
    load_id: Mapped[int] = mapped_column(ForeignKey("load.id"))

    __table_args__ = (
        Index(
            "uq_staying_count_month_area",
            "month",
            "directorate_id",
            text("coalesce(borough_id, 0)"),
            text("coalesce(team_id, 0)"),
            unique=True,
        ),
        *(
            CheckConstraint(f"{column} <= joined", name=f"{column}_within_joined")
            for column in STAYING_COLUMNS
        ),
        *not_negative("joined", *STAYING_COLUMNS),
    )
