"""Pictures are served from their folder and from nowhere else, and may be kept for a day."""

from pathlib import Path

import pytest
from django.conf import LazySettings
from django.test import Client

pytestmark = pytest.mark.django_db
PICTURE = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(autouse=True)
def _folder(settings: LazySettings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    (settings.MEDIA_ROOT / "images").mkdir(parents=True)
    (settings.MEDIA_ROOT / "images" / "door.png").write_bytes(PICTURE)
    (tmp_path / "secrets.env").write_text("KEY=1")


def test_a_picture_comes_as_what_it_is_and_may_be_kept_for_a_day(client: Client) -> None:
    answer = client.get("/media/images/door.png")
    assert b"".join(answer.streaming_content) == PICTURE
    assert answer["Content-Type"] == "image/png"
    assert answer["Cache-Control"] == "public, max-age=86400"
    assert answer["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "path",
    ["images/", "", "images/none.png", "../secrets.env", "%2e%2e/secrets.env", "images/../../secrets.env"],
)
def test_nothing_else_is_served_not_even_the_list_of_pictures(client: Client, path: str) -> None:
    answer = client.get(f"/media/{path}", follow=True)
    assert answer.status_code in {400, 404}
    assert b"KEY=1" not in answer.content
    assert b"door.png" not in answer.content
