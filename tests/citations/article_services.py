"""Crossref and NCBI as one small server, in good health or not; every question is on record."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit
from xml.sax.saxutils import escape

from chapwai.citations.record import Record

Answer = tuple[int, dict[str, str], bytes]
DOCTYPE = (
    '<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2025//EN" '
    '"https://dtd.invalid/pubmed_250101.dtd">'
)


class ArticleServices:
    """What it knows are `works`; `ailment` replaces every answer: "slow", "drips" or an answer."""

    def __init__(self, *works: Record) -> None:
        self.works = list(works)
        self.ailment: str | Answer | None = None
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.agents: set[str] = set()
        self.may_go_on = threading.Event()
        self.server = _Server(("127.0.0.1", 0), _Handler)
        self.server.services = self

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}"

    def answer(self, path: str, query: dict[str, str]) -> Answer:
        """What a healthy service says."""
        if path == "/works":
            return 200, {}, _json({"message": {"items": [_work(one) for one in self.works]}})
        if path.startswith("/works/"):
            return self._work_with(unquote(path.removeprefix("/works/")))
        if path == "/esearch.fcgi":
            return 200, {}, _json({"esearchresult": {"idlist": self._pmids_for(query["term"])}})
        if path == "/ecitmatch.cgi":
            return 200, {}, self._matched(query["bdata"]).encode()
        known = [one for one in self.works if one.pmid in query["id"].split(",")]
        return 200, {}, _xml(known)

    def _work_with(self, doi: str) -> Answer:
        found = [one for one in self.works if one.doi == doi]
        if not found:
            return 404, {}, b"Resource not found."
        return 200, {}, _json({"message": _work(found[0])})

    def _pmids_for(self, term: str) -> list[str]:
        return [
            one.pmid or ""
            for one in self.works
            if f'"{one.doi}"[doi]' in term or term.removesuffix("[ti]") in one.title.lower()
        ]

    def _matched(self, line: str) -> str:
        _, year, volume, page, *_ = line.split("|")
        for one in self.works:
            if (one.year, one.volume, (one.pages or "").split("-")[0]) == (year, volume, page):
                return f"{line}{one.pmid}\n"
        return f"{line}NOT_FOUND\n"


@contextmanager
def running(services: ArticleServices) -> Iterator[ArticleServices]:
    """While inside, the services can be reached."""
    thread = threading.Thread(target=services.server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield services
    finally:
        services.may_go_on.set()
        services.server.shutdown()
        thread.join()
        services.server.server_close()


class _Server(ThreadingHTTPServer):
    services: ArticleServices
    # A test that is over waits for no answer that nobody waits for.
    daemon_threads = True
    block_on_close = False


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        services, query = self.server.services, dict(parse_qsl(parts.query))
        services.asked.append((parts.path, query))
        services.agents.add(self.headers["User-Agent"])
        try:
            self._answer(services, parts.path, query)
        except OSError:
            self.close_connection = True  # nobody waits any longer

    def _answer(self, services: ArticleServices, path: str, query: dict[str, str]) -> None:
        if services.ailment == "slow":
            services.may_go_on.wait()
        if services.ailment == "drips":
            self._drip(services)
        if isinstance(services.ailment, tuple):
            status, headers, body = services.ailment
        else:
            status, headers, body = services.answer(path, query)
        self.send_response(status)
        for name, value in (headers | {"Content-Length": str(len(body))}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def _drip(self, services: ArticleServices) -> None:
        """A byte now and then, for ever: no single wait is long."""
        self.send_response(200)
        self.end_headers()
        while not services.may_go_on.wait(0.02):
            self.wfile.write(b" ")

    def log_message(self, format: str, *args: Any) -> None:
        pass


def _json(values: Any) -> bytes:
    return json.dumps(values).encode()


def _work(record: Record) -> dict[str, Any]:
    people = (name.rpartition(" ") for name in record.authors)
    return {
        "type": "journal-article",
        "DOI": (record.doi or "").upper(),
        "title": [record.title],
        "author": [{"family": family, "given": given} for family, _, given in people],
        "container-title": [record.journal],
        "ISSN": list(record.issns),
        "issued": {"date-parts": [[int(record.year or 0)]]},
        "volume": record.volume,
        "issue": record.issue,
        "page": record.pages,
    }


def _xml(records: list[Record]) -> bytes:
    articles = "".join(_article(record) for record in records)
    text = f'<?xml version="1.0"?>{DOCTYPE}<PubmedArticleSet>{articles}</PubmedArticleSet>'
    return text.encode()


def _article(record: Record) -> str:
    people = "".join(
        f"<Author><LastName>{escape(name.split()[0])}</LastName>"
        f"<Initials>{escape(name.split()[-1])}</Initials></Author>"
        for name in record.authors
    )
    return (
        f"<PubmedArticle><MedlineCitation><PMID>{record.pmid}</PMID><Article>"
        f"<Journal><ISSN>{record.issns[0]}</ISSN><JournalIssue><Volume>{record.volume}</Volume>"
        f"<Issue>{record.issue}</Issue><PubDate><Year>{record.year}</Year></PubDate>"
        f"</JournalIssue><Title>{record.journal}</Title></Journal>"
        f"<ArticleTitle>{escape(record.title)}.</ArticleTitle>"
        f"<Pagination><MedlinePgn>{record.pages}</MedlinePgn></Pagination>"
        f"<AuthorList>{people}</AuthorList></Article></MedlineCitation>"
        f'<PubmedData><ArticleIdList><ArticleId IdType="doi">{record.doi}</ArticleId>'
        "</ArticleIdList></PubmedData></PubmedArticle>"
    )
