"""What is logged: errors, to the terminal. No log holds an address, a query or a receipt code.

The server keeps no access log (config/start.py). Django's request logger names the path without its query,
and no exception's message.
"""

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "discreet": {
            "()": "config.logs.DiscreetFormatter",
            "format": "{asctime} {levelname} {name}: {message}",
            "style": "{",
        }
    },
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "discreet"},
        "nowhere": {"class": "logging.NullHandler"},
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "WARNING", "propagate": True},
        # Answers below 500 are the reader's business; their paths and hosts are not kept.
        "django.request": {"handlers": [], "level": "ERROR", "propagate": True},
        "django.security": {"handlers": ["nowhere"], "level": "WARNING", "propagate": False},
    },
}
