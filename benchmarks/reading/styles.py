"""How references are written: one function a style, each gives the HTML of one reference."""

from benchmarks.reading.articles import MONTHS, Article
from benchmarks.reading.shown import ShownItem


def vancouver(item: ShownItem) -> str:
    """Family AB, Family CD. Title. J Abbr. 2019;12(3):412-9."""
    people = item.people(lambda author: author.vancouver, most=6, others=", et al")
    source = f"{item.part('journal.short')}. {item.part('year')};{_numbers(item, 'pages.short')}."
    return f"{people}. {_ended(item)} {source}{item.part('doi', ' doi: {}.')}"


def pubmed_source(item: ShownItem) -> str:
    """J Abbr. 2019 Mar;12(3):412-9. doi: …"""
    source = f"{item.part('journal.short')}. {item.part('year')} {_pubmed_date(item.article)};"
    return f"{source}{_numbers(item, 'pages.short')}.{item.part('doi', ' doi: {}.')}"


def ama(item: ShownItem) -> str:
    """As Vancouver, the journal in italics, whole page numbers."""
    people = item.people(lambda author: author.vancouver, most=3, others=", et al")
    source = f"<i>{item.part('journal.short')}</i>. {item.part('year')};{_numbers(item, 'pages')}."
    return f"{people}. {_ended(item)} {source}{item.part('doi', ' doi:{}')}"


def apa(item: ShownItem) -> str:
    """Family, A. B., & Family, C. D. (2019). Title. Journal, 12(3), 412-419. https://doi.org/…"""
    people = item.people(lambda author: author.apa, last=", &amp; ", most=20, others=", … ")
    issue = item.part("issue", "({})")
    source = f"<i>{item.part('journal')}</i>, <i>{item.part('volume')}</i>{issue}"
    pages = item.part("pages.dash", ", {}")
    link = item.part("doi", " https://doi.org/{}")
    return f"{people} ({item.part('year')}). {_ended(item)} {source}{pages}.{link}"


def harvard(item: ShownItem) -> str:
    """Family, A.B. and Family, C.D., 2019. Title. Journal, 12(3), pp.412-419."""
    people = item.people(lambda author: author.apa.replace(". ", "."), last=" and ")
    issue = item.part("issue", "({})")
    numbers = f"{item.part('volume')}{issue}{_paged(item, ', pp.{}', ', {}')}"
    source = f"<i>{item.part('journal')}</i>, {numbers}"
    return f"{people}, {item.part('year')}. {_ended(item)} {source}.{item.part('doi', ' doi: {}')}"


def ieee(item: ShownItem) -> str:
    """A. B. Family and C. D. Family, “Title,” J. Abbr., vol. 12, no. 3, pp. 412–419, Mar. 2019."""
    people = item.people(lambda author: author.ieee, last=" and ", most=6, others=" et al.")
    issue = item.part("issue", ", no. {}")
    numbers = f"vol. {item.part('volume')}{issue}{_paged(item, ', pp. {}', ', Art. no. {}')}"
    date = f"{item.article.month_name}. {item.part('year')}"
    doi = item.part("doi", ", doi: {}")
    journal = f"<i>{item.part('journal.short')}</i>"
    return f"{people}, “{item.part('title')},” {journal}, {numbers}, {date}{doi}."


def chicago(item: ShownItem) -> str:
    """Family, Ann, and Bo Family. “Title.” Journal 12, no. 3 (2019): 412–419."""
    people = item.people(lambda author: author.inverted, between=", ", last=", and ", most=7)
    issue = item.part("issue", ", no. {}")
    pages = item.part("pages.dash", ": {}")
    source = (
        f"<i>{item.part('journal')}</i> {item.part('volume')}{issue} ({item.part('year')}){pages}"
    )
    return f"{people}. “{_ended(item)}” {source}.{item.part('doi', ' https://doi.org/{}.')}"


def nature(item: ShownItem) -> str:
    """Family, A. B. & Family, C. D. Title. J. Abbr. 12, 412–419 (2019)."""
    people = item.people(lambda author: author.apa, last=" &amp; ", most=5, others=" et al.")
    pages = item.part("pages.dash", ", {}")
    source = f"<i>{item.part('journal.short')}</i> <b>{item.part('volume')}</b>{pages}"
    return f"{people} {_ended(item)} {source} ({item.part('year')})."


def thai_vancouver(item: ShownItem) -> str:
    """The same order as Vancouver, in Thai, with a Buddhist year."""
    people = item.people(lambda author: author.full, most=6, others=", และคณะ")
    numbers = _numbers(item, "pages.short")
    return (
        f"{people}. {_ended(item)} {item.part('journal')} {item.part('year.buddhist')};{numbers}."
    )


def thai_apa(item: ShownItem) -> str:
    """ชื่อ นามสกุล และ ชื่อ นามสกุล. (2562). ชื่อเรื่อง. วารสาร, 12(3), 412-419."""
    people = item.people(lambda author: author.full, last=" และ ")
    issue = item.part("issue", "({})")
    numbers = f"<i>{item.part('volume')}</i>{issue}{item.part('pages', ', {}')}"
    source = f"<i>{item.part('journal')}</i>, {numbers}"
    link = item.part("doi", " https://doi.org/{}")
    return f"{people}. ({item.part('year.buddhist')}). {_ended(item)} {source}.{link}"


def _numbers(item: ShownItem, pages: str) -> str:
    """12(3):412-9, and 12 Suppl 1:S41-7."""
    issue = item.article.issue or ""
    pattern = " {}" if issue.startswith("Suppl") else "({})"
    return f"{item.part('volume')}{item.part('issue', pattern)}{item.part(pages, ':{}')}"


def _pubmed_date(article: Article) -> str:
    """Mar, or Mar-Apr of a journal with six issues, or the day where there are no issues."""
    if article.journal.issues_a_year == 6 and article.month < 12:
        return f"{article.month_name}-{MONTHS[article.month]}"
    if article.journal.numbering != "pages":
        return f"{article.month_name} {1 + article.month * 7 % 28}"
    return article.month_name


def _paged(item: ShownItem, several: str, single: str) -> str:
    """The pages in one pattern, a single page or an article's number in another."""
    return item.part("pages.dash", several if "-" in item.article.pages else single)


def _ended(item: ShownItem) -> str:
    """The title with a full stop, unless it ends in a mark of its own."""
    return item.part("title") + ("" if item.article.title.endswith(("?", "!")) else ".")
