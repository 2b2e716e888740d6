"""The phones, in a real browser."""

import shutil
import smtplib
from email.message import EmailMessage

import pytest
from playwright.sync_api import expect, sync_playwright

from .conftest import FAH, GROUP, MALI

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "chrome"))), None)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser, platform):
    """Open the phones in a window of some width; any script error fails the test."""
    pages, errors = [], []

    def open_page(width=1600, height=900):
        page = browser.new_page(viewport={"width": width, "height": height})
        pages.append(page)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(platform.url)
        expect(page.locator(".phone")).to_have_count(4)
        return page

    yield open_page
    for page in pages:
        page.close()
    assert errors == []


@pytest.fixture
def page(open_page):
    return open_page()


def phone(page, user_id):
    return page.locator(f'.phone[data-person="{user_id}"]')


class TestPage:
    def test_sends_a_text_and_shows_the_answer(self, page, platform, bot):
        fah = phone(page, FAH)
        fah.get_by_role("textbox").fill("มีไหมคะ")
        fah.get_by_role("textbox").press("Enter")

        event = bot.next_event()
        platform.reply(event["replyToken"], "มีค่ะ <b>ส่งให้</b>")

        assert (event["message"]["text"], event["source"]["groupId"]) == ("มีไหมคะ", GROUP)
        expect(fah.locator(".said.mine")).to_contain_text("มีไหมคะ")
        expect(fah.locator(".said").last).to_contain_text("มีค่ะ <b>ส่งให้</b>")
        expect(fah.locator(".price").last).to_have_text("ฟรี")

    def test_presses_the_buttons_of_a_card(self, page, platform, bot, card):
        platform.push(GROUP, card)

        phone(page, FAH).get_by_role("button", name="ไม่มี", exact=True).click()

        assert bot.next_event()["postback"]["data"] == "v1:no:A123"
        expect(phone(page, MALI).locator(".said").last).to_contain_text("ไม่มีค่ะ")

    def test_sends_a_file(self, page, bot):
        file = {"name": "บทความ.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7"}
        phone(page, FAH).locator("input[type=file]").set_input_files(file)

        assert bot.next_event()["message"]["fileName"] == "บทความ.pdf"
        expect(phone(page, MALI).locator(".file")).to_contain_text("บทความ.pdf")

    def test_quotes_by_the_menu(self, page, platform, bot):
        said = platform.says("ต้น", "ใครมีบ้าง", chat="กลุ่มทดสอบ")["messageId"]
        bot.next_event()
        fah = phone(page, FAH)
        fah.locator(".said").click(button="right")
        page.get_by_role("menuitem", name="อ้างถึง").click()
        fah.get_by_role("textbox").fill("มีค่ะ")
        fah.get_by_role("textbox").press("Enter")

        assert bot.next_event()["message"]["quotedMessageId"] == said
        expect(fah.locator(".quoted")).to_contain_text("ใครมีบ้าง")

    def test_hides_quick_replies_on_a_pc(self, page, platform):
        items = [{"type": "action", "action": {"type": "message", "label": "ใช่", "text": "ใช่ค่ะ"}}]
        platform.push(GROUP, {"type": "text", "text": "ใช่ไหม", "quickReply": {"items": items}})

        expect(phone(page, FAH).locator(".quick button")).to_have_text("ใช่")
        expect(phone(page, MALI).locator(".said")).to_contain_text("ใช่ไหม")
        expect(phone(page, MALI).locator(".quick button")).to_have_count(0)

    def test_shows_mail_as_it_comes(self, page, platform):
        mail = EmailMessage()
        mail["Subject"], mail["From"], mail["To"] = "A123", "a@a.example", "b@b.example"
        mail.set_content("ตามไฟล์แนบ")
        mail.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="A123.pdf")
        page.locator("[data-drawer=mails]").click()
        with smtplib.SMTP("127.0.0.1", platform.smtp_port, timeout=10) as smtp:
            smtp.send_message(mail)

        expect(page.locator(".mail .attachment")).to_contain_text("A123.pdf")
        expect(page.locator(".mail summary")).to_contain_text("b@b.example")

    @pytest.mark.parametrize("width", [360, 390, 768, 1600])
    def test_fits_the_window(self, open_page, platform, card, width):
        platform.push(GROUP, card)
        page = open_page(width=width)
        expect(phone(page, FAH).locator(".bubble-card")).to_be_visible()

        assert page.evaluate("document.documentElement.scrollWidth") <= width
        overflowing = page.evaluate(
            "[...document.querySelectorAll('.phone.chosen .bubble-card')].filter("
            "card => card.getBoundingClientRect().right > innerWidth).length"
        )
        assert overflowing == 0
