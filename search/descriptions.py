"""The long texts of the few listings on a page. An index of a million need not carry them in its cards."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from directory import prepared
from directory.models import Service, ServiceTranslation
from search.engines import Hit

Descriptions = Mapping[int, Mapping[str, str]]


def descriptions_of(hits: Iterable[Hit]) -> Descriptions:
    """By listing and language, in one query."""
    ids = [hit.service_id for hit in hits]
    found: defaultdict[int, dict[str, str]] = defaultdict(dict)
    for number, language, text in prepared.rows(_texts_of, ids) if ids else ():
        found[number][language] = text
    return found


def _texts_of(ids: RawSQL) -> QuerySet:
    own = Service.objects.released().filter(pk__in=ids).order_by()
    translated = ServiceTranslation.objects.filter(service_id__in=ids).order_by()
    return own.values_list("pk", "source_language", "description").union(
        translated.values_list("service_id", "language", "description"), all=True
    )
