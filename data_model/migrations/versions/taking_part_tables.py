"""What groups say and decide: ways to join, answers, meetings, stories, forum entries, drivers."""

revision = "a4"
down_revision = "a3"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing yet."""


def downgrade() -> None:
    """Nothing yet."""
