"""The example bot, as anybody would start it, with nothing changed but the host."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import SECRET, TOKEN

ECHO_BOT = Path(__file__).parents[2] / "examples" / "echo_bot.py"


@pytest.fixture(scope="module")
def callback(stage):
    """The running example's address for webhooks; the client takes seconds to start."""
    settings = {
        "LINE_API_HOST": stage.url,
        "LINE_CHANNEL_SECRET": SECRET,
        "LINE_CHANNEL_ACCESS_TOKEN": TOKEN,
        "PORT": "0",
    }
    with subprocess.Popen(
        [sys.executable, "-W", "ignore", ECHO_BOT],
        env=os.environ | settings,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        yield process.stdout.readline().strip()
        process.kill()


@pytest.fixture
def echo_bot(platform, callback):
    """The platform with the example behind it."""
    platform.simulator.world.channel.webhook_url = callback
    return platform


class TestEchoBot:
    def test_says_what_one_says(self, echo_bot):
        with echo_bot.simulator.recorder.story() as story:
            echo_bot.says("ฟ้า", "สวัสดีค่ะ 🙏")
            echo_bot.says("ต้น", "มีใครอยู่ไหม", chat="กลุ่มทดสอบ")
            echo_bot.wait_until_quiet()

        assert [one["text"] for one in echo_bot.chat("ฟ้า/bot")] == ["สวัสดีค่ะ 🙏"] * 2
        assert echo_bot.chat("groups/กลุ่มทดสอบ")[-1]["text"] == "มีใครอยู่ไหม"
        story.check(counted=0, calls={"POST /v2/bot/message/reply": 2}, webhooks={"message": 2})

    def test_refuses_strangers(self, echo_bot):
        echo_bot.simulator.world.channel.secret = "another"

        echo_bot.says("ฟ้า", "สวัสดีค่ะ")
        echo_bot.wait_until_quiet()

        assert len(echo_bot.chat("ฟ้า/bot")) == 1
        assert echo_bot.control.get("/webhooks/statistics").json() == {"error_status_code": 1}
