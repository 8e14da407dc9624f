"""Public NHS figures: Friends and Family Test of all trusts, trusts, staff survey."""

import sqlalchemy as sa
from alembic import op

revision = "a5"
down_revision = "a4"
branch_labels = None
depends_on = None

_STATES = ("responses", "eligible", "answers", "positive", "negative")
_ANSWERS = ("very_good", "good", "neither", "poor", "very_poor", "dont_know")
_SETTINGS = (
    "'mental health', 'community', 'A&E', 'inpatient', 'outpatient', 'ambulance', 'maternity antenatal', "
    "'maternity birth', 'maternity postnatal ward', 'maternity postnatal community'"
)


def upgrade() -> None:
    """Make the tables."""
    _make_fft()
    op.create_table(
        "nhs_trust",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("trust_code", sa.String(length=60), nullable=False),
        sa.Column("trust_name", sa.String(length=300), nullable=False),
        sa.Column("region", sa.String(length=300), nullable=True),
        sa.Column("icb_code", sa.String(length=60), nullable=True),
        sa.Column("open_date", sa.Date(), nullable=False),
        sa.Column("close_date", sa.Date(), nullable=True),
        sa.Column("load_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("close_date >= open_date", name=op.f("ck_nhs_trust_closes_after_open")),
        sa.ForeignKeyConstraint(["load_id"], ["load.id"], name="fk_nhs_trust_load_id"),
        sa.PrimaryKeyConstraint("id", name="pk_nhs_trust"),
        sa.UniqueConstraint("trust_code", name="uq_nhs_trust_trust_code"),
    )
    op.create_index("ix_nhs_trust_load_id", "nhs_trust", ["load_id"])
    op.create_table(
        "nhs_staff_survey_figure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("org_id", sa.String(length=60), nullable=False),
        sa.Column("org_name", sa.String(length=300), nullable=False),
        sa.Column("benchmark_group", sa.String(length=300), nullable=False),
        sa.Column("variable", sa.String(length=60), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("value", sa.Double(), nullable=True),
        sa.Column("answers", sa.Integer(), nullable=True),
        sa.Column("load_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("answers >= 0", name=op.f("ck_nhs_staff_survey_figure_answers_not_negative")),
        sa.CheckConstraint("value BETWEEN 0 AND 10", name=op.f("ck_nhs_staff_survey_figure_value_range")),
        sa.ForeignKeyConstraint(["load_id"], ["load.id"], name="fk_nhs_staff_survey_figure_load_id"),
        sa.PrimaryKeyConstraint("id", name="pk_nhs_staff_survey_figure"),
        sa.UniqueConstraint(
            "org_id", "variable", "year", name="uq_nhs_staff_survey_figure_org_id_variable_year"
        ),
    )
    op.create_index("ix_nhs_staff_survey_figure_load_id", "nhs_staff_survey_figure", ["load_id"])


def _make_fft() -> None:
    known = {"setting": _SETTINGS, "level": "'trust', 'england'", "question": "'recommend', 'experience'"}
    marks = "'given', 'suppressed', 'not calculated', 'not submitted'"
    known |= {f"{name}_state": marks for name in _STATES}
    shares = ("printed_positive", "printed_negative")
    op.create_table(
        "nhs_fft_figure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("setting", sa.String(length=30), nullable=False),
        sa.Column("level", sa.String(length=30), nullable=False),
        sa.Column("org_code", sa.String(length=60), nullable=False),
        sa.Column("org_name", sa.String(length=300), nullable=False),
        sa.Column("question", sa.String(length=30), nullable=False),
        sa.Column("responses", sa.Integer(), nullable=True),
        sa.Column("responses_state", sa.String(length=30), nullable=False),
        sa.Column("eligible", sa.Integer(), nullable=True),
        sa.Column("eligible_state", sa.String(length=30), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=True) for name in _ANSWERS),
        sa.Column("answers_state", sa.String(length=30), nullable=False),
        sa.Column("printed_positive", sa.Double(), nullable=True),
        sa.Column("positive_state", sa.String(length=30), nullable=False),
        sa.Column("printed_negative", sa.Double(), nullable=True),
        sa.Column("negative_state", sa.String(length=30), nullable=False),
        sa.Column("load_id", sa.Integer(), nullable=False),
        *(
            sa.CheckConstraint(f"{name} IN ({words})", name=op.f(f"ck_nhs_fft_figure_{name}_known"))
            for name, words in known.items()
        ),
        *(
            sa.CheckConstraint(f"{name} BETWEEN 0 AND 1", name=op.f(f"ck_nhs_fft_figure_{name}_range"))
            for name in shares
        ),
        *(
            sa.CheckConstraint(f"{name} >= 0", name=op.f(f"ck_nhs_fft_figure_{name}_not_negative"))
            for name in ("responses", "eligible", *_ANSWERS)
        ),
        sa.ForeignKeyConstraint(["load_id"], ["load.id"], name="fk_nhs_fft_figure_load_id"),
        sa.PrimaryKeyConstraint("id", name="pk_nhs_fft_figure"),
        sa.UniqueConstraint(
            "month",
            "setting",
            "org_code",
            "question",
            name="uq_nhs_fft_figure_month_setting_org_code_question",
        ),
    )
    op.create_index("ix_nhs_fft_figure_load_id", "nhs_fft_figure", ["load_id"])


def downgrade() -> None:
    """Drop the tables."""
    for name in ("nhs_staff_survey_figure", "nhs_trust", "nhs_fft_figure"):
        op.drop_table(name)
