"""A citation index of a few records, every one of which is looked at."""

from rapidfuzz import fuzz

from chapwai.citations.record import Record
from chapwai.citations.resolve.evidence import first_page as page_of
from chapwai.citations.wording import letters_of


class SmallIndex:
    """Answers as any `CitationIndex`; `asked` names the questions that were put."""

    def __init__(self, *records: Record) -> None:
        self.records = records
        self.asked: list[str] = []

    def identified(self, *, doi: str | None, pmid: str | None, pmcid: str | None) -> list[Record]:
        self.asked.append("identified")
        wanted = {"doi": doi, "pmid": pmid, "pmcid": pmcid}.items()
        return [
            record
            for record in self.records
            if any(value and getattr(record, name) == value for name, value in wanted)
        ]

    def with_title_like(self, title: str, *, most: int) -> list[Record]:
        self.asked.append("title")
        letters = letters_of(title)
        by_likeness = sorted(
            self.records, key=lambda record: -fuzz.ratio(letters, letters_of(record.title))
        )
        return by_likeness[:most]

    def at_place(
        self, *, volume: str, first_page: str, year: str | None, most: int
    ) -> list[Record]:
        self.asked.append("place")
        there = (volume, page_of(first_page))
        return [one for one in self.records if (one.volume, page_of(one.pages)) == there][:most]
