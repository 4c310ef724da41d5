"""The world's cities, with every name they have.

A site that had them before has them without their other names: it gets those.
"""

from django.db import migrations

from directory.cities import CityFacts, every_city

# Thirty-four thousand rows: as models they would take ten times as long.
FILL = (
    f"INSERT INTO directory_city ({', '.join(CityFacts._fields)})"
    f" VALUES ({', '.join(['%s'] * len(CityFacts._fields))})"
    " ON CONFLICT (geoname_id) DO UPDATE SET other_names = excluded.other_names"
)


def fill(apps, schema_editor):
    with schema_editor.connection.cursor() as cursor:
        cursor.executemany(FILL, every_city())


class Migration(migrations.Migration):
    dependencies = [("directory", "0007_words_in_searches")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
