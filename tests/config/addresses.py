"""Every address of the site, as its URL configuration says, with numbers that lead to something."""

import re
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.contrib.auth.models import Group, User
from django.urls import URLPattern, URLResolver, get_resolver
from wagtail.models import Collection, Locale, Site, Task, TaskState, Workflow, WorkflowState
from wagtail_localize.models import StringSegment, Translation, TranslationSource

from casework.models import AccessRequest, Introduction
from directory.models import Phrase, Service
from tests.factories import LocationFactory, NeedFactory, ServiceFactory
from tests.factories.casework import CaseFactory
from tests.factories.pages import InformationPageFactory, SiteImageFactory, home_in
from tests.factories.volunteers import TaskFactory, VolunteerFactory
from volunteers.models import Coordinator

PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>[^()]*\)|\(\(\?:.*?\)\*\)")


def routes() -> list[str]:
    """As Django joins them, once each, without the marks of a regular expression."""
    found = dict.fromkeys(_walk(get_resolver(), ""))
    return [route for route in found if not route.endswith(".*/")]


def _walk(resolver: URLResolver, before: str) -> Iterator[str]:
    for pattern in resolver.url_patterns:
        route = before + str(pattern.pattern).replace("^", "").replace("$", "").replace("\\.", ".")
        if isinstance(pattern, URLPattern):
            yield route
        else:
            yield from _walk(pattern, route)


class Numbers:
    """What stands in the addresses: a listing and a page, both waiting for approval, and what is theirs."""

    def __init__(self) -> None:
        self.listing = ServiceFactory(name="Legal advice", needs=[NeedFactory()])
        self.place = LocationFactory(organization=self.listing.organization)
        self.page = InformationPageFactory(title="First steps")
        self.phrase = Phrase.objects.create(language="en", words="pro bono", means="free")
        self.user = User.objects.create_user("proposer")
        self.volunteer = VolunteerFactory()
        self.coordinator = Coordinator.objects.create(user=self.user, country=self.volunteer.country)
        self.task = TaskFactory()
        self.case = CaseFactory()
        search, registration = CaseFactory(search=True), CaseFactory(registration=True)
        self.pair = Introduction.objects.create(search=search, registration=registration)
        self.request = AccessRequest.objects.create(case=self.case, asked_by=self.user, reason="x")
        self.image = SiteImageFactory()
        for proposal in (self.listing, self.page):
            proposal.save_revision(user=self.user)
            Workflow.objects.get().start(proposal, self.user)
        self.translation = self._translation()

    def _translation(self) -> Translation:
        other = InformationPageFactory(title="Second steps")
        source, _created = TranslationSource.get_or_create_from_instance(other)
        persian = Locale.objects.get(language_code="fa")
        translation = Translation.objects.create(source=source, target_locale=persian)
        translation.save_target()
        return translation

    def filled_in(self, route: str) -> str:
        """The address of that route."""
        words = self._words(route)

        def value(match: re.Match[str]) -> str:
            name = match.group(1) or match.group(2)
            return str(words[name]) if name else ""

        chosen = f"?id={self.listing.pk}" if "bulk" in route else ""
        return f"/{PARAMETER.sub(value, route)}{chosen}"

    def _words(self, route: str) -> dict[str, Any]:
        pages = route.startswith("admin/pages/")
        waiting = self.page if pages else self.listing
        state = WorkflowState.objects.for_instance(waiting).get()
        task_state = TaskState.objects.get(workflow_state=state)
        segment = StringSegment.objects.filter(source=self.translation.source).first()
        revision = waiting.get_latest_revision().pk
        return {
            **self._models(route),
            **dict.fromkeys(("page_id", "page_pk", "page_to_move_id"), self.page.pk),
            "parent_page_id": self.page.get_parent().pk,
            "destination_id": home_in("fa").pk,
            **dict.fromkeys(("document_id", "doc_id", "uploaded_file_id", "session_id"), 1),
            "pk": self._key(route),
            "revision_id": revision,
            "revision_id_a": revision,
            "revision_id_b": "latest",
            "action_name": "approve",
            "task_state_id": task_state.pk,
            "workflow_state_id": state.pk,
            "task_id": task_state.task.pk,
            "workflow_pk": Workflow.objects.get().pk,
            "collection_id": Collection.objects.get().pk,
            "image_id": self.image.pk,
            "filter_spec": "width-100",
            "translation_id": self.translation.pk,
            "translation_source_id": self.translation.source.pk,
            "string_segment_id": segment.pk,
            "overridable_segment_id": 1,
            "object_id": self.listing.pk,
            "number": self.coordinator.pk if "coordinators" in route else self.listing.pk,
            "country": "de",
            "code": "de",
            "need": "legal",
            "part": "about",
            "section": "listings",
            "mode": "",
            "path": self.image.get_rendition("width-100").file.name,
            "asked": "snippets/directory/location/",
            "uidb64": "MQ",
            "token": "a-token",
            "search": self.pair.search_id,
            "registration": self.pair.registration_id,
            "key": self._key_at_the_desk(route),
        }

    def _models(self, route: str) -> dict[str, str]:
        app, model = ("home", "informationpage") if "pages/" in route else ("directory", "service")
        return {
            **dict.fromkeys(("app_label", "app_name", "content_type_app_name"), app),
            **dict.fromkeys(("model_name", "content_type_model_name"), model),
            "action": "delete" if "bulk" in route else "publish",
        }

    def _key_at_the_desk(self, route: str) -> UUID:
        keys = {"pairs": self.pair.pk, "requests": self.request.pk, "people": UUID(int=1)}
        return next((key for part, key in keys.items() if f"admin/cases/{part}/" in route), self.case.pk)

    def _key(self, route: str) -> Any:
        keys = {
            "admin/volunteers/sheet/": self.volunteer.pk,
            "admin/volunteers/tasks/": self.task.pk,
            "admin/listings/": self.listing.pk,
            "directory/service/": self.listing.pk,
            "organization": self.listing.organization.pk,
            "location": self.place.pk,
            "need": self.listing.needs.all()[0].pk,
            "words": self.phrase.pk,
            "phrase": self.phrase.pk,
            "countr": "DE",
            "cities": 2911298,
            "images": self.image.pk,
            "settings": Site.objects.get().pk,
            "sites": Site.objects.get().pk,
            "locales": Locale.objects.get(language_code="de").pk,
            "users": self.user.pk,
            "groups": Group.objects.get(name="Editors").pk,
            "collections": Collection.objects.get().pk,
            "workflows/tasks": Task.objects.get().pk,
            "workflows": Workflow.objects.get().pk,
            "snippet": Service.objects.get().pk,
        }
        return next((key for part, key in keys.items() if part in route), self.page.pk)
