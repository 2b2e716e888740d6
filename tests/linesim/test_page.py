"""The phones, in a real browser."""

import base64
import io
import smtplib
from email.message import EmailMessage

import pytest
from PIL import Image
from playwright.sync_api import expect, sync_playwright

from tests.machine import require_chromium

from .conftest import FAH, GROUP, MALI, STRANGER, TON

pytestmark = pytest.mark.browser

# Reads files from base64 and lets go of them over an element, as a person with a mouse does.
DROP = """(target, files) => {
    const dataTransfer = new DataTransfer();
    for (const { name, type, base64 } of files) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        dataTransfer.items.add(new File([bytes], name, { type }));
    }
    for (const type of ["dragover", "drop"]) {
        target.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true }));
    }
}"""


@pytest.fixture(scope="module")
def browser():
    chromium = require_chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def window(browser):
    """One window for all tests, because opening one takes longer than most of them."""
    window = browser.new_page()
    yield window
    window.close()


@pytest.fixture
def open_page(browser, window, platform):
    """Open the phones in a window of some width; any script error fails the test."""
    others, errors = [], []

    def note(error):
        errors.append(str(error))

    def open_page(width=1600, height=900, **more):
        page = browser.new_page(**more) if more or window.url != "about:blank" else window
        if page is not window:
            others.append(page)
        page.on("pageerror", note)
        page.set_viewport_size({"width": width, "height": height})
        page.goto(platform.url)
        expect(page.locator(".phone")).to_have_count(4)
        return page

    yield open_page
    for page in others:
        page.close()
    if window.url != "about:blank":
        window.remove_listener("pageerror", note)
        window.evaluate("localStorage.clear()")
        window.goto("about:blank")
    assert errors == []


@pytest.fixture
def page(open_page):
    return open_page()


@pytest.fixture
def photo():
    """A photo as a phone takes it."""
    file = io.BytesIO()
    Image.new("RGB", (64, 48), "white").save(file, "JPEG")
    return {"name": "photo.jpg", "type": "image/jpeg", "data": file.getvalue()}


@pytest.fixture
def pdf():
    return {"name": "บทความ.pdf", "type": "application/pdf", "data": b"%PDF-1.7"}


def phone(page, user_id):
    return page.locator(f'.phone[data-person="{user_id}"]')


def drop(target, *files):
    described = [
        {**file, "base64": base64.b64encode(file["data"]).decode(), "data": None} for file in files
    ]
    target.evaluate(DROP, described)


def write(phone, text):
    phone.get_by_role("textbox").fill(text)
    phone.get_by_role("textbox").press("Enter")


def choose(page, phone, said, entry):
    """Choose an entry in the menu of a message."""
    said.click(button="right")
    page.get_by_role("menuitem", name=entry, exact=True).click()


def show(platform, event, *messages):
    """The bot answers an event, as a small bot would."""
    body = {"replyToken": event["replyToken"], "messages": list(messages)}
    assert platform.api.post("/message/reply", json=body).status_code == 200


def mail(**parts):
    made = EmailMessage()
    made["Subject"], made["From"], made["To"] = "A123", "a@a.example", "b@b.example"
    made.set_content("ตามไฟล์แนบ")
    if "html" in parts:
        made.add_alternative(parts["html"], subtype="html")
    made.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="A123.pdf")
    return made


def receive(platform, message):
    with smtplib.SMTP("127.0.0.1", platform.smtp_port, timeout=10) as smtp:
        smtp.send_message(message)


class TestStory:
    def test_goes_from_a_dropped_photo_to_a_claim_and_a_file(
        self, page, platform, bot, photo, pdf, card
    ):
        fah, ton, mali = (phone(page, who) for who in (FAH, TON, MALI))
        drop(fah, photo)
        show(platform, bot.next_event(), card)

        for one in (fah, ton, mali):
            expect(one.locator(".bubble-card")).to_contain_text("หัวเรื่อง")
        expect(fah.locator(".price")).to_have_text("ฟรี")

        claims = [one.get_by_role("button", name="รับ", exact=True) for one in (ton, mali)]
        page.evaluate(
            "buttons => buttons.forEach((button) => button.click())",
            [claim.element_handle() for claim in claims],
        )
        first, second = bot.next_event(), bot.next_event()
        show(platform, first, {"type": "text", "text": "รับแล้ว"})
        show(platform, second, {"type": "text", "text": "มีคนรับก่อนแล้ว"})

        claimed = {event["source"]["userId"]: event["message"]["text"] for event in (first, second)}
        assert claimed == {TON: "รับ A123", MALI: "รับ A123"}
        expect(fah.locator(".said").last).to_contain_text("มีคนรับก่อนแล้ว")

        drop(ton, pdf)

        assert bot.next_event()["message"]["fileName"] == "บทความ.pdf"
        expect(mali.locator(".file")).to_contain_text("บทความ.pdf")


