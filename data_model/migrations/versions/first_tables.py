"""The first tables: load log, areas, projects, workshops."""

import sqlalchemy as sa
from alembic import op

revision = "a1"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "load",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("file_name", sa.String(length=300), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("as_at", sa.Date(), nullable=True),
        sa.Column("loaded_at", sa.DateTime(), nullable=False),
        sa.Column("loaded_by", sa.String(length=300), nullable=False),
        sa.Column("is_sample", sa.Boolean(), nullable=False),
        sa.Column("rows_read", sa.Integer(), nullable=False),
        sa.Column("rows_added", sa.Integer(), nullable=False),
        sa.Column("rows_changed", sa.Integer(), nullable=False),
        sa.Column("rows_unchanged", sa.Integer(), nullable=False),
        sa.Column("rows_quarantined", sa.Integer(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.CheckConstraint("rows_added >= 0", name=op.f("ck_load_rows_added_not_negative")),
        sa.CheckConstraint("rows_changed >= 0", name=op.f("ck_load_rows_changed_not_negative")),
        sa.CheckConstraint("rows_quarantined >= 0", name=op.f("ck_load_rows_quarantined_not_negative")),
        sa.CheckConstraint("rows_read >= 0", name=op.f("ck_load_rows_read_not_negative")),
        sa.CheckConstraint("rows_unchanged >= 0", name=op.f("ck_load_rows_unchanged_not_negative")),
        sa.PrimaryKeyConstraint("id", name="pk_load"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_load_kind", "load", ["kind"])
    op.create_index("ix_load_sha256", "load", ["sha256"])
    op.create_table(
        "store_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_store_version"),
    )
    op.create_table(
        "row_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("load_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("row_key", sa.Text(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["load_id"], ["load.id"], name="fk_row_change_load_id"),
        sa.PrimaryKeyConstraint("id", name="pk_row_change"),
    )
    op.create_index("ix_row_change_load_id", "row_change", ["load_id"])
    op.create_table(
        "quarantined_row",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("load_id", sa.Integer(), nullable=False),
        sa.Column("row_number", sa.Integer(), nullable=False),
        sa.Column("column_name", sa.String(length=300), nullable=True),
        sa.Column("value", sa.String(length=300), nullable=True),
        sa.Column("problem", sa.Text(), nullable=False),
        sa.Column("cure", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["load_id"], ["load.id"], name="fk_quarantined_row_load_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_quarantined_row"),
    )
    op.create_index("ix_quarantined_row_load_row", "quarantined_row", ["load_id", "row_number"])
    op.create_table(
        "area",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("area_code", sa.String(length=60), nullable=False),
        sa.Column("area_name", sa.String(length=300), nullable=False),
        sa.Column("area_type", sa.String(length=30), nullable=False),
        sa.Column("service_type", sa.String(length=30), nullable=True),
        sa.Column("load_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "area_type IN ('trust', 'directorate', 'borough', 'team')", name=op.f("ck_area_area_type_known")
        ),
        sa.CheckConstraint(
            "service_type IN ('mental health', 'community', 'corporate')",
            name=op.f("ck_area_service_type_known"),
        ),
        sa.ForeignKeyConstraint(["load_id"], ["load.id"], name="fk_area_load_id"),
        sa.PrimaryKeyConstraint("id", name="pk_area"),
        sa.UniqueConstraint("area_code", name="uq_area_area_code"),
    )
    op.create_index("ix_area_load_id", "area", ["load_id"])
    op.create_table(
        "area_alias",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("area_id", sa.Integer(), nullable=False),
        sa.Column("area_type", sa.String(length=30), nullable=False),
        sa.Column("alias", sa.String(length=300), nullable=False),
        sa.Column("alias_key", sa.String(length=300), nullable=False),
        sa.CheckConstraint(
            "area_type IN ('trust', 'directorate', 'borough', 'team')",
            name=op.f("ck_area_alias_area_type_known"),
        ),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name="fk_area_alias_area_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_area_alias"),
        sa.UniqueConstraint("area_type", "alias_key", name="uq_area_alias_area_type_alias_key"),
    )
    op.create_index("ix_area_alias_area_id", "area_alias", ["area_id"])
    op.create_table(
        "area_parent",
        sa.Column("area_id", sa.Integer(), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("area_id <> parent_id", name=op.f("ck_area_parent_not_its_own_parent")),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name="fk_area_parent_area_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["parent_id"], ["area.id"], name="fk_area_parent_parent_id"),
        sa.PrimaryKeyConstraint("area_id", "parent_id", name="pk_area_parent"),
    )
    op.create_index("ix_area_parent_parent_id", "area_parent", ["parent_id"])
    op.create_table(
        "qi_project",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.String(length=60), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_qi_project"),
        sa.UniqueConstraint("project_id", name="uq_qi_project_project_id"),
    )
    op.create_table(
        "qi_project_state",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("qi_project_id", sa.Integer(), nullable=False),
        sa.Column("as_at", sa.Date(), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("directorate_id", sa.Integer(), nullable=False),
        sa.Column("team_id", sa.Integer(), nullable=True),
        sa.Column("status", sa.String(length=30), nullable=False),
        sa.Column("start_date", sa.Date(), nullable=False),
        sa.Column("end_date", sa.Date(), nullable=True),
        sa.Column("progress_score", sa.Double(), nullable=True),
        sa.Column("aim", sa.Text(), nullable=True),
        sa.Column("aim_result", sa.String(length=30), nullable=True),
        sa.Column("involvement", sa.String(length=30), nullable=True),
        sa.Column("service_users", sa.Integer(), nullable=True),
        sa.Column("carers", sa.Integer(), nullable=True),
        sa.Column("load_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "aim_result IN ('met', 'not met', 'too early', 'not known')",
            name=op.f("ck_qi_project_state_aim_result_known"),
        ),
        sa.CheckConstraint(
            "involvement IN ('Big I', 'Little I', 'Both', 'None')",
            name=op.f("ck_qi_project_state_involvement_known"),
        ),
        sa.CheckConstraint(
            "status IN ('active', 'completed', 'paused', 'stopped')",
            name=op.f("ck_qi_project_state_status_known"),
        ),
        sa.CheckConstraint("carers >= 0", name=op.f("ck_qi_project_state_carers_not_negative")),
        sa.CheckConstraint("end_date >= start_date", name=op.f("ck_qi_project_state_ends_after_start")),
        sa.CheckConstraint(
            "progress_score BETWEEN 0.5 AND 5.0", name=op.f("ck_qi_project_state_progress_score_range")
        ),
        sa.CheckConstraint("service_users >= 0", name=op.f("ck_qi_project_state_service_users_not_negative")),
        sa.ForeignKeyConstraint(["directorate_id"], ["area.id"], name="fk_qi_project_state_directorate_id"),
        sa.ForeignKeyConstraint(["load_id"], ["load.id"], name="fk_qi_project_state_load_id"),
        sa.ForeignKeyConstraint(
            ["qi_project_id"], ["qi_project.id"], name="fk_qi_project_state_qi_project_id"
        ),
        sa.ForeignKeyConstraint(["team_id"], ["area.id"], name="fk_qi_project_state_team_id"),
        sa.PrimaryKeyConstraint("id", name="pk_qi_project_state"),
        sa.UniqueConstraint("qi_project_id", "as_at", name="uq_qi_project_state_qi_project_id_as_at"),
    )
    op.create_index("ix_qi_project_state_directorate_id", "qi_project_state", ["directorate_id"])
    op.create_index("ix_qi_project_state_load_id", "qi_project_state", ["load_id"])
    op.create_table(
        "qi_project_state_borough",
        sa.Column("state_id", sa.Integer(), nullable=False),
        sa.Column("borough_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["borough_id"], ["area.id"], name="fk_qi_project_state_borough_borough_id"),
        sa.ForeignKeyConstraint(
            ["state_id"],
            ["qi_project_state.id"],
            name="fk_qi_project_state_borough_state_id",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("state_id", "borough_id", name="pk_qi_project_state_borough"),
    )
    op.create_index("ix_qi_project_state_borough_borough_id", "qi_project_state_borough", ["borough_id"])
    op.create_table(
        "involvement_record",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("qi_project_id", sa.Integer(), nullable=False),
        sa.Column("from_date", sa.Date(), nullable=False),
        sa.Column("involvement", sa.String(length=30), nullable=False),
        sa.Column("service_users", sa.Integer(), nullable=True),
        sa.Column("carers", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("load_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "involvement IN ('Big I', 'Little I', 'Both', 'None')",
            name=op.f("ck_involvement_record_involvement_known"),
        ),
        sa.CheckConstraint("carers >= 0", name=op.f("ck_involvement_record_carers_not_negative")),
        sa.CheckConstraint(
            "service_users >= 0", name=op.f("ck_involvement_record_service_users_not_negative")
        ),
        sa.ForeignKeyConstraint(["load_id"], ["load.id"], name="fk_involvement_record_load_id"),
        sa.ForeignKeyConstraint(
            ["qi_project_id"], ["qi_project.id"], name="fk_involvement_record_qi_project_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_involvement_record"),
        sa.UniqueConstraint(
            "qi_project_id", "from_date", name="uq_involvement_record_qi_project_id_from_date"
        ),
    )
    op.create_index("ix_involvement_record_load_id", "involvement_record", ["load_id"])
    op.create_table(
        "workshop",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workshop_id", sa.String(length=60), nullable=False),
        sa.Column("workshop_date", sa.Date(), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("workshop_type", sa.String(length=30), nullable=True),
        sa.Column("directorate_id", sa.Integer(), nullable=False),
        sa.Column("borough_id", sa.Integer(), nullable=True),
        sa.Column("team_id", sa.Integer(), nullable=True),
        sa.Column("mode", sa.String(length=30), nullable=True),
        sa.Column("service_users", sa.Integer(), nullable=False),
        sa.Column("carers", sa.Integer(), nullable=False),
        sa.Column("staff", sa.Integer(), nullable=False),
        sa.Column("others", sa.Integer(), nullable=True),
        sa.Column("access_needs_asked", sa.Integer(), nullable=True),
        sa.Column("access_needs_met", sa.Integer(), nullable=True),
        sa.Column("rating_answers", sa.Integer(), nullable=True),
        sa.Column("rating_positive", sa.Integer(), nullable=True),
        sa.Column("load_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "mode IN ('in person', 'online', 'hybrid', 'phone')", name=op.f("ck_workshop_mode_known")
        ),
        sa.CheckConstraint(
            "workshop_type IN ('co-production workshop', 'learning set', 'working together group', 'other')",
            name=op.f("ck_workshop_workshop_type_known"),
        ),
        sa.CheckConstraint(
            "access_needs_asked >= 0", name=op.f("ck_workshop_access_needs_asked_not_negative")
        ),
        sa.CheckConstraint(
            "access_needs_met <= access_needs_asked", name=op.f("ck_workshop_met_within_asked")
        ),
        sa.CheckConstraint("access_needs_met >= 0", name=op.f("ck_workshop_access_needs_met_not_negative")),
        sa.CheckConstraint("carers >= 0", name=op.f("ck_workshop_carers_not_negative")),
        sa.CheckConstraint("others >= 0", name=op.f("ck_workshop_others_not_negative")),
        sa.CheckConstraint("rating_answers >= 0", name=op.f("ck_workshop_rating_answers_not_negative")),
        sa.CheckConstraint(
            "rating_positive <= rating_answers", name=op.f("ck_workshop_positive_within_answers")
        ),
        sa.CheckConstraint("rating_positive >= 0", name=op.f("ck_workshop_rating_positive_not_negative")),
        sa.CheckConstraint("service_users >= 0", name=op.f("ck_workshop_service_users_not_negative")),
        sa.CheckConstraint("staff >= 0", name=op.f("ck_workshop_staff_not_negative")),
        sa.ForeignKeyConstraint(["borough_id"], ["area.id"], name="fk_workshop_borough_id"),
        sa.ForeignKeyConstraint(["directorate_id"], ["area.id"], name="fk_workshop_directorate_id"),
        sa.ForeignKeyConstraint(["load_id"], ["load.id"], name="fk_workshop_load_id"),
        sa.ForeignKeyConstraint(["team_id"], ["area.id"], name="fk_workshop_team_id"),
        sa.PrimaryKeyConstraint("id", name="pk_workshop"),
        sa.UniqueConstraint("workshop_id", name="uq_workshop_workshop_id"),
    )
    op.create_index("ix_workshop_directorate_id", "workshop", ["directorate_id"])
    op.create_index("ix_workshop_load_id", "workshop", ["load_id"])
    op.execute("INSERT INTO store_version (id, version) VALUES (1, 0)")


def downgrade() -> None:
    """Drop the tables."""
    for name in (
        "workshop",
        "involvement_record",
        "qi_project_state_borough",
        "qi_project_state",
        "qi_project",
        "area_parent",
        "area_alias",
        "area",
        "quarantined_row",
        "row_change",
        "store_version",
        "load",
    ):
        op.drop_table(name)
