"""Pages of Thai journals and Thai papers."""

from dataclasses import replace
from typing import Any

from benchmarks.reading.draft import Draft
from benchmarks.reading.shown import ShownItem
from benchmarks.reading.styles import apa
from benchmarks.reading.unseen.documents import long_apa
from benchmarks.reading.unseen.wording import common, full_name, safe, words

SPANS = ("มกราคม - เมษายน", "พฤษภาคม - สิงหาคม", "กันยายน - ธันวาคม", "มกราคม-มิถุนายน")
PLACES = ("คณะแพทยศาสตร์ มหาวิทยาลัยบัวหลวง", "วิทยาลัยพยาบาลพระจันทร์", "โรงพยาบาลดอยหลวง")
KINDS = ("บทความวิจัย (Research article)", "นิพนธ์ต้นฉบับ", "บทความปริทัศน์", "รายงานการวิจัย")


def article(draft: Draft) -> dict[str, Any]:
    """A journal's own page of an article: people below the title, facts at the right."""
    item = draft.item
    style = thai_reference if item.article.language == "th" else apa
    is_thai = item.article.language == "th"
    place = f"<small>{draft.rng.choice(PLACES)}</small>"
    return words(
        site="ThaiShelf",
        masthead=item.journal_masthead,
        # The place stands on a line of its own, and so parts the names.
        people=item.people(full_name, between="", last="", marks=(place,)),
        doi=item.doi_address,
        issue=_issue(draft, item),
        kind=draft.rng.choice(KINDS),
        cite=style(item),
        abstract=draft.filler.thai_abstract() if is_thai else draft.filler.abstract(),
        date=f"{item.article.year}-{item.article.month:02}-{draft.rng.randint(1, 28):02}",
        address=f"he02.thaishelf.example/jn/article/view/{draft.rng.randint(210000, 272000)}",
    )


def _issue(draft: Draft, item: ShownItem) -> str:
    forms = (
        f"ปีที่ {item.volume}{item.part('issue', ' ฉบับที่ {}')} ({item.part('year.buddhist')}): "
        f"{draft.rng.choice(SPANS)}",
        f"ปีที่ {item.volume}{item.part('issue', ' ฉบับที่ {}')} ({item.part('year.buddhist')})",
        f"ปีที่ {item.volume}{item.part('issue', ' ฉบับที่ {}')} {draft.rng.choice(SPANS)} "
        f"{item.part('year.buddhist')}",
        f"Vol. {item.volume}{item.part('issue', ' No. {}')} ({item.year})",
    )
    return draft.rng.choice(forms)


def contents(draft: Draft) -> dict[str, Any]:
    """The contents of one issue, with pages and a button for each article."""
    items = sorted(draft.items, key=lambda item: int(item.article.pages.split("-")[0]))
    return words(
        site="ThaiShelf",
        journal=common(items, "journal"),
        volume=common(items, "volume", "ปีที่ {}"),
        issue=common(items, "issue", " ฉบับที่ {}"),
        year=common(items, "year.buddhist"),
        span=draft.rng.choice(SPANS),
    ) | {
        "hits": [
            safe(item=item, people=item.people(full_name), pages=item.part("pages"))
            for item in items
        ]
    }


def first_page(draft: Draft) -> dict[str, Any]:
    """The first page of a printed article, its source in Thai figures in the head."""
    item = replace(draft.item, in_thai_digits=draft.chance(0.6))
    number = item.part("issue", draft.rng.choice((" ฉบับที่ {}", ", ฉบับที่ {}")))
    heads = (
        f"{item.part('journal')} ปีที่ {item.volume}{number} {draft.rng.choice(SPANS)} "
        f"{item.part('year.buddhist')}",
        f"{item.part('journal')} ปีที่ {item.volume}{number} พ.ศ. {item.part('year.buddhist')} "
        f"หน้า {item.pages}",
    )
    return words(
        head=draft.rng.choice(heads),
        people=item.people(
            full_name, between=" &nbsp; ", last=" &nbsp; ", marks=("<sup>1</sup>", "<sup>2</sup>")
        ),
        degrees="พย.ม., " + draft.rng.choice(PLACES),
        size=str(draft.rng.choice((15, 16, 17))),
        is_english_below=draft.chance(0.5),
    )


def thai_reference(item: ShownItem) -> str:
    """ชื่อ นามสกุล, และชื่อ นามสกุล. (2562). ชื่อเรื่อง. วารสาร, 12(3), 412-419."""
    people = item.people(full_name, last=", และ")
    source = f"<i>{item.part('journal')}</i>, <i>{item.volume}</i>{item.part('issue', '({})')}"
    pages = item.part("pages", ", {}")
    return f"{people}. ({item.part('year.buddhist')}). {item.title}. {source}{pages}." + item.part(
        "doi", " https://doi.org/{}"
    )


def reference(item: ShownItem) -> str:
    """Thai for Thai articles, English for English ones, as bibliographies mix them."""
    return thai_reference(item) if item.article.language == "th" else long_apa(item)
