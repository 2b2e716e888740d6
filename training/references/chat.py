"""What people say around a reference, and what they say without one."""

import random

BEFORE = (
    "Please find", "Could you send me this article:", "Hi, I need", "สวัสดีค่ะ ขอบทความนี้ค่ะ",
    "รบกวนขอเรื่องนี้ค่ะ", "ขอ full text ด้วยครับ", "Dear librarian, could you find:", "need this pls",
    "ขอความอนุเคราะห์บทความเรื่อง", "ช่วยหาให้หน่อยค่ะ", "Looking for:", "Title:", "ชื่อเรื่อง", "Reference:",
    "Can anyone help with this one?", "Please see the reference below.", "อาจารย์ขอเรื่องนี้ค่ะ",
)  # fmt: skip
AFTER = (
    "thanks", "Thank you!", "ขอบคุณค่ะ", "ครับ", "ค่ะ", "please", "ขอบคุณครับ", "Thanks in advance",
    "somebody@ward.example", "ส่งที่ reader@ward.example", "ด่วนนะคะ", "urgent", "by tomorrow please",
    "Cited by 12 Related articles", "View in Article Google Scholar", "PubMed Google Scholar",
    "[PubMed] [CrossRef]", "Free PMC article.", "Article CAS PubMed", "Full text links",
)  # fmt: skip
ALONE = (
    "Good morning everyone, the library will be closed on {day} May {year}.",
    "ประชุมวันที่ {day}/3/{year} เวลา 10.30 น. ห้อง {n}", "ราคา {n},200 บาท (2 เล่ม) ปี {year}",
    "Could you send the file again? I cannot open it.", "สวัสดีค่ะ ขอบทความนี้หน่อยค่ะ", "ขอบคุณมากค่ะ",
    "We do not hold this journal, only volumes {n} to {m} ({year}).", "มีถึงปี {year} ค่ะ",
    "Receipt for milk and bread {year};{n}(3) total {m}.00", "โทร 08{n}{m}567", "See you at {n}:30.",
    "Our subscription ended in {year}, sorry.", "The printer on floor {n} is broken again.",
    "Meeting of the library committee, room {n}, 10:30-11:45, {day} June {year}",
    "I have found the article and sent it to you by mail.", "รับเรื่องแล้วค่ะ เดี๋ยวส่งให้นะคะ",
    "Please note that the deadline is {day} December {year}.", "ส่งเมลแล้วนะคะ รบกวนตรวจสอบด้วยค่ะ",
    "Order no. {n}{m}: 3 boxes of paper, 2 toner cartridges, {year}", "ขอแจ้งปิดปรับปรุงระบบวันที่ {day}",
    "Does anyone have volume {n} issue 3 of the journal of {year}?", "ลางานวันที่ {day} ถึง {m} ค่ะ",
    "Happy New Year {year} to all members of the network!", "ฝากหนังสือคืนที่ชั้น {n} ค่ะ ขอบคุณค่ะ",
    "Invoice {n}/{year}, page 2 of {n}, total 1,{m}.50 baht", "Lunch at 12, table for {n}?",
    "The training is on {day} March {year}, 9:00-16:00, room {n}, please register.",
)  # fmt: skip


def alone(chance: random.Random) -> str:
    """A message that names no work."""
    return chance.choice(ALONE).format(
        n=chance.randint(2, 60),
        m=chance.randint(100, 999),
        day=chance.randint(1, 28),
        year=chance.choice((chance.randint(1995, 2026), chance.randint(2540, 2569))),
    )
