"""Which five letters of a title are worth asking for.

Every title holds "patie" and "ofthe"; nobody can afford to look at all of those. The rarest grams
of a title name it well enough, and grams that a misreading made up cost nothing, because no title
holds them.
"""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

# The same number stands in the database's function citation_grams.
GRAM_LENGTH = 5
# Grams that the sample does not hold are in this part of what one sighting would stand for.
UNSEEN = 0.3


@dataclass(frozen=True)
class Selection:
    """Some grams, and in how many titles at least one of them is expected."""

    grams: list[str]
    expected: float


class GramFrequencies:
    """How common grams are among so many titles, judged by a sample of them."""

    def __init__(self, sample: Collection[str], *, titles: int) -> None:
        """`sample` are folded titles, drawn from all the `titles`."""
        self._seen: Counter[str] = Counter()
        for letters in sample:
            self._seen.update(set(grams_of(letters)))
        self._titles_a_sighting = max(titles, len(sample)) / max(1, len(sample))

    def rarest(self, letters: str, *, within: int) -> Selection:
        """The title's rarest grams: at least one, and as many as are in so many titles together."""
        chosen: list[str] = []
        expected = 0.0
        for gram in sorted(dict.fromkeys(grams_of(letters)), key=self._seen.__getitem__):
            titles = (self._seen[gram] + UNSEEN) * self._titles_a_sighting
            if chosen and expected + titles > within:
                break
            chosen.append(gram)
            expected += titles
        return Selection(chosen, expected)


def grams_of(letters: str) -> list[str]:
    """Every five neighbouring letters; a shorter title is a gram by itself."""
    starts = range(max(1, len(letters) - GRAM_LENGTH + 1))
    return [letters[start : start + GRAM_LENGTH] for start in starts]
