"""The page behind a document's link: looking is free, a press downloads and is counted."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from chapwai.cards.times import near
from chapwai.deliveries.letters import attachment_name, copyright_notice
from chapwai.deliveries.links import supply_of
from chapwai.deliveries.settle import hand_over
from chapwai.documents.actions.use_link import LinkOver, LinkUnknown, look_at_link, use_link
from chapwai.documents.models import DocumentLink
from chapwai.documents.store import Store
from chapwai.jobs.wake import wake_up


# Whoever knows the address may have the document, so there is no session to ride on; and a page
# that sends no referrer makes browsers send `Origin: null`, which the check against it refuses.
@method_decorator([csrf_exempt, never_cache], name="dispatch")
class DocumentPage(View):
    """GET shows what the link is for, without title or names; POST hands the document out."""

    http_method_names = ["get", "head", "post"]

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        try:
            link = look_at_link(token, now=timezone.now())
        except LinkUnknown:
            return render(request, "web/link_unknown.html", status=404)
        except LinkOver:
            return render(request, "web/link_over.html", status=410)
        return render(request, "web/document.html", _shown(link))

    def post(self, request: HttpRequest, token: str) -> HttpResponseBase:
        try:
            document = _handed_out(token, now=timezone.now())
        except LinkUnknown:
            return render(request, "web/link_unknown.html", status=404)
        except LinkOver:
            return render(request, "web/link_over.html", status=410)
        wake_up("deliver")
        return document


@transaction.atomic
def _handed_out(token: str, *, now: datetime) -> FileResponse:
    """Count the download and settle the supply; neither if the file cannot be opened."""
    link = use_link(token, now=now)
    supply, file = supply_of(link), Store(settings.DOCUMENTS_DIR).open(link.document.sha256)
    hand_over(supply, now=now)
    return FileResponse(
        file,
        as_attachment=True,
        filename=attachment_name(supply.doc_request),
        content_type="application/pdf",
    )


def _shown(link: DocumentLink) -> dict[str, object]:
    supply = supply_of(link)
    return {
        "number": supply.doc_request.number,
        "library": supply.doc_request.requesting_library,
        "supplier": supply.library,
        "link": link,
        "until": near(link.expires_at),
        "size": link.document.size,
        "notice": copyright_notice(supply.doc_request, supplied_at=link.created_at),
    }
