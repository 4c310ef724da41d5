"""Compressed forms of a page."""

import gzip
from collections.abc import Callable
from functools import lru_cache

import brotli

IDENTITY = ""
# Better compression takes many times longer and saves two or three per cent.
GZIP_LEVEL = 6
BROTLI_QUALITY = 5

COMPRESS: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda body: brotli.compress(body, quality=BROTLI_QUALITY),
    "gzip": lambda body: gzip.compress(body, GZIP_LEVEL, mtime=0),
    IDENTITY: bytes,
}
EXPAND: dict[str, Callable[[bytes], bytes]] = {
    "br": brotli.decompress,
    "gzip": gzip.decompress,
    IDENTITY: bytes,
}


@lru_cache(maxsize=256)
def best(accept_encoding: str) -> str:
    """The smallest form that the client takes."""
    accepted = {name for name, quality in map(_parse, accept_encoding.split(",")) if quality}
    return next((name for name in ("br", "gzip") if name in accepted), IDENTITY)


def _parse(item: str) -> tuple[str, bool]:
    name, _separator, parameters = item.strip().lower().partition(";")
    refused = parameters.replace(" ", "").rstrip("0").rstrip(".") in {"q=", "q=0"}
    return name.strip(), not refused
