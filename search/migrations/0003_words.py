"""What typos and phrases are looked up in."""

from django.db import migrations, models

SQLITE = "CREATE VIRTUAL TABLE search_vocabulary USING fts5vocab('search_fulltext', 'row')"
SQLITE_BACK = "DROP TABLE search_vocabulary"


def on_sqlite(statement):
    def operation(apps, schema_editor):
        # PostgreSQL has ts_stat for it.
        if schema_editor.connection.vendor == "sqlite":
            schema_editor.execute(statement, params=None)

    return operation


class Migration(migrations.Migration):
    dependencies = [("search", "0002_full_text")]
    operations = [
        migrations.CreateModel(
            name="EntryPhrases",
            fields=[
                ("service_id", models.PositiveBigIntegerField(primary_key=True, serialize=False)),
                ("words", models.TextField(blank=True)),
            ],
        ),
        migrations.RunPython(on_sqlite(SQLITE), on_sqlite(SQLITE_BACK)),
    ]
