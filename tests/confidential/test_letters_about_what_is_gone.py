"""A letter that waits in the post goes with what it tells of, however that goes; no other letter does."""

from datetime import timedelta
from functools import partial

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from confidential import post, retention
from confidential.erasure import erase
from confidential.models import QueuedLetter
from confidential.retention import Retention
from tests.confidential.letters.models import Letter

committing = pytest.mark.django_db(transaction=True)
GONE, STAYS = "gone@example.org", "stays@example.org"
write = partial(post.send, subject="News", body="Hello", language="fa")


@pytest.fixture
def gone() -> Letter:
    """A row about which a letter waits, beside a letter about another row and one about none."""
    row = Letter.objects.create(text="Maryam", created_at=timezone.now() - timedelta(days=91))
    write(GONE, about=row)
    write(STAYS, about=Letter.objects.create(text="Zahra"))
    write(STAYS)
    return row


def waiting() -> list[str]:
    return sorted(letter.to for letter in QueuedLetter.objects.all())


@committing
def test_what_is_erased_takes_its_letters_along(gone: Letter) -> None:
    erase(gone)
    assert waiting() == [STAYS, STAYS]


@committing
def test_an_erasure_that_was_rolled_back_leaves_its_letters_in_the_post(gone: Letter) -> None:
    with transaction.atomic():
        erase(gone)
        transaction.set_rollback(True)
    assert waiting() == [GONE, STAYS, STAYS]


@committing
def test_what_is_purged_takes_its_letters_along(gone: Letter, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Retention(
        "letters of tests",
        lambda before: Letter.objects.filter(created_at__lt=before),
        timedelta(days=90),
        "Only for tests.",
    )
    monkeypatch.setitem(retention.registry, kept.name, kept)
    call_command("purge_confidential")
    assert waiting() == [STAYS, STAYS]


@committing
@pytest.mark.parametrize("also_the_row", [True, False])
def test_a_replay_takes_back_the_letters_that_came_with_a_backup(gone: Letter, *, also_the_row: bool) -> None:
    """Also where the row itself did not come back."""
    erase(gone)
    if also_the_row:
        gone.save(force_insert=True)
    write(GONE, about=Letter(pk=gone.pk))
    call_command("replay_erasures")
    assert waiting() == [STAYS, STAYS]
    assert Letter.objects.count() == 1
