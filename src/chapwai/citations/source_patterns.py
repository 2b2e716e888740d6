"""The orders in which publishers write journal, year, volume, issue and pages.

Every publisher has an order of its own; each pattern here is one of them. Spaces are optional
throughout, because OCR engines lose those that follow punctuation.
"""

import re

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|Spring|Summer|Autumn|Fall|Winter)"
)
YEAR = r"(?:1[89]\d\d|20\d\d|2[45]\d\d)"
DATE = rf"(?P<year>{YEAR})(?:\s*-\s*{YEAR})?(?:\s*{MONTH}\.?(?:\s*[-/]\s*{MONTH}\.?)?)?"
DAY = rf"(?:\s*\d{{1,2}}(?:\s*-\s*(?:{MONTH}\s*)?\d{{1,2}})?(?!\d))?"
# Engines lose the space behind what kind of article it is: REVIEWVolume 12, Issue 3.
VOL = r"(?:\b|(?<=[^\W\d_]{4}))Vol"
SUPPLEMENT = r"(?:Suppl|Pt|Spec\s?No|Hors\s?S[eé]rie|S)\.?(?:\s*[\dA-Z]{1,3})?"
# The number of a supplement is none of a volume.
NO_SUPPLEMENT = r"(?<!Suppl\s)(?<!Suppl\.\s)(?<!Suppl)(?<!Supplement\s)"
# Nor is what is called an issue.
NO_ISSUE = r"(?<!Iss\.\s)(?<!Iss\s)(?<!Iss\.)(?<!Issue\s)"
# A figure is looked for first: at most letters there is none.
VOLUME = (
    rf"(?=[A-Z]{{0,2}}\d){NO_SUPPLEMENT}{NO_ISSUE}"
    rf"(?P<volume>(?:[A-Z]{{1,2}})?\d{{1,5}}(?:\s*-\s*(?!{YEAR})\d{{1,4}})?(?:[A-Z](?![A-Z]))?)"
)
ISSUE = rf"(?P<issue>[\w./&+ -]{{1,24}}?(?:\s*{SUPPLEMENT})?)"
PAGE = (
    r"[A-Za-z]{0,8}\.?\d{1,12}(?:[A-Za-z]\w{0,8})?(?:\.(?!(?i:d[o0][i1l|])\b)[A-Za-z]\w{0,8}){0,2}"
)
PAGES = rf"(?P<pages>{PAGE}(?:\s*-\s*{PAGE})?(?:\s*,\s*{PAGE}\s*-\s*{PAGE}){{0,3}})"
END = r"(?=\s*(?:[,;)\]|·•]|\.(?!\s?\d)|\.\s\d{1,3}p\b|$|\s(?!\d)|\s10\.\d{4}))"


def _pattern(wording: str) -> re.Pattern[str]:
    """In any case, and with at most two spaces: patterns with endless ones take endless time."""
    return re.compile(wording.replace(r"\s*", r"\s{0,2}"), re.IGNORECASE)


