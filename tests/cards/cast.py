"""The cast as people see it, without a database: Riverside asks, Hilltop supplies."""

from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import Any

from chapwai.citations.citation import Citation
from chapwai.citations.models import Picture
from chapwai.citations.record import Record
from chapwai.document_requests.lifecycle import Status
from chapwai.document_requests.models import DocumentRequest, Supply
from chapwai.libraries.models import Library, Network, Patron, ReaderGroup, Staff

ASKED_AT = datetime(2026, 8, 12, 2, 0, tzinfo=UTC)  # nine in the morning in Bangkok
NOW = ASKED_AT + timedelta(minutes=12)
TITLE = "Early feeding after bowel surgery: a cohort study"
ORIGINAL = "https://chapwai.example/requests/A123:signature"
URL = "https://chapwai.example/documents/Zm9yLXRlc3Rz"

NETWORK = Network(pk=1, name="Northern libraries", line_group_id="C1")
RIVERSIDE = Library(
    pk=1,
    network=NETWORK,
    symbol="RIV",
    short_name_th="ริเวอร์ไซด์",
    short_name_en="Riverside",
    email="ill@riverside.example",
)
HILLTOP = Library(
    pk=2, network=NETWORK, symbol="HIL", short_name_th="ฮิลล์ท็อป", short_name_en="Hilltop"
)
LAKESIDE = Library(
    pk=3, network=NETWORK, symbol="LAK", short_name_th="Lakeside", short_name_en="Lakeside"
)
LECTURERS = ReaderGroup(pk=1, library=RIVERSIDE, code="L", name_th="อาจารย์", name_en="lecturer")
READER = Patron(
    pk=1, library=RIVERSIDE, group=LECTURERS, name="Nok Maidee", email="nok@riverside.example"
)
LIBRARIAN = Staff(pk=1, library=RIVERSIDE, name="Ploy Jaidee", line_user_id="U" + "1" * 32)


def request(number: str = "A123", **fields: Any) -> DocumentRequest:
    """A request of Riverside's reader, open to the network."""
    return DocumentRequest(
        **{
            "number": number,
            "network": NETWORK,
            "requesting_library": RIVERSIDE,
            "patron": READER,
            "title_of_component": TITLE,
            "author_of_component": "Maidee N; Jaidee P",
            "title": "J Ward Med",
            "publication_year": "2019",
            "volume": "12",
            "issue": "3",
            "pages_requested": "412-9",
            "doi": "10.5555/jwm.412",
            "pmid": "30000001",
            "picture": Picture(pk=1),
            "status": Status.REQUEST_RECEIVED,
            "created_at": ASKED_AT,
            **fields,
        }
    )


def claimed(
    number: str = "A123", *, supplier: Library = HILLTOP, price: int = 2000, **fields: Any
) -> DocumentRequest:
    """The same, taken by Hilltop at twenty baht."""
    supply = Supply(pk=1, library=supplier, price_amount=price, delivered_at=NOW)
    return request(
        number,
        **{"status": Status.WILL_SUPPLY, "supplying_library": supplier, "supply": supply, **fields},
    )


def delivered(*, delivery: str = "mail", **fields: Any) -> DocumentRequest:
    """The same, delivered."""
    doc_request = claimed(**{"status": Status.COPY_COMPLETED, **fields})
    assert doc_request.supply
    doc_request.supply.delivery = delivery
    return doc_request


def of_endless_length() -> dict[str, Any]:
    """Fields that are longer than anybody's screen."""
    return {
        "title_of_component": "เก้าน้ำใจ in a study of everything " * 9,
        "author_of_component": "Maidee N; " * 60,
        "title": "Journal of " * 30,
        "doi": "10.5555/" + "x" * 290,
        "requesting_library": Library(
            pk=9, network=NETWORK, short_name_th="ห้องสมุด" * 7 + "ไกล", short_name_en="Far " * 15
        ),
    }


def citations(count: int) -> list[Citation]:
    """So many articles as they were read in one picture."""
    return [
        Citation(title=f"{TITLE}, part {part}", journal="J Ward Med", year="2019", volume="12")
        for part in range(1, count + 1)
    ]


def candidates(count: int) -> list[dict[str, Any]]:
    """So many records that a request may mean, as it keeps them."""
    records = [
        Record(
            title=f"{TITLE}, part {part}", journal="J Ward Med", year="2019", doi=f"10.5555/{part}"
        )
        for part in range(1, count + 1)
    ]
    return [asdict(record) for record in records]
