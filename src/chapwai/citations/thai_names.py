"""Lists of Thai authors: first name and surname, titles and degrees left out."""

import re

# What stands before a name and is no part of it. Some first names begin with the short ones, so
# these only count before a letter that can begin a word.
TITLES = re.compile(
    r"^(?:(?:[ก-ฮ]{1,4}\s?\.|ว่าที่|ผู้ช่วยศาสตราจารย์|รองศาสตราจารย์|ศาสตราจารย์|ร้อยตรี|นายแพทย์|"
    r"แพทย์หญิง|ทันตแพทย์หญิง|ทันตแพทย์|เภสัชกรหญิง|เภสัชกร|สัตวแพทย์หญิง|สัตวแพทย์|อาจารย์|นางสาว|"
    r"(?:นาย|นาง|พระ(?:มหา|ครู))(?=\s?[ก-ฮเ-ไ]))\s?){1,6}"
)
# พย.ม., ปร.ด., ส.ม. and the like behind a name.
DEGREE = re.compile(r"^(?:[ก-ฮ]{1,5}\.){1,4}[*\d]*$|^Ph\.?D\.?$|^M\.?[A-Z]\w{0,4}\.?$")
# Raised figures become quotes and question marks; whatever it is, it ends a name.
SEPARATOR = re.compile(r"[,;|•·&\d?!*†‡§#^<>@\"'“”‘’`°_=~]|\sและ|^และ")
WORD = re.compile(r"[ก-ฮเ-ไ][ก-๎]{1,29}[.]?")
PARTICLE = "ณ"
# Words of addresses, headings and menus. A name that contains one is as rare as it is long.
NOT_NAMES = re.compile(
    r"คณะ|มหาวิทยาลัย|วิทยาลัย|โรงพยาบาล|ภาควิชา|สาขา|สำนัก|สถาบัน|กระทรวง|ศูนย์|จังหวัด|อำเภอ|"
    r"ตำบล|ประเทศ|กลุ่มงาน|โรงเรียน|หลักสูตร|นักศึกษา|อาจารย์|แผนก|หน่วย|กรุงเทพ|ฝ่าย|บริษัท|องค์การ|"
    r"วารสาร|เวชสาร|บทความ|บทคัดย่อ|ผู้แต่ง|ผู้นิพนธ์|ผู้เขียน|หน้าแรก|เอกสาร|ฉบับ|เผยแพร่|คำสำคัญ|"
    r"ประกาศ|เกี่ยวกับ|อ้างอิง|ดาวน์โหลด|ค้นหา|เข้าสู่ระบบ|ลงทะเบียน|สมัคร|การ|ความ|งาน|ของ|ใน|"
    r"ข้อมูล|แบบสอบถาม|ตัวอย่าง|จำนวน|โดย|ภาค(?:ใต้|เหนือ|กลาง|ตะวัน|อีสาน)|ผู้(?:ป่วย|สูงอายุ|รับ)|เกษตรกร|นักเรียน|"
    r"ประเภท|รูปแบบ|ฉบับ|ปีที่|วันที่|หน้า|รายละเอียด|ภาษา|วิจัย|สารบัญ|ปัจจุบัน|นิพนธ์|ต้นฉบับ|สุขภาพ"
)
LABEL = re.compile(r"^\s*(?:ผู้แต่ง|ผู้เขียน|ผู้นิพนธ์|ผู้วิจัย|โดย)(?:\s?ร่วม|\s?หลัก)?\s*:?\s+")
MOST_WORDS = 3
LONGEST_NAME = 60


def thai_names_in(text: str) -> tuple[str, ...]:
    """The Thai names in the order of the text, "ณ" with its surname."""
    parts = SEPARATOR.split(LABEL.sub("", text))
    names = [name for part in parts for name in _names_in_part(part)]
    return tuple(name for name in names if _is_name(name))


def is_thai_names(text: str) -> bool:
    """Whether the text is nothing but Thai names, rather than a place or a heading."""
    bare = LABEL.sub("", text)
    parts = [_tidy(part) for part in SEPARATOR.split(bare)]
    parts = [part for part in parts if re.search("[ก-ฮ]", part)]
    whole = sum(len(part.split()) > 1 for part in parts)
    return (
        whole > 0
        and not NOT_NAMES.search(bare)
        and all(WORD.fullmatch(word) or word == PARTICLE for part in parts for word in part.split())
    )


def lists_thai_names(text: str) -> bool:
    """Whether the text lists names, though one of them may be read as anything."""
    bare = LABEL.sub("", text)
    names = [name for part in SEPARATOR.split(bare) for name in _names_in_part(part)]
    whole = sum(_is_name(name) for name in names)
    return whole > 1 and 3 * whole >= 2 * len(names) and not NOT_NAMES.search(bare)


def is_end_of_name(text: str) -> bool:
    """Whether the text is one word that could be a surname, with its degrees or without."""
    parts = [part for part in map(_tidy, SEPARATOR.split(text)) if part]
    return len(parts) == 1 and bool(WORD.fullmatch(parts[0])) and not NOT_NAMES.search(text)


def _names_in_part(part: str) -> list[str]:
    """Usually one; where a separator was not read, words are first names and surnames in turn."""
    words = _tidy(part).split()
    if len(words) > MOST_WORDS and len(words) % 2 == 0 and PARTICLE not in words:
        return [" ".join(words[n : n + 2]) for n in range(0, len(words), 2)]
    return [" ".join(words)]


def _tidy(part: str) -> str:
    """Without title, degrees and what is left of footnote marks."""
    part = re.sub(r"[^\u0e01-\u0e4e.)]{1,40}$|^[^\u0e01-\u0e4e]+", "", part)
    part = TITLES.sub("", part if "(" in part else part.rstrip(")"))
    return " ".join(word for word in part.split() if not DEGREE.match(word))


def _is_name(name: str) -> bool:
    words = name.split()
    return (
        2 <= len(words) <= MOST_WORDS + 1
        and len(name) <= LONGEST_NAME
        and all(WORD.fullmatch(word) or word == PARTICLE for word in words)
        and not NOT_NAMES.search(name)
    )
