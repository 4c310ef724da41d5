"""The full-text index of the database in use, kept by the database itself."""

from django.db import migrations

SQLITE = """
CREATE VIRTUAL TABLE search_fulltext USING fts5(
    names, summaries, descriptions,
    content='search_entrytext', content_rowid='service_id',
    tokenize='ascii', detail='column', columnsize=0, prefix='3'
);
CREATE TRIGGER search_entrytext_added AFTER INSERT ON search_entrytext BEGIN
    INSERT INTO search_fulltext (rowid, names, summaries, descriptions)
    VALUES (new.service_id, new.names, new.summaries, new.descriptions);
END;
CREATE TRIGGER search_entrytext_removed AFTER DELETE ON search_entrytext BEGIN
    INSERT INTO search_fulltext (search_fulltext, rowid, names, summaries, descriptions)
    VALUES ('delete', old.service_id, old.names, old.summaries, old.descriptions);
END;
CREATE TRIGGER search_entrytext_changed AFTER UPDATE ON search_entrytext BEGIN
    INSERT INTO search_fulltext (search_fulltext, rowid, names, summaries, descriptions)
    VALUES ('delete', old.service_id, old.names, old.summaries, old.descriptions);
    INSERT INTO search_fulltext (rowid, names, summaries, descriptions)
    VALUES (new.service_id, new.names, new.summaries, new.descriptions);
END;
"""
SQLITE_BACK = """
DROP TRIGGER search_entrytext_added;
DROP TRIGGER search_entrytext_removed;
DROP TRIGGER search_entrytext_changed;
DROP TABLE search_fulltext;
"""

VECTOR = "array_to_tsvector(array_remove(string_to_array({terms}, ' '), ''))"
VECTORS = {
    "names_vector": VECTOR.format(terms="names"),
    "summaries_vector": VECTOR.format(terms="summaries"),
    "all_vector": VECTOR.format(terms="names || ' ' || summaries || ' ' || descriptions"),
}
POSTGRESQL = "".join(
    f"ALTER TABLE search_entrytext ADD COLUMN {name} tsvector GENERATED ALWAYS AS ({vector}) STORED;"
    f"CREATE INDEX search_{name} ON search_entrytext USING gin ({name});"
    for name, vector in VECTORS.items()
)
POSTGRESQL_BACK = "".join(f"ALTER TABLE search_entrytext DROP COLUMN {name};" for name in VECTORS)

STATEMENTS = {"sqlite": (SQLITE, SQLITE_BACK), "postgresql": (POSTGRESQL, POSTGRESQL_BACK)}


def run(direction):
    def operation(apps, schema_editor):
        connection = schema_editor.connection
        script = STATEMENTS[connection.vendor][direction]
        if connection.vendor == "postgresql":
            schema_editor.execute(script, params=None)
            return
        for statement in complete_statements(script):
            schema_editor.execute(statement, params=None)

    return operation


def complete_statements(script):
    """SQLite takes one statement at a time, and a trigger holds semicolons of its own."""
    from sqlite3 import complete_statement

    statement = ""
    for line in script.strip().splitlines(keepends=True):
        statement += line
        if complete_statement(statement):
            yield statement
            statement = ""


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]
    operations = [migrations.RunPython(run(0), run(1))]
