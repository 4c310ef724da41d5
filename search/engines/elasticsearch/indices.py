"""The indexes behind the alias: made, put in place, taken away."""

from datetime import UTC, datetime
from secrets import token_hex
from typing import Any

from elasticsearch import Elasticsearch, NotFoundError

from search.engines.elasticsearch.connection import patient
from search.engines.elasticsearch.document import mapping

_WHILE_FILLING = {
    "number_of_shards": 1,
    "number_of_replicas": 0,
    "refresh_interval": "-1",
    "translog.durability": "async",
}
# A copy on a second node wherever there is one. Never idle: a page shows a change within a second.
_IN_SERVICE = {"auto_expand_replicas": "0-1", "refresh_interval": "1s", "translog.durability": "request"}
_SECONDS_TO_COPY = 60


def create(client: Elasticsearch, alias: str) -> str:
    name = f"{alias}-{datetime.now(UTC):%Y%m%d-%H%M%S}-{token_hex(3)}"
    patient(client).indices.create(
        index=name, settings=_WHILE_FILLING, mappings=mapping(), aliases={being_filled(alias): {}}
    )
    return name


def being_filled(alias: str) -> str:
    """A name for writing to it: should it be deleted meanwhile, no write makes it anew."""
    return f"{alias}-next"


def prepare(client: Elasticsearch, index: str) -> None:
    """Before the first search comes, all that was written is on the disk and found, on a second node too."""
    patient(client).indices.put_settings(index=index, settings=_IN_SERVICE)
    patient(client).indices.flush(index=index)
    patient(client).indices.refresh(index=index)
    waiting = client.options(request_timeout=_SECONDS_TO_COPY + 5, ignore_status=408)
    waiting.cluster.health(index=index, wait_for_status="green", timeout=f"{_SECONDS_TO_COPY}s")


def put_in_place(client: Elasticsearch, alias: str, index: str) -> list[str]:
    """From one moment to the next, searches ask the new index; says which were behind the alias before."""
    replaced = behind(client, alias)
    actions: list[dict[str, Any]] = [{"remove": {"index": old, "alias": alias}} for old in replaced]
    actions += [
        {"remove": {"index": index, "alias": being_filled(alias)}},
        {"add": {"index": index, "alias": alias}},
    ]
    patient(client).indices.update_aliases(actions=actions)
    return replaced


def behind(client: Elasticsearch, alias: str) -> list[str]:
    try:
        return sorted(patient(client).indices.get_alias(name=alias).body)
    except NotFoundError:
        return []


def orphans(client: Elasticsearch, alias: str) -> list[str]:
    """What rebuilds left that were killed."""
    every = patient(client).indices.get(index=f"{alias}-*", expand_wildcards="all").body
    return sorted(set(every).difference(behind(client, alias)))


def delete(client: Elasticsearch, *indexes: str) -> None:
    for index in indexes:
        patient(client).options(ignore_status=404).indices.delete(index=index)
