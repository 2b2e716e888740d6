"""Every endpoint, by LINE's own client, blocking and not: what it does and how it refuses."""

import io
import json

import pytest
from linebot.v3 import messaging as m
from PIL import Image

from linesim import coverage
from linesim.rates import Rates

from .assertion import assertion_key, signed_assertion
from .conftest import CAST, FAH, GROUP, MALI, NINE, SECRET, STRANGER, TOKEN, TON
from .covering import covered, covers
from .official_client import AsyncClient, BlockingClient

# The client for asyncio would rather read large bodies from a file.
LARGE_ON_PURPOSE = pytest.mark.filterwarnings("ignore:Sending a large body:ResourceWarning")

KEY = "2c1c6f9e-6f6a-4b1e-9d7e-000000000001"
NOBODY, NO_GROUP, NO_ROOM = (kind + "9" * 32 for kind in "UCR")
CHANNEL = CAST["channel"]["id"]
NOT_FOUND = {"message": "Not found"}
NOT_AVAILABLE = {"message": "Access to this API is not available for your account"}
MONTHLY_LIMIT = {"message": "You have reached your monthly limit."}
JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"


@pytest.fixture(scope="session", params=[BlockingClient, AsyncClient], ids=["sync", "async"])
def official(request, stage):
    client = request.param(stage.url, TOKEN)
    yield client
    client.close()


@pytest.fixture
def call(official, platform):
    """`call(api, method, …)` on the official client; whoever changes its token is undone."""
    yield official
    official.token = TOKEN


@pytest.fixture
def api(call):
    """`api(method, …)` on the Messaging API: the data of the answer."""
    return lambda method, *arguments, **more: call("messaging", method, *arguments, **more).data


@pytest.fixture
def refusal(call):
    """`refusal(method, …)` on the Messaging API: the status and body of the refusal."""
    return lambda method, *given, **more: call.refusal("messaging", method, *given, **more)


@pytest.fixture
def reply_token(platform, bot):
    platform.says("ฟ้า", "สวัสดี")
    return bot.next_event()["replyToken"]


@pytest.fixture
def room(platform):
    return platform.simulator.world.group("ห้องทดสอบ").id


def text(words="แจ้งข่าว"):
    return m.TextMessage(text=words)


def push(to=FAH, *messages):
    return m.PushMessageRequest(to=to, messages=list(messages) or [text()])


def too_long():
    return (
        400,
        {
            "message": "The request body has 1 error(s)",
            "details": [
                {"message": "Length must be between 0 and 5000", "property": "messages[0].text"}
            ],
        },
    )


def invalid(name):
    return 400, {"message": f"The value for the '{name}' parameter is invalid"}


def invalid_property(name):
    return (
        400,
        {"message": f"The property, {name}, in the request body is invalid (line: -, column: -)"},
    )


def use_up_the_plan(platform):
    platform.simulator.quota.record("push", messages=1, counted=300, now=NINE)


class TestReply:
    @covers("POST /v2/bot/message/reply")
    def test_answers_with_what_was_sent(self, api, reply_token):
        request = m.ReplyMessageRequest(replyToken=reply_token, messages=[text(), text()])

        sent = api("reply_message", request).sent_messages

        assert [bool(one.id and one.quote_token) for one in sent] == [True, True]
        assert api("get_message_quota_consumption").total_usage == 0

    def test_refuses_a_token_the_second_time(self, api, refusal, reply_token):
        request = m.ReplyMessageRequest(replyToken=reply_token, messages=[text()])
        api("reply_message", request)

        assert refusal("reply_message", request) == (400, {"message": "Invalid reply token"})

    def test_refuses_a_token_after_a_minute(self, refusal, reply_token, clock):
        clock.advance(seconds=61)
        request = m.ReplyMessageRequest(replyToken=reply_token, messages=[text()])

        assert refusal("reply_message", request) == (400, {"message": "Invalid reply token"})

    def test_refuses_what_is_too_long(self, refusal, reply_token):
        request = m.ReplyMessageRequest(replyToken=reply_token, messages=[text("ก" * 5001)])

        assert refusal("reply_message", request) == too_long()


