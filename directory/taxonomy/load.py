from django.db import transaction

from directory.models import Need, NeedTranslation
from directory.taxonomy.terms import Term, every_term


@transaction.atomic
def load_taxonomy() -> int:
    """Write the needs that are missing, and say how many those were."""
    needs = {need.slug: need for need in Need.objects.all()}
    missing = [term for term in every_term() if term.slug not in needs]
    for term in missing:
        needs[term.slug] = _create(term, needs.get(term.broader))
    return len(missing)


def _create(term: Term, broader: Need | None) -> Need:
    need = Need.objects.create(slug=term.slug, parent=broader, icon=term.icon, order=term.order)
    NeedTranslation.objects.bulk_create(
        NeedTranslation(
            need=need,
            language=language,
            name=wording.name,
            description=wording.description,
            words="\n".join(wording.words),
        )
        for language, wording in term.wordings.items()
    )
    return need
