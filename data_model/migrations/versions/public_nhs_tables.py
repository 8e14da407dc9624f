"""Public NHS figures: Friends and Family Test of all trusts, trusts, staff survey."""

revision = "a5"
down_revision = "a4"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing yet."""


def downgrade() -> None:
    """Nothing yet."""
