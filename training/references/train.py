"""Train the model that divides references: `python -m training.references.train`.

The result is the same on every run: nothing is drawn that is not seeded.
"""

import argparse
from pathlib import Path

import pycrfsuite

from chapwai.citations.references.features import features_of
from chapwai.citations.references.tagger import MODEL
from training.references.examples import examples
from training.references.labelled import parts_of
from training.references.noise import CLEAN, LIGHT, MIDDLE, STRONG
from training.references.styles import HELD_OUT, STYLES, Style
from training.references.words import TRAINING

SEED = 20_190_312
# Small weights are dropped (c1), so that the model stays small; large ones are held back (c2).
SETTINGS = {
    "c1": 0.3,
    "c2": 0.02,
    "max_iterations": 90,
    "feature.possible_transitions": True,
    "feature.minfreq": 3,
}


def styles_to_learn() -> list[Style]:
    """All styles but those kept back for judging."""
    return [style for style in STYLES if style.name not in HELD_OUT]


def train(path: Path, *, count: int, iterations: int) -> None:
    """Write the model made of so many examples."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({**SETTINGS, "max_iterations": iterations})
    noises = (CLEAN, CLEAN, CLEAN, LIGHT, MIDDLE, STRONG)
    for _, letters in examples(
        count, styles=styles_to_learn(), stock=TRAINING, noises=noises, mixed=True, seed=SEED
    ):
        tokens, parts = parts_of(letters)
        if tokens:
            trainer.append(features_of(tokens), parts)
    trainer.train(str(path))


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default=MODEL)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--iterations", type=int, default=SETTINGS["max_iterations"])
    chosen = parser.parse_args()
    train(chosen.model, count=chosen.count, iterations=chosen.iterations)


if __name__ == "__main__":
    main()