class TestPush:
    @covers("POST /v2/bot/message/push")
    def test_answers_with_what_was_sent(self, api):
        [sent] = api("push_message", push(GROUP)).sent_messages

        assert sent.id
        assert api("get_message_quota_consumption").total_usage == 3

    def test_reaches_a_room(self, api, room):
        api("push_message", push(room))

        assert api("get_message_quota_consumption").total_usage == 2

    @pytest.mark.parametrize("to", [NOBODY, NO_GROUP, NO_ROOM])
    def test_fails_for_nobody(self, refusal, to):
        assert refusal("push_message", push(to)) == (400, {"message": "Failed to send messages"})

    def test_refuses_what_is_no_address(self, refusal):
        assert refusal("push_message", push("ฟ้า")) == invalid_property("to")

    def test_refuses_a_request_it_has_accepted(self, call):
        first = call("messaging", "push_message", push(), x_line_retry_key=KEY)

        status, body = call.refusal("messaging", "push_message", push(), x_line_retry_key=KEY)

        assert (status, body["message"]) == (409, "The retry key is already accepted")
        assert body["sentMessages"][0]["id"] == first.data.sent_messages[0].id

    def test_refuses_beyond_the_monthly_limit(self, refusal, platform):
        use_up_the_plan(platform)

        assert refusal("push_message", push()) == (429, MONTHLY_LIMIT)

    @LARGE_ON_PURPOSE
    def test_refuses_more_than_two_megabytes(self, refusal):
        status, _ = refusal("push_message", push(FAH, text("x" * 2 * 1024 * 1024)))

        assert status == 413


class TestMulticast:
    @covers("POST /v2/bot/message/multicast")
    def test_reaches_many(self, api):
        api("multicast", m.MulticastRequest(to=[FAH, TON], messages=[text()]))

        assert api("get_message_quota_consumption").total_usage == 2

    def test_refuses_groups_and_too_many(self, refusal):
        to_group = m.MulticastRequest(to=[FAH, GROUP], messages=[text()])
        to_many = m.MulticastRequest.construct(to=[FAH] * 501, messages=[text()])

        assert refusal("multicast", to_group) == invalid_property("to[1]")
        assert refusal("multicast", to_many)[1]["details"] == [
            {"message": "Size must be between 1 and 500", "property": "to"}
        ]

    def test_refuses_a_request_it_has_accepted(self, api, refusal):
        request = m.MulticastRequest(to=[FAH], messages=[text()])
        api("multicast", request, x_line_retry_key=KEY)

        assert refusal("multicast", request, x_line_retry_key=KEY) == (
            409,
            {"message": "The retry key is already accepted"},
        )


class TestBroadcast:
    @covers("POST /v2/bot/message/broadcast")
    def test_reaches_friends_only(self, api, platform):
        platform.does("ต้น", "block")

        api("broadcast", m.BroadcastRequest(messages=[text()]))

        assert api("get_message_quota_consumption").total_usage == 2
        assert platform.chat("ฟ้า/bot")[0]["delivery"] == "broadcast"
        assert platform.chat("คนแปลกหน้า/bot") == platform.chat("ต้น/bot") == []

    def test_is_refused_the_sixty_first_time_in_an_hour(self, api, refusal, platform, clock):
        platform.simulator.rates = Rates(scale=0.05)  # three an hour
        request = m.BroadcastRequest(messages=[text()])
        for _ in range(3):
            api("broadcast", request)

        too_fast = refusal("broadcast", request)
        clock.advance(seconds=20 * 60)
        api("broadcast", request)

        assert too_fast == (
            429,
            {"message": "The API rate limit has been exceeded. Try again later."},
        )

    def test_refuses_beyond_the_monthly_limit(self, refusal, platform):
        use_up_the_plan(platform)

        request = m.BroadcastRequest(messages=[text()])
        assert refusal("broadcast", request) == (429, MONTHLY_LIMIT)


class TestNarrowcast:
    @covers("POST /v2/bot/message/narrowcast", "GET /v2/bot/message/progress/narrowcast")
    def test_says_that_it_is_not_emulated(self, refusal):
        body = {"message": "linesim does not emulate narrowcast: it knows no audiences"}

        assert refusal("narrowcast", m.NarrowcastRequest(messages=[text()])) == (501, body)
        assert refusal("get_narrowcast_progress", "r") == (501, body)


class TestValidate:
    @covers(
        "POST /v2/bot/message/validate/reply",
        "POST /v2/bot/message/validate/push",
        "POST /v2/bot/message/validate/multicast",
        "POST /v2/bot/message/validate/narrowcast",
        "POST /v2/bot/message/validate/broadcast",
    )
    @pytest.mark.parametrize("kind", ["reply", "push", "multicast", "narrowcast", "broadcast"])
    def test_tells_good_from_bad(self, api, refusal, kind):
        api(f"validate_{kind}", m.ValidateMessageRequest(messages=[text()]))
        bad = m.ValidateMessageRequest(messages=[text("ก" * 5001)])

        assert refusal(f"validate_{kind}", bad) == too_long()


