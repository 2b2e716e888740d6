"""What people type, by the numbers of the phrase list: every phrase and every trap is a case."""

import time

import pytest

from chapwai.chat.words import Intent, understand

NO = (
    "ไม่มีค่ะ 1|ไม่มีคะ 2|ไม่มีครับ 3|ไม่มีคับ 4|ไม่มีคร้าบ 4|ไม่มีฮะ 4|ไม่มีค่า 5|ไม่มีค่าา 5|ไม่มีค่ะะ 5"
    "|ไม่มีจ้า 6|ไม่มีจ้ะ 6|ไม่มีนะคะ 7|ไม่มีเช่นกันค่ะ 8|ของเราก็ไม่มีค่ะ 9|ทางเราไม่มีค่ะ 10|รามาไม่มีค่ะ 11"
    "|มอ. ไม่มีค่ะ 11|CMU ไม่มี 11|ไม่ได้บอกรับค่ะ 12|ไม่ได้ subscribe ค่ะ 13|ไม่มี full text ค่ะ 14"
    "|ไม่มีฟูลเท็กซ์ 14|มีแต่ abstract ค่ะ 15|เข้าไม่ได้ค่ะ 16|โหลดไม่ได้ค่ะ 16|เปิดไม่ได้ 16"
    "|หมดอายุการเป็นสมาชิกแล้วค่ะ 17|มีถึงปี 2020 ค่ะ 18|ไม่มีเล่มนี้ค่ะ 19|ฉบับนี้ไม่มีค่ะ 19|ปีนี้ไม่มีค่ะ 19"
    "|หาไม่เจอค่ะ 21|ไม่พบค่ะ 21|เสียใจด้วยค่ะ ไม่มี 22|ขอโทษค่ะ ไม่มี 22|ขอผ่านค่ะ 23|no 24|none 24|N/A 24"
    "|😢ไม่มี 25|มั่ยมี 26|ม่ายมี 26|ไม่มีง่ะ 26|ไม่มีเลยยย 26"
)
YES = (
    "มีค่ะ 29|มีคะ 30|มีครับ 31|มีคับ 31|มีจ้า 32|มีค่ะ เดี๋ยวส่งให้นะคะ 33|มีค่ะ กำลังส่ง 34|เดี๋ยวส่งให้ค่ะ 35"
    "|ส่งให้นะคะ 36|รับค่ะ 38|รับ A123 38|รับเรื่องค่ะ 38|จองค่ะ 39|ขอจอง 39|จัดให้ค่ะ 40|เดี๋ยวจัดให้ 40"
    "|โหลดให้ค่ะ 41|ดาวน์โหลดได้ค่ะ 41|ศิริราชมีค่ะ 42|มี pdf ค่ะ 43|มี full text ค่ะ 43"
)
WAIT = (
    "รอสักครู่ค่ะ 46|รอสักครู่นะคะ 46|แป๊บนะคะ 47|แป๊ปนึง 47|แปปนึงค่ะ 47|ขอเช็คก่อนค่ะ 48|ขอเช็กก่อน 48"
    "|เช็คให้นะคะ 48|เดี๋ยวดูให้ค่ะ 49|ขอตรวจสอบก่อนนะคะ 50|น่าจะมี ขอหาก่อน 51|พรุ่งนี้ส่งให้นะคะ 52"
    "|บ่ายนี้ส่งให้ 52|อยู่นอกออฟฟิศ เดี๋ยวกลับไปดูให้ 53|⏳ 53"
)
SENT = (
    "ส่งแล้วค่ะ 54|ส่งเมลแล้วนะคะ 55|ส่งทางอีเมลแล้วค่ะ 55|ส่งให้ทางเมล์แล้ว 55|ตามไฟล์แนบค่ะ 56|เรียบร้อยค่ะ 57"
    "|เรียบร้อยแล้วค่ะ 57|📎 58"
)
RECEIVED = "ได้รับแล้วค่ะ ขอบคุณค่ะ 59|ได้ไฟล์แล้วค่ะ 64"
THANKS = (
    "ขอบคุณค่ะ 60|ขอบคุณครับ 60|ขอบคุณมากค่ะ 61|ขอบคุณมากๆ ค่ะ 61|ขอบคุนค่ะ 62|ขอบคุณค่าา 62|ขอบใจจ้า 62"
    "|ขบค. 62|แต๊งกิ้ว 62|thx 62|tks 62|🙏 63|🙏🙏 63|❤️ 63|😊 63|ขอบคุณ 65|ไหว้ 65"
)
DETAILS = (
    "ขออีเมลด้วยค่ะ 66|ขอ email ผู้ขอด้วยค่ะ 67|ส่งเมลไหนคะ 68|ส่งที่ไหนคะ 68|ขอเมล์หน่อยค่ะ 69"
    "|ขอ e-mail ด้วยนะคะ 69|ขอรายละเอียดเพิ่มค่ะ 70|ขอ DOI ด้วยค่ะ 70|ขอชื่อเรื่องเต็มๆ 70|ภาพไม่ชัดค่ะ 71"
    "|อ่านไม่ออก 71"
)
PROBLEM = "ไฟล์เปิดไม่ได้ค่ะ 72|ไฟล์ไม่ครบ 72|ผิดเรื่องค่ะ 72"
REQUEST = (
    "ขอบทความค่ะ 73|รบกวนขอเอกสารค่ะ 73|ใครมีบ้างคะ 73|มีที่ไหนบ้างคะ 73|รบกวนด้วยนะคะ 73"
    "|ขอความอนุเคราะห์บทความเรื่อง Early feeding ด้วยค่ะ 73"
)
CANCEL = "ยกเลิกค่ะ 74|ไม่เอาแล้วค่ะ 74"
RELEASE = "คืนงานค่ะ 74"

