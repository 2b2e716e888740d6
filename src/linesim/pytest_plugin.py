"""A platform for each test: `pytest_plugins = ["linesim.pytest_plugin"]` in a conftest.py.

    def test_answers(linesim, my_bot):
        linesim.channel.webhook_url = my_bot.url
        linesim.phone("มะลิ").says("สวัสดี")
        linesim.wait_until_quiet()
        linesim.recorder.since().check(counted=0, webhooks={"message": 1})

Override `linesim_world` for other people and groups, `linesim_clock` for time that stands
still until `linesim.advance(seconds=…)`.
"""

from collections.abc import Iterator
from typing import Any

import pytest

from linesim.clock import Clock
from linesim.ids import Ids
from linesim.running import RunningPlatform, running
from linesim.simulator import Simulator
from linesim.world_file import EXAMPLE, build_world

SEED = 1


@pytest.fixture
def linesim_world() -> dict[str, Any]:
    """The world, as a world file describes it."""
    return EXAMPLE


@pytest.fixture
def linesim_clock() -> Clock:
    """The platform's time."""
    return Clock()


@pytest.fixture
def linesim(linesim_world: dict[str, Any], linesim_clock: Clock) -> Iterator[RunningPlatform]:
    """A running platform, the same from test to test: `url`, `world`, `channel`, `recorder`."""
    world = build_world(linesim_world, ids=Ids(SEED))
    with running(Simulator(world, clock=linesim_clock), mailbox=True) as platform:
        yield platform
