"""The needs a new site begins with."""

import pytest
from django.conf import settings
from django.core.management import call_command

from directory.enums import NeedIcon
from directory.models import Need, NeedTranslation
from directory.taxonomy.load import load_taxonomy
from directory.taxonomy.terms import every_term
from search.text import fold

LANGUAGES = {code for code, _name in settings.LANGUAGES}


def test_every_term_has_a_name_a_sentence_and_everyday_words_in_every_language():
    for term in every_term():
        assert set(term.wordings) == LANGUAGES, term.slug
        for language, wording in term.wordings.items():
            assert wording.description.endswith("."), (term.slug, language)
            assert len(wording.words) >= 15, (term.slug, language)
            assert len(set(map(fold, wording.words))) == len(wording.words), (term.slug, language)


@pytest.mark.django_db
def test_twelve_broad_needs_have_narrower_ones_and_an_icon():
    load_taxonomy()
    top = Need.objects.top()
    assert set(top.values_list("icon", flat=True)) == set(NeedIcon)
    assert all(need.narrower.exists() for need in top)
    assert Need.objects.count() == len(list(every_term()))


@pytest.mark.django_db
def test_what_editors_made_of_a_need_stays(capsys):
    load_taxonomy()
    NeedTranslation.objects.filter(need__slug="legal", language="fa").update(words="وکیل")
    Need.objects.get(slug="clothing").delete()
    call_command("load_taxonomy")
    assert "1 need was added." in capsys.readouterr().out
    assert NeedTranslation.objects.get(need__slug="legal", language="fa").words == "وکیل"
    assert Need.objects.filter(slug="clothing").exists()
