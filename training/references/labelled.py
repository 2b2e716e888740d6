"""A text whose every character knows which part of a reference it belongs to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from chapwai.citations.references.tokens import Token, tokens_of


@dataclass(frozen=True, slots=True)
class Letter:
    """A character with its part; `name` numbers the author it belongs to."""

    text: str
    part: str = "other"
    name: int = 0


def lettered(text: str, part: str = "other", *, name: int = 0) -> list[Letter]:
    """Every character of the text, all of one part."""
    return [Letter(letter, part, name) for letter in text]


def text_of(letters: Sequence[Letter]) -> str:
    """The plain text."""
    return "".join(letter.text for letter in letters)


def parts_of(letters: Sequence[Letter]) -> tuple[list[Token], list[str]]:
    """The tokens of the text and the part of each, as the model is to name them."""
    tokens = tokens_of(text_of(letters))
    parts: list[str] = []
    name = 0
    for token in tokens:
        # The last letter: a Thai title before a name belongs to the same token.
        letter = letters[token.end - 1] if token.kind == "thai" else letters[token.start]
        begins = letter.part == "author" and letter.name != name
        parts.append("first" if begins else letter.part)
        name = letter.name if letter.part == "author" else name
    return tokens, parts


def wording_of(letters: Sequence[Letter], part: str) -> str:
    """What the text says of one part, "" if nothing."""
    return "".join(letter.text for letter in letters if letter.part == part)


def names_of(letters: Sequence[Letter]) -> list[str]:
    """The authors as the text has them, in order."""
    names: dict[int, str] = {}
    for letter in letters:
        if letter.part == "author":
            names[letter.name] = names.get(letter.name, "") + letter.text
    return list(names.values())


def changed(letters: Sequence[Letter], change: Callable[[str], str]) -> list[Letter]:
    """The text with each character replaced; nothing may replace it."""
    return [
        replace(letter, text=other)
        for letter in letters
        for other in [change(letter.text)]
        if other
    ]
