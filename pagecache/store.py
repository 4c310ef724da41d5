"""The pages kept in a worker's memory: the least recently asked for make room for new ones."""

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, field
from threading import Lock

from pagecache import encodings

# What a page costs beside its body: headers, key, the objects that hold them.
OVERHEAD = 2_000


@dataclass(frozen=True)
class Page:
    headers: dict[str, str]
    etag: str
    generation: int
    expires_at: float
    bodies: dict[str, bytes] = field(repr=False)

    def body(self, encoding: str) -> bytes:
        """Compressed once for each encoding that anybody asked for."""
        if encoding not in self.bodies:
            known, body = next(iter(self.bodies.items()))
            self.bodies[encoding] = encodings.COMPRESS[encoding](encodings.EXPAND[known](body))
        return self.bodies[encoding]

    @property
    def size(self) -> int:
        """Twice the body, because the other encoding may be asked for as well."""
        return OVERHEAD + 2 * sum(map(len, self.bodies.values()))


class Store:
    def __init__(self, capacity: int) -> None:
        self.capacity = capacity
        self.size = 0
        self._pages: OrderedDict[Hashable, tuple[Page, int]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable) -> Page | None:
        with self._lock:
            if key not in self._pages:
                return None
            self._pages.move_to_end(key)
            return self._pages[key][0]

    def put(self, key: Hashable, page: Page) -> None:
        with self._lock:
            self._remove(key)
            self._pages[key] = page, page.size
            self.size += page.size
            while self.size > self.capacity:
                self._remove(next(iter(self._pages)))

    def clear(self) -> None:
        with self._lock:
            self._pages.clear()
            self.size = 0

    def _remove(self, key: Hashable) -> None:
        _page, size = self._pages.pop(key, (None, 0))
        self.size -= size
