"""Administrators see who opened confidential records; they see nothing of the records by it."""

from django.db import migrations


def grant(apps, schema_editor):
    ContentType = apps.get_model("contenttypes", "ContentType")
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    record, _ = ContentType.objects.get_or_create(app_label="confidential", model="accessrecord")
    permission, _ = Permission.objects.get_or_create(
        # Its name comes when Django completes its permissions after migrating.
        content_type=record,
        codename="view_accessrecord",
        defaults={"name": "Can view access record"},
    )
    for group in Group.objects.filter(name="Administrators"):
        group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0009_who_edits_words_in_searches"),
        ("confidential", "0002_keeping"),
    ]

    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
