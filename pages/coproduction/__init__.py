"""Pages about working together."""
