"""The fixture that anybody's bot can be tested with."""

import pytest
from linebot.v3 import messaging

from linesim.clock import Clock

from .conftest import CAST, NINE

pytest_plugins = ["linesim.pytest_plugin"]


@pytest.fixture
def linesim_world():
    return CAST


@pytest.fixture
def linesim_clock():
    return Clock(stopped_at=NINE)


class TestFixture:
    def test_is_a_platform_for_the_official_client(self, linesim):
        configuration = messaging.Configuration(
            host=linesim.url, access_token=linesim.channel.access_token
        )

        with messaging.ApiClient(configuration) as client:
            name = messaging.MessagingApi(client).get_bot_info().display_name
            client.rest_client.pool_manager.clear()

        assert name == "บัญชีทดสอบ"

    def test_plays_people(self, linesim, bot):
        linesim.channel.webhook_url = bot.url

        said = linesim.phone("ฟ้า").says("สวัสดี")
        linesim.wait_until_quiet()

        assert bot.next_event()["message"]["id"] == said
        assert linesim.phone("ฟ้า").shows()[0]["text"] == "สวัสดี"
        linesim.recorder.since().check(counted=0, webhooks={"message": 1})

    def test_sends_files_and_taps(self, linesim, bot, card):
        linesim.channel.webhook_url = bot.url
        fah = linesim.phone("ฟ้า")

        fah.sends(b"%PDF-1.7", name="a.pdf", media_type="application/pdf", chat="กลุ่มทดสอบ")
        assert fah.shows(group="กลุ่มทดสอบ")[0]["text"] == "a.pdf"

    def test_holds_the_time_in_its_hand(self, linesim):
        before = linesim.simulator.clock.now()

        linesim.advance(seconds=60)

        assert (linesim.simulator.clock.now() - before).total_seconds() == 60
