"""Account link: a link token, the bot's own sign-in page, and the event in the end."""

import httpx
import pytest
from linebot.v3 import messaging
from linebot.v3.webhook import WebhookParser

from linesim.link_tokens import LIFE

from .conftest import FAH, NO_CERTIFICATES, SECRET, STRANGER, TOKEN
from .covering import covers

NONCE = "n" * 24


@pytest.fixture
def link_token(platform):
    """Ask for a link token as the bot does, with the official client."""

    def link_token(user=FAH):
        configuration = messaging.Configuration(host=platform.url, access_token=TOKEN)
        with messaging.ApiClient(configuration) as client:
            token = messaging.MessagingApi(client).issue_link_token(user).link_token
            client.rest_client.pool_manager.clear()
        return token

    return link_token


@pytest.fixture
def follow_link(platform):
    """Open the dialog in a browser, as the bot's service sends people there."""

    def follow_link(token, nonce=NONCE):
        with httpx.Client(trust_env=False, verify=NO_CERTIFICATES) as web:
            asked = {"linkToken": token, "nonce": nonce}
            return web.get(f"{platform.url}/dialog/bot/accountLink", params=asked)

    return follow_link


@covers("POST /v2/bot/user/{user_id}/linkToken")
class TestLinkToken:
    def test_is_for_people_of_this_world(self, platform):
        assert platform.api.post(f"/user/U{'9' * 32}/linkToken").status_code == 404
        assert platform.api.post("/user/somebody/linkToken").status_code == 400


@covers("GET /dialog/bot/accountLink")
class TestDialog:
    def test_tells_the_bot_who_is_who(self, platform, bot, link_token, follow_link):
        page = follow_link(link_token())

        headers, body = bot.next_request()
        [event] = WebhookParser(SECRET).parse(body.decode(), headers["x-line-signature"])
        assert page.status_code == 200
        assert "เชื่อมบัญชีแล้ว" in page.text
        assert (event.link.result, event.link.nonce) == ("ok", NONCE)
        assert event.source.user_id == FAH
        assert platform.reply(event.reply_token, "เชื่อมแล้วค่ะ").status_code == 200

    def test_works_once(self, bot, link_token, follow_link):
        token = link_token()
        follow_link(token)

        assert follow_link(token).status_code == 400
        bot.next_event()
        assert bot.received.empty()

    def test_works_for_ten_minutes(self, clock, link_token, follow_link):
        in_time, too_late = link_token(), link_token()
        clock.advance(seconds=LIFE.total_seconds())

        assert follow_link(in_time).status_code == 200
        clock.advance(seconds=1)
        assert follow_link(too_late).status_code == 400

    @pytest.mark.parametrize(
        ("nonce", "status"), [("n" * 9, 400), ("n" * 10, 200), ("n" * 255, 200), ("n" * 256, 400)]
    )
    def test_wants_a_nonce_of_10_to_255_characters(self, link_token, follow_link, nonce, status):
        assert follow_link(link_token(), nonce).status_code == status

    def test_fails_for_those_who_are_no_friends(self, bot, link_token, follow_link):
        follow_link(link_token(STRANGER))

        event = bot.next_event()
        assert event["link"] == {"result": "failed", "nonce": NONCE}
        assert "source" not in event
        assert "replyToken" not in event

    def test_fails_for_somebody_else(self, platform, bot, link_token):
        url = f"{platform.url}/dialog/bot/accountLink?linkToken={link_token()}&nonce={NONCE}"

        platform.does("ต้น", "accountLink", url=url)

        assert bot.next_event()["link"]["result"] == "failed"

    def test_can_be_followed_by_hand(self, platform, bot, link_token):
        url = f"{platform.url}/dialog/bot/accountLink?linkToken={link_token()}&nonce={NONCE}"

        platform.does("ฟ้า", "accountLink", url=url)

        assert bot.next_event()["link"]["result"] == "ok"
