"""Applications, middleware, templates and files."""

from config.settings import environment
from config.settings.environment import BASE_DIR, DATA_DIR

DEBUG = environment.flag("DEBUG", default=False)

INSTALLED_APPS = [
    "config",
    "home",
    "volunteers",
    "casework",
    "search",
    "search.unfound",
    "directory",
    "confidential",
    "pagecache",
    "appearance",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.settings",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.images",
    "wagtail.documents",  # its models are imported by wagtail-localize; nothing serves them
    "wagtail.search",
    "wagtail.admin",
    "wagtail.sites",
    "wagtail",
    "modelcluster",
    "taggit",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "django.contrib.humanize",
]

MIDDLEWARE = [
    "pagecache.middleware.PageCacheMiddleware",  # outermost: a ready page has every header already
    "config.headers.IsolationMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.headers.ContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
                "home.context_processors.every_page",
            ],
        },
    },
    {
        # Components that a page shows by the dozen: components/*.jinja, through the tag `many`.
        "NAME": "jinja2",
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {"environment": "appearance.jinja.environment"},
    },
]

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = DATA_DIR / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "appearance.storage.BundledStaticFilesStorage"},
}

# Pages ask for hashed names alone: to compress the files without one as well takes as long again.
WHITENOISE_KEEP_ONLY_HASHED_FILES = True

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# A listing's form has many inline rows, each with several fields.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

WAGTAIL_SITE_NAME = environment.text("SITE_NAME", default="Panah")
# The admin asks nothing of other origins.
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
# Wagtail sends no mail: an administrator gives a new password, and the admin itself shows what waits for
# approval. The site's own letters go another way (confidential/post.py).
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAILADMIN_USER_LOGIN_FORM = "home.login.ThrottledLoginForm"

# What one worker may keep of ready pages.
PAGE_CACHE_MEGABYTES = environment.number("PAGE_CACHE_MEGABYTES", default=64)
# What people look for and do not find is counted, without anything about them, for the editors.
COUNT_UNFOUND = environment.flag("COUNT_UNFOUND", default=True)
# How many people may sign up as volunteers from one connection within an hour; many may share one.
SIGN_UPS_AN_HOUR = environment.number("SIGN_UPS_AN_HOUR", default=60)
# How many forms of confidential contact are taken in from one source within an hour.
CONTACT_FORMS_AN_HOUR = environment.number("CONTACT_FORMS_AN_HOUR", default=60)
