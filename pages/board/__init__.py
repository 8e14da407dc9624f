"""Pages that the board and the directors see first."""
