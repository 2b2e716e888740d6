"""Every kind of page there is, and how one of them is drawn by chance."""

import functools
import random
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.template import Context, Engine

from benchmarks.reading.draft import Draft, Layout
from benchmarks.reading.layouts import LAYOUTS
from benchmarks.reading.looks import Look, drawn_look
from benchmarks.reading.records import records
from benchmarks.reading.shown import ShownItem
from benchmarks.reading.unseen.layouts import UNSEEN_LAYOUTS
from benchmarks.reading.words import UNSEEN, Split

TEMPLATES = Path(__file__).with_name("templates")


@dataclass(frozen=True, kw_only=True)
class Page:
    """A page to be rendered: its HTML, its articles and its look."""

    layout: Layout
    html: str
    items: tuple[ShownItem, ...]
    look: Look
    scroll: float
    marked: int | None


def layouts(split: Split) -> list[Layout]:
    """The layouts of a split; those that are held back belong to the test alone."""
    if split in UNSEEN:
        return list(UNSEEN_LAYOUTS)
    return [layout for layout in LAYOUTS if split == "test" or not layout.is_held_back]


def drawn_page(layout: Layout, *, split: Split, rng: random.Random, seed: int = 1) -> Page:
    """One page of a kind, with articles, look and wording by chance."""
    is_thai = layout.language == "th"
    look = drawn_look(rng, split, device=rng.choice(layout.devices), is_thai=is_thai)
    draft = Draft(items=_items(layout, split, rng, seed), look=look, rng=rng, split=split)
    return Page(
        layout=layout,
        html=_written(draft, layout),
        items=draft.items,
        look=look,
        scroll=rng.choice((0.0, 0.0, 0.0, rng.random())),
        marked=rng.randrange(len(draft.items)) if len(draft.items) > 1 and look.mark else None,
    )


def _items(layout: Layout, split: Split, rng: random.Random, seed: int) -> tuple[ShownItem, ...]:
    suitable = [article for article in records(split, seed=seed) if layout.suits(article)]
    group = layout.group(suitable, rng)
    # An issue may hold fewer articles than such a page has room for.
    chosen = rng.sample(group, rng.randint(layout.fewest, min(layout.most, len(group))))
    in_thai_digits = layout.language == "th" and rng.random() < 0.2
    return tuple(ShownItem(n, article, in_thai_digits) for n, article in enumerate(chosen))


def _written(draft: Draft, layout: Layout) -> str:
    shared = {"look": draft.look, "filler": draft.filler, "item": draft.item, "items": draft.items}
    context: dict[str, Any] = shared | layout.context(draft)
    content = _filled(layout.template, context)
    frame = {
        "content": content,
        "language": layout.language,
        "is_on_the_web": layout.is_on_the_web,
        "site": context["words"].get("site", "Reader"),
        "address": _address(draft, context["words"]),
    }
    return _filled(layout.frame, shared | frame)


def _address(draft: Draft, words: dict[str, Any]) -> Any:
    number = draft.rng.randint(10000, 99999999)
    return words.get("address", f"www.site.example/article/{number}")


def _filled(template: str, context: dict[str, Any]) -> str:
    return _engine().get_template(f"{template}.html").render(Context(context, use_l10n=False))


@functools.cache
def _engine() -> Engine:
    return Engine(dirs=[str(TEMPLATES)])
