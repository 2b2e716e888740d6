"""The command line, run as operators run it: as a process of its own, on a database of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from chapwai.config.command import COMMANDS, main
from chapwai.postgres.cluster import Cluster

DEMO = Path(__file__).parents[2] / "demo" / "network.toml"
CODE = "import sys; from chapwai.config.command import main; sys.exit(main())"


class Installation:
    """A data folder without anything else set up, and the commands given in it."""

    def __init__(self, folder):
        self.folder = folder
        self.cluster = Cluster(folder / "data" / "postgres", {"fsync": "off"})

    def chapwai(self, *arguments, **variables):
        return self.started(*arguments, **variables).finished()

    def started(self, *arguments, **variables):
        own = {name: value for name, value in os.environ.items() if "CHAPWAI" not in name}
        own |= {"CHAPWAI_DATA_DIR": str(self.folder / "data"), **variables}
        return Answer([sys.executable, "-c", CODE, *map(str, arguments)], own)


class Answer:
    """A command under way, and afterwards what it said."""

    def __init__(self, command, variables):
        self.process = subprocess.Popen(
            command,
            env=variables,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def finished(self):
        self.out, self.err = self.process.communicate(timeout=100)
        self.code = self.process.returncode
        return self


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    """An installation whose server runs, as when the service is up; it knows a network."""
    installation = Installation(tmp_path_factory.mktemp("loaded"))
    installation.cluster.start()
    both = [installation.started("network", "load", DEMO) for _ in range(2)]
    installation.answers = [one.finished() for one in both]
    yield installation
    installation.cluster.stop(patience_seconds=5)


class TestMain:
    def test_lets_two_first_commands_take_turns(self, loaded):
        assert [(answer.code, answer.err) for answer in loaded.answers] == [(0, ""), (0, "")]
        assert sorted(answer.out for answer in loaded.answers) == [
            "network.toml: 0 new, 0 changed, 20 as they were\n",
            "network.toml: 20 new, 0 changed, 0 as they were\n",
        ]

    def test_works_beside_the_service_and_leaves_its_server_running(self, loaded):
        answer = loaded.chapwai("ledger", "audit", "--json")

        assert (answer.code, answer.err) == (0, "")
        assert set(json.loads(answer.out).values()) == {0}
        assert loaded.cluster.is_running()

    def test_needs_no_server_that_is_running_and_leaves_none_behind(self, tmp_path):
        installation = Installation(tmp_path)

        answer = installation.chapwai("ledger", "audit")

        assert (answer.code, answer.out) == (2, "")
        assert answer.err.startswith("The database is empty")
        assert not installation.cluster.is_running()

    def test_says_all_that_is_wrong_with_a_file(self, loaded, tmp_path):
        wrong = tmp_path / "wrong.toml"
        wrong.write_text("[network]\nname = 5\n", encoding="utf-8")

        answer = loaded.chapwai("network", "load", wrong)

        assert answer.code == 2
        assert answer.err.splitlines() == [
            "wrong.toml:1: libraries: is missing",
            "wrong.toml:1: network.line_group_id: is missing",
            "wrong.toml:2: network.name: must be text in quotes",
        ]

    @pytest.mark.parametrize(
        ("variable", "value", "reason"),
        [
            ("CHAPWAI_WEB_WORKERS", "many", "CHAPWAI_WEB_WORKERS is 'many'"),
            ("CHAPWAI_DATABASE_URL", "mysql://u:secret@host/x", "begins with postgresql://"),
            ("CHAPWAI_DATABASE_URL", "host=h password=secret", "must begin with postgresql://"),
            (
                "CHAPWAI_DATABASE_URL",
                "postgresql://u:secret@127.0.0.1:9/x",
                "the database does not answer",
            ),
        ],
    )
    def test_refuses_in_one_line_that_keeps_secrets(self, tmp_path, variable, value, reason):
        answer = Installation(tmp_path).chapwai("ledger", "audit", **{variable: value})

        assert (answer.code, answer.out) == (2, "")
        assert len(answer.err.splitlines()) == 1
        assert reason in answer.err
        assert "secret" not in answer.err

    def test_says_which_setting_the_service_lacks(self, tmp_path):
        answer = Installation(tmp_path).chapwai("serve")

        assert answer.code == 2
        assert answer.err.startswith("CHAPWAI_PUBLIC_URL is not set")

    def test_lists_its_commands(self, capsys):
        with pytest.raises(SystemExit) as ended:
            main(["--help"])

        assert ended.value.code == 0
        assert set(COMMANDS) <= set(capsys.readouterr().out.split())
