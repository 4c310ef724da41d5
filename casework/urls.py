"""Below the language. None of these addresses says what somebody came for, or whose mailbox it is."""

from django.urls import path

from casework.contact import mailbox, views
from casework.enums import Kind

urlpatterns = [
    path("", views.front, name="contact"),
    path("help/", views.new_case, {"kind": Kind.HELP}, name="ask_for_help"),
    path("look/", views.new_case, {"kind": Kind.SEARCH}, name="look_for_relative"),
    path("found/", views.new_case, {"kind": Kind.REGISTRATION}, name="let_family_find_me"),
    path("letters/", mailbox.enter, name="mailbox"),
    path("letters/write/", mailbox.write, name="mailbox_write"),
    path("letters/file/", mailbox.fetch, name="mailbox_file"),
    path("letters/answer/", mailbox.answer, name="mailbox_answer"),
    path("letters/them/", mailbox.write_to_them, name="mailbox_them"),
    path("letters/end/", mailbox.end, name="mailbox_end"),
    path("letters/change/", mailbox.change, name="mailbox_change"),
    path("letters/leave/", mailbox.withdraw, name="mailbox_withdraw"),
]
