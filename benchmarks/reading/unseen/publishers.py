"""Publishers' pages of one article: each house puts the source in an order of its own."""

from typing import Any

from benchmarks.reading.draft import Draft
from benchmarks.reading.shown import ShownItem
from benchmarks.reading.unseen.wording import (
    day,
    degrees,
    dotted_journal,
    full_name,
    has_number,
    is_supplement,
    issue,
    month,
    words,
)

KINDS = (
    "Original Research",
    "Systematic Review",
    "Clinical Trial",
    "Review",
    "Brief Communication",
)
DEGREES = (", MD", ", PhD", ", MBBS", ", RN", ", MSc", ", MPH")
WIDE_GAP = ' <span style="margin-right: 1.2em"></span>'
STOPPED_DEGREES = (", M.D.", ", M.D., Ph.D.", ", M.P.H.", ", Ph.D.")


def direct(draft: Draft) -> dict[str, Any]:
    """The journal with volume, month and pages or number above the title, the DOI below."""
    item = draft.item
    pages = item.part("pages", ", {}" if has_number(item) else ", Pages {}")
    mark = draft.rng.choice((("<sup>a</sup>", "<sup>b 1</sup>", "<sup>a c</sup>"), (" ",)))
    return words(
        site="ReadStream",
        source=f"Volume {item.volume}{issue(item, ', Issue {}')}, {month(item)} {item.year}{pages}",
        people=item.people(full_name, marks=mark),
        kind=draft.rng.choice(KINDS),
        address=f"www.readstream.example/science/article/pii/S{draft.rng.randint(10**14, 10**15)}",
    )


def weekly(draft: Draft) -> dict[str, Any]:
    """One line in capitals: VOLUME 395, ISSUE 7, P565-574, FEBRUARY 15, 2020."""
    item = draft.item
    pages = item.part("pages", ", {}" if has_number(item) else ", P{}")
    date = f"{month(item).upper()} {day(draft)}, {item.year}"
    return words(
        site="The Weekly",
        source=f"VOLUME {item.volume}{issue(item, ', ISSUE {}')}{pages}, {date}",
        people=_dotted_people(item),
        published=f"{month(item)} {day(draft):02}, {item.article.year}",
        is_short=draft.chance(0.4),
    )


def _dotted_people(item: ShownItem) -> str:
    """Anna B. Castell, MD • Bo Lindqvist, MSc."""
    ladder = degrees(item, DEGREES)
    return item.people(full_name, between=" &bull; ", last=" &bull; ", marks=ladder)


def clinic(draft: Draft) -> dict[str, Any]:
    """Kind, title and people with degrees; date, source and DOI below them."""
    item = draft.item
    inner = f"{item.part('volume')}{item.part('issue', ' ({})') if is_supplement(item) else ''}"
    return words(
        site="Clinical Weekly",
        people=item.people(full_name, marks=degrees(item, STOPPED_DEGREES)),
        published=f"{month(item)} {day(draft)}, {item.article.year}",
        source=f"{item.journal_short} {item.year};{inner}{item.part('pages', ':{}')}",
        number=f"VOL. {item.volume}{issue(item, ' NO. {}')}",
        kind=draft.rng.choice(("ORIGINAL ARTICLE", "REVIEW ARTICLE", "SPECIAL ARTICLE")),
        address=item.part("doi", "www.clinicweekly.example/doi/full/{}"),
    )


def open_journal(draft: Draft) -> dict[str, Any]:
    """ORIGINAL RESEARCH article; Abbr. J., date; Volume - year | DOI."""
    item = draft.item
    return words(
        site="Horizons",
        source=f"{dotted_journal(item)}, {day(draft):02} {month(item)} {item.year}",
        volume=f"Volume {item.volume} - {item.article.year}",
        doi=item.part("doi", " | https://doi.org/{}"),
        people=item.people(
            full_name, marks=("<sup>1,2</sup>", "<sup>1*</sup>", "<sup>3&dagger;</sup>")
        ),
        section=draft.rng.choice(("Public Health Nursing", "Infectious Agents", "Cell Signalling")),
        cite=_open_citation(item) if draft.chance(0.6) else "",
    )


