"""Survey counts, national figures, ideas, targets and figures."""

import sqlalchemy as sa
from alembic import op

revision = "a2"
down_revision = "a1"
branch_labels = None
depends_on = None

# A blank borough, team or area is a value of its own in these keys; two nulls would not collide.
_AREA_KEYS = (
    (
        "uq_fft_count_month_area",
        "fft_count",
        ("month", "directorate_id", "coalesce(borough_id, 0)", "coalesce(team_id, 0)"),
    ),
    (
        "uq_dialog_score_month_area_item",
        "dialog_score",
        ("month", "directorate_id", "coalesce(borough_id, 0)", "coalesce(team_id, 0)", "item"),
    ),
    (
        "uq_staff_survey_count_month_area",
        "staff_survey_count",
        ("month", "directorate_id", "coalesce(team_id, 0)"),
    ),
    ("uq_target_measure_area_from", "target", ("measure", "coalesce(area_id, 0)", "from_date")),
)


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "oversight_figure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("trust_code", sa.String(length=60), nullable=False),
        sa.Column("trust_name", sa.String(length=300), nullable=False),
        sa.Column("metric_id", sa.String(length=60), nullable=False),
        sa.Column("metric_description", sa.String(length=300), nullable=False),
        sa.Column("reporting_date", sa.String(length=60), nullable=False),
        sa.Column("quarter", sa.String(length=30), nullable=False),
        sa.Column("units", sa.String(length=30), nullable=False),
        sa.Column("value", sa.Double(), nullable=True),
        sa.Column("median_value", sa.Double(), nullable=True),
        sa.Column("lower_quartile", sa.Double(), nullable=True),
        sa.Column("upper_quartile", sa.Double(), nullable=True),
        sa.Column("rank", sa.Double(), nullable=True),
        sa.Column("load_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["load_id"], ["load.id"], name="fk_oversight_figure_load_id"),
        sa.PrimaryKeyConstraint("id", name="pk_oversight_figure"),
        sa.UniqueConstraint(
            "trust_code",
            "metric_id",
            "reporting_date",
            name="uq_oversight_figure_trust_code_metric_id_reporting_date",
        ),
    )
    op.create_index("ix_oversight_figure_load_id", "oversight_figure", ["load_id"])
    op.create_table(
        "change_idea",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("idea_id", sa.String(length=60), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("directorate_id", sa.Integer(), nullable=True),
        sa.Column("borough_id", sa.Integer(), nullable=True),
        sa.Column("measure", sa.String(length=60), nullable=False),
        sa.Column("start_date", sa.Date(), nullable=False),
        sa.Column("end_date", sa.Date(), nullable=True),
        sa.Column("status", sa.String(length=30), nullable=False),
        sa.Column("prediction", sa.Text(), nullable=True),
        sa.Column("what_happened", sa.Text(), nullable=True),
        sa.Column("load_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "status IN ('planned', 'testing', 'adopted', 'adapted', 'abandoned')",
            name=op.f("ck_change_idea_status_known"),
        ),
        sa.CheckConstraint("end_date >= start_date", name=op.f("ck_change_idea_ends_after_start")),
        sa.ForeignKeyConstraint(["borough_id"], ["area.id"], name="fk_change_idea_borough_id"),
        sa.ForeignKeyConstraint(["directorate_id"], ["area.id"], name="fk_change_idea_directorate_id"),
        sa.ForeignKeyConstraint(["load_id"], ["load.id"], name="fk_change_idea_load_id"),
        sa.PrimaryKeyConstraint("id", name="pk_change_idea"),
        sa.UniqueConstraint("idea_id", name="uq_change_idea_idea_id"),
    )
    op.create_index("ix_change_idea_borough_id", "change_idea", ["borough_id"])
    op.create_index("ix_change_idea_directorate_id", "change_idea", ["directorate_id"])
    op.create_index("ix_change_idea_load_id", "change_idea", ["load_id"])
    op.create_table(
        "dialog_score",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("directorate_id", sa.Integer(), nullable=False),
        sa.Column("borough_id", sa.Integer(), nullable=True),
        sa.Column("team_id", sa.Integer(), nullable=True),
        sa.Column("item", sa.Integer(), nullable=False),
        sa.Column("answered", sa.Integer(), nullable=True),
        sa.Column("mean_score", sa.Double(), nullable=True),
        sa.Column("satisfied", sa.Integer(), nullable=True),
        sa.Column("load_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("answered >= 0", name=op.f("ck_dialog_score_answered_not_negative")),
        sa.CheckConstraint("item BETWEEN 1 AND 11", name=op.f("ck_dialog_score_item_range")),
        sa.CheckConstraint("mean_score BETWEEN 1 AND 7", name=op.f("ck_dialog_score_mean_score_range")),
        sa.CheckConstraint("satisfied <= answered", name=op.f("ck_dialog_score_satisfied_within_answered")),
        sa.CheckConstraint("satisfied >= 0", name=op.f("ck_dialog_score_satisfied_not_negative")),
        sa.ForeignKeyConstraint(["borough_id"], ["area.id"], name="fk_dialog_score_borough_id"),
        sa.ForeignKeyConstraint(["directorate_id"], ["area.id"], name="fk_dialog_score_directorate_id"),
        sa.ForeignKeyConstraint(["load_id"], ["load.id"], name="fk_dialog_score_load_id"),
        sa.ForeignKeyConstraint(["team_id"], ["area.id"], name="fk_dialog_score_team_id"),
        sa.PrimaryKeyConstraint("id", name="pk_dialog_score"),
    )
    op.create_index("ix_dialog_score_directorate_id", "dialog_score", ["directorate_id"])
    op.create_index("ix_dialog_score_load_id", "dialog_score", ["load_id"])
    op.create_table(
        "fft_count",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("directorate_id", sa.Integer(), nullable=False),
        sa.Column("borough_id", sa.Integer(), nullable=True),
        sa.Column("team_id", sa.Integer(), nullable=True),
        sa.Column("very_good", sa.Integer(), nullable=True),
        sa.Column("good", sa.Integer(), nullable=True),
        sa.Column("neither", sa.Integer(), nullable=True),
        sa.Column("poor", sa.Integer(), nullable=True),
        sa.Column("very_poor", sa.Integer(), nullable=True),
        sa.Column("dont_know", sa.Integer(), nullable=True),
        sa.Column("load_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("dont_know >= 0", name=op.f("ck_fft_count_dont_know_not_negative")),
        sa.CheckConstraint("good >= 0", name=op.f("ck_fft_count_good_not_negative")),
        sa.CheckConstraint("neither >= 0", name=op.f("ck_fft_count_neither_not_negative")),
        sa.CheckConstraint("poor >= 0", name=op.f("ck_fft_count_poor_not_negative")),
        sa.CheckConstraint("very_good >= 0", name=op.f("ck_fft_count_very_good_not_negative")),
        sa.CheckConstraint("very_poor >= 0", name=op.f("ck_fft_count_very_poor_not_negative")),
        sa.ForeignKeyConstraint(["borough_id"], ["area.id"], name="fk_fft_count_borough_id"),
        sa.ForeignKeyConstraint(["directorate_id"], ["area.id"], name="fk_fft_count_directorate_id"),
        sa.ForeignKeyConstraint(["load_id"], ["load.id"], name="fk_fft_count_load_id"),
        sa.ForeignKeyConstraint(["team_id"], ["area.id"], name="fk_fft_count_team_id"),
        sa.PrimaryKeyConstraint("id", name="pk_fft_count"),
    )
    op.create_index("ix_fft_count_directorate_id", "fft_count", ["directorate_id"])
    op.create_index("ix_fft_count_load_id", "fft_count", ["load_id"])
    op.create_table(
        "measure_value",
        sa.Column("measure_id", sa.String(length=60), nullable=False),
        sa.Column("area_id", sa.Integer(), nullable=False),
        sa.Column("period_start", sa.Date(), nullable=False),
        sa.Column("part", sa.String(length=30), nullable=False),
        sa.Column("numerator", sa.Double(), nullable=True),
        sa.Column("denominator", sa.Double(), nullable=True),
        sa.Column("state", sa.String(length=30), nullable=False),
        sa.CheckConstraint(
            "state IN ('observed', 'missing', 'suppressed', 'too_early')",
            name=op.f("ck_measure_value_state_known"),
        ),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name="fk_measure_value_area_id"),
        sa.PrimaryKeyConstraint("measure_id", "area_id", "period_start", "part", name="pk_measure_value"),
    )
    op.create_index("ix_measure_value_area_id", "measure_value", ["area_id"])
    op.create_table(
        "staff_survey_count",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("directorate_id", sa.Integer(), nullable=False),
        sa.Column("team_id", sa.Integer(), nullable=True),
        sa.Column("answers", sa.Integer(), nullable=True),
        sa.Column("positive", sa.Integer(), nullable=True),
        sa.Column("load_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("answers >= 0", name=op.f("ck_staff_survey_count_answers_not_negative")),
        sa.CheckConstraint("positive <= answers", name=op.f("ck_staff_survey_count_positive_within_answers")),
        sa.CheckConstraint("positive >= 0", name=op.f("ck_staff_survey_count_positive_not_negative")),
        sa.ForeignKeyConstraint(["directorate_id"], ["area.id"], name="fk_staff_survey_count_directorate_id"),
        sa.ForeignKeyConstraint(["load_id"], ["load.id"], name="fk_staff_survey_count_load_id"),
        sa.ForeignKeyConstraint(["team_id"], ["area.id"], name="fk_staff_survey_count_team_id"),
        sa.PrimaryKeyConstraint("id", name="pk_staff_survey_count"),
    )
    op.create_index("ix_staff_survey_count_directorate_id", "staff_survey_count", ["directorate_id"])
    op.create_index("ix_staff_survey_count_load_id", "staff_survey_count", ["load_id"])
    op.create_table(
        "target",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("measure", sa.String(length=60), nullable=False),
        sa.Column("area_id", sa.Integer(), nullable=True),
        sa.Column("from_date", sa.Date(), nullable=False),
        sa.Column("value", sa.Double(), nullable=False),
        sa.Column("agreed_by", sa.String(length=300), nullable=False),
        sa.Column("load_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name="fk_target_area_id"),
        sa.ForeignKeyConstraint(["load_id"], ["load.id"], name="fk_target_load_id"),
        sa.PrimaryKeyConstraint("id", name="pk_target"),
    )
    op.create_index("ix_target_area_id", "target", ["area_id"])
    op.create_index("ix_target_load_id", "target", ["load_id"])
    for name, table, columns in _AREA_KEYS:
        op.create_index(name, table, [sa.text(c) for c in columns], unique=True)


def downgrade() -> None:
    """Drop the tables."""
    for name in (
        "target",
        "staff_survey_count",
        "measure_value",
        "fft_count",
        "dialog_score",
        "change_idea",
        "oversight_figure",
    ):
        op.drop_table(name)
