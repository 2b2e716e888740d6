"""Invented articles, the same ones for the same split and seed.

    records("dev"), records("test"), records("unseen"), records("distractors")

The splits share no article, and words, names and journals only in part, so that the test shows
what nobody has developed for. Distractors fill an index: many other articles, and near-twins of
those wanted.
"""

import functools
import random
from collections.abc import Iterator
from typing import Any

from benchmarks.reading.articles import Article, drawn_place, whole_issue
from benchmarks.reading.journals import Journal, journals
from benchmarks.reading.people import english_authors, thai_authors
from benchmarks.reading.titles import english_title, thai_title
from benchmarks.reading.words import Split

HOW_MANY = {
    "dev": (1_100, 270),
    "test": (1_100, 270),
    "unseen": (900, 180),
    "distractors": (21_000, 1_500),
    "unseen-distractors": (5_000, 400),
}
HOW_MANY_ISSUES = {"unseen": (20, 8)}
LONGEST_ISSUE = 9
# Whose titles and identifiers a split leaves to them.
EARLIER: dict[Split, tuple[Split, ...]] = {
    "dev": (),
    "test": ("dev",),
    "distractors": ("dev", "test"),
    "unseen": ("dev", "test", "distractors"),
    "unseen-distractors": ("unseen",),
}
# The wanted articles to which distractors are near-twins.
TWINS: dict[Split, tuple[Split, ...]] = {
    "distractors": ("dev", "test"),
    "unseen-distractors": ("unseen",),
}


@functools.cache
def records(split: Split, *, seed: int = 1) -> tuple[Article, ...]:
    """All articles of a split, English ones first."""
    english, thai = HOW_MANY[split]
    rng = random.Random(f"{split} {seed}")
    made = [_english(rng, split, number) for number in range(english)]
    made += [_thai(rng, split, number) for number in range(thai)]
    made += _issues(rng, split)
    if split in TWINS:
        made += _twins(random.Random(f"twins {seed}"), split, seed)
    taken = [article for other in EARLIER[split] for article in records(other, seed=seed)]
    return tuple(_with_names_of_their_own(made, taken, may_share_title=split in TWINS))


def _with_names_of_their_own(
    articles: list[Article], taken: list[Article], *, may_share_title: bool
) -> Iterator[Article]:
    """Without those that bear a DOI or PMID of another article; wanted titles differ as well.

    An article ahead of print shares its identifiers with itself in print.
    """
    names = {name for article in taken for name in _names(article, may_share_title)}
    for article in articles:
        own = _names(article, may_share_title)
        if article.id.endswith("-epub") or not own & names:
            names |= own
            yield article


def _names(article: Article, may_share_title: bool) -> set[str]:
    names = {(article.doi or "").lower(), article.pmid or ""}
    return (names if may_share_title else names | {article.title}) - {""}


def _english(rng: random.Random, split: Split, number: int) -> Article:
    journal = rng.choice(_journals(split, "en"))
    place = drawn_place(rng, journal)
    return Article(
        id=f"en-{split}-{number:05}",
        language="en",
        title=english_title(rng, split, is_title_case=journal.is_title_case),
        authors=english_authors(rng, split),
        journal=journal,
        pmid=str(rng.randint(8_000_000, 41_999_999)) if rng.random() < 0.7 else None,
        **place,
    )


def _thai(rng: random.Random, split: Split, number: int) -> Article:
    """A third are English articles of a Thai journal."""
    journal = rng.choice(_journals(split, "th"))
    title = english_title(rng, split, is_title_case=True)
    people = english_authors(rng, split)[:4]
    is_english = rng.random() < 0.33
    return Article(
        id=f"th-{split}-{number:05}",
        language="en" if is_english else "th",
        title=title if is_english else thai_title(rng, split),
        authors=people if is_english else thai_authors(rng, split),
        english_title=None if is_english else title,
        english_authors=() if is_english else people,
        journal=journal,
        pmid=None,
        **drawn_place(rng, journal),
    )


@functools.cache
def _journals(split: Split, language: str) -> list[Journal]:
    return journals(split, language=language)


def _issues(rng: random.Random, split: Split) -> Iterator[Article]:
    """Whole issues of journals, for pages that show the contents of one."""
    english, thai = HOW_MANY_ISSUES.get(split, (0, 0))
    for language, number in (("en", english), ("th", thai)):
        for _ in range(number):
            yield from whole_issue(rng, _of_one_language(rng, split, language))


def _of_one_language(rng: random.Random, split: Split, language: str) -> list[Article]:
    make = _english if language == "en" else _thai
    made = [make(rng, split, rng.randrange(90_000, 100_000)) for _ in range(2 * LONGEST_ISSUE)]
    return [article for article in made if article.language == language][:LONGEST_ISSUE]


def _twins(rng: random.Random, split: Split, seed: int) -> Iterator[Article]:
    """Articles that are easily taken for one that is wanted."""
    wanted = [article for other in TWINS[split] for article in records(other, seed=seed)]
    for article in rng.sample(wanted, len(wanted) // 4):
        yield _twin(rng, article)


def _twin(rng: random.Random, article: Article) -> Article:
    kind = rng.choice(("part", "erratum", "reply", "epub", "again"))
    later = drawn_place(rng, article.journal)
    changes: dict[str, Any] = {
        "part": {"title": f"{article.title}. Part 2", **later},
        "erratum": {"title": f"Erratum: {article.title}", **later},
        "reply": {"title": f"Reply to: {article.title}", "authors": article.authors[:1], **later},
        "again": {"title": article.title, **later},
        # Ahead of print the same article has no place yet, and another year.
        "epub": {"year": article.year - 1, "volume": "", "issue": None, "pages": ""},
    }[kind]
    if kind != "epub":
        changes["pmid"] = str(rng.randint(8_000_000, 41_999_999)) if article.pmid else None
    return Article(**{**vars(article), "id": f"{article.id}-{kind}", **changes})
