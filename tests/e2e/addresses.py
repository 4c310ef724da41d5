"""Every kind of page that a visitor can meet, on the demonstration."""

import json
from collections.abc import Callable

from playwright.sync_api import Page

from tests.running_site import RunningSite

LANGUAGES = ["fa", "ar", "en", "fr", "de"]

# Below the language.
PAGES = {
    "home": "",
    "results": "directory/",
    "filtered": "directory/?country=de&need=legal&need=counselling&language=fa&order=recent",
    "near": "directory/?near=52.52,13.4&order=nearest&page=2",
    "nothing found": "directory/?q=nothing-like-it&country=de&need=legal&language=ti",
    "nothing found anywhere": "directory/?q=nothing-like-it",
    "country": "directory/de/",
    "country and need": "directory/de/legal/",
    "information": "about/",
    "questions": "questions/",
    "news index": "news/",
    "news": "news/winter/",
    "offices": "offices/",
    "office": "offices/berlin/",
    "safety": "safety/",
    "not there": "nothing-of-this-name/",
}

# Where people tell us something: they live at addresses of their own.
FORMS = {
    "contact": "contact/",
    "asking for help": "contact/help/",
    "looking for somebody": "contact/look/",
    "being found": "contact/found/",
    "letters": "contact/letters/",
    "volunteering": "volunteer/",
    "joining": "volunteer/join/",
    "way in": "volunteer/way-in/",
}

# The states of a listing that its page shows, each as a question to the demonstration.
_LISTINGS = """
import json
from django.utils.timezone import localdate
from directory.models import Service
shown = Service.objects.published()
asked = {
    "with an address": shown.filter(locations__visibility="full", contacts__kind="whatsapp"),
    "with its city only": shown.filter(locations__visibility="area"),
    "hidden": shown.filter(locations__visibility="hidden"),
    "full": shown.filter(capacity="full"),
    "overdue": shown.filter(check_due_on__lt=localdate()),
    "day and night": shown.filter(schedules__opens_at="00:00", schedules__closes_next_day=True),
    "past midnight": shown.filter(schedules__opens_at__gt="18:00", schedules__closes_next_day=True),
    "without a phone": shown.exclude(contacts__kind="phone"),
    "in German only": shown.filter(source_language="de", translations=None),
    "everywhere": shown.filter(serves_everywhere=True),
    "with a licence": shown.exclude(credentials=None),
}
print(json.dumps({name: found.order_by("pk")[0].pk for name, found in asked.items()}))
"""


def every_page(site: RunningSite) -> dict[str, str]:
    numbers = json.loads(site.python(_LISTINGS))
    listings = {f"listing {name}": f"directory/listing/{number}/" for name, number in numbers.items()}
    return PAGES | listings


def each(
    page: Page, pages: dict[str, str], language: str, find: Callable[[Page], object]
) -> dict[str, object]:
    """What is found wrong, by page."""
    found = {}
    for name, address in pages.items():
        page.goto(f"/{language}/{address}")
        if wrong := find(page):
            found[name] = wrong
    return found
