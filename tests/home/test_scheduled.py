"""What has its time comes and goes by itself: nobody has to run a command."""

from datetime import timedelta
from threading import Thread

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.utils import timezone
from wagtail.models import PageLogEntry

from home.scheduled import publish_what_is_due
from tests.factories import pages

SOON = timedelta(hours=1)


@pytest.mark.django_db
def test_a_page_is_published_and_taken_down_at_its_times(client: Client) -> None:
    page = pages.InformationPageFactory(title="The first days", live=False)
    page.go_live_at, page.expire_at = timezone.now() + SOON, timezone.now() + 3 * SOON
    page.save_revision(approved_go_live_at=page.go_live_at)
    address = page.get_url()
    for hours, status in ((0, 404), (2, 200), (4, 404)):
        with time_machine.travel(timezone.now() + hours * SOON):
            publish_what_is_due()
            assert client.get(address).status_code == status, hours


@pytest.mark.django_db(transaction=True)
def test_several_processes_publish_it_once() -> None:
    page = pages.InformationPageFactory(title="The first days", live=False)
    page.save_revision(approved_go_live_at=timezone.now() - SOON)

    def publish() -> None:
        publish_what_is_due()
        connection.close()

    threads = [Thread(target=publish) for _process in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    page.refresh_from_db()
    assert page.live
    logged = PageLogEntry.objects.filter(page=page.pk).values_list("action", flat=True)
    assert [action for action in logged if action.startswith("wagtail.publish")] == [
        "wagtail.publish.scheduled"
    ]
