"""How many sign-ups and letters to caseworkers the site takes at once: none lost, none twice.

For a minute, so many of each a second are sent as browsers send them, through the whole stack, on SQLite and
on PostgreSQL. What is answered with "please send it again" is sent again, as a person would. Then the rows
are counted.
"""

import json
import os
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path
from statistics import quantiles
from threading import local
from urllib.parse import urlencode, urlsplit

from tests.benchmarks.loud import not_measured
from tests.benchmarks.postgresql import postgresql
from tests.running_site import RunningSite, running_site

A_SECOND = int(os.environ.get("FORMS_A_SECOND", "50"))
SECONDS = int(os.environ.get("FORMS_SECONDS", "60"))
DATABASES = os.environ.get("FORMS_ON", "sqlite postgresql").split()
SENDERS = 24
MOST_TRIES = 20
SECONDS_TO_FILL_IN = 3
# Each letter is answered with all of its mailbox: so many that none grows longer than people's do.
MAILBOXES = 500
NO_LIMIT = "1000000000"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
# What browsers would have by then: the last part of the sign-up, and an open mailbox.
PREPARE = """
import json
from django.contrib.auth.models import User
from casework.appointing import appoint as appoint_caseworker
from casework.contact.keys import key_to
from casework.enums import Kind
from casework.models import Case
from casework.opening import open_case
from volunteers.desk.appointing import appoint as appoint_coordinator
from volunteers.pages.progress import Progress
root = User.objects.get(is_superuser=True)
appoint_caseworker(root, "DE", ["fa"], by=root)
appoint_coordinator(root, "DE", by=root)
def sign_up(number):
    progress = Progress.begin()
    progress.typed = {{
        "about": {{
            "name": ["Volunteer %d" % number], "email": ["bench%d@example.org" % number], "country": ["DE"]
        }},
        "abilities": {{"skills": ["listening"], "language_1": ["fa"], "level_1": ["native"]}},
        "times": {{}},
    }}
    return {{"progress": progress.sealed(), "token": progress.token}}
for number in range({mailboxes}):
    open_case("benchmark %d" % number, Kind.HELP, "DE", "fa", {{"text": "Please write back"}})
print(json.dumps({{
    "sign_ups": [sign_up(number) for number in range({count})],
    "keys": [key_to(case) for case in Case.objects.all()],
}}))
"""
COUNT = """
from casework.models import Message
from volunteers.models import Volunteer
texts = [message.text for message in Message.objects.all() if message.text.startswith("Letter ")]
names = [each.profile.name for each in Volunteer.objects.all() if each.profile.name.startswith("Volunteer ")]
print(len(texts), len(set(texts)), len(names), len(set(names)))
"""


@dataclass(frozen=True)
class Sent:
    kind: str
    seconds: float
    tries: int
    status: int


def main() -> None:
    if "sqlite" in DATABASES:
        measure_on("SQLite")
    if "postgresql" in DATABASES:
        with postgresql() as address:
            if not address:
                not_measured("forms sent at once", "no PostgreSQL server is installed")
                return
            measure_on("PostgreSQL", DATABASE_URL=address)


def measure_on(database: str, **settings: str) -> None:
    limits = {"SIGN_UPS_AN_HOUR": NO_LIMIT, "CONTACT_FORMS_AN_HOUR": NO_LIMIT}
    with (
        tempfile.TemporaryDirectory() as folder,
        running_site(Path(folder), **settings, **limits) as site,
    ):
        print(f"{database}, {A_SECOND} of each a second for {SECONDS} s", flush=True)
        measure(site)


def measure(site: RunningSite) -> None:
    prepared = json.loads(site.python(PREPARE.format(count=A_SECOND * SECONDS, mailboxes=MAILBOXES)))
    # Whoever sends a form sooner is taken for a machine.
    time.sleep(SECONDS_TO_FILL_IN)
    begun = time.monotonic()
    sent = list(send_all(Sender(site.url), prepared))
    took = time.monotonic() - begun
    kept = site.python(COUNT).split()
    for kind, rows, distinct in (("letters", *kept[:2]), ("sign-ups", *kept[2:])):
        of_kind = [each for each in sent if each.kind == kind]
        times = [1_000 * each.seconds for each in of_kind]
        statuses = dict(Counter(each.status for each in of_kind))
        print(
            f"{kind:<9} {len(of_kind)} sent in {took:.0f} s ({len(of_kind) / took:.0f}/s), "
            f"answers {statuses}, sent again {sum(each.tries - 1 for each in of_kind)}, "
            f"p50 {quantiles(times)[1]:.0f} ms, p95 {quantiles(times, n=20)[-1]:.0f} ms; "
            f"rows {rows}, of them different {distinct}",
            flush=True,
        )
        if not int(rows) == int(distinct) == len(of_kind):
            raise AssertionError("Something was lost, or stored twice")


def send_all(sender: "Sender", prepared: dict) -> Iterator[Sent]:
    """Each at its time, whatever became of those before it."""
    begun = time.monotonic()
    with ThreadPoolExecutor(SENDERS) as pool:
        running = []
        for number, sign_up in enumerate(prepared["sign_ups"]):
            wait = begun + number / A_SECOND - time.monotonic()
            if wait > 0:
                time.sleep(wait)
            key = prepared["keys"][number % len(prepared["keys"])]
            running.append(pool.submit(sender.letter, number, key))
            running.append(pool.submit(sender.sign_up, sign_up))
        for each in running:
            yield each.result()


class Sender:
    def __init__(self, url: str) -> None:
        self._host = urlsplit(url).netloc
        self._own = local()
        status, headers, body = self._request("GET", "/fa/volunteer/join/", None, {})
        assert status == HTTPStatus.OK
        self._cookie = headers["Set-Cookie"].partition(";")[0]
        self._csrf = body.partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]

    def letter(self, number: int, key: str) -> Sent:
        form = {"key": key, "once": f"once {number}", "text": f"Letter {number}"}
        return self._until_taken("letters", "/fa/contact/letters/write/", form)

    def sign_up(self, prepared: dict[str, str]) -> Sent:
        form = {
            **prepared,
            "csrfmiddlewaretoken": self._csrf,
            "part": "references",
            "references": "Two friends",
            "adult": "on",
            "conduct": "on",
            "consent": "on",
        }
        return self._until_taken("sign-ups", "/fa/volunteer/join/", form)

    def _until_taken(self, kind: str, path: str, form: dict[str, str]) -> Sent:
        begun, tries, status = time.monotonic(), 0, HTTPStatus.SERVICE_UNAVAILABLE
        while status == HTTPStatus.SERVICE_UNAVAILABLE and tries < MOST_TRIES:
            tries += 1
            status, _headers, _body = self._request("POST", path, urlencode(form), {"Cookie": self._cookie})
        return Sent(kind, time.monotonic() - begun, tries, status)

    def _request(
        self, method: str, path: str, body: str | None, headers: dict
    ) -> tuple[int, HTTPMessage, str]:
        if not hasattr(self._own, "connection"):
            self._own.connection = HTTPConnection(self._host, timeout=120)
        connection = self._own.connection
        connection.request(method, path, body, {**FORM, **headers})
        response = connection.getresponse()
        return response.status, response.headers, response.read().decode()


if __name__ == "__main__":
    main()
