"""A worker that dies at a chosen step: `python -m tests.crashes.laboratory`.

Reads one case a line from standard input, `{"stage": …, "die_at": n}`, and answers it with what
became of the delivery after a second worker has taken over. Every part of a case runs in a fork of
its own, so that starting costs nothing and dying harms nobody. A step is a statement or a commit in
the database, something sent or received over a socket, a file made durable or moved, a program
started: whatever can be seen from outside a process that is gone.
"""

import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chapwai.config.settings")
django.setup()

from django.conf import settings  # noqa: E402 - what follows needs the set-up
from django.db import connection  # noqa: E402

from chapwai.chat.content import handle_content, take_next_content  # noqa: E402
from chapwai.chat.handle import handle_next_event  # noqa: E402
from chapwai.citations.worker import ReadingWorker  # noqa: E402
from chapwai.deliveries.links import link_for  # noqa: E402
from chapwai.deliveries.prepare import prepare_deliveries  # noqa: E402
from chapwai.deliveries.settle import hand_over, settle_deliveries  # noqa: E402
from chapwai.document_requests.lifecycle import Status  # noqa: E402
from chapwai.document_requests.models import DocumentRequest  # noqa: E402
from chapwai.documents.actions.use_link import use_link  # noqa: E402
from chapwai.documents.models import DocumentLink  # noqa: E402
from chapwai.ledger.models import LedgerHold, LedgerTxn  # noqa: E402
from chapwai.ledger.queries import audit  # noqa: E402
from chapwai.libraries.models import Network, Staff, Voice  # noqa: E402
from chapwai.line import outbox  # noqa: E402
from chapwai.line.connect import line_client  # noqa: E402
from chapwai.line.events import LineEvent  # noqa: E402
from chapwai.line.intake import keep_events  # noqa: E402
from chapwai.line.models import OutgoingMessage, ReplyToken  # noqa: E402
from chapwai.mail.actions.send import send_due_mails  # noqa: E402
from chapwai.mail.models import Recipient  # noqa: E402
from chapwai.mail.smtp import SmtpServer  # noqa: E402
from chapwai.notices.by_mail import mail_overdue_notices  # noqa: E402
from chapwai.notices.tell import tell_new_events  # noqa: E402
from tests.building import (  # noqa: E402
    GROUP,
    NINE,
    claimed_request,
    deposit,
    librarian_at,
    library_named,
    minutes,
    supplied_request,
)

Json = dict[str, Any]
# Reads no photo here, so that one for all forks is enough.
reader = ReadingWorker()


def main() -> None:
    """Make the network, then carry out one case a line."""
    in_a_fork(make_network)
    print(json.dumps({"ready": True}), flush=True)
    for line in sys.stdin:
        order = json.loads(line)
        print(json.dumps(carry_out(order["stage"], order["die_at"])), flush=True)
    reader.close()


def carry_out(stage: str, die_at: int) -> Json:
    """One delivery whose worker dies at a step of a stage, and what became of it."""
    case = in_a_fork(lambda: BEFORE[stage]())
    died = in_a_fork(lambda: work_and_die(STAGES[stage], die_at))
    after = in_a_fork(lambda: take_over(case["number"]))
    return {**case, **died, **after}


def take_in(now: datetime) -> None:
    """The file that was announced becomes a document, and the document a supply."""
    while handle_next_event(now=now) is not None:
        pass
    while content := take_next_content(now=now):
        handle_content(content, client=line_client(), reader=reader, now=now)


def prepare(now: datetime) -> None:
    prepare_deliveries(now=now)


def send(now: datetime) -> None:
    server = SmtpServer.from_url(settings.SMTP_URL)
    send_due_mails(server=server, clock=lambda: now)


def settle(now: datetime) -> None:
    settle_deliveries(now=now)


def tell(now: datetime) -> None:
    """Everybody hears of it: notices are queued, then spoken."""
    for chat in tell_new_events(now=now) | {supplier().line_user_id or ""}:
        outbox.speak(chat, client=line_client(), now=now)
    mail_overdue_notices(now=now)
    outbox.sweep(client=line_client(), now=now)


STAGES: dict[str, Callable[[datetime], None]] = {
    "take_in": take_in,
    "prepare": prepare,
    "send": send,
    "settle": settle,
    "tell": tell,
}