class TestQuota:
    @covers("GET /v2/bot/message/quota", "GET /v2/bot/message/quota/consumption")
    def test_tells_plan_and_use(self, api):
        api("push_message", push())

        assert api("get_message_quota").to_dict() == {"type": "limited", "value": 300}
        assert api("get_message_quota_consumption").to_dict() == {"totalUsage": 1}

    @covers("GET /v2/bot/message/delivery/{kind}")
    def test_counts_deliveries_by_day(self, api, clock, reply_token):
        api("reply_message", m.ReplyMessageRequest(replyToken=reply_token, messages=[text()]))
        api("push_message", push(GROUP))
        api("multicast", m.MulticastRequest(to=[FAH, TON], messages=[text()]))
        api("broadcast", m.BroadcastRequest(messages=[text()]))
        today = api("get_number_of_sent_push_messages", "20261122")
        clock.advance(seconds=86400)

        sent = {
            kind: api(f"get_number_of_sent_{kind}_messages", "20261122").to_dict()
            for kind in ("reply", "push", "multicast", "broadcast")
        }
        before = api("get_number_of_sent_push_messages", "20180330")

        assert today.status == "unready"
        assert sent == {
            "reply": {"status": "ready", "success": 1},
            "push": {"status": "ready", "success": 3},
            "multicast": {"status": "ready", "success": 2},
            "broadcast": {"status": "ready", "success": 3},
        }
        assert before.status == "out_of_service"

    def test_refuses_what_is_no_day(self, refusal):
        assert refusal("get_number_of_sent_push_messages", "2026-11-22") == invalid("date")


def photograph(width=900, height=600, kind="JPEG"):
    out = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(out, kind)
    return out.getvalue()


@pytest.fixture
def sends(platform):
    """Fah sends a file; returns the id of the message."""

    def sends(data, media_type):
        answer = platform.control.post(
            "/persons/ฟ้า/files",
            content=data,
            params={"chat": "bot", "name": "a.bin"},
            headers={"content-type": media_type},
        )
        return answer.json()["messageId"]

    return sends


class TestContent:
    @covers("GET /v2/bot/message/{message_id}/content")
    def test_is_what_was_sent(self, call, sends):
        sent = sends(b"%PDF-1.7", "application/pdf")

        answer = call("blob", "get_message_content", sent)

        assert bytes(answer.data) == b"%PDF-1.7"
        assert answer.headers["content-type"] == "application/pdf"
        assert answer.headers["content-length"] == "8"

    @covers("GET /v2/bot/message/{message_id}/content/preview")
    @pytest.mark.parametrize("media_type", ["image/jpeg", "video/mp4"])
    def test_has_a_small_preview(self, call, sends, media_type):
        preview = call("blob", "get_message_content_preview", sends(photograph(), media_type))

        assert max(Image.open(io.BytesIO(preview.data)).size) == 240

    @covers("GET /v2/bot/message/{message_id}/content/transcoding")
    def test_is_prepared_first(self, call, platform, sends, clock):
        platform.control.post("/contents/life", json={"ready_after_seconds": 5})
        sent = sends(b"film", "video/mp4")

        def fetched():
            status = call("blob", "get_message_content_transcoding_by_message_id", sent).data.status
            return status, call("blob", "get_message_content", sent).status_code

        early = fetched()
        clock.advance(seconds=5)

        assert early == ("processing", 202)
        assert fetched() == ("succeeded", 200)

    def test_may_fail_to_be_prepared(self, call, platform, sends):
        platform.control.post("/contents/life", json={"transcoding_fails": True})

        answer = call(
            "blob", "get_message_content_transcoding_by_message_id", sends(b"a", "audio/mpeg")
        )

        assert answer.data.status == "failed"

    def test_ends(self, call, platform, sends, clock):
        platform.control.post("/contents/life", json={"lasts_seconds": 3600})
        sent = sends(b"%PDF-1.7", "application/pdf")
        clock.advance(seconds=3600)

        refused = call.refusal("blob", "get_message_content", sent)

        assert refused[0] == 404
        assert json.loads(json.dumps(refused[1])) == {"message": "not found"}

    def test_is_gone_when_unsent(self, call, platform, sends):
        sent = sends(b"%PDF-1.7", "application/pdf")
        platform.does("ฟ้า", "unsend", messageId=sent)

        refused = call.refusal("blob", "get_message_content", sent)

        assert refused == (410, {"message": "The content is gone"})

    @pytest.mark.parametrize(
        "method",
        [
            "get_message_content",
            "get_message_content_preview",
            "get_message_content_transcoding_by_message_id",
        ],
    )
    def test_needs_a_message_that_has_any(self, call, platform, method):
        said = platform.says("ฟ้า", "สวัสดี")["messageId"]

        assert call.refusal("blob", method, "x") == invalid("messageId")
        assert call.refusal("blob", method, "1") == (404, {"message": "not found"})
        assert call.refusal("blob", method, said) == (404, {"message": "not found"})


