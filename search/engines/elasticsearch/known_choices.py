"""The names of choices, as the database has them: a need's new word counts at once, without a new index."""

from threading import Lock
from typing import Any

from django.db import connection

from search.engines.choice_names import ChoiceNames
from search.engines.database import DatabaseEngine
from search.models import ChoiceName

_CHANGES = """
SELECT search_epoch.name, {position}, EXISTS (SELECT 1 FROM search_choicename WHERE version > %s)
FROM search_epoch
"""


class KnownChoices:
    """Read again when something changed; what a transaction has not committed is not kept."""

    def __init__(self, database: DatabaseEngine) -> None:
        self._position = database.position
        self._known: tuple[Any, int, ChoiceNames] = (None, -1, ChoiceNames(()))
        self._lock = Lock()

    def current(self) -> ChoiceNames:
        with self._lock:
            epoch, position, names = self._known
            with connection.cursor() as cursor:
                cursor.execute(_CHANGES.format(position=self._position), [position])
                row = cursor.fetchone()
            if row is None:
                return ChoiceNames(())
            if row[0] != epoch or row[2]:
                names = ChoiceNames(ChoiceName.objects.values_list("kind", "value", "terms"))
            if not connection.in_atomic_block:
                self._known = row[0], row[1], names
            return names
