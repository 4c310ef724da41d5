"""Choices in the order in which the editor's language reads them."""

from directory.models import Country, Need
from directory.names import country_choices


def countries() -> list[tuple[str, str]]:
    return country_choices(Country.objects.values_list("code", flat=True))


def broad_needs() -> list[tuple[int, str]]:
    return [(need.pk, str(need)) for need in Need.objects.top().with_names()]


def needs_by_group() -> list[tuple[str, list[tuple[int, str]]]]:
    """Broader needs as groups: first the broad one itself, then its narrower ones."""
    narrower: dict[int | None, list[Need]] = {}
    for need in Need.objects.with_names():
        narrower.setdefault(need.parent_id, []).append(need)
    return [
        (str(broad), [(need.pk, str(need)) for need in (broad, *narrower.get(broad.pk, []))])
        for broad in narrower.get(None, [])
    ]
