"""How hard the grades are: the character error rate of the quick OCR model on some pages of each.

    python -m benchmarks.reading.calibrate [--pages 8] [--grades hard,brutal] [--seed 1]

The same pages go through every grade, upright, so that the grades can be compared.
"""

import argparse
import io
import random
import statistics
from collections.abc import Iterator, Sequence

from PIL import Image
from rapidfuzz.distance import Levenshtein

from benchmarks.reading.browser import Shot, camera
from benchmarks.reading.degrade import GRADES, degraded
from benchmarks.reading.pages import drawn_page, layouts
from chapwai.citations.engines.faster_paddle_engine import FasterPaddleEngine
from chapwai.citations.lines import joined_lines


def main() -> None:
    """Print one line a grade."""
    options = _options()
    engine = FasterPaddleEngine(threads=1)
    shots = list(_shots(options.pages, options.seed))
    for grade in options.grades.split(","):
        rates = []
        for number, shot in enumerate(shots):
            picture = _spoilt(shot.picture, grade, number)
            read = [line.text for line in joined_lines(engine.read(picture))]
            rates.append(error_rate(shot.lines, read))
        each = " ".join(f"{100 * rate:.1f}" for rate in rates)
        print(f"{grade:7} CER {100 * statistics.mean(rates):5.2f} %  ({each})", flush=True)


def error_rate(true: Sequence[str], read: Sequence[str]) -> float:
    """Letters wrong, missing or surplus as a share of the true ones, whatever the lines' order.

    Each true line is compared with the nearest read line, or with the best part of a longer one.
    """
    wrong = sum(_least_errors(_letters(line), [_letters(other) for other in read]) for line in true)
    return wrong / max(1, sum(len(_letters(line)) for line in true))


def _least_errors(line: str, others: Sequence[str]) -> int:
    return min([len(line), *(_errors(line, other) for other in others)])


def _errors(line: str, other: str) -> int:
    """The edits between them; what a longer line has before and after costs nothing."""
    surplus = len(other) - len(line)
    if surplus <= 0.1 * len(line):
        return Levenshtein.distance(line, other)
    parts = (other[start : start + len(line)] for start in range(surplus + 1))
    return min(Levenshtein.distance(line, part) for part in parts)


def _letters(text: str) -> str:
    return "".join(text.split())


def _shots(count: int, seed: int) -> Iterator[Shot]:
    english = [layout for layout in layouts("dev") if layout.language == "en"]
    step = max(1, len(english) // count)
    with camera() as studio:
        for layout in english[::step][:count]:
            rng = random.Random(f"calibrate {seed} {layout.name}")
            yield studio.shoot(drawn_page(layout, split="dev", rng=rng))


def _spoilt(picture: Image.Image, grade: str, number: int) -> Image.Image:
    if grade == "clean":
        return picture
    return Image.open(io.BytesIO(degraded(picture, grade=grade, seed=number)))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, default=8)
    parser.add_argument("--grades", default=",".join(GRADES))
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


if __name__ == "__main__":
    main()
