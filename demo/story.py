"""The story: three requests, from the photo to the mailbox, played by people at their phones."""

import hashlib
import io
import re
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field

import httpx

from demo.cast import Cast, Person, cast_of
from demo.phones import Json, NothingHappened, Phones, wait_for
from demo.photo import ARTICLES, Article, photo_of, render_screen
from demo.service import NETWORK_FILE, Say, Service

HAVE_IT, NOT_HELD, TO_GROUP = "มี ส่งให้ได้", "ไม่มี", "ส่งเข้ากลุ่ม"
NUMBER = re.compile(r"\b[A-HJ-NP-Z]{1,2}[0-9]{3}\b")


class StoryStuck(Exception):
    """Something that the story waits for did not happen."""


@dataclass
class Chapter:
    """One request as its people lived it: how long each step took, what must have come true."""

    title: str
    number: str = ""
    seconds: dict[str, float] = field(default_factory=dict)
    sent_sha256: str = ""

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time a step from what a person does to what a person sees."""
        began = time.monotonic()
        yield
        self.seconds[name] = round(time.monotonic() - began, 2)


@dataclass
class Story:
    """What was played."""

    cast: Cast
    chapters: list[Chapter]


def play(service: Service, *, photo: bytes | None, say: Say) -> Story:
    """Play all three chapters, or raise StoryStuck and say where."""
    cast = cast_of(NETWORK_FILE)
    with httpx.Client(base_url=service.linesim_url, timeout=30) as http:
        stage = Stage(Phones(http), cast, say)
        try:
            return Story(cast, [_by_mail(stage, photo), _by_link(stage), _librarian_first(stage)])
        except (NothingHappened, httpx.HTTPError) as reason:
            raise StoryStuck(str(reason)) from reason


@dataclass(frozen=True)
class Stage:
    """The phones, the people, and the voice that tells the story."""

    phones: Phones
    cast: Cast
    say: Say


def _by_mail(stage: Stage, photo: bytes | None) -> Chapter:
    """A reader's photo becomes a PDF in the reader's mailbox."""
    chapter, phones, cast = Chapter("อาจารย์ส่งรูปหน้าจอ"), stage.phones, stage.cast
    stage.say(f"\n1 · {chapter.title}")
    _ask_by_photo(stage, chapter, cast.reader, photo or photo_of(ARTICLES[0], seed=1))
    card = _send_to_group(stage, chapter)
    phones.write(cast.suppliers[1], "ไม่มีค่ะ", chat=cast.group, quote=card["id"])
    stage.say(f"  {cast.suppliers[1].library}: ไม่มีค่ะ")
    winner = _two_claim_at_once(stage, chapter, card)
    _drop_file(stage, chapter, winner, ARTICLES[0])
    with chapter.step("mail"):
        _wait_for_mail(stage, chapter, to=cast.reader.email, copy=cast.librarian.email)
    phones.wait_in_own_chat(winner, chapter.number, "ขอบคุณ")
    stage.say(f"  📬 ถึงอีเมลผู้ใช้บริการ สำเนาถึงบรรณารักษ์ ขอบคุณ {winner.library}")
    return chapter


def _by_link(stage: Stage) -> Chapter:
    """A reader without an e-mail address gets a link through the librarian."""
    chapter, phones, cast = Chapter("ผู้ใช้บริการที่ไม่มีอีเมล"), stage.phones, stage.cast
    stage.say(f"\n2 · {chapter.title}")
    _ask_by_photo(stage, chapter, cast.reader_without_email, photo_of(ARTICLES[1], seed=2))
    _send_to_group(stage, chapter)
    supplier = cast.suppliers[-1]
    _claim_by_typing(stage, chapter, supplier)
    _drop_file(stage, chapter, supplier, ARTICLES[1])
    with chapter.step("link"):
        card = phones.wait_in_own_chat(cast.librarian, chapter.number, "พร้อมแล้ว")
        link = phones.tap(cast.librarian, card, "เปิดลิงก์")["uri"]
        _open_link(link)
    phones.wait_in_own_chat(supplier, chapter.number, "ขอบคุณ")
    stage.say("  🔗 บรรณารักษ์เปิดลิงก์และดาวน์โหลดเอกสารแล้ว")
    return chapter


def _librarian_first(stage: Stage) -> Chapter:
    """A librarian posts the photo straight into the group; nothing of it costs a message."""
    chapter, phones, cast = Chapter("บรรณารักษ์โพสต์ในกลุ่มเอง"), stage.phones, stage.cast
    stage.say(f"\n3 · {chapter.title}")
    seen = {one["id"] for one in phones.group_chat(cast.group)}
    with chapter.step("read"):
        photo = photo_of(ARTICLES[2], seed=3)
        phones.send(cast.librarian, photo, name="screen.jpg", kind="image/jpeg", chat=cast.group)
        card = _new_card(stage, seen)
    chapter.number = _number_in(card)
    stage.say(f"  📄 {chapter.number} ขึ้นในกลุ่มแล้ว ({chapter.seconds['read']} วินาที)")
    supplier = cast.suppliers[0]
    _claim_by_typing(stage, chapter, supplier)
    _drop_file(stage, chapter, supplier, ARTICLES[2])
    with chapter.step("mail"):
        _wait_for_mail(stage, chapter, to=cast.librarian.email, copy="")
    phones.wait_in_own_chat(supplier, chapter.number, "ขอบคุณ")
    stage.say("  📬 ถึงอีเมลบรรณารักษ์แล้ว")
    return chapter


def _ask_by_photo(stage: Stage, chapter: Chapter, reader: Person, photo: bytes) -> None:
    with chapter.step("read"):
        stage.phones.send(reader, photo, name="screen.jpg", kind="image/jpeg")
        answer = wait_for(lambda: _first_answer(stage, reader), what="an answer to the photo")
    chapter.number = _number_in(answer)
    stage.say(f"  📷 อ่านรูปแล้ว {chapter.number} ({chapter.seconds['read']} วินาที)")


def _first_answer(stage: Stage, reader: Person) -> Json | None:
    answers = [one for one in stage.phones.own_chat(reader) if one["sender"]["id"] == "bot"]
    return answers[-1] if answers else None


def _send_to_group(stage: Stage, chapter: Chapter) -> Json:
    """The librarian looks at the card and sends it on with one tap."""
    phones, cast = stage.phones, stage.cast
    with chapter.step("send_out"):
        review = phones.wait_in_own_chat(cast.librarian, chapter.number, TO_GROUP)
        phones.tap(cast.librarian, review, TO_GROUP)
        card = phones.wait_in_group(cast.group, chapter.number, HAVE_IT)
    stage.say(f"  📄 ห้องสมุดเราไม่มี ส่งเข้ากลุ่มด้วยแตะเดียว ({chapter.seconds['send_out']} วินาที)")
    return card


def _two_claim_at_once(stage: Stage, chapter: Chapter, card: Json) -> Person:
    """Two librarians press the button in the same moment; one wins, the other is told kindly."""
    phones, cast = stage.phones, stage.cast
    rivals = [cast.suppliers[0], cast.suppliers[2]]
    with chapter.step("claim"), ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda person: phones.tap(person, card, HAVE_IT), rivals))
        wait_for(lambda: _claimed_by(stage, chapter, rivals), what="one of two claims to win")
        phones.wait_in_group(cast.group, chapter.number, "รับไปก่อนแล้ว")
    winner = _claimed_by(stage, chapter, rivals)
    if winner is None:
        raise NothingHappened("nobody won")
    stage.say(f"  🤝 สองแห่งกดพร้อมกัน {winner.library} ได้ ({chapter.seconds['claim']} วินาที)")
    return winner


def _claim_by_typing(stage: Stage, chapter: Chapter, supplier: Person) -> None:
    phones, cast = stage.phones, stage.cast
    with chapter.step("claim"):
        phones.write(supplier, f"รับ {chapter.number}", chat=cast.group)
        phones.wait_in_group(cast.group, f"✅ {chapter.number}")
    stage.say(f"  🤝 {supplier.library} รับแล้ว")


def _claimed_by(stage: Stage, chapter: Chapter, rivals: list[Person]) -> Person | None:
    """Whose claim stood, as everybody in the group can read."""
    said = [one["text"] or "" for one in stage.phones.group_chat(stage.cast.group)]
    taken = [words for words in said if f"✅ {chapter.number}" in words]
    return next((one for one in rivals if any(one.short_name in words for words in taken)), None)


def _drop_file(stage: Stage, chapter: Chapter, supplier: Person, article: Article) -> None:
    """Print the page of the article into a PDF and drop it into the chat."""
    page = io.BytesIO()
    render_screen(article).save(page, "PDF", resolution=150)
    chapter.sent_sha256 = hashlib.sha256(page.getvalue()).hexdigest()
    stage.phones.send(supplier, page.getvalue(), name="article.pdf", kind="application/pdf")


def _wait_for_mail(stage: Stage, chapter: Chapter, *, to: str, copy: str) -> None:
    """The mail was taken for everybody it is for."""
    wanted = {to, copy} - {""}

    def arrived() -> bool | None:
        mine = [one for one in stage.phones.mails() if chapter.number in one["subject"]]
        reached = {address for one in mine for address in one["recipients"]}
        return True if wanted <= reached else None

    wait_for(arrived, what=f"the mail about {chapter.number}")


def _open_link(link: str) -> None:
    """Look at the page, then press the button: only the press downloads."""
    with httpx.Client(timeout=30) as browser:
        page = browser.get(link).raise_for_status()
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.text)
        form = {"csrfmiddlewaretoken": token[1]} if token else {}
        document = browser.post(link, data=form, headers={"referer": link}).raise_for_status()
    if not document.content.startswith(b"%PDF-"):
        raise NothingHappened("the link gave no PDF")


def _new_card(stage: Stage, seen: set[str]) -> Json:
    def found() -> Json | None:
        new = [one for one in stage.phones.group_chat(stage.cast.group) if one["id"] not in seen]
        return next((one for one in new if one["type"] == "flex"), None)

    return wait_for(found, what="the card in the group")


def _number_in(message: Json) -> str:
    found = NUMBER.search(message["text"] or "")
    if not found:
        raise NothingHappened(f"no request was made; the answer was: {message['text']}")
    return found[0]
