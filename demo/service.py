"""Starts linesim and Chapwai as an operator would: two programs that know each other by address."""

import json
import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
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
def running(
    folder: Path,
    *,
    say: Say,
    network_file: Path = NETWORK_FILE,
    settings: Mapping[str, str] | None = None,
) -> Iterator[Service]:
    """Everything up and the network loaded; everything down again at the end.

    `settings` are further variables for Chapwai, such as another mail server.
    """
    log = folder / "chapwai.log"
    say("▸ linesim: a LINE platform of our own, and a mailbox")
    linesim = _start_linesim(folder, network_file, log)
    try:
        platform = _announcement(linesim)
        environment = environment_in(folder, _reach(platform) | dict(settings or {}))
        service = Service(platform["url"], environment["CHAPWAI_PUBLIC_URL"], environment, log)
        say("▸ Chapwai: database, web, workers")
        with serving(service, network_file=network_file):
            _connect(service)
            yield service
    finally:
        stop(linesim)


@contextmanager
def serving(
    service: Service, *, network_file: Path = NETWORK_FILE
) -> Iterator["subprocess.Popen[bytes]"]:
    """`chapwai serve` on whatever platform its environment names, with the network loaded."""
    chapwai = start_chapwai(service)
    try:
        wait_until_ready(service, chapwai)
        _load(service, network_file)
        yield chapwai
    finally:
        stop(chapwai)


def environment_in(folder: Path, settings: Mapping[str, str]) -> dict[str, str]:
    """The environment of an installation that keeps everything in this folder."""
    url = f"http://127.0.0.1:{free_port()}"
    own = {
        "CHAPWAI_DATA_DIR": str(folder / "data"),
        "CHAPWAI_BIND": url.removeprefix("http://"),
        "CHAPWAI_PUBLIC_URL": url,
        "CHAPWAI_MAIL_FROM": "chapwai@network.example",
        "CHAPWAI_SECRET_KEY": secrets.token_urlsafe(32),
    }
    # Nothing of an installation that this machine may have reaches the demonstration.
    inherited = {k: v for k, v in os.environ.items() if not k.startswith("CHAPWAI_")}
    return {**inherited, **own, **settings}


def start_chapwai(service: Service) -> "subprocess.Popen[bytes]":
    """Start `chapwai serve`; its log grows where the service says."""
    with service.log.open("ab") as output:
        return subprocess.Popen(
            [sys.executable, "-m", "chapwai", "serve"],
            env=service.environment,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )


def wait_until_ready(service: Service, chapwai: "subprocess.Popen[bytes]") -> None:
    """Return once the service says that it is ready, or raise StartFailed with its last words."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and chapwai.poll() is None:
        try:
            if httpx.get(f"{service.chapwai_url}/healthz", timeout=2).is_success:
                return
        except httpx.TransportError:
            time.sleep(0.1)
    end = service.log.read_text(errors="replace").strip().splitlines()[-3:]
    raise StartFailed("Chapwai did not start: " + " / ".join(end))


def stop(process: "subprocess.Popen[Any]") -> None:
    """Ask a program to end, and end it by force if it does not."""
    process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdout:
        process.stdout.close()


def _start_linesim(folder: Path, network_file: Path, log: Path) -> "subprocess.Popen[str]":
    world = write_world(network_file, folder / "world.json")
    with log.open("ab") as output:
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


def _reach(platform: dict[str, Any]) -> dict[str, str]:
    """How Chapwai reaches this linesim, and proves to it who is calling."""
    channel = platform["channel"]
    return {
        "CHAPWAI_LINE_API_URL": platform["url"],
        "CHAPWAI_LINE_CHANNEL_ID": channel["id"],
        "CHAPWAI_LINE_CHANNEL_SECRET": channel["secret"],
        "CHAPWAI_LINE_CHANNEL_TOKEN": channel["access_token"],
        "CHAPWAI_SMTP_URL": f"smtp://{platform['smtp']}",
    }


def _load(service: Service, network_file: Path) -> None:
    """Load the network, an operator's first step."""
    loaded = subprocess.run(
        [sys.executable, "-m", "chapwai", "network", "load", str(network_file)],
        env=service.environment,
        check=False,
        capture_output=True,
        text=True,
    )
    if loaded.returncode:
        raise StartFailed(loaded.stderr.strip())


def _connect(service: Service) -> None:
    """Tell the platform where its webhooks go, an operator's second step."""
    token = service.environment["CHAPWAI_LINE_CHANNEL_TOKEN"]
    httpx.put(
        f"{service.linesim_url}/v2/bot/channel/webhook/endpoint",
        headers={"Authorization": f"Bearer {token}"},
        json={"endpoint": f"{service.chapwai_url}/line/webhook"},
    ).raise_for_status()


def free_port() -> int:
    """A port of this machine that nobody uses right now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
