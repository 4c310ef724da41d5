"""The steps between two people, each in one transaction with what it depends on locked.

Locks are always taken in this order, so that no two wait for each other: caseworkers, cases, consents and
introductions. What may happen stands in consent.py alone.
"""

from uuid import UUID

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q
from django.utils.timezone import now

from casework.consent import RULES, Facts, Refused, next_state
from casework.enums import Answer, Event, Kind, State
from casework.managers import IntroductionQuerySet
from casework.models import Case, Caseworker, Consent, Introduction, Meeting
from confidential.enums import AccessReason
from confidential.erasure import erase

# Where nobody has approved; whoever approved before has to look again.
_UNAPPROVED = {
    "search_consent": None,
    "registration_consent": None,
    "first_approver": None,
    "first_approved_at": None,
}
# Every other state stays what it is when one side changes something.
_FALLS = {rule.state: rule.then for rule in RULES if rule.event == Event.CHANGE and rule.then != rule.state}


def propose(user: User, search: Case, registration: Case) -> Introduction:
    """Two cases may belong together; also once more, where somebody said that they do not."""
    if (search.kind, registration.kind) != (Kind.SEARCH, Kind.REGISTRATION):
        raise Refused("A search is introduced to a registration")
    with transaction.atomic():
        cases = _hold(user, {search.pk, registration.pk})
        pair = {"search": search, "registration": registration}
        if len(cases) < len(pair):
            raise Refused("One of the two is gone")
        introduction = Introduction.objects.select_for_update().filter(**pair).first()
        state = State(introduction.state) if introduction else None
        introduction = introduction or Introduction(**pair)
        facts = Facts(actor_may_judge=_may_open_all(user, cases))
        introduction.state = next_state(state, Event.PROPOSE, facts)
        introduction.proposed_by = user
        introduction.save()
        return introduction


def step(key: UUID, event: Event, user: User) -> Introduction:
    """What a caseworker does: ask, approve, take back, drop. `Refused` leaves everything as it was."""
    pair = _pair(Introduction.objects.filter(pk=key))
    with transaction.atomic():
        cases = _hold(user, pair)
        among = Introduction.objects.between(*pair).select_for_update().order_by("pk")
        introduction = next((one for one in among if one.pk == key), None)
        if introduction is None:
            raise Refused("One of the two is gone")
        consents = live_consents(introduction)
        facts = _facts(introduction, user, cases, consents)
        introduction.state = next_state(State(introduction.state), event, facts)
        _write(introduction, event, user, consents)
        return introduction


def fall_back(case: UUID) -> None:
    """One side's answer or facts changed: approvals fall. The caller holds the case.

    The same statements whether there is an approval, an introduction, or nobody at all.
    """
    for before, then in _FALLS.items():
        waiting = Introduction.objects.of(case).filter(state=before)
        waiting.update(state=then, changed_at=now(), **_UNAPPROVED)


def end(case: UUID, key: UUID) -> bool:
    """One of the two ends it; what was shared and written is erased. False if it was over already."""
    pair = _pair(Introduction.objects.of(case).filter(pk=key))
    with transaction.atomic():
        list(Case.objects.held(*pair))
        alive = Introduction.objects.select_for_update(of=("self",)).between_people()
        introduction = alive.filter(pk=key).first()
        if introduction is None or case not in pair:
            return False
        _step_without_question(introduction, Event.END)
        erase(introduction.meeting, AccessReason.OWNER)
        return True


def end_again() -> None:
    """After a replay: where what two shared was erased again, one of them had ended it."""
    left = Introduction.objects.left_without_meeting()
    for key in left.values_list("pk", flat=True):
        list(Case.objects.held(*_pair(left.filter(pk=key))))
        introduction = Introduction.objects.select_for_update().get(pk=key)
        _step_without_question(introduction, Event.END)


def fall_with(user: User) -> None:
    """Approvals of somebody who is no caseworker any more. The caller holds the rows of caseworkers."""
    waiting = Introduction.objects.filter(state=State.APPROVED_ONCE, first_approver=user)
    for key in waiting.values_list("pk", flat=True):
        list(Case.objects.held(*_pair(waiting.filter(pk=key))))
        introduction = waiting.select_for_update().filter(pk=key).first()
        if introduction and not _works_for(user.pk, introduction):
            _step_without_question(introduction, Event.DISMISS)


