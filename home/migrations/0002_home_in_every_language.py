"""An empty site that works: five languages, and one empty home page in each, below one Site."""

import uuid

from django.core.cache import cache
from django.db import migrations

# The default language first: its page is the root of the Site, the others are its translations.
HOME_TITLES = {"en": "Home", "fa": "خانه", "ar": "الرئيسية", "fr": "Accueil", "de": "Startseite"}


def create_home_pages(apps, schema_editor):
    Page = apps.get_model("wagtailcore", "Page")
    Site = apps.get_model("wagtailcore", "Site")
    Page.objects.filter(depth=2, slug="home").delete()  # Wagtail's own "Welcome" page, and its Site with it
    root = Page.objects.get(depth=1)
    homes = [_create_home(apps, root, place, *home) for place, home in enumerate(HOME_TITLES.items(), start=1)]
    Page.objects.filter(pk=root.pk).update(numchild=len(homes))
    Site.objects.create(hostname="localhost", port=80, root_page_id=homes[0].pk, is_default_site=True)
    cache.delete("wagtail_site_root_paths")


def _create_home(apps, root, place, language, title):
    ContentType = apps.get_model("contenttypes", "ContentType")
    slug = "home" if place == 1 else f"home-{language}"
    locale, _ = apps.get_model("wagtailcore", "Locale").objects.get_or_create(language_code=language)
    content_type, _ = ContentType.objects.get_or_create(app_label="home", model="homepage")
    return apps.get_model("home", "HomePage").objects.create(
        title=title,
        draft_title=title,
        slug=slug,
        path=f"{root.path}{place:04d}",
        depth=2,
        numchild=0,
        url_path=f"/{slug}/",
        content_type=content_type,
        locale=locale,
        translation_key=uuid.uuid5(uuid.NAMESPACE_URL, "home"),
        live=True,
    )


class Migration(migrations.Migration):
    dependencies = [("home", "0001_initial"), ("wagtail_localize", "0016_rename_page_revision_translationlog_revision")]

    operations = [migrations.RunPython(create_home_pages, migrations.RunPython.noop)]
