"""Services outside: asked about one article, and never able to hurt."""

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from chapwai.citations.citation import Citation
from chapwai.citations.models import OnlineAnswer
from chapwai.citations.online import sources
from chapwai.citations.online.answers import remember_answer, remembered_answer
from chapwai.citations.online.crossref import Crossref
from chapwai.citations.online.failure import ServiceFailure
from chapwai.citations.online.manners import Manners
from chapwai.citations.online.ncbi import Ncbi
from chapwai.citations.online.service import MOST_BYTES, Service
from chapwai.citations.online.sources import Services, online_sources
from chapwai.citations.record import Record
from chapwai.citations.resolve.resolve import resolved
from tests.citations.article_services import ArticleServices, running

ARTICLE = Record(
    title="Night light in surgical wards and the sleep of nurses: a crossover trial",
    authors=("Hollowell MQ", "Österberg AB"),
    journal="Journal of Ward Medicine",
    issns=("1234-5679",),
    year="2019",
    volume="12",
    issue="3",
    pages="412-419",
    doi="10.5555/jwm.2019.0123",
    pmid="30000017",
)
OTHER = replace(
    ARTICLE,
    title="Bees in the gardens of large hospitals",
    authors=("Quillfeather T",),
    pages="7-19",
    doi="10.5555/bees(1)/2",
    pmid="21000001",
)
SEEN = Citation(
    title=ARTICLE.title,
    authors=ARTICLE.authors,
    journal="J Ward Med",
    year="2019",
    volume="12",
    pages="412-419",
)
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
CONTACT = "operator@network.example"
HUGE = b'{"message": {"items": ["' + b"x" * MOST_BYTES + b'"]}}'
# Whatever a service may do wrong, and what we call it.
AILMENTS = {
    "slow": "slow",
    "drips": "slow",
    "refusing": (403, {}, b"no"),
    "busy": (429, {"Retry-After": "120"}, b""),
    "broken": (500, {}, b"oops"),
    "moved": (302, {"Location": "http://127.0.0.1:1/inner"}, b""),
    "huge": (200, {}, HUGE),
    "packed": (200, {"Content-Encoding": "gzip"}, b"\x1f\x8b"),
    "garbled": (200, {}, b"<html>not what you asked for"),
    "nested": (200, {}, b"[" * 100_000),
    "of another shape": (200, {}, b'{"message": 7, "esearchresult": {"idlist": 3}}'),
}


@pytest.fixture
def services():
    with running(ArticleServices(ARTICLE, OTHER)) as both:
        yield both


class Clock:
    """A clock that a test turns on."""

    def __init__(self):
        self.seconds = 1000.0

    def __call__(self):
        return self.seconds


def manners(**settings):
    return Manners(**({"per_second": 10_000} | settings))


def service(services, name="crossref", **settings):
    return Service(
        name, url=services.url, contact=CONTACT, manners=settings.pop("manners", manners())
    )


def soon():
    return time.monotonic() + 5


def asking(*clients):
    return Services(clients).within(5)


class TestCrossref:
    def test_knows_a_work_by_its_doi(self, services):
        (record,) = Crossref(service(services)).identified(
            doi=ARTICLE.doi, pmid=None, pmcid=None, deadline=soon()
        )

        assert (record.doi, record.title, record.volume) == (ARTICLE.doi, ARTICLE.title, "12")
        assert record.origin == "crossref"

    def test_takes_any_doi_for_a_name_and_not_for_a_path(self, services):
        client = Crossref(service(services))

        (record,) = client.identified(doi=OTHER.doi, pmid=None, pmcid=None, deadline=soon())

        assert record.title == OTHER.title
        assert services.asked[0][0] == "/works/10.5555%2Fbees%281%29%2F2"

    def test_says_nothing_of_an_unknown_doi(self, services):
        client = Crossref(service(services))

        assert client.identified(doi="10.5555/x", pmid=None, pmcid=None, deadline=soon()) == []

    def test_is_asked_with_the_citations_own_words_and_our_contact(self, services):
        found = Crossref(service(services)).described(SEEN, deadline=soon())

        ((path, query),) = services.asked
        assert [record.doi for record in found] == [ARTICLE.doi, OTHER.doi]
        assert path == "/works"
        assert query["query.bibliographic"].startswith(ARTICLE.title)
        assert (query["rows"], query["mailto"]) == ("5", CONTACT)
        assert services.agents == {f"chapwai (mailto:{CONTACT})"}

    def test_is_not_asked_about_numbers_alone(self, services):
        numbers = Citation(year="2019", volume="12", pages="412")

        assert Crossref(service(services)).described(numbers, deadline=soon()) == []
        assert not services.asked


