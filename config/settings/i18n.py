"""Five languages from the first day; the path says which."""

from zoneinfo import available_timezones

from django.utils.translation import gettext_lazy as _

from config.settings import environment
from config.settings.environment import BASE_DIR

LANGUAGE_CODE = "en"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [
    ("fa", _("Persian")),
    ("ar", _("Arabic")),
    ("en", _("English")),
    ("fr", _("French")),
    ("de", _("German")),
]
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
# Zones of places; a system may add names of its own ("localtime") that browsers do not know.
WAGTAIL_USER_TIME_ZONES = sorted(zone for zone in available_timezones() if "/" in zone or zone == "UTC")
LOCALE_PATHS = [BASE_DIR / "locale"]

USE_I18N = True
WAGTAIL_I18N_ENABLED = True
USE_TZ = True
TIME_ZONE = "UTC"

# Where leaving in a hurry leads: a page in the same language that nobody wonders about.
EXIT_DESTINATIONS = {
    code: f"https://{code}.wikipedia.org/" for code, _name in LANGUAGES
} | environment.addresses("EXIT_DESTINATIONS")
