"""kill -9 of every process of the service: started again, no orphan, nothing lost."""

import signal
import time

import httpx
import psutil
import pytest

from demo.phones import wait_for
from demo.service import (
    STOP_SECONDS,
    Service,
    environment_in,
    serving,
    start_chapwai,
    stop,
    wait_until_ready,
)
from tests.processes import alive, everything_of
from tests.stories.stage import staged

# As they stand in the process table.
PROCESSES = {
    "web": ["chapwai.config.web_server"],
    "chat": ["chapwai.config.worker", "chat"],
    "content": ["chapwai.config.worker", "content"],
}


pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def stage(tmp_path_factory):
    with staged(tmp_path_factory.mktemp("processes")) as stage:
        yield stage


@pytest.fixture(scope="module")
def successors(stage):
    """Further `chapwai serve` of the same installation; ended with it."""
    started = []
    yield started
    for one in started:
        stop(one)


class TestKilledProcess:
    @pytest.mark.parametrize("name", PROCESSES)
    def test_is_started_again_and_the_story_goes_on(self, stage, name):
        victim = process_called(stage.service, name)

        left_behind = victim.children(recursive=True)
        victim.kill()
        wait_for(lambda: another(stage.service, name, [victim, *left_behind]), what=f"a new {name}")
        wait_until_healthy(stage)
        play_on(stage, f"Life after the {name} process died")

        assert [one for one in left_behind if alive(one)] == []


class TestKilledServe:
    def test_leaves_no_orphan_but_the_database_and_a_new_one_goes_on(self, stage, successors):
        number = stage.ask("Promises that outlive a server")
        serve = serve_of(stage.service)

        serve.kill()
        wait_for(lambda: workers_of(stage.service) == [] or None, what="every worker to be gone")
        assert servers_of(stage.service) != []

        successors.append(start_chapwai(stage.service))
        wait_until_ready(stage.service, successors[-1])
        finish(stage, number, stage.cast.suppliers[1])


class TestStoppedServe:
    def test_takes_everything_with_it_within_thirty_seconds(self, tmp_path, stage):
        reach = ("CHAPWAI_LINE", "CHAPWAI_SMTP")
        settings = {k: v for k, v in stage.service.environment.items() if k.startswith(reach)}
        environment = environment_in(tmp_path, settings)
        url = environment["CHAPWAI_PUBLIC_URL"]
        service = Service(stage.service.linesim_url, url, environment, tmp_path / "chapwai.log")
        with serving(service) as serve:
            running = everything_of(service)
            children = psutil.Process(serve.pid).children(recursive=True)

            began = time.monotonic()
            serve.send_signal(signal.SIGTERM)
            code = serve.wait(STOP_SECONDS)
            seconds = time.monotonic() - began

            assert code == 0
            assert seconds < STOP_SECONDS
            assert len(running) >= 5  # serve, web and its worker, chat, content, and the database
            assert not [one for one in [*running, *children] if alive(one)]
            assert everything_of(service) == []


def play_on(stage, title):
    """A whole request, from asking to the mail."""
    finish(stage, stage.ask(title), stage.cast.suppliers[0])


def finish(stage, number, supplier):
    stage.claim(supplier, number)
    stage.drop(supplier)
    stage.wait_for_status(number, "CopyCompleted")
    mails = [one for one in stage.phones.mails() if number in one["subject"]]
    assert [one["recipients"] for one in mails] == [[stage.cast.librarian.email]]


def another(service, name, before):
    """The process that took the victim's place, once there is one."""
    found = [one for one in named(service, name) if one not in before]
    return found[0] if found else None


def process_called(service, name):
    """The process of the table itself, not those that it has started."""
    return min(named(service, name), key=lambda one: one.create_time())


def named(service, name):
    wanted = PROCESSES[name]
    return [one for one in workers_of(service) if all(word in words_of(one) for word in wanted)]


def workers_of(service):
    return [one for one in everything_of(service) if "chapwai.config" in " ".join(words_of(one))]


def serve_of(service):
    (found,) = [one for one in everything_of(service) if words_of(one)[-1:] == ["serve"]]
    return found


def servers_of(service):
    """The database's processes."""
    return [one for one in everything_of(service) if "postgres" in one.name()]


def words_of(process):
    try:
        return process.cmdline()
    except psutil.NoSuchProcess:
        return []


def wait_until_healthy(stage):
    def healthy():
        try:
            return stage.phones.http.get(f"{stage.service.chapwai_url}/healthz").is_success or None
        except httpx.TransportError:
            return None

    wait_for(healthy, what="the service to be healthy again")