class TestPeople:
    @covers("GET /v2/bot/profile/{user_id}")
    def test_have_a_profile(self, api, refusal):
        assert api("get_profile", FAH).to_dict() == {
            "userId": FAH,
            "displayName": "ฟ้า",
            "language": "th",
        }
        assert refusal("get_profile", STRANGER) == (404, NOT_FOUND)
        assert refusal("get_profile", NOBODY) == (404, NOT_FOUND)
        assert refusal("get_profile", "x") == invalid("userId")

    @covers("GET /v2/bot/followers/ids")
    def test_follow(self, api, refusal, platform):
        unverified = refusal("get_followers")
        platform.simulator.world.channel.verified = True
        platform.does("ต้น", "block")
        first = api("get_followers", limit=1)

        assert unverified == (403, NOT_AVAILABLE)
        assert (first.user_ids, first.next) == ([FAH], "1")
        assert api("get_followers", start="1").to_dict() == {"userIds": [MALI]}
        assert refusal("get_followers", start="x") == invalid("start")

    @covers("GET /v2/bot/info")
    def test_can_ask_who_the_account_is(self, api):
        assert api("get_bot_info").to_dict() == {
            "userId": "U" + "b" * 32,
            "basicId": f"@{CHANNEL}",
            "displayName": "บัญชีทดสอบ",
            "chatMode": "bot",
            "markAsReadMode": "auto",
        }


class TestGroup:
    @covers("GET /v2/bot/group/{groupId}/summary", "GET /v2/bot/group/{groupId}/members/count")
    def test_has_a_name_and_a_size(self, api, refusal):
        assert api("get_group_summary", GROUP).group_name == "กลุ่มทดสอบ"
        assert api("get_group_member_count", GROUP).count == 3
        for method in ("get_group_summary", "get_group_member_count"):
            assert refusal(method, "x") == invalid("groupId")
            assert refusal(method, NO_GROUP) == (404, NOT_FOUND)

    @covers("GET /v2/bot/group/{groupId}/members/ids")
    def test_tells_its_members_to_verified_accounts(self, api, refusal, platform):
        unverified = refusal("get_group_members_ids", GROUP)
        platform.simulator.world.channel.verified = True

        assert unverified == (403, NOT_AVAILABLE)
        assert api("get_group_members_ids", GROUP).member_ids == [FAH, TON, MALI]
        assert refusal("get_group_members_ids", GROUP, start="7") == (
            400,
            {"message": "Invalid start param"},
        )

    @covers("GET /v2/bot/group/{groupId}/member/{userId}")
    def test_tells_of_one_member(self, api, refusal):
        assert api("get_group_member_profile", GROUP, TON).display_name == "ต้น"
        assert refusal("get_group_member_profile", GROUP, STRANGER) == (404, NOT_FOUND)
        assert refusal("get_group_member_profile", GROUP, "x") == invalid("userId")

    @covers("POST /v2/bot/group/{groupId}/leave")
    def test_can_be_left_once(self, api, refusal, bot):
        api("leave_group", GROUP)

        assert bot.next_event()["type"] == "leave"
        assert refusal("leave_group", GROUP) == (404, NOT_FOUND)


class TestRoom:
    @covers("GET /v2/bot/room/{roomId}/members/count", "GET /v2/bot/room/{roomId}/members/ids")
    def test_has_members(self, api, refusal, room, platform):
        unverified = refusal("get_room_members_ids", room)
        platform.simulator.world.channel.verified = True

        assert api("get_room_member_count", room).count == 2
        assert unverified == (403, NOT_AVAILABLE)
        assert api("get_room_members_ids", room).member_ids == [FAH, TON]
        assert refusal("get_room_member_count", GROUP) == invalid("roomId")
        assert refusal("get_room_member_count", NO_ROOM) == (404, NOT_FOUND)

    @covers("GET /v2/bot/room/{roomId}/member/{userId}")
    def test_tells_of_one_member(self, api, refusal, room):
        assert api("get_room_member_profile", room, TON).display_name == "ต้น"
        assert refusal("get_room_member_profile", room, MALI) == (404, NOT_FOUND)

    @covers("POST /v2/bot/room/{roomId}/leave")
    def test_can_be_left_once(self, api, refusal, room, bot):
        api("leave_room", room)

        assert bot.next_event()["source"] == {"type": "room", "roomId": room}
        assert refusal("leave_room", room) == (404, NOT_FOUND)


