"""Train the network that tells Thai figures apart: `python -m training.thai_figures.train`.

It needs numpy, which comes with the development dependencies, and the Thai fonts that `drawn.py`
names.
"""

import random
import struct
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from chapwai.citations.engines import figure_network
from chapwai.citations.engines.figure_network import CLASSES, INPUTS
from training.thai_figures.drawn import JUDGED, LEARNT, Example, examples, fonts_of

WEIGHTS = Path(figure_network.__file__).with_name("thai_figures.bin")
SEED = 7
TO_LEARN, TO_JUDGE = 60_000, 10_000
UNITS = 32
ROUNDS, AT_ONCE = 8, 128
FASTEST, SLOWEST = 2e-3, 1e-5
# So that single pixels do not decide: noise on what is seen, and a part of it unseen.
NOISE, UNSEEN = 0.04, 0.03
KEPT, KEPT_SQUARES = 0.9, 0.999

Numbers = NDArray[np.float64]


def main() -> None:
    """Learn from drawn glyphs, write the weights, and say how well fonts never seen are read."""
    given, classes = _arrays(examples(random.Random(SEED), fonts_of(LEARNT), TO_LEARN))
    weights = _trained(given, classes)
    rows = (np.vstack(layer).T.ravel() for layer in (weights[:2], weights[2:]))
    values = np.concatenate(list(rows)).tolist()
    WEIGHTS.write_bytes(struct.pack(f"<{len(values)}e", *values))
    given, classes = _arrays(examples(random.Random(SEED + 1), fonts_of(JUDGED), TO_JUDGE))
    right = _chances(weights, given)[1].argmax(1) == classes
    print(f"right of fonts never seen: {100 * right.mean():.1f} %")  # noqa: T201


def _arrays(found: list[Example]) -> tuple[Numbers, NDArray[np.int64]]:
    return np.array([features for features, _ in found]), np.array([each for _, each in found])


def _trained(given: Numbers, classes: NDArray[np.int64]) -> list[Numbers]:
    """Weights and biases of both layers, found by steps that adapt to each weight."""
    rng = np.random.default_rng(SEED)
    weights = [*_layer(rng, INPUTS, UNITS), *_layer(rng, UNITS, CLASSES)]
    kept, squares = ([np.zeros_like(each) for each in weights] for _ in range(2))
    step, steps = 0, ROUNDS * (len(given) // AT_ONCE)
    for _ in range(ROUNDS):
        order = rng.permutation(len(given))
        for first in range(0, len(order) - AT_ONCE + 1, AT_ONCE):
            some = order[first : first + AT_ONCE]
            slopes = _slopes(weights, _disturbed(rng, given[some]), classes[some])
            step += 1
            speed = SLOWEST + FASTEST * (1 + np.cos(np.pi * step / steps)) / 2
            for n, slope in enumerate(slopes):
                kept[n] = KEPT * kept[n] + (1 - KEPT) * slope
                squares[n] = KEPT_SQUARES * squares[n] + (1 - KEPT_SQUARES) * slope**2
                mean = kept[n] / (1 - KEPT**step)
                weights[n] -= speed * mean / (np.sqrt(squares[n] / (1 - KEPT_SQUARES**step)) + 1e-8)
    return weights


def _layer(rng: np.random.Generator, inputs: int, units: int) -> tuple[Numbers, Numbers]:
    return rng.normal(0, np.sqrt(2 / inputs), (inputs, units)), np.zeros((1, units))


def _disturbed(rng: np.random.Generator, given: Numbers) -> Numbers:
    noisy = given + rng.normal(0, NOISE, given.shape)
    seen = rng.random(given.shape) > UNSEEN
    contrast = rng.uniform(0.8, 1.15, (len(given), 1))
    disturbed: Numbers = noisy * seen * contrast
    return disturbed


def _chances(weights: list[Numbers], given: Numbers) -> tuple[Numbers, Numbers]:
    """What the hidden units answer, and how likely each class is."""
    hidden = np.maximum(0, given @ weights[0] + weights[1])
    values = hidden @ weights[2] + weights[3]
    raised = np.exp(values - values.max(1, keepdims=True))
    return hidden, raised / raised.sum(1, keepdims=True)


def _slopes(weights: list[Numbers], given: Numbers, classes: NDArray[np.int64]) -> list[Numbers]:
    """In which direction each weight makes the answers worse."""
    hidden, wrong = _chances(weights, given)
    wrong[np.arange(len(given)), classes] -= 1
    wrong /= len(given)
    behind = wrong @ weights[2].T * (hidden > 0)
    return [
        given.T @ behind,
        behind.sum(0, keepdims=True),
        hidden.T @ wrong,
        wrong.sum(0, keepdims=True),
    ]


if __name__ == "__main__":
    main()
