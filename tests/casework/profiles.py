"""How many random sequences are tried in each run; SEQUENCES and SEQUENCES_IN_ROWS try more."""

import os

# By plain chance, on the table alone.
SEQUENCES_BY_CHANCE = 10_000
# Those that Hypothesis chooses.
SEQUENCES = int(os.environ.get("SEQUENCES", "1000"))
# Those that go through the rows of the database and the pages of the mailboxes.
SEQUENCES_IN_ROWS = int(os.environ.get("SEQUENCES_IN_ROWS", "25"))
