"""Whatever comes in, there is a clear answer in Thai or a quiet one, and the service goes on."""

import base64
import hashlib
import hmac
import io
import json
import zlib
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import httpx
import pikepdf
import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from chapwai.postgres.cluster import Cluster
from demo.cast import Person
from demo.phones import wait_for
from demo.photo import ARTICLES, render_screen
from demo.story import HAVE_IT
from tests.stories.console import load_network
from tests.stories.stage import a_pdf, doi_of, network_with, reference_to, said

ANY_FILE = "application/octet-stream"
PROGRAM = b"\x7fELF\x02\x01\x01" + bytes(5000)


@pytest.mark.usefixtures("no_new_request")
class TestPhoto:
    def test_that_cannot_be_read_is_answered_with_what_to_try(self, stage):
        answers = send(stage, stage.cast.reader, blurred_page(), name="a.jpg", kind="image/jpeg")

        answer = answers.wait("ภาพนี้อ่านไม่ออก")

        assert "พิมพ์ DOI หรือชื่อเรื่อง" in said(answer)

    def test_of_something_else_is_answered_with_what_is_needed(self, stage):
        answers = send(stage, stage.cast.reader, menu(), name="a.jpg", kind="image/jpeg")

        answers.wait("ในภาพนี้ยังไม่พบบทความ", "DOI")

    def test_of_3600_megapixels_is_refused_unopened(self, stage):
        answers = send(stage, stage.cast.reader, huge_png(), name="a.png", kind=ANY_FILE)

        answers.wait("รูปนี้ละเอียดเกินไป")

    def test_that_is_a_text_by_another_name_is_refused(self, stage):
        text = "ไม่ใช่รูป\n".encode() * 50
        answers = send(stage, stage.cast.reader, text, name="screen.jpg", kind=ANY_FILE)

        answers.wait("ไฟล์นี้ไม่ใช่รูป JPG หรือ PNG")


class TestFileForAClaim:
    @pytest.fixture
    def claimed(self, stage, title):
        """What Hilltop has promised; given back afterwards, so that it owes one thing at a time."""
        supplier = stage.cast.suppliers[0]
        number = stage.ask(title)
        stage.claim(supplier, number)
        yield number
        stage.phones.write(supplier, f"คืน {number}")
        stage.wait_for_status(number, "RequestReceived")

    @pytest.mark.parametrize(
        ("make", "name", "words"),
        [
            (lambda: encrypted_pdf(), "article.pdf", "ไฟล์นี้มีรหัสผ่าน"),
            (lambda: PROGRAM, "article.pdf", "ไฟล์นี้ไม่ใช่ PDF, JPG หรือ PNG"),
            (lambda: b"plain words\n" * 99, "scan.jpg", "ไฟล์นี้ไม่ใช่ PDF, JPG หรือ PNG"),
            (lambda: a_pdf()[:-2000], "article.pdf", "ไฟล์นี้เปิดไม่ได้"),
        ],
        ids=["encrypted", "program", "text", "cut_short"],
    )
    def test_is_refused_with_the_reason_and_the_claim_stays(
        self, stage, claimed, make, name, words
    ):
        answers = send(stage, stage.cast.suppliers[0], make(), name=name, kind=ANY_FILE)

        answers.wait(words)
        stage.wait_until_quiet()

        assert stage.status_of(claimed) == "WillSupply"


class TestDeposit:
    def test_that_does_not_reach_refuses_the_claim_and_tells_the_asking_library(self, stage, title):
        number = stage.ask(title)
        old_town = supplier_of(stage, "OTN")
        librarian = stage.new_messages(stage.cast.librarian)

        tap_in_group(stage, old_town, number)
        refusal = stage.phones.wait_in_group(stage.cast.group, f"{number} ยังรับไม่ได้ตอนนี้")
        stage.phones.write(stage.cast.librarian, "งาน")

        librarian.wait(number, "เงินมัดจำไม่พอ")
        assert "บาท" not in said(refusal)
        assert stage.status_of(number) == "RequestReceived"
        assert stage.deposit_at(old_town) == (1_000, 0)


