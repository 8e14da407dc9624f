"""Workshops whose attendance list does not say who was who."""

import sqlalchemy as sa
from alembic import op

revision = "a6"
down_revision = "a5"
branch_labels = None
depends_on = None

_ROLES = ("service_users", "carers", "staff")
_NEW = ("unknown_role", "booked")
_NAME = "ck_workshop_{}"
# SQLite makes the table anew to change a column and forgets its checks, so they are handed over.
_CHECKS = {
    "mode_known": "mode IN ('in person', 'online', 'hybrid', 'phone')",
    "workshop_type_known": "workshop_type IN "
    "('co-production workshop', 'learning set', 'working together group', 'other')",
    "met_within_asked": "access_needs_met <= access_needs_asked",
    "positive_within_answers": "rating_positive <= rating_answers",
    **{
        f"{column}_not_negative": f"{column} >= 0"
        for column in (
            *_ROLES,
            "others",
            "access_needs_asked",
            "access_needs_met",
            "rating_answers",
            "rating_positive",
        )
    },
}


def _checks() -> tuple[sa.CheckConstraint, ...]:
    return tuple(sa.CheckConstraint(words, name=op.f(_NAME.format(name))) for name, words in _CHECKS.items())


def upgrade() -> None:
    """Let roles be unknown; add the people of unknown role, and bookings."""
    with op.batch_alter_table("workshop", table_args=_checks()) as batch:
        for role in _ROLES:
            batch.alter_column(role, existing_type=sa.Integer(), nullable=True)
        for column in _NEW:
            batch.add_column(sa.Column(column, sa.Integer(), nullable=True))
            batch.create_check_constraint(op.f(_NAME.format(f"{column}_not_negative")), f"{column} >= 0")


def downgrade() -> None:
    """Take it back. Refused while a workshop has unknown roles: the older tables could only say 0."""
    blank = " OR ".join(f"{role} IS NULL" for role in _ROLES)
    count = op.get_bind().scalar(sa.text(f"SELECT count(*) FROM workshop WHERE {blank} OR unknown_role > 0"))  # noqa: S608
    if count:
        raise RuntimeError(
            f"Workshops with people whose role is not known: {count}. An older version cannot hold them. "
            "Load them with their roles first, or undo the loads that brought them."
        )
    with op.batch_alter_table("workshop", table_args=_checks()) as batch:
        for column in _NEW:
            batch.drop_constraint(op.f(_NAME.format(f"{column}_not_negative")), type_="check")
            batch.drop_column(column)
        for role in _ROLES:
            batch.alter_column(role, existing_type=sa.Integer(), nullable=False)
