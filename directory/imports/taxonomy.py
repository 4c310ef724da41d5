"""Needs by their short name, or by their name in any language."""

from directory.imports.cells.text import matching
from directory.models import Need


class Taxonomy:
    def __init__(self) -> None:
        self._slugs: dict[str, str] = {}
        for need in Need.objects.with_names():
            for translation in need.translations.all():
                self._slugs.setdefault(matching(translation.name), need.slug)
        self._slugs |= {matching(slug): slug for slug in Need.objects.values_list("slug", flat=True)}

    def need(self, text: str) -> str | None:
        return self._slugs.get(matching(text))
