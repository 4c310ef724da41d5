"""From the outbox to the index: what a worker does, again and again."""

from elasticsearch import Elasticsearch

from pagecache import generation
from search import outbox
from search.engines.base import EngineAwayError
from search.engines.elasticsearch.renewal import next_renewal
from search.engines.elasticsearch.writing import write


def apply_due(client: Elasticsearch, alias: str) -> int:
    """Brings one batch to the index, and says of how many listings; EngineAwayError leaves all as it was."""
    claimed = outbox.claim()
    if not claimed:
        return 0
    try:
        # A long queue is faster when nobody waits for each batch to be seen.
        written = write(client, alias, claimed, until_seen=len(claimed) < outbox.BATCH)
    except EngineAwayError:
        outbox.release(claimed)
        raise
    outbox.settle(written.lasting)
    outbox.settle(written.for_days, next_due=next_renewal())
    for refused, error in written.refused.items():
        outbox.refuse(refused, error)
    # Pages that were made between the change and now are old.
    generation.bump()
    return len(claimed)
