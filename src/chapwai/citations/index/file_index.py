"""An index over a plain file of records: no database, no network, one file."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import tantivy

from chapwai.citations.index.alikeness import most_alike, title_letters
from chapwai.citations.index.file_building import (
    GRAM_LENGTH,
    Contents,
    place_key,
    tiny_title_key,
)
from chapwai.citations.index.file_cache import default_cache, searchable
from chapwai.citations.index.keys import folded, folded_page, identifier_keys, years_around
from chapwai.citations.index.record_line import NotARecord, record_on
from chapwai.citations.record import Record

# The letters that a title is searched by; all of it is compared afterwards.
MOST_SEARCHED = 200
# So many are compared letter by letter, even if fewer are wanted.
FEWEST_COMPARED = 60
MOST_IDENTIFIED = 20


class CannotReadRecords(Exception):
    """The file of records cannot be read."""

    def __init__(self, path: Path, reason: OSError) -> None:
        super().__init__(f"{path}: {reason.strerror}")


class FileIndex:
    """The records of a file: one JSON object a line, with the fields of `chapwai read --json`.

    `contents` counts the records and the lines that hold none. Nothing is kept in memory but where
    each record stands; safe to use from several threads.
    """

    def __init__(self, path: Path, *, cache: Path | None = None) -> None:
        """Index the file, or raise CannotReadRecords; large files only the first time.

        `cache` is the folder for indexes of large files, by default the user's own.
        """
        try:
            self._index, self.contents = searchable(path, cache=cache or default_cache())
            self._file = path.open("rb")
        except OSError as error:
            raise CannotReadRecords(path, error) from error

    contents: Contents

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def identified(self, *, doi: str | None, pmid: str | None, pmcid: str | None) -> list[Record]:
        """The records that bear any of these identifiers; empty without any."""
        keys = identifier_keys(doi=doi, pmid=pmid, pmcid=pmcid)
        return self._with_keys(keys, most=MOST_IDENTIFIED)

    def with_title_like(self, title: str, *, most: int) -> list[Record]:
        """The records whose titles look most alike, best first; at most so many."""
        letters = title_letters(title)
        if len(letters) < GRAM_LENGTH:
            return self._with_keys([tiny_title_key(letters)], most=most)
        found = list(self._found(self._grams_query(letters), most=max(most, FEWEST_COMPARED)))
        others = [title_letters(record.title) for record in found]
        return [found[place] for _, place in most_alike(letters, others, most=most)]

    def at_place(
        self, *, volume: str, first_page: str, year: str | None, most: int
    ) -> list[Record]:
        """Records that begin on this page of any journal's volume; near years count as this one."""
        years = years_around(year) if year else [None]
        keys = [place_key(folded(volume), folded_page(first_page), one) for one in years]
        return self._with_keys(keys, most=most)

    def _with_keys(self, keys: Sequence[str], *, most: int) -> list[Record]:
        """The records of the first key, then those of the next; each once."""
        found = [
            record for key in keys for record in self._found(self._term("key", key), most=most)
        ]
        return list(dict.fromkeys(found))[:most]

    def _grams_query(self, letters: str) -> tantivy.Query:
        searched = letters[:MOST_SEARCHED]
        starts = range(len(searched) - GRAM_LENGTH + 1)
        grams = dict.fromkeys(searched[start : start + GRAM_LENGTH] for start in starts)
        terms = [(tantivy.Occur.Should, self._term("letters", gram)) for gram in grams]
        return tantivy.Query.boolean_query(terms)

    def _term(self, field: str, value: str) -> tantivy.Query:
        return tantivy.Query.term_query(self._index.schema, field, value, "basic")

    def _found(self, query: tantivy.Query, *, most: int) -> Iterator[Record]:
        searcher = self._index.searcher()
        for _, address in searcher.search(query, limit=most, count=False).hits:
            place = searcher.doc(address)
            line = os.pread(self._file.fileno(), place["length"][0], place["place"][0])
            try:
                yield record_on(line)
            except NotARecord:  # the file was changed under our hands
                continue
