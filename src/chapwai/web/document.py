"""The page behind a document's link: looking is free, a press downloads and is counted."""

from django.conf import settings
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.cache import never_cache

from chapwai.cards.times import near
from chapwai.deliveries.letters import attachment_name, copyright_notice
from chapwai.deliveries.links import supply_of
from chapwai.deliveries.settle import hand_over
from chapwai.documents.actions.use_link import LinkOver, LinkUnknown, look_at_link, use_link
from chapwai.documents.models import DocumentLink
from chapwai.documents.store import Store
from chapwai.jobs.wake import wake_up


@method_decorator(never_cache, name="dispatch")
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
        now = timezone.now()
        try:
            link = use_link(token, now=now)
        except LinkUnknown:
            return render(request, "web/link_unknown.html", status=404)
        except LinkOver:
            return render(request, "web/link_over.html", status=410)
        supply = supply_of(link)
        hand_over(supply, now=now)
        wake_up("deliver")
        return FileResponse(
            Store(settings.DOCUMENTS_DIR).open(link.document.sha256),
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
