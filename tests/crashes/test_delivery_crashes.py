"""kill -9 of the worker before every single step of a delivery, from dropped file to thanks.

`pytest -s` shows the list of the points at which it died.
"""

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller

from chapwai.postgres.cluster import Cluster
from demo.service import free_port
from tests.line_standin import platform_running
from tests.stories.stage import a_pdf

STAGES = ("take_in", "prepare", "send", "settle", "tell")
HERE = Path(__file__).parents[2]
ONCE = {"place": 1, "claim": 1, "supply": 1, "complete": 1}


class Mailbox:
    """A real mail server that counts what it took, by message and recipient."""

    def __init__(self):
        self.taken = Counter()

    async def handle_DATA(self, server, session, envelope):
        lines = envelope.content.decode("ascii").splitlines()
        message_id = next(line for line in lines if line.lower().startswith("message-id:"))
        for address in envelope.rcpt_tos:
            self.taken[message_id.partition(":")[2].strip(), address] += 1
        return "250 OK"


class EveryContent(dict):
    """Whatever was dropped, it is this."""

    def __init__(self, content):
        self.content = content

    def get(self, message_id, default=None):
        return self.content


class EveryToken(dict):
    """Whatever reply token the laboratory has made up is good for one reply."""

    def pop(self, token, default=""):
        return default if self.setdefault(token, False) else self.update({token: True}) or "a chat"


@pytest.fixture(scope="module")
def mailbox():
    mailbox = Mailbox()
    controller = Controller(mailbox, hostname="127.0.0.1", port=free_port())
    controller.start()
    mailbox.address = f"127.0.0.1:{controller.port}"
    yield mailbox
    controller.stop()


@pytest.fixture(scope="module")
def platform():
    with platform_running() as platform:
        platform.contents, platform.chat_of_token = EveryContent(a_pdf()), EveryToken()
        yield platform


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    """A database that keeps its promises after a power cut: fsync as usual."""
    cluster = Cluster(tmp_path_factory.mktemp("crashes"))
    cluster.start()
    yield cluster
    cluster.stop(patience_seconds=5)


@pytest.fixture(scope="module")
def laboratory(tmp_path_factory, cluster, platform, mailbox):
    environment = {
        **os.environ,
        **platform.settings,
        "CHAPWAI_DATABASE_URL": cluster.url,
        "CHAPWAI_DATA_DIR": str(tmp_path_factory.mktemp("laboratory")),
        "CHAPWAI_SMTP_URL": f"smtp://{mailbox.address}",
    }
    migrate = "from chapwai.config.schema import migrate; migrate()"
    subprocess.run([sys.executable, "-c", migrate], env=environment, check=True)
    with subprocess.Popen(
        [sys.executable, "-m", "tests.crashes.laboratory"],
        cwd=HERE,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        laboratory = Laboratory(process, platform)
        assert laboratory.hear() == {"ready": True}
        yield laboratory
        process.stdin.close()


class Laboratory:
    def __init__(self, process, platform):
        self.process, self.platform = process, platform

    def try_out(self, stage, die_at):
        """One delivery whose worker dies at this step, and what became of it."""
        self.process.stdin.write(json.dumps({"stage": stage, "die_at": die_at}) + "\n")
        self.process.stdin.flush()
        return self.hear()

    def hear(self):
        line = self.process.stdout.readline()
        assert line, "the laboratory is gone; its last words stand above"
        return json.loads(line)


@pytest.mark.slow
@pytest.mark.timeout(600)
class TestKilledWorker:
    @pytest.mark.parametrize("stage", STAGES)
    def test_loses_nothing_and_doubles_nothing_wherever_it_dies(self, laboratory, mailbox, stage):
        died_at = []
        while (case := laboratory.try_out(stage, len(died_at) + 1))["died"]:
            died_at.append(case["point"])
            assert_delivered_once(case, mailbox)

        assert_delivered_once(case, mailbox)
        assert case["recipients"]["reader"]["state"] == "accepted"
        assert len(died_at) > 5
        print(f"\n{stage}, {len(died_at)} points:", *died_at, sep="\n    ", file=sys.stderr)


def assert_delivered_once(case, mailbox):
    """Once at the reader, once out of the deposit; or uncertain, and then by link once."""
    where = f"died before: {case['point']}\n{json.dumps(case, indent=1, ensure_ascii=False)}"
    reader, copy = case["recipients"]["reader"], case["recipients"]["copy"]
    if reader["state"] == "accepted":
        assert taken(mailbox, reader) == 1, where
        assert case["first"]["status"] == "CopyCompleted", where
        assert case["last"]["events"] == ONCE, where
    else:
        assert_uncertain_then_by_link(case, where)
        assert taken(mailbox, reader) <= 1, where
    assert taken(mailbox, copy) <= 1, where
    assert copy["state"] == "uncertain" or taken(mailbox, copy) == 1, where
    assert case["last"]["status"] == "CopyCompleted", where
    assert case["last"]["charges"] == 1, where
    assert case["last"]["holds"] == ["captured"], where
    assert case["last"]["messages"].get("supplier_thanks: sent") == 1, where
    assert sum(case["audit"].values()) == 0, where


def assert_uncertain_then_by_link(case, where):
    """Nobody knows whether the mail arrived: not charged, and the librarian was handed a link."""
    assert case["recipients"]["reader"]["state"] == "uncertain", where
    assert case["first"]["status"] == "Supplying", where
    assert case["first"]["charges"] == 0, where
    assert case["first"]["holds"] == ["active"], where
    assert case["first"]["messages"].get("mail_refused: sent") == 1, where
    assert case["last"]["events"] == {**ONCE, "fail_delivery": 1}, where


def taken(mailbox, recipient):
    return mailbox.taken[recipient["message_id"], recipient["address"]]
