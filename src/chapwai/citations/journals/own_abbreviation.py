"""The abbreviation that databases put in brackets behind a journal's name.

Imaginary Care [Imag Care] · IMAGINARY CARE (IMAG CARE) · Journal of Imaginary Care (JIC)
"""

import re

from chapwai.citations.journals.names import same_journal

# Who takes what stands around a name away may have taken the last bracket.
BEHIND = re.compile(r"\s?[(\[](?P<short>[^()\[\]]{2,80})[)\]]?\W{0,3}$")


def without_own_abbreviation(name: str) -> str:
    """The name alone; a place or an edition in brackets is part of it: Imaginary Care (London)."""
    behind = BEHIND.search(name)
    if behind is None or not same_journal(name[: behind.start()], behind["short"]):
        return name
    return name[: behind.start()]