class TestStranger:
    @pytest.mark.usefixtures("no_new_request")
    @pytest.mark.parametrize(
        "words",
        ["สวัสดีค่ะ", reference_to("Strangers in wards"), "งาน"],
        ids=["greeting", "reference", "command"],
    )
    def test_is_told_how_to_become_known(self, stage, stranger, words):
        answers = stage.new_messages(stranger)

        stage.phones.write(stranger, words)

        answers.wait("บัญชีนี้ยังไม่ได้ผูกกับห้องสมุด")

    def test_gets_nothing_by_a_button_in_the_group(self, stage, stranger, title):
        number = stage.ask(title)

        tap_in_group(stage, stranger, number)

        stage.phones.wait_in_group(stage.cast.group, "ขอผูกบัญชีก่อน")
        assert stage.status_of(number) == "RequestReceived"


class TestNumber:
    @pytest.mark.parametrize(
        "words",
        ["รับ Z999", "สถานะ Z999", "ยกเลิก Z999", "คืน Z999"],
        ids=["claim", "status", "cancel", "release"],
    )
    def test_that_nobody_knows_is_answered_kindly(self, stage, words):
        answers = stage.new_messages(stage.cast.suppliers[0])

        stage.phones.write(stage.cast.suppliers[0], words)

        answers.wait("คำขอนี้ปิดและเก็บเข้าประวัติแล้ว")


class TestCardThatWasPressedBefore:
    def test_says_that_it_is_over_and_does_nothing(self, stage, title):
        first, second = stage.cast.suppliers[:2]
        number = stage.ask(title)
        card = stage.phones.wait_in_group(stage.cast.group, number, HAVE_IT)
        stage.claim(first, number)
        stage.drop(first)
        stage.wait_for_status(number, "CopyCompleted")
        before = stage.request(number)["events"]

        stage.phones.tap(second, card, HAVE_IT)

        stage.phones.wait_in_group(stage.cast.group, f"{number} ส่งแล้ว ขอบคุณที่ช่วย")
        assert stage.request(number)["events"] == before

    def test_twice_at_once_is_one_claim_and_one_hold(self, stage, title):
        supplier = stage.cast.suppliers[2]
        balance, held = stage.deposit_at(supplier)
        number = stage.ask(title)
        card = stage.phones.wait_in_group(stage.cast.group, number, HAVE_IT)

        with ThreadPoolExecutor(2) as pool:
            list(pool.map(lambda _: stage.phones.tap(supplier, card, HAVE_IT), range(2)))
        stage.phones.wait_in_group(stage.cast.group, f"✅ {number}")
        stage.wait_until_quiet()

        verbs = [event["verb"] for event in stage.request(number)["events"]]
        assert verbs == ["place", "claim"]
        assert stage.deposit_at(supplier) == (balance, held + 2_000)


