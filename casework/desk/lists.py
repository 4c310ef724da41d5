"""The desk itself: boxes of cases, none of which is opened by looking at the list."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import now
from django.views.decorators.http import require_safe

from casework.desk.access import for_caseworkers
from casework.desk.boxes import BOXES, box_named
from casework.desk.forms import FilterForm
from casework.managers import CaseQuerySet
from casework.models import AccessRequest, Case
from confidential.desk import DeskRequest
from directory.names import country_name

A_PAGE = 50


@for_caseworkers
@require_safe
def desk(request: DeskRequest) -> HttpResponse:
    own = sorted({worker.country for worker in request.user.casework.all()})
    countries = [(code, country_name(code)) for code in own]
    form = FilterForm(request.GET, countries=countries)
    cases = _chosen(Case.objects.at_the_desk_of(request.user), form)
    chosen = box_named(request.GET.get("box", ""))
    listed = chosen.holds(cases, request.user).select_related("assigned_to").defer("told")
    overdue = set(cases.overdue(now()).values_list("pk", flat=True))
    context = {
        "form": form,
        "chosen": chosen,
        "boxes": [(box, box.holds(cases, request.user).count()) for box in BOXES],
        "cases": Paginator(listed, A_PAGE).get_page(request.GET.get("page")),
        "overdue": overdue,
        "kept": _kept(form),
        "waiting": AccessRequest.objects.for_approval_by(request.user).count(),
    }
    return render(request, "casework/desk/desk.html", context)


def _chosen(cases: CaseQuerySet, form: FilterForm) -> CaseQuerySet:
    wanted = form.cleaned_data if form.is_valid() else {}
    return cases.filter(**{name: value for name, value in wanted.items() if value})


def _kept(form: FilterForm) -> str:
    """How the address of a box begins: with what was chosen."""
    chosen = form.cleaned_data if form.is_valid() else {}
    pairs = [(name, value) for name, value in chosen.items() if value]
    return f"?{urlencode(pairs)}&" if pairs else "?"
