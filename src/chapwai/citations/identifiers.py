"""DOI, PMID, PMCID, arXiv, ISSN and PII in running text, exactly as written or not at all."""

import re
from html import unescape
from urllib.parse import unquote

from stdnum import issn as issn_numbers

from chapwai.citations.wording import THAI_DIGITS

# The prefix must not be the end of a longer number: 110.5555/x is not a DOI. Only the old DOIs
# that begin with (SICI) or an ISSN and a date hold angle brackets, and all of those do.
OLD = r"(?:\((?:SICI|sici)\)|\d{4}-\d{3}[\dXx]\((?:18|19|20)\d{2,6}\))"
WHOLE_OLD = re.compile(rf"{OLD}[^<>]{{1,60}}<[^<>]{{1,40}}>\d\.\d\.co;2(?:-[\w#@])?", re.IGNORECASE)
DOI = re.compile(
    r"(?<![\d.])10\.\d{4,9}/"
    rf"(?:{OLD}[!-~]+|"
    r"(?:(?![,;]10\.\d{4,9}/|&\w{1,20}=)[!#-;=?-\[\]_`a-z~])+)"
)
# What pages print right behind a DOI and engines glue to it, beside chat and what addresses add.
AFTER_DOI = re.compile(
    r"(?:(?<=[\d)])[.,;]?(?:(?i:PMC?ID)|Epub|eCollection|Online|Copyright|Get|Published|Received|"
    r"Print|Accepted|Available|Check)|(?i:(?<=\d)(?:issn|\(published)|https?:|doi:|\[d[o0][i1l|]\]?|\[pii\]|;jsessionid|"
    r"/(?:tables|figures|metrics|suppl|supplementary|suppl_file|peer-review)\b)|&|\?\w+=|#).*"
)
# Where a publisher's address goes on behind the DOI, or where it counts the article's figures.
TAIL = re.compile(
    r"(?:(?<=\d)\.[gst]0\d\d|(?<=\d)/(?:fig|table|supp)-\d{1,2}|/(?:e?pdf|full(?:text)?(?:/[a-z]{2})?|abs(?:tract)?|html|meta|summary|references|citations?|"
    r"download|pdfdirect|asset|v\d{1,2}/(?:pdf|full))|"
    r"(?:\.full(?:\.pdf)?|\.(?:long|abstract|pdf|e?xml|html?|ris|bib|enw|epub)(?:\+html)?))/?$",
    re.IGNORECASE,
)
# A DOI that a line's end or a stray space has broken, and what makes its other half certain.
BROKEN = re.compile(
    r"(?P<head>(?<![\d.])10\.\d{4,9}(?=/)[^\s\"<>]{0,80}[-/_.])"
    r"(?:[ \t]{1,3}|[ \t]{0,3}\r?\n[ \t]{0,3})"
    r"(?P<rest>[a-z0-9]{1,40}(?:[-./_()]{1,2}[a-z0-9]{1,40}){0,12})(?=[.,;)\]]?(?:\s|$))",
    re.IGNORECASE,
)
# The same where the sign that belongs between the halves went to the second one.
BROKEN_BEFORE = re.compile(
    r"(?P<head>(?<![\d.])10\.\d{4,9}/[^\s\"<>]{1,80}\w)"
    r"(?:[ \t]{1,3}|[ \t]{0,3}\r?\n[ \t]{0,3})"
    r"(?P<rest>[._/][a-z0-9]{0,20}\d{4}[a-z0-9]{0,20}(?:[-._/][a-z0-9]{1,20}){0,4})"
    r"(?=[.,;)\]]?(?:\s|$))",
    re.IGNORECASE,
)
LABELLED_PMID = re.compile(
    r"(?<![A-Z])(?:PM[I1l]D|PubMed\s?ID)s?(?:\s{0,3}\([^)\d]{0,40}\))?\s{0,3}[:;.#=(]?\s{0,3}"
    r"(\d{1,8})(?![\d.,]*\d)",
    re.IGNORECASE,
)
# Ovid calls MEDLINE's numbers, which are PubMed's, unique identifiers.
MEDLINE_UI = re.compile(r"(?<![\w-])UI\s?:\s?(\d{8})(?![\w-])")
PUBMED_ADDRESS = re.compile(
    r"(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/(?:m/)?pubmed|europepmc\.org/"
    r"(?:article|abstract)/med)/(\d{1,8})(?!\d)",
    re.IGNORECASE,
)
PMCID = re.compile(
    r"(?<![A-Z\d])(?:PMC|PMC\s?ID\s{0,3}:?\s{0,3}(?:PMC)?)(\d{4,9})(?!\d)", re.IGNORECASE
)
ARXIV = re.compile(
    r"(?<![A-Z])arXiv\s?:\s?((?:\d{4}\.\d{4,5}|[a-z-]{2,10}(?:\.[A-Z]{2})?/\d{7}))(?!\d)"
    r"(?:v\d{1,2}(?!\d))?",
    re.IGNORECASE,
)
ISSN = re.compile(r"(?<![\d-])(\d{4}-\d{3}[\dXx])(?![\d-])")
LABELLED_ISSN = re.compile(
    r"ISSN(?:-L)?[^\d\n]{0,20}(?<!\d)(\d{4})\s?-?\s?(\d{3}[\dX])(?![\d-])", re.IGNORECASE
)
# No article has so many pages: two numbers further apart than this are not a range of pages.
MOST_PAGES = 300
# Elsevier's and Cambridge's number of an article holds the journal's ISSN.
PII = re.compile(r"S(\d{4})-?(\d{3}[\dX])\(?\d{2}\)?\d{5}-?[\dX](?!\d)", re.IGNORECASE)
# As the end of a DOI, with its S read as a 5.
MISREAD_PII = re.compile(r"5\d{4}-\d{3}[\dx]\(\d{2}\)\d{5}-[\dx]", re.IGNORECASE)
ARROW = re.compile(r"(?<=\d)λ(?!\w)")
THAI_FIGURE = re.compile("[๐-๙]")
NOT_AT_THE_END = ".,;:!?'*/-_"
BRACKETS = {")": "(", "]": "["}
# The longest DOI in use is much shorter; longer ones are something else.
LONGEST_DOI = 250


