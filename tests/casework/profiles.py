"""How many random sequences are tried: fewer in each run of the suite, ten thousand when measuring."""

import os

SEQUENCES = int(os.environ.get("SEQUENCES", "1000"))
# Those that go through the database.
SEQUENCES_IN_ROWS = max(SEQUENCES // 20, 25)
