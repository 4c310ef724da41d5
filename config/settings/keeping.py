"""What is kept in confidence, for how long, what happens by itself, and the letters that leave."""

from config.settings import environment
from config.settings.environment import DATA_DIR
from config.settings.security import SITE

# Days, where an organisation wants others than docs/confidential.md says.
RETENTION_DAYS = environment.days("RETENTION_DAYS")
# Whether web processes purge what is over once a day, or `manage.py purge_confidential` alone does.
DAILY_PURGE = environment.flag("DAILY_PURGE", default=True)
# Whether web processes publish and take down what has its time, or `manage.py publish_scheduled` alone does.
SCHEDULE_WORKER = environment.flag("SCHEDULE_WORKER", default=True)
# Outlives the database: kept with the backups, never restored from one.
ERASURE_LEDGER = environment.file_to_append_to("ERASURE_LEDGER", default=DATA_DIR / "erasures.jsonl")

# What each import said of its rows, until the next one of the same name.
IMPORT_REPORTS = DATA_DIR / "imports"

# Without a server, letters become files: for trying the site out.
MAIL_SERVER = environment.mail("EMAIL_URL")
MAIL_WITHOUT_SERVER = "django.core.mail.backends.filebased.EmailBackend"
MAIL_FOLDER = DATA_DIR / "mail"
MAIL_FROM = environment.mailbox("MAIL_FROM", default=f"no-reply@{SITE.hostname}")
# Whether web processes send letters themselves, or `manage.py post send` alone does.
POST_WORKER = environment.flag("POST_WORKER", default=True)
