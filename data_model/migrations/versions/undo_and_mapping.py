"""Loads can be undone, and the columns of other people's files are remembered."""

import sqlalchemy as sa
from alembic import op

revision = "a3"
down_revision = "a2"
branch_labels = None
depends_on = None

_SURVEYS = ("fft_count", "dialog_score", "staff_survey_count")


def upgrade() -> None:
    """Say of a load whether it was undone; make the table of column mappings; drop slow indexes."""
    with op.batch_alter_table("load") as batch:
        batch.add_column(sa.Column("undone_at", sa.DateTime(), nullable=True))
        batch.add_column(sa.Column("undone_by", sa.String(length=300), nullable=True))
    # A load of a million rows is a third faster without each of these, and no page looks rows up by them.
    for table in _SURVEYS:
        op.drop_index(f"ix_{table}_load_id", table)
        op.drop_index(f"ix_{table}_directorate_id", table)
    op.create_table(
        "column_mapping",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("columns", sa.JSON(), nullable=False),
        sa.Column("saved_at", sa.DateTime(), nullable=False),
        sa.Column("saved_by", sa.String(length=300), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_column_mapping")),
        sa.UniqueConstraint("fingerprint", name=op.f("uq_column_mapping_fingerprint")),
    )


def downgrade() -> None:
    """Take it all back."""
    for table in _SURVEYS:
        op.create_index(f"ix_{table}_directorate_id", table, ["directorate_id"])
        op.create_index(f"ix_{table}_load_id", table, ["load_id"])
    op.drop_table("column_mapping")
    with op.batch_alter_table("load") as batch:
        batch.drop_column("undone_by")
        batch.drop_column("undone_at")
