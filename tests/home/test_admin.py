"""The editors' side: pages by Wagtail's own means, and nothing that this site does not use."""

import re

import pytest
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from home.models import HomePage, InformationPage
from tests.factories import pages

pytestmark = pytest.mark.django_db
TURNED_ROUND = "Call \u202e0000"
NEW_PAGES = ["informationpage", "questionspage", "newsindexpage", "officespage"]


def test_documents_are_offered_to_nobody(administrator):
    dashboard = administrator.get(reverse("wagtailadmin_home")).content.decode()

    assert reverse("wagtailimages:index") in dashboard
    assert reverse("wagtaildocs:index") not in dashboard
    for name in ("wagtaildocs:index", "wagtaildocs:add", "wagtaildocs:add_multiple"):
        assert administrator.get(reverse(name)).status_code == 302


@pytest.mark.parametrize("model", NEW_PAGES)
def test_the_form_of_a_new_page_opens(administrator, model):
    home = pages.home_in("fa")

    response = administrator.get(reverse("wagtailadmin_pages:add", args=["home", model, home.pk]))

    assert response.status_code == 200


def test_every_page_can_be_edited_and_previewed(administrator, one_of_each):
    for page in one_of_each("en").values():
        edit = administrator.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
        assert edit.status_code == 200
        preview = page.specific.make_preview_request(preview_mode="")
        assert page.title in preview.content.decode()


def test_hidden_signs_enter_no_text_of_a_page(administrator):
    """They make text read otherwise than it is stored, and who pastes it does not see them."""
    page = pages.InformationPageFactory()
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    body = [("heading", TURNED_ROUND), ("quote", {"text": TURNED_ROUND, "source": ""})]
    form = nested_form_data(
        {
            "title": TURNED_ROUND,
            "slug": page.slug,
            "introduction": TURNED_ROUND,
            "body": streamfield(body),
            "comments": inline_formset([]),
            "action-publish": "yes",
        }
    )

    administrator.post(address, form)

    stored = InformationPage.objects.get(pk=page.pk)
    shown = [stored.title, stored.introduction, stored.body[0].value, stored.body[1].value["text"]]
    assert shown == ["Call 0000"] * 4


def test_a_draft_is_shown_to_who_edits_it(administrator):
    draft = pages.InformationPageFactory(title="A draft", live=False)
    draft.save_revision()

    response = administrator.get(reverse("wagtailadmin_pages:view_draft", args=[draft.pk]))

    assert "<h1>A draft</h1>" in response.content.decode()


def test_no_page_is_for_some_readers_only(administrator):
    page = pages.InformationPageFactory()
    address = reverse("wagtailadmin_pages:set_privacy", args=[page.pk])

    administrator.post(address, {"restriction_type": "login"})

    assert not page.get_view_restrictions().exists()


def test_the_admin_asks_nothing_of_other_origins(administrator, one_of_each):
    made = one_of_each("en")
    addresses = [
        reverse("wagtailadmin_home"),
        reverse("wagtailadmin_explore", args=[made["home"].pk]),
        reverse("wagtailadmin_pages:edit", args=[made["information"].pk]),
        reverse("wagtailimages:index"),
        reverse("wagtailimages:add_multiple"),
        reverse("wagtailadmin_account"),
    ]
    for address in addresses:
        html = administrator.get(address).content.decode()
        loaded = re.findall(r'<(?:script|img|link|iframe)\b[^>]*(?:src|href)="(https?:|//)[^"]*"', html)
        assert loaded == [], address


def test_pages_stand_only_where_they_belong():
    allowed = {model.__name__: model for model in HomePage.allowed_subpage_models()}

    assert set(allowed) == {"InformationPage", "QuestionsPage", "NewsIndexPage", "OfficesPage"}
    assert not HomePage.can_create_at(Page.get_first_root_node())
    assert not allowed["NewsIndexPage"].can_create_at(pages.NewsIndexPageFactory().get_parent())


def test_the_login_page_is_the_sites_own_and_offers_no_mail(client):
    page = client.get(reverse("wagtailadmin_login")).content.decode()

    assert "Panah" in page
    assert "Sign in to Wagtail" not in page
    assert reverse("wagtailadmin_password_reset") not in page
