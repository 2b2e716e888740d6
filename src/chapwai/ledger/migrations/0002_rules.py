"""Put the rules of the books into the database."""

from pathlib import Path

from django.db import migrations

HERE = Path(__file__).parent


class Migration(migrations.Migration):
    """Triggers, checks at commit and the audit view, written as SQL beside this file."""

    dependencies = [("ledger", "0001_initial")]
    operations = [
        migrations.RunSQL(
            sql=(HERE / "0002_rules.sql").read_text(encoding="utf-8"),
            reverse_sql=(HERE / "0002_rules_undo.sql").read_text(encoding="utf-8"),
        )
    ]
