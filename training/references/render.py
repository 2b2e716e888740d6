"""A publication printed in a style, every character with its part."""

import random
import re
from functools import cache

from chapwai.citations.wording import plain
from training.references.author_forms import ALL_NAMES, PLAIN_FULL, AuthorForm
from training.references.labelled import Letter, changed, lettered, text_of
from training.references.records import Publication
from training.references.styles import OTHER_KINDS, Style

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
THAI_MONTHS = (
    "ม.ค.",
    "ก.พ.",
    "มี.ค.",
    "เม.ย.",
    "พ.ค.",
    "มิ.ย.",
    "ก.ค.",
    "ส.ค.",
    "ก.ย.",
    "ต.ค.",
    "พ.ย.",
    "ธ.ค.",
)
BUDDHIST_ERA = 543
OPTION = re.compile(r"⟦([^⟧]*)⟧")
FIELD = re.compile(r"\{(\w+)\}")
SMALL = {"of", "in", "on", "and", "the", "a", "an", "for", "with", "to", "by", "from", "or", "at"}
PARTS = {name: name for name in ("title", "journal", "year", "volume", "issue", "pages")}
PARTS |= {"supplement": "issue"}
PARTS |= dict.fromkeys(("publisher", "town", "university"), "publisher")


def printed(work: Publication, style: Style, chance: random.Random) -> list[Letter]:
    """The work as the style prints it, with one kind of dash, quote and digit."""
    template = style.template
    if work.kind != "article":
        template = chance.choice(OTHER_KINDS[work.kind])
    fields = _fields(work, style, chance)
    letters: list[Letter] = []
    for piece in re.split(r"(\{\w+\})", _chosen(template, fields)):
        field = FIELD.fullmatch(piece)
        _append(letters, fields[field[1]] if field else lettered(piece))
    return changed(letters, _plain_letter)


@cache
def _plain_letter(letter: str) -> str:
    return plain(letter)


def _chosen(template: str, fields: dict[str, list[Letter]]) -> str:
    def kept(option: re.Match[str]) -> str:
        is_known = all(fields[name] for name in FIELD.findall(option[1]))
        return option[1] if is_known else ""

    return OPTION.sub(kept, template)


def _append(letters: list[Letter], more: list[Letter]) -> None:
    """No stop is printed behind another one, nor behind a question mark."""
    if letters and more and more[0].text == "." and letters[-1].text in ".?!":
        more = more[1:]
    letters += more


def _fields(work: Publication, style: Style, chance: random.Random) -> dict[str, list[Letter]]:
    texts = _texts(work, style, chance)
    fields = {name: lettered(text, PARTS.get(name, "other")) for name, text in texts.items()}
    fields["container"] = lettered(work.journal.full if work.journal else "", "journal")
    fields["authors"] = _authors(work, style.authors, chance)
    # Editors are no authors of the work: nobody is named by them.
    editors = ALL_NAMES if chance.random() < 0.5 else PLAIN_FULL
    fields["editors"] = lettered(text_of(editors.printed(work.editors, chance)), "editor")
    return fields


def _authors(work: Publication, form: AuthorForm, chance: random.Random) -> list[Letter]:
    return form.printed(work.authors, chance) if work.authors else []


def _texts(work: Publication, style: Style, chance: random.Random) -> dict[str, str]:
    buddhist = work.thai and chance.random() < 0.8
    years = BUDDHIST_ERA if buddhist else 0
    journal = work.journal
    month = THAI_MONTHS[work.month - 1] if work.thai else MONTHS[work.month - 1]
    letter = chance.choice("ab") if chance.random() < 0.02 else ""
    return {
        "title": cased(work.title, style.case, chance),
        "journal": str(getattr(journal, "dotted" if style.journal == "dotted" else style.journal)),
        "year": f"{work.year + years}{letter}",
        "year2": str(min(2026, work.year + chance.randint(0, 9)) + years),
        "month": month,
        "mon": month if work.thai else MONTHS[work.month - 1][:3],
        "day": str(work.day),
        "access": f"{work.year + years + 1} {month[:3]} {work.day}",
        "volume": work.volume or "",
        "issue": work.issue or "",
        "supplement": chance.choice(("Suppl", "Suppl 1", "Suppl 2", "Pt 2", "Suppl 3", "Spec No")),
        "pages": _pages(work.pages or "", style.pages),
        "doi": work.doi or "",
        "pmid": work.pmid or "",
        "url": f"https://www.example.org/{work.day}/{work.month}{chance.choice(('', '.html'))}",
        "publisher": work.publisher,
        "town": work.town,
        "university": work.university,
    }


def cased(title: str, case: str, chance: random.Random) -> str:
    """Sentence case as it is, Title Case, or CAPITALS now and then."""
    if case == "title":
        words = title.split(" ")
        return " ".join(_titled(word, first=not n) for n, word in enumerate(words))
    return title.upper() if chance.random() < 0.03 else title


def _titled(word: str, *, first: bool) -> str:
    if not first and word in SMALL:
        return word
    return "-".join(part[:1].upper() + part[1:] for part in word.split("-"))


def _pages(pages: str, form: str) -> str:
    first, dash, last = pages.partition("-")
    if not dash:
        return pages
    if form == "short" and first.isdigit() and len(first) == len(last):
        common = next((n for n, (a, b) in enumerate(zip(first, last, strict=True)) if a != b), 0)
        return f"{first}-{last[common:]}"
    return f"{first}–{last}" if form == "dash" else pages
