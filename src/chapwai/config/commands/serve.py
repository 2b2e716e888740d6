"""`chapwai serve`: the database, the web and the workers, from one command until SIGTERM."""

import argparse
import os

from chapwai.config.database import chosen_database, hang_up
from chapwai.config.process_table import ProcessTable
from chapwai.config.schema import migrate
from chapwai.config.settings import PUBLIC_URL, env

# Together with the processes, less than the thirty seconds that a service manager grants.
DATABASE_STOP_SECONDS = 8.0
# Without these the service would run and reach nobody.
NEEDED = (
    "CHAPWAI_PUBLIC_URL",
    "CHAPWAI_LINE_CHANNEL_SECRET",
    "CHAPWAI_LINE_CHANNEL_TOKEN",
    "CHAPWAI_SMTP_URL",
    "CHAPWAI_MAIL_FROM",
    "CHAPWAI_SECRET_KEY",
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The service takes everything from the environment."""
    parser.description = f"Run the whole service. Needed: {', '.join(NEEDED)}."


def run(options: argparse.Namespace) -> int:
    """Start everything, watch over it, stop everything; 0 after an orderly stop."""
    for name in NEEDED:
        env.required(name)
    database = chosen_database()
    table = ProcessTable(PUBLIC_URL)
    with table.signals():
        if database.cluster:
            database.cluster.start()
        try:
            os.environ["CHAPWAI_DATABASE_URL"] = database.url
            migrate()
            hang_up()
            return table.run()
        finally:
            if database.cluster:
                database.cluster.stop(patience_seconds=DATABASE_STOP_SECONDS)
