"""Pages about the data itself and its words."""
