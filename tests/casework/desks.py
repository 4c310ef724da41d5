"""A caseworker at the browser."""

from django.contrib.auth.models import User
from django.http import HttpResponse
from django.test import Client

SECRET = "A red bicycle that nobody else knows of"


def browser_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def refused(response: HttpResponse) -> bool:
    """Not there; the site looks once more below a language before it says so."""
    return response.status_code in {404, 405} or response.headers.get("Location", "").startswith("/en/admin/")


def seen(client: Client, address: str) -> str:
    response = client.get(address)
    return response.content.decode() if response.status_code == 200 else ""
