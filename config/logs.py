"""No log holds a reader's address or what they typed, nor a link that opens something."""

import logging
import re
import traceback
from types import TracebackType

# As long and as mixed as nothing but a token is: Django names the path of whatever fails.
_TOKEN = re.compile(r"(?<=/)[A-Za-z0-9_-]{32,}(?=/|\b)")


class DiscreetFormatter(logging.Formatter):
    """Says where and what kind of error, not its message: that may quote a query or a receipt code."""

    def format(self, record: logging.LogRecord) -> str:
        return _TOKEN.sub("…", super().format(record))

    def formatException(  # noqa: N802 - the name of the standard library
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        error = ei[1]
        return "\n".join(_without_messages(error)) if error else ""


def _without_messages(error: BaseException) -> list[str]:
    origin = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    earlier = [*_without_messages(origin), "which led to:"] if origin else []
    frames = "".join(traceback.format_tb(error.__traceback__)).rstrip()
    return [*earlier, "Traceback (most recent call last):", frames, type(error).__qualname__]
