"""All services outside as one source: asked at once, waited for briefly, remembered."""

import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from django.conf import settings
from django.utils import timezone

from chapwai.citations.citation import Citation
from chapwai.citations.online.answers import remember_answer, remembered_answer
from chapwai.citations.online.crossref import Crossref, bibliographic
from chapwai.citations.online.failure import ServiceFailure
from chapwai.citations.online.manners import Clock, Manners
from chapwai.citations.online.ncbi import Ncbi
from chapwai.citations.online.service import Service
from chapwai.citations.record import Record

# For everything that is asked about one reading, all services together.
SECONDS = 3.0
# Below what the services allow, because every process keeps a pace of its own.
CROSSREF_PER_SECOND = 3
NCBI_PER_SECOND, NCBI_PER_SECOND_WITH_KEY = 1.5, 4
MOST_AT_ONCE = 8


class Client(Protocol):
    """What knows how to ask one service; its methods raise ServiceFailure."""

    service: Service

    def identified(
        self, *, doi: str | None, pmid: str | None, pmcid: str | None, deadline: float
    ) -> list[Record]: ...

    def described(self, citation: Citation, *, deadline: float) -> list[Record]: ...


class Services:
    """The services that are set up, with the threads that wait for them."""

    def __init__(self, clients: Sequence[Client], *, clock: Clock = time.monotonic) -> None:
        self.clients, self.clock = tuple(clients), clock
        self.threads = ThreadPoolExecutor(MOST_AT_ONCE, thread_name_prefix="citations-online")

    def within(self, seconds: float = SECONDS) -> "Asking":
        """A source for one reading; when the seconds are over it knows nothing more."""
        return Asking(self, deadline=self.clock() + seconds)

    def close(self) -> None:
        """Hang up; questions under way end by themselves within their time."""
        for client in self.clients:
            client.service.close()
        self.threads.shutdown(wait=False, cancel_futures=True)


@dataclass(frozen=True)
class Asking:
    """The services as the resolver asks them about one reading. It raises nothing."""

    services: Services
    deadline: float

    def identified(self, *, doi: str | None, pmid: str | None, pmcid: str | None) -> list[Record]:
        """The records that bear any of these identifiers."""
        if not (doi or pmid or pmcid):
            return []
        return self._asked(
            f"identified {doi} {pmid} {pmcid}",
            lambda client: client.identified(
                doi=doi, pmid=pmid, pmcid=pmcid, deadline=self.deadline
            ),
        )

    def described(self, citation: Citation) -> list[Record]:
        """Records that may be the article."""
        words = bibliographic(citation)
        if not words:
            return []
        return self._asked(
            f"described {words}", lambda client: client.described(citation, deadline=self.deadline)
        )

    def _asked(self, question: str, ask: Callable[[Client], list[Record]]) -> list[Record]:
        """What is remembered, and from the others what they say in time, at once."""
        found: list[Record] = []
        waiting: dict[Future[list[Record]], str] = {}
        for client in self.services.clients:
            kept_as = f"{client.service.name} {question}"
            remembered = remembered_answer(kept_as, now=timezone.now())
            if remembered is None:
                waiting[self.services.threads.submit(ask, client)] = kept_as
            else:
                found += remembered
        return found + self._answers(waiting)

    def _answers(self, waiting: dict[Future[list[Record]], str]) -> list[Record]:
        found: list[Record] = []
        done, late = wait(waiting, timeout=max(0.0, self.deadline - self.services.clock()))
        for future in late:
            future.cancel()
        for future in sorted(done, key=list(waiting).index):
            found += _kept(future, waiting[future])
        return found


def online_sources() -> Asking | None:
    """The services of the settings for one reading from now on; None if none is set up."""
    services = _services()
    return services.within() if services else None


@cache
def _services() -> Services | None:
    clients = list(_clients())
    return Services(clients) if clients else None


def _clients() -> Iterator[Client]:
    contact = settings.ONLINE_CONTACT
    if settings.CROSSREF_URL:
        manners = Manners(per_second=CROSSREF_PER_SECOND)
        yield Crossref(
            Service("crossref", url=settings.CROSSREF_URL, contact=contact, manners=manners)
        )
    if settings.NCBI_URL:
        key = settings.NCBI_API_KEY
        manners = Manners(per_second=NCBI_PER_SECOND_WITH_KEY if key else NCBI_PER_SECOND)
        service = Service("ncbi", url=settings.NCBI_URL, contact=contact, manners=manners)
        yield Ncbi(service, api_key=key)


def _kept(future: Future[list[Record]], question: str) -> list[Record]:
    """What the service said, also kept; what failed is asked again next time."""
    try:
        records = future.result()
    except ServiceFailure:
        return []
    remember_answer(question, records, now=timezone.now())
    return records
