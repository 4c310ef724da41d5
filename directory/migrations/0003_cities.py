from dataclasses import asdict

from django.db import migrations

from directory.cities import every_city


def fill(apps, schema_editor):
    City = apps.get_model("directory", "City")
    City.objects.bulk_create((City(**asdict(city)) for city in every_city()), batch_size=500)


class Migration(migrations.Migration):
    dependencies = [("directory", "0002_verification_not_in_the_future")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
