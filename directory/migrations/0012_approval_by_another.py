from django.db import migrations


def approve_by_another(apps, schema_editor):
    """The step that editors approve knows the country's rule; what waits in it goes on waiting there."""
    old = apps.get_model("wagtailcore", "GroupApprovalTask").objects.filter(name="An editor approves").first()
    if old is None:
        return
    ApprovalByAnother = apps.get_model("directory", "ApprovalByAnother")
    kind, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="directory", model="approvalbyanother"
    )
    new = ApprovalByAnother.objects.create(name=old.name, active=old.active, content_type=kind)
    new.groups.set(old.groups.all())
    for model in ("WorkflowTask", "TaskState"):
        apps.get_model("wagtailcore", model).objects.filter(task=old.task_ptr_id).update(task=new.task_ptr_id)
    old.delete()


class Migration(migrations.Migration):
    dependencies = [("directory", "0011_second_pair_of_eyes")]
    operations = [migrations.RunPython(approve_by_another, migrations.RunPython.noop)]
