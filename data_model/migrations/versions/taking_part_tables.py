"""What groups say and decide: ways to join, answers, meetings, stories, forum entries, drivers."""

import sqlalchemy as sa
from alembic import op

revision = "a4"
down_revision = "a3"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "forum_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.String(length=60), nullable=False),
        sa.Column("entry_type", sa.String(length=30), nullable=False),
        sa.Column("entry_date", sa.Date(), nullable=False),
        sa.Column("directorate_id", sa.Integer(), nullable=False),
        sa.Column("borough_id", sa.Integer(), nullable=True),
        sa.Column("measure", sa.String(length=60), nullable=True),
        sa.Column("project_id", sa.String(length=60), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("owner_role", sa.String(length=300), nullable=True),
        sa.Column("due_date", sa.Date(), nullable=True),
        sa.Column("done_date", sa.Date(), nullable=True),
        sa.Column("load_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "entry_type <> 'action' OR (owner_role IS NOT NULL AND due_date IS NOT NULL)",
            name=op.f("ck_forum_entry_action_has_owner_and_day"),
        ),
        sa.CheckConstraint(
            "entry_type <> 'big_i_plan' OR project_id IS NOT NULL",
            name=op.f("ck_forum_entry_plan_has_project"),
        ),
        sa.CheckConstraint(
            "entry_type = 'action' OR done_date IS NULL", name=op.f("ck_forum_entry_only_actions_are_done")
        ),
        sa.CheckConstraint(
            "entry_type IN ('note', 'decision', 'action', 'big_i_plan')",
            name=op.f("ck_forum_entry_entry_type_known"),
        ),
        sa.CheckConstraint("done_date >= entry_date", name=op.f("ck_forum_entry_done_after_entry")),
        sa.CheckConstraint("due_date >= entry_date", name=op.f("ck_forum_entry_due_after_entry")),
        sa.ForeignKeyConstraint(["borough_id"], ["area.id"], name="fk_forum_entry_borough_id"),
        sa.ForeignKeyConstraint(["directorate_id"], ["area.id"], name="fk_forum_entry_directorate_id"),
        sa.ForeignKeyConstraint(["load_id"], ["load.id"], name="fk_forum_entry_load_id"),
        sa.ForeignKeyConstraint(["project_id"], ["qi_project.project_id"], name="fk_forum_entry_project_id"),
        sa.PrimaryKeyConstraint("id", name="pk_forum_entry"),
        sa.UniqueConstraint("entry_id", name="uq_forum_entry_entry_id"),
    )
    op.create_index("ix_forum_entry_borough_id", "forum_entry", ["borough_id"])
    op.create_index("ix_forum_entry_directorate_id", "forum_entry", ["directorate_id"])
    op.create_index("ix_forum_entry_load_id", "forum_entry", ["load_id"])
    op.create_index("ix_forum_entry_project_id", "forum_entry", ["project_id"])
    op.create_table(
        "meeting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.String(length=60), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("meeting_date", sa.Date(), nullable=False),
        sa.Column("start_time", sa.String(length=30), nullable=True),
        sa.Column("directorate_id", sa.Integer(), nullable=True),
        sa.Column("borough_id", sa.Integer(), nullable=True),
        sa.Column("place", sa.String(length=300), nullable=False),
        sa.Column("how_to_join", sa.Text(), nullable=False),
        sa.Column("ask_role", sa.String(length=300), nullable=False),
        sa.Column("load_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["borough_id"], ["area.id"], name="fk_meeting_borough_id"),
        sa.ForeignKeyConstraint(["directorate_id"], ["area.id"], name="fk_meeting_directorate_id"),
        sa.ForeignKeyConstraint(["load_id"], ["load.id"], name="fk_meeting_load_id"),
        sa.PrimaryKeyConstraint("id", name="pk_meeting"),
        sa.UniqueConstraint("meeting_id", name="uq_meeting_meeting_id"),
    )
    op.create_index("ix_meeting_borough_id", "meeting", ["borough_id"])
    op.create_index("ix_meeting_directorate_id", "meeting", ["directorate_id"])
    op.create_index("ix_meeting_load_id", "meeting", ["load_id"])
    op.create_table(
        "opportunity",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("opportunity_id", sa.String(length=60), nullable=False),
        sa.Column("project_id", sa.String(length=60), nullable=True),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("directorate_id", sa.Integer(), nullable=False),
        sa.Column("borough_id", sa.Integer(), nullable=True),
        sa.Column("where", sa.String(length=300), nullable=False),
        sa.Column("how_to_take_part", sa.Text(), nullable=False),
        sa.Column("ask_role", sa.String(length=300), nullable=False),
        sa.Column("payment", sa.String(length=300), nullable=False),
        sa.Column("open_until", sa.Date(), nullable=True),
        sa.Column("load_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["borough_id"], ["area.id"], name="fk_opportunity_borough_id"),
        sa.ForeignKeyConstraint(["directorate_id"], ["area.id"], name="fk_opportunity_directorate_id"),
        sa.ForeignKeyConstraint(["load_id"], ["load.id"], name="fk_opportunity_load_id"),
        sa.ForeignKeyConstraint(["project_id"], ["qi_project.project_id"], name="fk_opportunity_project_id"),
        sa.PrimaryKeyConstraint("id", name="pk_opportunity"),
        sa.UniqueConstraint("opportunity_id", name="uq_opportunity_opportunity_id"),
    )
    op.create_index("ix_opportunity_borough_id", "opportunity", ["borough_id"])
    op.create_index("ix_opportunity_directorate_id", "opportunity", ["directorate_id"])
    op.create_index("ix_opportunity_load_id", "opportunity", ["load_id"])
    op.create_index("ix_opportunity_project_id", "opportunity", ["project_id"])
    op.create_table(
        "story",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("story_id", sa.String(length=60), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("told_by", sa.String(length=30), nullable=False),
        sa.Column("directorate_id", sa.Integer(), nullable=True),
        sa.Column("borough_id", sa.Integer(), nullable=True),
        sa.Column("project_id", sa.String(length=60), nullable=True),
        sa.Column("consent_date", sa.Date(), nullable=False),
        sa.Column("consent_until", sa.Date(), nullable=True),
        sa.Column("load_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "told_by IN ('service user', 'carer', 'staff')", name=op.f("ck_story_told_by_known")
        ),
        sa.CheckConstraint(
            "consent_until >= consent_date", name=op.f("ck_story_consent_ends_after_it_began")
        ),
        sa.ForeignKeyConstraint(["borough_id"], ["area.id"], name="fk_story_borough_id"),
        sa.ForeignKeyConstraint(["directorate_id"], ["area.id"], name="fk_story_directorate_id"),
        sa.ForeignKeyConstraint(["load_id"], ["load.id"], name="fk_story_load_id"),
        sa.ForeignKeyConstraint(["project_id"], ["qi_project.project_id"], name="fk_story_project_id"),
        sa.PrimaryKeyConstraint("id", name="pk_story"),
        sa.UniqueConstraint("story_id", name="uq_story_story_id"),
    )
    op.create_index("ix_story_borough_id", "story", ["borough_id"])
    op.create_index("ix_story_directorate_id", "story", ["directorate_id"])
    op.create_index("ix_story_load_id", "story", ["load_id"])
    op.create_index("ix_story_project_id", "story", ["project_id"])
    op.create_table(
        "you_said",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.String(length=60), nullable=False),
        sa.Column("directorate_id", sa.Integer(), nullable=False),
        sa.Column("borough_id", sa.Integer(), nullable=True),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("we_asked", sa.Text(), nullable=False),
        sa.Column("you_said", sa.Text(), nullable=False),
        sa.Column("status", sa.String(length=30), nullable=False),
        sa.Column("we_did", sa.Text(), nullable=True),
        sa.Column("why_not", sa.Text(), nullable=True),
        sa.Column("answer_due", sa.Date(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("load_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "status <> 'could not' OR why_not IS NOT NULL", name=op.f("ck_you_said_could_not_says_why")
        ),
        sa.CheckConstraint(
            "status IN ('done', 'in progress', 'could not', 'waiting')", name=op.f("ck_you_said_status_known")
        ),
        sa.CheckConstraint("answer_due >= asked_on", name=op.f("ck_you_said_due_after_asked")),
        sa.CheckConstraint("answered_on >= asked_on", name=op.f("ck_you_said_answered_after_asked")),
        sa.ForeignKeyConstraint(["borough_id"], ["area.id"], name="fk_you_said_borough_id"),
        sa.ForeignKeyConstraint(["directorate_id"], ["area.id"], name="fk_you_said_directorate_id"),
        sa.ForeignKeyConstraint(["load_id"], ["load.id"], name="fk_you_said_load_id"),
        sa.PrimaryKeyConstraint("id", name="pk_you_said"),
        sa.UniqueConstraint("item_id", name="uq_you_said_item_id"),
    )
    op.create_index("ix_you_said_borough_id", "you_said", ["borough_id"])
    op.create_index("ix_you_said_directorate_id", "you_said", ["directorate_id"])
    op.create_index("ix_you_said_load_id", "you_said", ["load_id"])
    op.create_table(
        "driver",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("driver_id", sa.String(length=60), nullable=False),
        sa.Column("parent_id", sa.String(length=60), nullable=True),
        sa.Column("driver_type", sa.String(length=30), nullable=False),
        sa.Column("text", sa.String(length=300), nullable=False),
        sa.Column("directorate_id", sa.Integer(), nullable=True),
        sa.Column("measure", sa.String(length=60), nullable=True),
        sa.Column("idea_id", sa.String(length=60), nullable=True),
        sa.Column("position", sa.Integer(), nullable=True),
        sa.Column("load_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(driver_type = 'aim') = (parent_id IS NULL)", name=op.f("ck_driver_only_aims_stand_alone")
        ),
        sa.CheckConstraint(
            "driver_type IN ('aim', 'primary', 'secondary', 'change idea')",
            name=op.f("ck_driver_driver_type_known"),
        ),
        sa.CheckConstraint("position >= 0", name=op.f("ck_driver_position_not_negative")),
        sa.ForeignKeyConstraint(["directorate_id"], ["area.id"], name="fk_driver_directorate_id"),
        sa.ForeignKeyConstraint(["idea_id"], ["change_idea.idea_id"], name="fk_driver_idea_id"),
        sa.ForeignKeyConstraint(["load_id"], ["load.id"], name="fk_driver_load_id"),
        sa.PrimaryKeyConstraint("id", name="pk_driver"),
        sa.UniqueConstraint("driver_id", name="uq_driver_driver_id"),
    )
    op.create_index("ix_driver_directorate_id", "driver", ["directorate_id"])
    op.create_index("ix_driver_idea_id", "driver", ["idea_id"])
    op.create_index("ix_driver_load_id", "driver", ["load_id"])


def downgrade() -> None:
    """Drop the tables."""
    for name in ("driver", "you_said", "story", "opportunity", "meeting", "forum_entry"):
        op.drop_table(name)
