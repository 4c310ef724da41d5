"""A query in somebody's own words: what of it names a choice, and what is left to search for as text."""

from search.understanding.knowledge import Knowledge, current
from search.understanding.reading import Reading, Understood, read, text_without

__all__ = ["Knowledge", "Reading", "Understood", "current", "read", "text_without"]
