"""How much alike titles are, letter by letter: the folding and the ranking of both indexes."""

from collections.abc import Sequence

from rapidfuzz import fuzz, process

from chapwai.citations.wording import letters_of

# What lies further back distinguishes no two titles.
LONGEST_TITLE = 2_000
MOST_LETTERS = 600
# A title that only begins alike comes after one that is as much alike as a whole.
WORTH_OF_A_BEGINNING = 0.93
# So few letters say nothing about how a title goes on.
SHORTEST_BEGINNING = 20
# About where a subtitle begins that a record may lack.
HEAD = 0.6


def title_letters(title: str) -> str:
    """The title as it is compared: no case, accents, spaces or signs, and not without end."""
    return letters_of(title[:LONGEST_TITLE])[:MOST_LETTERS]


def most_alike(letters: str, others: Sequence[str], *, most: int) -> list[tuple[float, int]]:
    """How much alike (of 100) the best of the others are, with their places; best first."""
    begun = [other[: len(letters)] for other in others]
    head = letters[: round(HEAD * len(letters))]
    # Thousands are compared in three simple ways, and only the best of each way by the rule.
    looks = ((letters, others), (letters, begun), (head, others))
    places = {place for wanted, given in looks for place in _best_places(wanted, given, most)}
    scored = ((alikeness(letters, others[place]), place) for place in places)
    return sorted(scored, key=lambda one: (-one[0], one[1]))[:most]


def alikeness(one: str, other: str) -> float:
    """Of 100. Screens cut titles off and records lack subtitles, so a beginning counts, too."""
    whole = fuzz.ratio(one, other)
    shorter = min(len(one), len(other))
    if shorter < SHORTEST_BEGINNING or len(one) == len(other):
        return whole
    return max(whole, WORTH_OF_A_BEGINNING * fuzz.ratio(one[:shorter], other[:shorter]))


def _best_places(letters: str, others: Sequence[str], most: int) -> list[int]:
    found = process.extract(letters, others, scorer=fuzz.ratio, limit=most)
    return [place for _, _, place in found]
