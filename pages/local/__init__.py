"""Pages for one local group."""
