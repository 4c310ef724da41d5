"""People who help, and what they are asked for. All of them are made up."""

from datetime import timedelta

import factory
from django.contrib.auth.models import Group, User
from django.utils.timezone import localdate
from factory.django import DjangoModelFactory

from tests.factories.directory import CountryFactory
from volunteers.enums import CheckKind, Skill, Status
from volunteers.models import Approval, Check, Coordinator, Task, Volunteer
from volunteers.profile import Profile, Spoken
from volunteers.task_facts import TaskFacts


class CoordinatorUserFactory(DjangoModelFactory):
    """Somebody who may log in to the admin, and coordinates one country."""

    username = factory.Sequence(lambda number: f"coordinator-{number}")
    email = factory.LazyAttribute(lambda user: f"{user.username}@example.org")

    class Meta:
        model = User
        skip_postgeneration_save = True

    @factory.post_generation
    def country(self, _create, country):
        self.groups.add(Group.objects.get(name="Coordinators"))
        Coordinator.objects.get_or_create(user=self, country=CountryFactory(code=country or "DE"))


def profile(**told) -> Profile:
    return Profile(
        **{
            "name": "Laleh Made-Up",
            "email": "laleh@example.org",
            "language": "en",
            "country": "DE",
            "phone": "+49 40 111222333",
            "reach": "Only by message, after six",
            "city": "Hamburg",
            "city_slug": "hamburg",
            "skills": (Skill.INTERPRETING, Skill.ACCOMPANYING),
            "spoken": (Spoken("fa", "native"), Spoken("de", "fluent")),
            "references": "Parvin Invented, a colleague, parvin@example.org",
            **told,
        }
    )


class VolunteerFactory(DjangoModelFactory):
    """`told` changes the profile, as in VolunteerFactory(told={"city": "Bremen"})."""

    country = factory.LazyAttribute(lambda volunteer: CountryFactory(code=volunteer.in_country))
    status = Status.ACTIVE

    class Meta:
        model = Volunteer
        exclude = ["in_country"]

    class Params:
        checked = factory.Trait(status=Status.CHECKING)

    in_country = "DE"
    number = factory.Sequence(lambda number: number)
    told = factory.Dict({})

    @classmethod
    def _create(cls, model_class, *_args, number, told, **fields):
        email = told.get("email", f"volunteer-{number}@example.org")
        volunteer = model_class(**fields)
        volunteer.tell(profile(**{**told, "email": email, "country": fields["country"].code}))
        volunteer.save()
        return volunteer


def write_down_checks(volunteer: Volunteer, by: User) -> None:
    for kind in CheckKind:
        Check.objects.create(volunteer=volunteer, by=by, kind=kind, text="All is well.")


def approved_once(by: User, **fields) -> Volunteer:
    volunteer = VolunteerFactory(status=Status.APPROVED, **fields)
    write_down_checks(volunteer, by)
    Approval.objects.create(volunteer=volunteer, by=by, place=1)
    return volunteer


class TaskFactory(DjangoModelFactory):
    """Interpreting Persian to German in Hamburg, next week at ten; `facts` changes that."""

    country = factory.SubFactory(CountryFactory)
    on = factory.LazyFunction(lambda: localdate() + timedelta(days=7))
    facts = factory.Dict({})
    details = "For Shirin, who must not be named anywhere."

    class Meta:
        model = Task

    @classmethod
    def _create(cls, model_class, *_args, facts, **fields):
        given = {
            "skill": Skill.INTERPRETING,
            "languages": ("fa", "de"),
            "city": "Hamburg",
            "city_slug": "hamburg",
            "time": "10:00",
            **facts,
        }
        return model_class.objects.create(told=TaskFacts(on=fields["on"], **given).kept(), **fields)
