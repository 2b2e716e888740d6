"""A Thai hospital's journal on its website, hits of a Thai union catalogue with labels."""

from typing import Any

from benchmarks.reading.draft import Draft
from benchmarks.reading.shown import ShownItem
from benchmarks.reading.styles import thai_vancouver
from benchmarks.reading.unseen.thai import PLACES, thai_reference
from benchmarks.reading.unseen.wording import full_name, issue, safe, words

SPANS = ("เดือนมกราคม - เมษายน", "เดือนกรกฎาคม-ธันวาคม", "เดือนตุลาคม – ธันวาคม", "เดือนมกราคม–มิถุนายน")
SHORT_SPANS = ("ม.ค. - เม.ย.", "ก.ค.-ธ.ค.", "ต.ค.-ธ.ค.", "เม.ย. - มิ.ย.")
POSITIONS = (", พย.บ.", ", พ.บ.", ", ภ.บ.", ", ปร.ด.", ", ส.ม.")
SUBJECTS = ("การพยาบาลผู้ป่วยวิกฤต", "ผู้สูงอายุ--การดูแล", "พฤติกรรมสุขภาพ", "การศึกษา--ไทย")


def ward(draft: Draft) -> dict[str, Any]:
    """Title, date of the web page, people, the source in a sentence, how to cite it at the foot."""
    item = draft.item
    style = draft.rng.choice((thai_vancouver, thai_reference))
    return words(
        site="โรงพยาบาลทุ่งดอกไม้",
        posted=f"{draft.rng.randint(1, 28)} {draft.rng.choice(('มกราคม', 'มิถุนายน', 'ตุลาคม'))} "
        f"{item.article.year + 543 + draft.rng.choice((0, 1))}",
        reads=str(draft.rng.randint(20, 4000)),
        people=item.people(full_name, marks=POSITIONS if draft.chance(0.5) else ()),
        place=draft.rng.choice(PLACES),
        source=_sentence(draft, item),
        is_source_above=draft.chance(0.5),
        english=item.field("title", item.article.english_title or ""),
        has_english=draft.chance(0.6),
        doi=item.part("doi", "DOI: {}"),
        cite=style(item) if draft.chance(0.5) else "",
        address=f"www.dokmaihospital.example/journal/?p={draft.rng.randint(900, 9000)}",
    )


def _sentence(draft: Draft, item: ShownItem) -> str:
    """วารสาร ปีที่ 12 ฉบับที่ 3 เดือน… 2562 หน้า 412 - 419."""
    spaced = item.field("pages", item.text("pages").replace("-", " - "))
    era = draft.rng.choice(("พ.ศ. ", ""))
    numbers = f"ปีที่ {item.volume}{issue(item, ' ฉบับที่ {}')} {draft.rng.choice(SPANS)}"
    return f"{item.journal_masthead} {numbers} {era}{item.part('year.buddhist')} หน้า {spaced}"


def labelled(draft: Draft) -> dict[str, Any]:
    """Numbered hits whose lines begin with ผู้แต่ง, ชื่อเรื่อง, ชื่อวารสาร and ปีที่."""
    return words(
        site="ฐานข้อมูลดรรชนีวารสารไทย",
        count=draft.filler.count(),
        is_run_on=draft.chance(0.5),
        address="www.unionindex.example/search?type=article",
    ) | {"hits": [_labelled_hit(draft, item, n) for n, item in enumerate(draft.items, start=1)]}


def _labelled_hit(draft: Draft, item: ShownItem, number: int) -> dict[str, Any]:
    span = f"({draft.rng.choice(SHORT_SPANS)} {item.part('year.buddhist')})"
    return safe(
        item=item,
        number=str(number),
        people=item.people(full_name, between=" ; ", last=" ; "),
        numbers=f"ปีที่ {item.volume}{issue(item, ', ฉบับที่ {}')} {span}"
        f"{item.part('pages', ', หน้า {}')}",
        subject=draft.rng.choice(SUBJECTS),
        call=f"วส {draft.rng.randint(10, 99)} ก{draft.rng.randint(100, 999)}",
    )
