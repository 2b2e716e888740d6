"""How often the resolver takes the right record, and how often a wrong one.

    python -m benchmarks.reading.acceptance [--items N] [--split dev|test]

Invented articles are shown as five kinds of page show them, their text is put through noise of
five strengths, and each is resolved twice: with the wanted record in the index, and with it taken
out while its twins (parts, errata, replies, the same title elsewhere) stay in. Nothing is rendered
and nothing read, so thousands of articles take a minute. A false identifier is a DOI or PMID taken
from a record of another article.
"""

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from rapidfuzz import fuzz, process

from benchmarks.reading.articles import Article
from benchmarks.reading.records import records
from chapwai.citations.citation import Citation
from chapwai.citations.record import Record
from chapwai.citations.resolve.evidence import first_page as page_of
from chapwai.citations.resolve.resolve import resolved
from chapwai.citations.wording import letters_of

# The share of letters that noise changes; the name is that of the pictures that are as bad.
GRADES = {"clean": 0.0, "mild": 0.02, "mid": 0.05, "hard": 0.12, "brutal": 0.2}
LOOK_ALIKES = {
    "0": "o", "o": "0", "1": "l", "l": "1", "i": "l", "5": "s", "s": "5", "8": "b", "b": "8",
    "g": "q", "q": "g", "e": "c", "c": "e", "n": "u", "u": "n", "m": "rn", "3": "8", "6": "5",
    "7": "1", "9": "g", "2": "z", "4": "1",
}  # fmt: skip
# Numbers are short and clear: they suffer less than words do.
NOISE_OF_NUMBERS = 0.3
# How often a reading that differs from what is printed is called doubtful by the two looks.
NOTICED = 0.7


class WholeIndex:
    """An index that looks at every record: what is lost is not the index's fault."""

    def __init__(self, every: Sequence[Record]) -> None:
        self.records = list(every)
        self.titles = [letters_of(record.title) for record in self.records]
        self.bearers: dict[tuple[str, str], list[Record]] = defaultdict(list)
        self.places: dict[tuple[str, str], list[Record]] = defaultdict(list)
        for record in self.records:
            for name in ("doi", "pmid", "pmcid"):
                self.bearers[name, getattr(record, name) or ""].append(record)
            self.places[record.volume or "", page_of(record.pages)].append(record)

    def identified(self, *, doi: str | None, pmid: str | None, pmcid: str | None) -> list[Record]:
        asked = {"doi": doi, "pmid": pmid, "pmcid": pmcid}
        return [one for name, value in asked.items() if value for one in self.bearers[name, value]]

    def with_title_like(self, title: str, *, most: int) -> list[Record]:
        found = process.extract(letters_of(title), self.titles, scorer=fuzz.ratio, limit=most)
        return [self.records[place] for _, _, place in found]

    def at_place(
        self, *, volume: str, first_page: str, year: str | None, most: int
    ) -> list[Record]:
        there = self.places[volume, page_of(first_page)]
        return [one for one in there if not year or one.year == year][:most]


class Without:
    """The same index with one record taken out."""

    def __init__(self, index: WholeIndex, gone: Record) -> None:
        self.index, self.gone = index, gone

    def identified(self, **asked: str | None) -> list[Record]:
        return self._left(self.index.identified(**asked))

    def with_title_like(self, title: str, *, most: int) -> list[Record]:
        return self._left(self.index.with_title_like(title, most=most))

    def at_place(self, **asked: Any) -> list[Record]:
        return self._left(self.index.at_place(**asked))

    def _left(self, found: list[Record]) -> list[Record]:
        return [record for record in found if record != self.gone]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=int, default=200, help="articles a grade and kind of page")
    parser.add_argument("--split", choices=("dev", "test"), default="dev")
    chosen = parser.parse_args()
    for line in report(split=chosen.split, items=chosen.items):
        print(line)


def report(*, split: Any, items: int) -> Iterator[str]:
    """The table, line by line."""
    wanted = records(split)
    index = WholeIndex([record_of(one) for one in (*wanted, *records("distractors"))])
    yield f"{split}: {items} articles a cell, index of {len(index.records)} records"
    yield "for each run: items given a record, false of all identifiers given, right ones lost,"
    yield "numbers made wrong of all numbers given"
    total: Counter[str] = Counter()
    for grade, noise in GRADES.items():
        for kind, view in VIEWS.items():
            counts = measured(wanted, index, view, noise=noise, items=items, seed=f"{grade} {kind}")
            total += counts
            yield f"{grade:7} {kind:10} {_row(counts)}"
    yield f"all                {_row(total)}"


def measured(
    wanted: Sequence[Article],
    index: WholeIndex,
    view: "View",
    *,
    noise: float,
    items: int,
    seed: str,
) -> Counter[str]:
    """Counts over so many articles, with and without their record in the index."""
    rng = random.Random(seed)
    counts: Counter[str] = Counter(items=0)
    for article in rng.sample(list(wanted), items):
        record = record_of(article)
        seen = noised(view(article), rng, noise)
        counts["items"] += 1
        counts.update(_outcome(resolved(seen, index=index), seen, record, "present"))
        counts.update(
            _outcome(resolved(seen, index=Without(index, record)), seen, record, "absent")
        )
    return counts