class TestChat:
    @covers("POST /v2/bot/chat/loading/start")
    def test_shows_that_an_answer_is_coming(self, call):
        request = m.ShowLoadingAnimationRequest(chatId=FAH, loadingSeconds=5)

        assert call("messaging", "show_loading_animation", request).status_code == 202

    @pytest.mark.parametrize(
        ("chat", "seconds", "complaint", "where"),
        [
            (FAH, 65, "Must be between 5 and 60", "loadingSeconds"),
            (FAH, 7, "must be a multiple of five", "loadingSeconds"),
            (
                GROUP,
                5,
                "Only user id is acceptable, please confirm if there are any group/room ids "
                "or illegal ids.",
                "chatId",
            ),
        ],
    )
    def test_refuses_odd_times_and_groups(self, refusal, chat, seconds, complaint, where):
        request = m.ShowLoadingAnimationRequest.construct(chat_id=chat, loading_seconds=seconds)

        status, body = refusal("show_loading_animation", request)

        assert (status, body["details"]) == (400, [{"message": complaint, "property": where}])

    @covers("POST /v2/bot/chat/markAsRead")
    def test_marks_as_read(self, api, refusal, platform, bot):
        platform.says("ฟ้า", "สวัสดี")
        token = bot.next_event()["message"]["markAsReadToken"]

        api(
            "mark_messages_as_read_by_token",
            m.MarkMessagesAsReadByTokenRequest(markAsReadToken=token),
        )
        refused = refusal(
            "mark_messages_as_read_by_token",
            m.MarkMessagesAsReadByTokenRequest(markAsReadToken="x"),
        )

        assert platform.chat("ฟ้า/bot")[0]["read"]
        assert refused[0] == 400


class TestWebhookEndpoint:
    @covers("GET /v2/bot/channel/webhook/endpoint", "PUT /v2/bot/channel/webhook/endpoint")
    def test_can_be_moved(self, api, refusal):
        moved = m.SetWebhookEndpointRequest(endpoint="https://bot.example/hook")
        plain = m.SetWebhookEndpointRequest(endpoint="http://bot.example/hook")

        api("set_webhook_endpoint", moved)

        assert api("get_webhook_endpoint").to_dict() == {
            "endpoint": "https://bot.example/hook",
            "active": True,
        }
        assert refusal("set_webhook_endpoint", plain)[0] == 400

    def test_may_be_missing(self, refusal, platform):
        platform.simulator.world.channel.webhook_url = None

        assert refusal("get_webhook_endpoint") == (404, NOT_FOUND)

    @covers("POST /v2/bot/channel/webhook/test")
    def test_can_be_tested(self, api, bot):
        good = api("test_webhook_endpoint", m.TestWebhookEndpointRequest())
        bot.answers = [503]
        bad = api("test_webhook_endpoint", m.TestWebhookEndpointRequest(endpoint=bot.url))

        assert (good.success, good.status_code, good.reason) == (True, 200, "OK")
        assert (bad.success, bad.status_code, bad.reason) == (False, 503, "ERROR_STATUS_CODE")


def menu(**more):
    content = {
        "size": {"width": 2500, "height": 843},
        "selected": False,
        "name": "เมนูทดสอบ",
        "chatBarText": "เมนู",
        "areas": [
            {
                "bounds": {"x": 0, "y": 0, "width": 1250, "height": 843},
                "action": {"type": "message", "text": "สถานะ"},
            },
            {
                "bounds": {"x": 1250, "y": 0, "width": 1250, "height": 843},
                "action": {"type": "richmenuswitch", "richMenuAliasId": "other", "data": "switch"},
            },
        ],
    }
    return m.RichMenuRequest.from_dict(content | more)


@pytest.fixture
def paint(call):
    """Upload a picture to a menu."""

    def paint(menu_id, picture=None, media_type="image/jpeg"):
        return call(
            "blob",
            "set_rich_menu_image",
            menu_id,
            body=picture or photograph(),
            _headers={"Content-Type": media_type},
        )

    return paint


@pytest.fixture
def painted(api, paint):
    """A fresh menu with its picture; returns its id."""

    def painted():
        menu_id = api("create_rich_menu", menu()).rich_menu_id
        paint(menu_id)
        return menu_id

    return painted


NO_MENU = (404, {"message": "richmenu not found"})
NO_PICTURE = (400, {"message": "must upload richmenu image before applying it to user"})