class TestWebhook:
    def test_with_a_wrong_signature_or_none_is_turned_away(self, stage):
        body = webhook(message("รับ A001"))

        assert deliver(stage, body, signature="AAAA").status_code == 401
        assert deliver(stage, body, signature="").status_code == 401
        assert deliver(stage, body, signature="ลายเซ็น").status_code == 401
        assert deliver(stage, body, secret="another channel's").status_code == 401

    @pytest.mark.parametrize(
        "body",
        [
            b"",
            b"{",
            b"[]",
            b"null",
            b"\xff\xfe\x00",
            b'{"events": {}}',
            b'{"events": [1, "two", null]}',
            b"[" * 200_000,
        ],
        ids=["nothing", "half", "list", "null", "bytes", "no_list", "no_objects", "deep"],
    )
    def test_that_is_none_is_turned_away(self, stage, body):
        assert deliver(stage, body).status_code == 400

    def test_of_5_megabytes_is_turned_away_unread(self, stage):
        body = webhook(message("ก" * 1_700_000))

        assert len(body) > 5_000_000
        assert deliver(stage, body).status_code == 413

    def test_without_events_is_lines_own_check_and_fine(self, stage):
        assert deliver(stage, webhook()).status_code == 200

    @pytest.mark.parametrize(
        "event",
        [
            {"type": "somethingThatLineAddsOneDay", "source": {"type": "user"}, "more": [{}]},
            {"type": "message", "message": {"type": "hologram", "id": "1"}},
            {"type": "message", "message": ["no", "object"], "source": "nobody"},
            {"type": "unsend", "unsend": {"messageId": {"a": 1}}},
            {"type": ["message"], "timestamp": "yesterday", "replyToken": 7},
            {},
        ],
        ids=["new", "new_message", "misshapen", "unsend", "types", "empty"],
    )
    def test_with_an_event_unheard_of_is_kept_and_met_by_silence(self, stage, event):
        stage.wait_until_quiet()
        before = everything_counted(stage)
        name = f"01UNHEARD{hashlib.sha256(json.dumps(event).encode()).hexdigest()[:16]}"
        shaped = {"source": {"type": "user", "userId": stage.cast.suppliers[3].line}, **event}

        answer = deliver(stage, webhook({**shaped, "webhookEventId": name}))

        assert answer.status_code == 200
        assert handled(stage, name) == (0, "")
        assert everything_counted(stage) == before

    @pytest.mark.parametrize(
        ("dirt", "name"), [("\x00", "NUL"), ("\ud83d", "SURROGATE"), ("\u202e\u200b", "BIDI")]
    )
    def test_with_characters_that_no_database_keeps_is_understood_all_the_same(
        self, stage, dirt, name
    ):
        title = f"Clean sheets and {name.lower()} characters"
        typed = message(f"{reference_to(title)} {dirt}", group=stage.cast.group)
        typed["source"]["userId"] = stage.cast.librarian.line

        answer = deliver(stage, webhook({**typed, "webhookEventId": f"01DIRT{name}"}))

        assert answer.status_code == 200
        assert handled(stage, f"01DIRT{name}") == (0, "")
        assert stage.rows(
            "SELECT status FROM document_requests_documentrequest WHERE doi = %s", doi_of(title)
        ) == [("RequestReceived",)]


class TestDatabaseThatIsStopped:
    def test_loses_nothing_that_was_said_meanwhile(self, stage, title):
        # Hilltop drops files elsewhere in this module, and must not owe this one as well.
        number, supplier = stage.ask(title), stage.cast.suppliers[1]
        spool = Path(stage.service.environment["CHAPWAI_DATA_DIR"]) / "spool"
        stage.wait_until_quiet()

        with stopped_database(stage):
            stage.phones.write(supplier, f"รับ {number}", chat=stage.cast.group)
            attempt = wait_for(lambda: answered_webhook(stage, f"รับ {number}"), what="an answer")
            spooled = list(spool.glob("*.json"))
            health = httpx.get(f"{stage.service.chapwai_url}/healthz", timeout=30).status_code

        assert attempt["outcome"] == 200
        assert len(spooled) == 1
        assert health == 503
        stage.phones.wait_in_group(stage.cast.group, f"✅ {number}", supplier.short_name)
        assert list(spool.iterdir()) == []
        assert [one["verb"] for one in stage.request(number)["events"]] == ["place", "claim"]


@pytest.fixture(scope="module")
def stranger(stage, tmp_path_factory):
    """Somebody in the group whom the library no longer names."""
    folder, line = tmp_path_factory.mktemp("stranger"), "U1000000000000000000000000000000b"
    unnamed = (f'line_user_id = "{line}"', 'line_user_id = ""')
    load_network(stage.service, without_deposits(network_with(folder, unnamed)))
    yield Person(line, "chaba@riverside.example", "RVS", "ริเวอร์ไซด์")
    load_network(stage.service, without_deposits(network_with(folder)))


@pytest.fixture
def no_new_request(stage):
    """Whatever the test does, it does not make a request."""
    before = requests_made(stage)
    yield
    stage.wait_until_quiet()
    assert requests_made(stage) == before


@pytest.fixture
def title(request):
    """A title of its own for each test, so that no two requests are for the same article."""
    words = request.node.name.replace("test_", "").replace("_", " ").replace("[", " ").strip("] ")
    return f"Invented findings {words}"


def send(stage, person, content, *, name, kind):
    """Send a photo or file; gives what is said to the person from then on."""
    answers = stage.new_messages(person)
    stage.phones.send(person, content, name=name, kind=kind)
    return answers


def tap_in_group(stage, person, number):
    card = stage.phones.wait_in_group(stage.cast.group, number, HAVE_IT)
    stage.phones.tap(person, card, HAVE_IT)