# Signs too small to act by themselves; in an answer that quotes a card they are clear.
WEAK_NO = "- 24|❌ 25|🙅‍♀️ 25|0 27|เศร้า 28|sorry 28"
WEAK_YES = (
    "ได้ค่ะ 37|ok ค่ะ 44|โอเคค่ะ 44|โอเช 44|เค 44|+1 45|🙋‍♀️ 45|✋ 45|👍 45|👍🏽 45|👌 45|ไม่มีปัญหาค่ะ trap"
)
WEAK_CANCEL = "ได้แล้วค่ะ 74"

TRAPS = {
    "ไม่มีค่าใช้จ่าย": Intent.NONE,
    "ไม่มีค่าใช้จ่ายนะคะ": Intent.NONE,
    "ไม่มีค่า": Intent.NOT_HELD,
    "มีไหมคะ": Intent.QUESTION,
    "มีมั้ยคะ": Intent.QUESTION,
    "มีบ้างไหม": Intent.QUESTION,
    "มีป่าวคะ": Intent.QUESTION,
    "มีหรือเปล่าคะ": Intent.QUESTION,
    "มีคะ?": Intent.QUESTION,
    "ไม่มีคะ?": Intent.QUESTION,
    "ไม่มีใครมีเหรอคะ": Intent.QUESTION,
    "ไม่มีใครมีค่ะ": Intent.NONE,
    "ยังไม่มีค่ะ": Intent.NONE,
    "มีแต่ไม่ครบ": Intent.NONE,
    "มีแค่บางหน้า": Intent.NONE,
    "น่าจะมี": Intent.WAIT,
    "ไม่ใช่ไม่มี": Intent.NONE,
    "ได้ไหมคะ": Intent.QUESTION,
    "ส่งเมลแล้ว": Intent.SENT,
    "ขอบคุณฮิลล์ท็อปค่ะ ของเราไม่มีค่ะ": Intent.NOT_HELD,
    "ขอบคุณค่ะ ไม่มี": Intent.NOT_HELD,
    "มีค่ะ ขอบคุณค่ะ": Intent.CLAIM,
}
UNCLEAR = (
    "วันนี้มีประชุมค่ะ",
    "วันนี้ไม่มีค่ะ",
    "พรุ่งนี้ประชุมมีค่ะ",
    "รับทราบค่ะ",
    "มีแล้วค่ะ",
    "เคยมีค่ะ",
    "ไม่รับค่ะ",
    "มีค่ะ แต่ปีไม่ตรงค่ะ",
    "ไม่มีเล่มนี้ค่ะ มีค่ะ",
    "จองห้องประชุมค่ะ",
    "สวัสดีค่ะ",
    "😢",
    "555",
    "",
    "   ",
    "Early feeding after bowel surgery: a cohort study",
)


def cases(phrases):
    """Each phrase with its number in the list as the name of its test case."""
    texts = [phrase.rpartition(" ") for phrase in phrases.split("|")]
    return [pytest.param(text, id=f"{number}-{text}") for text, _, number in texts]


