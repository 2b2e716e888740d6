"""Puts right, in Thai words that everybody in the field uses, what an engine misreads in them.

It loses the small marks over vowels in some fonts, and takes letters for others of the same shape.
A word of the list is put in where all letters agree in shape with it and little else differs; the
longer it is, the less it can be another one.
"""

import functools
import re
from importlib import resources
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

MARKS = frozenset(
    "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e"
)
# Letters that differ in a loop or a notch, each group under its first.
SAME_SHAPE = (
    "คตดศ",
    "ขชซย",
    "บมนปษ",
    "กถภฎฏฤ",
    "พฟผฝฬ",
    "ลส",
    "รธ",
    "ทฑฒห",
    "อฮ",
    "ขฃ",
    "จฉ",
    "ไใโ",
    "เแ",
)
SHAPES = str.maketrans({letter: group[0] for group in SAME_SHAPE for letter in group})
# Shorter words must agree in every letter, marks apart; even shorter ones are too many.
FEWEST_SHAPES = 6
FEWEST_LETTERS = 4
# One change for so many letters.
LETTERS_A_CHANGE = 4
# What is too short for a list, but certain beside its neighbours or by the rules of spelling: no
# vowel stands over a letter that is followed by another vowel, so นั๊า can only be น้ำ.
SURE = {
    re.compile(
        r"(?<!นา)(?<!ทัน)ที(?=มี|เป็น|อยู่|อาศัย|ได้|ไม่|เกี่ยว|ส่ง|ใช้|ทำ|ต้อง|เข้า|มา|รับ|เหมาะ|สัมพันธ์|"
        r"ผ่าน|ติด|พัก|ปฏิบัติ|ศึกษา|ดี|เกิด|ถูก|สุด| [0-9])|(?:(?<=พื้น)|(?<=หน้า))ที(?!่)"
    ): "ที่",
    re.compile(r"(?<!ห)(น|ซ)(?:้|[้๊๋]?[ั๊๋][้๊๋]?)า(?!ว|สาว|ชาย)"): r"\1้ำ",
    re.compile(r"หน(?:[้๊๋]?[ั๊๋][้๊๋]?)า"): "หน้า",
    re.compile(
        r"น[๊๋]ำ|(?<=แม่)น้า|(?:(?<=ลุ่ม)|(?<=ริม)|(?<=แม่))นำ(?!ไป)|นำ(?=มัน|ตาล|หนัก|ค้าง|ท่วม)"
    ): "น้ำ",
    re.compile(r"เยียว(?!ยา)"): "เขียว",
    re.compile(r"ลี่หนู"): "ฉี่หนู",
    re.compile(r"ศักดี์?|ศักดิ(?=[\s,]|$)"): "ศักดิ์",
    re.compile(r"กำร(?!าบ)"): "การ",
    re.compile(r"(?<!โ)ผล่"): "ผล",
    re.compile(r"กล(?:ิ้|ื่|ื้)น"): "กลิ่น",
    re.compile(r"(?<=[กคดทนพมยรลศษส])ุ(?=์)"): "",
    re.compile(r"(?<=เมือง)นำอยู่"): "น่าอยู่",
    re.compile(r"โซติ"): "โชติ",
    re.compile(r"(?<![\u0e01-\u0e4e])(?:[ก-ฮ]ว|[จงฉอ])ารสาร"): "วารสาร",
    re.compile(r"บ[ก-ฮ]คัดย่อ"): "บทคัดย่อ",
    re.compile(r"^บ[ก-ฮ]ความ(?=วิจัย|วิชาการ|ปริทัศน์|พิเศษ)"): "บทความ",
    # What names begin with or are made of: ชูศรี, ณัฐพงศ์, กิ่งแก้ว, อินทร์, เกรียงไกร, สุกัญญา, ภัทรพล.
    re.compile(r"ซู(?=ศรี|ชาติ|เกียรติ|สกุล|ช่วย|ชื่น|แสง|จิต)"): "ชู",
    re.compile(r"ผงศ์"): "พงศ์",
    re.compile(
        r"(?:ณั(?:[สซจฎฏ]|[ฐชซ][ฐุู])|ญั[ฐชสซจฎฏ])"
        r"(?=พงศ์|พล|วุฒิ|พร|กานต์|ธิดา|นันท์|ภัทร|วัฒน์|กิตติ์|ชนน|ริกา)"
    ): "ณัฐ",
    re.compile(r"[กคถภ][ิีึื][่้]งแก้ว"): "กิ่งแก้ว",
    re.compile(r"อ(?:[ีึื]่?|ิ่)นทร"): "อินทร",
    re.compile(r"เ[คถภ]รียงไกร"): "เกรียงไกร",
    re.compile(r"สุ[คถภ]ัญญา"): "สุกัญญา",
    re.compile(r"ภั[กถฑฒห]ร(?=วดี|พร|พล|วรรณ|นันท์)"): "ภัทร",
    # A semicolon behind a year, without its tail.
    re.compile(r"(?<=\b2[45]\d\d|\b20\d\d):(?=\s?\d{1,3}\s?\()"): ";",
    # No word begins with these twice.
    re.compile(r"(?<![\u0e01-\u0e4e])([กขคจชดตทบปผพภมรลวศส])\1(?=[ก-ฮ][\u0e01-\u0e4e]{2})"): r"\1",
    # พ.ศ. before a Buddhist year looks like Latin to an engine that reads both.
    re.compile(r"(?i)\bw\.?[ea]\. ?(?=2[45][0-9]{2})"): "พ.ศ. ",
}


