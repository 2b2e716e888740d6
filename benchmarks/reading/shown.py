"""An article on a page: every printed field is marked, so that the browser can tell what is seen.

A field's element carries `data-item` and `data-field`; one that the page prints incompletely
carries `data-cut` as well, and each author is an element with `data-author`.
"""

import html
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from benchmarks.reading.articles import Article
from benchmarks.reading.people import Author

FORMULA = re.compile(r"\b(TiO|CO)2\b")
LATIN = re.compile(
    r"\b(?:Escherichia coli|Staphylococcus aureus|Burkholderia pseudomallei|Plasmodium vivax|"
    r"Caenorhabditis elegans|Arabidopsis thaliana|Drosophila melanogaster|Aedes aegypti|"
    r"Saccharomyces cerevisiae|Mycobacterium abscessus|Helicobacter pylori|in vitro)\b",
    re.IGNORECASE,
)
THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
BUDDHIST_YEARS = 543


@dataclass(frozen=True)
class ShownItem:
    """One article as item number so-and-so of a page; attributes are safe HTML for templates."""

    number: int
    article: Article
    in_thai_digits: bool = False

    def field(self, name: str, text: str, *, is_cut: bool = False) -> str:
        """The text as that field of this item, with the mark that the browser looks for."""
        return self._marked(name, html.escape(text), is_cut=is_cut)

    def part(self, name: str, pattern: str = "{}") -> str:
        """A field in its pattern, or nothing where the article has none."""
        text = self.text(name)
        return pattern.format(self.field(name.split(".")[0], text)) if text else ""

    def people(
        self,
        form: Callable[[Author], str],
        *,
        between: str = ", ",
        last: str = ", ",
        most: int = 99,
        others: str = ", et al.",
        keeps_last: bool = False,
        marks: Sequence[str] = (),
    ) -> str:
        """The authors in one form, at most so many; `marks` are HTML set after each in turn.

        With `keeps_last`, whoever is left out is left out of the middle.
        """
        authors = self.article.authors
        is_shortened = len(authors) > most and keeps_last
        listed = [*authors[:most], authors[-1]] if is_shortened else authors[:most]
        shown = [
            f'<span data-author data-family="{html.escape(author.family)}">'
            f"{html.escape(form(author))}</span>" + (marks[n % len(marks)] if marks else "")
            for n, author in enumerate(listed)
        ]
        if is_shortened:
            inner = f"{between.join(shown[:-1])}{others}{shown[-1]}"
            return self._marked("authors", inner, is_cut=True)
        if len(authors) > most:
            return self._marked("authors", between.join(shown)) + others
        return self._marked("authors", _listed(shown, between, last))

    @property
    def title(self) -> SafeString:
        """With formulas and Latin names set as typesetters do."""
        text = html.escape(self.article.title)
        text = FORMULA.sub(r"\1<sub>2</sub>", text)
        return mark_safe(self._marked("title", LATIN.sub(r"<i>\g<0></i>", text)))

    @property
    def journal(self) -> SafeString:
        return mark_safe(self.part("journal"))

    @property
    def journal_short(self) -> SafeString:
        return mark_safe(self.part("journal.short"))

    @property
    def year(self) -> SafeString:
        return mark_safe(self.part("year"))

    @property
    def volume(self) -> SafeString:
        return mark_safe(self.part("volume"))

    @property
    def issue(self) -> SafeString:
        return mark_safe(self.part("issue"))

    @property
    def pages(self) -> SafeString:
        return mark_safe(self.part("pages"))

    @property
    def doi(self) -> SafeString:
        return mark_safe(self.part("doi"))

    @property
    def doi_address(self) -> SafeString:
        return mark_safe(self.part("doi", "https://doi.org/{}"))

    @property
    def pmid(self) -> SafeString:
        return mark_safe(self.part("pmid"))

    @property
    def issn(self) -> SafeString:
        return mark_safe(self.part("issn"))

    @property
    def authors(self) -> SafeString:
        return mark_safe(self.people(lambda author: author.full))

    @property
    def journal_masthead(self) -> SafeString:
        """The Thai title where the journal has one, whatever the article's language."""
        return mark_safe(
            self.part("journal.thai" if self.article.journal.thai_title else "journal")
        )

    @property
    def authors_short(self) -> SafeString:
        return mark_safe(self.people(lambda author: author.vancouver))

    @property
    def authors_in_lines(self) -> SafeString:
        return mark_safe(self.people(lambda author: author.inverted, between="<br>", last="<br>"))

    @property
    def authors_numbered(self) -> SafeString:
        """With the raised numbers of their affiliations."""
        marks = ("<sup>1</sup>", "<sup>1,2</sup>", "<sup>2</sup>", "<sup>1</sup>", "<sup>3</sup>")
        return mark_safe(self.people(lambda author: author.full, marks=marks))

    @property
    def authors_lettered(self) -> SafeString:
        marks = ("<sup>a</sup>", "<sup>a b</sup>", "<sup>b,*</sup>", "<sup>c</sup>")
        return mark_safe(self.people(lambda author: author.full, marks=marks))

    @property
    def authors_with_degrees(self) -> SafeString:
        """Anna B. Castell, MD, PhD; Bo Lindqvist, MSc."""
        degrees = (", MD, PhD", ", MSc", ", MD", ", RN, PhD", ", MPH")
        return mark_safe(
            self.people(lambda author: author.full, between="; ", last="; ", marks=degrees)
        )

    @property
    def authors_with_letters(self) -> SafeString:
        """Some with an envelope: whoever answers letters."""
        return mark_safe(self.people(lambda author: author.full, marks=(" ✉", "", "", "")))

    @property
    def authors_folded(self) -> SafeString:
        """The first and the last, those between behind a button."""
        return mark_safe(
            self.people(
                lambda author: author.full, most=4, others=", <a>[...]</a>, ", keeps_last=True
            )
        )

    @property
    def authors_and(self) -> SafeString:
        return mark_safe(self.people(lambda author: author.full, last=" and "))

    @property
    def authors_ampersand(self) -> SafeString:
        return mark_safe(self.people(lambda author: author.full, last=" &amp; "))

    def text(self, name: str) -> str:
        """A field as it is printed, without its mark."""
        article = self.article
        match name:
            case "journal":
                text = article.journal_title
            case "journal.short":
                text = article.journal.abbreviation
            case "journal.thai":
                text = article.journal.thai_title or ""
            case "year.buddhist":
                text = str(article.year + BUDDHIST_YEARS)
            case "pages.short":
                text = shortened(article.pages)
            case "pages.dash":
                text = article.pages.replace("-", "–")
            case "issn":
                text = article.journal.issns[0]
            case _:
                text = str(getattr(article, name) or "")
        with_thai_digits = self.in_thai_digits and name.split(".")[0] in NUMBERS
        return text.translate(THAI_DIGITS) if with_thai_digits else text

    def _marked(self, name: str, inner: str, *, is_cut: bool = False) -> str:
        cut = " data-cut" if is_cut else ""
        return f'<span data-item="{self.number}" data-field="{name}"{cut}>{inner}</span>'


NUMBERS = {"year", "volume", "issue", "pages"}


def shortened(pages: str) -> str:
    """Only the figures of the last page that are new: 412-9 for 412-419."""
    first, dash, last = pages.partition("-")
    if not dash or "," in last or len(first) != len(last):
        return pages
    same = next(n for n, (a, b) in enumerate(zip(first, last, strict=True)) if a != b)
    # The letter before a page is said once.
    return f"{first}-{last[same:]}"


def _listed(shown: Sequence[str], between: str, last: str) -> str:
    if len(shown) < 2:
        return "".join(shown)
    return between.join(shown[:-1]) + last + shown[-1]