def drain(now: datetime) -> None:
    """What the workers do with whatever waits."""
    for stage in STAGES.values():
        stage(now)


# --- the world before the stage ------------------------------------------------------------------


def make_network() -> Json:
    network = Network.objects.create(
        name="เครือข่าย",
        line_group_id=GROUP,
        language="th",
        voice=Voice.KHA,
        group_push_after_minutes=10_000,
        monthly_push_budget=1_000_000,
    )
    riverside = library_named("Riverside", network, thai="ริเวอร์ไซด์")
    hilltop = library_named("Hilltop", network, thai="ฮิลล์ท็อป")
    librarian_at(riverside)
    librarian_at(hilltop)
    deposit(riverside, hilltop, 5_000_000)
    return {}


def asker() -> Staff:
    return Staff.objects.get(library__short_name_en="Riverside")


def supplier() -> Staff:
    return Staff.objects.get(library__short_name_en="Hilltop")


def a_file_was_dropped() -> Json:
    """A claim, and the announcement of a file from whoever claimed."""
    number = claimed_request(asker(), supplier(), patron_email=new_reader()).number
    tell(NINE)
    event = {
        "type": "message",
        "webhookEventId": f"event-{number}",
        "replyToken": f"reply-{number}",
        "source": {"type": "user", "userId": supplier().line_user_id},
        "message": {
            "type": "file",
            "id": f"file-{number}",
            "fileName": "article.pdf",
            "fileSize": 1000,
        },
    }
    keep_events([LineEvent(event)], now=NINE)
    return {"number": number}


def supplied() -> Json:
    number = supplied_request(asker(), supplier(), patron_email=new_reader()).number
    give_word(f"supplied-{number}", now=NINE)
    tell(NINE)
    return {"number": number}


def prepared() -> Json:
    case = supplied()
    prepare(NINE)
    return case


def sent() -> Json:
    case = prepared()
    send(NINE)
    return case


def settled() -> Json:
    case = sent()
    settle(NINE)
    give_word(f"settled-{case['number']}", now=NINE)
    return case


BEFORE: dict[str, Callable[[], Json]] = {
    "take_in": a_file_was_dropped,
    "prepare": supplied,
    "send": prepared,
    "settle": sent,
    "tell": settled,
}


def new_reader() -> str:
    return f"reader-{DocumentRequest.objects.count()}@riverside.example"


def give_word(token: str, *, now: datetime) -> None:
    """The supplier says something, so that we may answer."""
    chat = supplier().line_user_id
    ReplyToken.objects.create(token=token, chat=chat, expires_at=now + timedelta(seconds=50))


# --- dying ---------------------------------------------------------------------------------------


def work_and_die(stage: Callable[[datetime], None], die_at: int) -> Json:
    """Do the stage and die before its n-th step; a stage with fewer steps survives."""
    steps = Steps(die_at)
    with connection.execute_wrapper(steps.statement):
        count_everything_else(steps)
        stage(NINE)
    return {"died": False, "point": f"survived {steps.count} steps"}


RECEIVE = "receive"


class Steps:
    """Counts the steps of this process and ends it, as kill -9 does, before one of them."""

    def __init__(self, die_at: int) -> None:
        self.die_at, self.count, self.last = die_at, 0, ""

    def before(self, point: str) -> None:
        # In how many pieces an answer arrives is chance; every run has to count the same steps.
        self.count += not (point == self.last == RECEIVE)
        self.last = point
        if self.count == self.die_at:
            answer({"died": True, "point": point})
            os.kill(os.getpid(), signal.SIGKILL)

    def statement(self, execute: Any, sql: str, parameters: Any, many: bool, context: Any) -> Any:
        self.before(in_short(sql))
        return execute(sql, parameters, many, context)

    def counted(self, function: Any, name: Callable[..., str]) -> Any:
        def step(*arguments: Any, **options: Any) -> Any:
            self.before(name(*arguments))
            return function(*arguments, **options)

        return step


