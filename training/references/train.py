"""Train the model that divides references: `python -m training.references.train`.

The result is the same on every run: nothing is drawn that is not seeded.
"""

import argparse
from pathlib import Path

import pycrfsuite

from chapwai.citations.references.features import features_of
from chapwai.citations.references.tagger import MODEL
from training.references.examples import examples
from training.references.judge import report
from training.references.labelled import parts_of
from training.references.noise import CLEAN, LIGHT, MIDDLE, STRONG
from training.references.styles import HELD_OUT, STYLES, Style
from training.references.words import TRAINING

SEED = 20_190_312
# Half of the examples are clean, the rest as engines read them.
NOISES = (CLEAN, CLEAN, CLEAN, LIGHT, MIDDLE, STRONG)
# Small weights are dropped (c1), so that the model stays small; large ones are held back (c2).
SETTINGS = {
    "c1": 0.3,
    "c2": 0.02,
    "feature.possible_transitions": True,
    "feature.minfreq": 3,
}
JUDGED_BY = 600
REPORT = MODEL.with_suffix(".md")


def styles_to_learn() -> list[Style]:
    """All styles but those kept back for judging."""
    return [style for style in STYLES if style.name not in HELD_OUT]


def train(path: Path, *, count: int, iterations: int) -> None:
    """Write the model made of so many examples."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({**SETTINGS, "max_iterations": iterations})
    made = examples(
        count, styles=styles_to_learn(), stock=TRAINING, noises=NOISES, mixed=True, seed=SEED
    )
    for _, letters in made:
        tokens, parts = parts_of(letters)
        if tokens:
            trainer.append(features_of(tokens), parts)
    trainer.train(str(path))


def main() -> None:
    """Train the model that the service ships, judge it, and write the report beside it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=18_000)
    parser.add_argument("--iterations", type=int, default=75)
    chosen = parser.parse_args()
    train(MODEL, count=chosen.count, iterations=chosen.iterations)
    REPORT.write_text(_report(count=chosen.count, iterations=chosen.iterations), encoding="utf-8")


def _report(*, count: int, iterations: int) -> str:
    return (
        "# The model that divides references\n\n"
        f"Made by `python -m training.references.train` from {count} invented references in "
        f"{len(styles_to_learn())} styles, {iterations} iterations; "
        f"{MODEL.stat().st_size // 1024} kB. Judged on words, names and titles that it never saw; "
        f"the new styles are the {len(HELD_OUT)} kept back.\n\n"
        f"```\n{report(count=JUDGED_BY)}```\n"
    )


if __name__ == "__main__":
    main()
