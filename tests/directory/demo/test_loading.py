"""The demonstration is written once, the same everywhere, and never over what editors changed."""

import time
from datetime import timedelta

import pytest
from django.core import serializers
from django.db import transaction
from django.utils.timezone import localdate

from directory.demo.load import load_directory
from directory.models import Service, ServiceContact, ServiceTranslation
from directory.signals import listings_changed

SECONDS = 30


def _snapshot() -> set[str]:
    """Every fact but the database's own numbers and times of writing."""
    listings = serializers.serialize(
        "python",
        Service.objects.order_by("external_id"),
        fields=["external_id", "summary", "verified_on", "capacity", "cost", "check_due_on", "internal_note"],
    )
    contacts = ServiceContact.objects.values_list("service__external_id", "kind", "value", "visibility")
    texts = ServiceTranslation.objects.values_list("service__external_id", "language", "description")
    return {*(str(row["fields"]) for row in listings), *map(str, contacts), *map(str, texts)}


def test_is_there_within_half_a_minute(load):
    begun = time.perf_counter()
    load()
    assert time.perf_counter() - begun < SECONDS


def test_a_second_run_adds_and_changes_nothing(load, demonstration):
    before = _snapshot()
    assert load() == 0
    assert _snapshot() == before


def test_is_the_same_on_every_machine(load):
    with transaction.atomic():
        load()
        here = _snapshot()
        transaction.set_rollback(True)
    assert _snapshot() == set()
    load()
    assert _snapshot() == here


def test_what_an_editor_wrote_stays(load, demonstration):
    service = Service.objects.published().first()
    service.summary = "Written by an editor"
    service.save()
    load()
    service.refresh_from_db()
    assert service.summary == "Written by an editor"


def test_a_deleted_listing_comes_back(load, demonstration):
    Service.objects.published().first().delete()
    assert load() == 1


def test_tells_listeners_of_all_listings_at_once(load):
    told: list[list[int]] = []

    def listener(ids: list[int], **_kwargs: object) -> None:
        told.append(ids)

    listings_changed.connect(listener)
    load()
    listings_changed.disconnect(listener)
    assert sorted(told[-1]) == sorted(Service.objects.values_list("pk", flat=True))


@pytest.mark.parametrize("days_from_now", [0, 100, 1000])
def test_no_check_lies_in_the_future_on_whatever_day_it_is_loaded(db, days_from_now):
    today = localdate() - timedelta(days=days_from_now)
    load_directory(lambda _what, _added: None, today)
    assert not Service.objects.filter(verified_on__gt=today).exists()