class TestNcbi:
    def test_knows_an_article_by_its_pmid(self, services):
        client = Ncbi(service(services, "ncbi"), api_key="key")

        (record,) = client.identified(doi=None, pmid=ARTICLE.pmid, pmcid=None, deadline=soon())

        assert (record.pmid, record.doi) == (ARTICLE.pmid, ARTICLE.doi)
        assert record.origin == "pubmed"
        ((_, query),) = services.asked
        assert (query["tool"], query["email"], query["api_key"]) == ("chapwai", CONTACT, "key")

    def test_takes_a_garbled_answer_for_none(self, services):
        services.ailment = AILMENTS["garbled"]
        client = Ncbi(service(services, "ncbi"))

        with pytest.raises(ServiceFailure) as failure:
            client.identified(doi=None, pmid=ARTICLE.pmid, pmcid=None, deadline=soon())

        assert failure.value.kind == "malformed"

    def test_knows_it_by_its_doi(self, services):
        client = Ncbi(service(services, "ncbi"))

        (record,) = client.identified(doi=ARTICLE.doi, pmid=None, pmcid=None, deadline=soon())

        assert record.pmid == ARTICLE.pmid

    def test_finds_it_by_its_place(self, services):
        (record,) = Ncbi(service(services, "ncbi")).described(SEEN, deadline=soon())

        assert record.pmid == ARTICLE.pmid
        assert [path for path, _ in services.asked] == ["/ecitmatch.cgi", "/efetch.fcgi"]

    def test_finds_it_by_its_title_where_the_place_says_nothing(self, services):
        elsewhere = replace(SEEN, title="Bees in the gardens", pages="999")

        (record,) = Ncbi(service(services, "ncbi")).described(elsewhere, deadline=soon())

        assert record.pmid == OTHER.pmid

    def test_puts_no_commands_of_a_title_into_the_search(self, services):
        hostile = Citation(title='Bees"[ti] OR (all[sb]) | x')

        Ncbi(service(services, "ncbi")).described(hostile, deadline=soon())

        assert services.asked[0][1]["term"] == "beesti or allsb x[ti]"


@pytest.mark.django_db
class TestAilments:
    @pytest.mark.parametrize("ailment", AILMENTS.values(), ids=AILMENTS)
    def test_leave_the_citation_as_it_is(self, services, ailment):
        services.ailment = ailment
        clients = Crossref(service(services)), Ncbi(service(services, "ncbi"))

        citation = resolved(SEEN, index=None, online=Services(clients).within(0.3))

        assert citation == SEEN
        assert not OnlineAnswer.objects.exists()

    def test_take_no_longer_than_they_may(self, services):
        services.ailment = "slow"
        clients = Crossref(service(services)), Ncbi(service(services, "ncbi"))
        started = time.monotonic()

        resolved(replace(SEEN, doi=ARTICLE.doi), index=None, online=Services(clients).within(0.3))

        assert time.monotonic() - started < 1

    def test_that_drip_end_by_themselves(self, services):
        services.ailment = "drips"

        with pytest.raises(ServiceFailure) as failure:
            Crossref(service(services)).described(SEEN, deadline=time.monotonic() + 0.2)

        assert failure.value.kind == "slow"

    def test_of_one_service_do_not_silence_the_other(self, services):
        nowhere = Service("ncbi", url="http://127.0.0.1:1", contact="", manners=manners())

        citation = resolved(
            SEEN, index=None, online=asking(Ncbi(nowhere), Crossref(service(services)))
        )

        assert citation.doi == ARTICLE.doi
        assert citation.origins["doi"] == "crossref"

    def test_are_logged_by_kind_and_without_a_word_of_the_question(self, services, caplog):
        services.ailment = AILMENTS["broken"]

        asking(Crossref(service(services))).described(SEEN)

        assert caplog.messages == ["crossref gives no answer: failed"]

    def test_a_wrong_record_is_not_taken(self, services):
        services.works = [OTHER]

        citation = resolved(SEEN, index=None, online=asking(Crossref(service(services))))

        assert citation.doi is None


