"""Talks about articles: a messenger with Thai words, an assistant's answer."""

from typing import Any

from benchmarks.reading.draft import Draft
from benchmarks.reading.shown import ShownItem
from benchmarks.reading.styles import ama, apa, vancouver
from benchmarks.reading.unseen.documents import online_vancouver
from benchmarks.reading.unseen.wording import full_name, issue, safe, words

GREETINGS = (
    "สวัสดีค่ะ รบกวนขอบทความเรื่องนี้หน่อยนะคะ",
    "พี่คะ ขอไฟล์เต็มเรื่องนี้ค่ะ",
    "รบกวนห้องสมุดช่วยหาให้หน่อยครับ",
    "อาจารย์ฝากขอ paper นี้ค่ะ",
)
THANKS = ("ขอบคุณค่ะ", "ขอบคุณมากครับ 🙏", "ใช้ทำวิทยานิพนธ์ค่ะ", "ด่วนนิดนึงนะคะ", "")
ANSWERS = ("ได้ค่ะ รอสักครู่นะคะ", "รับทราบค่ะ", "เดี๋ยวเช็กให้นะครับ", "")


def thai_talk(draft: Draft) -> dict[str, Any]:
    """A citation with Thai words before and behind it, in one bubble or in several."""
    style = draft.rng.choice((vancouver, vancouver, ama, apa, online_vancouver))
    return words(
        site="Chat",
        name=draft.rng.choice(("ห้องสมุดคณะแพทย์", "กลุ่มวิจัย ปี 2", "พี่หน่อย ห้องสมุด", "Journal club")),
        before=draft.rng.choice(GREETINGS),
        is_one_bubble=draft.chance(0.5),
        after=draft.rng.choice(THANKS),
        answer=draft.rng.choice(ANSWERS),
        size=str(draft.rng.choice((15, 16, 17))),
    ) | {
        "refs": [
            safe(item=item, text=_numbered(style(item), number, len(draft.items)))
            for number, item in enumerate(draft.items, start=1)
        ]
    }


def _numbered(text: str, number: int, count: int) -> str:
    return f"{number}. {text}" if count > 1 else text


def answer(draft: Draft) -> dict[str, Any]:
    """What an assistant answers: some words, then an article a bullet, then advice."""
    form = draft.rng.choice((_told, _labelled, apa))
    return words(
        site=draft.rng.choice(("Assistant", "AskDesk", "Copywriter AI")),
        question=f"Can you give me {len(draft.items)} papers on {_topics(draft)}?",
        before=draft.rng.choice(
            (
                "Sure! Here are peer-reviewed articles that fit your topic:",
                "Here are the key references, with full details:",
            )
        ),
        after="Please check each reference in a database before you cite it.",
        is_numbered=draft.chance(0.4),
        size=str(draft.rng.choice((15, 16))),
    ) | {"refs": [safe(item=item, text=form(item)) for item in draft.items]}


def _topics(draft: Draft) -> str:
    return draft.filler.keywords().replace("; ", ", ")


def _told(item: ShownItem) -> str:
    """Family AB, Family CD. (2020). Title. Journal, 12(3), 412–419. DOI in bold."""
    people = item.people(lambda author: author.vancouver, most=5, others=", et al.")
    numbers = f"{item.volume}{item.part('issue', '({})')}{item.part('pages.dash', ', {}')}"
    link = item.part("doi", " <b>DOI:</b> <a>{}</a>")
    return f"{people} ({item.year}). <b>{item.title}</b>. <i>{item.journal}</i>, {numbers}.{link}"


def _labelled(item: ShownItem) -> str:
    """The title in bold, below it a line for each label."""
    number = issue(item, ", Issue {}")
    lines = (
        f"<b>{item.title}</b>",
        f"<b>Authors:</b> {item.people(full_name, most=6)}",
        f"<b>Journal:</b> {item.journal}, {item.year}, Volume {item.volume}{number}"
        f"{item.part('pages', ', pp. {}')}",
        item.part("doi", "<b>DOI:</b> {}"),
        item.part("pmid", "<b>PMID:</b> {}"),
    )
    return "<br>".join(line for line in lines if line)
