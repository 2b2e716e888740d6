"""A Thai society's journal on a phone, a university's catalogue, an index of Thai journals."""

from typing import Any

from django.utils.safestring import mark_safe

from benchmarks.reading.draft import Draft
from benchmarks.reading.shown import ShownItem
from benchmarks.reading.unseen.thai import PLACES
from benchmarks.reading.unseen.wording import full_name, issue, safe, words

SPANS = ("มกราคม - มีนาคม", "เมษายน - มิถุนายน", "กรกฎาคม - กันยายน", "ตุลาคม - ธันวาคม")
SHORT_SPANS = ("ม.ค.-มี.ค.", "เม.ย.-มิ.ย.", "ก.ค.-ก.ย.", "ต.ค.-ธ.ค.")
SHELVES = ("ชั้นวารสารเย็บเล่ม", "ห้องสมุดคณะพยาบาลศาสตร์", "หอสมุดกลาง ชั้น 3")


def pocket(draft: Draft) -> dict[str, Any]:
    """The issue in a coloured band, the title in Thai and English, people, pages in a line."""
    item = draft.item
    span = draft.rng.choice(SPANS)
    bands = (
        f"ปีที่ {item.volume}{issue(item, ' ฉบับที่ {}')} ประจำเดือน{span} {item.part('year.buddhist')}",
        f"ปีที่ {item.volume}{issue(item, ' ฉบับที่ {}')} | {span} พ.ศ. {item.part('year.buddhist')}",
    )
    return words(
        site="สมาคมสุขภาพไทย",
        band=draft.rng.choice(bands),
        people=item.people(
            full_name, marks=(", พ.บ.", ", พย.ม.", ", ปร.ด.") if draft.chance(0.4) else ()
        ),
        place=draft.rng.choice(PLACES),
        english=item.field("title", item.article.english_title or ""),
        kind=draft.rng.choice(("นิพนธ์ต้นฉบับ", "บทความวิจัย", "บทความฟื้นฟูวิชาการ", "รายงานผู้ป่วย")),
        pages=item.part("pages", draft.rng.choice(("หน้า {}", "หน้าที่ {}", "น. {}"))),
        doi=item.part("doi", "DOI: {}"),
        reads=str(draft.rng.randint(20, 4000)),
        address="www.thaihealthsociety.example/journal/view.php?id=" + draft.filler.count(),
    )


def catalogue(draft: Draft) -> dict[str, Any]:
    """A catalogue's record of an article: label and value, the journal's shelf below."""
    item = draft.item
    numbers = f"ปีที่ {item.volume}{issue(item, ', ฉบับที่ {}')}"
    date = f"({draft.rng.choice(SHORT_SPANS)} {item.part('year.buddhist')})"
    rows = (
        ("ประเภททรัพยากร", "ดรรชนีวารสารไทย"),
        ("ผู้แต่ง", item.people(full_name, between="<br>", last="<br>")),
        ("ชื่อเรื่อง", item.title),
        ("ชื่อวารสาร", f"{item.journal} {numbers} {date}{item.part('pages', ' หน้า {}')}"),
        ("หัวเรื่อง", draft.rng.choice(("การพยาบาล -- วิจัย", "ผู้ป่วย -- การดูแล", "สาธารณสุข"))),
        ("บทคัดย่อ", draft.filler.thai_abstract() if draft.chance(0.5) else ""),
        ("ISSN", item.part("issn") if draft.chance(0.5) else ""),
        ("เลขที่ระเบียน", f"b{draft.rng.randint(10**6, 10**7)}"),
    )
    return words(
        site="ระบบสืบค้นห้องสมุด",
        rows=[(label, mark_safe(value)) for label, value in rows if value],
        shelf=draft.rng.choice(SHELVES),
        is_marc_offered=draft.chance(0.5),
        address=f"opac.campus.example/record/b{draft.rng.randint(10**6, 10**7)}",
    )


def index(draft: Draft) -> dict[str, Any]:
    """A ruled table of hits: title and people, journal, ปีที่(ฉบับที่), pages, year in columns."""
    # Thai figures count in the Buddhist era alone.
    is_christian = draft.chance(0.3) and not draft.item.in_thai_digits
    return words(
        site="ดัชนีวารสารไทย",
        address="index.thaijournals.example/search/basic",
        count=draft.filler.count(),
        year_label="ค.ศ." if is_christian else "พ.ศ.",
    ) | {
        "hits": [
            safe(
                item=item,
                number=str(number),
                people=item.people(full_name),
                numbers=_numbers(item),
                year=item.part("year" if is_christian else "year.buddhist"),
                count=str(draft.rng.randint(0, 25)),
            )
            for number, item in enumerate(draft.items, start=1)
        ]
    }


def _numbers(item: ShownItem) -> str:
    return f"{item.volume}{item.part('issue', '({})')}"
