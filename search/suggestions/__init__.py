"""What somebody may be about to ask, while they type."""

from search.suggestions.suggesting import Suggestion, suggest

__all__ = ["Suggestion", "suggest"]
