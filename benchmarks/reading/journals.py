"""Invented journals: names, ISO-like abbreviations, ISSNs with a right checksum, habits."""

import functools
import random
from dataclasses import dataclass, replace

from benchmarks.reading.words import UNSEEN, Split, Stock, is_open_to

ENGLISH_COUNT = 170
SEED = "journals"

SHORT_WORDS = {
    "Academic": "Acad", "Acta": "Acta", "Administration": "Adm", "Advances": "Adv",
    "Agriculture": "Agric", "Agronomy": "Agron", "Allied": "Allied", "Anaesthesia": "Anaesth",
    "Anesthesiology": "Anesthesiol", "Annals": "Ann", "Applied": "Appl", "Archaeology": "Archaeol",
    "Architecture": "Archit", "Archives": "Arch", "Arts": "Arts", "Biology": "Biol",
    "Borealis": "Boreal", "British": "Br", "Buddhist": "Buddh", "Bulletin": "Bull",
    "Business": "Bus", "Cardiology": "Cardiol", "Chemistry": "Chem", "Clinica": "Clin",
    "Clinical": "Clin", "Communicable": "Commun", "Community": "Community",
    "Computational": "Comput", "Critical": "Crit", "Current": "Curr", "Data": "Data",
    "Dental": "Dent", "Dentistry": "Dent", "Dermatology": "Dermatol", "Development": "Dev",
    "Diseases": "Dis", "Ecology": "Ecol", "Economics": "Econ", "Education": "Educ",
    "Engineering": "Eng", "Environmental": "Environ", "Epidemiology": "Epidemiol",
    "European": "Eur", "Experimental": "Exp", "Forestry": "For", "Frontiers": "Front",
    "Geography": "Geogr", "Highland": "Highl", "Hospital": "Hosp", "Humanities": "Humanit",
    "Hydrology": "Hydrol", "Imaging": "Imaging", "Industrial": "Ind", "Infectious": "Infect",
    "Information": "Inf", "International": "Int", "Journal": "J", "Lacustria": "Lacustria",
    "Letters": "Lett", "Library": "Libr", "Linguistics": "Linguist", "Management": "Manag",
    "Materials": "Mater", "Mechanics": "Mech", "Medical": "Med", "Medicine": "Med",
    "Microbiology": "Microbiol", "Molecular": "Mol", "Neuroscience": "Neurosci",
    "Northern": "North", "Nursing": "Nurs", "Nutrition": "Nutr", "Oceanography": "Oceanogr",
    "Oncology": "Oncol", "Optics": "Opt", "Paediatrics": "Paediatr", "Palliative": "Palliat",
    "Pediatrics": "Pediatr", "Pharmacology": "Pharmacol", "Pharmacy": "Pharm",
    "Physical": "Phys", "Physiology": "Physiol", "Polymer": "Polym", "Practice": "Pract",
    "Proceedings": "Proc", "Psychiatry": "Psychiatry", "Public": "Public",
    "Quarterly": "Q", "Radiology": "Radiol", "Rehabilitation": "Rehabil", "Reports": "Rep",
    "Research": "Res", "Review": "Rev", "Reviews": "Rev", "Science": "Sci", "Sciences": "Sci",
    "Social": "Soc", "Society": "Soc", "Sociology": "Sociol", "Studies": "Stud",
    "Surgery": "Surg", "Systems": "Syst", "Technology": "Technol", "Therapy": "Ther",
    "Toxicology": "Toxicol", "Traditional": "Tradit", "Transactions": "Trans",
    "Translational": "Transl", "Trends": "Trends", "Veterinary": "Vet", "Virology": "Virol",
}  # fmt: skip
SILENT_WORDS = {"of", "and", "the", "in", "for", "on", "&"}

NAMES = (
    "{place} Journal of {field}", "Journal of {place} {field}", "{place} {field}",
    "International Journal of {place} {field}", "Annals of {place} {field}",
    "Archives of {place} {field}", "{place} {field} Letters", "{field} in {place} Practice",
    "Proceedings of the {place} Society of {field}", "Advances in {place} {field}",
    "{place} Reviews in {field}", "Current {place} {field}", "{field} & {place} Studies",
    "European Journal of {place} {field} and {other}", "{place} Quarterly of {field}",
    "Transactions on {place} {field}: Research and Practice", "The {place} Review of {field}",
)  # fmt: skip

