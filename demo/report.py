"""What happened, as a short report for people or as JSON, and whether all of it came true."""

from collections import Counter
from typing import Any

import httpx

from demo.service import Service
from demo.story import Chapter, Story

Json = dict[str, Any]
DEPOSIT, PRICE = 50_000, 2_000  # satang, as in the network file


def report_on(service: Service, story: Story, *, seconds: float) -> Json:
    """Everything worth knowing about the story that was played."""
    kept = service.command("requests", "--json")["requests"]
    requests = [_request(chapter, kept) for chapter in story.chapters]
    mails = [_mail(one) for one in _mails(service)]
    ledger = {
        "balances": service.command("ledger", "balances", "--json"),
        "audit": service.command("ledger", "audit", "--json"),
    }
    report = {
        "requests": requests,
        "mails": mails,
        "ledger": ledger,
        "seconds": round(seconds, 1),
        "addresses": {"phones": service.linesim_url, "chapwai": service.chapwai_url},
    }
    checks = _checks(report)
    return {**report, "checks": checks, "ok": all(checks.values())}


def as_text(report: Json) -> str:
    """The report for a terminal."""
    lines = ["", "─" * 72]
    for request in report["requests"]:
        lines += _request_lines(request)
    lines += ["", f"เมล {len(report['mails'])} ฉบับ"]
    lines += [f"  {one['subject']} → {', '.join(one['recipients'])}" for one in report["mails"]]
    lines += ["", *_money_lines(report["ledger"])]
    lines += ["", *(f"{'✓' if true else '✗'} {name}" for name, true in report["checks"].items())]
    lines += ["", f"ทั้งหมด {report['seconds']} วินาที · ดูโทรศัพท์ที่ {report['addresses']['phones']}"]
    return "\n".join(lines)


def _request(chapter: Chapter, kept: list[Json]) -> Json:
    found = next(one for one in kept if one["number"] == chapter.number)
    return {
        **{name: found[name] for name in ("number", "status", "claimed_by", "delivered_by")},
        "story": chapter.title,
        "citation": found["citation"],
        "seconds": chapter.seconds,
        "paid_messages": found["paid_messages"],
    }


def _mails(service: Service) -> list[Json]:
    answer = httpx.get(f"{service.linesim_url}/sim/mails", timeout=30).raise_for_status()
    mails: list[Json] = answer.json()["mails"]
    return mails


def _mail(mail: Json) -> Json:
    headers = {name.lower(): value for name, value in mail["headers"]}
    attachments = mail["attachments"]
    return {
        "to": headers.get("to", ""),
        "cc": headers.get("cc", ""),
        "recipients": mail["recipients"],
        "subject": mail["subject"],
        "attachment_sha256": attachments[0]["sha256"] if attachments else None,
    }


def _checks(report: Json) -> dict[str, bool]:
    """What must be true after the story, each by its name."""
    requests, ledger = report["requests"], report["ledger"]
    books = {(one["book"], one["purpose"]): one["balance_satang"] for one in ledger["balances"]}
    documents = [one["attachment_sha256"] for one in report["mails"] if one["attachment_sha256"]]
    return {
        "every request is delivered": all(one["status"] == "CopyCompleted" for one in requests),
        "two by mail, one by link": [one["delivered_by"] for one in requests]
        == ["mail", "link", "mail"],
        "reader and librarian got the same document": len(documents) == 3
        and len(set(documents)) == 2,
        "the librarian-first request cost no message": requests[2]["paid_messages"] == 0,
        "every copy earned its supplier twenty baht out of the deposit": all(
            (books[supplier, "deposit"], books[supplier, "income"])
            == (DEPOSIT - PRICE * copies, PRICE * copies)
            for supplier, copies in Counter(one["claimed_by"] for one in requests).items()
        ),
        "the books are sound": not any(ledger["audit"].values()),
    }


def _request_lines(request: Json) -> list[str]:
    citation = request["citation"]
    steps = " · ".join(f"{name} {seconds} s" for name, seconds in request["seconds"].items())
    source = f"{citation['journal']} {citation['year']};{citation['volume']}:{citation['pages']}"
    return [
        "",
        f"{request['number']} {request['story']}: {request['status']}",
        f"  {citation['title']}",
        f"  {source} · DOI {citation['doi']} · PMID {citation['pmid']}"
        f" · ความแน่ใจ {citation['confidence']}",
        f"  รับโดย {request['claimed_by']} · ส่งทาง {request['delivered_by']}"
        f" · ข้อความ LINE ที่ต้องจ่าย {request['paid_messages']}",
        f"  {steps}",
    ]


def _money_lines(ledger: Json) -> list[str]:
    return [
        f"  {row['book']} {row['purpose']} {row['party']}: {row['balance_baht']} บาท"
        for row in ledger["balances"]
    ] + [f"  ตรวจบัญชี: {ledger['audit']}"]
