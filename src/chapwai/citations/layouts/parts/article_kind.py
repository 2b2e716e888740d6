"""What kind of article it is, as pages say it on a line of its own over the title."""

import re

# What may stand before the kind: Original Research Article, Randomised Controlled Trial.
BEFORE = (
    "open access", "original", "research", "review", "short", "full", "full-length", "full length",
    "brief", "rapid", "case", "special", "invited", "systematic", "clinical", "regular",
    "technical", "journal", "scholarly", "randomised", "randomized", "controlled", "mini",
    "narrative", "scoping", "practice", "contributed", "featured",
)  # fmt: skip
KINDS = (
    "article", "articles", "research", "paper", "papers", "report", "reports", "review", "letter",
    "letters", "communication", "communications", "investigation", "editorial", "commentary",
    "study", "studies", "protocol", "note", "perspective", "correspondence", "viewpoint",
    "comment", "meta-analysis", "opinion", "contribution", "original", "trial", "guideline",
    "resource", "primer",
    "artigo original", "artigo de revisão", "artículo original", "artículo de revisión",
    "article original", "originalarbeit",
    "บทความวิจัย", "บทความวิชาการ", "บทความปริทัศน์", "บทความพิเศษ", "บทความทบทวน", "บทความทบทวนวรรณกรรม",
    "นิพนธ์ต้นฉบับ", "รายงานผู้ป่วย", "บทวิจัย", "รายงานการวิจัย",
)  # fmt: skip
# Article PDF available, Original Article Open Access, Review - Intervention.
BEHIND = (
    r"(?:open|free|full) access|(?:pdf|full[- ]text)(?: pdf)? available|"
    r"- (?:intervention|diagnostic|prognosis|overview|qualitative)"
)
KIND = re.compile(
    rf"(?i)^\W*(?:(?:{'|'.join(BEFORE)})[\s-]){{0,3}}(?:{'|'.join(KINDS)})(?!\w)(?:\s(?:{BEHIND}))?\W*$"
)
