from django.urls import path

from home import views
from home.feeds import NewsFeed

urlpatterns = [
    path("feed/", NewsFeed(), name="feed"),
    path("directory/<country:code>/", views.country, name="country"),
    path("exit/", views.leave, name="exit"),
    path("safety/", views.SafetyView.as_view(), name="safety"),
]
