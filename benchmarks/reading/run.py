"""Read a rendered set through `chapwai read --stdin`, and say how well and how fast.

    python -m benchmarks.reading.run .run/reading/test [--index none|all|absent]
        [--grades clean,mild] [--layouts pubmed-phone] [--most 200] [--answers FILE]

`all` gives the reading an index of the wanted records and the distractors, `absent` the same
without the wanted ones. The bare OCR of the same pictures, by the same model with the same
threads, is measured in the same run: one picture, its reading, its bare OCR, then the next.
"""

import argparse
import bisect
import io
import itertools
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import faster_paddle
import psutil

from benchmarks.reading.score import Tally, percent, table, tally_of
from chapwai.citations.gate import safe_picture

NO_INDEX = "none"
# How many items of each grade and language the first trial of readers had, mostly screenshots.
GRADES = {"clean": 101, "chat": 32, "mild": 41, "mid": 39, "hard": 13, "brutal": 28}
LANGUAGES = {"en": 262, "th": 12}


@dataclass(frozen=True)
class Outcome:
    """One picture: its line of truth, what was read, and the seconds of both ways to read it."""

    page: dict[str, Any]
    items: list[dict[str, Any]]
    seconds: float
    bare_seconds: float

    @property
    def ratio(self) -> float:
        return self.seconds / self.bare_seconds


def main() -> None:
    """Read the set and print the report."""
    options = _options()
    pages = _pages(options)
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        index = _index(options.index, options.folder, Path(folder))
        outcomes, memory = _read_all(pages, options.folder, index)
    if options.answers:
        _write_answers(options.answers, outcomes)
    print(_heading(options, len(pages), time.perf_counter() - started))
    print(_report(outcomes, memory))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="How well and how fast photos are read.")
    parser.add_argument("folder", type=Path, help="a set that benchmarks.reading.render made")
    parser.add_argument("--index", default=NO_INDEX, choices=(NO_INDEX, "all", "absent"))
    parser.add_argument("--grades", help="only these, with commas between them")
    parser.add_argument("--layouts", help="only these, with commas between them")
    parser.add_argument("--most", type=int, default=100_000, help="no more pictures than this")
    parser.add_argument("--answers", type=Path, help="keep what was read, one line a picture")
    return parser.parse_args()


def _pages(options: argparse.Namespace) -> list[dict[str, Any]]:
    lines = (options.folder / "pages.jsonl").read_text("utf-8").splitlines()
    pages = [json.loads(line) for line in lines]
    _add_whole_lists_of_authors(pages, options.folder)
    for name, wanted in (("grade", options.grades), ("layout", options.layouts)):
        if wanted:
            pages = [page for page in pages if page[name] in wanted.split(",")]
    return pages[: options.most]


def _add_whole_lists_of_authors(pages: Sequence[dict[str, Any]], folder: Path) -> None:
    """A page may print "et al."; an index then knows better."""
    records = map(json.loads, (folder / "records.jsonl").read_text("utf-8").splitlines())
    authors = {record["id"]: record["authors"] for record in records}
    for item in (item for page in pages for item in page["items"]):
        item["authors_full"] = authors[item["record"]]


def _index(kind: str, folder: Path, into: Path) -> Path | None:
    """The file of records for `chapwai read --index`, None for none."""
    if kind == NO_INDEX:
        return None
    names = ["distractors.jsonl", *(["records.jsonl"] if kind == "all" else [])]
    index = into / "index.jsonl"
    index.write_text("".join((folder / name).read_text("utf-8") for name in names), "utf-8")
    return index


def _read_all(
    pages: Sequence[dict[str, Any]], folder: Path, index: Path | None
) -> tuple[list[Outcome], float]:
    bare = faster_paddle.OcrEngine(model_size="tiny", threads=os.cpu_count())
    with _reader(index) as reader:
        _ask(reader, folder / pages[0]["image"])  # the first is cold
        outcomes = [_outcome(page, folder, reader, bare) for page in pages]
        return outcomes, _peak_memory(reader)


