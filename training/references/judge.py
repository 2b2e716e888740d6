"""Judge the model on styles and words it has never seen: `python -m training.references.judge`."""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from chapwai.citations.description import Description
from chapwai.citations.references import describe_reference
from chapwai.citations.source_line import expanded_pages
from chapwai.citations.wording import common_era, letters_of
from training.references.examples import examples
from training.references.labelled import Letter, names_of, text_of, wording_of
from training.references.noise import CLEAN, LIGHT, MIDDLE, STRONG, Noise
from training.references.styles import HELD_OUT, STYLES, Style
from training.references.words import HELD_OUT as OTHER_WORDS

WORDS = ("title", "authors", "journal")
NUMBERS = ("year", "volume", "issue", "pages")
SEED = 77
SEEN = tuple(style for style in STYLES if style.name not in HELD_OUT)
UNSEEN = tuple(style for style in STYLES if style.name in HELD_OUT)
SETS: dict[str, tuple[Sequence[Style], Noise]] = {
    "known styles, clean": (SEEN, CLEAN),
    "new styles, clean": (UNSEEN, CLEAN),
    "new styles, light noise": (UNSEEN, LIGHT),
    "new styles, middle noise": (UNSEEN, MIDDLE),
    "new styles, strong noise": (UNSEEN, STRONG),
}


@dataclass
class Score:
    """Counts of fields over one set."""

    wanted: Counter[str] = field(default_factory=Counter)
    exact: Counter[str] = field(default_factory=Counter)
    given: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)

    def add(self, name: str, *, wanted: set[str], given: str) -> None:
        """Count one field; `wanted` holds the readings that are right, "" that there is none."""
        self.wanted[name] += 1
        self.exact[name] += given in wanted
        self.given[name] += bool(given)
        self.wrong[name] += bool(given) and given not in wanted

    def row(self) -> str:
        """Exact per cent of each field, and wrong per cent of those given."""
        names = (*WORDS, *NUMBERS, "all")
        exact = "  ".join(f"{n} {100 * self.exact[n] / max(1, self.wanted[n]):5.1f}" for n in names)
        wrong = "  ".join(
            f"{n} {100 * self.wrong[n] / max(1, self.given[n]):4.2f}" for n in NUMBERS
        )
        return f"exact %: {exact}\n  wrong %: {wrong}"


def score(styles: Sequence[Style], noise: Noise, *, count: int, show: int) -> Score:
    """Read so many references, none of them seen in training."""
    total = Score()
    made = examples(
        count, styles=styles, stock=OTHER_WORDS, noises=(noise,), mixed=False, seed=SEED
    )
    for clean, read in made:
        if not _is_article(clean):
            continue
        found = describe_reference(text_of(read)) or Description()
        faults = _add(total, clean, read, found)
        if faults and show:
            show -= 1
            sys.stdout.write(f"{faults}\n    {text_of(read)}\n    {found}\n")
    return total


def _is_article(letters: Sequence[Letter]) -> bool:
    return bool(wording_of(letters, "journal") and wording_of(letters, "title"))


def _add(
    total: Score, clean: Sequence[Letter], read: Sequence[Letter], found: Description
) -> list[str]:
    faults = []
    for name in (*WORDS, *NUMBERS):
        given = _given(found, name)
        wanted = {_wanted(clean, name), *([_wanted(read, name)] if name in WORDS else [])}
        total.add(name, wanted=wanted, given=given)
        faults += [] if given in wanted else [name]
    total.add("all", wanted={""}, given=" ".join(faults))
    return faults


def _given(found: Description, name: str) -> str:
    if name == "authors":
        return "|".join(_name_key(author) for author in found.authors)
    value = getattr(found, name) or ""
    return letters_of(value) if name in WORDS else value.replace(" ", "")


def _wanted(letters: Sequence[Letter], name: str) -> str:
    if name == "authors":
        return "|".join(_name_key(author) for author in names_of(letters))
    value = wording_of(letters, name).strip()
    if name == "year":
        return common_era(value[:4]) if value[:4].isdigit() else value
    if name == "pages":
        return expanded_pages(value) if value else ""
    return letters_of(value) if name in WORDS else value.replace(" ", "")


def _name_key(name: str) -> str:
    """Letters of a name, whatever their order: a surname may have been turned round."""
    return "".join(sorted(letters_of(name)))


def report(*, count: int, show: int = 0) -> str:
    """The scores of all sets, each from so many references."""
    rows: list[str] = []
    for name, (styles, noise) in SETS.items():
        result = score(styles, noise, count=count, show=show)
        rows.append(f"{name} (n = {result.wanted['all']})\n  {result.row()}")
    return "\n".join(rows) + "\n"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=600)
    parser.add_argument("--show", type=int, default=0, help="print so many faults of each set")
    chosen = parser.parse_args()
    sys.stdout.write(report(count=chosen.count, show=chosen.show))


if __name__ == "__main__":
    main()
