"""The texts of data/*.toml. A body is written there as a list: each time a kind of block, then its texts."""

import json
import tomllib
import uuid
from functools import cache
from pathlib import Path
from typing import Any

from wagtail.models import Page

from home.demo.pictures import PICTURES

DATA = Path(__file__).parent / "data"
NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://panah.example.org/")


@cache
def plan() -> dict[str, Any]:
    return _read("plan.toml")


@cache
def pages(language: str) -> dict[str, dict[str, Any]]:
    return _read(f"pages/{language}.toml")


@cache
def news(language: str) -> dict[str, dict[str, Any]]:
    return _read(f"news/{language}.toml")


@cache
def offices() -> dict[str, dict[str, Any]]:
    return _read("offices.toml")


def question_groups(language: str) -> str:
    """As the field `groups` of a page of questions keeps them."""
    groups = _read(f"questions/{language}.toml")["group"]
    return json.dumps(
        [
            _block("group", place, {"heading": group["heading"], "questions": _questions(place, group)})
            for place, group in enumerate(groups)
        ]
    )


def body(slug: str, blocks: list[list[str]], pictures: dict[str, int]) -> str:
    """As a stream field keeps it; a block has the same ID in every language, so that they can be compared."""
    return json.dumps(
        [
            _block(kind, f"{slug}-{place}", _value(kind, texts, pictures))
            for place, (kind, *texts) in enumerate(blocks)
        ]
    )


def translation_key(slug: str) -> uuid.UUID:
    return uuid.uuid5(NAMESPACE, slug)


def is_there(slug: str, parent: Page) -> bool:
    return Page.objects.filter(translation_key=translation_key(slug), locale=parent.locale).exists()


def _value(kind: str, texts: list[str], pictures: dict[str, int]) -> Any:
    match kind:
        case "notice":
            return {"kind": texts[0], "text": texts[1]}
        case "quote":
            return {"text": texts[0], "source": texts[1]}
        case "image":
            return {"image": pictures[PICTURES[texts[0]].title], "alt_text": "", "decorative": True}
        case _:
            return texts[0]


def _questions(group: int, content: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        _block("item", f"question-{group}-{place}", {"question": question, "answer": answer})
        for place, (question, answer) in enumerate(content["questions"])
    ]


def _block(kind: str, place: str | int, value: Any) -> dict[str, Any]:
    return {"type": kind, "value": value, "id": str(uuid.uuid5(NAMESPACE, f"{kind}/{place}"))}


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))
