"""A pasted list is kept like a photo of one, so that its articles can be chosen from a card."""

from typing import ClassVar

from django.db import migrations, models
from django.db.migrations.operations.base import Operation


class Migration(migrations.Migration):
    dependencies: ClassVar[list[tuple[str, str]]] = [("chat", "0001_initial")]

    operations: ClassVar[list[Operation]] = [
        migrations.AddField("receivedcontent", "items", models.JSONField(default=list)),
        migrations.AlterField(
            "receivedcontent",
            "kind",
            models.CharField(
                choices=[("photo", "Photo"), ("file", "File"), ("text", "Text")], max_length=5
            ),
        ),
    ]