def dois_in(text: str) -> list[str]:
    """Every DOI of the text, bare and in lower case, in order, each once."""
    text = _in_figures(text)
    if "10." not in text:
        return []
    text = mended(_decoded(text))
    found = (_clean_doi(match.group()) for match in DOI.finditer(text) if _is_whole(match, text))
    return list(dict.fromkeys(doi for doi in found if _is_plausible(doi)))


def mended(text: str) -> str:
    """The text with each DOI in one piece that a line's end or a space has broken."""
    return BROKEN_BEFORE.sub(r"\g<head>\g<rest>", BROKEN.sub(_joined, text))


def pmids_in(text: str) -> list[str]:
    """Every PMID that is called so, or stands in an address of PubMed."""
    text = _in_figures(text)
    found = [(m.start(), m.group(1)) for m in LABELLED_PMID.finditer(text)]
    found += [(m.start(), m.group(1)) for m in PUBMED_ADDRESS.finditer(text)]
    found += [(m.start(), m.group(1)) for m in MEDLINE_UI.finditer(text)]
    return list(dict.fromkeys(number.lstrip("0") for _, number in sorted(found) if int(number)))


def pmcids_in(text: str) -> list[str]:
    """Every PMCID, with its letters."""
    numbers = PMCID.findall(_in_figures(text))
    return list(dict.fromkeys(f"PMC{number}" for number in numbers))


def arxiv_dois_in(text: str) -> list[str]:
    """The DOI of every work that is named by its arXiv number, without the version."""
    return list(dict.fromkeys(arxiv_doi(number) for number in ARXIV.findall(text)))


def arxiv_doi(number: str) -> str:
    """2001.01234 and hep-th/9901001 as the DOI that arXiv registers for them."""
    return f"10.48550/arxiv.{number.lower()}"


