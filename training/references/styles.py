# ruff: noqa: E501 - a template is read at a glance only while it stands on one line
"""The citation styles, as a table: what stands where, and between which marks.

In a template ⟦…⟧ is left out when a field within it is unknown.
"""

from dataclasses import dataclass

from training.references import author_forms as forms
from training.references.author_forms import AuthorForm


@dataclass(frozen=True, kw_only=True)
class Style:
    """One way of printing articles; other kinds of works follow `OTHER_KINDS`."""

    name: str
    template: str
    authors: AuthorForm
    journal: str = "full"
    case: str = "sentence"
    pages: str = "full"


TAIL = "{year}⟦;{volume}⟧⟦({issue})⟧⟦:{pages}⟧."
DATED_TAIL = "{year} {mon}⟦ {day}⟧⟦;{volume}⟧⟦({issue})⟧⟦:{pages}⟧."
COMMA_TAIL = "⟦, {volume}⟧⟦({issue})⟧⟦, {pages}⟧."
SPELLED_TAIL = "⟦, vol. {volume}⟧⟦, no. {issue}⟧⟦, pp. {pages}⟧"

STYLES = (
    Style(name="Vancouver", template="⟦{authors}. ⟧{title}. {journal}. " + TAIL,
          authors=forms.VANCOUVER, journal="short", pages="short"),
    Style(name="Vancouver with month", template="⟦{authors}. ⟧{title}. {journal}. " + DATED_TAIL,
          authors=forms.VANCOUVER, journal="short", pages="short"),
    Style(name="NLM", template="⟦{authors}. ⟧{title}. {journal}. " + DATED_TAIL
          + "⟦ doi: {doi}.⟧⟦ PMID: {pmid}.⟧", authors=forms.ALL_NAMES, journal="short", pages="short"),
    Style(name="NLM ahead of print", template="⟦{authors}. ⟧{title}. {journal}. {year} {mon} {day}"
          "⟦;{volume}⟧⟦({issue})⟧⟦:{pages}⟧.⟦ doi: {doi}.⟧ Epub {year2} {mon} {day}.⟦ PMID: {pmid}⟧"
          "⟦; PMCID: PMC{pmid}⟧.", authors=forms.ALL_NAMES, journal="short", pages="short"),
    Style(name="NLM supplement", template="⟦{authors}. ⟧{title}. {journal}. {year} {mon}⟦;{volume}⟧"
          " {supplement}⟦:{pages}⟧.⟦ doi: {doi}.⟧", authors=forms.ALL_NAMES, journal="short", pages="short"),
    Style(name="AMA", template="⟦{authors}. ⟧{title}. {journal}. " + TAIL + "⟦ doi:{doi}⟧",
          authors=forms.VANCOUVER_SHORT, journal="short", case="sentence"),
    Style(name="AMA with date", template="⟦{authors}. ⟧{title}. {journal}. Published online "
          "{month} {day}, {year}.⟦ doi:{doi}⟧", authors=forms.VANCOUVER_SHORT, journal="dotted"),
    Style(name="Vancouver on the internet", template="⟦{authors}. ⟧{title}. {journal} [Internet]. "
          "{year}⟦ {mon}⟧ [cited {access}]⟦;{volume}⟧⟦({issue})⟧⟦:{pages}⟧. Available from: {url}",
          authors=forms.VANCOUVER, journal="short", pages="short"),
    Style(name="Vancouver wide", template="⟦{authors}. ⟧{title}. {journal} {year}⟦; {volume}⟧"
          "⟦({issue})⟧⟦: {pages}⟧.", authors=forms.VANCOUVER_SHORT, journal="short"),
    Style(name="Vancouver comma", template="⟦{authors}. ⟧{title}, {journal}, {year}⟦;{volume}⟧"
          "⟦({issue})⟧⟦:{pages}⟧", authors=forms.DOTTED, journal="dotted"),
    Style(name="Lancet", template="⟦{authors}. ⟧{title}. {journal} {year}⟦; {volume}⟧⟦: {pages}⟧.",
          authors=forms.VANCOUVER, journal="short", pages="dash"),
    Style(name="BMJ", template="⟦{authors}. ⟧{title}. {journal} {year}⟦;{volume}⟧⟦:{pages}⟧."
          "⟦ doi:{doi}⟧⟦ pmid:{pmid}⟧", authors=forms.VANCOUVER_SHORT, journal="short"),
    Style(name="APA 7", template="⟦{authors} ⟧({year}). {title}. {journal}" + COMMA_TAIL
          + "⟦ https://doi.org/{doi}⟧", authors=forms.APA, pages="dash"),
    Style(name="APA 6", template="⟦{authors} ⟧({year}). {title}. {journal}" + COMMA_TAIL
          + "⟦ doi:{doi}⟧", authors=forms.APA_OLD),
    Style(name="APA with month", template="⟦{authors} ⟧({year}, {month}). {title}. {journal}"
          + COMMA_TAIL, authors=forms.APA),
    Style(name="Title first, year in brackets", template="{title} ({year}). {journal}" + COMMA_TAIL,
          authors=forms.APA),
    Style(name="Harvard", template="⟦{authors} ⟧({year}) '{title}', {journal}⟦, {volume}⟧⟦({issue})⟧"
          "⟦, pp. {pages}⟧.", authors=forms.HARVARD),
    Style(name="Harvard with doi", template="⟦{authors} ⟧({year}) “{title},” {journal}⟦, {volume}⟧"
          "⟦({issue})⟧⟦, pp. {pages}⟧.⟦ doi: {doi}.⟧", authors=forms.HARVARD, case="title"),
    Style(name="Harvard bare", template="⟦{authors} ⟧{year}, '{title}', {journal}" + SPELLED_TAIL + ".",
          authors=forms.HARVARD_AMP),
    Style(name="Harvard without quotes", template="⟦{authors} ⟧({year}) {title}. {journal} {volume}"
          "⟦({issue})⟧⟦: {pages}⟧.", authors=forms.HARVARD),
    Style(name="Harvard accessed", template="⟦{authors} ⟧({year}) '{title}', {journal}" + SPELLED_TAIL
          + ". Available at: {url} (Accessed: {day} {month} {year2}).", authors=forms.HARVARD),
    Style(name="Chicago author-date", template="⟦{authors}. ⟧{year}. “{title}.” {journal} {volume}"
          "⟦ ({issue})⟧⟦: {pages}⟧.⟦ https://doi.org/{doi}.⟧", authors=forms.CHICAGO, case="title"),
    Style(name="Chicago notes", template="⟦{authors}, ⟧“{title},” {journal} {volume}⟦, no. {issue}⟧ "
          "({year})⟦: {pages}⟧.", authors=forms.NOTES, case="title"),
    Style(name="Chicago bibliography", template="⟦{authors}. ⟧“{title}.” {journal} {volume}"
          "⟦, no. {issue}⟧ ({month} {year})⟦: {pages}⟧.", authors=forms.CHICAGO, case="title"),
    Style(name="MLA 9", template="⟦{authors}. ⟧“{title}.” {journal}" + SPELLED_TAIL.replace(
          "⟦, pp.", ", {year}⟦, pp.") + ".⟦ doi:{doi}.⟧", authors=forms.MLA, case="title"),
    Style(name="MLA 7", template="⟦{authors}. ⟧“{title}.” {journal} {volume}⟦.{issue}⟧ ({year})"
          "⟦: {pages}⟧. Print.", authors=forms.MLA, case="title"),
    Style(name="Google Scholar MLA", template='⟦{authors}. ⟧"{title}." {journal} {volume}⟦.{issue}⟧ '
          "({year})⟦: {pages}⟧.", authors=forms.MLA),
    Style(name="IEEE", template="⟦{authors}, ⟧“{title},” {journal}" + SPELLED_TAIL + ", {mon}. {year}"
          "⟦, doi: {doi}⟧.", authors=forms.IEEE, journal="dotted", pages="dash"),
    Style(name="IEEE with article, dated", template="⟦{authors}, ⟧\"{title},\" {journal}⟦, vol. {volume}⟧"
          "⟦, no. {issue}⟧⟦, Art. no. {pages}⟧, {mon}. {year}⟦, doi: {doi}⟧.",
          authors=forms.IEEE, journal="short"),
    Style(name="IEEE with article", template="⟦{authors}, ⟧\"{title},\" {journal}⟦, vol. {volume}⟧"
          "⟦, no. {issue}⟧, {year}⟦, Art. no. {pages}⟧.", authors=forms.IEEE, journal="dotted"),
    Style(name="Nature", template="⟦{authors} ⟧{title}. {journal} {volume}⟦, {pages}⟧ ({year}).",
          authors=forms.NATURE, journal="dotted", pages="dash"),
    Style(name="Science", template="⟦{authors}, ⟧{title}. {journal} {volume}⟦, {pages}⟧ ({year}).",
          authors=forms.SCIENCE, journal="dotted", pages="dash"),
    Style(name="Science without title case", template="⟦{authors}, ⟧{journal} {volume}⟦, {pages}⟧ "
          "({year}).", authors=forms.SCIENCE, journal="dotted"),
    Style(name="Cell", template="⟦{authors} ⟧({year}). {title}. {journal} {volume}⟦, {pages}⟧."
          "⟦ https://doi.org/{doi}.⟧", authors=forms.CELL, journal="dotted", pages="dash"),
    Style(name="Elsevier numbered", template="⟦{authors}, ⟧{title}, {journal} {volume}⟦ ({issue})⟧ "
          "({year})⟦ {pages}⟧.", authors=forms.ELSEVIER_NUMBERED, journal="dotted", pages="dash"),
    Style(name="Elsevier name and date", template="⟦{authors}, ⟧{year}. {title}. {journal} {volume}"
          "⟦ ({issue})⟧⟦, {pages}⟧.", authors=forms.ELSEVIER, journal="dotted", pages="dash"),
    Style(name="ScienceDirect cite", template="⟦{authors}, ⟧{title}, {journal}, Volume {volume}"
          "⟦, Issue {issue}⟧, {year}⟦, Pages {pages}⟧, ISSN 1234-5679⟦, https://doi.org/{doi}⟧.",
          authors=forms.PLAIN_FULL),
    Style(name="Springer basic", template="⟦{authors} ⟧({year}) {title}. {journal} {volume}⟦({issue})⟧"
          "⟦:{pages}⟧.⟦ https://doi.org/{doi}⟧", authors=forms.SPRINGER, journal="short", pages="dash"),
    Style(name="Springer page cite", template="⟦{authors} ⟧{title}. {journal} {volume}⟦, {pages}⟧ "
          "({year}).⟦ https://doi.org/{doi}⟧", authors=forms.NATURE, journal="short", pages="dash"),
    Style(name="ACS", template="⟦{authors} ⟧{title}. {journal} {year}⟦, {volume}⟧⟦ ({issue})⟧"
          "⟦, {pages}⟧.", authors=forms.ACS, journal="dotted", case="title", pages="dash"),
    Style(name="MDPI", template="⟦{authors} ⟧{title}. {journal} {year}⟦, {volume}⟧⟦, {pages}⟧."
          "⟦ [CrossRef]⟧", authors=forms.MDPI, journal="dotted", case="title", pages="dash"),
    Style(name="Frontiers", template="⟦{authors} ⟧({year}). {title}. {journal} {volume}⟦:{pages}⟧."
          "⟦ doi: {doi}⟧", authors=forms.CELL, journal="dotted"),
    Style(name="PLOS", template="⟦{authors}. ⟧{title}. {journal}. {year}⟦;{volume}⟧⟦: {pages}⟧."
          "⟦ https://doi.org/{doi}⟧⟦ PMID: {pmid}⟧", authors=forms.VANCOUVER, pages="dash"),
    Style(name="ABNT", template="⟦{authors} ⟧{title}. {journal}⟦, v. {volume}⟧⟦, n. {issue}⟧"
          "⟦, p. {pages}⟧, {year}.", authors=forms.ABNT),
    Style(name="ABNT with town", template="⟦{authors} ⟧{title}. {journal}, {town}⟦, v. {volume}⟧"
          "⟦, n. {issue}⟧⟦, p. {pages}⟧, {mon}. {year}.", authors=forms.ABNT),
    Style(name="Scopus", template="⟦{authors} ⟧{title} ({year}) {journal}⟦, {volume}⟧⟦ ({issue})⟧"
          "⟦, pp. {pages}⟧.", authors=forms.ELSEVIER),
    Style(name="Web of Science", template="⟦{authors}. ⟧{title}. {journal}⟦, {volume}⟧⟦({issue})⟧"
          "⟦, {pages}⟧, {year}.", authors=forms.FULL_SEMICOLONS, case="title"),
    Style(name="Capitals", template="⟦{authors}: ⟧{title}. {journal}⟦ {volume}⟧⟦:{pages}⟧, {year}.",
          authors=forms.CAPITALS, journal="dotted"),
    Style(name="Colon after names", template="⟦{authors}: ⟧{title}. {journal} {year}⟦; {volume}⟧"
          "⟦ ({issue})⟧⟦: {pages}⟧.", authors=forms.ALL_NAMES, journal="short"),
    Style(name="Blood", template="⟦{authors}. ⟧{title}. {journal}. {year}⟦;{volume}⟧⟦({issue})⟧"
          "⟦:{pages}⟧.", authors=forms.DOTTED, journal="full"),
    Style(name="Circulation", template="⟦{authors}. ⟧{title}. {journal} {volume}⟦:{pages}⟧, {year}.",
          authors=forms.SEMICOLONS, journal="short"),
    Style(name="Semicolon names", template="⟦{authors}. ⟧{title}. {journal}. {year}⟦;{volume}⟧"
          "⟦ ({issue})⟧⟦: {pages}⟧.", authors=forms.SEMICOLONS, journal="short"),
    Style(name="Physics", template="⟦{authors}, ⟧{title}, {journal} {volume}⟦, {pages}⟧ ({year}).",
          authors=forms.SCIENCE, journal="dotted"),
    Style(name="Economics", template="⟦{authors}, ⟧{year}, {title}, {journal} {volume}⟦({issue})⟧"
          "⟦, {pages}⟧.", authors=forms.FULL_SEMICOLONS),
    Style(name="Sociology", template="⟦{authors}. ⟧{year}. \"{title}.\" {journal} {volume}⟦({issue})⟧"
          "⟦:{pages}⟧.", authors=forms.CHICAGO, case="title"),
    Style(name="Ecology", template="⟦{authors}. ⟧{year}. {title}. {journal} {volume}⟦:{pages}⟧.",
          authors=forms.MLA, pages="dash"),
    Style(name="Taylor & Francis cite", template="⟦{authors} ⟧({year}) {title}, {journal}"
          "⟦, {volume}:{issue}⟧⟦, {pages}⟧⟦, DOI: {doi}⟧", authors=forms.PLAIN_FULL_AND),
    Style(name="Wiley cite", template="⟦{authors} ⟧({year}), {title}. {journal}, {volume}"
          "⟦: {pages}⟧.⟦ https://doi.org/{doi}⟧", authors=forms.APA, journal="short"),
    Style(name="Oxford cite", template="⟦{authors}, ⟧{title}, {journal}, Volume {volume}⟦, Issue "
          "{issue}⟧, {month} {year}⟦, Pages {pages}⟧⟦, https://doi.org/{doi}⟧",
          authors=forms.PLAIN_FULL_AND),
    Style(name="Emerald", template="⟦{authors} ⟧({year}), “{title}”, {journal}⟦, Vol. {volume}⟧"
          "⟦ No. {issue}⟧⟦, pp. {pages}⟧.⟦ https://doi.org/{doi}⟧", authors=forms.HARVARD),
    Style(name="Journal's own page", template="{journal}. {year}⟦; {volume}⟧⟦({issue})⟧⟦: {pages}⟧. "
          "{title}.⟦ {authors}.⟧", authors=forms.ALL_NAMES, journal="short"),
    Style(name="Volume, then year in the middle", template="⟦{authors} ⟧({year}) {title}. {journal} "
          "{volume}⟦({issue})⟧⟦: {pages}⟧", authors=forms.DOTTED),
    Style(name="Thai with months", template="⟦{authors}. ⟧{title}. {journal}⟦ ปีที่ {volume}⟧"
          "⟦ ฉบับที่ {issue}⟧ (มกราคม-มิถุนายน {year})⟦ : {pages}⟧", authors=forms.ALL_NAMES),
    Style(name="Thai Vancouver", template="⟦{authors}. ⟧{title}. {journal} {year}⟦; {volume}⟧"
          "⟦({issue})⟧⟦: {pages}⟧.", authors=forms.VANCOUVER),
    Style(name="Line for a chat", template="{title} {journal} {year}⟦;{volume}⟧⟦({issue})⟧⟦:{pages}⟧",
          authors=forms.VANCOUVER, journal="short"),
    Style(name="Title, then source", template="{title}. {journal}. " + TAIL,
          authors=forms.VANCOUVER, journal="short"),
    Style(name="Title, then names", template="{title}⟦. {authors}⟧. {journal}. " + TAIL,
          authors=forms.VANCOUVER, journal="short"),
    Style(name="Title, names, spelled", template="{title}⟦, {authors}⟧, {journal}" + SPELLED_TAIL
          + " ({year})", authors=forms.PLAIN_FULL),
    Style(name="Title alone", template="{title}", authors=forms.APA),
    Style(name="Names and title", template="⟦{authors}. ⟧{title}", authors=forms.VANCOUVER),
    Style(name="No numbers", template="⟦{authors} ⟧({year}). {title}. {journal}.", authors=forms.APA),
    Style(name="Title, journal, year", template="{title}, {journal}, {year}", authors=forms.APA),
    Style(name="Spelled out", template="⟦{authors}. ⟧{title}. {journal}. Volume {volume}⟦ Issue {issue}⟧"
          "⟦ page {pages}⟧ year {year}", authors=forms.ALL_NAMES),
    Style(name="Thai spelled", template="⟦{authors}. ⟧{title}. {journal} ⟦ปีที่ {volume}⟧"
          "⟦ ฉบับที่ {issue}⟧ ({year})⟦ หน้า {pages}⟧", authors=forms.ALL_NAMES),
    Style(name="Thai commas", template="⟦{authors}. ⟧({year}). {title}. {journal}⟦, ปีที่ {volume}⟧"
          "⟦(ฉบับที่ {issue})⟧⟦, หน้า {pages}⟧.", authors=forms.THAI_AND),
    Style(name="Thai APA", template="⟦{authors}. ⟧({year}). {title}. {journal}" + COMMA_TAIL,
          authors=forms.THAI_AND),
    Style(name="Chicago, all turned round", template="⟦{authors}. ⟧“{title}.” {journal} {volume}"
          "⟦, no. {issue}⟧ ({year})⟦: {pages}⟧.⟦ https://doi.org/{doi}.⟧",
          authors=forms.ALL_INVERTED, case="title", pages="dash"),
    Style(name="Harvard without brackets", template="⟦{authors}, ⟧{year}. {title}. {journal}⟦, {volume}⟧"
          "⟦({issue})⟧⟦, pp.{pages}⟧.⟦ doi: {doi}⟧", authors=forms.HARVARD),
)  # fmt: skip

