from django.db import migrations

from directory.cities import every_citys_other_names

BATCH = 500


def fill(apps, schema_editor):
    City = apps.get_model("directory", "City")
    names = dict(every_citys_other_names())
    cities = City.objects.only("pk")
    for city in cities:
        city.other_names = names.get(city.pk, "")
    City.objects.bulk_update(cities, ["other_names"], batch_size=BATCH)


class Migration(migrations.Migration):
    dependencies = [("directory", "0007_words_in_searches")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
