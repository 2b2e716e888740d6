"""Reference managers, a chat and an e-mail."""

from typing import Any

from django.utils.safestring import mark_safe

from benchmarks.reading.draft import Draft
from benchmarks.reading.styles import ama, apa, vancouver
from benchmarks.reading.unseen.documents import long_apa, online_vancouver
from benchmarks.reading.unseen.wording import full_name, words

OTHERS = ("Adair", "Benítez", "Chua", "Dorji", "Ekström", "Fukui", "Grant")


def summary(draft: Draft) -> dict[str, Any]:
    """A table of references and the summary of the open one at the side."""
    item = draft.item
    numbers = item.part("volume", " Vol. {}") + item.part("issue", " Issue {}")
    return manager(
        draft,
        people=item.people(lambda author: author.ieee, last=" and "),
        source=f"{item.part('journal')} {item.year}{numbers}{item.part('pages', ' Pages {}')}",
        accession=item.part("pmid", "Accession Number: {}"),
        doi=item.part("doi", "DOI: {}"),
        address=item.doi_address,
    )


def details(draft: Draft) -> dict[str, Any]:
    """The open article at the right: title in large type, people, then label and value."""
    item = draft.item
    facts = (
        ("Journal", item.journal),
        ("Year", item.year),
        ("Volume", item.volume),
        ("Issue", item.issue),
        ("Pages", item.pages),
        ("DOI", item.doi),
        ("PMID", item.pmid),
        ("ISSN", item.issn),
    )
    return manager(
        draft,
        people=item.people(lambda author: author.ieee),
        facts=[(label, value) for label, value in facts if value],
    )


def pane(draft: Draft) -> dict[str, Any]:
    """Grey labels, flush right, each author in a row of his own."""
    item = draft.item
    people = item.people(lambda author: author.inverted, between="<br>", last="<br>")
    facts = (
        ("Item Type", "Journal Article"),
        ("Title", item.title),
        ("Author", people),
        ("Abstract", draft.filler.snippet()),
        ("Publication", item.journal),
        ("Volume", item.volume),
        ("Issue", item.issue),
        ("Pages", item.pages),
        ("Date", f"{item.year}-{item.article.month:02}"),
        ("DOI", item.doi),
        ("ISSN", item.issn),
        ("Accessed", "11/3/2024, 14:05:12"),
        ("Library Catalog", "DOI.org (Crossref)"),
    )
    return manager(draft, facts=[(label, mark_safe(value)) for label, value in facts if value])


def manager(draft: Draft, **own: Any) -> dict[str, Any]:
    """A window with a row for every reference, one of them open."""
    rows = [_other_row(draft) for _ in range(16)]
    place = draft.rng.randint(0, 8)
    article = draft.item.article
    rows[place] = {
        "author": article.authors[0].family,
        "year": str(article.year),
        "title": article.title,
        "journal": article.journal_title,
        "is_open": True,
    }
    return words(
        site=draft.rng.choice(("Citary", "RefNote 22", "Biblio")),
        pane=str(draft.rng.choice((340, 400, 470))),
        count=str(draft.rng.randint(40, 3000)),
        **own,
    ) | {"rows": rows}


def _other_row(draft: Draft) -> dict[str, Any]:
    return {
        "author": draft.rng.choice(OTHERS),
        "year": str(draft.rng.randint(1999, 2024)),
        "title": draft.filler.title(),
        "journal": draft.rng.choice(("Care Sci", "Ann Ward Med", "J Remote Health")),
    }


def pasted(draft: Draft) -> dict[str, Any]:
    """A citation pasted into a chat, with its link and what the messenger shows of the link."""
    item = draft.item
    style = draft.rng.choice((vancouver, apa, ama, online_vancouver, long_apa))
    has_card = draft.chance(0.5)
    return words(
        name=draft.rng.choice(("Ajarn Nok", "Library @campus", "R2 Medicine", "Dr. Pim")),
        before=draft.rng.choice(
            ("Could you get this paper for me?", "ขอ full text ค่ะ", "Hi, this one pls")
        ),
        text=style(item),
        link="" if "doi.org" in style(item) else item.doi_address,
        card=item.title if has_card else "",
        after=draft.rng.choice(("Thanks a lot!", "ขอบคุณครับ", "sure, wait a bit", "")),
        size=str(draft.rng.choice((15, 16, 17))),
    )


def mailed(draft: Draft) -> dict[str, Any]:
    """An e-mail that asks for an article, as lines with labels or as one reference."""
    item = draft.item
    rows = (
        ("Title", item.title),
        ("Author(s)", item.people(full_name, most=6)),
        ("Journal", item.part("journal")),
        ("Year", item.year),
        ("Vol/Issue", f"{item.volume}{item.part('issue', '({})')}"),
        ("Pages", item.pages),
        ("DOI", item.doi),
        ("PMID", item.pmid),
    )
    return words(
        site="Mailbox",
        is_labelled=draft.chance(0.55),
        rows=[(label, mark_safe(value)) for label, value in rows if value],
        text=draft.rng.choice((vancouver, apa, long_apa))(item),
        subject=draft.rng.choice(("Article request", "Request for full text", "ILL request")),
        sender=draft.rng.choice(("Nok Saengdao", "Ward 5 East", "Pradit K.")),
    )
