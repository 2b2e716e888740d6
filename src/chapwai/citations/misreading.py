"""Whether two readings of words differ as a bad picture makes them, or in a word.

A share of equal letters cannot say: "in men" and "in women" differ by two letters of sixty, and a
bad photo changes as many. But noise is strewn over the whole text, while other words differ in one
place and nowhere else. So the largest difference is compared with all the others.
"""

from collections.abc import Iterator

from rapidfuzz.distance import Editops, Levenshtein

# Edits that stand so close together are one difference.
GAP = 2
# How many times a difference of this size may be expected from the noise in the rest of the text
# before it counts as unexpected: another word rather than a misread one.
LEAST_EXPECTED = 0.08
# Engines lose letters, and hardly ever invent several: those read and not recorded count more.
WEIGHT_OF_AN_INVENTED_LETTER = 1.5
# Small letters and figures that engines take for each other.
LOOK_ALIKE = str.maketrans("01i|q582", "olllgsbz")


def folded(word: str) -> str:
    """The word, of lower-case letters, with those alike that engines take for each other."""
    return word.replace("rn", "m").replace("vv", "w").translate(LOOK_ALIKE)


def differs_by_noise(seen: str, recorded: str) -> bool:
    """Whether nothing but misread letters tells the two apart, which may also be equal."""
    edits = Levenshtein.editops(seen, recorded)
    if not edits:
        return True
    *others, largest = sorted(_sizes_of_differences(edits))
    rate = (sum(others) + 1) / max(1, len(seen))
    chance_of_one_more = min(1.0, rate * (GAP + 1))
    expected = len(seen) * rate * chance_of_one_more ** (largest - 1)
    return bool(expected >= LEAST_EXPECTED)


def _sizes_of_differences(edits: Editops) -> Iterator[float]:
    size, reached = 0.0, 0
    for edit in edits:
        if size and edit.src_pos - reached > GAP:
            yield size
            size = 0.0
        # From what was seen to what is recorded an invented letter is one to delete.
        is_one_more = edit.tag == "delete" and size > 0
        size += WEIGHT_OF_AN_INVENTED_LETTER if is_one_more else 1.0
        reached = edit.src_pos + (edit.tag != "insert")
    yield size
