"""Builders with defaults for what does not matter. They call the real actions, nothing else."""

import itertools
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from django.conf import settings

from chapwai.citations.citation import Citation
from chapwai.document_requests.actions.claim import claim_request
from chapwai.document_requests.actions.place import (
    Wanted,
    place_request_of_patron,
    place_request_of_staff,
)
from chapwai.document_requests.actions.supply import supply_document
from chapwai.documents.models import Document
from chapwai.documents.store import Store
from chapwai.ledger.actions.top_up import top_up
from chapwai.libraries.models import Library, Network, Patron, Staff

BANGKOK = ZoneInfo("Asia/Bangkok")
NINE = datetime(2026, 8, 12, 9, 0, tzinfo=BANGKOK)
GROUP = "C" + "a" * 32
TITLE = "Early feeding after bowel surgery"
PRICE = 2_000

_count = itertools.count(1)


def minutes(count: float) -> datetime:
    """So many minutes after nine."""
    return NINE + timedelta(minutes=count)


def library_named(name: str, network: Network, *, thai: str = "") -> Library:
    return Library.objects.create(
        network=network,
        symbol=f"TH-{name.upper()}",
        name_th=f"ห้องสมุด{thai or name}",
        name_en=f"{name} Library",
        short_name_th=thai or name,
        short_name_en=name,
        email=f"ill@{name.lower()}.example",
        price_amount=PRICE,
    )


def librarian_at(library: Library, **fields: object) -> Staff:
    """A librarian on LINE, in Thai."""
    position = next(_count)
    return Staff.objects.create(
        **{
            "library": library,
            "name": f"Librarian {position}",
            "email": f"librarian{position}@{library.short_name_en.lower()}.example",
            "line_user_id": f"U{position:032}",
            **fields,
        }
    )


def reader_of(library: Library, **fields: object) -> Patron:
    """A reader on LINE, with an address, whose requests a librarian looks at first."""
    position = next(_count)
    return Patron.objects.create(
        **{
            "library": library,
            "code": f"reader-{position}",
            "name": f"Nok Maidee {position}",
            "email": f"reader{position}@{library.short_name_en.lower()}.example",
            "line_user_id": f"U{position:032}",
            **fields,
        }
    )


def deposit(payer: Library, supplier: Library, amount: int = 50_000) -> None:
    """Pay in advance, in satang."""
    top_up(
        supplier=supplier.symbol,
        payer=payer.symbol,
        amount=amount,
        key=f"slip:KTB:{next(_count):04}",
        actor="treasurer",
        now=NINE,
    )


def an_article(**fields: object) -> Citation:
    return Citation(
        **{
            "title": TITLE,
            "authors": ("Maidee N", "Jaidee P"),
            "journal": "J Ward Med",
            "year": "2019",
            "volume": "12",
            "issue": "3",
            "pages": "412-9",
            "doi": f"10.5555/jwm.{next(_count)}",
            "confidence": 0.9,
            **fields,
        }
    )


def place_a_request(
    person: Staff | Patron, *, now: datetime = NINE, patron_email: str = "", **fields: object
):
    """A librarian's request is open at once; a reader's is looked at first."""
    wanted = Wanted(item=an_article(**fields))
    if isinstance(person, Patron):
        return place_request_of_patron(person, wanted=wanted, now=now)
    return place_request_of_staff(person, wanted=wanted, patron_email=patron_email, now=now)


def a_document(content: bytes = b"%PDF-1.7 pages of an article", *, size: int = 0) -> Document:
    """A document as it is after the check, which has tests of its own."""
    folder = Path(settings.DATA_DIR)
    folder.mkdir(parents=True, exist_ok=True)
    source = folder / f"source-{next(_count)}"
    source.write_bytes(content)
    kept = Store(settings.DOCUMENTS_DIR).put(source)
    source.unlink()
    return Document.objects.create(
        sha256=kept.sha256,
        original_sha256=kept.sha256,
        size=size or kept.size,
        pages=8,
        received_at=NINE,
    )


def claimed_request(asker: Staff | Patron, supplier: Staff, *, now: datetime = NINE, **fields):
    """A request that the supplier's library has promised."""
    doc_request = place_a_request(asker, now=now, **fields)
    claim_request(doc_request, staff=supplier, now=now)
    return doc_request


def supplied_request(
    asker: Staff, supplier: Staff, *, document: Document | None = None, now=NINE, **fields
):
    """A request whose document is in and on its way."""
    doc_request = claimed_request(asker, supplier, now=now, **fields)
    supply_document(doc_request, document=document or a_document(), staff=supplier, now=now)
    doc_request.refresh_from_db()
    return doc_request
