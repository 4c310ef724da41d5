"""PostgreSQL reads the listings of a word without their texts, also where the word is in most of them.

A row of more than 2 kB keeps its texts elsewhere from now on, so that a page of the table holds forty rows and
not three. And a look-up by a word always goes through the index: the planner takes a word of most listings
for cheaper to find by reading every vector, which it does not count as the 800 ms that it takes at 100,000.
"""

from django.db import migrations

VECTORS = {
    "names": "names",
    "summaries": "summaries",
    "all": "names || ' ' || summaries || ' ' || descriptions",
}
ADDED = ", ".join(
    f"ADD COLUMN {name}_vector tsvector GENERATED ALWAYS AS"
    f" (array_to_tsvector(array_remove(string_to_array({terms}, ' '), ''))) STORED"
    for name, terms in VECTORS.items()
)
# Columns that are computed anew write every row anew.
REWRITTEN = (
    f"ALTER TABLE search_entrytext {', '.join(f'DROP COLUMN {name}_vector' for name in VECTORS)};"
    f"ALTER TABLE search_entrytext {ADDED};"
    + "".join(
        f"CREATE INDEX search_{name}_vector ON search_entrytext USING gin ({name}_vector);" for name in VECTORS
    )
)
HOLDING = "".join(
    f"""
CREATE FUNCTION search_{name}_holding(wanted tsquery) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
SET enable_seqscan = off
AS $$ SELECT string_agg(service_id::text, ',') FROM search_entrytext WHERE {name}_vector @@ wanted $$;
"""
    for name in VECTORS
)
FORWARDS = f"ALTER TABLE search_entrytext SET (toast_tuple_target = 128); {REWRITTEN} {HOLDING}"
BACKWARDS = (
    "".join(f"DROP FUNCTION search_{name}_holding(tsquery);" for name in VECTORS)
    + "ALTER TABLE search_entrytext RESET (toast_tuple_target);"
)


def on_postgresql(statements):
    def operation(apps, schema_editor):
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(statements, params=None)

    return operation


class Migration(migrations.Migration):
    dependencies = [("search", "0004_outbox")]
    operations = [migrations.RunPython(on_postgresql(FORWARDS), on_postgresql(BACKWARDS))]
