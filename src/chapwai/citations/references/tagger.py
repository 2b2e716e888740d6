"""The trained model that names the part of a reference each token belongs to."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pycrfsuite

from chapwai.citations.references.features import features_of
from chapwai.citations.references.tokens import Token

# How the model was made: training/references in the repository.
MODEL = Path(__file__).with_name("model.crfsuite")


@dataclass(frozen=True, slots=True)
class Tagged:
    """A token with its part and how sure the model is of it, 0 to 1.

    Parts are title, journal, year, volume, issue, pages, other; and of authors `first` for the
    token that begins a name and `author` for the rest of it.
    """

    token: Token
    part: str
    confidence: float


class Tagger:
    """The model in memory. It keeps the text it works on, so one thread at a time may ask it."""

    def __init__(self, path: Path = MODEL) -> None:
        self._model = pycrfsuite.Tagger()
        self._model.open(str(path))
        self._lock = threading.Lock()

    def tagged(self, tokens: Sequence[Token]) -> list[Tagged]:
        """Each token with its most likely part, the whole sequence considered."""
        if not tokens:
            return []
        with self._lock:
            self._model.set(features_of(tokens))
            parts = self._model.tag()
            sure = [self._model.marginal(part, n) for n, part in enumerate(parts)]
        return [
            Tagged(token, part, confidence)
            for token, part, confidence in zip(tokens, parts, sure, strict=True)
        ]


@cache
def tagger() -> Tagger:
    """The one model of this process, loaded when first needed."""
    return Tagger()
