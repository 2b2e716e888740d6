"""How likely an item that was read is right in every field, as the shares of right ones say."""

from chapwai.citations.description import Description
from chapwai.citations.lines import confidence_of

# Measured: of items on lines read with .98 four in five are right in every field.
PIECES_OF_AN_ITEM = 10
# Measured on pages of 120 kinds: what share of items is right in every field if nothing is doubtful
# and no record bears them out, with an identifier and without, and what each doubt leaves of it.
BEST_IDENTIFIED, LEFT_BY_A_DOUBT = 0.87, 0.85
BEST_WITHOUT_IDENTIFIER, LEFT_WITHOUT_IDENTIFIER = 0.75, 0.45
# Where a part is missing that most pages show, it was overlooked in half of the cases.
LEFT_BY_A_GAP = 0.5
LEAST = 0.05
# Support is no share: these only say what counts for more.
COST_OF_A_DOUBT = 0.12
MOST_WITHOUT_IDENTIFIER = 0.7
MOST_WITHOUT_TITLE = 0.5


def likelihood(
    read: Description, *, is_identified: bool, doubts: int, is_photo: bool = True
) -> float:
    """How likely the whole item is right: no piece of it misread, and nothing against it."""
    if is_photo:
        share = _share_of_right_ones(read, is_identified=is_identified, doubts=doubts)
        return max(LEAST, min(share, legibility_of(read) ** PIECES_OF_AN_ITEM))
    # What was typed stands as typed; the question is only how much that says.
    return support_of(title=read.title, legibility=1.0, is_identified=is_identified, doubts=doubts)


def legibility_of(read: Description) -> float:
    """The engine's own estimate of how well it read the item's lines."""
    return confidence_of(read.lines) if read.lines else 1.0


def support_of(*, title: str | None, legibility: float, is_identified: bool, doubts: int) -> float:
    """How much speaks for an item, 0 to 1: the engine's own estimate, lowered by every doubt."""
    most = 1.0 if is_identified else MOST_WITHOUT_IDENTIFIER
    if not title and not is_identified:
        most = MOST_WITHOUT_TITLE
    return min(most, legibility) - COST_OF_A_DOUBT * doubts


def _share_of_right_ones(read: Description, *, is_identified: bool, doubts: int) -> float:
    best = BEST_IDENTIFIED if is_identified else BEST_WITHOUT_IDENTIFIER
    left = LEFT_BY_A_DOUBT if is_identified else LEFT_WITHOUT_IDENTIFIER
    is_whole = all((read.title, read.authors, read.journal, read.year, read.volume or read.pages))
    return best * left**doubts * (1 if is_whole else LEFT_BY_A_GAP)