class TestWriting:
    def test_sends_a_text_and_shows_the_answer(self, page, platform, bot):
        fah = phone(page, FAH)
        write(fah, "มีไหมคะ")

        event = bot.next_event()
        platform.reply(event["replyToken"], "มีค่ะ <b>ส่งให้</b>")

        assert (event["message"]["text"], event["source"]["groupId"]) == ("มีไหมคะ", GROUP)
        expect(fah.locator(".said.mine")).to_contain_text("มีไหมคะ")
        expect(fah.locator(".said").last).to_contain_text("มีค่ะ <b>ส่งให้</b>")
        expect(fah.locator(".price").last).to_have_text("ฟรี")

    def test_quotes_a_card(self, page, platform, bot, card):
        sent = platform.push(GROUP, card).json()["sentMessages"][0]["id"]
        ton = phone(page, TON)
        expect(ton.locator(".bubble-card")).to_be_visible()
        choose(page, ton, ton.locator(".said .facts"), "อ้างถึง")
        write(ton, "ไม่มีค่ะ")

        assert bot.next_event()["message"]["quotedMessageId"] == sent
        expect(phone(page, FAH).locator(".quoted")).to_contain_text("การ์ดทดสอบ")

    def test_edits_and_takes_back(self, page, platform, bot):
        ton, fah = phone(page, TON), phone(page, FAH)
        write(ton, "มีค่ะ")
        bot.next_event()
        choose(page, ton, ton.locator(".said"), "แก้ไข")
        write(ton, "ไม่มีค่ะ")

        assert bot.next_event()["type"] == "messageEdited"
        expect(fah.locator(".said")).to_contain_text("ไม่มีค่ะ")
        expect(fah.locator(".said .facts")).to_contain_text("แก้ไขแล้ว")

        choose(page, ton, ton.locator(".said"), "ยกเลิกข้อความ")

        assert bot.next_event()["type"] == "unsend"
        expect(fah.locator(".system")).to_contain_text("ต้น ยกเลิกข้อความแล้ว")
        expect(fah.locator(".said")).to_have_count(0)

    def test_sends_photos_together_as_one_set(self, page, bot, photo, pdf):
        drop(phone(page, FAH), photo, pdf, photo)

        sets = [bot.next_event()["message"].get("imageSet") for _ in range(3)]
        assert [one and (one["index"], one["total"]) for one in sets] == [(1, 2), (2, 2), None]
        assert sets[0]["id"] == sets[1]["id"]

    def test_sends_a_chosen_file(self, page, bot, pdf):
        file = {"name": pdf["name"], "mimeType": pdf["type"], "buffer": pdf["data"]}
        phone(page, FAH).locator("input[type=file]").set_input_files(file)

        assert bot.next_event()["message"]["fileName"] == "บทความ.pdf"

    def test_blocks_and_befriends_the_account(self, page, bot):
        stranger = phone(page, STRANGER)
        stranger.get_by_role("button", name="เพิ่มเพื่อน").click()

        assert bot.next_event()["type"] == "follow"

        stranger.get_by_role("button", name="เมนูของ").click()
        page.get_by_role("menuitem", name="บล็อกบัญชี").click()

        assert bot.next_event()["type"] == "unfollow"
        expect(stranger.locator(".relation")).to_contain_text("บล็อกบัญชีนี้อยู่")