def count_everything_else(steps: Steps) -> None:
    """What is no statement: commits, sockets, files, programs. Never undone in this process."""
    steps_of: list[tuple[Any, str, Callable[..., str]]] = [
        (connection, "_commit", lambda: "COMMIT"),
        (socket.socket, "connect", lambda *_: "connect"),
        (socket.socket, "sendall", lambda _, data, *rest: f"send {first_word(data)}"),
        (socket.socket, "send", lambda _, data, *rest: f"send {first_word(data)}"),
        (socket.socket, "recv", lambda *_: RECEIVE),
        (os, "fsync", lambda _: "fsync"),
        (os, "replace", lambda *_: "move a file into place"),
        (subprocess.Popen, "__init__", lambda *_: "start the check of the file"),
    ]
    for owner, name, point in steps_of:
        setattr(owner, name, steps.counted(getattr(owner, name), point))


def in_short(sql: str) -> str:
    """`UPDATE mail_recipient`, enough to find the place."""
    verb, table = sql.split()[0], re.search(r'\b(?:FROM|INTO|UPDATE) "?(\w+)', sql)
    return f"{verb} {table[1]}" if table else verb


def first_word(data: Any) -> str:
    """`MAIL`, `POST`, `.`; a document is none of these and shows as its length."""
    start = bytes(data[:60]).split(b" ")[0].split(b"\r\n")[0]
    return start.decode() if start.isascii() and len(start) < 12 else f"{len(data)} bytes"


# --- taking over ---------------------------------------------------------------------------------


def take_over(number: str) -> Json:
    """Another worker, when every lease is over; then whoever got a link uses it."""
    for later in (10, 20):
        drain(minutes(later))
    found = {"first": facts(number)}
    if DocumentRequest.objects.get(number=number).status == Status.SUPPLYING:
        open_link(number)
        drain(minutes(50))
    give_word(f"later-{number}", now=minutes(60))
    drain(minutes(60))
    return {**found, "last": facts(number), "recipients": recipients(number), "audit": audit()}


def open_link(number: str) -> None:
    supply = DocumentRequest.objects.get(number=number).supply
    assert supply
    assert DocumentLink.objects.filter(about=supply.link_name).exists(), "no link was ever issued"
    use_link(link_for(supply, now=minutes(45)).token, now=minutes(45))
    hand_over(supply, now=minutes(45))


def facts(number: str) -> Json:
    """All that must hold for a delivery, in numbers."""
    doc_request = DocumentRequest.objects.get(number=number)
    supply = doc_request.supply
    assert supply
    return {
        "status": doc_request.status,
        "events": Counter(event.verb for event in doc_request.events.all()),
        "charges": LedgerTxn.objects.filter(supply_id=supply.pk, kind="charge").count(),
        "holds": [hold.state for hold in LedgerHold.objects.filter(supply_id=supply.pk)],
        "messages": Counter(
            f"{message.kind}: {message.state}"
            for message in OutgoingMessage.objects.filter(about=number)
        ),
    }


def recipients(number: str) -> Json:
    """Address and state of everybody the document's mail was for, by role."""
    mail = DocumentRequest.objects.get(number=number).supply.mail  # type: ignore[union-attr]
    return {
        one.role: {"address": one.address, "state": one.state, "message_id": mail.message_id}
        for one in Recipient.objects.filter(mail=mail).select_related("mail")
    }


# --- forks ---------------------------------------------------------------------------------------

_answers = -1


def in_a_fork(work: Callable[[], Json]) -> Json:
    """Do it in a fork and give what it answered; one that fails by itself ends everything."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reading)
        run_and_leave(work, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as answers:
        said = answers.read()
    _, status = os.waitpid(pid, 0)
    if not said or (os.WIFEXITED(status) and os.WEXITSTATUS(status)):
        raise SystemExit(f"a fork ended with {status}")
    result: Json = json.loads(said)
    return result


def run_and_leave(work: Callable[[], Json], writing: int) -> None:
    global _answers
    _answers = writing
    code = 1
    try:
        answer(work())
        code = 0
    except BaseException:
        sys.excepthook(*sys.exc_info())  # type: ignore[arg-type]
    finally:
        sys.stderr.flush()
        os._exit(code)


def answer(said: Json) -> None:
    os.write(_answers, json.dumps(said).encode())


if __name__ == "__main__":
    Path(settings.DATA_DIR).mkdir(parents=True, exist_ok=True)
    main()
