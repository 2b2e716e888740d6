"""Do models and migrations agree? Exit code 1 and the missing migration if they do not.

python -m tests.migrations
"""

from django.core.management import call_command

from tests import database  # first: it says where the database is, before any setting is read

from chapwai.config.database import hang_up, set_up_django  # isort: skip
from chapwai.config.schema import migrate  # isort: skip


def main() -> None:
    """Ask Django, on a database of our own: it also checks that what was applied is in order."""
    database.cluster.start()
    try:
        set_up_django(database.cluster.url)
        migrate()
        call_command("makemigrations", check_changes=True, dry_run=True)
    finally:
        hang_up()
        database.pytest_unconfigure()


if __name__ == "__main__":
    main()
