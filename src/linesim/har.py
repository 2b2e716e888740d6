"""Traffic as an HTTP Archive (HAR 1.2), which browsers and debugging proxies open."""

import json
from collections.abc import Iterator
from datetime import datetime
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from linesim.traffic import Attempt, CallRecord, Said, Traffic, WebhookRecord

NO_SAYING = Said({}, None, 0)
NOT_KNOWN = -1


def as_har(traffic: Traffic, *, url: str) -> dict[str, Any]:
    """Everything kept, oldest first; `url` is the platform's own address.

    Calls go to the platform, webhooks to the bot, with one entry for each attempt. Tokens
    and secrets are not part of it.
    """
    entries = [entry for record in traffic.records() for entry in _entries(record, url=url)]
    creator = {"name": "linesim", "version": "1"}
    return {"log": {"version": "1.2", "creator": creator, "entries": entries}}


def _entries(record: WebhookRecord | CallRecord, *, url: str) -> Iterator[dict[str, Any]]:
    if isinstance(record, CallRecord):
        request = _request(record.method, url + record.path, record.request)
        answer = _answer(record.status, record.answer)
        yield _entry(record.at, record.milliseconds, request, answer, record.failure)
        return
    for attempt in record.attempts:
        request = _request("POST", record.url, _webhook_body(record))
        answer = _answer(_status(attempt), NO_SAYING)
        yield _entry(attempt.at, attempt.milliseconds, request, answer, attempt.reason)


def _entry(
    at: datetime,
    milliseconds: float,
    request: dict[str, Any],
    answer: dict[str, Any],
    comment: str | None,
) -> dict[str, Any]:
    return {
        "startedDateTime": at.isoformat(),
        "time": milliseconds,
        "request": request,
        "response": answer,
        "cache": {},
        "timings": {"send": 0, "wait": milliseconds, "receive": 0},
        "comment": comment or "",
    }


def _request(method: str, url: str, said: Said) -> dict[str, Any]:
    request = {
        "method": method,
        "url": url,
        "queryString": _pairs(dict(parse_qsl(urlsplit(url).query))),
        **_side(said),
    }
    if said.text:
        media_type = said.headers.get("content-type", "")
        request["postData"] = {"mimeType": media_type, "text": said.text}
    return request


def _answer(status: int, said: Said) -> dict[str, Any]:
    known = status in HTTPStatus._value2member_map_
    return {
        "status": status,
        "statusText": HTTPStatus(status).phrase if known else "",
        "content": {
            "size": said.size,
            "mimeType": said.headers.get("content-type", ""),
            "text": said.text or "",
        },
        "redirectURL": "",
        **_side(said),
    }


def _side(said: Said) -> dict[str, Any]:
    return {
        "httpVersion": "HTTP/1.1",
        "cookies": [],
        "headers": _pairs(said.headers),
        "headersSize": NOT_KNOWN,
        "bodySize": said.size,
    }


def _pairs(named: dict[str, str]) -> list[dict[str, str]]:
    return [{"name": name, "value": value} for name, value in named.items()]


def _webhook_body(record: WebhookRecord) -> Said:
    text = json.dumps(record.body, ensure_ascii=False, separators=(",", ":"))
    return Said({"content-type": "application/json; charset=utf-8"}, text, len(text.encode()))


def _status(attempt: Attempt) -> int:
    return attempt.outcome if isinstance(attempt.outcome, int) else 0