class TestPressing:
    def test_presses_the_buttons_of_a_card(self, page, platform, bot, card):
        platform.push(GROUP, card)

        phone(page, FAH).get_by_role("button", name="ไม่มี", exact=True).click()

        assert bot.next_event()["postback"]["data"] == "v1:no:A123"
        expect(phone(page, MALI).locator(".said").last).to_contain_text("ไม่มีค่ะ")

    def test_hides_quick_replies_on_a_pc(self, page, platform, bot):
        items = [{"type": "action", "action": {"type": "message", "label": "ใช่", "text": "ใช่ค่ะ"}}]
        platform.push(GROUP, {"type": "text", "text": "ใช่ไหม", "quickReply": {"items": items}})
        fah = phone(page, FAH)

        expect(fah.locator(".quick button")).to_have_text("ใช่")
        expect(phone(page, MALI).locator(".said")).to_contain_text("ใช่ไหม")
        expect(phone(page, MALI).locator(".quick button")).to_have_count(0)

        fah.get_by_role("button", name="เปลี่ยนเป็นคอมพิวเตอร์").click()
        expect(fah.locator(".quick button")).to_have_count(0)

        fah.get_by_role("button", name="เปลี่ยนเป็นโทรศัพท์").click()
        fah.locator(".quick button").click()
        assert bot.next_event()["message"]["text"] == "ใช่ค่ะ"

    def test_picks_a_date(self, page, platform, bot):
        picker = {"type": "datetimepicker", "label": "เลือกวัน", "data": "day", "mode": "date"}
        template = {"type": "buttons", "text": "นัด", "actions": [picker]}
        platform.push(GROUP, {"type": "template", "altText": "นัด", "template": template})

        phone(page, FAH).get_by_role("button", name="เลือกวัน").click()
        page.locator("dialog input").fill("2026-11-30")
        page.get_by_role("button", name="เลือก", exact=True).click()

        postback = bot.next_event()["postback"]
        assert (postback["data"], postback["params"]) == ("day", {"date": "2026-11-30"})

    def test_taps_an_area_of_an_imagemap(self, page, platform, bot):
        area = {"x": 520, "y": 0, "width": 520, "height": 520}
        imagemap = {
            "type": "imagemap",
            "baseUrl": f"{platform.url}/map",
            "altText": "แผนที่",
            "baseSize": {"width": 1040, "height": 520},
            "actions": [{"type": "message", "label": "ขวา", "text": "ไปขวา", "area": area}],
        }
        platform.push(GROUP, imagemap)

        button = phone(page, FAH).get_by_role("button", name="ขวา")
        button.click()

        assert bot.next_event()["message"]["text"] == "ไปขวา"
        whole, part = button.locator("xpath=..").bounding_box(), button.bounding_box()
        assert part["width"] == pytest.approx(whole["width"] / 2, abs=1)
        assert part["x"] == pytest.approx(whole["x"] + whole["width"] / 2, abs=1)

    def test_turns_the_pages_of_a_carousel(self, page, platform):
        body = {
            "type": "box",
            "layout": "vertical",
            "contents": [{"type": "text", "text": "หน้า"}],
        }
        bubbles = [{"type": "bubble", "body": body}] * 5
        carousel = {"type": "carousel", "contents": bubbles}
        platform.push(GROUP, {"type": "flex", "altText": "หลายหน้า", "contents": carousel})
        row = phone(page, FAH).locator(".card-row")
        row.hover()
        row.get_by_role("button", name="ถัดไป").click()

        page.wait_for_function(
            "([row]) => row.scrollLeft > 100",
            arg=[row.locator(".carousel").element_handle()],
        )


