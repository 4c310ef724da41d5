from django.urls import path

from volunteers.pages import joining, links, needed, own

urlpatterns = [
    path("", needed.needed, name="volunteer"),
    path("join/", joining.join, name="volunteer_join"),
    path("join/sent/", joining.sent, name="volunteer_sent"),
    path("confirm/<str:token>/", links.confirm, name="volunteer_confirm"),
    path("answer/<str:token>/", links.answer, name="volunteer_answer"),
    path("open/<str:token>/", links.open_own_page, name="volunteer_open"),
    path("way-in/", links.way_in, name="volunteer_way_in"),
    path("way-in/sent/", links.way_in_sent, name="volunteer_way_in_sent"),
    path("own/", own.own, name="volunteer_own"),
    path("own/change/<slug:part>/", own.change, name="volunteer_change"),
    path("own/step/", own.step, name="volunteer_step"),
    path("own/answer/", own.answer, name="volunteer_own_answer"),
    path("own/hours/", own.hours, name="volunteer_hours"),
    path("own/data/", own.export, name="volunteer_export"),
    path("own/delete/", own.delete, name="volunteer_delete"),
    path("own/close/", own.close, name="volunteer_close"),
]
