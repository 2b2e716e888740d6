"""How much alike titles are, letter by letter: the folding and the ranking of both indexes."""

from collections.abc import Sequence

from rapidfuzz import fuzz

from chapwai.citations.wording import letters_of

# What lies further back distinguishes no two titles.
LONGEST_TITLE = 2_000
MOST_LETTERS = 600
# A title that only begins alike comes after one that is as much alike as a whole.
WORTH_OF_A_BEGINNING = 0.93
# So few letters say nothing about how a title goes on.
SHORTEST_BEGINNING = 20


def title_letters(title: str) -> str:
    """The title as it is compared: no case, accents, spaces or signs, and not without end."""
    return letters_of(title[:LONGEST_TITLE])[:MOST_LETTERS]


def ranked(letters: str, others: Sequence[str]) -> list[tuple[float, int]]:
    """How much alike (of 100) each of the others is, with its place among them; best first."""
    scores = ((alikeness(letters, other), place) for place, other in enumerate(others))
    return sorted(scores, key=lambda scored: (-scored[0], scored[1]))


def alikeness(one: str, other: str) -> float:
    """Of 100. Screens cut titles off and records lack subtitles, so a beginning counts, too."""
    whole = fuzz.ratio(one, other)
    shorter = min(len(one), len(other))
    if shorter < SHORTEST_BEGINNING or len(one) == len(other):
        return whole
    return max(whole, WORTH_OF_A_BEGINNING * fuzz.ratio(one[:shorter], other[:shorter]))
