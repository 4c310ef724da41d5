"""Pages below the front pages that the migrations made; `parent` may be any page of any language."""

from datetime import date
from io import BytesIO
from typing import Any

import factory
from django.core.files.images import ImageFile
from PIL import Image
from wagtail.models import Locale, Page

from home.models import (
    HomePage,
    InformationPage,
    NewsIndexPage,
    NewsPage,
    OfficePage,
    OfficesPage,
    QuestionsPage,
    SiteImage,
)
from tests.factories.directory import CountryFactory


def home_in(language: str) -> HomePage:
    return HomePage.objects.get(locale__language_code=language)


def translated(page: Page, language: str, **texts: Any) -> Page:
    """The page in another language, published, as a translator would have made it."""
    locale = Locale.objects.get(language_code=language)
    copy = page.copy_for_translation(locale, copy_parents=True)
    for name, text in texts.items():
        setattr(copy, name, text)
    copy.save_revision().publish()
    copy.refresh_from_db()
    return copy


class PageFactory(factory.django.DjangoModelFactory):
    class Meta:
        abstract = True

    class Params:
        language = "en"

    parent = factory.LazyAttribute(lambda page: home_in(page.language))
    title = factory.Sequence(lambda number: f"Page {number}")
    introduction = "What this page is good for."

    @classmethod
    def _create(cls, model_class: type[Page], *_args: Any, parent: Page, **fields: Any) -> Page:
        page = model_class(locale=parent.locale, **fields)
        Page.objects.get(pk=parent.pk).add_child(instance=page)
        return page


class InformationPageFactory(PageFactory):
    class Meta:
        model = InformationPage

    class Params:
        in_menu = factory.Trait(show_in_menus=True)

    body = factory.LazyFunction(lambda: [("heading", "First steps"), ("paragraph", "<p>Come and ask.</p>")])


class QuestionsPageFactory(PageFactory):
    class Meta:
        model = QuestionsPage

    groups = factory.LazyFunction(lambda: [questions("Papers", 2)])


class NewsIndexPageFactory(PageFactory):
    class Meta:
        model = NewsIndexPage


class NewsPageFactory(PageFactory):
    class Meta:
        model = NewsPage

    parent = factory.SubFactory(NewsIndexPageFactory)
    date = date(2026, 3, 1)
    body = factory.LazyFunction(lambda: [("paragraph", "<p>We moved.</p>")])


class OfficesPageFactory(PageFactory):
    class Meta:
        model = OfficesPage


class OfficePageFactory(PageFactory):
    class Meta:
        model = OfficePage

    parent = factory.SubFactory(OfficesPageFactory)
    country = factory.SubFactory(CountryFactory)
    address = "Example Street 1\n10115 Berlin"
    hours = "Monday 9–12"
    phone = "+493023125000"
    email = "berlin@example.org"


class SiteImageFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = SiteImage

    title = factory.Sequence(lambda number: f"Image {number}")
    description = "A lit window"
    file = factory.LazyFunction(lambda: ImageFile(BytesIO(picture()), name="window.jpg"))


def picture(image_format: str = "JPEG", size: tuple[int, int] = (1600, 900), **options: Any) -> bytes:
    written = BytesIO()
    Image.new("RGB", size, (40, 90, 80)).save(written, image_format, **options)
    return written.getvalue()


def questions(heading: str, number: int) -> tuple[str, dict[str, Any]]:
    asked = [{"question": f"Question {i}?", "answer": f"<p>Answer {i}.</p>"} for i in range(number)]
    return "group", {"heading": heading, "questions": asked}


def every_block() -> list[tuple[str, Any]]:
    return [
        ("heading", "First steps"),
        ("paragraph", "<p>Come and ask.</p>"),
        ("notice", {"kind": "warning", "text": "<p>Sign nothing.</p>"}),
        ("image", {"image": SiteImageFactory(), "alt_text": "A lit window", "decorative": False}),
        ("quote", {"text": "I was afraid to ask.", "source": "A woman"}),
        ("link", {"text": "The front page", "page": Page.objects.get(depth=2, slug="home"), "url": ""}),
        ("contact", {"heading": "Ask us", "phone": "+493023125000", "email": "us@example.org", "hours": ""}),
    ]
