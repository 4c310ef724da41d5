"""Administrators, editors, translators and contributors; what the last two propose, the first two approve.

Takes the place of the two groups and the workflow that come with Wagtail.
"""

from django.db import migrations

ALL = ("add", "change", "delete", "view")
STATES = ("publish", "lock", "unlock")

PERMISSIONS = {
    "Administrators": {
        "wagtailadmin": ["access_admin"],
        "auth": [f"{action}_{model}" for model in ("user", "group") for action in ALL],
        "wagtailcore": [
            f"{action}_{model}"
            for model in ("site", "locale", "workflow", "task", "collection")
            for action in ALL
        ],
        "wagtail_localize": ["submit_translation"],
        "directory": [
            *(f"{action}_service" for action in (*ALL, *STATES)),
            "change_service_facts",
            *(
                f"{action}_{model}"
                for model in ("organization", "location", "need", "country")
                for action in ALL
            ),
        ],
    },
    "Editors": {
        "wagtailadmin": ["access_admin"],
        "wagtail_localize": ["submit_translation"],
        "directory": [
            *(f"{action}_service" for action in (*ALL, *STATES)),
            "change_service_facts",
            *(f"{action}_{model}" for model in ("organization", "location", "need") for action in ALL),
            "change_country",
            "view_country",
        ],
    },
    "Translators": {
        "wagtailadmin": ["access_admin"],
        "wagtail_localize": ["submit_translation"],
        "directory": ["change_service", "view_service"],
    },
    "Contributors": {
        "wagtailadmin": ["access_admin"],
        "directory": [
            *(f"{action}_service" for action in ("add", "change", "view")),
            "change_service_facts",
            # A new organization is seen by nobody before somebody publishes its listing.
            *(f"{action}_{model}" for model in ("organization", "location") for action in ("add", "view")),
            "view_need",
            "view_country",
        ],
    },
}
PAGES = {
    "Administrators": ("add", "change", "publish", "lock", "unlock", "bulk_delete"),
    "Editors": ("add", "change", "publish", "lock", "unlock"),
    "Translators": ("change",),
    "Contributors": ("add", "change"),
}
IMAGES = {
    "Administrators": ("add", "change", "choose"),
    "Editors": ("add", "change", "choose"),
    "Contributors": ("add", "choose"),
}
# The models of codenames that do not end with them.
MODELS = {"access_admin": "admin", "submit_translation": "translation", "change_service_facts": "service"}


def create_roles(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    Group.objects.filter(name__in=["Moderators", "Editors"]).delete()
    for name, by_app in PERMISSIONS.items():
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.set(
            permission(apps, app, codename) for app, codenames in by_app.items() for codename in codenames
        )
    grant(apps, "GroupPagePermission", "page", PAGES)
    grant(apps, "GroupCollectionPermission", "collection", IMAGES)


def permission(apps, app, codename):
    ContentType = apps.get_model("contenttypes", "ContentType")
    Permission = apps.get_model("auth", "Permission")
    model = MODELS.get(codename) or codename.rpartition("_")[2]
    kind, _ = ContentType.objects.get_or_create(app_label=app, model=model)
    # Its name comes when Django and Wagtail complete their permissions after migrating.
    return Permission.objects.get_or_create(
        content_type=kind, codename=codename, defaults={"name": f"Can {codename.replace('_', ' ')}"}
    )[0]


def grant(apps, link, tree, actions_by_group):
    """On the root of the tree, so for all of it."""
    Group = apps.get_model("auth", "Group")
    root = apps.get_model("wagtailcore", tree.capitalize()).objects.get(depth=1)
    app, model = ("wagtailcore", "page") if tree == "page" else ("wagtailimages", "image")
    for name, actions in actions_by_group.items():
        for action in actions:
            apps.get_model("wagtailcore", link).objects.get_or_create(
                group=Group.objects.get(name=name),
                permission=permission(apps, app, f"{action}_{model}"),
                **{tree: root},
            )


def create_workflow(apps, schema_editor):
    """One for pages and listings alike, since the same people approve both."""
    ContentType = apps.get_model("contenttypes", "ContentType")
    Group = apps.get_model("auth", "Group")
    Task = apps.get_model("wagtailcore", "GroupApprovalTask")
    Workflow = apps.get_model("wagtailcore", "Workflow")
    Task.objects.filter(name="Moderators approval").update(name="An editor approves")
    Workflow.objects.filter(name="Moderators approval").update(name="Approval by an editor")
    Task.objects.get(name="An editor approves").groups.set(
        Group.objects.filter(name__in=["Administrators", "Editors"])
    )
    listing, _ = ContentType.objects.get_or_create(app_label="directory", model="service")
    apps.get_model("wagtailcore", "WorkflowContentType").objects.get_or_create(
        content_type=listing, defaults={"workflow": Workflow.objects.get(name="Approval by an editor")}
    )


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0005_facts_permission"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
        ("wagtail_localize", "0016_rename_page_revision_translationlog_revision"),
    ]

    operations = [
        migrations.RunPython(create_roles, migrations.RunPython.noop),
        migrations.RunPython(create_workflow, migrations.RunPython.noop),
    ]
