"""How much an import reads at most. The memory it needs stays below about ten times MAX_BYTES."""

MAX_BYTES = 64 * 1024 * 1024
MAX_ROWS = 200_000
MAX_COLUMNS = 200
MAX_CELL = 100_000
# Text packs to a tenth, a table of zeros to a fiftieth; a bomb to a thousandth.
MAX_RATIO = 200
RATIO_COUNTS_FROM = 1024 * 1024