class Letters(NamedTuple):
    """A text without its marks, and where in the text each letter stands."""

    bare: str
    places: list[int]


@functools.lru_cache(maxsize=512)
def spelt_right(text: str) -> str:
    """The text, as `wording.plain` gives it, with its well-known words as they are spelt."""
    text = _surely_right(text)
    letters = _letters(text)
    parts, done, at = [], 0, 0
    while at < len(letters.bare):
        word = _word_at(text, letters, at)
        length = len(_letters(word).bare) if word else 1
        if word:
            parts += [text[done : letters.places[at]], word]
            done = letters.places[at + length]
        at += length
    return "".join([*parts, text[done:]])


def _surely_right(text: str) -> str:
    for seen, meant in SURE.items():
        text = seen.sub(meant, text)
    return text


def _letters(text: str) -> Letters:
    places = [n for n, letter in enumerate(text) if letter not in MARKS]
    return Letters("".join(text[n] for n in places), [*places, len(text)])


def _word_at(text: str, letters: Letters, at: int) -> str | None:
    """The longest word of the list that stands here."""
    for length in _lengths().get(_beginning(letters.bare[at : at + 3]), ()):
        bare = letters.bare[at : at + length]
        word = _spellings().get(bare)
        if word is None and length >= FEWEST_SHAPES:
            word = _shapes().get(bare.translate(SHAPES))
        here = text[letters.places[at] : letters.places[min(at + length, len(letters.bare))]]
        if word and Levenshtein.distance(here, word) <= length // LETTERS_A_CHANGE:
            return word
    return None


@functools.cache
def _words() -> list[str]:
    text = resources.files("chapwai.citations").joinpath("thai_words.txt").read_text("utf-8")
    return text.split()


@functools.cache
def _spellings() -> dict[str, str]:
    return {_letters(word).bare: word for word in _words()}


@functools.cache
def _shapes() -> dict[str, str]:
    return {bare.translate(SHAPES): word for bare, word in _spellings().items()}


@functools.cache
def _lengths() -> dict[str, list[int]]:
    """How long the words are that begin so, the longest first."""
    found: dict[str, set[int]] = {}
    for bare in _spellings():
        found.setdefault(_beginning(bare), set()).add(len(bare))
    return {beginning: sorted(lengths, reverse=True) for beginning, lengths in found.items()}


def _beginning(bare: str) -> str:
    return bare[:3].translate(SHAPES)
