"""A page is sent in the smallest form that the client takes, and is the same page in each."""

import pytest

from pagecache.encodings import COMPRESS, EXPAND, IDENTITY, best


@pytest.mark.parametrize(
    ("accepted", "chosen"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate", "gzip"),
        ("GZIP", "gzip"),
        ("br;q=1.0, gzip;q=0.8", "br"),
        ("br;q=0, gzip", "gzip"),
        ("br; q=0.0, gzip; q=0.000", IDENTITY),
        ("br;q=0.001", "br"),
        ("identity", IDENTITY),
        ("deflate", IDENTITY),
        ("x-br", IDENTITY),
        ("", IDENTITY),
        (",;,q=1", IDENTITY),
    ],
)
def test_the_smallest_form_that_the_client_takes(accepted: str, chosen: str) -> None:
    assert best(accepted) == chosen


@pytest.mark.parametrize("encoding", COMPRESS)
@pytest.mark.parametrize(
    "body", [b"", b"<p>Help</p>" * 500, "سلام".encode() * 200], ids=["empty", "en", "fa"]
)
def test_each_form_is_the_same_page(encoding: str, body: bytes) -> None:
    assert EXPAND[encoding](COMPRESS[encoding](body)) == body


def test_the_better_form_is_smaller() -> None:
    page = b"".join(f'<li class="card"><h3>House {number}</h3></li>'.encode() for number in range(300))
    assert len(COMPRESS["br"](page)) < len(COMPRESS["gzip"](page)) < len(page) / 5


def test_the_same_page_is_compressed_to_the_same_bytes_at_any_time(monkeypatch: pytest.MonkeyPatch) -> None:
    before = COMPRESS["gzip"](b"page")
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    assert COMPRESS["gzip"](b"page") == before