# Whole styles that the model never sees in training.
HELD_OUT = frozenset(
    {"Lancet", "Harvard", "Chicago notes", "Elsevier name and date", "MDPI", "Web of Science",
     "Wiley cite", "Circulation", "Vancouver wide", "Cell"}
)  # fmt: skip

CHAPTERS = (
    "⟦{authors}. ⟧{title}. In: {editors}, editors. {container}. {town}: {publisher}; {year}. p. {pages}.",
    "⟦{authors} ⟧({year}). {title}. In {editors} (Eds.), {container} (pp. {pages}). {publisher}.",
    "⟦{authors} ⟧({year}) '{title}', in {editors} (eds) {container}. {town}: {publisher}, pp. {pages}.",
    "⟦{authors}, ⟧“{title},” in {container}, {editors}, Eds. {town}: {publisher}, {year}, pp. {pages}.",
    "⟦{authors}. ⟧“{title}.” {container}, edited by {editors}, {publisher}, {year}, pp. {pages}.",
    "⟦{authors} ⟧({year}) {title}. In: {editors} (eds) {container}. {publisher}, {town}, pp {pages}",
    "⟦{authors}, ⟧{title}, in: {editors} (Eds.), {container}, {publisher}, {town}, {year}, pp. {pages}.",
    "⟦{authors}. ⟧{title}. In: Proceedings of the {container}; {year} {mon} {day}; {town}. p. {pages}.",
)
BOOKS = (
    "⟦{authors}. ⟧{title}. 3rd ed. {town}: {publisher}; {year}.",
    "⟦{authors}. ⟧{title}. {town}: {publisher}; {year}.",
    "⟦{authors} ⟧({year}). {title} (2nd ed.). {publisher}.",
    "⟦{authors} ⟧({year}) {title}. {town}: {publisher}.",
    "⟦{authors}, ⟧{title}. {town}: {publisher}, {year}.",
    "⟦{authors}. ⟧{title}. {publisher}, {year}.",
    "⟦{authors}, ⟧{title}, second ed., {publisher}, {town}, {year}.",
    "⟦{authors}. ⟧{year}. {title}. {town}: {publisher}.",
)
THESES = (
    "⟦{authors}. ⟧{title} [dissertation]. {town}: {university}; {year}.",
    "⟦{authors} ⟧({year}). {title} [Doctoral dissertation, {university}].",
    "⟦{authors}. ⟧{title}. Master's thesis, {university}, {year}.",
    "⟦{authors}. ⟧{title} [วิทยานิพนธ์ปริญญามหาบัณฑิต]. {university}; {year}.",
)
PAGES_ON_THE_WEB = (
    "⟦{authors}. ⟧{title} [Internet]. {town}: {publisher}; {year} [cited {access}]. Available from: {url}",
    "⟦{authors} ⟧({year}, {month} {day}). {title}. {publisher}. {url}",
    "⟦{authors} ⟧({year}) {title}. Available at: {url} (Accessed: {day} {month} {year2}).",
    "⟦{authors}. ⟧{title}. {url}. Accessed {month} {day}, {year2}.",
    "⟦{authors}. ⟧{title}. เข้าถึงเมื่อ {day} {month} {year2} จาก {url}",
)
OTHER_KINDS = {"chapter": CHAPTERS, "book": BOOKS, "thesis": THESES, "web": PAGES_ON_THE_WEB}
