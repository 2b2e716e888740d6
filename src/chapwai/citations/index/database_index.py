"""The index in the service's own database: grows with every article that becomes known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from django.db import connection
from django.db.models import Q

from chapwai.citations.index.alikeness import most_alike, title_letters
from chapwai.citations.index.grams import GramFrequencies
from chapwai.citations.index.keys import folded, folded_page, years_around
from chapwai.citations.index.rows import TABLE, articles_in_rows
from chapwai.citations.models import IndexedArticle
from chapwai.citations.record import Record

# How many titles are compared: first few, then more if none of those looks right.
FEW, MANY = 2_000, 5_000
LOOKS_RIGHT = 80
# More than this many times what the sample made expect, and the sample is out of date.
SURPRISE = 4
# How common letters are is learnt from so many titles, of millions from one title in 75.
SAMPLE_SIZE, TITLES_A_SAMPLE = 10_000, 75
MOST_IDENTIFIED = 20

SHARING = "SELECT article, letters FROM citations_sharing_grams(%s::text[], %s)"
HOW_MANY = "SELECT greatest(reltuples, 0) FROM pg_class WHERE oid = %s::regclass"
ALL = f"SELECT letters FROM {TABLE} LIMIT %s"  # noqa: S608
SAMPLE = f"SELECT letters FROM {TABLE} TABLESAMPLE SYSTEM (%s) LIMIT %s"  # noqa: S608


@dataclass(frozen=True)
class Sharing:
    """The grams that were asked for, and by its row each title that has one of them."""

    grams: Sequence[str]
    titles: Mapping[int, str]

    def with_more(self, grams: Sequence[str], *, most: int) -> "Sharing":
        """With those of more grams; what was asked for is not fetched again."""
        new = [gram for gram in grams if gram not in self.grams]
        return Sharing(grams, {**self.titles, **(_titles_with(new, most=most) if new else {})})


NONE = Sharing((), MappingProxyType({}))


class DatabaseIndex:
    """The articles in the database. Keep one for as long as the process lives.

    What it remembers is how common letters are, learnt from a sample at the first question.
    """

    def __init__(self) -> None:
        self._frequencies: GramFrequencies | None = None

    def identified(self, *, doi: str | None, pmid: str | None, pmcid: str | None) -> list[Record]:
        """The records that bear any of these identifiers; empty without any."""
        given = {"doi": doi and doi.lower(), "pmid": pmid, "pmcid": pmcid and pmcid.upper()}
        bears = [Q(**{name: value}) for name, value in given.items() if value]
        found: dict[int, None] = {}
        for condition in bears:
            rows = IndexedArticle.objects.filter(condition).order_by("id")
            found |= dict.fromkeys(rows.values_list("id", flat=True)[:MOST_IDENTIFIED])
        return articles_in_rows(list(found))

    def with_title_like(self, title: str, *, most: int) -> list[Record]:
        """The records whose titles look most alike, best first; at most so many."""
        letters = title_letters(title)
        if not letters:
            return []
        few = self._sharing_grams(letters, within=FEW)
        best = _best(letters, few.titles, most=most)
        if not best or best[0][0] < LOOKS_RIGHT:
            many = self._sharing_grams(letters, within=MANY, asked=few)
            best = _best(letters, many.titles, most=most)
        return articles_in_rows([row for _, row in best])

    def at_place(
        self, *, volume: str, first_page: str, year: str | None, most: int
    ) -> list[Record]:
        """Records that begin on this page of any journal's volume; near years count as this one."""
        here = IndexedArticle.objects.filter(
            volume_key=folded(volume), page_key=folded_page(first_page)
        )
        years = [Q(year=one) for one in years_around(year)] if year else [Q()]
        found = [here.filter(one).order_by("id").values_list("id", flat=True) for one in years]
        return articles_in_rows([row for rows in found for row in rows[:most]][:most])

    def _sharing_grams(self, letters: str, *, within: int, asked: Sharing = NONE) -> Sharing:
        """The titles that share rare grams, with those that were asked for before."""
        most = SURPRISE * within
        self._frequencies = self._frequencies or _frequencies()
        selection = self._frequencies.rarest(letters, within=within)
        sharing = asked.with_more(selection.grams, most=most)
        if len(sharing.titles) < most or selection.expected > within:
            return sharing
        # There are many more titles than when the sample was drawn.
        self._frequencies = _frequencies()
        return NONE.with_more(self._frequencies.rarest(letters, within=within).grams, most=most)


def _best(letters: str, titles: Mapping[int, str], *, most: int) -> list[tuple[float, int]]:
    """How much alike (of 100), and the row, of these titles; best first."""
    rows = list(titles)
    alike = most_alike(letters, list(titles.values()), most=most)
    return [(score, rows[place]) for score, place in alike]


def _titles_with(grams: Sequence[str], *, most: int) -> dict[int, str]:
    with connection.cursor() as cursor:
        cursor.execute(SHARING, [list(grams), most])
        return dict(cursor.fetchall())


def _frequencies() -> GramFrequencies:
    """How common grams are now, as far as the database's own estimate of its size is right."""
    with connection.cursor() as cursor:
        cursor.execute(HOW_MANY, [TABLE])
        titles = int(cursor.fetchone()[0])
        size = max(SAMPLE_SIZE, titles // TITLES_A_SAMPLE)
        if titles <= size:
            cursor.execute(ALL, [size])
        else:
            cursor.execute(SAMPLE, [100 * size / titles, size])
        return GramFrequencies([row[0] for row in cursor.fetchall()], titles=titles)
