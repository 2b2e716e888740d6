"""What people type in LINE, understood or left alone. Pure: it knows no request and no person.

A message is read as a whole: it is cut into clauses at the polite particles, each clause into the
longest phrases that the table knows, and one word that nobody knows makes the whole message
unclear. Unclear words never act.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from chapwai.document_requests.numbers import number_in


class Intent(StrEnum):
    """What somebody wants with a message."""

    CLAIM = "claim"
    NOT_HELD = "not_held"
    WAIT = "wait"
    SENT = "sent"
    RECEIVED = "received"
    THANKS = "thanks"
    DETAILS = "details"
    PROBLEM = "problem"
    REQUEST = "request"
    CANCEL = "cancel"
    RELEASE = "release"
    STATUS = "status"
    BOARD = "board"
    BALANCE = "balance"
    HELP = "help"
    POST_CARD = "post_card"
    QUESTION = "question"
    NONE = "none"


@dataclass(frozen=True)
class Said:
    """A message understood: the request number in it or "", and of a no the ISO 18626 reason."""

    intent: Intent
    number: str = ""
    reason: str = ""


def understand(text: str, *, quoting: bool = False) -> Said:
    """What the text asks for. `quoting`: it answers a message by quoting it, so +1 or ok count."""
    number = number_in(text)
    if opening := _opening(_plain(text[:LONGEST_OPENING])):
        return Said(opening, number)
    if len(text) > LONGEST_ANSWER:
        return Said(Intent.NONE, number)
    words = _plain(text)
    if number and (command := _command(_without(number, words, by=NUMBER_MARK))):
        return Said(command, number, NOT_HELD if command is Intent.NOT_HELD else "")
    return _answer(_without(number, words, by=" "), number, quoting=quoting)


LONGEST_ANSWER = 300
LONGEST_OPENING = 200
LONGEST_PHRASE_WORDS = 6
NUMBER_MARK = " № "

NOT_HELD = "NotHeld"
NOT_ON_SHELF = "NotOnShelf"
LICENCE = "LicenseRestrictions"
EMBARGO = "Embargo"


# --- How it was typed --------------------------------------------------------------------------

_THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
# Zero-width characters, emoji's variation selectors, skin tones and genders.
_INVISIBLE = re.compile("[\u200b-\u200d\ufeff\ufe0e\ufe0f\U0001f3fb-\U0001f3ff♀♂]")
_SPLIT_SARA_AM = re.compile("ํ([่-๋]?)า")
_REPEATED_MARK = re.compile("([ัิ-ฺ็-๎])\\1+")
_LONG_DRAWN = re.compile(r"([^\W\d_])\1{2,}")
_EMOJI = re.compile("([\u2190-\u21ff\u231a-\u23ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff])")
_SPACE = re.compile(r"\s+")


def _plain(text: str) -> str:
    """One way of writing where people have many: marks, digits, spaces, drawn-out letters."""
    text = unicodedata.normalize("NFC", text).replace("เเ", "แ").translate(_THAI_DIGITS).lower()
    text = _SPLIT_SARA_AM.sub(r"\1ำ", _INVISIBLE.sub("", text))
    text = _LONG_DRAWN.sub(r"\1", _REPEATED_MARK.sub(r"\1", text)).replace("ๆ", "")
    return _SPACE.sub(" ", _EMOJI.sub(r" \1 ", text)).strip()


def _without(number: str, words: str, *, by: str) -> str:
    """The words with the first mention of the number replaced."""
    if not number:
        return words
    letters, digits = number[:-3].lower(), number[-3:]
    typed = rf"(?<![a-z0-9])#? ?{letters}[ -]?{digits}(?![0-9])"
    return _SPACE.sub(" ", re.sub(typed, by, words, count=1)).strip()


# --- Messages known by their beginning or by their exact form ----------------------------------

_NUMBER = r"[a-z]{1,2}[ -]?[0-9]{3}(?![0-9])"
# The text that the share button writes, and a request that goes on with a title of any length.
OPENINGS = {
    Intent.POST_CARD: re.compile(rf"(?:📄[^#]{{0,40}}#|ขอเอกสาร ?#?) ?{_NUMBER}"),
    Intent.REQUEST: re.compile(
        r"(?:สวัสดี(?:ค่ะ|คะ|ครับ)? )?(?:รบกวน|ต้องการ|อยาก)? ?ขอ ?"
        r"(?:บทความ|เอกสาร|เปเปอร์|ฉบับเต็ม|ความอนุเคราะห์|paper|article|full ?text)"
    ),
}

# With a number these act as they stand; the cards print them.
COMMANDS = {
    Intent.CLAIM: ("รับ", "take"),
    Intent.NOT_HELD: ("ไม่มี", "none"),
    Intent.RELEASE: ("คืน", "back"),
    Intent.STATUS: ("สถานะ", "status"),
    Intent.CANCEL: ("ยกเลิก", "cancel"),
}
_INTENT_OF = {verb: intent for intent, verbs in COMMANDS.items() for verb in verbs}


def _opening(words: str) -> Intent | None:
    return next((intent for intent, opening in OPENINGS.items() if opening.match(words)), None)


def _command(words: str) -> Intent | None:
    """The verb right before the number and nothing after it but a particle, or None."""
    verb, mark, rest = (part.strip() for part in words.partition(NUMBER_MARK.strip()))
    return _INTENT_OF.get(verb) if mark and not any(_clauses(rest)) else None


# --- The table of phrases ----------------------------------------------------------------------


@dataclass(frozen=True)
class Phrase:
    """Ways to say one thing. A weak one counts only alone, and in an answer that quotes."""

    intent: Intent
    pattern: re.Pattern[str]
    weak: bool = False
    reason: str = ""


def _phrase(intent: Intent, *ways: str, weak: bool = False, reason: str = "") -> Phrase:
    """In a way of saying it, a space may be typed or left out."""
    return Phrase(intent, re.compile("|".join(ways).replace(" ", " ?")), weak, reason)


_MAIL = r"(?:(?:อี )?เม(?:ล์|ลล์|ล)|e ?-? ?mail|mail)"
_FULL_TEXT = r"(?:full text|ฟูล ?เท็?กซ์?ท?|ฉบับเต็ม)"
_THIS = r"(?:(?:เล่ม|ฉบับ|ปี|เรื่อง|วารสาร|บทความ|อัน)นี้)"
_WE = r"(?:(?:ของ|ทาง|ที่|ฝั่ง)?(?:ห้องสมุด)?(?:เรา|นี่) (?:ก็)?)"
_HAVE_NOT = r"(?:ไม่|มั่ย|ม่าย|บ่) มี"
_CAN_IT_BE = r"(?:ได้(?:ไหม|มั้ย|มั๊ย|หรือเปล่า))?"
# A library's name is one word; with one of these in it, it is something else that is there or not.
_NO_NAME = (
    r"(?:ไม่|ยัง|ถ้า|หาก|เผื่อ|ใคร|ต้อง|ควร|เคย|น่าจะ|อาจ|คง|จะ|ใช่|ไหน|ทำไม|เพราะ|ว่า|อยาก|แต่|แค่"
    r"|วัน|เดือน|พรุ่ง|ตอน|เวลา|เมื่อ|ประชุม|อบรม|งาน|เงิน|ไฟ|เน็ต|ปัญหา|คน|อะไร)"
)
_NAME = rf"(?:(?:ห้องสมุด|รพ\.|ม\.)? (?:(?!{_NO_NAME})\S){{1,24}} (?:ก็)?)"
_LATER = r"(?:พรุ่งนี้|มะรืน(?:นี้)?|(?:เช้า|สาย|บ่าย|เย็น|ค่ำ)นี้|วัน(?:จันทร์|อังคาร|พุธ|ศุกร์))(?:เช้า|บ่าย)?"
_CHECK = r"(?:เช็[คก]|เชค|ดู|หา|ค้น|ตรวจสอบ|ตรวจ)"

# The first that fits speaks: questions, traps, no, wait, yes.
PHRASES = (
    _phrase(
        Intent.REQUEST,
        r"(?:มี)?ใคร มี (?:บ้าง|ไหม|มั้ย)?",
        r"(?:มี)? ที่ ไหน (?:มี)? บ้าง",
        r"รบกวน (?:ด้วย|หน่อย)",
    ),
    _phrase(
        Intent.DETAILS,
        rf"(?:รบกวน)?ขอ (?:{_MAIL}|รายละเอียด|doi|pmid|ชื่อ(?:เรื่อง|บทความ|วารสาร|ผู้แต่ง)?|ปี|เลขหน้า)"
        rf" (?:ของ)?(?:ผู้ขอ|ผู้รับ|ผู้ใช้(?:บริการ)?)? (?:เต็ม|เพิ่มเติม|เพิ่ม|ใหม่)? (?:ด้วย|หน่อย)? {_CAN_IT_BE}",
        rf"ส่ง (?:ไป)?(?:ที่|ทาง)? {_MAIL}? (?:ที่)?(?:ไหน|อะไร|ใคร)",
        r"(?:ภาพ|รูป) (?:ไม่ชัด|เบลอ|อ่านไม่ออก)",
        r"อ่านไม่ออก",
        r"ask details",
    ),
    _phrase(
        Intent.QUESTION,
        r".*(?:ไหม|มั้ย|มั๊ย|ไม๊|มัย|หรือเปล่า|รึเปล่า|หรือป่าว|เหรอ|หรอ|หรือ|หรือยัง|รึยัง|บ้าง)",
        r".+(?:ป่าว|เปล่า|ไหน|อะไร|ใคร|เมื่อไหร่|เมื่อไร|กี่โมง|ยังไง|อย่างไร)",
    ),
    # Traps: they hold a word of a no or a yes and mean neither.
    _phrase(
        Intent.NONE,
        rf"ยัง {_HAVE_NOT}.*",
        rf"ไม่ใช่ (?:ว่า)? {_HAVE_NOT}.*",
        rf"{_HAVE_NOT} ค่า.+",
        r"ไม่ มี ใคร มี.*",
        r"มี (?:แต่|แค่|เฉพาะ|เพียง)(?! (?:abstract|บทคัดย่อ)).*",
    ),
    _phrase(Intent.CLAIM, rf"{_HAVE_NOT} ปัญหา", weak=True),
    _phrase(
        Intent.PROBLEM,
        r"(?:ไฟล์|pdf|เอกสาร|ลิงก์|ลิงค์) (?:นี้)? (?:เปิด|อ่าน|โหลด|ดาวน์โหลด) ไม่ (?:ได้|ออก)",
        r"(?:ไฟล์|หน้า|เอกสาร|เนื้อหา) (?:มา)?ไม่ ครบ",
        r"(?:ส่ง)? (?:มา)?ผิด (?:เรื่อง|ไฟล์|บทความ|ฉบับ|เล่ม)",
        r"ไม่ใช่ (?:เรื่อง|บทความ|ไฟล์)นี้",
        r"อ่านไม่ชัด",
        r"wrong (?:article|file)",
    ),
    _phrase(Intent.CANCEL, r"(?:ขอ)? ยกเลิก (?:คำขอ|เรื่องนี้)?", r"ไม่ (?:เอา|ต้องการ|ใช้) แล้ว"),
    _phrase(Intent.CANCEL, r"(?:หา)?ได้ (?:เรื่องนี้)?แล้ว", "cancel", weak=True),
    _phrase(Intent.RELEASE, r"(?:ขอ)? คืน (?:งาน|คำขอ|เรื่อง)", r"give it back"),
    _phrase(Intent.RELEASE, "คืน", "back", weak=True),
    _phrase(Intent.NOT_HELD, rf"{_WE}?ไม่ อยู่ (?:บน)? ชั้น", r"not on shelf", reason=NOT_ON_SHELF),
    _phrase(
        Intent.NOT_HELD,
        rf"{_WE}?ติด (?:สัญญา|ลิขสิทธิ์|licen[cs]e) (?:ใช้งาน|การใช้งาน)?",
        reason=LICENCE,
    ),
    _phrase(Intent.NOT_HELD, rf"{_WE}?(?:ติด|ยังติด) (?:embargo|เอ็มบาร์โก)", reason=EMBARGO),
    _phrase(
        Intent.NOT_HELD,
        rf"(?:{_WE}|{_THIS} (?:ก็)?|{_NAME})?{_HAVE_NOT} (?:{_THIS}|{_FULL_TEXT}|pdf|ไฟล์)?"
        r" (?:เช่นกัน|เหมือนกัน|เลย|แล้ว|จริง)?",
        rf"(?:{_WE}|{_NAME})?ไม่ ได้ (?:บอก รับ|เป็น สมาชิก|subscribe|ซับ) (?:{_THIS})?",
        rf"{_WE}?มี แต่ (?:abstract|บทคัดย่อ)",
        rf"{_WE}?(?:เข้า|โหลด|ดาวน์โหลด|เปิด) ไม่ ได้",
        rf"{_WE}?หมดอายุ (?:การ เป็น)? (?:สมาชิก)? (?:แล้ว)?",
        rf"{_WE}?มี ถึง (?:แค่)? (?:ปี|ฉบับ|เล่ม)? [0-9]{{2,4}}",
        rf"{_WE}?(?:หา )?ไม่ (?:เจอ|พบ)",
        r"ขอ ผ่าน",
        r"no|none|nope|n/a|don'?t have(?: it)?|not held|no full text",
        reason=NOT_HELD,
    ),
    _phrase(Intent.NOT_HELD, r"0|-|❌|🙅|เศร้า|sad|sorry", weak=True, reason=NOT_HELD),
    _phrase(
        Intent.WAIT,
        r"(?:ขอ)? รอ (?:สัก|ซัก)? (?:ครู่|พัก|แป๊[บป]|แป[บป]|นิด) (?:นึง|หนึ่ง)?",
        r"(?:ขอ)? (?:แป๊[บป]|แป[บป]) (?:นึง|หนึ่ง|เดียว)?",
        rf"(?:ขอ|เดี๋ยว) (?:กลับ)?(?:ไป)? {_CHECK} (?:ดู)? (?:ให้)? (?:ก่อน|ให้)?",
        rf"{_CHECK} (?:ดู)?ให้",
        rf"(?:{_WE}|{_NAME})?(?:น่า|คง|อาจ)จะ มี",
        rf"{_LATER} (?:จะ)? (?:ส่ง|จัด|หา|ดู)ให้",
        r"(?:ตอนนี้)? อยู่ นอก (?:ออฟฟิศ|สำนักงาน|ที่ทำงาน)",
        r"⏳|⌛",
    ),
    _phrase(
        Intent.SENT,
        rf"(?:ได้)? ส่ง (?:ไฟล์|เอกสาร|บทความ)? (?:ให้|ไป)? (?:ทาง)? {_MAIL}? (?:ให้)? (?:เรียบร้อย)? แล้ว",
        r"ตาม ไฟล์ (?:ที่)?แนบ",
        r"เรียบร้อย (?:แล้ว)?",
        r"sent",
        r"📎",
    ),
    _phrase(
        Intent.RECEIVED,
        rf"ได้ รับ (?:ไฟล์|เอกสาร|บทความ|{_MAIL})? (?:เรียบร้อย)? แล้ว",
        r"ได้ (?:ไฟล์|เอกสาร|บทความ) แล้ว",
        r"received",
    ),
    _phrase(
        Intent.CLAIM,
        rf"(?:{_WE}|{_THIS} (?:ก็)?|{_NAME})?มี (?:{_THIS}|pdf|{_FULL_TEXT}|ไฟล์)? (?:อยู่)?"
        r" (?:ส่ง ให้ (?:ได้)?)?",
        rf"{_WE}?(?:เดี๋ยว|กำลัง)? (?:จะ)?(?:ส่ง|จัด|โหลด|ดาวน์โหลด|สแกน) (?:ไฟล์)?ให้",
        r"กำลัง (?:ส่ง|โหลด|ดาวน์โหลด|สแกน)",
        r"(?:โหลด|ดาวน์โหลด) ได้",
        rf"{_WE}?(?:ขอ)? (?:รับ|จอง) (?:เรื่อง|คำขอ)?(?:นี้)?",
        r"we have it|i have it",
    ),
    _phrase(
        Intent.CLAIM,
        r"ได้|ok|okay|okie|โอเค|โอเช|เค|yes|take|\+1|🙋|✋|👍|👌",
        weak=True,
    ),
    _phrase(
        Intent.THANKS,
        r"ขอบ (?:พระ)?(?:คุณ|คุน|ใจ)(?!.*(?:แต่|ไม่|มี|ยกเลิก|ส่ง)).{0,60}",
        r"ขบค\.?|(?:แต[๊้]งกิ้ว|แท้งกิ้ว)|thx|tks|ty|thanks?|thank you|many thanks",
        r"ไหว้|🙏|❤|😊",
    ),
    _phrase(Intent.STATUS, "(?:ดู)?สถานะ", "status"),
    _phrase(Intent.BOARD, "งาน", "board"),
    _phrase(Intent.BALANCE, "ยอด(?:เงิน|คงเหลือ)?", "balance"),
    _phrase(Intent.HELP, "ช่วยเหลือ", "วิธีใช้", "help"),
    # Courtesies: known, and without a will of their own.
    _phrase(
        Intent.NONE,
        r"สวัสดี|ขอโทษ(?:ด้วย)?|ขออภัย(?:ด้วย)?|เสียใจ(?:ด้วย)?|รับทราบ|5{3,}\+*|hi|hello",
        weak=True,
    ),
)

# Whatever else is in the message, the first of these that is in it decides.
DECIDES = (
    Intent.REQUEST,
    Intent.QUESTION,
    Intent.NONE,
    Intent.PROBLEM,
    Intent.CANCEL,
    Intent.RELEASE,
    Intent.NOT_HELD,
    Intent.WAIT,
    Intent.SENT,
    Intent.CLAIM,
    Intent.DETAILS,
    Intent.STATUS,
    Intent.BOARD,
    Intent.BALANCE,
    Intent.HELP,
    Intent.RECEIVED,
    Intent.THANKS,
)
CONTRADICTION = {Intent.CLAIM, Intent.NOT_HELD}
# A question mark leaves these what they are.
ASKING = {Intent.REQUEST, Intent.DETAILS, Intent.STATUS, Intent.BOARD, Intent.BALANCE, Intent.HELP}
UNCLEAR = _phrase(Intent.NONE, "")


# --- Reading by the table ----------------------------------------------------------------------

# These are never a part of another word; the second kind is, unless the word ends there.
_PARTICLE = re.compile(
    r"(?:ค่ะ+|ครับ|(?<!สถา)นะคะ+|จ้ะ+"
    r"|(?:คะ+|ค่า+|ค้า+|คับ|คร้าบ|ค้าบ|ครัช|ฮะ|ฮ่ะ|ฮับ|งับ|จ้า+|จ๊ะ|จ๋า|(?<!สถา)นะ+|น่ะ|น้า+|ง่ะ|อ่ะ|อะ|ล่ะ|แหละ)"
    r"(?=$|[ ,.!?~…]|ค่ะ|คะ|ครับ))+"
)
_STOP = re.compile(r"[,!~…;:]+|\.(?=$|\.)")
# Emoji that say something; all others are decoration.
SIGNS = "❌🙅⏳⌛📎🙋✋👍👌🙏❤😊"


def _answer(words: str, number: str, *, quoting: bool) -> Said:
    asked = words.rstrip(SIGNS + " ").endswith(("?", "？"))
    phrases = _read(words.replace("?", " ").replace("？", " "))
    meant = _decisive(phrases or [], quoting=quoting)
    if asked and meant.intent not in ASKING:
        return Said(Intent.QUESTION, number)
    return Said(meant.intent, number, meant.reason)


def _decisive(phrases: list[Phrase], *, quoting: bool) -> Phrase:
    """The phrase that says what the message is about; UNCLEAR when there is none."""
    counted = [phrase for phrase in phrases if not phrase.weak] or (phrases if quoting else [])
    by_intent = {phrase.intent: phrase for phrase in reversed(counted)}
    if by_intent.keys() >= CONTRADICTION:
        return UNCLEAR
    return next((by_intent[intent] for intent in DECIDES if intent in by_intent), UNCLEAR)


def _read(words: str) -> list[Phrase] | None:
    """The phrases of the message, or None when it holds a word that none of them knows."""
    phrases = []
    for clause in _clauses(words):
        for phrase in _phrases_of(clause.split(" ")):
            if phrase is None:
                return None
            phrases.append(phrase)
    return phrases


def _clauses(words: str) -> Iterator[str]:
    spoken = _EMOJI.sub(lambda sign: sign[0] if sign[0] in SIGNS else " ", words)
    for clause in _PARTICLE.sub("\n", _STOP.sub("\n", spoken)).split("\n"):
        if clause := _SPACE.sub(" ", clause).strip():
            yield clause


def _phrases_of(words: list[str]) -> Iterator[Phrase | None]:
    """The longest phrase from the left, then the longest of what is left; None is unknown."""
    while words:
        longest = min(len(words), LONGEST_PHRASE_WORDS)
        for length in range(longest, 0, -1):
            if phrase := _known(" ".join(words[:length])):
                break
        yield phrase
        words = words[length:]


def _known(words: str) -> Phrase | None:
    return next((phrase for phrase in PHRASES if phrase.pattern.fullmatch(words)), None)
