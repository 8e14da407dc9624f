"""Pages for the meetings of QI Forums."""
