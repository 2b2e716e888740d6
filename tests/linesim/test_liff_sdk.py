"""The LIFF SDK's stand-in, in a real browser and a small LIFF page."""

import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import jwt
import pytest
from playwright.sync_api import expect, sync_playwright

from linesim.ids import Ids
from linesim.simulator import Simulator
from linesim.world_file import build_world
from tests.machine import require_chromium

from .conftest import FAH, GROUP, TON, Platform
from .login_world import LIFF, world_with_login

pytestmark = pytest.mark.browser

LINK = f"https://liff.line.me/{LIFF}"
TEXT = {"type": "text", "text": "ขอเอกสาร"}

PAGE = """<!doctype html><meta charset="utf-8"><title>LIFF</title><link rel="icon" href="data:,">
<h1>รอสักครู่</h1>
<script src="SDK"></script>
<script>
  const asked = new URLSearchParams(location.search);
  liff.init({ liffId: "LIFF_ID", withLoginOnExternalBrowser: asked.has("login") })
    .then(() => { document.querySelector("h1").textContent = "พร้อม"; })
    .catch((failure) => { document.querySelector("h1").textContent = failure.code; });
</script>""".replace("LIFF_ID", LIFF)


class LiffPage:
    """A web server with one small LIFF page, which is at home at every path below /liff."""

    def __init__(self):
        self.sdk = None
        page = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                body = PAGE.replace("SDK", f"{page.sdk}/liff/edge/2/sdk.js").encode()
                self.send_response(200)
                self.send_header("content-type", "text/html; charset=utf-8")
                # As Django's security middleware has it: other windows are kept at a distance.
                self.send_header("cross-origin-opener-policy", "same-origin")
                self.send_header("x-frame-options", "DENY")
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.endpoint = f"http://127.0.0.1:{self._server.server_port}/liff"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))
        self._thread.start()

    def stop(self):
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@pytest.fixture(scope="module")
def browser():
    chromium = require_chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def liff_page():
    page = LiffPage()
    yield page
    page.stop()


@pytest.fixture
def platform(clock, bot, stage, liff_page):
    world = build_world(world_with_login(liff_page.endpoint), ids=Ids(seed=1))
    world.channel.webhook_url = bot.url
    liff_page.sdk = stage.url
    platform = Platform(Simulator(world, clock=clock), stage)
    yield platform
    platform.stop()


@pytest.fixture(scope="module")
def profile(browser):
    """One browser profile for all tests; each has a LIFF page, and so a memory, of its own."""
    with browser.new_context(locale="th-TH") as profile:
        yield profile


@pytest.fixture
def context(profile):
    yield profile
    for page in profile.pages:
        page.close()
    profile.clear_cookies()


@pytest.fixture
def inside(platform, context):
    """The app in a LIFF window on somebody's phone, opened in a chat."""

    def inside(person="ฟ้า", url=LINK, **where):
        page = context.new_page()
        page.goto(platform.does(person, "liff", url=url, **where)["url"])
        return ready(page)

    return inside


@pytest.fixture
def outside(platform, context):
    """The app in an ordinary browser."""

    def outside(extra=""):
        page = context.new_page()
        page.goto(f"{platform.url}/liff/{LIFF}{extra}")
        return page

    return outside


@pytest.fixture
def tap(platform, context):
    """Tap the link on a phone of the page; returns the window that opens."""

    def tap(person):
        launcher = context.new_page()
        launcher.goto(f"{platform.url}/sim/world")
        one = platform.simulator.world.person(person)
        with context.expect_page() as opened:
            launcher.evaluate(
                "([url, person]) => import('/static/liff.js')"
                ".then(({ openLiff }) => openLiff(url, person, 'bot'))",
                [LINK, {"id": one.id, "device": one.device}],
            )
        return opened.value

    return tap


def ready(page):
    """The page, once its init is done."""
    expect(page.locator("h1")).to_have_text("พร้อม")
    return page


def is_revoked(platform, token, *, seconds=10):
    """Whether the platform soon hears that the window closed: it is told on the way out."""
    until = time.monotonic() + seconds
    while platform.simulator.grants.find(token) and time.monotonic() < until:
        time.sleep(0.02)
    return platform.simulator.grants.find(token) is None


