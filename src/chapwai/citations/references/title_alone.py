"""A message that is the title of an article and nothing else.

Ordinary talk must never become a request, so only what reads like research counts.
"""

import re

from chapwai.citations.references.vocabulary import CHAT
from chapwai.citations.wording import one_line, plain

# Words that stand in titles of articles, and hardly ever in what people say to each other.
RESEARCH = re.compile(
    r"\b(?:effects? of|effect on|impact of|associations? (?:of|between|with)|prevalence|"
    r"incidence of|relationships? between|correlat(?:es|ion)s? (?:of|between)|predictors of|"
    r"risk factors|determinants of|efficacy|effectiveness of|randomi[sz]ed|controlled trial|"
    r"clinical trial|meta-analysis|systematic review|scoping review|literature review|cohort|"
    r"cross-sectional|case-control|case reports?|case series|longitudinal|retrospective|"
    r"prospective|qualitative study|pilot study|validation of|mortality|"
    r"pathogenesis|biomarkers?)\b",
    re.IGNORECASE,
)
THAI_RESEARCH = re.compile(
    r"^(?:ผลของ|ประสิทธิผลของ|ประสิทธิภาพของ|ปัจจัยที่|ปัจจัยทำนาย|ปัจจัยเสี่ยง|ความสัมพันธ์ระหว่าง|ความชุก|"
    r"อุบัติการณ์|การศึกษาเปรียบเทียบ|การเปรียบเทียบ|การทบทวนวรรณกรรม|การพัฒนารูปแบบ|การพัฒนาแนวปฏิบัติ)"
)
THAI_CHAT = re.compile(
    r"ค่ะ|คะ|ครับ|คับ|ขอ(?![งบ])|ช่วย|หน่อย|จะ|แล้ว|เมื่อวาน|วันนี้|พรุ่งนี้|สวัสดี|บาท|ประชุม|[0-9]{4,}"
)
FEWEST_WORDS = 5
FEWEST_THAI_LETTERS = 25
LONGEST = 400


def title_alone(text: str) -> str | None:
    """The title that the message consists of, None if it is anything else."""
    title = one_line(plain(text)).strip(" .\"'")
    if len(title) > LONGEST or re.search(r"[@!]|https?:|\b\d{1,2}[:.]\d\d\b", title):
        return None
    return title if _is_english_title(title) or _is_thai_title(title) else None


def _is_english_title(text: str) -> bool:
    words = re.findall(r"[A-Za-z']+", text)
    begins = text[0].isupper() or text[0].isdigit() if text else False
    is_talk = any(word.lower() in CHAT for word in words) or THAI_CHAT.search(text)
    return len(words) >= FEWEST_WORDS and begins and not is_talk and bool(RESEARCH.search(text))


def _is_thai_title(text: str) -> bool:
    is_long = sum(letter.isalpha() for letter in text) >= FEWEST_THAI_LETTERS
    return is_long and bool(THAI_RESEARCH.match(text)) and not THAI_CHAT.search(text)
