"""People who want to help: signing up, getting to know each other, matching, and leaving at any point."""