class TestFlex:
    """What a designer would measure on the screen."""

    @pytest.fixture
    def draw(self, open_page, platform):
        """Show a bubble on a phone as wide as real ones; returns its element."""

        def draw(*contents, **bubble):
            body = {"type": "box", "layout": "vertical", "contents": list(contents)}
            shown = {"type": "bubble", "body": {**body, "paddingAll": "16px"}, **bubble}
            pushed = platform.push(GROUP, {"type": "flex", "altText": "การ์ด", "contents": shown})
            assert pushed.status_code == 200, pushed.text
            bubble = phone(open_page(width=430), FAH).locator(".bubble-card")
            expect(bubble).to_be_visible()
            return bubble

        return draw

    def test_has_bubbles_of_every_width(self, open_page, platform):
        widths = {"nano": 120, "micro": 160, "deca": 220, "kilo": 260, "mega": 300, "giga": 386}
        body = {"type": "box", "layout": "vertical", "contents": []}
        cards = [
            {
                "type": "flex",
                "altText": size,
                "contents": {"type": "bubble", "size": size, "body": body},
            }
            for size in widths
        ]
        platform.push(GROUP, *cards[:3])
        platform.push(GROUP, *cards[3:])

        bubbles = phone(open_page(width=430), FAH).locator(".bubble-card")

        expect(bubbles).to_have_count(len(widths))
        drawn = [bubble.bounding_box()["width"] for bubble in bubbles.all()]
        assert drawn == list(widths.values())

    def test_shares_out_a_row(self, draw):
        row = {
            "type": "box",
            "layout": "horizontal",
            "spacing": "md",
            "contents": [
                {"type": "text", "text": "ห้า", "flex": 5},
                {"type": "text", "text": "สาม", "flex": 3},
            ],
        }
        five, three = draw(row).locator(".text").all()

        left, right = five.bounding_box(), three.bounding_box()
        assert right["x"] - (left["x"] + left["width"]) == pytest.approx(8, abs=0.1)
        assert left["width"] / right["width"] == pytest.approx(5 / 3, abs=0.01)

    def test_lays_one_thing_over_another(self, draw):
        badge = {
            "type": "box",
            "layout": "vertical",
            "contents": [],
            "position": "absolute",
            "offsetTop": "xl",
            "offsetEnd": "10px",
            "width": "20px",
            "height": "20px",
            "background": {
                "type": "linearGradient",
                "angle": "90deg",
                "startColor": "#000000",
                "endColor": "#ffffff",
            },
        }
        bubble = draw({"type": "text", "text": "ก"}, badge)
        laid = bubble.locator(".box .box")

        card, over = bubble.bounding_box(), laid.bounding_box()
        assert (over["width"], over["height"]) == (20, 20)
        assert over["y"] - card["y"] == pytest.approx(16, abs=0.5)
        assert card["x"] + card["width"] - over["x"] == pytest.approx(30, abs=0.5)
        assert "linear-gradient(90deg" in laid.evaluate(
            "box => getComputedStyle(box).backgroundImage"
        )

    def test_wraps_clamps_and_mixes_letters(self, draw):
        spans = [
            {"type": "span", "text": "หนา", "weight": "bold", "size": "xl"},
            {"type": "span", "text": "เก่า", "decoration": "line-through"},
        ]
        bubble = draw(
            {"type": "text", "text": "ยาว " * 60, "wrap": True, "maxLines": 2},
            {"type": "text", "text": "ยาว " * 60},
            {"type": "text", "contents": spans},
        )
        clamped, cut, _ = bubble.locator(".text").all()
        bold, old = bubble.locator(".text span").all()

        assert clamped.bounding_box()["height"] == pytest.approx(2 * 16 * 1.4, abs=1)
        assert cut.bounding_box()["height"] == pytest.approx(16 * 1.4, abs=1)
        expect(bold).to_have_css("font-size", "22px")
        expect(bold).to_have_css("font-weight", "700")
        expect(old).to_have_css("text-decoration-line", "line-through")

    def test_lets_letters_grow_that_may(self, draw):
        bubble = draw(
            {"type": "text", "text": "โต", "scaling": True}, {"type": "text", "text": "คงที่"}
        )
        page = bubble.page
        phone(page, FAH).get_by_role("button", name="เมนูของ").click()
        page.get_by_role("menuitem", name="ตัวอักษรใหญ่ขึ้น").click()

        growing, fixed = bubble.locator(".text").all()
        expect(growing).to_have_css("font-size", "20px")
        expect(fixed).to_have_css("font-size", "16px")


