"""Starts linesim and Chapwai as an operator would: two programs that know each other by address."""

import json
import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import httpx

from demo.world import write_world

NETWORK_FILE = Path(__file__).with_name("network.toml")
START_SECONDS = 60.0
STOP_SECONDS = 30.0

Say = Callable[[str], None]


class StartFailed(Exception):
    """A part of the demonstration did not start."""


@dataclass(frozen=True)
class Service:
    """What runs, and where: addresses, and the environment for Chapwai's own commands."""

    linesim_url: str
    chapwai_url: str
    environment: dict[str, str]
    log: Path

    def command(self, *arguments: str) -> Any:
        """Run `chapwai …` and give its JSON; its exit code matters less than what it says."""
        done = subprocess.run(
            [sys.executable, "-m", "chapwai", *arguments],
            env=self.environment,
            check=False,
            capture_output=True,
            text=True,
        )
        if not done.stdout:
            raise StartFailed(f"chapwai {arguments[0]}: {done.stderr.strip()[-300:]}")
        return json.loads(done.stdout)


@contextmanager
def running(folder: Path, *, say: Say) -> Iterator[Service]:
    """Everything up and the network loaded; everything down again at the end."""
    log = folder / "chapwai.log"
    with log.open("wb") as output:
        say("▸ linesim: a LINE platform of our own, and a mailbox")
        linesim = _start_linesim(folder, output)
        try:
            service = _service(folder, log, _announcement(linesim))
            say("▸ Chapwai: database, web, workers")
            chapwai = _start_chapwai(service, output)
            try:
                _wait_until_ready(service, chapwai)
                _introduce(service)
                yield service
            finally:
                _stop(chapwai)
        finally:
            _stop(linesim)


def _start_linesim(folder: Path, output: Any) -> "subprocess.Popen[str]":
    world = write_world(NETWORK_FILE, folder / "world.json")
    return subprocess.Popen(
        [
            *(sys.executable, "-m", "linesim", "--port", "0", "--smtp-port", "0"),
            *("--world", str(world)),
        ],
        stdout=subprocess.PIPE,
        stderr=output,
        text=True,
        start_new_session=True,
    )


def _announcement(linesim: "subprocess.Popen[str]") -> dict[str, Any]:
    """The line in which linesim says where it is."""
    line = linesim.stdout.readline() if linesim.stdout else ""
    if not line:
        raise StartFailed("linesim did not start")
    return cast(dict[str, Any], json.loads(line))


def _service(folder: Path, log: Path, linesim: dict[str, Any]) -> Service:
    url = f"http://127.0.0.1:{_free_port()}"
    own = {
        "CHAPWAI_DATA_DIR": str(folder / "data"),
        "CHAPWAI_BIND": url.removeprefix("http://"),
        "CHAPWAI_PUBLIC_URL": url,
        "CHAPWAI_LINE_API_URL": linesim["url"],
        "CHAPWAI_LINE_CHANNEL_ID": linesim["channel"]["id"],
        "CHAPWAI_LINE_CHANNEL_SECRET": linesim["channel"]["secret"],
        "CHAPWAI_LINE_CHANNEL_TOKEN": linesim["channel"]["access_token"],
        "CHAPWAI_SMTP_URL": f"smtp://{linesim['smtp']}",
        "CHAPWAI_MAIL_FROM": "chapwai@network.example",
        "CHAPWAI_SECRET_KEY": secrets.token_urlsafe(32),
    }
    # Nothing of an installation that this machine may have reaches the demonstration.
    inherited = {k: v for k, v in os.environ.items() if not k.startswith("CHAPWAI_")}
    return Service(linesim["url"], url, {**inherited, **own}, log)


def _start_chapwai(service: Service, output: Any) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "chapwai", "serve"],
        env=service.environment,
        stdout=output,
        stderr=output,
        start_new_session=True,
    )


def _wait_until_ready(service: Service, chapwai: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and chapwai.poll() is None:
        try:
            if httpx.get(f"{service.chapwai_url}/healthz", timeout=2).is_success:
                return
        except httpx.TransportError:
            time.sleep(0.1)
    end = service.log.read_text(errors="replace").strip().splitlines()[-3:]
    raise StartFailed("Chapwai did not start: " + " / ".join(end))


def _introduce(service: Service) -> None:
    """Load the network, and tell the platform where its webhooks go: an operator's two steps."""
    loaded = subprocess.run(
        [sys.executable, "-m", "chapwai", "network", "load", str(NETWORK_FILE)],
        env=service.environment,
        check=False,
        capture_output=True,
        text=True,
    )
    if loaded.returncode:
        raise StartFailed(loaded.stderr.strip())
    token = service.environment["CHAPWAI_LINE_CHANNEL_TOKEN"]
    httpx.put(
        f"{service.linesim_url}/v2/bot/channel/webhook/endpoint",
        headers={"Authorization": f"Bearer {token}"},
        json={"endpoint": f"{service.chapwai_url}/line/webhook"},
    ).raise_for_status()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _stop(process: "subprocess.Popen[Any]") -> None:
    process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdout:
        process.stdout.close()
