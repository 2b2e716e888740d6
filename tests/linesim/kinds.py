"""Kinds of values in messages: how to make a good one, and each way to make a bad one.

Nothing here looks at linesim's own rules: what is written down is what LINE documents.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Words:
    """A text of 1 to `most` UTF-16 units, or of characters as people see them, if documented."""

    most: int | None = None
    seen: bool = False

    def make(self, chance):
        most = 20 if self.most is None else self.most
        if chance.random() < 0.05 and most <= 300:
            return self.of(most)
        return self.of(chance.randint(1, min(most, 30)))

    def faults(self):
        long = {} if self.most is None else {"too long": self.of(self.most + 1)}
        return {"not a string": 5, "empty": ""} | long

    def of(self, length):
        if self.seen:
            return "น้ำ" * length  # one character to a reader, three in the text
        return "🙏" * (length // 2) + "ก" * (length % 2)  # the hands are two units


@dataclass(frozen=True)
class Word:
    """One of a closed list."""

    choices: tuple

    def make(self, chance):
        return chance.choice(self.choices)

    def faults(self):
        return {"not in the list": "sideways"}


@dataclass(frozen=True)
class Written:
    """A text in some notation, shown by good and bad examples."""

    good: tuple
    bad: str = "?"

    def make(self, chance):
        return chance.choice(self.good)

    def faults(self):
        return {"malformed": self.bad}


@dataclass(frozen=True)
class Number:
    """A whole number from `least` to `most`, if a most is documented."""

    least: int
    most: int | None = None

    def make(self, chance):
        most = self.least + 1000 if self.most is None else self.most
        return chance.choice([self.least, most, chance.randint(self.least, most)])

    def faults(self):
        large = {} if self.most is None else {"too large": self.most + 1}
        return {"not a number": "5", "too small": self.least - 1} | large


@dataclass(frozen=True)
class Flag:
    """True or false."""

    def make(self, chance):
        return chance.random() < 0.5

    def faults(self):
        return {"not true or false": "yes"}


@dataclass(frozen=True)
class Address:
    """A web address, or one of the other schemes allowed."""

    most: int
    schemes: tuple = ("https",)

    def make(self, chance):
        return f"{chance.choice(self.schemes)}://x.example/{chance.randint(1, 999)}.jpg"

    def faults(self):
        stem = "https://x.example/"
        return {
            "wrong scheme": "ftp://x.example/a.jpg",
            "too long": stem + "a" * (self.most + 1 - len(stem)),
            "not a string": 5,
        }


@dataclass(frozen=True)
class OneOf:
    """An object that is one of these things."""

    things: tuple
    typed: bool = True

    def faults(self):
        wrong_type = {"unknown type": {"type": "hologram"}} if self.typed else {}
        return {"not an object": "x"} | wrong_type


@dataclass(frozen=True)
class Several:
    """A list of `least` things to `most`, if a most is documented."""

    thing: OneOf
    least: int = 0
    most: int | None = None
    usual: int = 3  # a message full of full lists would be too large

    def faults(self):
        few = {"too few": []} if self.least else {}
        many = {} if self.most is None else {"too many": None}
        return {"not a list": {"0": 1}} | few | many


@dataclass(frozen=True)
class Named:
    """An object whose entries have names of their own."""

    thing: OneOf

    def faults(self):
        return {"not an object": ["x"]}


@dataclass
class Thing:
    """An object: its properties by name, as (kind, whether it is needed)."""

    type: str | None
    properties: dict
    closed: bool = False  # whether LINE refuses properties that it does not know
    mend: object = None  # makes a freshly made one obey the rules between its properties
    relations: dict = field(default_factory=dict)  # fault -> function that breaks such a rule


def needed(kind):
    return kind, True


def may(kind):
    return kind, False
