"""Request numbers come from a sequence; the first one is A101, as people would start a book."""

from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation


class Migration(migrations.Migration):
    dependencies: ClassVar[list[tuple[str, str]]] = [("document_requests", "0001_initial")]

    operations: ClassVar[list[Operation]] = [
        migrations.RunSQL(
            "CREATE SEQUENCE document_request_number START 101",
            "DROP SEQUENCE document_request_number",
        )
    ]