@pytest.mark.django_db
class TestAnswers:
    def test_are_remembered(self, services):
        client = Crossref(service(services))

        first, second = (asking(client).described(SEEN) for _ in range(2))

        assert first == second != []
        assert len(services.asked) == 1

    def test_are_remembered_also_when_empty(self, services):
        services.works = []
        client = Crossref(service(services))

        for _ in range(2):
            assert asking(client).identified(doi=ARTICLE.doi, pmid=None, pmcid=None) == []

        assert len(services.asked) == 1

    def test_are_kept_for_a_month_and_empty_ones_for_a_day(self):
        remember_answer("full", [ARTICLE], now=NOW)
        remember_answer("empty", [], now=NOW)

        assert remembered_answer("full", now=NOW + timedelta(days=29)) == [ARTICLE]
        assert remembered_answer("empty", now=NOW + timedelta(hours=23)) == []
        assert remembered_answer("full", now=NOW + timedelta(days=31)) is None
        assert remembered_answer("empty", now=NOW + timedelta(days=2)) is None

    def test_that_are_too_old_are_let_go(self):
        remember_answer("old", [ARTICLE], now=NOW)

        remember_answer("new", [ARTICLE], now=NOW + timedelta(days=40))

        assert OnlineAnswer.objects.count() == 1

    def test_are_kept_without_what_was_asked(self):
        remember_answer("who reads what", [], now=NOW)

        assert "who" not in OnlineAnswer.objects.get().question


class TestManners:
    def test_keep_a_pace(self):
        clock = Clock()
        polite = Manners(per_second=2, clock=clock)

        assert [polite.turn(deadline=2000) for _ in range(3)] == [0, 0.5, 1]

    def test_do_not_wait_beyond_the_deadline(self):
        polite = Manners(per_second=1, clock=Clock())
        polite.turn(deadline=1001)

        with pytest.raises(ServiceFailure) as failure:
            polite.turn(deadline=1001)

        assert failure.value.kind == "slow"

    def test_let_a_service_rest_that_fails_three_times_in_a_row(self):
        clock = Clock()
        polite = manners(clock=clock)
        for _ in range(3):
            polite.turn(deadline=2000)
            polite.failed(ServiceFailure("failed"))

        with pytest.raises(ServiceFailure) as failure:
            polite.turn(deadline=2000)

        assert failure.value.kind == "resting"
        clock.seconds += 61
        polite.turn(deadline=2000)

    def test_start_anew_with_every_success(self):
        polite = manners(clock=Clock())
        for _ in range(5):
            polite.failed(ServiceFailure("failed"))
            polite.succeeded()

        polite.turn(deadline=2000)

    def test_come_back_when_the_service_says_so(self):
        clock = Clock()
        polite = manners(clock=clock)

        polite.failed(ServiceFailure("busy", retry_after_seconds=120))

        clock.seconds += 119
        with pytest.raises(ServiceFailure):
            polite.turn(deadline=2000)
        clock.seconds += 2
        polite.turn(deadline=2000)

    @pytest.mark.parametrize("as_date", [False, True])
    def test_hear_what_a_busy_service_says(self, services, as_date):
        in_two_minutes = format_datetime(datetime.now(UTC) + timedelta(minutes=2))
        services.ailment = (429, {"Retry-After": in_two_minutes if as_date else "120"}, b"")
        client = Crossref(service(services))

        for kind in ("busy", "resting"):
            with pytest.raises(ServiceFailure) as failure:
                client.described(SEEN, deadline=soon())
            assert failure.value.kind == kind

        assert len(services.asked) == 1


class TestOnlineSources:
    @pytest.fixture(autouse=True)
    def afresh(self):
        sources._services.cache_clear()
        yield
        sources._services.cache_clear()

    def test_are_off_unless_their_addresses_are_set(self):
        assert online_sources() is None

    def test_are_those_that_are_set(self, settings):
        settings.CROSSREF_URL = settings.NCBI_URL = "http://127.0.0.1:1"

        names = [client.service.name for client in online_sources().services.clients]

        assert names == ["crossref", "ncbi"]
