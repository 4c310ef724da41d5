"""A group for caseworkers: it may log in to the admin, and nothing else. What they see hangs on other rows."""

from django.db import migrations


def create_group(apps, schema_editor):
    kind, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="wagtailadmin", model="admin"
    )
    # Its name comes when Wagtail completes its permissions after migrating.
    permission, _ = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=kind, codename="access_admin", defaults={"name": "Can access Wagtail admin"}
    )
    group, _ = apps.get_model("auth", "Group").objects.get_or_create(name="Caseworkers")
    group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("casework", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("directory", "0006_roles"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
    ]

    operations = [migrations.RunPython(create_group, migrations.RunPython.noop)]
