"""How it feels to take part: pulse survey answers, payments on time, and who stays."""

import sqlalchemy as sa
from alembic import op

revision = "a8"
down_revision = "a7"
branch_labels = None
depends_on = None

_ANSWERS = ("strongly_disagree", "disagree", "neither", "agree", "strongly_agree")
_LATER = ("after_3_months", "after_6_months", "after_12_months")
_PLACE = ("month", "directorate_id", sa.text("coalesce(borough_id, 0)"), sa.text("coalesce(team_id, 0)"))


def upgrade() -> None:
    """Make the tables."""
    _make(
        "pulse_count",
        _ANSWERS,
        {"question_known": "question IN ('heard', 'supported', 'paid', 'stay')"},
        sa.Column("question", sa.String(length=30), nullable=False),
    )
    op.create_index("uq_pulse_count_month_area_question", "pulse_count", [*_PLACE, "question"], unique=True)
    _make("payment_count", ("claims", "paid_on_time"), {"paid_within_claims": "paid_on_time <= claims"})
    op.create_index("uq_payment_count_month_area", "payment_count", [*_PLACE], unique=True)
    within = {f"{column}_within_joined": f"{column} <= joined" for column in _LATER}
    _make("staying_count", ("joined", *_LATER), within)
    op.create_index("uq_staying_count_month_area", "staying_count", [*_PLACE], unique=True)


def _make(table: str, counts: tuple[str, ...], checks: dict[str, str], *more: sa.Column) -> None:
    """A table of counts by month and place. A place of none is a value of its own in its natural key."""
    checks = {**checks, **{f"{count}_not_negative": f"{count} >= 0" for count in counts}}
    places = ("directorate_id", "borough_id", "team_id")
    op.create_table(
        table,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=name != "directorate_id") for name in places),
        *more,
        *(sa.Column(count, sa.Integer(), nullable=True) for count in counts),
        sa.Column("load_id", sa.Integer(), nullable=False),
        *(sa.CheckConstraint(words, name=op.f(f"ck_{table}_{name}")) for name, words in checks.items()),
        *(sa.ForeignKeyConstraint([name], ["area.id"], name=f"fk_{table}_{name}") for name in places),
        sa.ForeignKeyConstraint(["load_id"], ["load.id"], name=f"fk_{table}_load_id"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
    )


def downgrade() -> None:
    """Drop the tables."""
    for table in ("staying_count", "payment_count", "pulse_count"):
        op.drop_table(table)