class TestLookingOn:
    def test_counts_what_is_unread(self, page, platform, bot):
        platform.says("ต้น", "สวัสดี", chat="กลุ่มทดสอบ")
        platform.push(FAH, {"type": "text", "text": "หนึ่ง"}, {"type": "text", "text": "สอง"})
        tab = phone(page, FAH).get_by_role("tab", name="บัญชีทดสอบ")
        expect(tab.locator(".count")).to_have_text("2")

        tab.click()

        expect(tab.locator(".count")).to_have_count(0)
        expect(phone(page, FAH).locator(".said").last).to_contain_text("สอง")

    def test_tells_who_came_and_went(self, page, platform):
        members = f"/groups/{GROUP}/members"
        platform.control.post(members, json={"person": STRANGER})
        platform.control.delete(f"{members}/{TON}")

        lines = phone(page, FAH).locator(".system")
        expect(lines.first).to_contain_text("คนแปลกหน้า เข้าร่วมกลุ่ม")
        expect(lines.last).to_contain_text("ต้น ออกจากกลุ่ม")

    def test_tells_the_time_of_the_worlds_place(self, open_page, platform, bot):
        platform.simulator.world.channel.timezone = "Asia/Bangkok"
        platform.says("ต้น", "สวัสดี", chat="กลุ่มทดสอบ")

        page = open_page(timezone_id="America/New_York")

        expect(phone(page, FAH).locator(".said time")).to_have_text("09:00")
        expect(phone(page, FAH).locator(".day")).to_have_text("22 พ.ย. 2569")

    def test_shows_what_crossed_the_wire_and_what_it_cost(self, page, platform, bot):
        platform.says("ต้น", "มีไหม", chat="กลุ่มทดสอบ")
        platform.reply(bot.next_event()["replyToken"], "ฟรี")
        platform.push(GROUP, {"type": "text", "text": "ไม่ฟรี"})
        platform.push(GROUP, {"type": "text", "text": ""})
        page.locator("[data-drawer=traffic]").click()
        entries = page.locator(".traffic-entry")

        expect(entries).to_have_count(4)
        expect(page.locator("[data-drawer=traffic] .badge")).to_have_text("นับ 3")

        page.get_by_role("button", name="ที่นับ", exact=True).click()
        expect(entries).to_have_count(1)
        entries.locator("summary").click()
        expect(entries.locator("pre").first).to_contain_text('"ไม่ฟรี"')
        expect(entries.locator("pre").last).to_contain_text('"sentMessages"')

        page.get_by_role("button", name="ผิดพลาด", exact=True).click()
        expect(entries.locator(".status")).to_have_text("400")

        page.get_by_role("button", name="เว็บฮุก", exact=True).click()
        entries.locator("summary").click()
        expect(entries.locator("pre")).to_contain_text('"replyToken"')
        entries.get_by_role("button", name="ส่งซ้ำอีกครั้ง").click()
        assert bot.next_event()["deliveryContext"] == {"isRedelivery": True}

    def test_shows_mail_as_it_comes(self, page, platform):
        page.locator("[data-drawer=mails]").click()
        receive(platform, mail())

        expect(page.locator(".mail .attachment")).to_contain_text("A123.pdf")
        expect(page.locator(".mail summary")).to_contain_text("b@b.example")
        page.locator(".mail summary b").click()
        expect(page.locator(".mail pre").first).to_contain_text("ตามไฟล์แนบ")

    def test_shows_html_mail_without_letting_it_do_anything(self, page, platform):
        html = "<p>ตามไฟล์แนบ</p><script>top.document.title = 'taken'</script>"
        receive(platform, mail(html=html))
        page.locator("[data-drawer=mails]").click()
        page.locator(".mail summary b").click()

        letter = page.frame_locator(".letter").locator("p")
        expect(letter).to_have_text("ตามไฟล์แนบ")
        assert page.title() == "linesim"

    def test_speaks_english_on_request(self, page):
        page.get_by_role("button", name="English").click()

        expect(page.locator("html")).to_have_attribute("lang", "en")
        expect(phone(page, FAH).get_by_role("textbox")).to_have_attribute("placeholder", "Message")

    def test_is_steered_by_keys(self, page, platform, bot, card):
        platform.push(GROUP, card)
        fah = phone(page, FAH)
        expect(fah.locator(".bubble-card")).to_be_visible()
        fah.get_by_role("tab", name="กลุ่มทดสอบ").focus()
        page.keyboard.press("ArrowLeft")
        expect(fah.get_by_role("tab", name="บัญชีทดสอบ")).to_be_focused()
        page.keyboard.press("ArrowRight")
        expect(fah.locator(".bubble-card")).to_be_visible()

        fah.locator(".opener").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("menuitem").first).to_be_focused()
        page.keyboard.press("Escape")
        expect(fah.locator(".opener")).to_be_focused()


class TestRoom:
    def test_never_scrolls_sideways(self, page, platform, card):
        platform.push(GROUP, card)
        for width in (1600, 768, 390, 360):
            page.set_viewport_size({"width": width, "height": 900})
            expect(phone(page, FAH).locator(".bubble-card")).to_be_visible()

            assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert page.evaluate(
                "[...document.querySelectorAll('.phone:not([hidden]) .bubble-card')].every("
                "card => card.getBoundingClientRect().right <= innerWidth)"
            )

    def test_shows_as_many_phones_as_fit(self, open_page, platform):
        wide, narrow = open_page(width=1600), open_page(width=390)

        expect(wide.locator(".phone:visible")).to_have_count(4)
        expect(wide.locator(".people")).to_be_hidden()
        expect(narrow.locator(".phone:visible")).to_have_count(1)

        platform.push(GROUP)
        bar = narrow.locator(".people")
        expect(bar.locator(f"[data-person={MALI}] .count")).to_have_text("1")
        bar.get_by_role("button", name="มะลิ").click()
        expect(phone(narrow, MALI)).to_be_visible()
        expect(bar.locator(f"[data-person={MALI}] .count")).to_have_count(0)
