"""Settings for the test suite: the real stack, with quick hashing. tests/database.py makes the database."""

import os

from tests.secret_values import SECRETS

# Before the settings are read: theirs is a package, imported ahead of any module in it.
os.environ.update({**SECRETS, **os.environ})

from config.settings import *
from config.settings.environment import DATA_DIR

INSTALLED_APPS += ["tests.confidential.letters"]

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
# WhiteNoise looks for the folder when the first test asks for a page.
STATIC_ROOT = DATA_DIR / "test-static"
STATIC_ROOT.mkdir(exist_ok=True)
# Test processes share a disk and a cluster without meeting.
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "alone")
MEDIA_ROOT = DATA_DIR / f"test-media-{WORKER}"
IMPORT_REPORTS = DATA_DIR / f"test-imports-{WORKER}"
# A thread that writes would outlive its test; a test that asks for it says so.
COUNT_UNFOUND = False
# An open transaction anywhere on a PostgreSQL makes the engine look again, and queries are counted: several
# processes need a server each, and DATABASE_URL says "{worker}" where their sockets differ.
if "host" in DATABASES["default"].get("OPTIONS", {}):
    DATABASES["default"]["OPTIONS"]["host"] = DATABASES["default"]["OPTIONS"]["host"].format(worker=WORKER)
ELASTICSEARCH_PREFIX = f"panah-test-{WORKER}"
# What tests erase is nothing that a backup brings back; letters stay in the memory of the test.
ERASURE_LEDGER = DATA_DIR / f"test-erasures-{WORKER}.jsonl"
MAIL_WITHOUT_SERVER = "django.core.mail.backends.locmem.EmailBackend"
