"""The index made anew beside the old one, while searches and changes go on."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from time import sleep

from elasticsearch import Elasticsearch

from directory.bulk import batches
from search import outbox
from search.engines.base import EngineAwayError
from search.engines.elasticsearch import indices
from search.engines.elasticsearch.renewal import next_renewal
from search.engines.elasticsearch.writing import Documents, Written, documents_of, send
from search.models import Entry, Outbox
from search.outbox import Versioned

_BATCH = 1_000
# The cluster takes a batch in with one thread; meanwhile the next one is read.
_SENT_AT_ONCE = 2
# So few are left to the worker once the new index is in place.
_FEW = 200
_MOST_ROUNDS = 10
# Searches that began in the old index may end there.
_SECONDS_OF_GRACE = 2
_SECONDS_BETWEEN_TRIES = (1, 3, 10)


def rebuild(client: Elasticsearch, alias: str) -> int:
    """Says of how many listings. What fails half way leaves nothing behind, unless it is killed."""
    indices.delete(client, *indices.orphans(client, alias))
    index = indices.create(client, alias)
    try:
        copy = _Copy(client, indices.being_filled(alias))
        copy.everything()
        indices.prepare(client, index)
        replaced = indices.put_in_place(client, alias, index)
    except BaseException:
        indices.delete(client, index)
        raise
    copy.tell_the_outbox()
    sleep(_SECONDS_OF_GRACE)
    indices.delete(client, *replaced)
    return copy.listings


class _Copy:
    """What the new index has, and at which version."""

    def __init__(self, client: Elasticsearch, alias: str) -> None:
        self._client, self._alias = client, alias
        self._versions: dict[int, int] = {}
        self._for_days: set[int] = set()
        self.listings = 0

    def everything(self) -> None:
        """And then what changed meanwhile, until nearly nothing does."""
        with ThreadPoolExecutor(_SENT_AT_ONCE) as threads:
            sent: deque[Future[Written]] = deque()
            for batch in _outbox_in_batches():
                there = _still_there(batch)
                documents = documents_of(there)
                if len(sent) == _SENT_AT_ONCE:
                    self._note_written(sent.popleft().result())
                sent.append(threads.submit(self._send, there, documents))
                self._note(set(batch).difference(there))
                self.listings += len(there)
            for each in sent:
                self._note_written(each.result())
        for _round in range(_MOST_ROUNDS):
            changed = self._changed()
            if len(changed) <= _FEW:
                return
            for batch in batches(changed, _BATCH):
                self._write(batch)

    def tell_the_outbox(self) -> None:
        """What was committed since it was copied may have gone to the old index alone."""
        outbox.hurry([each.service_id for each in self._changed()])
        copied = [Versioned(*each) for each in self._versions.items()]
        outbox.settle([each for each in copied if each.service_id not in self._for_days])
        with_hours = [each for each in copied if each.service_id in self._for_days]
        for batch in batches(with_hours, _BATCH):
            outbox.settle(batch, next_due=next_renewal())

    def _changed(self) -> list[Versioned]:
        """What the outbox knows at another version, or the index did not take."""
        return [
            each
            for batch in _outbox_in_batches()
            for each in batch
            if self._versions.get(each.service_id) != each.version
        ]

    def _write(self, listings: Sequence[Versioned]) -> None:
        self._note_written(self._send(listings, documents_of(listings)))

    def _note_written(self, written: Written) -> None:
        self._note([*written.lasting, *written.for_days])
        self._for_days.difference_update(each.service_id for each in written.lasting)
        self._for_days.update(each.service_id for each in written.for_days)

    def _send(self, listings: Sequence[Versioned], documents: Documents) -> Written:
        """Patiently: a cluster that has too much to do is asked again."""
        if not listings:
            return Written()
        for seconds in _SECONDS_BETWEEN_TRIES:
            try:
                return send(self._client, self._alias, listings, documents, until_seen=False)
            except EngineAwayError:
                sleep(seconds)
        return send(self._client, self._alias, listings, documents, until_seen=False)

    def _note(self, listings: Iterable[Versioned]) -> None:
        self._versions |= {each.service_id: each.version for each in listings}


def _outbox_in_batches() -> Iterator[list[Versioned]]:
    after = -1
    while True:
        rows = Outbox.objects.filter(pk__gt=after).order_by("pk").values_list("pk", "version")[:_BATCH]
        batch = [Versioned(*row) for row in rows]
        if not batch:
            return
        yield batch
        after = batch[-1].service_id


def _still_there(listings: Sequence[Versioned]) -> list[Versioned]:
    entries = Entry.objects.filter(pk__in=[each.service_id for each in listings], hidden_on__gt=0)
    there = set(entries.values_list("pk", flat=True))
    return [each for each in listings if each.service_id in there]
