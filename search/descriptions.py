"""The long texts of the few listings on a page. An index of a million need not carry them in its cards."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from directory.models import Service, ServiceTranslation
from search.engines import Hit

Descriptions = Mapping[int, Mapping[str, str]]


def descriptions_of(hits: Iterable[Hit]) -> Descriptions:
    """By listing and language, in one query."""
    ids = [hit.service_id for hit in hits]
    own = Service.objects.published().filter(pk__in=ids).order_by()
    translated = ServiceTranslation.objects.filter(service_id__in=ids).order_by()
    rows = own.values_list("pk", "source_language", "description").union(
        translated.values_list("service_id", "language", "description"), all=True
    )
    found: defaultdict[int, dict[str, str]] = defaultdict(dict)
    for number, language, text in rows if ids else ():
        found[number][language] = text
    return found
