"""Invented journals with full and short names."""

import random
import re
from dataclasses import dataclass

from training.references.names import COMPOUND_ENDS, COMPOUNDS
from training.references.titles import pseudo_word
from training.references.words import Stock

SHORT_NAMES = (
    "BMJ",
    "JAMA",
    "The Lancet",
    "Nature",
    "Science",
    "Cell",
    "Blood",
    "Chest",
    "Gut",
    "Brain",
    "Sleep",
    "Thorax",
    "Heart",
    "Pain",
    "Stroke",
    "PLoS ONE",
    "eLife",
    "Neuron",
    "Cureus",
    "Allergy",
    "Circulation",
    "Diabetes Care",
    "Medicine (Baltimore)",
    "Sensors",
    "Nutrients",
    "BMJ Open",
    "The New England Journal of Medicine",
    "Scientific Reports",
    "IEEE Access",
    "Cancers",
    "Spine",
    "PLOS Medicine",
    "Proceedings of the National Academy of Sciences",
    "Heliyon",
    "Vaccine",
)
WELL_KNOWN = {
    "The New England Journal of Medicine": "N Engl J Med",
    "The Lancet": "Lancet",
    "Scientific Reports": "Sci Rep",
    "PLOS Medicine": "PLoS Med",
    "Proceedings of the National Academy of Sciences": "Proc Natl Acad Sci U S A",
}
NATIONS = (
    "American",
    "British",
    "European",
    "Canadian",
    "Indian",
    "Asian",
    "Scandinavian",
    "Australian",
    "Chinese",
    "Japanese",
    "African",
    "Thai",
    "Korean",
    "Brazilian",
    "Nordic",
    "Iranian",
    "Turkish",
)
SHORT_WORDS = {
    "Journal": "J",
    "International": "Int",
    "American": "Am",
    "British": "Br",
    "European": "Eur",
    "Research": "Res",
    "Medicine": "Med",
    "Science": "Sci",
    "Sciences": "Sci",
    "Nursing": "Nurs",
    "Health": "Health",
    "Annals": "Ann",
    "Archives": "Arch",
    "Review": "Rev",
    "Reviews": "Rev",
    "Surgery": "Surg",
    "Clinical": "Clin",
    "Public": "Public",
    "Care": "Care",
    "Letters": "Lett",
    "Reports": "Rep",
    "Education": "Educ",
    "Quarterly": "Q",
    "Bulletin": "Bull",
    "Law": "Law",
    "Proceedings": "Proc",
    "Society": "Soc",
    "Advances": "Adv",
    "Advanced": "Adv",
    "Open": "Open",
    "Transactions": "Trans",
    "Engineering": "Eng",
    "Psychology": "Psychol",
    "Studies": "Stud",
    "Current": "Curr",
    "Opinion": "Opin",
    "Frontiers": "Front",
    "Association": "Assoc",
    "Pediatrics": "Pediatr",
    "Dental": "Dent",
    "Applied": "Appl",
    "Practice": "Pract",
}
DROPPED = {"of", "and", "the", "in", "for", "&", "The", "on", "de", "di", "et", "und"}
THAI_TOWNS = ("สมมติ", "เมืองเหนือ", "ริมน้ำ", "ทุ่งนา", "ราชสมมติ", "เขาใหญ่")


@dataclass(frozen=True)
class Journal:
    """A journal; `short` has no stops."""

    full: str
    short: str

    @property
    def dotted(self) -> str:
        """J. Imag. Sleep: a stop behind every shortened word."""
        whole = set(re.findall(r"[\w-]+", self.full))
        words = (
            word if word in whole or not word.isalpha() else f"{word}."
            for word in self.short.split()
        )
        return " ".join(words)


def journal(chance: random.Random, stock: Stock) -> Journal:
    """A journal with a name of one of the usual shapes."""
    if chance.random() < 0.14:
        name = chance.choice(SHORT_NAMES)
        return Journal(name, WELL_KNOWN.get(name, name))
    name = _full_name(chance, stock)
    if chance.random() < 0.2:
        name = _of_a_place(name, chance)
    return Journal(name, _short_name(name, chance))


