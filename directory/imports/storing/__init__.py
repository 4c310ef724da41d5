"""Bringing the database to say what the records say, in batches and without undoing what editors did."""