class TestSdk:
    def test_goes_on_to_the_second_address(self, inside, liff_page):
        page = inside(url=f"{LINK}/requests/12?tab=notes#top", chat="bot")

        assert page.url == f"{liff_page.endpoint}/requests/12?tab=notes#top"
        assert page.evaluate("liff.isInClient()")

    def test_knows_the_person_and_the_kind_of_chat(self, inside):
        page = inside(chat=GROUP)

        assert page.evaluate("liff.getProfile()") == {"userId": FAH, "displayName": "ฟ้า"}
        assert page.evaluate("liff.getContext().type") == "group"
        assert page.evaluate("liff.getDecodedIDToken().name") == "ฟ้า"
        assert page.evaluate("liff.getFriendship()") == {"friendFlag": True}
        assert page.evaluate("[liff.getOS(), liff.isLoggedIn(), liff.id]") == [
            "android",
            True,
            LIFF,
        ]

    def test_keeps_two_persons_apart(self, inside):
        pages = [inside("ฟ้า"), inside("ต้น")]

        names = [page.evaluate("liff.getProfile().then((one) => one.userId)") for page in pages]

        assert names == [FAH, TON]

    def test_sends_messages_that_the_bot_hears(self, inside, bot):
        page = inside(chat=GROUP)

        page.evaluate("message => liff.sendMessages([message])", TEXT)

        event = bot.next_event()
        assert (event["message"]["text"], event["source"]["groupId"]) == ("ขอเอกสาร", GROUP)

    def test_says_why_messages_cannot_be_sent(self, inside, card):
        send = "messages => liff.sendMessages(messages).catch((failure) => failure.code)"

        page = inside(chat="bot")

        assert page.evaluate(send, []) == "INVALID_ARGUMENT"
        assert page.evaluate(send, [TEXT] * 6) == "INVALID_ARGUMENT"
        assert page.evaluate(send, [card]) == "400"
        assert inside().evaluate(send, [TEXT]) == "FORBIDDEN"

    def test_shares_with_whom_the_person_picks(self, inside, platform):
        page = inside()
        page.evaluate("message => { window.shared = liff.shareTargetPicker([message]); }", TEXT)
        page.get_by_label("กลุ่มทดสอบ").check()
        page.get_by_role("button", name="ส่ง").click()

        assert page.evaluate("window.shared") == {"status": "success"}
        assert platform.chat("groups/กลุ่มทดสอบ")[0]["text"] == "ขอเอกสาร"

    def test_offers_friends_only_when_one_is_to_be_picked(self, inside):
        page = inside()
        page.evaluate(
            "message => {"
            " window.shared = liff.shareTargetPicker([message], { isMultiple: false }); }",
            TEXT,
        )

        expect(page.get_by_role("radio")).to_have_count(3)
        expect(page.get_by_label("กลุ่มทดสอบ")).to_have_count(0)
        page.keyboard.press("Escape")
        assert page.evaluate("window.shared.then((result) => result === undefined)")

    def test_closes_its_window(self, tap, platform):
        window = tap("ฟ้า")
        window.get_by_role("button", name="อนุญาต", exact=True).click()
        token = ready(window).evaluate("liff.getAccessToken()")

        with window.expect_event("close"):
            window.evaluate("liff.closeWindow()")

        assert is_revoked(platform, token)

    def test_makes_permanent_links(self, inside, platform, liff_page):
        page = inside()
        make = "url => liff.permanentLink.createUrlBy(url).catch((failure) => failure.code)"

        made = page.evaluate(make, f"{liff_page.endpoint}/a?b=1#c")

        assert made == f"{platform.url}/liff/{LIFF}/a?b=1#c"
        assert page.evaluate(make, "https://elsewhere.example/") == "INVALID_CONFIG"

    def test_opens_from_a_link_in_a_chat(self, platform, context, bot):
        platform.push(GROUP, {"type": "text", "text": f"เปิดที่ {LINK}/requests ค่ะ"})
        phones = context.new_page()
        phones.goto(platform.url)
        with context.expect_page() as opened:
            phones.locator(f'.phone[data-person="{FAH}"] .log a').click()
        opened.value.get_by_role("button", name="อนุญาต", exact=True).click()

        ready(opened.value).evaluate("message => liff.sendMessages([message])", TEXT)

        assert bot.next_event()["source"]["groupId"] == GROUP

    def test_opens_in_an_ordinary_tab_on_a_pc(self, tap):
        page = ready(tap("มะลิ"))

        assert not page.evaluate("liff.isInClient()")

    def test_is_not_signed_in_outside_at_first(self, outside):
        page = ready(outside())

        assert page.evaluate("[liff.isInClient(), liff.isLoggedIn()]") == [False, False]
        assert page.evaluate("liff.getContext().type") == "external"
        refused = page.evaluate("liff.getProfile().catch((failure) => failure.code)")
        assert refused == "UNAUTHORIZED"

    def test_signs_in_outside_and_comes_back_to_the_place(self, outside, liff_page):
        page = outside("/requests/12?login=1")
        page.get_by_label("ต้น").check()
        page.get_by_role("button", name="อนุญาต", exact=True).click()
        ready(page)

        assert page.url == f"{liff_page.endpoint}/requests/12?login=1"
        assert page.evaluate("liff.getProfile()")["userId"] == TON
        token = page.evaluate("liff.getIDToken()")
        assert jwt.get_unverified_header(token)["alg"] == "ES256"

    def test_signs_in_by_keyboard_in_a_narrow_window(self, outside):
        page = outside("?login=1")
        page.set_viewport_size({"width": 390, "height": 780})
        expect(page.get_by_role("radio").first).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") == 390
        for key in ("Tab", "ArrowDown", "Tab", "Enter"):
            page.keyboard.press(key)

        assert ready(page).evaluate("liff.getProfile()")["userId"] == TON

    def test_stays_signed_in_outside_until_the_page_signs_out(self, outside, liff_page):
        page = outside("?login=1")
        page.get_by_role("button", name="อนุญาต", exact=True).click()
        ready(page)
        page.goto(liff_page.endpoint)
        assert ready(page).evaluate("liff.isLoggedIn()")

        page.evaluate("liff.logout()")

        page.reload()
        assert not ready(page).evaluate("liff.isLoggedIn()")

    def test_sends_no_messages_outside(self, outside):
        page = ready(outside())

        refused = page.evaluate("liff.sendMessages([]).catch((failure) => failure.code)")

        assert refused == "FORBIDDEN"

    def test_tells_the_page_when_somebody_declines(self, outside):
        page = outside("?login=1")

        page.get_by_role("button", name="ไม่อนุญาต").click()

        expect(page.locator("h1")).to_have_text("INIT_FAILED")
