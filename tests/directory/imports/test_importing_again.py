"""The same source again: what did not change is not touched, and what editors did is not undone."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from wagtail.models import ModelLogEntry

from directory.models import Location, Organization, Service
from directory.signals import listings_changed
from tests.directory.imports.conftest import import_hsds, import_listings, listing
from tests.factories import ServiceFactory

pytestmark = pytest.mark.django_db

CHANGED = ["s1,o1,Legal advice,Help with papers and courts,active,Free to everyone,,"]


@pytest.fixture
def heard() -> Iterator[Callable[[], set[int]]]:
    """The listings that the search index and the page cache were told about, since the last question."""
    told: list[set[int]] = []

    def listen(ids: list[int], **_kwargs: object) -> None:
        told.append(set(ids))

    listings_changed.connect(listen, weak=False)

    def so_far() -> set[int]:
        ids = set().union(*told)
        told.clear()
        return ids

    yield so_far
    listings_changed.disconnect(listen)


def test_a_changed_row_of_a_published_listing_waits_as_a_draft(hsds: Callable[..., Path]) -> None:
    import_hsds(hsds())
    assert "1 updated" in import_hsds(hsds(services=CHANGED))
    service = Service.objects.get()
    assert service.description == "Help with papers"
    assert service.has_unpublished_changes
    assert service.get_latest_revision_as_object().description == "Help with papers and courts"


def test_only_the_changed_row_is_updated(hsds: Callable[..., Path]) -> None:
    other = "s2,o1,Interpreting,By phone,active,,,"
    import_hsds(hsds(services=["s1,o1,Legal advice,Help,active,,,", other]))
    revisions = dict(Service.objects.values_list("external_id", "latest_revision"))
    import_hsds(hsds(services=["s1,o1,Legal advice,More help,active,,,", other]))
    after = dict(Service.objects.values_list("external_id", "latest_revision"))
    assert [key for key in after if after[key] != revisions[key]] == ["s1"]


def test_a_changed_row_of_a_draft_updates_it(hsds: Callable[..., Path]) -> None:
    import_hsds(hsds(services=["s1,o9,Legal advice,Help,active,,,"]))
    import_hsds(hsds(services=["s1,o9,Legal advice,More help,active,,,"]))
    service = Service.objects.get()
    assert service.description == "More help"
    assert service.get_latest_revision_as_object().description == "More help"
    assert not service.live


def test_an_editors_draft_of_a_draft_stays(hsds: Callable[..., Path]) -> None:
    import_hsds(hsds(services=["s1,o9,Legal advice,Help,active,,,"]))
    edited = Service.objects.get().get_latest_revision_as_object()
    edited.summary = "In one sentence"
    edited.save_revision()
    import_hsds(hsds(services=["s1,o9,Legal advice,More help,active,,,"]))
    draft = Service.objects.get().get_latest_revision_as_object()
    assert (draft.summary, draft.description) == ("In one sentence", "More help")


def test_a_locked_listing_is_left_alone_until_it_is_unlocked(hsds: Callable[..., Path]) -> None:
    import_hsds(hsds())
    Service.objects.update(locked=True)
    assert "has locked this listing" in import_hsds(hsds(services=CHANGED))
    Service.objects.update(locked=False)
    assert "services: 0 created, 1 updated" in import_hsds(hsds(services=CHANGED))


def test_ages_that_contradict_an_editors_are_left_out(hsds: Callable[..., Path]) -> None:
    header = "id,organization_id,name,maximum_age\n"
    folder = hsds()
    (folder / "services.csv").write_text(f"{header}s1,o1,Legal advice,\n")
    import_hsds(folder)
    service = Service.objects.get()
    service.minimum_age = 18
    service.save_revision().publish()
    (folder / "services.csv").write_text(f"{header}s1,o1,Legal advice,12\n")
    assert "cannot store this row" in import_hsds(folder)
    assert Service.objects.get().maximum_age is None


def test_changed_children_and_links_are_replaced(sheet: Callable[..., Path]) -> None:
    import_listings(sheet(listing(languages="fa;de", city="Berlin", countries_served="FR", name_fa="وکیل")))
    import_listings(
        sheet(listing(languages="de;ar", city="Hamburg", countries_served="AT", name_fa="مشاوره"))
    )
    for service in (Service.objects.get(), Service.objects.get().get_latest_revision_as_object()):
        assert [language.code for language in service.languages.all()] == ["de", "ar"]
        assert [location.city.name for location in service.locations.all()] == ["Hamburg"]
        assert [country.code for country in service.also_serves.all()] == ["AT"]
        assert [text.name for text in service.translations.all()] == ["مشاوره"]


def test_the_history_tells_of_each_import(sheet: Callable[..., Path]) -> None:
    import_listings(sheet(listing()))
    import_listings(sheet(listing(summary="Help")))
    entries = ModelLogEntry.objects.for_instance(Service.objects.get()).order_by("pk")
    assert [entry.action for entry in entries] == ["wagtail.create", "wagtail.edit"]
    assert entries[1].revision == Service.objects.get().live_revision


def test_what_an_editor_changed_stays(hsds: Callable[..., Path]) -> None:
    import_hsds(hsds())
    service = Service.objects.get()
    service.description = "Help with papers, by appointment"
    service.save_revision().publish()
    output = import_hsds(
        hsds(services=["s1,o1,Advice on law,Help with papers and courts,active,Free to everyone,,"])
    )
    draft = Service.objects.get().get_latest_revision_as_object()
    assert draft.name == "Advice on law", "the editor left this as it was imported"
    assert draft.description == "Help with papers, by appointment"
    assert "changed here since the last import" in output
    assert "Nothing changed" in import_hsds(
        hsds(services=["s1,o1,Advice on law,Help with papers and courts,active,Free to everyone,,"])
    )


def test_a_note_gains_lines_and_loses_none(hsds: Callable[..., Path]) -> None:
    import_hsds(hsds(locations=["l1,o1,Main office,100,101"]))
    location = Location.objects.get()
    location.internal_note += "\nRing twice."
    location.save()
    import_hsds(hsds(locations=["l1,o1,Main office,200,101"]))
    note = Location.objects.get().internal_note
    assert "Ring twice." in note
    assert "locations.latitude: 200" in note


def test_what_was_deleted_here_does_not_come_back(hsds: Callable[..., Path]) -> None:
    import_hsds(hsds())
    Service.objects.all().delete()
    output = import_hsds(hsds(services=CHANGED))
    assert not Service.objects.exists()
    assert "deleted here" in output


def test_what_is_no_longer_in_the_file_stays_and_is_reported(hsds: Callable[..., Path]) -> None:
    import_hsds(hsds(services=["s1,o1,Legal advice,Help,active,,,", "s2,o1,Interpreting,,active,,,"]))
    output = import_hsds(hsds(services=["s1,o1,Legal advice,Help,active,,,"], phones=None))
    assert Service.objects.count() == 2
    assert "is not in the file now" in output


def test_an_organization_that_arrives_later_replaces_its_placeholder(hsds: Callable[..., Path]) -> None:
    import_hsds(hsds(organizations=["o2,Pier,,,"]))
    placeholder = Organization.objects.get(external_id="o1")
    import_hsds(hsds(organizations=["o1,Harbour,,,", "o2,Pier,,,"]))
    placeholder.refresh_from_db()
    assert (placeholder.name, placeholder.is_placeholder) == ("Harbour", False)
    assert Service.objects.get().live is False, "an editor decides when it is published"


def test_a_renamed_folder_is_recognised(hsds: Callable[..., Path]) -> None:
    import_hsds(hsds())
    assert "imported before from another folder" in import_hsds(hsds("renamed"))
    assert Service.objects.count() == 1


def test_the_same_ids_of_another_source_are_other_services(hsds: Callable[..., Path]) -> None:
    import_hsds(hsds())
    import_hsds(hsds("other", services=["s1,o1,Food bank,Free meals,active,,,"]))
    assert Service.objects.count() == 2


def test_the_index_hears_of_what_changed_only(
    hsds: Callable[..., Path], heard: Callable[[], set[int]]
) -> None:
    import_hsds(hsds())
    service = Service.objects.get()
    ServiceFactory()
    heard()
    import_hsds(hsds())
    assert heard() == set()
    import_hsds(hsds(locations=["l1,o1,New office,,"]))
    assert heard() == {service.pk}


def test_a_changed_row_of_the_spreadsheet_is_published(sheet: Callable[..., Path]) -> None:
    import_listings(sheet(listing(phone="030 23125000")))
    import_listings(sheet(listing(phone="030 23125001")))
    service = Service.objects.get()
    assert [contact.value for contact in service.contacts.all()] == ["+493023125001"]
    assert not service.has_unpublished_changes


def test_a_row_that_became_unreadable_does_not_reach_the_public(sheet: Callable[..., Path]) -> None:
    import_listings(sheet(listing(phone="030 23125000")))
    import_listings(sheet(listing(phone="call us")))
    service = Service.objects.published().get()
    assert [contact.value for contact in service.contacts.all()] == ["+493023125000"]
    assert service.has_unpublished_changes


def test_a_corrected_row_is_published(sheet: Callable[..., Path]) -> None:
    import_listings(sheet(listing(phone="call us")))
    assert not Service.objects.published().exists()
    import_listings(sheet(listing(phone="030 23125000")))
    assert Service.objects.published().get().contacts.get().value == "+493023125000"


def test_an_editors_unfinished_draft_is_not_published_along(sheet: Callable[..., Path]) -> None:
    import_listings(sheet(listing()))
    service = Service.objects.get()
    service.summary = "Not ready yet"
    service.save_revision()
    import_listings(sheet(listing(description="New text")))
    service = Service.objects.get()
    assert (service.summary, service.description) == ("", "")
    draft = service.get_latest_revision_as_object()
    assert (draft.summary, draft.description) == ("Not ready yet", "New text")


def test_a_listing_that_an_editor_took_off_the_site_stays_off(sheet: Callable[..., Path]) -> None:
    import_listings(sheet(listing()))
    Service.objects.get().unpublish()
    import_listings(sheet(listing(description="New text")))
    assert not Service.objects.get().live