class TestUnderstand:
    @pytest.mark.parametrize("text", cases(NO))
    def test_hears_a_no(self, text):
        assert understand(text).intent is Intent.NOT_HELD

    @pytest.mark.parametrize("text", cases(YES))
    def test_hears_a_yes(self, text):
        assert understand(text).intent is Intent.CLAIM

    @pytest.mark.parametrize("text", cases(WAIT))
    def test_hears_that_somebody_looks_first(self, text):
        assert understand(text).intent is Intent.WAIT

    @pytest.mark.parametrize("text", cases(SENT))
    def test_hears_that_it_was_sent(self, text):
        assert understand(text).intent is Intent.SENT

    @pytest.mark.parametrize("text", cases(RECEIVED))
    def test_hears_that_it_arrived(self, text):
        assert understand(text).intent is Intent.RECEIVED

    @pytest.mark.parametrize("text", cases(THANKS))
    def test_hears_thanks(self, text):
        assert understand(text).intent is Intent.THANKS

    @pytest.mark.parametrize("text", cases(DETAILS))
    def test_hears_that_details_are_missing(self, text):
        assert understand(text).intent is Intent.DETAILS

    @pytest.mark.parametrize("text", cases(PROBLEM))
    def test_hears_that_the_file_is_wrong(self, text):
        assert understand(text).intent is Intent.PROBLEM

    @pytest.mark.parametrize("text", cases(REQUEST))
    def test_hears_that_something_is_wanted(self, text):
        assert understand(text).intent is Intent.REQUEST

    @pytest.mark.parametrize("text", cases(CANCEL))
    def test_hears_that_it_is_called_off(self, text):
        assert understand(text).intent is Intent.CANCEL

    @pytest.mark.parametrize("text", cases(RELEASE))
    def test_hears_that_it_is_given_back(self, text):
        assert understand(text).intent is Intent.RELEASE

    @pytest.mark.parametrize(("text", "intent"), TRAPS.items())
    def test_does_not_fall_into_a_trap(self, text, intent):
        assert understand(text).intent is intent

    @pytest.mark.parametrize("text", UNCLEAR)
    @pytest.mark.parametrize("quoting", [False, True])
    def test_lets_unclear_words_be(self, text, quoting):
        assert understand(text, quoting=quoting).intent is Intent.NONE


class TestWeakSigns:
    @pytest.mark.parametrize("text", cases(f"{WEAK_NO}|{WEAK_YES}|{WEAK_CANCEL}"))
    def test_do_nothing_by_themselves(self, text):
        assert understand(text).intent is Intent.NONE

    @pytest.mark.parametrize("text", cases(WEAK_NO))
    def test_say_no_when_they_quote(self, text):
        assert understand(text, quoting=True).intent is Intent.NOT_HELD

    @pytest.mark.parametrize("text", cases(WEAK_YES))
    def test_say_yes_when_they_quote(self, text):
        assert understand(text, quoting=True).intent is Intent.CLAIM

    @pytest.mark.parametrize("text", cases(WEAK_CANCEL))
    def test_call_off_when_they_quote(self, text):
        assert understand(text, quoting=True).intent is Intent.CANCEL

    def test_give_way_to_plain_words(self):
        assert understand("โอเคค่ะ ไม่มีค่ะ", quoting=True).intent is Intent.NOT_HELD


class TestReasons:
    @pytest.mark.parametrize(
        ("text", "reason"),
        [
            ("ไม่มีค่ะ", "NotHeld"),
            ("ไม่มี A123", "NotHeld"),
            ("ไม่ได้บอกรับ", "NotHeld"),
            ("ไม่อยู่บนชั้น", "NotOnShelf"),
            ("ติดสัญญาใช้งาน", "LicenseRestrictions"),
            ("ติด embargo ค่ะ", "Embargo"),
            ("มีค่ะ", ""),
            ("มีไหมคะ", ""),
        ],
    )
    def test_speak_iso_18626(self, text, reason):
        assert understand(text).reason == reason

    def test_number_20_is_a_no(self):
        assert understand("ติด embargo ค่ะ").intent is Intent.NOT_HELD


