"""LINE's own Python client, unmodified, takes the simulator for LINE."""

import pytest
from linebot.v3 import messaging
from linebot.v3.exceptions import InvalidSignatureError
from linebot.v3.webhook import WebhookParser

from .conftest import FAH, GROUP, SECRET, TOKEN, TON


@pytest.fixture
def client(platform):
    configuration = messaging.Configuration(host=platform.url, access_token=TOKEN)
    with messaging.ApiClient(configuration) as client:
        yield client
        client.rest_client.pool_manager.clear()


@pytest.fixture
def api(client):
    return messaging.MessagingApi(client)


@pytest.fixture
def parse(bot):
    """The next webhook, verified and parsed by the client."""

    def parse():
        headers, body = bot.next_request()
        return WebhookParser(SECRET).parse(body.decode(), headers["x-line-signature"])

    return parse


def text(words):
    return messaging.TextMessage(text=words)


class TestMessagingApi:
    def test_replies(self, platform, parse, api):
        platform.says("ฟ้า", "สวัสดี")
        [event] = parse()

        answer = api.reply_message(
            messaging.ReplyMessageRequest(replyToken=event.reply_token, messages=[text("ค่ะ")])
        )

        assert answer.sent_messages[0].quote_token

    def test_pushes_once_under_a_retry_key(self, api):
        request = messaging.PushMessageRequest(to=GROUP, messages=[text("แจ้งข่าว")])
        key = "2c1c6f9e-6f6a-4b1e-9d7e-000000000001"
        api.push_message(request, x_line_retry_key=key)

        with pytest.raises(messaging.ApiException) as refused:
            api.push_message(request, x_line_retry_key=key)

        assert refused.value.status == 409
        assert api.get_message_quota_consumption().total_usage == 3

    def test_multicasts(self, api):
        api.multicast(messaging.MulticastRequest(to=[FAH, TON], messages=[text("แจ้งข่าว")]))

        assert api.get_message_quota().value == 300
        assert api.get_number_of_sent_multicast_messages("20261122").status == "unready"

    def test_validates(self, api, card):
        message = messaging.FlexMessage.from_dict(card)
        request = messaging.ValidateMessageRequest(messages=[message])

        for kind in ("reply", "push", "multicast", "narrowcast", "broadcast"):
            getattr(api, f"validate_{kind}")(request)

    def test_hears_what_is_wrong(self, api):
        with pytest.raises(messaging.ApiException) as refused:
            api.push_message(messaging.PushMessageRequest(to=FAH, messages=[text("ก" * 6000)]))

        assert "Length must be between 0 and 5000" in refused.value.body

    def test_learns_who_is_who(self, api):
        assert api.get_profile(FAH).display_name == "ฟ้า"
        assert api.get_group_summary(GROUP).group_name == "กลุ่มทดสอบ"
        assert api.get_group_member_count(GROUP).count == 3
        assert api.get_group_member_profile(GROUP, TON).display_name == "ต้น"
        assert api.get_bot_info().display_name == "บัญชีทดสอบ"

    def test_shows_signs_of_life(self, api, platform, parse):
        api.show_loading_animation(
            messaging.ShowLoadingAnimationRequest(chatId=FAH, loadingSeconds=5)
        )
        platform.says("ฟ้า", "สวัสดี")
        [event] = parse()
        api.mark_messages_as_read_by_token(
            messaging.MarkMessagesAsReadByTokenRequest(
                markAsReadToken=event.message.mark_as_read_token
            )
        )

        assert platform.chat("ฟ้า/bot")[0]["read"]

    def test_moves_and_tests_the_webhook(self, api, bot):
        api.set_webhook_endpoint(messaging.SetWebhookEndpointRequest(endpoint=bot.url))

        assert api.get_webhook_endpoint().endpoint == bot.url
        assert api.test_webhook_endpoint(messaging.TestWebhookEndpointRequest()).success

    def test_leaves(self, api, parse):
        api.leave_group(GROUP)

        assert parse()[0].type == "leave"

    def test_fetches_content(self, platform, client):
        sent = platform.control.post(
            "/persons/ฟ้า/files",
            content=b"%PDF-1.7",
            params={"chat": "bot", "name": "a.pdf"},
            headers={"content-type": "application/pdf"},
        ).json()

        content = messaging.MessagingApiBlob(client).get_message_content(sent["messageId"])

        assert bytes(content) == b"%PDF-1.7"


class TestWebhookParser:
    def test_accepts_the_signature(self, platform, parse):
        platform.says("ฟ้า", "สวัสดี 🙏")

        [event] = parse()

        assert event.message.text == "สวัสดี 🙏"
        assert event.source.user_id == FAH

    def test_rejects_a_changed_body(self, platform, bot):
        platform.says("ฟ้า", "สวัสดี")
        headers, body = bot.next_request()

        with pytest.raises(InvalidSignatureError):
            WebhookParser(SECRET).parse(body.decode() + " ", headers["x-line-signature"])

    def test_knows_every_kind_of_event(self, platform, parse, card):
        said = platform.says("ฟ้า", "มีค่ะ @ต้น", chat="กลุ่มทดสอบ", mentions=["ต้น"])["messageId"]
        platform.does("ฟ้า", "edit", messageId=said, text="ไม่มีค่ะ")
        platform.does("ฟ้า", "unsend", messageId=said)
        platform.does("ฟ้า", "stickers", chat="กลุ่มทดสอบ", packageId="446", stickerId="1988")
        platform.does("ฟ้า", "postback", chat="กลุ่มทดสอบ", data="x")
        platform.control.post(f"/groups/{GROUP}/members", json={"person": "คนแปลกหน้า"})
        platform.control.delete(f"/groups/{GROUP}/members/คนแปลกหน้า")
        platform.control.delete(f"/groups/{GROUP}/bot")
        platform.control.post(f"/groups/{GROUP}/bot")

        kinds = [type(parse()[0]).__name__ for _ in range(9)]

        assert kinds == [
            "MessageEvent",
            "MessageEditedEvent",
            "UnsendEvent",
            "MessageEvent",
            "PostbackEvent",
            "MemberJoinedEvent",
            "MemberLeftEvent",
            "LeaveEvent",
            "JoinEvent",
        ]

    def test_knows_friends_coming_and_going(self, platform, parse):
        platform.does("ฟ้า", "block")
        platform.does("ฟ้า", "unblock")

        assert [type(parse()[0]).__name__ for _ in "12"] == ["UnfollowEvent", "FollowEvent"]
