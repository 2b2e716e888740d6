"""Pages of Thai journals: Buddhist years, Thai words for volume and issue, an English article."""

from typing import Any

from django.utils.safestring import SafeString, mark_safe

from benchmarks.reading.draft import Draft
from benchmarks.reading.shown import ShownItem
from benchmarks.reading.styles import apa, thai_apa, thai_vancouver
from benchmarks.reading.words import Stock

MONTHS = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
    "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip
SECTIONS = ("บทความวิจัย", "บทความวิชาการ", "นิพนธ์ต้นฉบับ", "Research Articles")
PLACES = ("มหาวิทยาลัยริมน้ำ", "โรงพยาบาลเขาเขียว", "คณะพยาบาลศาสตร์ มหาวิทยาลัยทุ่งทอง")


def journal(draft: Draft) -> dict[str, Any]:
    """An article's page of a journal: the issue, the date and the citation stand beside it."""
    item = draft.item
    is_thai = item.article.language == "th"
    style = thai_apa if is_thai else apa
    day = f"{draft.rng.randint(1, 28):02}"
    return {
        "words": {
            "site": "ThaiShelf",
            "masthead": item.journal_masthead,
            "crumb": _issue_in_short(item),
            "section": draft.rng.choice(SECTIONS),
            "people": mark_safe(_people_in_lines(draft, item)),
            "doi": item.doi_address,
            "keywords": _keywords(draft) if is_thai else draft.filler.keywords(),
            "abstract": draft.filler.thai_abstract() if is_thai else draft.filler.abstract(),
            "date": f"{item.article.year}-{item.article.month:02}-{day}",
            "cite": mark_safe(style(item)),
            "issue": mark_safe(_issue(draft, item)),
            "has_issn": draft.chance(0.5),
        }
    }


def first_page(draft: Draft) -> dict[str, Any]:
    """The first page of a Thai PDF: journal and issue in the head, an English title below."""
    item = draft.item
    return {
        "words": {
            "issue": mark_safe(_issue(draft, item)),
            "people": mark_safe(item.people(lambda author: author.full)),
            "keywords": _keywords(draft),
            "abstract": draft.filler.thai_abstract() + draft.filler.thai_abstract(),
            "doi": item.doi_address,
        }
    }


def results(draft: Draft) -> dict[str, Any]:
    """Hits of a search over Thai journals."""
    return {
        "words": {"site": "ระบบวารสารออนไลน์ริมน้ำ"},
        "hits": [
            {
                "item": item,
                "people": mark_safe(item.people(lambda author: author.full)),
                "source": mark_safe(_source(draft, item)),
            }
            for item in draft.items
        ],
    }


def _issue(draft: Draft, item: ShownItem) -> str:
    """ปีที่ 12 ฉบับที่ 3 (2562): กรกฎาคม - กันยายน 2562, in one of its usual forms."""
    issue = item.part("issue", " ฉบับที่ {}")
    months = f"{MONTHS[item.article.month - 1]} - {MONTHS[(item.article.month + 2) % 12]}"
    forms = (
        f"ปีที่ {item.volume}{issue} ({item.part('year.buddhist')})",
        f"ปีที่ {item.volume}{issue} ({item.part('year.buddhist')}): {months}",
        f"ปีที่ {item.volume}{issue} {months} {item.part('year.buddhist')}",
        f"ปีที่ {item.volume}{issue} พ.ศ. {item.part('year.buddhist')}",
        f"Vol. {item.volume}{item.part('issue', ' No. {}')} ({item.year}): {months}",
    )
    return draft.rng.choice(forms[:4] if item.article.language == "th" else forms)


def _issue_in_short(item: ShownItem) -> SafeString:
    return mark_safe(f"ปีที่ {item.volume}{item.part('issue', ' ฉบับที่ {}')}")


def _source(draft: Draft, item: ShownItem) -> str:
    pages = item.part("pages", draft.rng.choice((" หน้า {}", ", {}", " น. {}")))
    return f"{item.journal} {_issue(draft, item)}{pages}"


def _people_in_lines(draft: Draft, item: ShownItem) -> str:
    """Each author in a line, often with an institution below."""
    place = f"<br><small>{draft.rng.choice(PLACES)}</small>" if draft.chance(0.5) else ""
    return item.people(
        lambda author: author.full, between="<br>", last="<br>", marks=[place] if place else []
    )


def _keywords(draft: Draft) -> str:
    stock = Stock("thai", draft.split)
    return ", ".join(stock.pick(draft.rng, name) for name in ("thing", "thing", "where"))


THAI_STYLES = (thai_vancouver, thai_apa)
