"""Examples to learn from and to be judged by."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

from training.references import chat
from training.references.author_forms import FORMS
from training.references.labelled import Letter, lettered
from training.references.noise import Noise
from training.references.records import publication
from training.references.render import printed
from training.references.styles import Style
from training.references.words import Stock

NUMBERS = ("{}. ", "[{}] ", "{} ", "({}) ", "{}) ", "{}.")


def examples(
    count: int,
    *,
    styles: Sequence[Style],
    stock: Stock,
    noises: Sequence[Noise],
    mixed: bool,
    seed: int,
) -> Iterator[tuple[list[Letter], list[Letter]]]:
    """So many references, as printed and as read; `mixed` crosses styles and adds chat."""
    chance = random.Random(seed)
    for n in range(count):
        style = styles[n % len(styles)]
        if mixed and chance.random() < 0.04:
            said = lettered(chat.alone(chance), "chat")
            yield said, said
            continue
        letters = printed(
            publication(chance, stock), _mixed(style, chance) if mixed else style, chance
        )
        if mixed:
            letters = _amid_chat(letters, chance)
        yield letters, chance.choice(noises).on(letters, chance)


def _mixed(style: Style, chance: random.Random) -> Style:
    """The style with a few of its traits taken from others."""
    if chance.random() < 0.4:
        return style
    return replace(
        style,
        authors=chance.choice(FORMS) if chance.random() < 0.5 else style.authors,
        journal=chance.choice(("full", "short", "dotted")),
        case=chance.choice((style.case, "sentence", "title")),
        pages=chance.choice(("full", "short", "dash")),
    )


def _amid_chat(letters: list[Letter], chance: random.Random) -> list[Letter]:
    kind = chance.random()
    if kind < 0.10:
        return lettered(chance.choice(NUMBERS).format(chance.randint(1, 120))) + letters
    if kind < 0.15:
        return lettered(f"{chance.choice(chat.BEFORE)} ", "chat") + letters
    if kind < 0.25:
        return letters + lettered(f" {chance.choice(chat.AFTER)}", "chat")
    if kind < 0.27:
        before, after = chance.choice(chat.BEFORE), chance.choice(chat.AFTER)
        return lettered(f"{before} ", "chat") + letters + lettered(f" {after}", "chat")
    return letters
