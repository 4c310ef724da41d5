from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0013_words_for_what_is_not_here"),
        ("volunteers", "0003_a_coordinated_country_stays"),
    ]

    operations = [
        migrations.AlterField(
            model_name="volunteer",
            name="email_hash",
            field=models.CharField(db_index=True, max_length=64),
        ),
        migrations.AddConstraint(
            model_name="volunteer",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "new"), _negated=True),
                fields=("email_hash",),
                name="volunteer_once_an_address",
            ),
        ),
    ]