def _open_citation(item: ShownItem) -> str:
    people = item.people(lambda author: author.vancouver, last=" and ", most=6)
    tail = f"{item.volume}:{item.pages}." if item.article.pages else f"{item.volume}."
    return f"{people} ({item.year}) {item.title}. <i>{dotted_journal(item)}</i> {tail}" + item.part(
        "doi", " doi: {}"
    )


def congress(draft: Draft) -> dict[str, Any]:
    """Abbr 2019; 12(3): 123-130, with the DOI in a line of its own."""
    item = draft.item
    pattern = " ({})" if is_supplement(item) else "({})"
    return words(
        site="eJournals",
        source=f"{item.journal_short} {item.year}; {item.volume}{item.part('issue', pattern)}: "
        f"{item.pages}",
        doi=item.part("doi", "DOI: {}"),
        people=item.people(full_name, marks=("&nbsp;<sup>1</sup>", "&nbsp;<sup>2</sup>")),
        kind=draft.rng.choice(("Original Article", "Case Report", "Review Article")),
        history=f"Received: {draft.filler.date()} {item.article.year - 1} &nbsp; "
        f"Accepted after revision: {draft.filler.date()} {item.article.year - 1}",
    )


def evidence(draft: Draft) -> dict[str, Any]:
    """Title, kind and version; the people in blue; the source in the box that cites."""
    item = draft.item
    people = item.people(lambda author: author.vancouver, last=", ", most=12)
    art = item.part("pages", ", Art. No.: {}" if has_number(item) else ", p. {}")
    source = f"{item.part('journal')} {item.year}{issue(item, ', Issue {}')}{art}"
    return words(
        site="Evidence Library",
        people=item.people(full_name, between=" &nbsp;|&nbsp; ", last=" &nbsp;|&nbsp; "),
        version=f"{day(draft):02} {month(item)} {item.article.year}",
        cite=f"{people}. {item.title}. {source}.{item.part('doi', ' DOI: {}')}.",
    )


def society(draft: Draft) -> dict[str, Any]:
    """Family, Given; then Journal 12(3):p 412-419, March 2020. | DOI: …"""
    item = draft.item
    pages = item.part("pages", ":{}" if has_number(item) else ":p {}")
    pattern = " ({})" if is_supplement(item) else "({})"
    numbers = f"{item.volume}{item.part('issue', pattern)}{pages}"
    return words(
        site="Society Journals",
        people=item.people(lambda author: author.inverted, between="; ", last="; "),
        source=f"<i>{item.part('journal')}</i> {numbers}, {month(item)} {item.year}.",
        doi=item.part("doi", " | <i>DOI:</i> {}"),
        kind=draft.rng.choice(("ORIGINAL STUDY", "Research Articles: Clinical", "CE Feature")),
        address=f"journals.society.example/fulltext/{item.article.year}/0{day(draft):02}00/x.aspx",
    )


def stage(draft: Draft) -> dict[str, Any]:
    """2020 Volume 249 Issue 2 Pages 123-130, below the names, as on the platforms of Japan."""
    item = draft.item
    pages = item.part("pages", " Article ID {}" if has_number(item) else " Pages {}")
    number = issue(item, " Issue {}").replace(", ", " ", 1)
    return words(
        site="J-PORTAL",
        people=item.people(full_name),
        source=f"{item.year} Volume {item.volume}{number}{pages}",
        doi=item.doi_address,
        kind=draft.rng.choice(("Regular Contribution", "Original", "Invited Review", "Note")),
        issn=item.part("issn", "Online ISSN : {}"),
    )


def latin(draft: Draft) -> dict[str, Any]:
    """Abbr. 12 (3) • 2020 • https://doi.org/…, as on the platforms of Latin America."""
    item = draft.item
    number = item.part("issue", " {}" if is_supplement(item) else " ({})")
    date = draft.rng.choice((f"{item.article.month_name} {item.year}", str(item.year)))
    return words(
        site="LatinSci",
        source=f"{dotted_journal(item)} {item.volume}{number} &bull; {date}",
        doi=item.part("doi", " &bull; <a>https://doi.org/{}</a>"),
        pages=item.part("pages", " &bull; {}"),
        people=item.people(full_name, between=WIDE_GAP, last=WIDE_GAP),
        kind=draft.rng.choice(("Original Article", "Artigo Original", "Artículo original")),
    )
