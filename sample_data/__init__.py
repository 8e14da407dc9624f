"""Made-up data for trying, showing and testing the dashboard, and the seeded generator that wrote it."""