class TestCommands:
    @pytest.mark.parametrize(
        ("text", "intent"),
        [
            ("รับ A123", Intent.CLAIM),
            ("ไม่มี A123", Intent.NOT_HELD),
            ("คืน A123", Intent.RELEASE),
            ("สถานะ A123", Intent.STATUS),
            ("ยกเลิก A123", Intent.CANCEL),
            ("take A123", Intent.CLAIM),
            ("none A123", Intent.NOT_HELD),
            ("back A123", Intent.RELEASE),
            ("status A123", Intent.STATUS),
            ("cancel A123", Intent.CANCEL),
            ("📄 ขอเอกสาร #A123 Early feeding after bowel surgery", Intent.POST_CARD),
            ("ขอเอกสาร #A123", Intent.POST_CARD),
        ],
    )
    def test_carry_a_number(self, text, intent):
        said = understand(text)

        assert (said.intent, said.number) == (intent, "A123")

    @pytest.mark.parametrize(
        ("text", "intent"),
        [
            ("สถานะ", Intent.STATUS),
            ("สถานะคะ", Intent.STATUS),
            ("งาน", Intent.BOARD),
            ("ยอด", Intent.BALANCE),
            ("ช่วยเหลือ", Intent.HELP),
            ("status", Intent.STATUS),
            ("Board", Intent.BOARD),
            ("balance", Intent.BALANCE),
            ("HELP", Intent.HELP),
        ],
    )
    def test_stand_alone(self, text, intent):
        assert understand(text) == understand(f" {text}\n")
        assert understand(text).intent is intent

    @pytest.mark.parametrize("typed", ["รับ a123", "รับ #A123", "รับ A 123", "รับA๑๒๓", "รับ A123 ค่ะ"])
    def test_are_understood_however_the_number_is_typed(self, typed):
        said = understand(typed)

        assert (said.intent, said.number) == (Intent.CLAIM, "A123")

    @pytest.mark.parametrize(
        "text",
        [
            "รับ A123 ไปแล้ว",
            "ใครรับ A123",
            "ไม่รับ A123",
            "อย่ายกเลิก A123",
            "ยกเลิก A123 ไม่ได้",
            "รับ A123 A124",
            "A123",
            "take",
            "back",
            "cancel",
        ],
    )
    def test_do_nothing_unless_they_are_exact(self, text):
        assert understand(text).intent not in (Intent.CLAIM, Intent.RELEASE, Intent.CANCEL)

    def test_are_understood_in_words_too(self):
        assert understand("A123 ไม่มีค่ะ").intent is Intent.NOT_HELD

    @pytest.mark.parametrize(
        ("label", "intent"),
        [
            ("มี ส่งให้ได้", Intent.CLAIM),
            ("We have it", Intent.CLAIM),
            ("ไม่มี", Intent.NOT_HELD),
            ("Don't have", Intent.NOT_HELD),
            ("คืนคำขอ", Intent.RELEASE),
            ("ขอรายละเอียด", Intent.DETAILS),
            ("ได้รับแล้ว", Intent.RECEIVED),
            ("ไม่ใช่เรื่องนี้", Intent.PROBLEM),
        ],
    )
    def test_are_also_what_the_buttons_say(self, label, intent):
        assert understand(label).intent is intent


class TestTyping:
    @pytest.mark.parametrize(
        "typed",
        [
            "ไม่มี\u200bค่ะ",
            "ไม่ มี ค่ะ",
            "ไม่มีีค่ะ",
            "ไม่มีค่ะ!!",
            "ไม่มีค่ะ...",
            "ไม่มีค่ะ 😅😅",
            "ไม่มีค่ะๆ",
            "ไม่มีเลยค่ะ 555",
        ],
    )
    def test_varies_without_changing_what_is_meant(self, typed):
        assert understand(typed).intent is Intent.NOT_HELD

    @pytest.mark.parametrize("typed", ["เเป๊บนะคะ", "แป๊บบบบนะคะ"])
    def test_may_use_look_alikes(self, typed):
        assert understand(typed).intent is Intent.WAIT

    @pytest.mark.parametrize("typed", ["กําลังส่งค่ะ", "กำลังส่งค่ะ"])
    def test_may_split_the_sara_am(self, typed):
        assert understand(typed).intent is Intent.CLAIM


class TestSpeed:
    @pytest.mark.parametrize(
        "unit",
        ["ไม่มี", "มี ", "ค่ะ", "ขอบคุณ ", "A12", "a123 ", "เ", "5", "?", "👍", " ", "\u0301", "📄#"],
    )
    @pytest.mark.parametrize("size", [300, 100_000])
    def test_is_under_a_tenth_of_a_second_for_any_length(self, unit, size):
        text = unit * (size // len(unit))

        began = time.thread_time()
        understand(text, quoting=True)

        assert time.thread_time() - began < 0.1
