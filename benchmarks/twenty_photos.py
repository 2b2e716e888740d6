"""Twenty photos at once: when their cards come, in which order, and how webhooks fare meanwhile.

    python -m benchmarks.twenty_photos

The limit of the same run is the bare reading of the same photos, one after the other, in a warm
process of its own. Webhooks are timed by the platform, from its request to the service's answer.
"""

import re
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import httpx

from chapwai.citations.worker import ReadingWorker
from demo.cast import Cast, cast_of
from demo.phones import Json, Phones, wait_for
from demo.photo import ARTICLES, photo_of
from demo.service import NETWORK_FILE, running

PHOTOS = 20
# While the photos are read, people go on talking.
CHATTER = "ขอบคุณค่ะ"


def main() -> None:
    """Post the photos, wait for all cards, and print what was seen."""
    photos = [_photo(n) for n in range(PHOTOS)]
    with (
        tempfile.TemporaryDirectory() as folder,
        ReadingWorker() as reader,
        running(Path(folder), say=lambda line: None) as service,
        httpx.Client(base_url=service.linesim_url, timeout=60) as http,
    ):
        phones, cast = Phones(http), cast_of(NETWORK_FILE)
        reader.read_photo(photos[0])
        began = time.perf_counter()
        for photo in photos:
            phones.send(
                cast.librarian, photo, name="screen.jpg", kind="image/jpeg", chat=cast.group
            )
        seconds = _cards_come(phones, cast, began)
        print(f"cards: {len(seconds)} of {PHOTOS}, first after {seconds[0]:.1f} s, ", end="")
        print(f"last after {seconds[-1]:.1f} s; in order: {_in_order(phones, cast)}")
        print(_webhooks(http))
        print(_bare(reader, photos, last=seconds[-1]))


def _photo(n: int) -> bytes:
    """A photo of an article of its own, told apart by its title."""
    article = ARTICLES[n % len(ARTICLES)]
    return photo_of(replace(article, title=f"{article.title}, part {n + 1}"), seed=n)


def _cards_come(phones: Phones, cast: Cast, began: float) -> list[float]:
    """When each card stood in the group, in seconds; somebody says thanks while one waits."""
    seconds: list[float] = []

    def all_there() -> bool | None:
        phones.write(cast.suppliers[0], CHATTER, chat=cast.group)
        new = len(_cards(phones, cast)) - len(seconds)
        seconds.extend([time.perf_counter() - began] * new)
        return len(seconds) >= PHOTOS or None

    wait_for(all_there, what="twenty cards")
    return seconds


def _cards(phones: Phones, cast: Cast) -> list[Json]:
    return [one for one in phones.group_chat(cast.group) if one["type"] == "flex"]


def _in_order(phones: Phones, cast: Cast) -> bool:
    """Whether the cards stand in the order in which the photos were sent."""
    parts = [re.search(r", part (\d+)", str(card["content"])) for card in _cards(phones, cast)]
    # A number that was misread says nothing about the order.
    return all(part is None or int(part[1]) == n for n, part in enumerate(parts, 1))


def _webhooks(http: httpx.Client) -> str:
    entries = http.get("/sim/traffic.har").json()["log"]["entries"]
    took = sorted(entry["time"] for entry in entries if "webhook" in entry["request"]["url"])
    p99 = took[min(len(took) - 1, round(0.99 * len(took)))]
    return (
        f"webhooks meanwhile: {len(took)}, p50 {took[len(took) // 2]:.0f} ms, "
        f"p99 {p99:.0f} ms, max {took[-1]:.0f} ms"
    )


def _bare(reader: ReadingWorker, photos: Sequence[bytes], *, last: float) -> str:
    began = time.perf_counter()
    for photo in photos:
        reader.read_photo(photo)
    bare = time.perf_counter() - began
    return f"bare reading of the same photos {bare:.1f} s; ratio of the last card {last / bare:.2f}"


if __name__ == "__main__":
    main()