@contextmanager
def _reader(index: Path | None) -> Iterator[subprocess.Popen[str]]:
    which = ["--index", str(index)] if index else ["--no-index"]
    command = "import sys; from chapwai.config.command import main; sys.exit(main())"
    with subprocess.Popen(
        [sys.executable, "-c", command, "read", "--stdin", *which],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:
        yield process


def _ask(reader: subprocess.Popen[str], image: Path) -> list[dict[str, Any]]:
    assert reader.stdin
    assert reader.stdout
    reader.stdin.write(f"{image}\n")
    reader.stdin.flush()
    items: list[dict[str, Any]] = json.loads(reader.stdout.readline())["items"]
    return items


def _outcome(
    page: dict[str, Any], folder: Path, reader: subprocess.Popen[str], bare: Any
) -> Outcome:
    image = folder / page["image"]
    started = time.perf_counter()
    items = _ask(reader, image)
    seconds = time.perf_counter() - started
    return Outcome(page, items, seconds, _bare_seconds(image, bare))


def _bare_seconds(image: Path, bare: Any) -> float:
    """What the quick model alone takes for the same picture, once it is decoded."""
    file = io.BytesIO()
    safe_picture(image.read_bytes()).save(file, "BMP")
    started = time.perf_counter()
    bare.ocr(file.getvalue())
    return time.perf_counter() - started


def _peak_memory(reader: subprocess.Popen[str]) -> float:
    """The largest resident size in megabytes that a process of the reader ever had."""
    processes = psutil.Process(reader.pid).children(recursive=True)
    return max((_high_water(process.pid) for process in processes), default=0.0)


def _high_water(pid: int) -> float:
    lines = Path(f"/proc/{pid}/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))


def _write_answers(path: Path, outcomes: Sequence[Outcome]) -> None:
    lines = [
        {"image": one.page["image"], "seconds": one.seconds, "items": one.items} for one in outcomes
    ]
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8")


def _heading(options: argparse.Namespace, pictures: int, seconds: float) -> str:
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False
    )
    return (
        f"{options.folder.name}: {pictures} pictures, index: {options.index}, {seconds:.0f} s, "
        f"commit {commit.stdout.strip()}, {os.cpu_count()} cores, "
        f"Python {platform.python_version()}, load {os.getloadavg()[0]:.1f}"
    )


def _report(outcomes: Sequence[Outcome], memory: float) -> str:
    by = {name: _grouped(outcomes, name) for name in ("grade", "turn", "language", "layout")}
    everything = _summed(outcomes)
    parts = [table([("all", everything), *groups]) for groups in by.values()]
    return "\n\n".join([*parts, _honesty(everything), _wrong(everything), _speed(outcomes, memory)])


def _grouped(outcomes: Sequence[Outcome], name: str) -> list[tuple[str, Tally]]:
    groups = _alike(outcomes, name)
    return [(f"{name} {value}", _summed(alike)) for value, alike in groups.items()]


def _alike(outcomes: Sequence[Outcome], name: str) -> dict[Any, list[Outcome]]:
    """The outcomes by this property of their pages."""
    values = sorted({one.page.get(name) for one in outcomes}, key=str)
    return {value: [one for one in outcomes if one.page.get(name) == value] for value in values}


def _summed(outcomes: Sequence[Outcome]) -> Tally:
    total = Tally()
    for one in outcomes:
        total.add(tally_of(one.items, one.page["items"]))
    return total


def _honesty(tally: Tally) -> str:
    share = percent(tally.confident_and_exact, tally.confident)
    unseen = percent(tally.resolved_dois, tally.unseen_dois)
    return (
        f"confidence >= 0.9: {tally.confident} items, {share} % of them exact\n"
        f"DOI not visible: {tally.unseen_dois} items, {unseen} % of them resolved"
    )


def _wrong(tally: Tally) -> str:
    shares = [f"{name} {percent(tally.wrong[name], tally.given[name])}" for name in tally.wrong]
    return "wrong of those given, %: " + ", ".join(shares)


def _speed(outcomes: Sequence[Outcome], memory: float) -> str:
    by = [_ratios(outcomes, name) for name in ("grade", "language", "turn")]
    return (
        f"reading {_spread([one.seconds for one in outcomes])}\n"
        f"bare OCR {_spread([one.bare_seconds for one in outcomes])}\n"
        f"ratio p50 {_usual_ratio(outcomes)}, in the mix {ratio_in_the_mix(outcomes):.2f}; "
        f"{'; '.join(by)}\n"
        f"memory of the reading process {memory:.0f} MB"
    )


def _ratios(outcomes: Sequence[Outcome], name: str) -> str:
    groups = _alike(outcomes, name)
    return ", ".join(f"{value} {_usual_ratio(alike)}" for value, alike in groups.items())


def ratio_in_the_mix(outcomes: Sequence[Outcome]) -> float:
    """The median of reading to bare OCR, if pages came as they did in the first trial."""
    counts = Counter(map(_kind, outcomes))
    ordered = sorted(outcomes, key=lambda one: one.ratio)
    weights = [_weight(_kind(one)) / counts[_kind(one)] for one in ordered]
    reached = [*itertools.accumulate(weights)]
    return ordered[bisect.bisect_left(reached, reached[-1] / 2)].ratio


def _kind(one: Outcome) -> tuple[str, str]:
    return one.page["grade"], one.page["language"]


def _weight(kind: tuple[str, str]) -> int:
    grade, language = kind
    return GRADES[grade] * LANGUAGES[language]


def _usual_ratio(outcomes: Sequence[Outcome]) -> str:
    return f"{statistics.median(one.ratio for one in outcomes):.2f}"


def _spread(seconds: Sequence[float]) -> str:
    ordered = sorted(seconds)
    p95 = ordered[min(len(ordered) - 1, round(0.95 * len(ordered)))]
    return f"p50 {statistics.median(ordered):.2f} s, p95 {p95:.2f} s, max {ordered[-1]:.2f} s"


if __name__ == "__main__":
    main()