def supplier_of(stage, library):
    return next(one for one in stage.cast.suppliers if one.library == library)


def requests_made(stage):
    ((count,),) = stage.rows("SELECT count(*) FROM document_requests_documentrequest")
    return count


def everything_counted(stage):
    return stage.rows(
        "SELECT (SELECT count(*) FROM line_outgoingmessage),"
        " (SELECT count(*) FROM document_requests_requestevent)"
    )


def handled(stage, event_id):
    """How often an event failed and why, once it has been handled."""

    def look():
        return stage.rows(
            "SELECT attempts, error FROM line_receivedevent"
            " WHERE webhook_event_id = %s AND processed_at IS NOT NULL",
            event_id,
        )

    return wait_for(lambda: next(iter(look()), None), what=f"{event_id} to be handled")


def message(text, *, group=""):
    """A text that somebody typed, as LINE would tell of it."""
    source = {"type": "group", "groupId": group} if group else {"type": "user"}
    return {
        "type": "message",
        "mode": "active",
        "source": source,
        "message": {"id": "1", "type": "text", "text": text},
    }


def webhook(*events):
    return json.dumps({"destination": "U" + "0" * 32, "events": events}).encode()


def deliver(stage, body, *, secret="", signature=None):
    """Post a webhook, signed as LINE signs unless another secret or signature is given."""
    key = secret or stage.service.environment["CHAPWAI_LINE_CHANNEL_SECRET"]
    digest = hmac.new(key.encode(), body, hashlib.sha256).digest()
    signed = base64.b64encode(digest).decode() if signature is None else signature
    return httpx.post(
        f"{stage.service.chapwai_url}/line/webhook",
        content=body,
        headers={"x-line-signature": signed.encode(), "content-type": "application/json"},
        timeout=30,
    )


def answered_webhook(stage, words):
    """The first attempt at delivering these words, once there is one."""
    entries = stage.phones.http.get("/sim/traffic").raise_for_status().json()["entries"]
    webhooks = [one for one in entries if one["kind"] == "webhook" and one["attempts"]]
    told = [one for one in webhooks if words in json.dumps(one, ensure_ascii=False)]
    return told[0]["attempts"][0] if told else None


@contextmanager
def stopped_database(stage):
    cluster = Cluster(Path(stage.service.environment["CHAPWAI_DATA_DIR"]) / "postgres")
    cluster.stop(patience_seconds=1)
    try:
        yield
    finally:
        cluster.start()


def without_deposits(network_file):
    """People only: an opening deposit is posted once and never changes."""
    text = network_file.read_text(encoding="utf-8")
    people = network_file.with_name("people.toml")
    people.write_text(text.split("[[deposits]]")[0], encoding="utf-8")
    return people


def blurred_page():
    return as_jpeg(render_screen(ARTICLES[0]).filter(ImageFilter.GaussianBlur(14)))


def menu():
    """Words enough, and no article in them."""
    picture = Image.new("RGB", (1200, 900), "white")
    lines = ("Riverside canteen", "Soup of the day", "Fried rice with egg", "Iced tea, no sugar")
    for place, line in enumerate(lines):
        ImageDraw.Draw(picture).text(
            (120, 100 + 160 * place), line, font=ImageFont.load_default(64), fill="black"
        )
    return as_jpeg(picture)


def as_jpeg(picture):
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=85)
    return file.getvalue()


def huge_png():
    """60,000 by 60,000 black pixels in half a megabyte: 3.6 gigabytes once somebody decodes it."""
    side = 60_000
    header = side.to_bytes(4) * 2 + bytes([1, 0, 0, 0, 0])
    squeeze, rows = zlib.compressobj(9), bytes(1000 * (1 + side // 8))
    pixels = b"".join(squeeze.compress(rows) for _ in range(side // 1000)) + squeeze.flush()
    chunks = (b"IHDR", header), (b"IDAT", pixels), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(png_chunk(*chunk) for chunk in chunks)


def png_chunk(kind, content):
    return len(content).to_bytes(4) + kind + content + zlib.crc32(kind + content).to_bytes(4)


def encrypted_pdf():
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(a_pdf())) as pdf:
        pdf.save(file, encryption=pikepdf.Encryption(owner="owner", user="reader"))
    return file.getvalue()
