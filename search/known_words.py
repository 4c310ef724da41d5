"""The words of the index, held in this process and at most a minute old.

They are counted once in the database's own full-text index; after that only listings that changed are read,
whose words are added. A word that no listing holds any more stays known until the index or the process is
new.
"""

from collections import Counter
from dataclasses import dataclass
from functools import cache
from threading import RLock
from time import monotonic
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connections

from search.spelling import Dictionary
from search.text import WHOLE

FRESH_FOR_SECONDS = 60
# The names of choices are words too.
_COUNTED = {
    "sqlite": """
SELECT term, doc FROM search_vocabulary WHERE term NOT GLOB %s
UNION ALL SELECT terms, 1 FROM search_choicename
""",
    "postgresql": """
SELECT word, ndoc FROM ts_stat('SELECT all_vector FROM search_entrytext') WHERE word !~ %s
UNION ALL SELECT terms, 1 FROM search_choicename
""",
}
_WHOLE_NAMES = {"sqlite": f"{WHOLE}*", "postgresql": f"^{WHOLE}"}
_CHANGED = """
SELECT names || ' ' || summaries || ' ' || descriptions FROM search_entrytext
WHERE service_id IN (SELECT service_id FROM search_entry WHERE version > %s)
UNION ALL SELECT terms FROM search_choicename WHERE version > %s
"""


@dataclass(frozen=True)
class _Known:
    """The words of the index up to `position`."""

    epoch: UUID | str | None
    position: int
    dictionary: Dictionary


_NOTHING = _Known(epoch=None, position=-1, dictionary=Dictionary({}))


class KnownWords:
    def __init__(self, alias: str = DEFAULT_DB_ALIAS) -> None:
        self._alias = alias
        self._committed = _NOTHING
        self._uncommitted: tuple[tuple[object, ...], _Known] = (), _NOTHING
        self._looked_at = -float("inf")
        self._lock = RLock()

    def dictionary(self) -> Dictionary:
        """A transaction sees its own words; what it has not committed is kept for itself alone."""
        with self._lock:
            if blocks := tuple(connections[self._alias].atomic_blocks):
                of_this_one, known = self._uncommitted
                known = self._followed(known if of_this_one == blocks else self._committed)
                self._uncommitted = blocks, known
                return known.dictionary
            if monotonic() - self._looked_at > FRESH_FOR_SECONDS:
                self._committed = self._followed(self._committed)
                self._looked_at = monotonic()
            return self._committed.dictionary

    def forget(self) -> None:
        with self._lock:
            self._committed, self._looked_at = _NOTHING, -float("inf")
            self._uncommitted = (), _NOTHING

    def _followed(self, known: _Known) -> _Known:
        from search.engines import of_database  # engines ask with the terms that are made from these words

        rows = self._rows(f"SELECT name, {of_database().position} FROM search_epoch")  # noqa: S608 - constant
        if not rows:
            return _NOTHING
        epoch, position = rows[0]
        if epoch != known.epoch:
            return _Known(epoch, position, Dictionary(self._counted()))
        added = self._changed(known.position) if position > known.position else None
        return _Known(epoch, position, known.dictionary.followed_by(added) if added else known.dictionary)

    def _counted(self) -> Counter[str]:
        vendor = connections[self._alias].vendor
        counted: Counter[str] = Counter()
        for words, listings in self._rows(_COUNTED[vendor], _WHOLE_NAMES[vendor]):
            for word in words.split():
                counted[word] += listings
        return counted

    def _changed(self, position: int) -> Counter[str]:
        texts = self._rows(_CHANGED, position, position)
        return Counter(word for (text,) in texts for word in set(text.split()))

    def _rows(self, statement: str, *parameters: int | str) -> list[tuple]:
        with connections[self._alias].cursor() as cursor:
            cursor.execute(statement, list(parameters))
            return cursor.fetchall()


@cache
def known_words() -> KnownWords:
    """Those of the database in use; one a process."""
    return KnownWords()
