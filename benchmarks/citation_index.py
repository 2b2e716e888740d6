"""How quickly and how surely the citation indexes find articles whose titles were misread.

    python -m benchmarks.citation_index [--records 300000] [--bulk] [--folder FOLDER]

Both indexes hold the same invented records. Titles are misread at four rates per letter; an
article is found if it is among the best 40. The usual extension, pg_trgm, is asked beside them.
With --bulk the rows are copied first and their titles indexed afterwards, which is how millions
are loaded for a look at their size; without it they go through the import of the service. The
database stays in the FOLDER, and one that is full already is only asked.
"""

import argparse
import json
import os
import random
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

import psutil

from benchmarks.citation_records import invented_records, misread
from chapwai.citations.record import CitationIndex, Record
from chapwai.postgres.cluster import Cluster

SEED = 1
RATES = (0.02, 0.05, 0.12, 0.20)
QUESTIONS = 300
# pg_trgm is too slow to be asked as often.
QUESTIONS_TO_EXTENSION = 40
MOST = 40
BATCH = 10_000
NOBODYS = "What the {} and the {} never told each other about the {}"
SETTINGS = {
    "CHAPWAI_PUBLIC_URL": "http://chapwai.example",
    "CHAPWAI_LINE_CHANNEL_SECRET": "a secret",
    "CHAPWAI_LINE_CHANNEL_TOKEN": "a token",
    "CHAPWAI_MAIL_FROM": "chapwai@network.example",
    "CHAPWAI_SECRET_KEY": "a key",
}
BY_EXTENSION = """
    SELECT id FROM citations_indexedarticle WHERE letters %% %s
    ORDER BY similarity(letters, %s) DESC LIMIT 40
"""


def main() -> None:
    """Run what was asked for, and print one line a measure."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--records", type=int, default=300_000)
    parser.add_argument("--bulk", action="store_true")
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch, _database(options.folder or Path(scratch)):
        wanted = _wanted(options.records)
        _measure_database(wanted, records=options.records, is_bulk=options.bulk)
        if not options.bulk:
            _measure_extension(wanted)
            _measure_file(wanted, records=options.records, folder=Path(scratch))
    print(f"load of the machine at the end: {os.getloadavg()[1]:.1f} on {os.cpu_count()} cores")


@contextmanager
def _database(folder: Path) -> Iterator[None]:
    """Django on an embedded database of the service's own kind."""
    cluster = Cluster(folder / "postgres")
    os.environ |= SETTINGS
    cluster.start()
    from chapwai.config.database import hang_up, set_up_django  # after the settings are there
    from chapwai.config.schema import migrate

    try:
        set_up_django(cluster.url)
        migrate()
        yield
    finally:
        hang_up()
        cluster.stop()


def _wanted(records: int) -> list[Record]:
    """The records that will be asked for."""
    places = set(random.Random(SEED).sample(range(records), min(QUESTIONS, records)))
    stream = invented_records(records, seed=SEED)
    return [record for place, record in enumerate(stream) if place in places]


def _measure_database(wanted: Sequence[Record], *, records: int, is_bulk: bool) -> None:
    from chapwai.citations.index.database_index import DatabaseIndex
    from chapwai.citations.index.import_records import put_index_in_order
    from chapwai.citations.models import IndexedArticle

    if not IndexedArticle.objects.exists():
        started, busy = time.perf_counter(), _busy()
        (_load_in_bulk if is_bulk else _import)(records)
        put_index_in_order()
        took, busy = time.perf_counter() - started, _busy() - busy
        how = "copied, then indexed" if is_bulk else "imported"
        print(f"database   {records} records {how} in {took:.0f} s ({busy:.0f} s of a core)")
    [[size, grams]] = _sql(
        "SELECT pg_total_relation_size('citations_indexedarticle'),"
        " pg_relation_size('indexed_article_grams')"
    )
    print(f"           {size / 1e6:.0f} MB, of these for titles {grams / 1e6:.0f} MB")
    _ask("database", DatabaseIndex(), wanted)


def _import(records: int) -> None:
    from chapwai.citations.index.import_records import import_records

    import_records(invented_records(records, seed=SEED), now=datetime.now(UTC))


def _load_in_bulk(records: int) -> None:
    from chapwai.citations.index.rows import copy_articles

    [[make_index]] = _sql("SELECT pg_get_indexdef('indexed_article_grams'::regclass)")
    _sql("DROP INDEX indexed_article_grams")
    stream = invented_records(records, seed=SEED)
    while batch := list(islice(stream, BATCH)):
        copy_articles(batch, now=datetime.now(UTC))
    _sql(make_index)


