"""A request keeps where its description came from, and what else may have been meant."""

from typing import ClassVar

from django.db import migrations, models
from django.db.migrations.operations.base import Operation


class Migration(migrations.Migration):
    dependencies: ClassVar[list[tuple[str, str]]] = [("document_requests", "0002_numbers")]

    operations: ClassVar[list[Operation]] = [
        migrations.AddField("documentrequest", "origins", models.JSONField(default=dict)),
        migrations.AddField("documentrequest", "candidates", models.JSONField(default=list)),
    ]