def issns_in(text: str) -> list[str]:
    """Every ISSN whose check digit is right; what may be a range of pages needs the word ISSN."""
    text = _in_figures(text)
    labelled = {f"{one}-{other}".upper() for one, other in LABELLED_ISSN.findall(text)}
    bare = [number.upper() for number in ISSN.findall(text)]
    likely = [number for number in bare if number in labelled or not _may_be_pages(number)]
    found = [*likely, *sorted(labelled - set(likely))]
    return [number for number in dict.fromkeys(found) if issn_numbers.is_valid(number)]


def issn_of_pii(text: str) -> str | None:
    """The ISSN within the first PII of the text, None without one."""
    found = PII.search(text)
    issn = f"{found.group(1)}-{found.group(2)}".upper() if found else ""
    return issn if issn_numbers.is_valid(issn) else None


def _in_figures(text: str) -> str:
    """With Thai figures as the others."""
    return text.translate(THAI_DIGITS) if THAI_FIGURE.search(text) else text


def _decoded(text: str) -> str:
    """10.5555%2Fabc%281%29 and 10.5555/a&lt;b as they stand in addresses and in their source."""
    if re.search(r"(?<!\d)10\.\d{4,9}(?:%2F|/[^\s%]{0,100}%[0-9A-F]{2})", text, re.IGNORECASE):
        text = unquote(text)
    return unescape(text) if "&lt;" in text and "(SICI)" in text.upper() else text


def _joined(broken: re.Match[str]) -> str:
    """Without the gap, if the first part cannot be a whole DOI and the second can be its end."""
    head, rest = broken["head"], broken["rest"]
    may_be_whole = head[-1] in "./"
    is_cut = not (may_be_whole and re.search(r"\d", head.partition("/")[2]))
    is_end = re.search(r"\d{5}|\d[-./_]|[-./_]\w*\d" if may_be_whole else r"\d{3}|\d\w*[-.]", rest)
    return head + rest if is_cut and is_end else broken.group()


def _is_whole(match: re.Match[str], text: str) -> bool:
    """Whether neither its end was lost at a line's end nor a letter in it was misread.

    A letter or a stroke that no DOI has, right behind it, was misread; Thai is somebody's next
    word, and a lambda alone the arrow of a link.
    """
    found, following = match.group(), text[match.end() : match.end() + 1]
    is_letter = following.isalpha() and not "\u0e00" <= following <= "\u0e7f"
    is_letter = is_letter and not ARROW.match(text, match.end())
    is_stroke = re.match(r"[|\\{}^]\w", text[match.end() : match.end() + 2]) is not None
    is_cut = following == "\n" and found[-1] == "." and not re.search(r"/.*\d", found)
    return not (is_letter or is_stroke or is_cut or found[-1] in "-_" or len(found) > LONGEST_DOI)


def _clean_doi(found: str) -> str:
    prefix, slash, suffix = found.partition("/")
    suffix = trimmed(AFTER_DOI.sub("", suffix), NOT_AT_THE_END)
    while (shorter := TAIL.sub("", suffix)) != suffix:
        suffix = trimmed(shorter, NOT_AT_THE_END)
    return f"{prefix}{slash}{suffix}".lower()


def trimmed(text: str, marks: str) -> str:
    """Without the sentence's own marks: a closing bracket stays if it was opened inside."""
    while text and (text[-1] in marks or _closes_nothing(text)):
        text = text[:-1]
    return text


def _closes_nothing(text: str) -> bool:
    opening = BRACKETS.get(text[-1])
    return opening is not None and text.count(opening) < text.count(text[-1])


def _is_plausible(doi: str) -> bool:
    suffix = doi.partition("/")[2]
    if re.match(OLD, suffix):
        return WHOLE_OLD.fullmatch(suffix) is not None
    is_misread = MISREAD_PII.fullmatch(suffix) or re.match(r"[._/-]", suffix)
    return len(suffix) >= 2 and not is_misread and any(letter.isalnum() for letter in suffix)


def _may_be_pages(number: str) -> bool:
    first, last = number.split("-")
    return last.isdigit() and first[0] != "0" and 0 <= int(last) - int(first) <= MOST_PAGES
