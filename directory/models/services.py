from typing import Any

from django.conf import settings
from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    PreviewableMixin,
    Revision,
    RevisionMixin,
    WorkflowMixin,
)

from directory import names
from directory.enums import Capacity, CheckStatus, Cost, LegalStatus, VerificationMethod, YesNo
from directory.managers import ServiceQuerySet
from directory.models.countries import Country
from directory.models.imported import Imported
from directory.models.locations import Location
from directory.models.needs import Need
from directory.models.organizations import Organization
from directory.models.told import Told
from directory.verification import check_dates, check_status


class Service(Imported, PreviewableMixin, WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin, Told):
    """A listing: one kind of help by one organization, with all that a person must know before going."""

    organization = models.ForeignKey(
        Organization, on_delete=models.PROTECT, related_name="services", verbose_name=_("organization")
    )

    # What
    source_language = models.CharField(
        _("language of this text"), max_length=5, choices=settings.LANGUAGES, default="en"
    )
    name = models.CharField(_("name"), max_length=255)
    alternate_name = models.CharField(_("other name"), max_length=255, blank=True)
    summary = models.CharField(_("summary"), max_length=500, blank=True, help_text=_("One plain sentence."))
    description = models.TextField(_("description"), blank=True)
    application_process = models.TextField(
        _("how to get help here"),
        blank=True,
        help_text=_("Call first? Come without an appointment? Whom to ask for?"),
    )
    needs = ParentalManyToManyField(Need, blank=True, related_name="services", verbose_name=_("needs"))
    in_person = models.BooleanField(_("in person"), default=False)
    by_phone = models.BooleanField(_("by phone"), default=False)
    by_video = models.BooleanField(_("by video"), default=False)
    by_chat = models.BooleanField(_("by chat"), default=False)

    # Where
    locations = ParentalManyToManyField(
        Location, blank=True, related_name="services", verbose_name=_("locations")
    )
    country = models.ForeignKey(
        Country,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="services",
        verbose_name=_("country"),
        help_text=_("The country it serves, whose team looks after it."),
    )
    also_serves = ParentalManyToManyField(
        Country, blank=True, related_name="also_served_by", verbose_name=_("also serves")
    )
    serves_everywhere = models.BooleanField(
        _("serves every country"), default=False, help_text=_("For example a hotline that anybody can call.")
    )

    # Whom for
    cost = models.CharField(_("cost"), max_length=10, choices=Cost, blank=True)
    cost_note = models.TextField(_("about the cost"), blank=True)
    minimum_age = models.PositiveSmallIntegerField(_("from age"), null=True, blank=True)
    maximum_age = models.PositiveSmallIntegerField(_("up to age"), null=True, blank=True)
    for_women = models.BooleanField(_("for women"), default=False)
    for_men = models.BooleanField(_("for men"), default=False)
    for_families = models.BooleanField(_("for families"), default=False)
    for_lgbt = models.BooleanField(_("for LGBT+ people"), default=False)
    legal_status = models.CharField(_("only for"), max_length=20, choices=LegalStatus, blank=True)
    eligibility_note = models.TextField(_("about whom it is for"), blank=True)
    documents_required = models.CharField(
        _("papers needed"),
        max_length=3,
        choices=YesNo,
        blank=True,
        help_text=_("No means: one can come without any papers."),
    )
    documents_note = models.TextField(_("which papers"), blank=True)

    # When
    timezone = models.CharField(
        _("time zone"),
        max_length=50,
        blank=True,
        validators=[names.validate_timezone],
        help_text=_("Left empty, the time zone of the place is used."),
    )
    capacity = models.CharField(_("places"), max_length=10, choices=Capacity, blank=True)
    wait_time = models.CharField(_("waiting time"), max_length=255, blank=True)
    is_paused = models.BooleanField(
        _("paused"), default=False, help_text=_("A paused listing is not shown to anybody.")
    )
    paused_until = models.DateField(_("paused until"), null=True, blank=True)

    # Trust
    verified_on = models.DateField(_("last checked on"), null=True, blank=True)
    verified_by = models.CharField(_("checked by team"), max_length=100, blank=True)
    verification_method = models.CharField(_("how"), max_length=10, choices=VerificationMethod, blank=True)
    check_due_on = models.DateField(_("next check due on"), editable=False)
    hide_on = models.DateField(_("hidden from"), editable=False)
    entered_on = models.DateField(_("entered on"), default=localdate, editable=False)
    source = models.CharField(
        _("source"), max_length=500, blank=True, help_text=_("Where these facts come from.")
    )
    confidentiality_note = models.TextField(
        _("about confidentiality"),
        blank=True,
        help_text=_("What a person should know about who hears what they say."),
    )
    internal_note = models.TextField(_("internal note"), blank=True, help_text=_("Never leaves the admin."))

    workflow_states = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="service",
        for_concrete_model=False,
    )
    _revisions = GenericRelation(
        "wagtailcore.Revision",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="service",
        for_concrete_model=False,
    )

    objects = ServiceQuerySet.as_manager()

    class Meta(Imported.Meta):
        verbose_name = _("listing")
        verbose_name_plural = _("listings")
        ordering = ["name", "id"]
        permissions = [("change_service_facts", _("Can change the facts of a listing"))]
        constraints = [
            *Imported.Meta.constraints,
            models.CheckConstraint(
                condition=Q(serves_everywhere=True) | Q(country__isnull=False),
                name="service_serves_a_country",
            ),
            models.CheckConstraint(
                condition=Q(minimum_age__isnull=True)
                | Q(maximum_age__isnull=True)
                | Q(maximum_age__gte=F("minimum_age")),
                name="service_ages_in_order",
            ),
        ]
        indexes = [models.Index(fields=["live", "hide_on"], name="service_shown")]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.set_check_dates()
        super().save(*args, **kwargs)

    def save_revision(self, **kwargs: object) -> Revision:
        """The first draft of an imported listing follows a revision of what is on the site.

        Without one there is nothing to compare with or go back to, and Wagtail would take the listing off
        the site when a change is scheduled.
        """
        if self.live and not self.latest_revision_id:
            self.live_revision = super(Service, Service.objects.get(pk=self.pk)).save_revision(
                changed=False, clean=False
            )
            Service.objects.filter(pk=self.pk).update(live_revision=self.live_revision)
        return super().save_revision(**kwargs)

    def clean(self) -> None:
        super().clean()
        errors = {}
        youngest, oldest = self.minimum_age, self.maximum_age
        if not self.serves_everywhere and self.country_id is None:
            errors["country"] = _("Choose the country it serves, or tick “serves every country”.")
        if self.verified_on and self.verified_on > localdate():
            errors["verified_on"] = _("This date lies in the future.")
        if youngest is not None and oldest is not None and oldest < youngest:
            errors["maximum_age"] = _("This age lies below the age from which it is for.")
        if errors:
            raise ValidationError(errors)

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        self.set_check_dates()
        super().full_clean(*args, **kwargs)

    @property
    def revisions(self) -> models.QuerySet:
        return self._revisions

    @property
    def preview_modes(self) -> list[tuple[str, str]]:
        """The page in each language."""
        return [(code, str(name)) for code, name in settings.LANGUAGES]

    @property
    def is_overdue(self) -> bool:
        return self.check_due_on < localdate()

    @property
    def check_status(self) -> CheckStatus:
        return check_status(self.check_due_on, self.hide_on, localdate())

    def set_check_dates(self) -> None:
        """Bulk writers bypass save() and call this; the database refuses a listing without dates."""
        dates = check_dates(self.verified_on, self.entered_on, self.country)
        self.check_due_on, self.hide_on = dates.due_on, dates.hide_on

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        from directory.preview import preview

        return preview(request, self, mode_name)
