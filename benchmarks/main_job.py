"""How long people wait, against the least that the same machine could do in the same minute.

    python -m benchmarks.main_job [--rounds 10]

Photo to card: from the photo's arrival at the platform to the card in the group, against the bare
reading of the same photo in a warm process. File to mailbox: from the dropped PDF to the mail
server's yes, against a bare SMTP conversation with the same bytes. Memory: everything that
`chapwai serve` started, idle.
"""

import argparse
import base64
import io
import re
import smtplib
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

import httpx
import psutil

from chapwai.citations.worker import ReadingWorker
from demo.cast import Cast, cast_of
from demo.phones import Phones, wait_for
from demo.photo import ARTICLES, photo_of, render_screen
from demo.service import NETWORK_FILE, Service, running


def main() -> None:
    """Run the rounds and print one line a measure."""
    rounds = _rounds()
    with (
        tempfile.TemporaryDirectory() as folder,
        ReadingWorker() as reader,
        running(Path(folder), say=lambda line: None) as service,
        httpx.Client(base_url=service.linesim_url, timeout=60) as http,
    ):
        stage = Stage(Phones(http), cast_of(NETWORK_FILE), service)
        # The first of everything is cold, and is not counted.
        stage.photo_to_card(0)
        stage.claim()
        stage.file_to_mailbox()
        reader.read_photo(photo_of(ARTICLES[0], seed=0))
        cards, readings, files, mails = [], [], [], []
        for n in range(1, rounds + 1):
            _photo(n)  # drawn beforehand: nobody waits for that
            cards.append(_timed(partial(stage.photo_to_card, n)))
            readings.append(_timed(partial(reader.read_photo, _photo(n))))
            stage.claim()
            files.append(_timed(stage.file_to_mailbox))
            mails.append(_timed(partial(_bare_mail, service)))
        _say("photo to card", cards, "bare reading", readings)
        _say("file to mailbox", files, "bare SMTP", mails)
        print(f"memory, all of chapwai serve: {_memory(service) / 1e6:.0f} MB")


class Stage:
    """One librarian posts, another supplies."""

    def __init__(self, phones: Phones, cast: Cast, service: Service) -> None:
        self.phones, self.cast, self.service = phones, cast, service
        self.number = ""

    def photo_to_card(self, n: int) -> None:
        """Post a photo into the group and wait for its card."""
        seen = {one["id"] for one in self.phones.group_chat(self.cast.group)}
        self.phones.send(
            self.cast.librarian,
            _photo(n),
            name="screen.jpg",
            kind="image/jpeg",
            chat=self.cast.group,
        )

        def new_card() -> str | None:
            for one in self.phones.group_chat(self.cast.group):
                found = re.match(r"[A-Z]+[0-9]{3}", one["text"] or "")
                if one["id"] not in seen and one["type"] == "flex" and found:
                    return found[0]
            return None

        self.number = wait_for(new_card, what="the card")

    def claim(self) -> None:
        """Promise the document for the newest card."""
        supplier = self.cast.suppliers[0]
        self.phones.write(supplier, f"รับ {self.number}", chat=self.cast.group)
        self.phones.wait_in_group(self.cast.group, f"✅ {self.number}")

    def file_to_mailbox(self) -> None:
        """Drop the PDF and wait for the mail."""
        supplier, before = self.cast.suppliers[0], len(self.phones.mails())
        self.phones.send(supplier, _document(), name="article.pdf", kind="application/pdf")

        def arrived() -> bool | None:
            return True if len(self.phones.mails()) > before else None

        wait_for(arrived, what="the mail")


@cache
def _photo(n: int) -> bytes:
    return photo_of(ARTICLES[n % len(ARTICLES)], seed=n)


@cache
def _document() -> bytes:
    page = io.BytesIO()
    render_screen(ARTICLES[0]).save(page, "PDF", resolution=150)
    return page.getvalue()


def _bare_mail(service: Service) -> None:
    host, _, port = service.environment["CHAPWAI_SMTP_URL"].removeprefix("smtp://").partition(":")
    with smtplib.SMTP(host, int(port), timeout=30) as server:
        address = "bench@network.example"
        server.sendmail(address, [address], base64.encodebytes(_document()).decode())


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _say(name: str, ours: list[float], limit_name: str, limit: list[float]) -> None:
    """Median and slowest, and the ratio of the medians to the limit of the same run."""
    p50, bare = statistics.median(ours), statistics.median(limit)
    print(
        f"{name}: p50 {p50:.2f} s, max {max(ours):.2f} s, n {len(ours)};"
        f" {limit_name} p50 {bare:.2f} s; ratio {p50 / bare:.2f}"
    )


def _memory(service: Service) -> int:
    """Resident memory of every process that works in the service's folder, shared pages once."""
    folder = service.environment["CHAPWAI_DATA_DIR"]
    total = 0
    for process in psutil.process_iter(["pid", "environ", "cmdline"]):
        theirs = (process.info["environ"] or {}).get("CHAPWAI_DATA_DIR") == folder
        if theirs or any(folder in word for word in process.info["cmdline"] or []):
            total += process.memory_full_info().pss
    return total


def _rounds() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=10)
    return int(parser.parse_args().rounds)


if __name__ == "__main__":
    main()