# Engines take a semicolon for something else; before 12(3): and 12 Suppl: nothing else makes sense.
BEFORE_NUMBERS = (
    rf"(?=\s*\d{{1,4}}\s*(?:(?:\([^()]{{1,20}}\)|{SUPPLEMENT})\s*:"
    # And before 12: e101 and 12: 412-419, unless these are hours.
    r"|:\s*(?:e\d{2,9}|\d{1,5}\s*-\s*\d{1,5}(?![\d:]))))"
)
# Journal. 2019 Mar 12;12(3):412-9. And 2019;12 Suppl 1:S4-9, and 2019;12:e101.
VANCOUVER = _pattern(
    rf"{DATE}{DAY}\s*(?:;|[,:.]{BEFORE_NUMBERS})\s*{VOLUME}\s*(?:\(\s*{ISSUE}\s*\)|(?P<part>{SUPPLEMENT}))?"
    rf"\s*(?::\s*{PAGES}{END})?",
)
# Journal Name, 12(3), 412-419, the year in brackets elsewhere.
APA = _pattern(
    rf",\s*{VOLUME}\s*\(\s*{ISSUE}\s*\)\s*,\s*(?:pp?\.?\s*|Article\s*)?{PAGES}{END}",
)
# The same without an issue: only a range of pages makes it more than a list of numbers.
APA_WITHOUT_ISSUE = _pattern(
    rf",\s*{VOLUME}\s*,\s*(?:pp?\.?\s*)?(?P<pages>{PAGE}\s*-\s*{PAGE}){END}"
)
# The number of an article that has no pages: nothing that is counted or dated.
NUMBER = r"\d{5,8}(?!\d|\s*(?:views|downloads|times|citations|reads|accesses)\b)"
RANGE = rf"(?!{YEAR})\d{{1,5}}\s*-\s*(?!{YEAR})\d{{1,5}}\b"
# vol. 12, no. 3, pp. 412-419 / Volume 5, Issue 2, March 2019, Pages 1-9 / Vol. 5 No. 2 (2019): 1-9
SPELLED = _pattern(
    rf"(?:{VOL}(?:ume)?[.:]?|\bv\.)\s*{VOLUME}"
    rf"(?:\s*[,:;|·•-]?\s*\(?(?:Issues?|Iss\.?|Nos?\.?|Number|Nr\.?):?\s*{ISSUE}\)?(?=[\s,;:(|·•]|-(?!\d{{1,2}}(?!\d))|$))?"
    rf"(?P<between>[^\n]{{0,60}}?)"
    rf"(?:(?:Pages?:?|pp?\.|\bpp?(?=\s*\d)|(?<![^\W\d_]):|,(?=\s*(?:e\d{{2,9}}\b|{NUMBER}|{RANGE}))|Article(?:\s*(?:No\.?|number|ID))?:?)"
    rf"\s*{PAGES}{END}|$)",
)
# Volume 2019:12 Pages 412-419 / Volume 2019:12(3) Pages ... / Volume 2019:12, Issue 3 Pages ...
YEAR_AND_VOLUME = _pattern(
    rf"{VOL}ume\s*(?P<year>{YEAR})\s*:\s*{VOLUME}\s*(?:\(\s*{ISSUE}\s*\)\s*|,?\s*Issue\s*(?P<number>\d{{1,3}})\s*)?"
    rf"Pages?\s*{PAGES}{END}",
)
# Volume 12, Issue 3, 11 March 2019, dmz123: nothing calls the last one a page.
SPELLED_AND_DATED = _pattern(
    rf"{VOL}(?:ume)?\.?\s*{VOLUME}\s*(?:,\s*(?:(?:Issues?|Nos?\.?)\s*{ISSUE}|"
    rf"(?P<part>Suppl(?:ement)?\.?\s*[\dA-Z]{{0,3}})|Part\s*\w{{1,3}}))?\s*,"
    rf"\s*(?:\d{{1,2}}\s*)?(?:{MONTH}\.?(?:\s*[-/]\s*{MONTH})?\s*)?(?P<year>{YEAR})\s*,"
    rf"\s*(?:Pages?\s*|pp?\.\s*|Article\s*)?{PAGES}{END}",
)
# Volume 12, 2019 - Issue 3
YEAR_BEFORE_ISSUE = _pattern(
    rf"{VOL}(?:ume)?\.?\s*{VOLUME}\s*[,-]?\s*(?P<year>{YEAR})\s*[-,|]\s*"
    r"(?:Issue|No\.?)\s*(?P<issue>\w{1,6}(?:-\w{1,4})?)\b",
)
# Volume 12, Issue 3, and nothing of use behind it; Volume 12 - 2019
SPELLED_ALONE = _pattern(
    rf"{VOL}(?:ume)?\.?\s*{VOLUME}(?!\s*-?\d)(?:\s*[,:;|·•-]?\s*\(?(?:Issue|Iss\.?|No\.?|Number)"
    r"\s*(?P<issue>\w{1,6}(?:[-/]\w{1,4})?))?",
)
# Journal 12, 412-419 (2019) / Journal 12, Article number: 101 (2019)
NATURE = _pattern(
    rf"{VOLUME}\s*(?:\(\s*{ISSUE}\s*\))?\s*[,:]\s*(?:Article\s*(?:number|no\.?)?\s*:?\s*)?{PAGES}"
    rf"\s*\(\s*(?P<year>{YEAR})\s*\)",
)
# Journal 12(3) (2019), 412-419 / Journal 12 (2019) 412-419
YEAR_BEFORE_PAGES = _pattern(
    rf"{VOLUME}\s*(?:\(\s*(?P<issue>\w{{1,8}}(?:[-/]\w{{1,4}})?)\s*\))?\s*"
    rf"\((?:{MONTH}\.?\s*)?(?P<year>{YEAR})\)\s*[,:]?\s*(?:pp?\.?\s*|Article\s*)?"
    rf"(?P<pages>{PAGE}\s*-\s*{PAGE}|[a-z]{{0,4}}\d{{3,12}}){END}",
)
# Journal 2019, 12(3), 412-419 / Journal 2019, 12, 101
YEAR_FIRST = _pattern(
    rf"(?<!\d[,.]\s)(?<!\d\s)(?<!\d)(?P<year>{YEAR})\s*,\s*{VOLUME}\s*(?:\(\s*{ISSUE}\s*\))?\s*,"
    rf"\s*(?:pp?\.?\s*)?{PAGES}(?=\s*(?:[;.]\s|[;.]?\s*$|[;,.]?\s*(?:https?:|doi)))",
)
# J. Imag. Sleep 2019, 12, 3, 412-419
YEAR_THEN_ISSUE = _pattern(
    rf"(?<!\d)(?P<year>{YEAR})\s*,\s*{VOLUME}\s*,\s*(?P<issue>\d{{1,3}})\s*,"
    rf"\s*(?P<pages>{PAGE}\s*-\s*{PAGE}|\d{{4,8}}){END}",
)
# Journal 12, 123456 - Published 12 March 2019
NUMBERED = _pattern(
    rf"{VOLUME}\s*,\s*(?P<pages>[A-Z]?\d{{5,6}})\s*-\s*Published\s*(?:\d{{1,2}}\s*)?"
    rf"(?:{MONTH},?\s*)?(?P<year>{YEAR})\b",
)
# Journal (2019) 12(3) 412-419, without a mark before the pages
CARD = _pattern(
    rf"\(\s*(?P<year>{YEAR})\s*\)\s*{VOLUME}(?:\s*\(\s*{ISSUE}\s*\)\s*(?P<pages>{PAGE}(?:\s*-\s*{PAGE})?)"
    rf"|\s(?P<alone>{PAGE}\s*-\s*{PAGE}|[a-z]{{1,3}}\d{{2,8}})){END}",
)
# Journal 12(3) • 2019
YEAR_ASIDE = _pattern(
    rf"{VOLUME}\s*\(\s*(?P<issue>\w{{1,8}}(?:[-/]\w{{1,4}})?)\s*\)\s*[•·|]\s*(?:{MONTH}\.?\s*)?"
    rf"(?P<year>{YEAR})\b",
)
# Journal 12(3): 412-419, or with a comma, the year elsewhere
ISSUE_AND_PAGES = _pattern(
    rf"(?:(?<![\w.])|(?<=[a-z]{{3}})(?=\d)){VOLUME}\s*\(\s*(?P<issue>\w{{1,8}}(?:[-/]\w{{1,4}})?)\s*\)\s*"
    rf"(?::\s*(?:pp?\.?\s*)?|,\s*(?={PAGE}\s*-)){PAGES}{END}",
)
# March 2019 · Journal 12:412-419. A volume of four figures may be a 12(3) misread.
DATE_FIRST = _pattern(
    rf"^\W{{0,3}}(?:\d{{1,2}}\s*)?{MONTH}\.?\s*(?P<year>{YEAR})\s*[·•|]"
    rf"(?P<journal>[^\d\n]{{3,100}})\b(?=\d{{1,3}}\s*:){VOLUME}\s*:\s*(?P<pages>{PAGE}\s*-\s*{PAGE}|e\d{{2,9}}){END}",
)
# Journal 12.3 (2019): 412-419 / Journal 12, no. 3 (March 2019): 412-419
CHICAGO = _pattern(
    rf"{VOLUME}\s*(?:[.,]\s*(?:no\.\s*)?{ISSUE})?\s*\((?:{MONTH}\.?\s*)?(?P<year>{YEAR})\)\s*:"
    rf"\s*{PAGES}{END}",
)
# Journal (2019) 12(3), 412-419 / Journal (2019) 12:412-419
SPRINGER = _pattern(
    rf"\(\s*(?P<year>{YEAR})\s*\)\s*{VOLUME}\s*(?:\(\s*{ISSUE}\s*\))?\s*[:,]\s*{PAGES}{END}",
)
# Journal 2019, Issue 3. Art. No.: CD001234: a database whose years are its volumes
YEAR_AND_ISSUE = _pattern(
    rf"(?<![\d/])(?P<year>{YEAR})\s*,\s*Issue\s*(?P<issue>\d{{1,2}}(?:\s*{SUPPLEMENT})?)\s*[.,]\s*"
    rf"(?:Art(?:icle)?\.?\s*No\.?:?|pp?\.|Pages?)\s*{PAGES}{END}",
)
# Journal (2019) 12:3 (412-419), as databases have it
DATABASE = _pattern(
    rf"\((?P<year>{YEAR})\)\s*{VOLUME}\s*:\s*(?P<issue>[\w./-]{{1,12}})\s\(\s*{PAGES}\s*\)"
)
# ปีที่ 12 ฉบับที่ 3 (2562) หน้า 41-50
THAI = _pattern(
    rf"ปีที่\s*{VOLUME}\s*,?\s*(?:ฉบับที่\s*{ISSUE}(?=[\s,:(]|$))?(?P<between>[^\n]{{0,40}}?)"
    rf"(?:(?:หน้า(?:ที่)?|:)\s*{PAGES}{END}|$)"
)
A_FIGURE = re.compile(r"\d")
# 12, Iss. 3, (Mar 2019): 412-419, whose "Vol." stands at the end of the line above.
ISSUE_CALLED = _pattern(
    rf"(?<!\d){VOLUME}\s*,\s*Iss\.?\s*{ISSUE}\s*,\s*\((?:{MONTH}\.?\s*)?(?P<year>{YEAR})\)"
    rf"\s*:\s*{PAGES}{END}",
)
A_YEAR = re.compile(YEAR)
YEAR_ALONE = re.compile(rf"(?<!\d){YEAR}(?!\d)")
COPYRIGHT = re.compile(rf"(?i)(?:©|copyright)\W{{0,3}}{YEAR}")
# Pages 4-9 · February 2019
DATE_BEHIND = re.compile(rf"(?i)\s?[·•|,]\s?(?:{MONTH}\.?\s)?(?P<date>{YEAR})\b")
BRACKETS = re.compile(r"\([^()]{4,30}\)")
# Most telling first: a looser pattern would find less in what a stricter one understands. Each
# stands behind what every text that it fits has, in small letters: most texts have not.
PATTERNS = (
    ("", VANCOUVER),
    ("ปีที่", THAI),
    ("vol", SPELLED_AND_DATED),
    ("vol", YEAR_BEFORE_ISSUE),
    (",", YEAR_AND_ISSUE),
    ("vol", YEAR_AND_VOLUME),
    ("v", SPELLED),
    ("iss", ISSUE_CALLED),
    ("(", DATABASE),
    ("(", SPRINGER),
    ("(", CARD),
    ("(", NATURE),
    (",", NUMBERED),
    ("(", CHICAGO),
    ("(", YEAR_BEFORE_PAGES),
    (",", YEAR_THEN_ISSUE),
    (",", YEAR_FIRST),
    ("(", YEAR_ASIDE),
    ("(", APA),
    ("(", ISSUE_AND_PAGES),
    (",", APA_WITHOUT_ISSUE),
    (":", DATE_FIRST),
    ("vol", SPELLED_ALONE),
)
UNDATED = tuple((mark, pattern) for mark, pattern in PATTERNS if "year" not in pattern.groupindex)
