"""Pages of the reading benchmark before they are written."""

import random

from benchmarks.reading.draft import Draft
from benchmarks.reading.looks import drawn_look


def draft_of(*items, seed=1):
    """A page of these articles before it is written."""
    rng = random.Random(seed)
    look = drawn_look(rng, "unseen", device="desktop", is_thai=False)
    return Draft(items=items, look=look, rng=rng, split="unseen")
