import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0013_words_for_what_is_not_here"),
        ("volunteers", "0002_coordinators_may_log_in"),
    ]

    operations = [
        migrations.AlterField(
            model_name="coordinator",
            name="country",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="directory.country"
            ),
        ),
    ]
