"""Records of one article with much around it: notices about it, addresses, a database's labels."""

from typing import Any

from django.utils.safestring import mark_safe

from benchmarks.reading.draft import Draft
from benchmarks.reading.people import Author
from benchmarks.reading.shown import ShownItem
from benchmarks.reading.unseen.wording import (
    bracketed,
    day,
    ended_title,
    has_number,
    issue,
    safe,
    words,
)
from benchmarks.reading.words import Stock

RAISED = (" <sup>1</sup>", " <sup>1 2</sup>", " <sup>3</sup>", " <sup>2</sup>", " <sup>4</sup>")
LANGUAGES = ("Thai", "German", "Spanish", "Japanese")
LETTERS = ("Comment in", "Comment on", "Update of")
ALARMS = {"Retracted article": "Retraction in", "Expression of concern": "Expression of concern in"}


def noticed(draft: Draft) -> dict[str, Any]:
    """An abstract with open addresses, interests, errata and comments that have numbers too."""
    item = draft.item
    alarm = draft.rng.choice(list(ALARMS)) if draft.chance(0.25) else ""
    return words(
        site="MedBase",
        alarm=alarm,
        source=_source(draft, item),
        title=ended_title(item),
        language=draft.rng.choice(LANGUAGES) if draft.chance(0.12) else "",
        people=item.people(_unstopped, marks=RAISED),
        places=[f"{address}, Northland." for address in draft.filler.addresses()],
        are_places_open=draft.chance(0.65),
        identifiers=_identifiers(draft, item),
        is_in_archive=draft.chance(0.6),
        interests=draft.chance(0.45),
        notices=_notices(draft, alarm),
        abstract=draft.filler.snippet() if draft.chance(0.8) else draft.filler.abstract(),
        address=item.part("pmid", "medbase.example/{}/"),
    )


def _unstopped(author: Author) -> str:
    return author.unstopped


def _source(draft: Draft, item: ShownItem) -> str:
    """J Abbr. 2020 Mar;12(3):412-419, and 2020 Mar 5:12:e101 where there are no issues."""
    article = item.article
    date = f"{item.year} {article.month_name}" + ("" if article.issue else f" {day(draft)}")
    pages = item.part(draft.rng.choice(("pages", "pages.short")), ":{}")
    numbers = f"{';' if article.issue else ':'}{bracketed(item)}{pages}"
    tail = f" eCollection {article.year}." if has_number(item) and draft.chance(0.5) else ""
    return f"{item.journal_short}. {date}{numbers}.{item.part('doi', ' doi: {}.')}{tail}"


def _identifiers(draft: Draft, item: ShownItem) -> str:
    central = f" &nbsp; PMCID: <a>PMC{draft.rng.randint(10**6, 10**7)}</a>"
    return (
        item.part("pmid", "PMID: <b>{}</b>")
        + (central if draft.chance(0.5) else "")
        + item.part("doi", " &nbsp; DOI: <a>{}</a>")
    )


def _notices(draft: Draft, alarm: str) -> list[dict[str, Any]]:
    """What was printed about the article later, with numbers of its own."""
    kinds = draft.rng.sample(("Erratum in", *LETTERS), draft.rng.choice((0, 1, 1, 2)))
    first = [ALARMS[alarm]] if alarm else []
    return [safe(kind=kind, text=_notice(draft, kind)) for kind in (*first, *kinds)]


def _notice(draft: Draft, kind: str) -> str:
    journal, year = draft.item.article.journal, draft.item.article.year + draft.rng.choice((0, 1))
    first = draft.rng.randint(3, 900)
    numbers = f"{year - journal.first_year}({draft.rng.randint(1, 9)}):{first}-{first + 2}"
    place = f"{journal.abbreviation}. {year} {draft.rng.choice(('Feb', 'Jul', 'Nov'))};{numbers}"
    doi = f"10.5555/{journal.letters}.{year}.{draft.rng.randint(10**4, 10**5)}"
    number = f"PMID: <a>{draft.rng.randint(2 * 10**7, 38 * 10**6)}</a>"
    before, tail = (_letter(draft), "") if kind in LETTERS else ("", " No abstract available.")
    return f"{before}{place}. doi: {doi}. {number}{tail}"


