"""A browser without script that fills in the sign-up, part by part."""

import re

from django.http import HttpResponse
from django.test import Client

JOIN = "/en/volunteer/join/"
ABOUT = {
    "name": "Laleh",
    "email": "laleh@example.org",
    "phone": "040 111222333",
    "reach": "Only after six",
    "country": "DE",
    "city": "هامبورگ",
}
ABILITIES = {
    "skills": ["interpreting", "listening"],
    "language_1": "de",
    "level_1": "fluent",
    "language_2": "fa",
    "level_2": "native",
}
TIMES = {"days": ["1", "3"], "parts": ["morning"], "from_afar": "on", "limits": "No courts"}
AGREEMENT = {"references": "Parvin and Farhad", "adult": "on", "conduct": "on", "consent": "on"}
PARTS = [ABOUT, ABILITIES, TIMES, AGREEMENT]
HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)"')


def hidden(page: HttpResponse) -> dict[str, str]:
    return {name: value for name, value in HIDDEN.findall(page.text) if name != "csrfmiddlewaretoken"}


def send(page: HttpResponse, client: Client, typed: dict, address: str = JOIN) -> HttpResponse:
    return client.post(address, {**hidden(page), **typed})


def go_to(client: Client, part: int, parts: list[dict] = PARTS) -> HttpResponse:
    """The page of that part, those before it filled in."""
    page = client.get(JOIN)
    for typed in parts[:part]:
        page = send(page, client, typed)
    return page


def filled_in(**typed: object) -> list[dict]:
    """The parts, with what somebody else typed."""
    return [{**part, **{name: value for name, value in typed.items() if name in part}} for part in PARTS]


def sign_up(client: Client, **typed: object) -> HttpResponse:
    parts = filled_in(**typed)
    return send(go_to(client, 3, parts), client, parts[3])
