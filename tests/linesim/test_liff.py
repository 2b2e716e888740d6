"""LIFF: links, windows, and what apps may say in people's names."""

import json
from urllib.parse import parse_qs, quote, urlsplit

import httpx
import jwt
import pytest
from linebot.v3 import liff as official

from linesim.grants import LIFF_ACCESS_LIFE
from linesim.ids import Ids
from linesim.world_file import BadWorldFile, build_world

from .conftest import FAH, GROUP, MALI, NO_CERTIFICATES, ROOM, STRANGER, TON
from .covering import covers
from .login_world import LIFF, LOGIN, LOGIN_SECRET, OTHER, QUIET_LIFF, world_with_login

LINK = f"https://liff.line.me/{LIFF}"
TEXT = {"type": "text", "text": "ขอเอกสาร"}


@pytest.fixture
def web(login_platform):
    with httpx.Client(base_url=login_platform.url, trust_env=False, verify=NO_CERTIFICATES) as web:
        yield web


@pytest.fixture
def open_liff(login_platform, web):
    """Tap a link in a chat; returns what the page in the window is told, and its id."""

    def open_liff(person="ฟ้า", url=LINK, **where):
        opened = login_platform.does(person, "liff", url=url, **where)
        window = web.get(f"/sim/liff/windows/{opened['window']}").json()
        return window | {"id": opened["window"], "url": opened["url"]}

    return open_liff


@pytest.fixture
def send(web):
    def send(window, *messages):
        address = f"/sim/liff/windows/{window['id']}/messages"
        return web.post(address, json={"messages": messages})

    return send


def bearer(token):
    return {"authorization": f"Bearer {token}"}


@covers("GET /liff/{liff_id}", "GET /liff/{liff_id}/{path:path}")
class TestLink:
    def test_leads_to_the_endpoint(self, web):
        answer = web.get(f"/liff/{LIFF}")

        assert answer.status_code == 302
        assert answer.headers["location"] == "https://service.example/liff"

    def test_carries_the_rest_in_liff_state(self, web):
        address = urlsplit(web.get(f"/liff/{LIFF}/requests/ก?a=1&b=2").headers["location"])

        assert parse_qs(address.query) == {"liff.state": [f"/requests/{quote('ก')}?a=1&b=2"]}

    @pytest.mark.parametrize("path", ["/liff/1650000001-NoSuchApp", "/liff/nonsense"])
    def test_of_no_app_leads_nowhere(self, web, path):
        assert web.get(path).status_code == 400

    @pytest.mark.parametrize(
        "url",
        [
            f"{LINK}/a?b=1#c",
            f"http://127.0.0.1:8600/liff/{LIFF}/a?b=1#c",
            f"https://line.me/R/app/{LIFF}/a?b=1#c",
            f"line://app/{LIFF}/a?b=1#c",
        ],
    )
    def test_has_several_forms(self, login_platform, url):
        opened = login_platform.does("ฟ้า", "liff", url=url)

        state = parse_qs(urlsplit(opened["url"]).query)["liff.state"]
        assert state == ["/a?b=1#c"]
        assert urlsplit(opened["url"]).fragment == f"liff.window={opened['window']}"

    def test_opens_outside_on_a_pc(self, login_platform):
        opened = login_platform.does("มะลิ", "liff", url=f"{LINK}/a")

        assert opened == {"url": "https://service.example/liff?liff.state=%2Fa", "window": None}

    def test_must_be_one(self, login_platform):
        order = {"url": "https://service.example/liff"}

        assert login_platform.control.post("/persons/ฟ้า/liff", json=order).status_code == 400


@covers("GET /liff/edge/2/sdk.js", "GET /liff/edge/versions/{version}/sdk.js")
class TestScript:
    @pytest.mark.parametrize("path", ["edge/2", "edge/versions/2.27.3"])
    def test_is_served_where_lines_is(self, web, path):
        script = web.get(f"/liff/{path}/sdk.js")

        assert script.headers["content-type"].startswith("text/javascript")
        assert "window.liff = liff" in script.text


class TestConsent:
    def test_is_asked_once(self, web):
        address = f"/sim/phones/ฟ้า/liff?url={quote(LINK)}&chat=bot"
        page = web.get(address)
        agreed = web.post(address, data={"decision": "allow", "person": FAH})
        again = web.get(address)

        assert page.status_code == 200
        assert "ส่งข้อความในแชต" in page.text
        assert "ต้น" not in page.text
        assert agreed.status_code == 303
        assert again.status_code == 302
        assert again.headers["location"].startswith("https://service.example/liff#liff.window=")

    def test_can_be_refused(self, web):
        address = f"/sim/phones/ฟ้า/liff?url={quote(LINK)}&chat=bot"

        refused = web.post(address, data={"decision": "deny"})

        assert refused.status_code == 200
        assert web.get(address).status_code == 200


