"""Whoever looks after the needs looks after the words people search with."""

from django.db import migrations

ACTIONS = ("add", "change", "delete", "view")
ROLES = ("Administrators", "Editors")


def grant(apps, schema_editor):
    ContentType = apps.get_model("contenttypes", "ContentType")
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    phrase, _ = ContentType.objects.get_or_create(app_label="directory", model="phrase")
    permissions = [
        # Its name comes when Django completes its permissions after migrating.
        Permission.objects.get_or_create(
            content_type=phrase, codename=f"{action}_phrase", defaults={"name": f"Can {action} phrase"}
        )[0]
        for action in ACTIONS
    ]
    for group in Group.objects.filter(name__in=ROLES):
        group.permissions.add(*permissions)


class Migration(migrations.Migration):
    dependencies = [("directory", "0008_other_names_of_cities")]

    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
