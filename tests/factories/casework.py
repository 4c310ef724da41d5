"""People who wrote to us, and caseworkers who answer them."""

from datetime import timedelta
from typing import Any

import factory
from django.contrib.auth.models import Group, User
from django.utils.timezone import now

from casework.enums import Answer, Kind
from casework.matching import remember_names
from casework.models import Case, Caseworker, Consent
from confidential.receipts import fingerprint


class CaseFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Case

    class Params:
        code = factory.Sequence(lambda number: f"{number:016}")
        search = factory.Trait(
            kind=Kind.SEARCH,
            told={
                "name": "Ali Karimi",
                "other_names": "",
                "born": "1985",
                "place": "Shiraz",
                "own_name": "Maryam Karimi",
                "relation": "My son",
                "text": "He had a red bicycle.",
            },
        )
        registration = factory.Trait(
            kind=Kind.REGISTRATION,
            told={
                "name": "علی کریمی",
                "other_names": "",
                "born": "1986",
                "place": "شیراز",
                "wanted": "My mother",
                "unwanted": "My uncle",
                "text": "A red bicycle.",
            },
        )

    kind = Kind.HELP
    country = "DE"
    language = "en"
    receipt = factory.LazyAttribute(lambda case: fingerprint(case.code))
    told = factory.LazyFunction(lambda: {"text": "I need a lawyer.", "own_name": "Sara"})

    @classmethod
    def _create(cls, model_class: type[Case], *args: Any, **fields: Any) -> Case:
        case = super()._create(model_class, *args, **fields)
        if case.is_family:
            remember_names(case)
        return case


class CaseworkerFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Caseworker

    class Params:
        name = factory.Sequence(lambda number: f"caseworker-{number}")

    user = factory.LazyAttribute(lambda worker: admin_user(worker.name))
    country = "DE"
    languages = factory.LazyFunction(lambda: ["fa", "en"])


def admin_user(name: str) -> User:
    """Somebody who may log in to the admin, and nothing else."""
    user, created = User.objects.get_or_create(username=name)
    if created:
        user.groups.add(Group.objects.get(name="Caseworkers"))
    return user


def caseworker(country: str = "DE", *others: str) -> User:
    user = CaseworkerFactory(country=country).user
    for other in others:
        CaseworkerFactory(user=user, country=other)
    return user


def consent(case: Case, answer: Answer = Answer.YES, **shares: str) -> Consent:
    shared = shares or {"share_name": "Known as before", "share_contact": "", "share_words": "I am well."}
    return Consent.objects.create(
        case=case,
        answer=answer,
        shares=shared if answer == Answer.YES else {},
        renewed_at=now(),
        until=now() + timedelta(days=90),
    )
