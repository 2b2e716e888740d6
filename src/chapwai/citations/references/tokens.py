"""A reference cut into words, numbers and marks, each with its place in the text."""

import re
from dataclasses import dataclass

# Engines glue what belongs apart (2019;12(3):412-419), so every mark is a token of its own.
TOKEN = re.compile(
    r"(?P<identifier>https?:/{0,2}\S+|www\.\S+|10\.\d{4,9}/\S+)"
    # Thai writes no spaces: the words that part and end a list of names hang on the names.
    r"|(?P<thai>และคณะ|และ(?=[\u0e01-\u0e4e]{2})|(?:(?!และคณะ)[\u0e01-\u0e4e])+)"
    r"|(?P<word>[^\W\d_\u0e01-\u0e4e]+(?:'[^\W\d_\u0e01-\u0e4e]+)*)|(?P<number>\d+)|(?P<mark>\S)",
    re.IGNORECASE,
)
# No reference is longer; what stands behind so many tokens is left alone.
MOST_TOKENS = 400


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text: `kind` is identifier, thai, word, number or mark."""

    text: str
    kind: str
    start: int
    end: int

    @property
    def is_mark(self) -> bool:
        return self.kind == "mark"


def tokens_of(text: str) -> list[Token]:
    """The text's tokens in order, at most so many; spaces are none."""
    tokens: list[Token] = []
    for match in TOKEN.finditer(text):
        tokens.append(Token(match.group(), str(match.lastgroup), match.start(), match.end()))
        if len(tokens) == MOST_TOKENS:
            break
    return tokens
