"""One database: SQLite in the data folder unless DATABASE_URL names another."""

from config.settings import environment
from config.settings.environment import DATA_DIR

SQLITE = f"sqlite:///{DATA_DIR / 'panah.sqlite3'}"
DATABASES = {"default": environment.database("DATABASE_URL", default=SQLITE)}
# A connection is opened once a worker, not once a request.
DATABASES["default"]["CONN_MAX_AGE"] = None

if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # Readers never wait for a writer (WAL), and writers queue at once rather than deadlock half way. What is
    # deleted is overwritten, whatever the SQLite of this machine does by itself.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-65536; "
        "PRAGMA secure_delete=ON;",
    }
else:
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
    # What the site asks is answered sooner than PostgreSQL starts processes for it, or compiles it.
    _small_questions = {"options": "-c max_parallel_workers_per_gather=0 -c jit=off"}
    # What DATABASE_URL says itself counts.
    DATABASES["default"]["OPTIONS"] = _small_questions | DATABASES["default"].get("OPTIONS", {})
