"""A file comes in whole and safe, or nothing of it stays; and it goes when nobody needs it."""

import io

import pytest
from pikepdf import Dictionary, Name, Pdf

from chapwai.documents.actions.forget import forget_document, forget_file
from chapwai.documents.actions.take_in import take_in_document
from chapwai.documents.check import FileRefused
from chapwai.documents.models import Document
from chapwai.documents.store import Store
from tests.building import NINE

pytestmark = pytest.mark.django_db


@pytest.fixture
def store(settings, tmp_path):
    settings.DATA_DIR = tmp_path / "data"
    settings.DOCUMENTS_DIR = tmp_path / "data" / "documents"
    return Store(settings.DOCUMENTS_DIR)


@pytest.fixture
def dropped(tmp_path):
    """A file of two pages with a script in it, as somebody dropped it."""
    content, path = io.BytesIO(), tmp_path / "dropped"
    with Pdf.new() as pdf:
        pdf.add_blank_page()
        pdf.add_blank_page()
        pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert(1)")
        pdf.save(content)
    path.write_bytes(content.getvalue())
    return path


def kept_files(store):
    return [path for path in store.root.rglob("*") if path.is_file()]


class TestTakeInDocument:
    def test_keeps_the_safe_version_and_the_original_beside_it(self, store, dropped):
        document = take_in_document(dropped, now=NINE)

        with store.open(document.original_sha256) as original:
            assert original.read() == dropped.read_bytes()
        with store.open(document.sha256) as safe:
            assert b"app.alert" not in safe.read()
        assert (document.pages, document.received_at) == (2, NINE)
        assert document.size == store.path_of(document.sha256).stat().st_size
        assert document.removed

    def test_keeps_nothing_of_a_file_that_is_refused(self, store, tmp_path):
        (tmp_path / "dropped").write_bytes(b"MZ a program")

        with pytest.raises(FileRefused, match="kind"):
            take_in_document(tmp_path / "dropped", now=NINE)

        assert not Document.objects.exists()
        assert kept_files(store) == []

    def test_leaves_nothing_in_the_workshop(self, store, dropped, settings):
        take_in_document(dropped, now=NINE)

        workshop = settings.DATA_DIR / "workshop"
        assert list(workshop.iterdir()) == []
        assert workshop.stat().st_mode & 0o077 == 0


class TestForget:
    def test_takes_row_and_bytes_of_a_document(self, store, dropped):
        forget_document(take_in_document(dropped, now=NINE))

        assert not Document.objects.exists()
        assert kept_files(store) == []

    def test_leaves_bytes_that_another_document_consists_of(self, store, dropped):
        document = take_in_document(dropped, now=NINE)
        twin = Document.objects.create(
            sha256=document.sha256,
            original_sha256="0" * 64,
            size=document.size,
            pages=2,
            received_at=NINE,
        )

        forget_document(document)
        forget_file(twin.sha256)

        assert [path.name for path in kept_files(store)] == [twin.sha256]
