"""Services that run: one that has lived through the demo's story, and one for everyday use."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from demo.report import report_on
from demo.story import Story, play
from tests.stories.stage import Json, Stage, network_with, staged


@dataclass(frozen=True)
class Told:
    """The demo's story when it had just been told."""

    stage: Stage
    story: Story
    report: Json
    group: list[Json]
    chats: dict[str, list[Json]]
    mails: list[Json]


@pytest.fixture(scope="session")
def told(tmp_path_factory) -> Iterator[Told]:
    """The story, played once, with everything that people saw of it."""
    with staged(tmp_path_factory.mktemp("told")) as stage:
        story = play(stage.service, photo=None, say=print)
        yield Told(
            stage=stage,
            story=story,
            report=report_on(stage.service, story, seconds=0),
            group=stage.phones.group_chat(stage.cast.group),
            chats={one.line: stage.phones.own_chat(one) for one in everybody(stage)},
            mails=stage.phones.mails(),
        )


@pytest.fixture(scope="session")
def stage(tmp_path_factory) -> Iterator[Stage]:
    """A service for everyday use. Old Town's deposit does not reach for one article."""
    folder = tmp_path_factory.mktemp("stage")
    ten_baht_at_old_town = (
        'at = "OTN"\nfrom = "RVS"\namount = 500',
        'at = "OTN"\nfrom = "RVS"\namount = 10',
    )
    with staged(folder, network_file=network_with(folder, ten_baht_at_old_town)) as stage:
        yield stage


def everybody(stage: Stage) -> list:
    """Everybody with a part in the story."""
    cast = stage.cast
    return [cast.librarian, cast.reader, cast.reader_without_email, *cast.suppliers]