def _outcome(found: Citation, seen: Citation, record: Record, run: str) -> dict[str, int]:
    """One item's counts; what was on the page already is nobody's merit here and no fault."""
    taken = {name for name, origin in found.origins.items() if origin == "index"}
    given = [name for name in ("doi", "pmid") if getattr(found, name)]
    false = [
        name for name in given if name in taken and getattr(found, name) != getattr(record, name)
    ]
    return {
        f"{run} taken": bool(taken),
        f"{run} given": len(given),
        f"{run} false": len(false),
        f"{run} lost": sum(
            getattr(seen, name) == getattr(record, name) and not getattr(found, name)
            for name in ("doi", "pmid")
            if getattr(seen, name)
        ),
        f"{run} numbers": sum(bool(getattr(found, name)) for name in NUMBERS),
        f"{run} wrong numbers": sum(_is_worsened(name, found, seen, record) for name in NUMBERS),
    }


def _is_worsened(name: str, found: Citation, seen: Citation, record: Record) -> bool:
    """Whether resolving made a number wrong that was right or missing."""
    value, true = getattr(found, name), getattr(record, name)
    return bool(value) and value != true and value != getattr(seen, name)


def _row(counts: Counter[str]) -> str:
    items = counts["items"]
    parts = [f"n={items:5}"]
    for run in ("present", "absent"):
        part = Counter(
            {name.partition(" ")[2]: count for name, count in counts.items() if run in name}
        )
        parts.append(
            f"{run}: {part['taken'] / items:6.1%}"
            f" {part['false']:3} of {part['given']:5} {part['false'] / max(1, part['given']):6.2%}"
            f" {part['lost']:3} {part['wrong numbers']:3} of {part['numbers']:5}"
        )
    return " | ".join(parts)


# What kinds of page show.


def _pubmed(article: Article) -> Citation:
    return _shown(article, journal=article.journal.abbreviation or article.journal_title)


def _publisher(article: Article) -> Citation:
    return replace(_shown(article), pmid=None, authors=tuple(one.full for one in article.authors))


def _reference(article: Article) -> Citation:
    return replace(_shown(article, journal=article.journal.abbreviation), doi=None, pmid=None)


def _result(article: Article) -> Citation:
    """An item of a result list: two authors, the beginning of the journal, the year."""
    journal = article.journal_title
    return Citation(
        title=article.title,
        authors=tuple(one.vancouver for one in article.authors[:2]),
        journal=journal if len(journal) < 24 else f"{journal[:22].rstrip()} …",
        year=str(article.year),
    )


def _cut(article: Article) -> Citation:
    """The page's edge cuts the title and hides the rest but the source."""
    shown = replace(_shown(article), doi=None, pmid=None, authors=())
    return replace(shown, title=f"{article.title[: 2 * len(article.title) // 3].rstrip()}…")


def _place(article: Article) -> Citation:
    """Nothing of the title: glare, or a finger."""
    return replace(_shown(article), title=None, doi=None, pmid=None)


def _title(article: Article) -> Citation:
    """A title and nothing else."""
    return Citation(title=article.title)


View = Callable[[Article], Citation]
VIEWS: dict[str, View] = {
    "pubmed": _pubmed,
    "publisher": _publisher,
    "reference": _reference,
    "result": _result,
    "cut": _cut,
    "no title": _place,
    "title only": _title,
}
NUMBERS = ("year", "volume", "issue", "pages")


def _shown(article: Article, *, journal: str | None = None) -> Citation:
    values = article.to_json()
    shown = Citation(
        journal=journal or values["journal"],
        authors=tuple(values["authors"]),
        **{name: values[name] for name in ("title", *NUMBERS, "doi", "pmid")},
    )
    return replace(shown, origins=dict.fromkeys(values, "screen"))


def record_of(article: Article) -> Record:
    """The article as an index holds it."""
    values = article.to_json()
    return Record(
        **{
            name: values[name]
            for name in ("title", "journal", "abbreviation", *NUMBERS, "doi", "pmid")
        },
        authors=tuple(values["authors"]),
        issns=tuple(values["issns"]),
    )


# Noise.


def noised(citation: Citation, rng: random.Random, noise: float) -> Citation:
    """The citation as an engine reads it in a picture so bad; most of its errors are noticed."""
    words: dict[str, Any] = {
        "title": citation.title and _noised(citation.title, rng, noise),
        "journal": citation.journal and _noised(citation.journal, rng, noise),
        "authors": tuple(_noised(name, rng, noise) for name in citation.authors),
    }
    numbers: dict[str, Any] = {
        name: value and _misread(value, rng, noise * NOISE_OF_NUMBERS)
        for name in (*NUMBERS, "doi", "pmid")
        if (value := getattr(citation, name))
    }
    changed = {
        name for name, value in {**words, **numbers}.items() if value != getattr(citation, name)
    }
    doubtful = frozenset(name for name in changed if rng.random() < NOTICED)
    return replace(citation, **words, **numbers, doubtful=doubtful)


def _noised(text: str, rng: random.Random, noise: float) -> str:
    return "".join(
        _misread_letter(letter, rng) if rng.random() < noise else letter for letter in text
    )


def _misread_letter(letter: str, rng: random.Random) -> str:
    chance = rng.random()
    if chance < 0.2:
        return ""
    if chance < 0.25:
        return f"{letter}{rng.choice('.,il')}"
    if chance < 0.7:
        return LOOK_ALIKES.get(letter.lower(), rng.choice("aeioutrnsl"))
    return rng.choice("abcdefghijklmnopqrstuvwxyz")


def _misread(number: str, rng: random.Random, noise: float) -> str:
    """Figures become other figures: a year stays a number, a DOI's letters change too."""
    return "".join(
        rng.choice("0123456789")
        if sign.isdigit() and rng.random() < noise
        else LOOK_ALIKES.get(sign, sign)
        if sign.isalpha() and rng.random() < noise
        else sign
        for sign in number
    )


if __name__ == "__main__":
    main()
