"""Which records are about the same article, and what they say together.

The same DOI, PMID or PMCID is the same article; so is the same title in the same place, unless
identifiers speak against it. Near twins (two parts, a paper and its erratum) stay apart.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from hashlib import blake2b

from chapwai.citations.index.alikeness import title_letters
from chapwai.citations.index.keys import first_page_of
from chapwai.citations.record import Record
from chapwai.citations.wording import letters_of

# From the strongest to the weakest: the same PMID means nothing where the DOIs differ.
IDENTIFIERS = ("doi", "pmid", "pmcid")
DESCRIBING = tuple(field.name for field in fields(Record) if field.name != "origin")


@dataclass(eq=False)
class Slot:
    """One article: what is known of it now, and the row with what was known before, if any."""

    record: Record
    row: int | None = None
    before: Record | None = None


class Shelf:
    """The articles that a batch of records may be about, those of the batch included."""

    def __init__(self, stored: Iterable[tuple[int, Record]]) -> None:
        """`stored` are the rows' numbers with what they say."""
        self._slots: list[Slot] = []
        self._by_key: dict[str, list[Slot]] = defaultdict(list)
        for row, record in stored:
            self._add(Slot(record, row=row, before=record))

    def put(self, record: Record) -> None:
        """Let the record update the article that it is about, or stand for a new one."""
        slot = self._slot_of(record)
        if slot is None:
            self._add(Slot(record))
        else:
            slot.record = updated(slot.record, record)
            self._make_findable(slot)

    @property
    def new(self) -> list[Slot]:
        """Articles without a row."""
        return [slot for slot in self._slots if slot.row is None]

    @property
    def changed(self) -> list[Slot]:
        """Articles of which more, or something else, is known than their row says."""
        return [slot for slot in self._slots if slot.row is not None and slot.record != slot.before]

    def _slot_of(self, record: Record) -> Slot | None:
        for strength, key in enumerate(_keys(record)):
            for slot in self._by_key.get(key, ()) if key else ():
                if not _contradict(slot.record, record, IDENTIFIERS[:strength]):
                    return slot
        return None

    def _add(self, slot: Slot) -> None:
        self._slots.append(slot)
        self._make_findable(slot)

    def _make_findable(self, slot: Slot) -> None:
        for key in _keys(slot.record):
            if key and slot not in self._by_key[key]:
                self._by_key[key].append(slot)


def updated(known: Record, record: Record) -> Record:
    """What both say together: the later record wins, but what it does not say stays."""
    said = {name: getattr(record, name) for name in DESCRIBING}
    return replace(known, **{name: value for name, value in said.items() if value})


def digest_of(record: Record) -> bytes:
    """16 bytes that two records share if they print the same title, journal and place."""
    place = (record.year, record.volume, record.issue, first_page_of(record))
    words = (title_letters(record.title), letters_of(record.journal or ""), *place)
    return blake2b("\n".join(word or "" for word in words).encode(), digest_size=16).digest()


def _keys(record: Record) -> Iterator[str]:
    """One for each identifier, empty where there is none, and one for all the rest."""
    for name in IDENTIFIERS:
        value = getattr(record, name)
        yield f"{name}:{value}" if value else ""
    yield digest_of(record).hex()


def _contradict(one: Record, other: Record, names: Iterable[str]) -> bool:
    pairs = ((getattr(one, name), getattr(other, name)) for name in names)
    return any(here and there and here != there for here, there in pairs)
