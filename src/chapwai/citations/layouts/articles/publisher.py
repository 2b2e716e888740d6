"""An article's page at its publisher, and the first page of its PDF.

They share little but this: the title is the largest block of running text, the authors stand
below it, and volume and pages stand in one of a dozen orders somewhere around.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from chapwai.citations import identifiers
from chapwai.citations.description import Description
from chapwai.citations.layouts.articles.byline import author_block
from chapwai.citations.layouts.articles.cite_box import cited_article
from chapwai.citations.layouts.articles.headline import tidy_title, title_block
from chapwai.citations.layouts.articles.imprint import Imprint, imprint_of, year_before, year_of
from chapwai.citations.layouts.articles.issns import issn_on
from chapwai.citations.layouts.articles.masthead import journal_of
from chapwai.citations.layouts.articles.own_citation import cited_names
from chapwai.citations.layouts.articles.own_part import above_the_text, own_part
from chapwai.citations.layouts.parts.naming import naming_lines, naming_text
from chapwai.citations.lines import Line, text_of
from chapwai.citations.names import names_on
from chapwai.citations.wording import letters_of, plain

# Anna Fernhill, [...], Diego Marsh
LEFT_OUT = re.compile(r"[,\s\[](?:\.\s?\.|…)")
GAPS = ("authors", "journal", "year", "volume", "issue", "pages")
SAME_TITLE = 85
FEWEST_WORDS_ALONE = 6
FEWEST_NAMES_ALONE = 2


def read_publisher(lines: Sequence[Line]) -> Description | None:
    """Describe the article of the page, None without a title or without anything that cites it."""
    own = own_part(lines)
    page, cited = _read_page(own), cited_article(own)
    if page and cited and _are_of_one(page, cited):
        return _filled(page, cited)
    return page if page and (cited is None or _is_whole(page)) else cited


def _read_page(own: Sequence[Line]) -> Description | None:
    head = above_the_text(own)
    title = title_block(head)
    if not title:
        return None
    authors = author_block(title, head)
    imprint = imprint_of(own, title=title)
    described = plain(naming_text(own))
    dois, pmids = identifiers.dois_in(described), identifiers.pmids_in(described)
    if not (dois or pmids or imprint.source or _speak_for_themselves(title, authors)):
        return None
    found = _description(own, title, authors, imprint)
    return None if _is_price_list(found) else found


def _is_price_list(found: Description) -> bool:
    """Whether nothing dates or names the article, and one line was taken for two of its parts."""
    is_known = found.year or found.dois or found.pmids
    return not is_known and found.journal is not None and found.journal in found.authors


def _description(
    own: Sequence[Line], title: Sequence[Line], authors: Sequence[Line], imprint: Imprint
) -> Description:
    source = imprint.source
    journal, named, is_guess = journal_of(own, title=title, authors=authors, imprint=imprint)
    naming = naming_lines(own)
    described = plain(naming_text(own))
    used = [*title, *authors, *imprint.lines, *([named] if named else []), *naming]
    return Description(
        title=tidy_title(title),
        authors=_whole_list(own, title, authors),
        journal=journal,
        year=(source.year if source else None) or year_before(imprint) or year_of(own),
        volume=source.volume if source else None,
        issue=source.issue if source else None,
        pages=source.pages if source else None,
        issn=issn_on(own),
        dois=tuple(identifiers.dois_in(described)),
        pmids=tuple(identifiers.pmids_in(described)),
        lines=tuple(dict.fromkeys(used)),
        guessed=_guessed(authors, is_guess=is_guess),
    )


def _whole_list(
    own: Sequence[Line], title: Sequence[Line], authors: Sequence[Line]
) -> tuple[str, ...]:
    """Of a list that leaves out its middle, the page's own citation may have more."""
    if LEFT_OUT.search(text_of(authors)) and (cited := cited_names(own, title)):
        return cited
    return names_on(authors)


def _is_whole(page: Description) -> bool:
    """Whether a page says so much that what looks like a reference elsewhere was misread."""
    return bool(page.authors and page.volume and page.journal and not page.guessed)


def _are_of_one(page: Description, cited: Description) -> bool:
    titles = letters_of(page.title or ""), letters_of(cited.title or "")
    return fuzz.ratio(*titles) >= SAME_TITLE


def _filled(page: Description, cited: Description) -> Description:
    """The page's own words, and from the reference only what they do not say."""
    gaps = {name: getattr(cited, name) for name in GAPS if not getattr(page, name)}
    if gaps.get("volume") == page.issue:
        gaps.pop("volume", None)  # 2019, Issue 3: a journal whose years are its volumes
    return replace(page, **gaps)


def _guessed(authors: Sequence[Line], *, is_guess: bool) -> frozenset[str]:
    """The largest type may be a banner's, and one name alone the first of a list set otherwise."""
    journal = {"journal"} if is_guess else set()
    if not authors:
        return frozenset({"title", *journal})
    return frozenset({"authors", *journal} if len(names_on(authors)) == 1 else journal)


def _speak_for_themselves(title: Sequence[Line], authors: Sequence[Line]) -> bool:
    """A long title in large type over several names is an article, also without a source."""
    words = text_of(title).split()
    return len(words) >= FEWEST_WORDS_ALONE and len(names_on(authors)) >= FEWEST_NAMES_ALONE
