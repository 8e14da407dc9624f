"""Pages about how care feels."""
