"""Webhooks through linesim: 200 a second for half a minute, one in a hundred lost on the way.

    python -m benchmarks.linesim_webhooks [--seconds 30] [--rate 200]

Twenty people write to an account whose bot counts what it hears. A rule drops one webhook in a
hundred, and redelivery brings it again. Printed: what was sent, heard and lost; how long the way
from the person's text to the bot took; the memory of linesim's process each five seconds.
"""

import argparse
import asyncio
import json
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import psutil
import uvicorn
from starlette.types import Receive, Scope, Send

PEOPLE = [f"U{number:032x}" for number in range(20)]
SENDERS = 10
LOST_ON_THE_WAY = 0.01
REDELIVERY = {"count": 10, "interval_seconds": 1.0}
KEPT = 1000  # records; a long run must not need more memory than a short one
LOOK_EVERY_SECONDS = 5


@dataclass
class Bot:
    """Hears webhooks, and notes when it heard each text for the first time."""

    heard_at: dict[str, float] = field(default_factory=dict)
    redelivered: int = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one webhook with 200."""
        body, more = b"", True
        while more:
            message = await receive()
            if message["type"] == "http.disconnect":
                return  # later than the two seconds that a webhook may take
            body += message["body"]
            more = message["more_body"]
        for event in json.loads(body)["events"]:
            self.redelivered += event["deliveryContext"]["isRedelivery"]
            self.heard_at.setdefault(event["message"]["text"], time.perf_counter())
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b""})


def main() -> None:
    """Run once and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=int, default=30)
    parser.add_argument("--rate", type=int, default=200)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(_run(Path(folder), seconds=options.seconds, rate=options.rate))


async def _run(folder: Path, *, seconds: int, rate: int) -> None:
    bot = Bot()
    listening = uvicorn.Server(
        uvicorn.Config(bot, interface="asgi3", port=0, lifespan="off", log_level="warning")
    )
    serving = asyncio.create_task(listening.serve())
    while not listening.started:
        await asyncio.sleep(0.01)
    port = listening.servers[0].sockets[0].getsockname()[1]
    process, url = _linesim(folder, webhook_url=f"http://127.0.0.1:{port}/")
    try:
        async with httpx.AsyncClient(base_url=f"{url}/sim", trust_env=False) as sim:
            await _measure(bot, sim, psutil.Process(process.pid), seconds=seconds, rate=rate)
    finally:
        process.terminate()
        process.wait()
        listening.should_exit = True
        await serving


def _linesim(folder: Path, *, webhook_url: str) -> tuple[subprocess.Popen[bytes], str]:
    world = {
        "channel": {"webhook_url": webhook_url},
        "person": [{"id": user, "name": user} for user in PEOPLE],
    }
    file = folder / "world.json"
    file.write_text(json.dumps(world))
    command = [sys.executable, "-m", "linesim", "--port", "0", "--seed", "1"]
    command += ["--keep", str(KEPT), "--world", str(file)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    assert process.stdout is not None
    return process, json.loads(process.stdout.readline())["url"]


async def _measure(
    bot: Bot, sim: httpx.AsyncClient, process: psutil.Process, *, seconds: int, rate: int
) -> None:
    await sim.post("/webhooks/settings", json={"redelivery": REDELIVERY})
    await sim.post("/rules", json={"kind": "drop", "probability": LOST_ON_THE_WAY})
    sent_at: dict[str, float] = {}
    memory: list[int] = []
    watching = asyncio.create_task(_watch(process, memory))
    port = sim.base_url.port
    assert port is not None
    started, busy = time.perf_counter(), _processor_seconds(process)
    await asyncio.gather(
        *(_send(port, sent_at, first=n, total=seconds * rate, rate=rate) for n in range(SENDERS))
    )
    took = time.perf_counter() - started
    await _until_heard(bot, len(sent_at))
    watching.cancel()
    busy = _processor_seconds(process) - busy
    [rule] = (await sim.get("/rules")).json()["rules"]
    _print(bot, sent_at, memory, took=took, busy=busy, dropped=rule["struck"])


async def _send(port: int, sent_at: dict[str, float], *, first: int, total: int, rate: int) -> None:
    # Bare sockets: this process must leave the machine to the one that is measured.
    reading, writing = await asyncio.open_connection("127.0.0.1", port)
    started = time.perf_counter()
    for number in range(first, total, SENDERS):
        await asyncio.sleep(max(0.0, started + number / rate - time.perf_counter()))
        sent_at[str(number)] = time.perf_counter()
        writing.write(_order(PEOPLE[number % len(PEOPLE)], text=str(number)))
        if b" 200 " not in await reading.readline():
            raise RuntimeError("linesim refused a text")
        await reading.readuntil(b"}")
    writing.close()


def _order(person: str, *, text: str) -> bytes:
    body = json.dumps({"chat": "bot", "text": text}).encode()
    head = f"POST /sim/persons/{person}/messages HTTP/1.1\r\nhost: linesim\r\n"
    return f"{head}content-length: {len(body)}\r\n\r\n".encode() + body


def _processor_seconds(process: psutil.Process) -> float:
    times = process.cpu_times()
    return times.user + times.system


async def _watch(process: psutil.Process, memory: list[int]) -> None:
    while True:
        await asyncio.sleep(LOOK_EVERY_SECONDS)
        memory.append(process.memory_info().rss)


async def _until_heard(bot: Bot, number: int) -> None:
    deadline = time.perf_counter() + 60
    while len(bot.heard_at) < number and time.perf_counter() < deadline:
        await asyncio.sleep(0.05)


def _print(
    bot: Bot,
    sent_at: dict[str, float],
    memory: list[int],
    *,
    took: float,
    busy: float,
    dropped: int,
) -> None:
    ways = sorted(
        (heard - sent_at[text]) * 1000 for text, heard in bot.heard_at.items() if text in sent_at
    )
    percent = statistics.quantiles(ways, n=1000)
    print(_machine())
    print(f"sent      {len(sent_at)} texts in {took:.1f} s: {len(sent_at) / took:.0f} a second")
    print(f"dropped   {dropped} on purpose, {bot.redelivered} redelivered")
    print(f"lost      {len(sent_at) - len(bot.heard_at)}")
    print(
        f"the way   p50 {percent[499]:.1f} ms, p95 {percent[949]:.1f} ms "
        "(those dropped wait a second for redelivery)"
    )
    print(f"work      {busy / len(sent_at) * 1000:.2f} ms of one core for each text and webhook")
    shown = ", ".join(f"{size / 1e6:.1f}" for size in memory)
    print(f"memory    {shown} MB, every {LOOK_EVERY_SECONDS} s")


def _machine() -> str:
    size = psutil.virtual_memory().total / 1e9
    return (
        f"machine   {psutil.cpu_count()} cores, {size:.0f} GB, {platform.machine()} "
        f"{platform.system()}, Python {platform.python_version()}, "
        f"load {psutil.getloadavg()[0]:.1f} when it ended"
    )


if __name__ == "__main__":
    main()
