"""NCBI's E-utilities: PubMed's articles by identifier, by place, by title."""

import json
from collections.abc import Callable
from io import BytesIO
from itertools import islice
from typing import TypeVar

from chapwai.citations.citation import Citation
from chapwai.citations.cut_marks import is_cut, without_cut_mark
from chapwai.citations.formats.fault import Fault
from chapwai.citations.formats.pubmed_xml import records_in_pubmed_xml
from chapwai.citations.online.failure import ServiceFailure
from chapwai.citations.online.service import Service
from chapwai.citations.record import Record

Found = TypeVar("Found", str, Record)

ROWS = 5
LONGEST_TERM = 300
TOOL = "chapwai"


class Ncbi:
    """E-utilities, `https://eutils.ncbi.nlm.nih.gov/entrez/eutils` or a stand-in."""

    def __init__(self, service: Service, *, api_key: str = "") -> None:
        self.service, self._api_key = service, api_key

    def identified(
        self, *, doi: str | None, pmid: str | None, pmcid: str | None, deadline: float
    ) -> list[Record]:
        """The articles that bear any of these identifiers."""
        terms = [f'"{doi}"[doi]' if doi else "", f"{pmcid}[pmcid]" if pmcid else ""]
        named = " OR ".join(filter(None, terms))
        pmids = self._search(named, deadline) if named else []
        return self._articles([pmid, *pmids] if pmid else pmids, deadline)

    def described(self, citation: Citation, *, deadline: float) -> list[Record]:
        """The article at this place of the journal, else those with this title."""
        pmids = self._at_place(citation, deadline)
        title = _searchable(citation.title or "")
        if not pmids and title:
            pmids = self._search(f"{title}[ti]", deadline)
        return self._articles(pmids, deadline)

    def _at_place(self, citation: Citation, deadline: float) -> list[str]:
        place = (citation.journal, citation.year, citation.volume, citation.pages)
        if not all(place) or is_cut(citation.journal or ""):
            return []
        first_page = (citation.pages or "").split("-")[0]
        fields = (citation.journal, citation.year, citation.volume, first_page, "", "1")
        line = "|".join((field or "").replace("|", " ") for field in fields)
        asked = {"retmode": "xml", "bdata": f"{line}|"}
        return self._get("/ecitmatch.cgi", asked, _matched, deadline)

    def _search(self, term: str, deadline: float) -> list[str]:
        asked = {"term": term[:LONGEST_TERM], "retmode": "json", "retmax": str(ROWS)}
        return self._get("/esearch.fcgi", asked, _ids_in, deadline)

    def _articles(self, pmids: list[str], deadline: float) -> list[Record]:
        if not pmids:
            return []
        asked = {"id": ",".join(pmids[:ROWS]), "retmode": "xml"}
        return self._get("/efetch.fcgi", asked, _articles_in, deadline)

    def _get(
        self,
        path: str,
        asked: dict[str, str],
        parse: Callable[[bytes], list[Found]],
        deadline: float,
    ) -> list[Found]:
        who = {"db": "pubmed", "tool": TOOL, "email": self.service.contact}
        key = {"api_key": self._api_key} if self._api_key else {}
        return self.service.get(path, asked | who | key, parse=parse, deadline=deadline) or []


def _searchable(title: str) -> str:
    """The title's words; brackets, quotes and a capital OR would be commands."""
    bare = ("".join(filter(_is_plain, word)) for word in without_cut_mark(title).lower().split())
    return " ".join(filter(None, bare))[: LONGEST_TERM - 10]


def _is_plain(letter: str) -> bool:
    return letter.isalnum() or letter in "-'"


def _ids_in(answer: bytes) -> list[str]:
    try:
        found = list(json.loads(answer)["esearchresult"]["idlist"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise ServiceFailure("malformed") from error
    return [one for one in found if isinstance(one, str) and one.isdecimal()]


def _matched(answer: bytes) -> list[str]:
    """The question's own line comes back with the PMID, NOT_FOUND or AMBIGUOUS at its end."""
    found = answer.decode("utf-8", "replace").strip().rpartition("|")[2].strip()
    return [found] if found.isdecimal() else []


def _articles_in(answer: bytes) -> list[Record]:
    found = list(islice(records_in_pubmed_xml(BytesIO(answer)), ROWS))
    records = [record for record in found if not isinstance(record, Fault)]
    if found and not records:
        raise ServiceFailure("malformed")
    return records
