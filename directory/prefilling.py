"""Forms for a new row that begin with what their address says: ?language=fa&words=…

A report that shows what is missing leads to such a form, so that nobody types again what is known.
"""

from django.http import HttpRequest
from wagtail.snippets.views.snippets import CreateView

from directory.models import Need


class PrefilledCreateView(CreateView):
    """What the form does not know is left aside, and nothing is kept until somebody saves it."""

    request: HttpRequest
    prefilled: tuple[str, ...] = ()

    def get_initial(self) -> dict:
        given = self.request.GET
        return super().get_initial() | {name: given[name] for name in self.prefilled if given.get(name)}


class PhraseCreateView(PrefilledCreateView):
    prefilled = ("language", "words")


class PrefilledListingCreateView(PrefilledCreateView):
    """Needs stand in an address by their slugs."""

    prefilled = ("source_language", "country")

    def get_initial(self) -> dict:
        slugs = self.request.GET.getlist("need")
        needs = list(Need.objects.filter(slug__in=slugs)) if slugs else []
        return super().get_initial() | ({"needs": needs} if needs else {})
