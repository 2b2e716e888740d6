"""A Thai repository, a search among Thai journals, a first page with an English abstract."""

from dataclasses import replace
from typing import Any

from django.utils.safestring import mark_safe

from benchmarks.reading.draft import Draft
from benchmarks.reading.shown import ShownItem
from benchmarks.reading.unseen.thai import PLACES
from benchmarks.reading.unseen.wording import full_name, issue, safe, words

MONTH_SPANS = ("ม.ค.-เม.ย.", "พ.ค.-ส.ค.", "ก.ย.-ธ.ค.", "ม.ค.-มิ.ย.", "ก.ค.-ธ.ค.")


def repository(draft: Draft) -> dict[str, Any]:
    """Label and value in rows, the title in Thai and in English, the source in one value."""
    item = draft.item
    handle = f"repo.campus.example/handle/123456789/{draft.rng.randint(300, 90000)}"
    rows = (
        ("ชื่อเรื่อง", "Title", item.title),
        ("ชื่อเรื่องอื่น", "Other title", item.field("title", item.article.english_title or "")),
        ("ผู้แต่ง", "Author", item.people(full_name, between="<br>", last="<br>")),
        ("หน่วยงาน", "Affiliation", draft.rng.choice(PLACES)),
        ("ปีที่พิมพ์", "Issue date", item.part("year.buddhist")),
        ("แหล่งที่มา", "Source", _source(draft, item)),
        ("ISSN", "ISSN", item.part("issn")),
        ("DOI", "DOI", item.part("doi")),
        ("บทคัดย่อ", "Abstract", draft.filler.thai_abstract()),
        ("ประเภททรัพยากร", "Type", "บทความวารสาร"),
        ("URI", "URI", f"http://{handle}"),
    )
    is_english = draft.chance(0.3)
    return words(
        site="คลังปัญญา มหาวิทยาลัยบัวหลวง",
        heading=item.title if draft.chance(0.4) else "",
        rows=[
            (english if is_english else thai, mark_safe(value))
            for thai, english, value in rows
            if value
        ],
        address=handle,
    )


def _source(draft: Draft, item: ShownItem) -> str:
    """วารสาร ปีที่ 12 ฉบับที่ 3 (ก.ย.-ธ.ค. 2562), หน้า 412-419."""
    numbers = f"ปีที่ {item.volume}{issue(item, ' ฉบับที่ {}')}"
    date = f"({draft.rng.choice(MONTH_SPANS)} {item.part('year.buddhist')})"
    before = draft.rng.choice((" ", ", "))
    return f"{item.part('journal')}{before}{numbers} {date}{item.part('pages', ', หน้า {}')}"


def found(draft: Draft) -> dict[str, Any]:
    """Hits among many journals: title, people, the journal with its numbers and pages."""
    return words(
        site="ThaiShelf",
        query=draft.rng.choice(("การพยาบาล", "สุขภาพชุมชน", "คุณภาพชีวิต", "การเรียนรู้")),
        count=draft.filler.count(),
    ) | {"hits": [_hit(draft, item) for item in draft.items]}


def _hit(draft: Draft, item: ShownItem) -> dict[str, Any]:
    name = "year.buddhist" if item.in_thai_digits or draft.chance(0.7) else "year"
    numbers = f"ปีที่ {item.volume}{issue(item, ' ฉบับที่ {}')} ({item.part(name)})"
    return safe(
        item=item,
        people=item.people(full_name),
        source=f"{item.journal}, {numbers}{item.part('pages', ': {}')}",
        snippet=draft.filler.thai_abstract()[:150],
        date=f"{item.article.year}-{item.article.month:02}-{draft.rng.randint(1, 28):02}",
    )


def bilingual_page(draft: Draft) -> dict[str, Any]:
    """A Thai journal's first page with an English abstract, the source in the head or the foot."""
    item = draft.item
    number = issue(item, " ฉบับที่ {}")
    thai = (
        f"{item.journal_masthead} ปีที่ {item.volume}{number} {draft.rng.choice(MONTH_SPANS)} "
        f"{item.part('year.buddhist')}{item.part('pages', ' หน้า {}')}"
    )
    plain = replace(item, in_thai_digits=False)
    english = (
        f"{plain.part('journal.short')} {plain.year};{plain.volume}{plain.part('issue', '({})')}"
        f"{plain.part('pages', ':{}')}"
    )
    return words(
        site="paper",
        source=draft.rng.choice((thai, english)),
        is_at_foot=draft.chance(0.4),
        kind=draft.rng.choice(("นิพนธ์ต้นฉบับ", "บทความวิจัย", "Original Article", "รายงานผู้ป่วย")),
        people=item.people(full_name, marks=("<sup>1</sup>", "<sup>2*</sup>", "<sup>1</sup>")),
        place=draft.rng.choice(PLACES),
        english_title=item.field("title", item.article.english_title or ""),
        is_thai=item.article.language == "th",
        doi=item.part("doi", "DOI: {}"),
        size=str(draft.rng.choice((15, 16, 17))),
    )