class TestWindow:
    @pytest.mark.parametrize(
        ("where", "kind"),
        [
            ({"chat": "bot"}, "utou"),
            ({"chat": GROUP}, "group"),
            ({"chat": ROOM}, "room"),
            ({}, "none"),
        ],
    )
    def test_tells_the_kind_of_chat_but_not_which(self, open_liff, where, kind):
        context = open_liff(**where)["context"]

        assert context["type"] == kind
        assert context["userId"] == FAH
        assert GROUP not in json.dumps(context)

    def test_has_an_id_token_signed_by_key(self, web, open_liff):
        token = open_liff()["idToken"]

        keys = jwt.PyJWKSet.from_dict(web.get("/oauth2/v2.1/certs").json())
        header = jwt.get_unverified_header(token)
        claims = jwt.decode(
            token,
            keys[header["kid"]],
            algorithms=["ES256"],
            audience=LOGIN,
            issuer="https://access.line.me",
            options={"verify_exp": False, "verify_iat": False},
        )
        assert (claims["sub"], claims["name"]) == (FAH, "ฟ้า")
        form = {"id_token": token, "client_id": LOGIN}
        assert web.post("/oauth2/v2.1/verify", data=form).json()["sub"] == FAH

    def test_has_no_id_token_without_openid(self, open_liff):
        assert open_liff(url=f"https://liff.line.me/{QUIET_LIFF}")["idToken"] is None

    def test_has_an_access_token_for_twelve_hours(self, web, open_liff, clock):
        token = open_liff()["accessToken"]
        told = web.get("/oauth2/v2.1/verify", params={"access_token": token}).json()

        assert told["expires_in"] == LIFF_ACCESS_LIFE.total_seconds() == 43_200
        assert told["scope"] == "openid profile chat_message.write"
        clock.advance(seconds=43_200)
        assert web.get("/v2/profile", headers=bearer(token)).status_code == 401

    def test_takes_its_access_token_along_when_it_closes(self, web, open_liff):
        window = open_liff()

        web.post(f"/sim/liff/windows/{window['id']}/close")

        assert web.get("/v2/profile", headers=bearer(window["accessToken"])).status_code == 401
        assert web.get(f"/sim/liff/windows/{window['id']}").status_code == 404


class TestSendMessages:
    def test_says_a_text_in_the_persons_name(self, open_liff, send, bot, login_platform):
        answer = send(open_liff(chat=GROUP), TEXT)

        event = bot.next_event()
        assert answer.status_code == 200
        assert event["source"] == {"type": "group", "groupId": GROUP, "userId": FAH}
        assert event["message"]["text"] == "ขอเอกสาร"
        assert login_platform.reply(event["replyToken"], "ได้ค่ะ").status_code == 200

    def test_tells_the_bot_where_media_are(self, open_liff, send, bot, login_platform):
        photo = {
            "type": "image",
            "originalContentUrl": "https://a.example/1.jpg",
            "previewImageUrl": "https://a.example/2.jpg",
        }
        send(open_liff(chat="bot"), photo)

        message = bot.next_event()["message"]
        assert message["contentProvider"] == {
            "type": "external",
            "originalContentUrl": "https://a.example/1.jpg",
            "previewImageUrl": "https://a.example/2.jpg",
        }
        assert login_platform.api.get(f"/message/{message['id']}/content").status_code == 404

    def test_shows_cards_of_which_the_bot_hears_nothing(
        self, open_liff, send, bot, card, login_platform
    ):
        del card["contents"]["footer"]["contents"][:2]

        send(open_liff(chat=GROUP), card, TEXT)

        assert bot.next_event()["message"]["type"] == "text"
        shown = login_platform.chat("groups/กลุ่มทดสอบ")
        assert [(one["type"], one["sender"]["name"]) for one in shown] == [
            ("flex", "ฟ้า"),
            ("text", "ฟ้า"),
        ]

    def test_counts_for_nothing(self, open_liff, send, login_platform):
        send(open_liff(chat=GROUP), TEXT)

        assert login_platform.api.get("/message/quota/consumption").json() == {"totalUsage": 0}

    def test_knows_all_kinds(self, open_liff, send, bot):
        audio = {"type": "audio", "originalContentUrl": "https://a.example/a.m4a", "duration": 9}
        place = {"type": "location", "title": "ห้องสมุด", "address": "ถนน", "latitude": 1.5}
        sticker = {"type": "sticker", "packageId": "446", "stickerId": "1988"}

        answer = send(open_liff(chat="bot"), audio, place | {"longitude": 100}, sticker)

        assert answer.status_code == 200, answer.text
        heard = [bot.next_event()["message"]["type"] for _ in range(3)]
        assert heard == ["audio", "location", "sticker"]

    @pytest.mark.parametrize(
        ("messages", "place"),
        [
            ([TEXT | {"quoteToken": "q"}], "messages[0].quoteToken"),
            ([TEXT, {"type": "textV2", "text": "ก"}], "messages[1].type"),
            ([{"type": "text"}], "messages[0].text"),
            ([TEXT] * 6, "messages"),
        ],
    )
    def test_refuses_the_rest(self, open_liff, send, bot, messages, place):
        answer = send(open_liff(chat="bot"), *messages)

        assert answer.status_code == 400
        assert answer.json()["details"][0]["property"] == place
        assert bot.received.empty()

    def test_takes_buttons_that_open_pages_only(self, open_liff, send, card):
        answer = send(open_liff(chat="bot"), card)

        places = [detail["property"] for detail in answer.json()["details"]]
        assert answer.status_code == 400
        assert places == [
            "messages[0]/contents/footer/contents/0/action",
            "messages[0]/contents/footer/contents/1/action",
        ]

    def test_needs_a_chat_and_the_scope(self, open_liff, send):
        assert send(open_liff(), TEXT).status_code == 403
        quiet = open_liff(url=f"https://liff.line.me/{QUIET_LIFF}", chat="bot")
        assert send(quiet, TEXT).status_code == 403


