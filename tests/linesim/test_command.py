"""The command, as another program starts it."""

import json
import signal
import subprocess
import sys

import httpx
import pytest

from linesim.command import main


@pytest.fixture
def start(tmp_path):
    """Run the command with a world file and other arguments, stopped at the end of the test."""
    running = []

    def start(*arguments, world=None):
        if world:
            file = tmp_path / "world.toml"
            file.write_text(world, encoding="utf-8")
            arguments = ("--world", str(file), *arguments)
        command = [sys.executable, "-m", "linesim", "--port", "0", *arguments]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        running.append(process)
        return process

    yield start
    for process in running:
        process.kill()
        process.communicate()


class TestCommand:
    def test_says_in_one_line_where_it_is(self, start):
        process = start(
            "--smtp-port",
            "0",
            world="""
                [channel]
                secret = "0123456789abcdef0123456789abcdef"
                display_name = "ฉับ"
                [[person]]
                name = "ฟ้า"
                [[group]]
                name = "กลุ่ม"
                members = ["ฟ้า"]
                [[login_channel]]
                id = "1650000001"
            """,
        )

        ready = json.loads(process.stdout.readline())
        world = httpx.get(f"{ready['url']}/sim/world", trust_env=False).json()

        assert world["channel"]["name"] == "ฉับ"
        assert [person["name"] for person in world["persons"]] == ["ฟ้า"]
        assert world["groups"][0]["members"] == [world["persons"][0]["id"]]
        assert "0123456789abcdef" not in json.dumps(world)
        assert ready["channel"]["secret"] == "0123456789abcdef0123456789abcdef"
        assert ready["smtp"].startswith("127.0.0.1:")
        assert len(ready["login_channels"][0]["secret"]) == 32

    def test_stops_when_asked_even_while_a_page_is_open(self, start):
        process = start()
        ready = json.loads(process.stdout.readline())

        with httpx.stream("GET", f"{ready['url']}/sim/stream", trust_env=False) as page:
            next(page.iter_raw())
            process.send_signal(signal.SIGTERM)
            code = process.wait(timeout=10)

        assert code in (0, -signal.SIGTERM)
        assert process.stderr.read() == b""

    def test_makes_the_same_world_from_the_same_seed(self, start):
        first, second = (json.loads(start("--seed", "7").stdout.readline()) for _ in "12")

        assert first["channel"] == second["channel"]

    def test_limits_the_rate_of_calls(self, start):
        ready = json.loads(start("--rate-scale", "0.0005").stdout.readline())
        token = {"authorization": f"Bearer {ready['channel']['access_token']}"}

        with httpx.Client(base_url=f"{ready['url']}/v2/bot/message", trust_env=False) as api:
            body = {"messages": [{"type": "text", "text": "แจ้งข่าว"}]}
            first, second = (api.post("/broadcast", json=body, headers=token) for _ in "12")

        assert (first.status_code, second.status_code) == (200, 429)

    @pytest.mark.parametrize(
        ("world", "reason"),
        [
            ('[channel]\nplan = "gold"', "plan 'gold'"),
            ('[[person]]\nid = "U1"\nname = "ฟ้า"', "'U1' is not a user id"),
            ('[[group]]\nname = "กลุ่ม"\nmembers = ["ใคร"]', "ใคร"),
            ("[[person]]\ncolour = 1", "colour"),
            ("nonsense", "world.toml"),
        ],
    )
    def test_names_what_is_wrong_in_a_world_file(self, tmp_path, capsys, world, reason):
        file = tmp_path / "world.toml"
        file.write_text(world, encoding="utf-8")

        assert main(["--world", str(file)]) == 2
        assert reason in capsys.readouterr().err
