"""A request keeps where its description came from, and what else may have been meant."""

from typing import ClassVar

from django.db import migrations, models
from django.db.migrations.operations.base import Operation

from chapwai.document_requests.lifecycle import Verb


class Migration(migrations.Migration):
    dependencies: ClassVar[list[tuple[str, str]]] = [("document_requests", "0002_numbers")]

    operations: ClassVar[list[Operation]] = [
        migrations.AddField("documentrequest", "origins", models.JSONField(default=dict)),
        migrations.AddField("documentrequest", "candidates", models.JSONField(default=list)),
        # From the table itself: no column changes with a new verb, so no migration need either.
        migrations.AlterField(
            "requestevent",
            "verb",
            models.CharField(choices=[(verb, verb) for verb in Verb], max_length=20),
        ),
    ]
