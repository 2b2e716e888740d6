"""The SQL that operators are told to type fits the tables."""

import re

import pytest
from django.db import connection

from tests.checkout import DOCS

BLOCK = re.compile(r"^ *```sql\n(.*?)\n *```", re.MULTILINE | re.DOTALL)


def statements():
    """Every statement of the pages for operators."""
    blocks = [
        block
        for name in ("runbook.md", "line-setup.md")
        for block in BLOCK.findall((DOCS / name).read_text("utf-8"))
    ]
    return [one.strip() for block in blocks for one in block.split(";") if one.strip()]


@pytest.mark.django_db
class TestStatements:
    @pytest.mark.parametrize("statement", statements())
    def test_are_understood_by_the_database(self, statement):
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN {statement}")

            assert cursor.fetchall()
