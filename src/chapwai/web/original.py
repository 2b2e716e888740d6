"""What an asker sent, beside what was made of it: for the librarian who has to check."""

from django.conf import settings
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from chapwai.cards.words import item_in, source_line
from chapwai.citations.citation import Citation
from chapwai.document_requests.description import item_described_by
from chapwai.document_requests.models import DocumentRequest
from chapwai.document_requests.original import NothingToSee, request_behind
from chapwai.document_requests.question import candidates_of
from chapwai.documents.store import NotStored, Store


@require_safe
@never_cache
def original(request: HttpRequest, token: str) -> HttpResponse:
    """The photo or the words, and each field with its origin and doubt."""
    try:
        doc_request = request_behind(token, now=timezone.now())
    except NothingToSee:
        return render(request, "web/link_over.html", status=410)
    return render(request, "web/original.html", _shown(doc_request, token))


@require_safe
@never_cache
def photo(request: HttpRequest, token: str) -> HttpResponseBase:
    """The photo itself, as the reading process re-encoded it."""
    try:
        picture = request_behind(token, now=timezone.now()).picture
        file = Store(settings.DOCUMENTS_DIR).open(picture.sha256 if picture else "")
    except (NothingToSee, NotStored):
        return render(request, "web/link_unknown.html", status=404)
    return FileResponse(file, content_type="image/jpeg")


def _shown(doc_request: DocumentRequest, token: str) -> dict[str, object]:
    item = item_described_by(doc_request)
    others = [item_in(Citation.of(record)) for record in candidates_of(doc_request)]
    return {
        "number": doc_request.number,
        "library": doc_request.requesting_library,
        "token": token,
        "has_photo": doc_request.picture is not None,
        "words": doc_request.citation,
        "fields": _fields(item),
        "candidates": [{"title": other.title, "source": source_line(other)} for other in others],
    }


def _fields(item: Citation) -> list[dict[str, object]]:
    """Label, value, where it came from, and whether somebody should look at it."""
    values = {
        "title": (_("Title"), item.title),
        "authors": (_("Authors"), "; ".join(item.authors)),
        "journal": (_("Journal"), item.journal),
        "year": (_("Year"), item.year),
        "volume": (_("Volume"), item.volume),
        "issue": (_("Issue"), item.issue),
        "pages": (_("Pages"), item.pages),
        "doi": ("DOI", item.doi),
        "pmid": ("PMID", item.pmid),
    }
    return [
        {
            "label": label,
            "value": value,
            "origin": _origin(item.origins.get(name, "")),
            "doubtful": name in item.doubtful,
        }
        for name, (label, value) in values.items()
        if value or name in item.doubtful
    ]


def _origin(code: str) -> str:
    """Where a field came from, in words; nothing for what was never kept."""
    return {
        "screen": _("from the picture"),
        "text": _("from the message"),
        "qr": _("from the QR code"),
        "index": _("from our index"),
        "file": _("from our index"),
        "crossref": "Crossref",
        "pubmed": "PubMed",
    }.get(code, "")