class TestShare:
    @pytest.fixture
    def share(self, web, open_liff):
        token = open_liff()["accessToken"]

        def share(to, *messages):
            order = {"to": to, "messages": messages}
            return web.post("/sim/liff/shares", json=order, headers=bearer(token))

        return share

    def test_offers_groups_and_friends(self, web, open_liff):
        token = open_liff()["accessToken"]

        offered = web.get("/sim/liff/targets", headers=bearer(token)).json()

        assert {"id": GROUP, "name": "กลุ่มทดสอบ"} in offered["groups"]
        assert [friend["id"] for friend in offered["friends"]] == [TON, MALI, STRANGER]

    def test_shows_in_groups_without_the_bot_hearing(self, share, bot, login_platform):
        assert share([GROUP, TON], TEXT).status_code == 200

        assert login_platform.chat("groups/กลุ่มทดสอบ")[0]["text"] == "ขอเอกสาร"
        [shared] = login_platform.control.get("/shares").json()["shares"]
        assert (shared["person"], shared["to"]) == (FAH, [GROUP, TON])
        assert bot.received.empty()

    def test_takes_no_stickers(self, share):
        sticker = {"type": "sticker", "packageId": "446", "stickerId": "1988"}

        assert share([GROUP], sticker).status_code == 400

    @pytest.mark.parametrize("to", [[], ["C" + "9" * 32], [FAH], "all"])
    def test_reaches_only_what_was_offered(self, share, to):
        assert share(to, TEXT).status_code == 403

    def test_needs_somebody_signed_in(self, web):
        order = {"to": [GROUP], "messages": [TEXT]}

        assert web.post("/sim/liff/shares", json=order).status_code == 401


class TestWorldFile:
    def test_names_what_an_app_cannot_be(self):
        world = world_with_login()
        world["login_channel"][0]["liff"][0]["size"] = "huge"

        with pytest.raises(BadWorldFile, match="huge"):
            build_world(world, ids=Ids(1))


@covers(
    "GET /liff/v1/apps",
    "POST /liff/v1/apps",
    "PUT /liff/v1/apps/{liff_id}",
    "DELETE /liff/v1/apps/{liff_id}",
)
class TestOfficialClient:
    @pytest.fixture
    def api(self, login_platform, web):
        form = {
            "grant_type": "client_credentials",
            "client_id": LOGIN,
            "client_secret": LOGIN_SECRET,
        }
        token = web.post("/oauth2/v3/token", data=form).json()["access_token"]
        configuration = official.Configuration(host=login_platform.url, access_token=token)
        with official.ApiClient(configuration) as client:
            yield official.Liff(client)
            client.rest_client.pool_manager.clear()

    def test_adds_changes_and_removes_apps(self, api, web):
        view = official.LiffView(type="tall", url="https://service.example/new")
        added = api.add_liff_app(official.AddLiffAppRequest(view=view, scope=["profile"]))
        assert web.get(f"/liff/{added.liff_id}").headers["location"] == view.url

        changed = official.UpdateLiffAppRequest(description="ใหม่", botPrompt="normal")
        api.update_liff_app(added.liff_id, changed)

        [app] = [one for one in api.get_all_liff_apps().apps if one.liff_id == added.liff_id]
        assert (app.description, app.view.type, app.bot_prompt) == ("ใหม่", "tall", "normal")

        api.delete_liff_app(added.liff_id)
        assert web.get(f"/liff/{added.liff_id}").status_code == 400

    def test_hears_what_is_wrong(self, api):
        view = official.LiffView(type="tall", url="ftp://service.example/new")
        with pytest.raises(official.ApiException) as refused:
            api.add_liff_app(official.AddLiffAppRequest(view=view))
        assert refused.value.status == 400

        with pytest.raises(official.ApiException) as missing:
            api.delete_liff_app(f"{OTHER}-AbCdEfGh")
        assert missing.value.status == 404