def thai_journal(chance: random.Random, stock: Stock) -> Journal:
    """A Thai journal; they have no short names."""
    field, town = chance.choice(stock.thai_fields), chance.choice(THAI_TOWNS)
    name = chance.choice(
        (
            f"วารสาร{field}",
            f"วารสาร{field} มหาวิทยาลัย{town}",
            f"วารสารวิชาการ{field}",
            f"วารสารโรงพยาบาล{town}",
            f"{town}เวชสาร",
            f"วารสารสมาคม{field}แห่งประเทศไทย",
            f"วารสารมหาวิทยาลัยราชภัฏ{town}",
            f"เวชสาร{field}",
            f"วารสาร{field}และเทคโนโลยี",
            f"พยาบาลสาร{town}",
        )
    )
    return Journal(name, name)


def _full_name(chance: random.Random, stock: Stock) -> str:
    field = chance.choice(stock.fields)
    other = chance.choice(stock.fields)
    nation = chance.choice(NATIONS)
    invented = pseudo_word(chance).capitalize()
    thing = chance.choice(stock.things).title()
    both = f"{field} {chance.choice(('and', '&'))} {other}"
    return chance.choice(
        (
            f"Journal of {field}",
            f"Journal of {both}",
            f"International Journal of {field}",
            f"{nation} Journal of {field}",
            f"Journal of {nation} {field}",
            f"The Journal of {field}",
            f"Annals of {field}",
            f"Archives of {field}",
            f"{field} Research",
            f"{field} Letters",
            f"{field} Reports",
            f"{field} Today",
            f"BMC {field}",
            f"Frontiers in {field}",
            f"{field}",
            both,
            f"{field}: {other}",
            f"{nation} {field} Review",
            f"Acta {invented}",
            f"{invented}",
            f"Journal of {thing}",
            f"Journal of {invented}",
            f"{field} Quarterly",
            f"Proceedings of the {nation} Society of {field}",
            f"Current Opinion in {field}",
            f"Transactions on {both}",
            f"Advances in {field}",
            f"{field} in Practice",
            f"{thing}",
            f"Bulletin of the World {field} Organization",
            f"Clinics in {field}",
            f"Open {field}",
            f"Journal of {field} - Series {chance.choice('ABC')}",
            f"{field} Part {chance.choice('ABC')}",
            f"Nature {field}",
            f"The Lancet {field}",
            f"{field} ({chance.choice(('London', 'Basel'))})",
            f"Journal of the {nation} {field} Association",
            f"Evidence-Based {field}",
            f"JAMA {field}",
            f"IEEE Transactions on {field}",
            f"{field} Education {other}",
            f"Revista de {invented}",
            f"{nation} {field}",
            f"Journal of Advanced {field}",
            f"Critical Reviews in {field}",
            f"Zeitschrift für {invented}",
            f"{field} Studies",
            f"{invented} {field}",
            f"{field} Open",
        )
    )


def _of_a_place(name: str, chance: random.Random) -> str:
    """With a place, a river or somebody's name before or within it, which nobody knows."""
    place = chance.choice(COMPOUNDS) + chance.choice(COMPOUND_ENDS)
    if chance.random() < 0.5:
        place = pseudo_word(chance).capitalize()
    if chance.random() < 0.3:
        place = (
            f"{chance.choice(('North', 'Northern', 'South', 'New', 'Upper', 'Rim', 'San'))} {place}"
        )
    first, _, rest = name.partition(" of ")
    return f"{first} of {place} {rest}" if rest and chance.random() < 0.5 else f"{place} {name}"


def _short_name(name: str, chance: random.Random) -> str:
    words = [word for word in name.replace(":", "").split() if word not in DROPPED and word != "-"]
    if len(words) == 1:
        return words[0]
    return " ".join(_shortened(word, chance) for word in words)


def _shortened(word: str, chance: random.Random) -> str:
    if word in SHORT_WORDS:
        return SHORT_WORDS[word]
    if len(word) < 6 or not word.isalpha() or word.isupper():
        return word
    cut = chance.randint(4, min(8, len(word) - 1))
    stem = word[:cut].rstrip("aeiouy")
    return stem if len(stem) > 2 else word
