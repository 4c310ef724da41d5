"""What a person does with a browser: fill in a form, keep the code, go from page to page of the mailbox."""

import re
from typing import Any

from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client

from confidential.receipts import shown

# What differs in each page that anybody is ever sent: sealed anew, or drawn by lot.
_SEALED = re.compile(r'name="(key|once|token)" value="[^"]*"')


def page_of(response: HttpResponse) -> BeautifulSoup:
    assert response.status_code == 200, response.status_code
    return BeautifulSoup(response.content, "html.parser")


def filled_in(page: BeautifulSoup, **typed: Any) -> dict[str, Any]:
    """What the first form of the page's content would send, with what a person typed."""
    sent = {}
    for field in page.select("main form.letter")[0].select("input, textarea"):
        if field.get("name") and field.get("type") not in {"radio", "file", "submit"}:
            sent[field["name"]] = field.get("value") or field.text
    return sent | typed


class Mailbox:
    """A browser without cookies in front of one mailbox."""

    def __init__(self, code: str, language: str = "en") -> None:
        self.client = Client(headers={"sec-fetch-site": "same-origin"})
        self.language = language
        self.last = self.send("", code=code)

    @property
    def page(self) -> BeautifulSoup:
        return page_of(self.last)

    @property
    def key(self) -> str:
        return self.page.select_one("input[name=key]")["value"]

    def send(self, step: str, **sent: Any) -> HttpResponse:
        return self.client.post(f"/{self.language}/contact/letters/{step}", sent)

    def do(self, step: str, **sent: Any) -> "Mailbox":
        """One form of the mailbox, with its key and its own word."""
        once = self.page.select_one("input[name=once]")
        self.last = self.send(step, key=self.key, **({"once": once["value"]} if once else {}), **sent)
        return self

    def look(self) -> "Mailbox":
        return self.do("")

    def text(self) -> str:
        return " ".join(self.page.select_one("main").get_text(" ").split())

    def without_seals(self) -> bytes:
        """The page's bytes, but for what is sealed anew each time, and how long that is."""
        return _SEALED.sub(
            lambda match: f'name="{match[1]}" {len(match[0])}', self.last.content.decode()
        ).encode()


def mailbox_of(case: Any, number: int) -> Mailbox:
    """Of a case that a factory made with that number."""
    del case
    return Mailbox(shown(f"{number:016}"))
