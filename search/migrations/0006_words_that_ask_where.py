"""Takes back two words that were once brought as meaning nothing, in Arabic: "where", and "I go".

The first is also what Persian calls Vienna, which therefore was not found. Only a row that is as it was
brought is changed: what an editor has written stays.
"""

from hashlib import sha256

from django.db import migrations

TAKEN_BACK = ("وين", "اروح")
# What the row said, one for each state in which it was brought.
AS_BROUGHT = (
    "0676a500f0a52367c8f8862b7521de4795bf12d70603da74e663e85fc3621303",
    "7865650c214ef82363c0eafde1302cb1888d0bf56f0f1fd547f67ceedf2d1365",
    "98126e78522cd13656a326873682afb51dbfa639a3c37fbabe81529d07e837e0",
)


def take_back(apps, schema_editor):
    phrases = apps.get_model("directory", "Phrase").objects
    for phrase in phrases.filter(language="ar", means="nothing"):
        lines = phrase.words.splitlines()
        if sha256("\n".join(lines).encode()).hexdigest() in AS_BROUGHT:
            phrase.words = "\n".join(line for line in lines if line not in TAKEN_BACK)
            phrase.save(update_fields=["words"])


class Migration(migrations.Migration):
    dependencies = [("search", "0005_narrow_rows"), ("directory", "0013_words_for_what_is_not_here")]

    operations = [migrations.RunPython(take_back, migrations.RunPython.noop)]