class TestRichMenu:
    @covers(
        "POST /v2/bot/richmenu",
        "POST /v2/bot/richmenu/validate",
        "GET /v2/bot/richmenu/list",
        "GET /v2/bot/richmenu/{menu_id}",
        "DELETE /v2/bot/richmenu/{menu_id}",
    )
    def test_is_made_listed_and_deleted(self, api, refusal):
        api("validate_rich_menu_object", menu())
        made = api("create_rich_menu", menu()).rich_menu_id

        listed = api("get_rich_menu_list").richmenus
        alone = api("get_rich_menu", made)
        api("delete_rich_menu", made)

        assert [one.rich_menu_id for one in listed] == [made] == [alone.rich_menu_id]
        assert alone.areas[1].action.rich_menu_alias_id == "other"
        assert refusal("get_rich_menu", made) == refusal("delete_rich_menu", made) == NO_MENU

    @pytest.mark.parametrize(
        ("wrong", "where"),
        [
            ({"size": {"width": 700, "height": 400}}, "size.width"),
            ({"size": {"width": 1000, "height": 900}}, "size"),
            ({"chatBarText": "เมนูที่มีชื่อยาวเกินไป"}, "chatBarText"),
            ({"areas": []}, "areas"),
        ],
    )
    def test_has_limits(self, platform, wrong, where):
        for path in ("/richmenu", "/richmenu/validate"):
            answer = platform.api.post(path, json=menu().to_dict() | wrong)

            assert answer.status_code == 400
            assert answer.json()["details"][0]["property"] == where

    @covers(
        "POST /v2/bot/richmenu/{menu_id}/content",
        "GET /v2/bot/richmenu/{menu_id}/content",
    )
    def test_has_one_picture(self, api, call, paint):
        made = api("create_rich_menu", menu()).rich_menu_id
        none_yet = call.refusal("blob", "get_rich_menu_image", made)
        paint(made)

        painted = call("blob", "get_rich_menu_image", made)

        assert none_yet == (404, NOT_FOUND)
        assert bytes(painted.data) == photograph()
        assert painted.headers["content-type"] == "image/jpeg"
        with pytest.raises(Exception, match="An image has already been uploaded to the richmenu"):
            paint(made)

    @LARGE_ON_PURPOSE
    @pytest.mark.parametrize(
        ("picture", "media_type", "status"),
        [
            (b"GIF89a", "image/gif", 415),
            (photograph(kind="PNG"), "image/jpeg", 415),
            (b"nothing", "image/jpeg", 400),
            (photograph(700, 400), "image/jpeg", 400),
            (photograph(1000, 900), "image/jpeg", 400),
            (b"x" * (1024 * 1024 + 1), "image/jpeg", 413),
        ],
    )
    def test_takes_fitting_pictures_only(self, api, paint, picture, media_type, status):
        made = api("create_rich_menu", menu()).rich_menu_id

        with pytest.raises(Exception, match=f"^{status} "):
            paint(made, picture, media_type)

    @covers(
        "POST /v2/bot/user/all/richmenu/{menu_id}",
        "GET /v2/bot/user/all/richmenu",
        "DELETE /v2/bot/user/all/richmenu",
    )
    def test_can_be_the_default(self, api, refusal, painted, platform):
        made = painted()
        bare = api("create_rich_menu", menu()).rich_menu_id

        none_yet = refusal("get_default_rich_menu_id")
        api("set_default_rich_menu", made)
        shown = platform.control.get("/persons/ฟ้า/richmenu").json()

        assert none_yet == (404, {"message": "no default richmenu"})
        assert api("get_default_rich_menu_id").rich_menu_id == made == shown["richMenuId"]
        assert platform.control.get("/persons/มะลิ/richmenu").json() == {}  # at a PC
        assert refusal("set_default_rich_menu", bare) == NO_PICTURE
        assert refusal("set_default_rich_menu", "richmenu-x") == NO_MENU
        api("cancel_default_rich_menu")
        assert platform.control.get("/persons/ฟ้า/richmenu").json() == {}

    @covers(
        "POST /v2/bot/user/{user_id}/richmenu/{menu_id}",
        "GET /v2/bot/user/{user_id}/richmenu",
        "DELETE /v2/bot/user/{user_id}/richmenu",
    )
    def test_can_be_one_persons_own(self, api, refusal, painted, platform):
        common, own = painted(), painted()
        api("set_default_rich_menu", common)

        none_yet = refusal("get_rich_menu_id_of_user", FAH)
        api("link_rich_menu_id_to_user", FAH, own)

        assert none_yet == (404, {"message": "the user has no richmenu"})
        assert api("get_rich_menu_id_of_user", FAH).rich_menu_id == own
        assert platform.control.get("/persons/ฟ้า/richmenu").json()["richMenuId"] == own
        assert refusal("link_rich_menu_id_to_user", FAH, "richmenu-x") == NO_MENU
        assert refusal("link_rich_menu_id_to_user", "x", own) == invalid("userId")
        api("unlink_rich_menu_id_from_user", FAH)
        assert platform.control.get("/persons/ฟ้า/richmenu").json()["richMenuId"] == common

    @covers("POST /v2/bot/richmenu/bulk/link", "POST /v2/bot/richmenu/bulk/unlink")
    def test_can_be_linked_in_bulk(self, api, call, refusal, painted):
        made = painted()
        link = m.RichMenuBulkLinkRequest(richMenuId=made, userIds=[FAH, TON])
        wrong = m.RichMenuBulkLinkRequest(richMenuId=made, userIds=[FAH, GROUP])
        unlink = m.RichMenuBulkUnlinkRequest(userIds=[FAH])

        linked = call("messaging", "link_rich_menu_id_to_users", link)
        unlinked = call("messaging", "unlink_rich_menu_id_from_users", unlink)

        assert (linked.status_code, unlinked.status_code) == (202, 202)
        assert api("get_rich_menu_id_of_user", TON).rich_menu_id == made
        assert refusal("get_rich_menu_id_of_user", FAH)[0] == 404
        assert refusal("link_rich_menu_id_to_users", wrong) == invalid_property("userIds[1]")

    @covers(
        "POST /v2/bot/richmenu/batch",
        "POST /v2/bot/richmenu/validate/batch",
        "GET /v2/bot/richmenu/progress/batch",
    )
    def test_can_be_exchanged_for_everybody(self, api, call, refusal, painted):
        old, new = painted(), painted()
        api("link_rich_menu_id_to_user", FAH, old)
        exchange = m.RichMenuBatchRequest.from_dict(
            {"operations": [{"type": "link", "from": old, "to": new}]}
        )
        astray = m.RichMenuBatchRequest.from_dict(
            {"operations": [{"type": "link", "from": old, "to": "richmenu-x"}]}
        )

        api("validate_rich_menu_batch_request", exchange)
        accepted = call("messaging", "rich_menu_batch", exchange)
        progress = api("get_rich_menu_batch_progress", accepted.headers["x-line-request-id"])

        assert accepted.status_code == 202
        assert progress.phase == "succeeded"
        assert api("get_rich_menu_id_of_user", FAH).rich_menu_id == new
        assert refusal("validate_rich_menu_batch_request", astray) == NO_MENU
        assert refusal("get_rich_menu_batch_progress", "x") == invalid("requestId")

    @covers(
        "POST /v2/bot/richmenu/alias",
        "GET /v2/bot/richmenu/alias/list",
        "GET /v2/bot/richmenu/alias/{alias}",
        "POST /v2/bot/richmenu/alias/{alias}",
        "DELETE /v2/bot/richmenu/alias/{alias}",
    )
    def test_goes_by_an_alias(self, api, refusal, painted):
        first, second = painted(), painted()
        named = m.CreateRichMenuAliasRequest(richMenuAliasId="other", richMenuId=first)
        gone = (404, {"message": "richmenu alias not found"})

        api("create_rich_menu_alias", named)
        api("update_rich_menu_alias", "other", m.UpdateRichMenuAliasRequest(richMenuId=second))

        assert api("get_rich_menu_alias", "other").rich_menu_id == second
        assert [one.rich_menu_alias_id for one in api("get_rich_menu_alias_list").aliases] == [
            "other"
        ]
        assert refusal("create_rich_menu_alias", named) == (
            400,
            {"message": "conflict richmenu alias id"},
        )
        api("delete_rich_menu_alias", "other")
        assert refusal("get_rich_menu_alias", "other") == gone
        assert refusal("delete_rich_menu_alias", "other") == gone

    def test_is_pressed_and_switched(self, api, painted, platform, bot):
        first, second = painted(), painted()
        api("set_default_rich_menu", first)
        api(
            "create_rich_menu_alias",
            m.CreateRichMenuAliasRequest(richMenuAliasId="other", richMenuId=second),
        )

        platform.control.post("/persons/ฟ้า/richmenu/tap", json={"area": 0})
        platform.control.post("/persons/ฟ้า/richmenu/tap", json={"area": 1})

        assert bot.next_event()["message"]["text"] == "สถานะ"
        assert bot.next_event()["postback"] == {
            "data": "switch",
            "params": {"newRichMenuAliasId": "other", "status": "SUCCESS"},
        }
        assert platform.control.get("/persons/ฟ้า/richmenu").json()["richMenuId"] == second


