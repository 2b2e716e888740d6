"""Invented articles by the hundred thousand, with titles as alike as real ones are.

Words come in the proportions of real titles (few are everywhere, most are rare), phrases such as
"in patients with" recur, one in seven is Thai, and one in twenty is the twin of the one before it:
a second part, a reply or an erratum.
"""

import random
from collections.abc import Iterator
from itertools import accumulate

from chapwai.citations.record import Record

PREFIXES = (
    "cardio neuro hepato nephro gastro osteo derma pulmo hemato immuno endo peri hyper hypo "
    "micro macro poly oligo pseudo para retro trans inter intra supra sub anti pro pre post "
    "electro photo thermo bio cyto geno pheno psycho socio eco agro aqua geo hydro techno"
)
ROOTS = (
    "vascul genit derm fibr carcin scler necr plas troph path morph metr graph scop tom plast "
    "cyt blast gen lys phag pen tens therm kinet rhythm sten thromb embol isch infarct neur mening "
    "gli cortic thalam pont cerebell spin myel radicul gangl synap axon dendr recept transmit "
    "pept prote lip gluc insul thyr cortis estr andr lact melan cholin adren serot dopam gab "
    "cort ren nephr glom tubul ur cyst prostat test ovar uter cerv vagin mamm placent fet"
)
SUFFIXES = (
    "osis itis oma emia uria pathy logy graphy scopy tomy ectomy plasty genesis genic ic al ar "
    "ous ive ation ity ism ist ine ase in one ol ate ide"
)
COMMON = (
    "patients treatment study effect effects clinical risk analysis disease health care children "
    "management therapy evaluation outcomes factors associated nursing quality women acute chronic "
    "comparison prevention community prevalence hospital model development surgery trial knowledge "
    "randomized controlled systematic review cohort diabetes hypertension cancer heart failure "
    "stroke pregnancy infection elderly adults school rural Thailand education program behavior "
    "intervention support family stress anxiety pain sleep depression cognitive exercise nutrition"
)
PATTERNS = (
    "Effect of {a} {b} on {c} in patients with {d}: a randomized controlled trial",
    "{A} {b} and {c} among {d} {e}: a cross-sectional study",
    "{A} of {b} {c} in {d} {e}",
    "{A} {b} {c} {d}",
    "Prevalence and risk factors of {a} {b} in {c} {d}",
    "The role of {a} in {b}: a systematic review and meta-analysis",
    "{A} versus {b} for {c} {d} after {e}",
    "Development of a {a} {b} model for {c} with {d} {e}",
    "{A}-induced {b}: case report and review of the literature",
    "{A} {b}",
)
THAI_WORDS = (
    "การ ความ ผล ของ โปรแกรม ต่อ ผู้ป่วย โรค เบาหวาน ความดันโลหิตสูง พฤติกรรม สุขภาพ การดูแล การพยาบาล "
    "ผู้สูงอายุ นักเรียน มัธยมศึกษา โรงพยาบาล ชุมชน จังหวัด การพัฒนา รูปแบบ การส่งเสริม คุณภาพชีวิต "
    "การศึกษา ปัจจัย ที่มีผล ความสัมพันธ์ ระหว่าง การรับรู้ ความเครียด ภาวะ ซึมเศร้า การป้องกัน มะเร็ง "
    "หญิงตั้งครรภ์ วัยรุ่น เด็ก การเรียนรู้ การจัดการ ความรู้ ทัศนคติ การปฏิบัติ เชียงใหม่ ขอนแก่น สงขลา "
    "อุบัติเหตุ การผ่าตัด หัวใจ หลอดเลือดสมอง ไต เรื้อรัง ระยะสุดท้าย สมาธิ การนอนหลับ อาหาร การออกกำลังกาย"
)
TWINS = ("{title}: part 2", "Reply to: {title}", "Erratum: {title}", "{title}.")
FAMILY_NAMES = "Kasemwit Larsund Okonta Brentham Silapan Morveau Tanakit Weslock Jorvik"
VOCABULARY = 30_000


def invented_records(count: int, *, seed: int) -> Iterator[Record]:
    """So many records, the same for the same seed; every one has a DOI, two of three a PMID."""
    chance = random.Random(seed)
    vocabulary = _vocabulary(random.Random(seed))
    before = "The first title of all"
    for number in range(count):
        title = _title(chance, vocabulary, before)
        before = title
        yield _record(number, title, chance)


def misread(title: str, rate: float, chance: random.Random) -> str:
    """The title with this share of its letters replaced, lost or doubled by strangers."""
    letters: list[str] = []
    for letter in title:
        if chance.random() >= rate:
            letters.append(letter)
            continue
        stranger = chr(chance.choice(range(ord("a"), ord("z") + 1)))
        letters.append(chance.choice((stranger, stranger, stranger, "", letter + stranger)))
    return "".join(letters)


def _vocabulary(chance: random.Random) -> tuple[list[str], list[float]]:
    """Words and their cumulative weights: the n-th most common is n times rarer than the first."""
    words = COMMON.split()
    parts = [part.split() for part in (PREFIXES, ROOTS, ROOTS, SUFFIXES)]
    while len(words) < VOCABULARY:
        words.append("".join(map(chance.choice, parts[chance.choice((0, 0, 1)) :])))
    return words, list(accumulate(1 / (rank + 20) for rank in range(len(words))))


def _title(chance: random.Random, vocabulary: tuple[list[str], list[float]], before: str) -> str:
    fate = chance.random()
    if fate < 0.05:
        return chance.choice(TWINS).format(title=before)
    if fate < 0.19:
        return "".join(chance.choices(THAI_WORDS.split(), k=chance.randint(6, 16)))
    words, weights = vocabulary
    first, *others = chance.choices(words, cum_weights=weights, k=5)
    named = dict(zip("bcde", others, strict=True))
    return chance.choice(PATTERNS).format(a=first, A=first.capitalize(), **named)


def _record(number: int, title: str, chance: random.Random) -> Record:
    first_page = chance.randint(1, 1_900)
    year = chance.randint(1985, 2026)
    return Record(
        title=title,
        authors=tuple(f"{name} {chance.choice('ABCDEFG')}" for name in _authors(chance)),
        journal=f"Journal of Fictional {chance.choice(COMMON.split()).title()}",
        issns=("1234-5679",),
        year=str(year),
        volume=str(year - 1980),
        issue=str(chance.randint(1, 12)),
        pages=f"{first_page}-{first_page + chance.randint(1, 12)}",
        doi=f"10.5555/invented.{number}",
        pmid=str(10_000_000 + number) if number % 3 else None,
    )


def _authors(chance: random.Random) -> list[str]:
    return chance.choices(FAMILY_NAMES.split(), k=chance.randint(1, 6))
