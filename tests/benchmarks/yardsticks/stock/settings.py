from config.settings import *

INSTALLED_APPS += ["tests.benchmarks.yardsticks.stock"]
ROOT_URLCONF = "tests.benchmarks.yardsticks.stock.urls"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Nothing in front of the view: neither kept pages nor sessions.
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
if ELASTICSEARCH_URL:
    WAGTAILSEARCH_BACKENDS = {
        "default": {
            "BACKEND": "wagtail.search.backends.elasticsearch9",
            "URLS": ELASTICSEARCH_URL,
            "INDEX_PREFIX": "stock_",
        }
    }
SILENCED_SYSTEM_CHECKS = ["panah.E004"]
