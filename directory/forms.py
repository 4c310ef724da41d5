"""Forms of the admin: choices in the editor's language, and rows that know their owner."""

from collections.abc import Iterator

from django import forms
from django.db.models import Q
from django.forms.models import ModelChoiceIterator
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from directory import choices, names
from directory.keepers import contacts_known_to, looks_after_listings, places_known_to
from directory.managers import LocationQuerySet
from directory.models import Country, Location, Need
from directory.widgets import LanguageInput

FACTS_PERMISSION = "directory.change_service_facts"
TRANSLATION_FORMSET = "translations"
CONTACT_FORMSET = "contacts"


class NeedIterator(ModelChoiceIterator):
    def __iter__(self) -> Iterator:
        yield from choices.needs_by_group()


class CountryIterator(ModelChoiceIterator):
    def __iter__(self) -> Iterator:
        if self.field.empty_label is not None:
            yield "", self.field.empty_label
        yield from choices.countries()


class NeedsField(forms.ModelMultipleChoiceField):
    widget = forms.CheckboxSelectMultiple
    iterator = NeedIterator


class CountriesField(forms.ModelMultipleChoiceField):
    widget = forms.CheckboxSelectMultiple
    iterator = CountryIterator


class CountryField(forms.ModelChoiceField):
    iterator = CountryIterator


class OwnerKnowingForm(WagtailAdminModelForm):
    """Rows are checked against their owner as it stands in the form, saved or not.

    A contact reads national numbers by its listing's country, which may have been chosen just now.
    """

    formsets: dict[str, forms.BaseInlineFormSet]

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self._leave_out_secret_contacts()
        for field in self._row_fields():
            if isinstance(field.widget, LanguageInput):
                # Whatever is no language is said to be none, rather than too long for a code.
                field.validators = [names.validate_language_code]

    def _leave_out_secret_contacts(self) -> None:
        """Rows that the form does not have stay as they are."""
        rows = self.formsets.get(CONTACT_FORMSET)
        if rows and rows.queryset is not None and self.for_user:
            rows.queryset = contacts_known_to(self.for_user, rows.queryset)

    def _row_fields(self) -> Iterator[forms.Field]:
        for formset in self.formsets.values():
            for row in formset.forms:
                yield from row.fields.values()

    def _post_clean(self) -> None:
        super()._post_clean()
        for formset in self.formsets.values():
            for row in formset.forms:
                setattr(row.instance, formset.fk.name, self.instance)


class OrganizationForm(OwnerKnowingForm):
    pass


class PlaceForm(OwnerKnowingForm):
    country = CountryField(Country.objects.all(), label=_("Country"))


class ListingForm(OwnerKnowingForm):
    needs = NeedsField(Need.objects.with_names(), required=False, label=_("Needs"))
    country = CountryField(
        Country.objects.all(),
        required=False,
        label=_("Country"),
        help_text=_("The country it serves, whose team looks after it."),
    )
    also_serves = CountriesField(Country.objects.all(), required=False, label=_("Also serves"))
    locations = forms.ModelMultipleChoiceField(
        Location.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label=_("Locations"),
        help_text=_("Places of the organization. Choose the organization and save once to see them here."),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        if self.for_user and not self.for_user.has_perm(FACTS_PERMISSION):
            self._keep_translations_only()
        else:
            self.fields["locations"].queryset = self._places()

    def _keep_translations_only(self) -> None:
        self.fields.clear()
        self.formsets = {TRANSLATION_FORMSET: self.formsets[TRANSLATION_FORMSET]}

    def clean_locations(self) -> LocationQuerySet:
        """Secret places that this person was not shown stay with the listing."""
        chosen = self.cleaned_data["locations"]
        if not self.for_user or looks_after_listings(self.for_user):
            return chosen
        shown = set(self.fields["locations"].queryset.values_list("pk", flat=True))
        kept = [place.pk for place in self.instance.locations.all() if place.pk not in shown]
        return Location.objects.filter(Q(pk__in=kept) | Q(pk__in=[place.pk for place in chosen]))

    def _places(self) -> LocationQuerySet:
        """Places of the organization in the form, and those that the listing already has."""
        typed = self.data.get(self.add_prefix("organization")) if self.is_bound else None
        organization = typed if typed and typed.isdecimal() else self.instance.organization_id
        chosen = [place.pk for place in self.instance.locations.all()]
        known = places_known_to(self.for_user) if self.for_user else Location.objects.all()
        return known.filter(Q(organization=organization) | Q(pk__in=chosen)).select_related("city")


class NeedForm(OwnerKnowingForm):
    parent = forms.ModelChoiceField(
        Need.objects.none(),
        required=False,
        label=_("Part of"),
        help_text=_("The broader need that this one belongs to."),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parent"].queryset = Need.objects.top().exclude(pk=self.instance.pk).with_names()

    def clean_parent(self) -> Need | None:
        parent = self.cleaned_data["parent"]
        if parent and self.instance.pk and self.instance.narrower.exists():
            raise forms.ValidationError(_("Other needs are part of this one, so it stays a broad one."))
        return parent


class CountryForm(OwnerKnowingForm):
    """The code is the country itself: chosen once, then it stays."""

    code = forms.ChoiceField(choices=names.country_choices, label=_("Country"))

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].disabled = bool(self.instance.pk)
