"""Listings on their way into an index, each with its version: the newer one always wins."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from elasticsearch import ApiError, Elasticsearch, TransportError

from search.engines.base import EngineAwayError
from search.engines.elasticsearch.connection import patient
from search.engines.elasticsearch.document import document, nothing_left
from search.models import Entry, EntryCard, EntryPhrases, EntryText
from search.outbox import Versioned

_FIRST_ERROR, _CONFLICT, _FIRST_OF_SERVER = 400, 409, 500
# Not the listing's fault: the index takes no writes (a disk is full), is missing, or has too much to do.
_AWAY = {403, 404, 429}


Documents = Mapping[int, Mapping[str, Any]]


@dataclass
class Written:
    """`lasting` need nothing more; those `for_days` have opening hours that are known for some days only."""

    lasting: list[Versioned] = field(default_factory=list)
    for_days: list[Versioned] = field(default_factory=list)
    refused: dict[Versioned, str] = field(default_factory=dict)


def write(client: Elasticsearch, alias: str, wanted: Sequence[Versioned], *, until_seen: bool) -> Written:
    """Brings those listings to the index behind the alias, as the database has them now."""
    return send(client, alias, wanted, documents_of(wanted), until_seen=until_seen)


def documents_of(wanted: Sequence[Versioned]) -> Documents:
    """Of those that are still there."""
    return dict(_documents([each.service_id for each in wanted]))


def send(
    client: Elasticsearch, alias: str, wanted: Sequence[Versioned], documents: Documents, *, until_seen: bool
) -> Written:
    """The half of writing that asks no database, so that another thread can do it."""
    answers = _bulk(client, alias, wanted, documents, until_seen=until_seen)
    written = Written()
    for each, answer in zip(wanted, answers, strict=True):
        status = answer["status"]
        if status in _AWAY or status >= _FIRST_OF_SERVER:
            raise EngineAwayError(answer["error"]["type"])
        if status >= _FIRST_ERROR and status != _CONFLICT:
            written.refused[each] = _reasons(answer["error"])
        elif documents.get(each.service_id, {}).get("open_now"):
            written.for_days.append(each)
        else:
            written.lasting.append(each)
    return written


def _reasons(error: Mapping[str, Any]) -> str:
    """The cause, which comes last, says the most."""
    reason = f"{error['type']}: {error.get('reason', '')}"
    return f"{_reasons(error['caused_by'])} ({reason})" if "caused_by" in error else reason


def _bulk(
    client: Elasticsearch,
    alias: str,
    wanted: Sequence[Versioned],
    documents: Documents,
    *,
    until_seen: bool,
) -> list[Any]:
    operations: list[Mapping[str, Any]] = []
    for each in wanted:
        # Equal versions pass: coming opening hours are renewed without any change.
        version = {"version": each.version, "version_type": "external_gte"}
        operations.append({"index": {"_id": str(each.service_id), **version}})
        operations.append(documents.get(each.service_id) or nothing_left(each.service_id))
    try:
        response = patient(client).bulk(
            index=alias,
            operations=operations,
            require_alias=True,
            refresh="wait_for" if until_seen else False,
            filter_path=["items.index.status", "items.index.error"],
        )
    except (TransportError, ApiError) as error:
        raise EngineAwayError from error
    return [item["index"] for item in response["items"]]


def _documents(ids: Sequence[int]) -> Iterator[tuple[int, dict[str, Any]]]:
    texts, cards = EntryText.objects.in_bulk(ids), EntryCard.objects.in_bulk(ids)
    phrases = EntryPhrases.objects.in_bulk(ids)
    for entry in Entry.objects.filter(pk__in=ids):
        if entry.pk in texts and entry.pk in phrases and entry.pk in cards:
            yield entry.pk, document(entry, texts[entry.pk], phrases[entry.pk], cards[entry.pk])
