"""The page behind a document's link, as browsers, previews and strangers ask for it."""

import pytest
from django.test import Client
from django.utils import timezone

from chapwai.deliveries.links import link_for, url_of
from chapwai.document_requests.actions.fail_delivery import fail_delivery
from chapwai.document_requests.lifecycle import Status
from chapwai.documents.actions.use_link import revoke_link
from chapwai.documents.store import Store
from chapwai.ledger.queries import balance_of
from tests.building import NINE, PRICE, TITLE, a_document, supplied_request

PAGES = b"%PDF-1.7 the pages of one article"
READER = "somebody@ward.example"


@pytest.fixture
def supply(riverside, hilltop):
    doc_request = supplied_request(
        riverside, hilltop, document=a_document(PAGES), patron_email=READER
    )
    fail_delivery(doc_request.supply, uncertain=False, now=NINE)
    return doc_request.supply


@pytest.fixture
def link(supply):
    return link_for(supply, now=timezone.now())


@pytest.fixture
def address(link):
    return url_of(link).removeprefix("http://chapwai.example")


@pytest.fixture
def browser():
    """A browser that checks for forged requests, as a real one makes the service do."""
    return Client(enforce_csrf_checks=True, headers={"host": "chapwai.example"})


@pytest.fixture
def downloads(link):
    def left():
        link.refresh_from_db()
        return link.downloads_left

    return left


@pytest.fixture
def press(browser, db):
    """Press the button on a page that tells no referrer: browsers then say `Origin: null`."""
    responses = []

    def press(address):
        responses.append(browser.post(address, headers={"origin": "null"}))
        return responses[-1]

    yield press
    for response in responses:
        response.close()


class TestLooking:
    @pytest.mark.parametrize("method", ["get", "head"])
    def test_is_free_for_everybody_and_every_preview(self, browser, address, downloads, method):
        for _ in range(7):
            assert getattr(browser, method)(address).status_code == 200

        assert downloads() == 5

    def test_shows_what_it_is_for_and_no_title_name_or_address(
        self, browser, address, supply, riverside
    ):
        page = browser.get(address).content.decode()

        assert supply.doc_request.number in page
        for secret in (TITLE, "Maidee", READER, riverside.name, riverside.email):
            assert secret not in page

    def test_shows_the_small_print_that_goes_with_every_copy(self, browser, address):
        assert "2537" in browser.get(address).content.decode()

    @pytest.mark.parametrize(
        ("languages", "button", "library"),
        [
            ("th", "ดาวน์โหลด", "ฮิลล์ท็อป"),
            ("en-GB,en;q=0.8", "Download the document", "Hilltop"),
            ("de", "ดาวน์โหลด", "ฮิลล์ท็อป"),
        ],
    )
    def test_speaks_the_browsers_language(self, browser, address, languages, button, library):
        page = browser.get(address, headers={"accept-language": languages}).content.decode()

        assert button in page
        assert library in page

    def test_leaves_nothing_in_caches_logs_and_cookies(self, browser, address):
        response = browser.get(address)

        assert "no-store" in response["Cache-Control"]
        assert response["Referrer-Policy"] == "no-referrer"
        assert response["X-Frame-Options"] == "DENY"
        assert not response.cookies

    def test_loads_nothing_from_elsewhere(self, browser, address):
        page = browser.get(address).content.decode()

        assert "http" not in page.replace("http-equiv", "")
        assert "<script" not in page


class TestPressing:
    def test_hands_out_the_document_and_counts(self, press, address, downloads, supply):
        response = press(address)

        number = supply.doc_request.number
        assert b"".join(response.streaming_content) == PAGES
        assert response["Content-Type"] == "application/pdf"
        assert response["Content-Disposition"] == f'attachment; filename="2569-{number}.pdf"'
        assert "no-store" in response["Cache-Control"]
        assert downloads() == 4

    def test_closes_the_request_and_charges_once(self, press, address, supply):
        for _ in range(2):
            press(address)

        supply.doc_request.refresh_from_db()
        parties = supply.library.symbol, supply.doc_request.requesting_library.symbol
        assert supply.doc_request.status == Status.COPY_COMPLETED
        assert balance_of(*parties) == 50_000 - PRICE

    def test_neither_counts_nor_charges_what_cannot_be_handed_out(
        self, browser, press, address, downloads, supply, settings
    ):
        Store(settings.DOCUMENTS_DIR).delete(supply.document.sha256)
        browser.raise_request_exception = False

        assert press(address).status_code == 500

        supply.doc_request.refresh_from_db()
        assert downloads() == 5
        assert supply.doc_request.status == Status.SUPPLYING


class TestLinkThatIsOver:
    @pytest.fixture(params=["expired", "used up", "taken back"])
    def over(self, request, link):
        if request.param == "expired":
            link.expires_at = timezone.now()
        elif request.param == "used up":
            link.downloads_left = 0
        else:
            revoke_link(link.about, now=timezone.now())
            link.refresh_from_db()
        link.save()

    def test_says_so_and_hands_out_nothing(self, browser, press, address, over, supply):
        looked, pressed = browser.get(address), press(address)

        assert (looked.status_code, pressed.status_code) == (410, 410)
        assert supply.doc_request.number not in looked.content.decode()
        supply.doc_request.refresh_from_db()
        assert supply.doc_request.status == Status.SUPPLYING

    def test_says_so_in_the_browsers_language(self, browser, address, over):
        english = browser.get(address, headers={"accept-language": "en"})

        assert "This link has run out" in english.content.decode()
        assert "This link has run out" not in browser.get(address).content.decode()


class TestLinkThatNeverWas:
    @pytest.mark.parametrize("token", ["x", "%00", "%ff", "A" * 2_000, "ลิงก์"])
    def test_says_no_more_than_that(self, browser, press, db, token):
        address = f"/documents/{token}"

        assert browser.get(address).status_code == 404
        assert press(address).status_code == 404

    def test_looks_like_any_address_without_a_page(self, browser, db):
        assert browser.get("/").status_code == 404


class TestOtherMethods:
    @pytest.mark.parametrize("method", ["put", "patch", "delete", "options"])
    def test_are_refused(self, browser, address, downloads, method):
        assert getattr(browser, method)(address).status_code == 405

        assert downloads() == 5
