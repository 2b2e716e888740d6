"""The `linesim` command."""

import argparse
import asyncio
import json
import sys
from pathlib import Path

from linesim.ids import Ids
from linesim.serving import Addresses, Server
from linesim.simulator import Simulator
from linesim.world_file import BadWorldFile, read_world


def main(arguments: list[str] | None = None) -> int:
    """Run a platform until it is stopped; returns the exit code."""
    options = _options(arguments)
    try:
        world = read_world(options.world, ids=Ids(options.seed))
    except (BadWorldFile, OSError) as unusable:
        print(f"linesim: {unusable}", file=sys.stderr)  # noqa: T201
        return 2
    simulator = Simulator(world, rate_scale=options.rate_scale or None, keep=options.keep)
    server = Server(
        simulator,
        host=options.host,
        port=options.port,
        smtp_port=options.smtp_port,
        on_ready=lambda addresses: _announce(simulator, addresses),
    )
    try:
        asyncio.run(server.run_until_stopped())
    except OSError as taken:
        print(f"linesim: {taken}", file=sys.stderr)  # noqa: T201
        return 1
    except KeyboardInterrupt:
        return 0
    return 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="linesim", description="A LINE platform to develop against and to look at."
    )
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
    parser.add_argument("--port", type=int, default=8600, help="0 takes any free port")
    parser.add_argument("--world", type=Path, help="TOML or JSON file: channel, people, groups")
    parser.add_argument("--smtp-port", type=int, help="receive mail there; 0 takes any free port")
    parser.add_argument("--seed", type=int, help="make the same identifiers every time")
    parser.add_argument(
        "--rate-scale",
        type=float,
        default=1.0,
        help="multiply LINE's rate limits; 0 lifts them (default: 1)",
    )
    parser.add_argument(
        "--keep",
        type=int,
        default=20_000,
        help="remember so many webhooks and calls (default: 20000)",
    )
    return parser.parse_args(arguments)


def _announce(simulator: Simulator, addresses: Addresses) -> None:
    """Print one line of JSON that a program can wait for."""
    channel = simulator.world.channel
    ready = {
        "url": addresses.url,
        "smtp": addresses.smtp_port and f"{addresses.host}:{addresses.smtp_port}",
        "channel": {
            "id": channel.id,
            "secret": channel.secret,
            "access_token": channel.access_token,
            "bot_user_id": channel.bot_user_id,
        },
        "login_channels": [
            {"id": login.id, "secret": login.secret} for login in simulator.world.login_channels
        ],
    }
    print(json.dumps(ready), flush=True)  # noqa: T201
