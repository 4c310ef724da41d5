"""How many random sequences are tried: a thousand in each run, as many as one likes by SEQUENCES."""

import os

SEQUENCES = int(os.environ.get("SEQUENCES", "1000"))
# Those that go through the rows of the database and the pages of the mailboxes.
SEQUENCES_IN_ROWS = int(os.environ.get("SEQUENCES_IN_ROWS", "25"))