def _measure_extension(wanted: Sequence[Record]) -> None:
    from chapwai.citations.index.alikeness import title_letters

    def found(title: str) -> list[int]:
        letters = title_letters(title)
        return [row for [row] in _sql(BY_EXTENSION, [letters, letters])]

    _sql("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    _sql("SET pg_trgm.similarity_threshold = 0.2")
    for kind in ("gin", "gist"):
        _sql(
            "CREATE INDEX by_extension ON citations_indexedarticle"
            f" USING {kind} (letters {kind}_trgm_ops)"
        )
        chance = random.Random(SEED)
        for rate in (0.05, 0.20):
            titles = [misread(one.title, rate, chance) for one in wanted[:QUESTIONS_TO_EXTENSION]]
            print(f"pg_trgm    {kind}, misread {rate:.0%}: {_all_timed(found, titles)[1]}")
        _sql("DROP INDEX by_extension")


def _measure_file(wanted: Sequence[Record], *, records: int, folder: Path) -> None:
    from chapwai.citations.index.file_index import FileIndex

    path = folder / "records.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for record in invented_records(records, seed=SEED):
            issn = {"issn": list(record.issns)}
            file.write(json.dumps(vars(record) | issn, ensure_ascii=False) + "\n")
    memory = psutil.Process().memory_info().rss
    _, new = _timed(lambda cache: FileIndex(path, cache=cache).close(), folder)
    index, again = _timed(lambda cache: FileIndex(path, cache=cache), folder)
    memory = psutil.Process().memory_info().rss - memory
    print(
        f"file       {path.stat().st_size / 1e6:.0f} MB, {records} records, indexed in {new:.1f} s,"
        f" opened again in {1000 * again:.0f} ms, {memory / 1e6:.0f} MB of memory"
    )
    with closing(index):
        _ask("file", index, wanted)


def _ask(name: str, index: CitationIndex, wanted: Sequence[Record]) -> None:
    def alike(title: str) -> list[Record]:
        return index.with_title_like(title, most=MOST)

    _, first = _timed(alike, "The first question")
    print(f"{name:10} first question of a process: {1000 * first:.0f} ms")
    chance = random.Random(SEED)
    for rate in RATES:
        answers, times = _all_timed(alike, [misread(one.title, rate, chance) for one in wanted])
        found = [_has(answer, one) for answer, one in zip(answers, wanted, strict=True)]
        print(f"{name:10} misread {rate:>3.0%}: {sum(found) / len(found):.1%} found, {times}")
    words = [one.title.split()[0] for one in wanted]
    absent = [NOBODYS.format(*chance.sample(words, 3)) for _ in wanted]
    print(f"{name:10} titles that it does not hold: {_all_timed(alike, absent)[1]}")
    _ask_exactly(name, index, wanted)


def _ask_exactly(name: str, index: CitationIndex, wanted: Sequence[Record]) -> None:
    def known(record: Record) -> list[Record]:
        return index.identified(doi=record.doi, pmid=record.pmid, pmcid=None)

    def placed(record: Record) -> list[Record]:
        page = (record.pages or "").partition("-")[0]
        volume = record.volume or ""
        return index.at_place(volume=volume, first_page=page, year=record.year, most=MOST)

    print(f"{name:10} by identifier: {_all_timed(known, wanted)[1]}")
    print(f"{name:10} by place: {_all_timed(placed, wanted)[1]}")


def _has(answer: Sequence[Record], wanted: Record) -> bool:
    return any(record.doi == wanted.doi for record in answer)


def _timed(ask: Callable[[Any], Any], question: Any) -> tuple[Any, float]:
    started = time.perf_counter()
    answer = ask(question)
    return answer, time.perf_counter() - started


def _all_timed(ask: Callable[[Any], Any], questions: Sequence[Any]) -> tuple[list[Any], str]:
    """The answers, and in words how long they took and how much of that was computing."""
    busy = _busy()
    answers = [_timed(ask, question) for question in questions]
    computed = 1000 * (_busy() - busy) / len(questions)
    in_order = sorted(1000 * seconds for _, seconds in answers)
    middle, late = in_order[len(in_order) // 2], in_order[int(0.95 * len(in_order))]
    times = (
        f"median {middle:.1f} ms, p95 {late:.1f} ms, n {len(in_order)}; computed {computed:.1f} ms"
    )
    return [answer for answer, _ in answers], times


def _busy() -> float:
    """Seconds that this process and the database's own for it have computed."""
    [[backend]] = _sql("SELECT pg_backend_pid()")
    return sum(sum(psutil.Process(one).cpu_times()[:2]) for one in (os.getpid(), backend))


def _sql(statement: str, values: Sequence[Any] | None = None) -> list[Any]:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall() if cursor.description else []


if __name__ == "__main__":
    main()
