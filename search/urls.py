from django.urls import path

from search import views

urlpatterns = [
    path("", views.results, name="results"),
    path("suggestions/", views.suggestions, name="suggestions"),
    path("<country:country>/<slug:need>/", views.country_need, name="country_need"),
]
