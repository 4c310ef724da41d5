"""A listing cannot have been checked tomorrow.

A CHECK constraint may not ask for today's date (SQLite refuses it), so a trigger does on each database.
"""

from django.db import migrations

MESSAGE = "service_not_verified_in_the_future"

SQLITE = [
    f"""
    CREATE TRIGGER {MESSAGE}_{event.lower()} BEFORE {event} ON directory_service
    WHEN NEW.verified_on > date('now')
    BEGIN SELECT RAISE(ABORT, 'CHECK constraint failed: {MESSAGE}'); END
    """
    for event in ("INSERT", "UPDATE")
]

POSTGRESQL = [
    f"""
    CREATE FUNCTION {MESSAGE}() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF NEW.verified_on > (now() AT TIME ZONE 'UTC')::date THEN
            RAISE EXCEPTION 'new row violates "{MESSAGE}"' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    END $$
    """,
    f"""
    CREATE TRIGGER {MESSAGE} BEFORE INSERT OR UPDATE ON directory_service
    FOR EACH ROW EXECUTE FUNCTION {MESSAGE}()
    """,
]


def create_trigger(apps, schema_editor):
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


def drop_trigger(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for event in ("insert", "update"):
            schema_editor.execute(f"DROP TRIGGER {MESSAGE}_{event}")
    else:
        schema_editor.execute(f"DROP FUNCTION {MESSAGE}() CASCADE")


class Migration(migrations.Migration):
    dependencies = [("directory", "0001_initial")]

    operations = [migrations.RunPython(create_trigger, drop_trigger)]
