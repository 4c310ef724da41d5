"""The rows that hold a term at a place, kept for as long as the rows stay the same."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np

from search.engines.matching import Key

MOST_BYTES = 32 * 2**20


class Postings:
    """What has been asked for; what nobody has asked for since the longest time goes first."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most_bytes = most_bytes
        self._bytes = 0
        self._held: OrderedDict[Key, np.ndarray] = OrderedDict()

    def of(
        self, keys: Iterable[Key], look_up: Callable[[Sequence[Key]], Iterable[np.ndarray]]
    ) -> Mapping[Key, np.ndarray]:
        """Those of all the keys, of which the missing ones are looked up together."""
        wanted = tuple(dict.fromkeys(keys))
        found = {key: self._held[key] for key in wanted if key in self._held}
        missing = [key for key in wanted if key not in found]
        if missing:
            found |= zip(missing, look_up(missing), strict=True)
        for key in wanted:
            self._keep(key, found[key])
        return found

    def _keep(self, key: Key, rows: np.ndarray) -> None:
        if key not in self._held:
            self._held[key] = rows
            self._bytes += rows.nbytes
        self._held.move_to_end(key)
        while self._bytes > self._most_bytes:
            _key, oldest = self._held.popitem(last=False)
            self._bytes -= oldest.nbytes