BAD_SECRET = (
    401,
    {"error": "invalid_client", "error_description": "invalid client_secret"},
)
EXPIRED = (
    400,
    {"error": "invalid_request", "error_description": "access token expired"},
)


class TestChannelToken:
    @covers("POST /oauth2/v3/token")
    def test_without_a_state_lasts_a_quarter_of_an_hour(self, call, clock):
        issued = call("oauth", "issue_stateless_channel_token_by_client_secret", CHANNEL, SECRET)
        call.token = issued.access_token

        early = call("messaging", "get_bot_info").status_code
        clock.advance(seconds=900)
        late = call.refusal("messaging", "get_bot_info")

        assert (issued.token_type, issued.expires_in, early) == ("Bearer", 900, 200)
        assert late[0] == 401

    def test_without_a_state_is_had_for_an_assertion_too(self, call, platform):
        platform.simulator.world.channel.assertion_keys = [assertion_key()]

        issued = call(
            "oauth", "issue_stateless_channel_token_by_jwt_assertion", signed_assertion(NINE)
        )

        assert issued.expires_in == 900

    @covers("POST /v2/oauth/accessToken", "POST /v2/oauth/verify", "POST /v2/oauth/revoke")
    def test_of_short_life_is_issued_verified_and_revoked(self, call):
        issued = call("oauth", "issue_channel_token", "client_credentials", CHANNEL, SECRET).data

        verified = call("oauth", "verify_channel_token", issued.access_token).data
        call("oauth", "revoke_channel_token", issued.access_token)

        assert issued.expires_in == verified.expires_in == 30 * 86400
        assert verified.client_id == CHANNEL
        assert call.refusal("oauth", "verify_channel_token", issued.access_token) == EXPIRED

    def test_of_short_life_pushes_the_oldest_out(self, call):
        tokens = [
            call("oauth", "issue_channel_token", "client_credentials", CHANNEL, SECRET).data
            for _ in range(31)
        ]

        assert call.refusal("oauth", "verify_channel_token", tokens[0].access_token) == EXPIRED
        call("oauth", "verify_channel_token", tokens[1].access_token)

    def test_needs_the_secret(self, call):
        wrong = call.refusal("oauth", "issue_channel_token", "client_credentials", CHANNEL, "x")

        assert wrong == BAD_SECRET
        assert call.refusal("oauth", "issue_channel_token", "password", CHANNEL, SECRET) == (
            400,
            {
                "error": "unsupported_grant_type",
                "error_description": "unsupported grant_type",
            },
        )

    @covers(
        "POST /oauth2/v2.1/token",
        "GET /oauth2/v2.1/tokens/kid",
        "GET /oauth2/v2.1/verify",
        "POST /oauth2/v2.1/revoke",
    )
    def test_of_chosen_life_is_issued_listed_and_revoked(self, call, platform):
        platform.simulator.world.channel.assertion_keys = [assertion_key()]
        assertion = signed_assertion(NINE, token_exp=3600)

        issued = call(
            "oauth", "issue_channel_token_by_jwt", "client_credentials", JWT_BEARER, assertion
        ).data
        verified = call("oauth", "verify_channel_token_by_jwt", issued.access_token).data
        listed = call(
            "oauth", "gets_all_valid_channel_access_token_key_ids", JWT_BEARER, assertion
        ).data
        call("oauth", "revoke_channel_token_by_jwt", CHANNEL, SECRET, issued.access_token)

        assert issued.expires_in == verified.expires_in == 3600
        assert listed.kids == [issued.key_id]
        assert call.refusal("oauth", "verify_channel_token_by_jwt", issued.access_token) == EXPIRED

    @pytest.mark.parametrize(
        "wrong",
        [
            {"iss": "1"},
            {"aud": "https://example.com/"},
            {"exp": int(NINE.timestamp()) - 1},
            {"exp": int(NINE.timestamp()) + 1801},
        ],
    )
    def test_needs_an_assertion_that_holds(self, call, platform, wrong):
        platform.simulator.world.channel.assertion_keys = [assertion_key()]

        status, body = call.refusal(
            "oauth",
            "issue_channel_token_by_jwt",
            "client_credentials",
            JWT_BEARER,
            signed_assertion(NINE, token_exp=60, **wrong),
        )

        assert (status, body["error"]) == (401, "invalid_client")

    def test_needs_an_assertion_that_nobody_changed(self, call, platform):
        platform.simulator.world.channel.assertion_keys = [assertion_key()]
        head, body, signature = signed_assertion(NINE, token_exp=60).split(".")
        _, other, _ = signed_assertion(NINE, token_exp=61).split(".")

        for forged in (f"{head}.{other}.{signature}", f"{head}.{body}", "x"):
            refused = call.refusal(
                "oauth", "issue_channel_token_by_jwt", "client_credentials", JWT_BEARER, forged
            )
            assert refused[0] == 401


class TestConventions:
    @pytest.mark.parametrize(
        ("method", "arguments"),
        [
            ("get_bot_info", ()),
            ("push_message", (push(),)),
            ("get_rich_menu_list", ()),
            ("get_message_quota", ()),
        ],
    )
    def test_need_a_token(self, call, method, arguments):
        call.token = "stolen"

        status, body = call.refusal("messaging", method, *arguments)

        assert status == 401
        start = "Authentication failed due to the following reason: "
        assert body["message"].startswith(start)

    def test_stamp_every_answer(self, call):
        headers = call("messaging", "get_bot_info").headers

        assert len(headers["x-line-request-id"]) == 36


class TestCoverage:
    def test_has_a_row_for_every_route(self):
        assert coverage.served() - {row.endpoint for row in coverage.rows()} == set()

    def test_has_a_route_for_every_row(self):
        claimed = {row.endpoint for row in coverage.rows() if row.state != "not"}

        assert claimed - coverage.served() == set()

    def test_has_a_test_for_every_route(self):
        assert coverage.served() - covered() == set()
