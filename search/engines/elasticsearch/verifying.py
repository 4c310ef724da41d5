"""Whether the index has every listing at its version; what differs is named."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from elasticsearch import Elasticsearch

from search import outbox
from search.engines.elasticsearch.connection import patient
from search.models import Entry, Outbox

_BATCH = 10_000
_KEEP = "1m"


@dataclass(frozen=True)
class Difference:
    """`expected` and `found` are versions; None where there is nothing."""

    service_id: int
    expected: int | None
    found: int | None


def differences(client: Elasticsearch, alias: str) -> list[Difference]:
    """Of every listing; those that are gone may be missing."""
    found = dict(_versions(client, alias))
    expected = dict(Outbox.objects.values_list("pk", "version").iterator(chunk_size=_BATCH))
    there = set(
        Entry.objects.filter(hidden_on__gt=0).values_list("pk", flat=True).iterator(chunk_size=_BATCH)
    )
    return [
        Difference(number, expected.get(number), found.get(number))
        for number in sorted({*found, *there, *expected})
        if found.get(number) != expected.get(number) and (number in found or number in there)
    ]


def repair(several: Sequence[Difference]) -> None:
    """Lets the worker bring those alone, each at a version that is higher than what the index has."""
    outbox.note([each.service_id for each in several])
    for each in several:
        if each.found is not None:
            Outbox.objects.filter(pk=each.service_id, version__lte=each.found).update(version=each.found + 1)


def _versions(client: Elasticsearch, alias: str) -> Iterator[tuple[int, int]]:
    asking = patient(client)
    asking.indices.refresh(index=alias)
    held = asking.open_point_in_time(index=alias, keep_alive=_KEEP)["id"]
    try:
        after = None
        while True:
            hits = asking.search(
                pit={"id": held, "keep_alive": _KEEP},
                size=_BATCH,
                sort=["_shard_doc"],
                search_after=after,
                source=False,
                version=True,
                track_total_hits=False,
            )["hits"]["hits"]
            if not hits:
                return
            yield from ((int(hit["_id"]), hit["_version"]) for hit in hits)
            after = hits[-1]["sort"]
    finally:
        asking.close_point_in_time(id=held)
