"""`chapwai requests`: every request with its citation, its steps and its cost, for operators."""

import argparse
import json
from datetime import datetime
from typing import Any

from chapwai.config.schema import require_current_schema
from chapwai.document_requests.models import DocumentRequest, RequestEvent
from chapwai.line.outbox import paid_messages_about


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.description = "List the requests, the newest last. Nothing about any reader is shown."
    parser.add_argument("--json", action="store_true", help="one JSON document")
    parser.add_argument("--number", help="only the request with this number")


def run(options: argparse.Namespace) -> int:
    """Print the list; 0."""
    require_current_schema()
    chosen = DocumentRequest.objects.order_by("id")
    if options.number:
        chosen = chosen.filter(number=options.number.upper())
    described = [_described(one) for one in chosen.select_related(*RELATED)]
    if options.json:
        print(json.dumps({"requests": described}, ensure_ascii=False, indent=2))
    else:
        for one in described:
            print(f"{one['number']}  {one['status']:<16} {one['citation']['title']}")
    return 0


RELATED = ("requesting_library", "supplying_library", "supply")


def _described(doc_request: DocumentRequest) -> dict[str, Any]:
    supply = doc_request.supply
    return {
        "number": doc_request.number,
        "status": doc_request.status,
        "requested_by": doc_request.requesting_library.symbol,
        "claimed_by": doc_request.supplying_library and doc_request.supplying_library.symbol,
        "delivered_by": supply.delivery if supply and supply.delivered_at else None,
        "price": supply.price_amount if supply else None,
        "paid_messages": paid_messages_about(doc_request.number),
        "citation": _citation(doc_request),
        "seconds": _seconds(doc_request),
        "events": [_event(event) for event in doc_request.events.order_by("id")],
    }


def _citation(doc_request: DocumentRequest) -> dict[str, Any]:
    """In the shape of `chapwai read`: null where nothing is known."""
    return {
        "title": doc_request.title_of_component or None,
        "authors": [one for one in doc_request.author_of_component.split("; ") if one],
        "journal": doc_request.title or None,
        "year": doc_request.publication_year or None,
        "volume": doc_request.volume or None,
        "issue": doc_request.issue or None,
        "pages": doc_request.pages_requested or None,
        "doi": doc_request.doi or None,
        "pmid": doc_request.pmid or None,
        "confidence": round(doc_request.confidence, 3),
        "doubtful": doc_request.doubtful,
    }


def _event(event: RequestEvent) -> dict[str, Any]:
    return {"verb": event.verb, "status": event.status, "at": event.at.isoformat()}


def _seconds(doc_request: DocumentRequest) -> dict[str, float]:
    """How long each step took since the one before; reading since the photo came."""
    picture = doc_request.picture
    before: datetime = picture.received_at if picture else doc_request.created_at
    steps = {}
    for event in doc_request.events.order_by("id"):
        steps[event.verb] = round((event.at - before).total_seconds(), 3)
        before = event.at
    return steps
