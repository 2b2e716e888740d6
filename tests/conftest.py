"""The cast: Riverside asks, Hilltop, Lakeside and Seaside may supply; all in one network."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from tests import database

BANGKOK = ZoneInfo("Asia/Bangkok")
NINE = datetime(2026, 8, 12, 9, 0, tzinfo=BANGKOK)


@pytest.fixture(scope="session")
def django_db_modify_db_settings() -> None:
    """The first test that needs the database starts it."""
    database.cluster.start()
