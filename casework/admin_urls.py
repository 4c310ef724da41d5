"""Below cases/ in the admin. No code and no name ever stands in one of these addresses."""

from django.urls import path

from casework.desk import cases, finding, lists, pairs, people, requests

urlpatterns = [
    path("", lists.desk, name="case_desk"),
    path("find/", finding.find, name="case_find"),
    path("matches/", pairs.matches, name="case_matches"),
    path("matches/<uuid:search>/<uuid:registration>/", pairs.propose_pair, name="case_propose"),
    path("pairs/<uuid:key>/", pairs.pair, name="case_pair"),
    path("pairs/<uuid:key>/step/", pairs.take_step, name="case_step"),
    path("requests/", requests.requests, name="case_requests"),
    path("requests/<uuid:key>/", requests.approve_request, name="case_approve_request"),
    path("people/", people.people, name="caseworkers"),
    path("people/<uuid:key>/", people.dismiss_caseworker, name="caseworker_dismiss"),
    path("<uuid:key>/", cases.case, name="case"),
    path("<uuid:key>/ask/", requests.ask_to_open, name="case_ask"),
    path("<uuid:key>/write/", cases.write, name="case_write"),
    path("<uuid:key>/take/", cases.take, name="case_take"),
    path("<uuid:key>/hand-over/", cases.hand_over, name="case_hand_over"),
    path("<uuid:key>/close/", cases.close, name="case_close"),
    path("<uuid:key>/file/", cases.file, name="case_file"),
]