DOI_HABITS = (
    "elsevier", "springer", "nature", "wiley", "sici", "oxford", "oxford-plain", "jama", "bmj",
    "plos", "mdpi", "taylor", "acs", "ieee", "pii", "asm", "lww", "thieme", "hindawi", "dotted",
)  # fmt: skip
UNSEEN_DOI_HABITS = (
    *DOI_HABITS, "nejm", "karger", "frontiers", "annals", "jstage", "scielo", "peer", "rsc", "aps",
)  # fmt: skip
NUMBERINGS = ("pages", "pages", "pages", "pages", "articles", "e-pages")


@dataclass(frozen=True, kw_only=True)
class Journal:
    """An invented journal; the Thai ones have a Thai title beside the English one.

    `issues_a_year` is 0 where volumes have no issues, `numbering` is "pages", "e-pages" or
    "articles", and `letters` is the short code that its DOIs carry.
    """

    title: str
    abbreviation: str
    thai_title: str | None
    issns: tuple[str, ...]
    first_year: int
    issues_a_year: int
    numbering: str
    doi_habit: str
    letters: str
    is_title_case: bool


def journals(split: Split, *, language: str) -> list[Journal]:
    """The journals that a split may use; a third are common to all, distractors use every one."""
    if split in UNSEEN:
        return _unseen(language)
    everything = _thai() if language == "th" else _english()
    return [journal for journal in everything if is_open_to(split, journal.title)]


@functools.cache
def _english() -> list[Journal]:
    rng = random.Random(SEED)
    names: dict[str, None] = dict.fromkeys(_stock_titles())
    while len(names) < ENGLISH_COUNT:
        names[_invented_title(rng)] = None
    return [_journal(rng, name, thai_title=None) for name in names]


@functools.cache
def _thai() -> list[Journal]:
    rng = random.Random(f"{SEED} thai")
    pairs = [pair.split("|") for pair in Stock("thai", "distractors").words("journal")]
    return [_journal(rng, english, thai_title=thai) for thai, english in pairs]


@functools.cache
def _unseen(language: str) -> list[Journal]:
    rng = random.Random(f"{SEED} unseen {language}")
    if language == "th":
        pairs = [pair.split("|") for pair in Stock("thai", "unseen").words("journal")]
        return [_journal(rng, english, thai_title=thai) for thai, english in pairs]
    pairs = [pair.split("|") for pair in Stock("english", "unseen").words("journal")]
    return [_unseen_journal(rng, title, short) for title, short in pairs]


def _unseen_journal(rng: random.Random, title: str, abbreviation: str) -> Journal:
    journal = _journal(rng, title, thai_title=None)
    habit = rng.choice(UNSEEN_DOI_HABITS)
    return replace(journal, abbreviation=abbreviation, doi_habit=habit)


def _stock_titles() -> list[str]:
    return Stock("english", "distractors").words("journal word")


def _invented_title(rng: random.Random) -> str:
    stock = Stock("english", "distractors")
    field, other = rng.sample(stock.words("field"), 2)
    return rng.choice(NAMES).format(
        place=stock.pick(rng, "journal place"), field=field, other=other
    )


def _journal(rng: random.Random, title: str, *, thai_title: str | None) -> Journal:
    letters = "".join(word[0] for word in title.split() if word.lower() not in SILENT_WORDS)
    return Journal(
        title=title,
        abbreviation=abbreviated(title),
        thai_title=thai_title,
        issns=tuple(_issn(rng) for _ in range(rng.choice((1, 2)))),
        first_year=rng.randint(1880, 2010) if not thai_title else rng.randint(1980, 2012),
        issues_a_year=rng.choice((0, 2, 4, 6, 6, 12, 12))
        if not thai_title
        else rng.choice((2, 3, 4)),
        numbering=rng.choice(NUMBERINGS) if not thai_title else "pages",
        doi_habit=rng.choice(DOI_HABITS) if not thai_title else rng.choice(("thai", "thai-year")),
        letters=letters.lower().strip("&")[:6],
        is_title_case=rng.random() < 0.3,
    )


def abbreviated(title: str) -> str:
    """An ISO-like abbreviation without dots; a title of one word stays as it is."""
    words = [word for word in title.replace(":", "").split() if word.lower() not in SILENT_WORDS]
    if len(words) < 2:
        return title
    return " ".join(SHORT_WORDS.get(word, word) for word in words)


def _issn(rng: random.Random) -> str:
    digits = [rng.randint(0, 9) for _ in range(7)]
    rest = -sum(digit * weight for digit, weight in zip(digits, range(8, 1, -1), strict=True)) % 11
    number = "".join(map(str, digits)) + ("X" if rest == 10 else str(rest))
    return f"{number[:4]}-{number[4:]}"
