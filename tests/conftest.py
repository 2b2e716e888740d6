"""The cast: Riverside asks, Hilltop and Lakeside may supply, and all share one LINE group.

A librarian's fixture is named for the library. Riverside has a deposit at both others, and a
reader with and one without an e-mail address.
"""

import pytest
from django.db import connection

from chapwai.libraries.models import Network, ReaderGroup
from tests import database
from tests.building import GROUP, deposit, librarian_at, library_named, reader_of
from tests.recording import RecordingLine

LEDGER_TABLES = ("ledger_account", "ledger_period", "ledger_txn", "ledger_entry", "ledger_hold")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix) -> None:
    """The first test that needs the server starts it; each process has a database of its own."""
    database.cluster.start()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Let the test runner empty the books after tests that commit; the ledger would refuse it."""
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        for table in LEDGER_TABLES:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER no_truncate")


@pytest.fixture
def network(db):
    return Network.objects.create(name="Northern libraries", line_group_id=GROUP)


@pytest.fixture
def hilltop(network):
    return librarian_at(library_named("Hilltop", network, thai="ฮิลล์ท็อป"))


@pytest.fixture
def lakeside(network):
    return librarian_at(library_named("Lakeside", network, thai="เลคไซด์"))


@pytest.fixture
def riverside(network, hilltop, lakeside):
    librarian = librarian_at(library_named("Riverside", network, thai="ริเวอร์ไซด์"))
    deposit(librarian.library, hilltop.library)
    deposit(librarian.library, lakeside.library)
    return librarian


@pytest.fixture
def lecturers(riverside):
    return ReaderGroup.objects.create(
        library=riverside.library, code="L", name_th="อาจารย์", name_en="lecturer"
    )


@pytest.fixture
def reader(riverside, lecturers):
    return reader_of(riverside.library, group=lecturers)


@pytest.fixture
def reader_without_mail(riverside, lecturers):
    return reader_of(riverside.library, group=lecturers, email="")


@pytest.fixture
def line():
    return RecordingLine()
