from django.urls import path, register_converter

from directory import views


class CountryCode:
    """Two small letters, so that no other address is taken for a country's."""

    regex = "[a-z]{2}"

    def to_python(self, value: str) -> str:
        return value.upper()

    def to_url(self, value: str) -> str:
        return value.lower()


register_converter(CountryCode, "country")

urlpatterns = [path("listing/<int:number>/", views.listing, name="listing")]