def live_consents(introduction: Introduction) -> dict[Kind, Consent]:
    """By side: the yes that holds now."""
    found = Consent.objects.filter(
        Q(case=introduction.search_id) | Q(case=introduction.registration_id),
        answer=Answer.YES,
        until__gt=now(),
    )
    return {introduction.side_of(consent.case): consent for consent in found.select_related("case")}


def facts_for(introduction: Introduction, user: User) -> Facts:
    """For a page that offers steps; nothing is locked, and the step itself asks again."""
    cases = [introduction.search, introduction.registration]
    return _facts(introduction, user, cases, live_consents(introduction))


def _hold(user: User, keys: set[UUID]) -> list[Case]:
    countries = set(Case.objects.filter(pk__in=keys).values_list("country", flat=True))
    workers = Caseworker.objects.filter(Q(user=user) | Q(country__in=countries))
    list(workers.select_for_update().order_by("pk"))
    return list(Case.objects.held(*keys))


def _pair(introductions: IntroductionQuerySet) -> set[UUID]:
    return {key for pair in introductions.values_list("search", "registration") for key in pair}


def _may_open_all(user: User, cases: list[Case]) -> bool:
    """None of them closed: whoever closed it saw no reason to go on."""
    keys = {case.pk for case in cases}
    found = Case.objects.open_to(user).not_closed().filter(pk__in=keys)
    return keys == set(found.values_list("pk", flat=True))


def _facts(introduction: Introduction, user: User, cases: list[Case], consents: dict[Kind, Consent]) -> Facts:
    first = introduction.first_approver_id
    return Facts(
        search_consents=_counts(consents.get(Kind.SEARCH), introduction.search_consent),
        registration_consents=_counts(consents.get(Kind.REGISTRATION), introduction.registration_consent),
        actor=user.pk,
        actor_may_judge=_may_open_all(user, cases),
        first_approver=first,
        first_approver_still_works_here=first is not None and _works_for(first, introduction),
    )


def _counts(consent: Consent | None, approved_for: UUID | None) -> bool:
    """Live, and the very one that the first approval was given for."""
    return consent is not None and approved_for in {None, consent.pk}


def _works_for(user: int, introduction: Introduction) -> bool:
    countries = Case.objects.filter(pk__in=[introduction.search_id, introduction.registration_id])
    return Caseworker.objects.at_work().filter(user=user, country__in=countries.values("country")).exists()


def _write(introduction: Introduction, event: Event, user: User, consents: dict[Kind, Consent]) -> None:
    match introduction.state:
        case State.APPROVED_ONCE:
            introduction.first_approver, introduction.first_approved_at = user, now()
            introduction.search_consent = consents[Kind.SEARCH].pk
            introduction.registration_consent = consents[Kind.REGISTRATION].pk
        case State.INTRODUCED:
            introduction.second_approver, introduction.second_approved_at = user, now()
            _introduce(introduction, consents)
        case State.ASKED if event == Event.ASK:
            introduction.asked_at = now()
        case _:
            _forget_approvals(introduction)
    introduction.save()


def _introduce(introduction: Introduction, consents: dict[Kind, Consent]) -> None:
    """Each yes is used up by it, so whatever else waited for one of them falls back."""
    shares = {side: consent.shares for side, consent in consents.items()}
    introduction.save()
    Meeting.objects.create(
        introduction=introduction,
        search_shares=shares[Kind.SEARCH],
        registration_shares=shares[Kind.REGISTRATION],
    )
    for consent in consents.values():
        erase(consent)
        fall_back(consent.case_id)


def _step_without_question(introduction: Introduction, event: Event) -> None:
    """An event that the table allows in this state without any condition."""
    before = introduction.state
    introduction.state = next_state(State(before), event, Facts())
    if before == State.APPROVED_ONCE:
        _forget_approvals(introduction)
    introduction.save()


def _forget_approvals(introduction: Introduction) -> None:
    for name, value in _UNAPPROVED.items():
        setattr(introduction, name, value)
