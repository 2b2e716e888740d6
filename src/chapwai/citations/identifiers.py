"""DOI, PMID, PMCID and ISSN in running text, exactly as written or not at all."""

import re
from urllib.parse import unquote

from stdnum import issn as issn_numbers

# The prefix must not be the end of a longer number: 110.5555/x is not a DOI.
DOI = re.compile(r"(?<![\d.])10\.\d{4,9}/[^\s\x00-\x1f\x7f\"<>{}^|\\]+", re.IGNORECASE)
# What pages print right behind a DOI and engines glue to it, beside chat and what addresses add.
AFTER_DOI = re.compile(
    r"(?:(?<=[\d)])[.,;]?(?:PMC?ID|Epub|eCollection|Online|Copyright|Get|Published|Received|Print|"
    r"Accepted)|https?:|doi:|[ก-๙]|&|\?\w+=|#).*"
)
LABELLED_PMID = re.compile(
    r"\bPM[I1l]D(?:\s*\([^)]*\))?\s*[:;.#=]?\s*(\d{1,8})(?![\d.,]*\d)", re.IGNORECASE
)
PUBMED_ADDRESS = re.compile(
    r"(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/(?:m/)?pubmed|europepmc\.org/"
    r"(?:article|abstract)/med)/(\d{1,8})(?!\d)",
    re.IGNORECASE,
)
PMCID = re.compile(r"\bPMC(\d{5,9})\b", re.IGNORECASE)
ISSN = re.compile(r"(?<![\d-])(\d{4}-\d{3}[\dXx])(?![\d-])")
BRACKETS = {")": "(", "]": "["}


def dois_in(text: str) -> list[str]:
    """Every DOI of the text, bare and in lower case, in order, each once."""
    found = (_clean_doi(match.group()) for match in DOI.finditer(_decoded(text)))
    return list(dict.fromkeys(doi for doi in found if _is_plausible(doi)))


def pmids_in(text: str) -> list[str]:
    """Every PMID that is called so, or stands in an address of PubMed."""
    found = [(m.start(), m.group(1)) for m in LABELLED_PMID.finditer(text)]
    found += [(m.start(), m.group(1)) for m in PUBMED_ADDRESS.finditer(text)]
    return list(dict.fromkeys(number.lstrip("0") for _, number in sorted(found) if int(number)))


def pmcids_in(text: str) -> list[str]:
    """Every PMCID, with its letters."""
    return list(dict.fromkeys(f"PMC{number}" for number in PMCID.findall(text)))


def issns_in(text: str) -> list[str]:
    """Every ISSN whose check digit is right."""
    return [number.upper() for number in ISSN.findall(text) if issn_numbers.is_valid(number)]


def without_identifiers(text: str) -> str:
    """The text with every DOI, address and labelled number taken out."""
    text = re.sub(r"https?://\S+|www\.\S+", " ", text)
    text = LABELLED_PMID.sub(" ", re.sub(r"\bdoi\b\s*:?\s*", " ", DOI.sub(" ", text), flags=re.I))
    return re.sub(r"\bPMCID\s*:?\s*", " ", PMCID.sub(" ", text), flags=re.IGNORECASE)


def _decoded(text: str) -> str:
    """10.5555%2Fabc as it stands in addresses."""
    return unquote(text) if re.search(r"10\.\d{4,9}%2F", text, re.IGNORECASE) else text


def _clean_doi(found: str) -> str:
    prefix, slash, suffix = found.partition("/")
    suffix = AFTER_DOI.sub("", suffix)
    trimmed = _trimmed(suffix)
    return f"{prefix}{slash}{trimmed}".lower()


def _trimmed(suffix: str) -> str:
    """Without the sentence's own punctuation: a closing bracket stays if it was opened inside."""
    while suffix and (suffix[-1] in ".,;:!?'\"*/-_" or _closes_nothing(suffix)):
        suffix = suffix[:-1]
    return suffix


def _closes_nothing(suffix: str) -> bool:
    opening = BRACKETS.get(suffix[-1])
    return opening is not None and suffix.count(opening) < suffix.count(suffix[-1])


def _is_plausible(doi: str) -> bool:
    suffix = doi.partition("/")[2]
    return len(suffix) >= 2 and any(letter.isalnum() for letter in suffix) and doi.isascii()
