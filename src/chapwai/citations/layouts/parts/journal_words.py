"""What could be a journal's name, by its words: no menu, no button, no label."""

import re

from chapwai.citations.journals.own_abbreviation import without_own_abbreviation
from chapwai.citations.layouts.parts.article_kind import KIND
from chapwai.citations.lines import Line
from chapwai.citations.source_patterns import MONTH, YEAR
from chapwai.citations.wording import JOURNAL_WORD, plain, repaired_journal

# What menus, buttons, labels and headings say, and names of journals do not.
NAVIGATION = re.compile(
    r"(?i)\b(home|current|about|browse|contents|publish with|submit\w*|login|log in|sign in|"
    r"register|search|issues?|alerts?|menu|subscri\w+|view pdf|pdf|purchase|cart|skip to|"
    r"article\w*|volume|metrics|impact factor|(?:open|full|free|restricted) access|original|"
    r"research article|published|publish|received|authors?|affiliations|doi|https?|department|"
    r"university|hospital|keywords|access|accesses|abstract|introduction|methods|results|"
    r"discussion|references|advertisement|sec|recommended|citing|views?|highlights|outline|"
    r"figures|conclusions?|citations?|share|download|sections|editor|peer.?reviewed|"
    r"review article|case report|format(?=:)|full text|explore|information|topics|"
    r"similar in|pubmed)\b"
)
# Buttons of one word beside an article, which as a part of a name mean something else.
BUTTON = re.compile(
    r"(?i)\W{0,3}(?:tools|save|print|follow|bookmark|favou?rites|export|cite|permissions|options|"
    r"supplement\w{0,8}|e-?mail|help|more|contacts?|archives?|comments?)\W{0,3}"
)
SITES = re.compile(
    r"(?i)^\W*(science\s?direct|springer(?: nature)?(?:\s?link)?|wiley(?: online library)?|"
    r"oxford academic|taylor (?:&|and) francis(?: online)?|sage(?: journals)?|pubmed(?: central)?|"
    r"pmc|ncbi|mdpi|frontiers|cambridge core|jstor|ieee xplore|acs publications|karger|thieme|"
    r"ovid|lww|lippincott|emerald insight|proquest|ebsco\w*|google scholar|biomed central|"
    r"elsevier|clinicalkey|thaijo|hindawi|dove(?: medical )?press|nature portfolio|plos|"
    r"national library of medicine)\W*"
)
BEFORE_JOURNAL = re.compile(
    r"(?i)^.{0,80}?\bet al\.?[,:;]?\s|^\W*(?:(?:please )?cite (?:this )?(?:article )?"
    r"(?:as|in press as)|cite this|to cite|how to cite|published in(?: final edited form as)?|"
    r"citation|cite as|source|journal|in|from the journal)\s?:\s?|"
    r"^Source\s(?=[A-Z])"
)
# Austral / Nurs: the J between two abbreviated words.
SLASH_FOR_J = re.compile(rf"(?<=[a-z])\s?/\s(?=(?!Health|Care){JOURNAL_WORD}\b)")
# These begin names of journals, whatever words of menus follow: Journal of Hospital Access.
NAMED = re.compile(
    r"(?i)^(?:the\s)?(?:[\w&-]{2,30}\s){0,4}(?:journal|annals|archives|bulletin|proceedings|"
    r"transactions|reviews?|advances|progress|studies)\s(?:of|in|on|for)\s\w|"
    r"^(?-i:Current\s[A-Z])|"
    # Lakeside Hospital Medical Bulletin
    r"^(?-i:(?:[A-Z][\w'&-]{1,20}\s){1,6}(?:Journal|Bulletin|Gazette|Annals|Archives|Proceedings))$"
)
LABEL_BESIDE = re.compile(r"\s[/>|]\s|\s\||\s?[·•»]\s?")
DATE = re.compile(
    rf"(?i)[\s(,.]*(?:(?<!\d)\d{{1,2}}\s)?(?:{MONTH}\.?)?\s?(?:\d{{1,2}},?\s)?(?:{YEAR}(?:-\d{{2}}){{0,2}})?"
    r"\s?\)?\W*$"
)
# Imaginary Sleep · 2019 Mar
YEAR_AND_MONTH = re.compile(rf"(?i)\s?[·•|,]\s?{YEAR}\s{MONTH}\.?$")
LEADING_DATE = re.compile(rf"(?i)^\W*(?:\d{{1,2}}\s)?{MONTH}\.?\s(?:\d{{1,2}},\s)?{YEAR}\b\W*")
# In Latin or Thai letters: for icons engines know Chinese ones.
WORD = re.compile(r"[^\W\d_\u2e80-\u9fff]+")
MOST_WORDS = 10
FEWEST_LETTERS = 3
BACK = re.compile(r"\s?[<‹←]")


def tidy_journal(text: str) -> str | None:
    """The name alone, None if nothing that could be one is left."""
    text = LEADING_DATE.sub("", SLASH_FOR_J.sub(" J ", BEFORE_JOURNAL.sub("", text)))
    text = without_date(text)
    pieces = [piece.strip(" ,.;:|-•·>()/[]\"'") for piece in LABEL_BESIDE.split(text)]
    names = [piece for piece in pieces if not _is_label(piece)]
    journal = without_own_abbreviation(names[-1].split(";")[0]) if names else ""
    could_be = sum(map(str.isalpha, journal)) >= 2 and len(journal.split()) <= MOST_WORDS
    return repaired_journal(journal) if could_be else None


def without_date(text: str) -> str:
    """The text without the word volume and the date at its end."""
    text = YEAR_AND_MONTH.sub("", text)
    return DATE.sub("", re.sub(r"(?i)[\s,]+vol(?:ume)?\.?\W*$", "", text))


def could_be_journal(line: Line) -> bool:
    text = plain(line.text)
    if NAMED.match(text):
        return is_name(text)
    is_label = NAVIGATION.search(text) or KIND.match(text) or BUTTON.fullmatch(text)
    return is_name(text) and not is_label and not SITES.fullmatch(text)


def name_of_banner(line: Line) -> str:
    """Without the site's own name and the menu beside it."""
    text = SITES.sub("", plain(line.text)) if "|" in line.text else plain(line.text)
    text = text.strip(" |")
    if not NAMED.match(text):
        text = NAVIGATION.split(text)[0].strip()
    is_label = KIND.match(text) or BUTTON.fullmatch(text) or SITES.fullmatch(text)
    return text if text and is_name(text) and not is_label else ""


def is_name(text: str) -> bool:
    """Every word of some length begins with a capital, and none is a date or a number.

    Nor is it a button: < Back, or Aa beside an icon.
    """
    words = WORD.findall(text)
    small = [word for word in words if word[0].islower() and len(word) > 3]
    figures = re.search(r"\d", text)
    has_letters = len("".join(words)) >= FEWEST_LETTERS and not BACK.match(text)
    return has_letters and len(words) <= MOST_WORDS and not small and not figures


def _is_label(piece: str) -> bool:
    """A date, a number, the kind of article, who may read it: all stand beside journals' names."""
    is_number = not any(map(str.isalpha, without_date(piece)))
    return bool(is_number or NAVIGATION.fullmatch(piece) or KIND.match(piece)) or bool(
        re.match(r"(?i)(?:first )?published\b|open\b|archives?$|journal volume\b", piece)
    )
