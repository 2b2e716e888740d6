"""Render the benchmark's pages with their truth.

    python -m benchmarks.reading.render --split dev --count 60 --seed 1
        [--grades clean,mild] [--layouts pubmed-desktop,results-scholar] [--out FOLDER]
        [--articles 2]

Writes pictures, `pages.jsonl` (a line a picture), `records.jsonl` (the articles that are shown)
and `distractors.jsonl` (other articles for an index); by default into `.run/reading/SPLIT`.
`--articles` is the seed of the articles themselves: another number, other articles.
"""

import argparse
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from PIL import Image

from benchmarks.reading.browser import Shot, camera
from benchmarks.reading.degrade import GRADES, degraded, turned
from benchmarks.reading.pages import Page, drawn_page, layouts
from benchmarks.reading.records import records
from benchmarks.reading.words import Split

SPLITS = ("dev", "test", "unseen")
DISTRACTORS: dict[Split, tuple[Split, ...]] = {"unseen": ("distractors", "unseen-distractors")}
TURNS = (*[0] * 15, 90, 180, 270)


def main() -> None:
    """Render what the command line asks for."""
    options = _options()
    folder = options.out or Path(".run/reading") / options.split
    folder.mkdir(parents=True, exist_ok=True)
    count = render(
        folder,
        split=options.split,
        count=options.count,
        seed=options.seed,
        grades=options.grades.split(","),
        names=options.layouts.split(",") if options.layouts else None,
        articles=options.articles,
    )
    print(f"{count} pictures in {folder}")


def render(
    folder: Path,
    *,
    split: Split,
    count: int,
    seed: int,
    grades: Sequence[str],
    names: Sequence[str] | None = None,
    articles: int = 1,
) -> int:
    """Render so many pictures, going round the layouts and the grades; returns how many."""
    chosen = [layout for layout in layouts(split) if not names or layout.name in names]
    with camera() as studio, (folder / "pages.jsonl").open("w", encoding="utf-8") as file:
        for number in range(count):
            rng = random.Random(f"{split} {seed} {number}")
            layout = chosen[number % len(chosen)]
            page = drawn_page(layout, split=split, rng=rng, seed=articles)
            grade = grade_of(number, grades, among=len(chosen))
            turn = rng.choice(TURNS)
            shot = studio.shoot(page)
            name = _saved(shot.picture, folder, page, grade, turn, number, rng)
            file.write(_line(page, shot, image=name, grade=grade, turn=turn) + "\n")
    _write_lines(folder / "records.jsonl", (a.to_json() for a in records(split, seed=articles)))
    _write_lines(folder / "distractors.jsonl", _distractors(split, articles))
    return count


def grade_of(number: int, grades: Sequence[str], *, among: int) -> str:
    """The grade of a picture: each layout goes through all of them, and starts with its own."""
    lap, place = divmod(number, among)
    return grades[(lap + place) % len(grades)]


def _distractors(split: Split, seed: int) -> Iterator[dict[str, Any]]:
    for name in DISTRACTORS.get(split, ("distractors",)):
        for article in records(name, seed=seed):
            yield article.to_json()


def _saved(
    picture: Image.Image,
    folder: Path,
    page: Page,
    grade: str,
    turn: int,
    number: int,
    rng: random.Random,
) -> str:
    (folder / grade).mkdir(exist_ok=True)
    name = f"{grade}/{page.layout.name}-{number:04}"
    if grade == "clean":
        turned(picture, turn).save(folder / f"{name}.png")
        return f"{name}.png"
    data = degraded(turned(picture, turn), grade=grade, seed=rng.randrange(2**32))
    (folder / f"{name}.jpg").write_bytes(data)
    return f"{name}.jpg"


def _line(page: Page, shot: Shot, *, image: str, grade: str, turn: int) -> str:
    truth = {
        "image": image,
        "grade": grade,
        "turn": turn,
        "layout": page.layout.name,
        "language": page.layout.language,
        "items": shot.items,
        "lines": shot.lines,
    }
    return json.dumps(truth, ensure_ascii=False)


def _write_lines(file: Path, values: Iterable[dict[str, Any]]) -> None:
    with file.open("w", encoding="utf-8") as lines:
        lines.writelines(json.dumps(value, ensure_ascii=False) + "\n" for value in values)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--split", choices=SPLITS, default="dev")
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--grades", default=",".join(GRADES))
    parser.add_argument("--layouts", default="")
    parser.add_argument("--articles", type=int, default=1)
    parser.add_argument("--out", type=Path)
    return parser.parse_args()


if __name__ == "__main__":
    main()
