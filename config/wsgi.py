"""The WSGI entry point, served by granian (or gunicorn). It refuses settings that cannot be used."""

import os

from django.core.management.base import BaseCommand
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

application = get_wsgi_application()
BaseCommand().check()

from confidential import beside  # noqa: E402 - once the applications are there
from confidential.checks import KEYS  # noqa: E402
from search import finding, worker  # noqa: E402

BaseCommand().check(tags=[KEYS], databases=["default"])
finding.prepare_beside_requests()
worker.start_beside_requests()
beside.start_beside_requests()
