"""Words of Persian and Arabic keyboards, which have letters of their own for one another's ی and ک."""

from collections.abc import Iterable

from django.db.models import Q

_AS_PERSIAN = str.maketrans("يىك", "ییک")
_AS_ARABIC = str.maketrans("یک", "يك")


def holding(fields: Iterable[str], words: str) -> Q:
    """Rows with the words in any of the fields, whichever keyboard wrote either."""
    spellings = dict.fromkeys((words, words.translate(_AS_PERSIAN), words.translate(_AS_ARABIC)))
    return Q(*((f"{field}__icontains", each) for field in fields for each in spellings), _connector=Q.OR)
