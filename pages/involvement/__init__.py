"""Pages about who has a seat on the team."""
