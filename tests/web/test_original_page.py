"""The page where the home library sees what its reader sent."""

import io
from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from chapwai.citations.models import Picture
from chapwai.citations.record import Record
from chapwai.document_requests.actions.cancel import cancel_request
from chapwai.document_requests.actions.place import Wanted, place_request_of_patron
from chapwai.document_requests.original import original_url
from chapwai.documents.store import Store
from tests.building import an_article

PIXELS = b"\xff\xd8 pixels of a photo"
WORDS = "please find <b>this</b> one"


@pytest.fixture
def doc_request(reader):
    settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
    kept = Store(settings.DOCUMENTS_DIR).put(io.BytesIO(PIXELS))
    picture = Picture.objects.create(sha256=kept.sha256, received_at=timezone.now())
    item = an_article(
        doubtful=frozenset(["year"]),
        origins={"title": "screen", "doi": "pubmed"},
        candidates=(Record(title="Another that may be meant", journal="J Else"),),
    )
    wanted = Wanted(item=item, picture=picture, words=WORDS)
    return place_request_of_patron(reader, wanted=wanted, now=timezone.now())


@pytest.fixture
def page(doc_request):
    """The address as the librarian's card holds it, without its host."""
    return original_url(doc_request).removeprefix("http://chapwai.example")


def text_of(answer):
    return answer.content.decode()


class TestOriginalPage:
    def test_shows_photo_words_and_what_was_read(self, page, doc_request):
        answer = Client().get(page, headers={"accept-language": "en"})

        assert answer.status_code == 200
        assert f'src="{page}/photo"' in text_of(answer)
        assert "please find &lt;b&gt;this&lt;/b&gt; one" in text_of(answer)
        assert doc_request.title_of_component in text_of(answer)

    def test_marks_doubts_and_says_where_fields_came_from(self, page):
        shown = text_of(Client().get(page, headers={"accept-language": "en"}))

        assert shown.count('class="doubtful"') == 1
        assert "from the picture" in shown
        assert "PubMed" in shown
        assert "Another that may be meant" in shown

    def test_says_nothing_of_who_asked(self, page, reader):
        shown = text_of(Client().get(page))

        assert reader.name not in shown
        assert not reader.email or reader.email not in shown

    def test_hands_out_the_photo(self, page):
        answer = Client().get(f"{page}/photo")

        assert b"".join(answer.streaming_content) == PIXELS
        assert answer["Content-Type"] == "image/jpeg"
        assert "no-store" in answer["Cache-Control"]

    @pytest.mark.parametrize("place", ["", "/photo"])
    def test_is_over_with_the_request(self, page, place, doc_request, reader):
        cancel_request(doc_request, by=reader, now=timezone.now())

        assert Client().get(f"{page}{place}").status_code in (404, 410)

    @pytest.mark.parametrize("place", ["", "/photo"])
    def test_is_over_after_two_weeks(self, page, place, doc_request):
        doc_request.created_at -= timedelta(days=15)
        doc_request.save()

        assert Client().get(f"{page}{place}").status_code in (404, 410)

    @pytest.mark.parametrize("token", ["A101", "A101:forged", "x" * 300, "A101:%00"])
    def test_cannot_be_guessed(self, token, doc_request):
        assert Client().get(f"/requests/{token}").status_code == 410
        assert Client().get(f"/requests/{token}/photo").status_code == 404

    def test_cannot_be_posted_to(self, page):
        assert Client().post(page).status_code == 405

    def test_says_so_when_the_photo_was_forgotten(self, page, doc_request):
        Store(settings.DOCUMENTS_DIR).delete(doc_request.picture.sha256)

        assert Client().get(page).status_code == 200
        assert Client().get(f"{page}/photo").status_code == 404
