"""What stands around an article on a page: abstracts, addresses, other articles, buttons."""

import random
from dataclasses import dataclass

from benchmarks.reading.titles import english_title
from benchmarks.reading.words import Split, Stock


@dataclass(frozen=True)
class Filler:
    """Text for one page, drawn from the page's own chance."""

    rng: random.Random
    split: Split

    def abstract(self) -> str:
        return self._text("english", self.rng.randint(7, 12))

    def snippet(self) -> str:
        return self._text("english", 2)

    def thai_abstract(self) -> str:
        return self._text("thai", 6)

    def title(self) -> str:
        return english_title(self.rng, self.split, is_title_case=False)

    def titles(self) -> list[str]:
        return [self.title() for _ in range(5)]

    def keywords(self) -> str:
        stock = Stock("english", self.split)
        return "; ".join(stock.pick(self.rng, name) for name in ("topic", "condition", "outcome"))

    def addresses(self) -> list[str]:
        return [self.address() for _ in range(3)]

    def address(self) -> str:
        town = self.rng.choice(Stock("english", self.split).every("town"))
        department = self.rng.choice(Stock("english", self.split).every("department"))
        return f"Department of {department}, University of {town}, {town}"

    def count(self) -> str:
        return str(self.rng.randint(2, 480))

    def date(self) -> str:
        months = ("January", "March", "April", "June", "July", "September", "November")
        return f"{self.rng.randint(1, 28)} {self.rng.choice(months)}"

    def coin(self) -> bool:
        """Whether the page has what only some such pages have."""
        return self.rng.random() < 0.5

    def _text(self, file: str, count: int) -> str:
        patterns = Stock(file, self.split).every("sentence")
        return " ".join(self._sentence(self.rng.choice(patterns), file) for _ in range(count))

    def _sentence(self, pattern: str, file: str) -> str:
        stock = Stock(file, self.split)
        while "{" in pattern:
            section = pattern[pattern.index("{") + 1 : pattern.index("}")]
            pattern = pattern.replace("{" + section + "}", self._word(stock, section), 1)
        return pattern[0].upper() + pattern[1:]

    def _word(self, stock: Stock, section: str) -> str:
        match section:
            case "number":
                return str(self.rng.randint(11, 980))
            case "digit":
                return str(self.rng.randint(1, 9))
            case "year":
                return str(self.rng.randint(1996, 2023))
        return stock.pick(self.rng, section)
