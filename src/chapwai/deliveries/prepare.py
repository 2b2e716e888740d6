"""A document is in: the mail that carries it to the reader is rendered, once, and queued."""

import logging
from contextlib import suppress
from datetime import datetime
from email.utils import make_msgid, parseaddr

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils import translation
from django.utils.translation import gettext as _

from chapwai.deliveries.letters import Letter, attachment_name, reader_delivery, reader_link
from chapwai.deliveries.links import link_for, url_of
from chapwai.document_requests.actions.fail_delivery import fail_delivery
from chapwai.document_requests.models import Delivery, DocumentRequest, MoveRefused, Supply
from chapwai.document_requests.queries import (
    delivery_address,
    librarian_address,
    reader_language,
    reader_name,
    supplies_on_their_way,
)
from chapwai.documents.models import Document
from chapwai.documents.store import Store
from chapwai.mail.actions.queue import queue_mail
from chapwai.mail.addresses import BadAddress
from chapwai.mail.message import BadHeader, render

log = logging.getLogger(__name__)

READER, COPY = "reader", "copy"
# Raw bytes; what is bigger would be refused by too many mailboxes once it is encoded.
ATTACH_UP_TO = 10_000_000


def prepare_deliveries(*, now: datetime) -> int:
    """Render what is supplied by mail and not rendered yet; tell how many mails that made."""
    return sum(_prepare(supply, now=now) for supply in _unprepared().order_by("id"))


def _unprepared() -> QuerySet[Supply]:
    return supplies_on_their_way().filter(delivery=Delivery.MAIL, mail=None)


def _prepare(supply: Supply, *, now: datetime) -> bool:
    try:
        return _prepare_if_free(supply.pk, now=now)
    except (BadAddress, BadHeader):
        log.exception("supply %s cannot be mailed; it goes by a link", supply.pk)
        with suppress(MoveRefused):
            fail_delivery(supply, uncertain=False, now=now)
    except Exception:  # whatever it is, it must not keep the documents behind it
        log.exception("supply %s could not be prepared", supply.pk)
    return False


@transaction.atomic
def _prepare_if_free(pk: int, *, now: datetime) -> bool:
    supply = (
        _unprepared()
        .select_for_update(skip_locked=True, of=("self",))
        .select_related("doc_request", "document", "library")
        .filter(pk=pk)
        .first()
    )
    if supply is None:
        return False  # another worker is at it, or was
    with translation.override(reader_language(supply.doc_request)):
        _queue(supply, now=now)
    return True


def _queue(supply: Supply, *, now: datetime) -> None:
    doc_request = supply.doc_request
    to, copy = delivery_address(doc_request), librarian_address(doc_request)
    message_id = make_msgid(f"supply.{supply.pk}", domain=_own_domain())
    supply.mail = queue_mail(
        key=f"supply:{supply.pk}",
        message_id=message_id,
        sender=parseaddr(settings.MAIL_FROM)[1],
        content=_rendered(supply, to=to, copy=copy, message_id=message_id, now=now),
        recipients={copy: COPY, to: READER},
        now=now,
    )
    supply.save(update_fields=["mail"])


def _rendered(supply: Supply, *, to: str, copy: str, message_id: str, now: datetime) -> bytes:
    letter = _letter(supply, now=now)
    return render(
        sender=parseaddr(settings.MAIL_FROM)[1],
        sender_name=_sender_name(supply.doc_request),
        to=to,
        cc=copy if copy != to else None,
        # A reply reaches the reader's own librarian and tells nobody else the reader's address.
        reply_to=copy,
        subject=letter.subject,
        text=letter.text,
        html=letter.html,
        attachment=_attachment(supply),
        message_id=message_id,
        date=now,
    )


def _letter(supply: Supply, *, now: datetime) -> Letter:
    doc_request, name = supply.doc_request, reader_name(supply.doc_request)
    if _fits(supply):
        return reader_delivery(doc_request, reader_name=name, supplied_at=now)
    link = link_for(supply, now=now)
    return reader_link(
        doc_request, reader_name=name, supplied_at=now, url=url_of(link), link_until=link.expires_at
    )


def _attachment(supply: Supply) -> tuple[str, bytes, str] | None:
    if not _fits(supply):
        return None
    content = Store(settings.DOCUMENTS_DIR).path_of(_document(supply).sha256).read_bytes()
    return attachment_name(supply.doc_request), content, "application/pdf"


def _fits(supply: Supply) -> bool:
    return _document(supply).size <= ATTACH_UP_TO


def _document(supply: Supply) -> Document:
    if supply.document is None:
        raise ValueError(f"{supply} is on its way without a document")
    return supply.document


def _sender_name(doc_request: DocumentRequest) -> str:
    return _("%(library)s Library through Chapwai") % {
        "library": doc_request.requesting_library.short_name
    }


def _own_domain() -> str:
    return parseaddr(settings.MAIL_FROM)[1].rpartition("@")[2]