def _letter(draft: Draft) -> str:
    """Title and people of what comments on the article."""
    families = draft.rng.sample(Stock("names", draft.split).words("family"), 2)
    title = draft.filler.title()
    end = "" if title.endswith("?") else "."
    return f"<a>{title}{end}</a> {families[0]} AK, {families[1]} M. "


def hosted(draft: Draft) -> dict[str, Any]:
    """A library's full record: label and value, the source with the count of its pages."""
    item = draft.item
    rows = (
        ("Title:", ended_title(item)),
        ("Authors:", item.people(draft.rng.choice((_inverted, _short)), between="; ", last="; ",
                                 marks=draft.rng.choice((("<sup>1</sup>", "<sup>2</sup>"), ())))),
        ("Source:", draft.rng.choice((_run_together, _medical, _nursing))(draft, item)),
        ("Publication Type:", draft.rng.choice(("Academic Journal", "Journal Article", "Review"))),
        ("Language:", "English"),
        ("Subject Terms:", draft.filler.keywords()),
        ("Author Affiliations:", draft.filler.address() if draft.chance(0.5) else ""),
        ("Abstract:", draft.filler.abstract() if draft.chance(0.5) else draft.filler.snippet()),
        ("ISSN:", _issn(draft, item)),
        ("DOI:", item.part("doi")),
        ("Accession Number:", str(draft.rng.randint(10**8, 2 * 10**8))),
        ("Database:", draft.rng.choice(("Nursing Index Complete", "MedSource Premier"))),
    )  # fmt: skip
    return words(
        site=draft.rng.choice(("HostSearch", "OneHost Discovery")),
        heading=item.title if draft.chance(0.75) else "",
        rows=[(label, mark_safe(value)) for label, value in rows if value],
        number=draft.rng.randint(1, 30),
        count=draft.filler.count(),
        address=f"hostsearch.example/c/x{draft.rng.randint(10**5, 10**6)}/viewer/details",
    )


def _inverted(author: Author) -> str:
    return author.inverted


def _short(author: Author) -> str:
    return author.vancouver


def _run_together(draft: Draft, item: ShownItem) -> str:
    """Journal. Mar2020, Vol. 12 Issue 3, p412-419. 8p., the pages unknown in many a journal."""
    pages = item.part("pages", ", p{}")
    if has_number(item) and draft.chance(0.5):
        pages = ", pN.PAG-N.PAG"
    numbers = f"Vol. {item.volume}{issue(item, ' Issue {}')}{pages}"
    charts = draft.rng.choice(("", " 3 Charts.", " 1 Diagram, 4 Charts."))
    return (
        f"{item.journal}. {item.article.month_name}{item.year}, {numbers}. {_length(item)}{charts}"
    )


def _medical(draft: Draft, item: ShownItem) -> str:
    """Journal [J Abbr] 2020 Mar; Vol. 12 (3), pp. 412-419. Date of Electronic Publication: …"""
    early = f" <i>Date of Electronic Publication:</i> {item.article.year} Jan {day(draft):02}."
    pages = item.part("pages", ", {}" if has_number(item) else ", pp. {}")
    numbers = f"Vol. {item.volume}{issue(item, ' ({})')}{pages}"
    names = f"{item.journal} [{item.journal_short}]"
    tail = early if draft.chance(0.5) else ""
    return f"{names} {item.year} {item.article.month_name}; {numbers}.{tail}"


def _nursing(draft: Draft, item: ShownItem) -> str:
    """Journal (J ABBR), Mar2020; 12(3): 412-419. (8p)"""
    short = item.field("journal", item.article.journal.abbreviation.upper())
    numbers = f"{bracketed(item)}{item.part('pages', ': {}')}. ({_length(item).rstrip('.')})"
    return f"{item.journal} ({short}), {item.article.month_name}{item.year}; {numbers}"


def _length(item: ShownItem) -> str:
    """How many pages there are, as far as their numbers tell."""
    first, _, last = item.article.pages.partition("-")
    if first.isdigit() and last.isdigit():
        return f"{int(last) - int(first) + 1}p."
    return "1p."


def _issn(draft: Draft, item: ShownItem) -> str:
    number = item.article.journal.issns[0]
    return item.field("issn", number if draft.chance(0.6) else number.replace("-", ""))
