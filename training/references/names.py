"""Invented people and groups."""

import random
from dataclasses import dataclass


def _words(text: str) -> list[str]:
    return text.split()


BEGINNINGS = _words(
    "B Br C Ch D Dr F Fl G Gr H J K Kr L M N O P Pr R S Sch St T Tr V W Z A E I U Y Sz Ng Ts Kw Bj "
    "Ö Ł Ş Č Ó Å Š Ž É Ø Dž Kh Gh"
)
MIDDLES = _words(
    "a e i o u a e i o u a e i o u a e i o u ai au ee ou oo ei ie ö ü á é í ó ä ø å ñe ã ő ý ı ă ě"
)
CONSONANTS = _words(
    "b d f g k l ll m n nd ng p r rd rn rt s ss st t tt v x z ck ff lm sh th ł ş ğ č ž ř ț ß"
)
CLOSINGS = _words(
    "man berg er son sen ez es i o a ova ski stein feld wood field hill ley ton worth by well "
    "ini elli oglu yan wala kar rat dal gaard mann ier eau ard ov enko wicz"
)
SHORT = _words(
    "Li Wu Xu Ma Ho Ng Yu Lu Hu He Ou Ye Su Du Fu Gu Qi An Oh Bo Ito Abe Kim Lim Lau Tan Tran Ngo "
    "Phan Zhu Zou Xie Pei Luo Cui Bai Shi"
)
GIVEN_ENDINGS = _words("a e o an en in ia ine us el on as is y ette ardo ika")
COMPOUNDS = _words(
    "Fern Stone Marsh Oak Brook Ash Elm Hazel Wood Green Black White Long Ring Lock Rush Thorn"
)
COMPOUND_ENDS = _words("hill brook field ford wood ley worth bury side mere ham gate well combe")
THAI_BEGINNINGS = _words("สม วิ พร ชัย ศรี อร นภ ธน กิต จิร ณัฐ ปิย รัต วร สุ อนุ ภัท มณี ดวง ก้อง")
THAI_ENDS = _words("ชาย หญิง พร ศักดิ์ วรรณ ชัย ลักษณ์ นันท์ ภา วดี พงศ์ รัตน์ มาศ ดา กุล")
THAI_SURNAME_ENDS = _words(
    "ใจดี ทองคำ แสงจันทร์ วงศ์สมมติ ศรีสุข บุญมา รักษา เจริญทรัพย์ สุวรรณ พงษ์ไพร แก้วกลาง ไพศาล วารินทร์ "
    "รุ่งเรือง น่าอยู่ ล้อมเดือน เขียวขจี สิงขร ธารา นาวา กลิ่นหอม ทิพย์มณี น้ำค้าง"
)
THAI_TITLES = ("นพ.", "พญ.", "ดร.", "ผศ.ดร.", "รศ.", "นาง", "นางสาว", "นาย", "ศ.นพ.", "พว.")
GROUPS = (
    "World Health Organization",
    "Quiet Rooms Study Group",
    "Department of Public Health",
    "National Sleep Collaborators",
    "Ministry of Education",
    "Royal College of Nursing",
    "SUNRISE Investigators",
    "Garden Health Consortium",
    "International Committee on Naming",
    "European Society of Imaginary Medicine",
    "American Association of Walking",
    "Writing Committee Members",
    "Centers for Careful Counting",
    "กระทรวงสาธารณสุข",
    "กรมอนามัย",
    "สำนักงานสถิติแห่งชาติ",
)
GROUP_TOPICS = ("Sleep", "Cohort", "Stroke", "Kidney", "Garden", "Trauma", "Cancer", "Registry")
GROUP_FORMS = (
    "Working Group on {} in {}",
    "Global Burden of {} Collaborators",
    "the {} Study Group of {}",
    "on behalf of the {1} {0} Investigators",
    "Committee on {} Research",
    "{1} Society for {0} and Care",
)
GROUP_ENDS = (
    "Collaborators", "Investigators", "Study Group", "Consortium", "Trial Group", "Network",
    "Working Group", "Collaboration", "Study Investigators", "Task Force", "Team",
)  # fmt: skip
PARTICLES = (
    "van ",
    "van der ",
    "de ",
    "de la ",
    "von ",
    "Da ",
    "El ",
    "al-",
    "O'",
    "Mc",
    "D'",
    "di ",
    "St. ",
    "Ben ",
    "dos ",
    "Al-",
    "ter ",
    "d'",
)


@dataclass(frozen=True, kw_only=True)
class Person:
    """An invented author; a group and a Thai have only `family`, the whole name."""

    family: str
    given: tuple[str, ...] = ()
    suffix: str = ""

    @property
    def is_whole(self) -> bool:
        return not self.given


def person(chance: random.Random) -> Person:
    """Somebody with a name of one of many shapes."""
    given = tuple(_given(chance) for _ in range(chance.choice((1, 1, 1, 2, 2, 2, 3))))
    suffix = chance.choice(("Jr", "Sr", "II", "III")) if chance.random() < 0.01 else ""
    return Person(family=_family(chance), given=given, suffix=suffix)


def thai_person(chance: random.Random) -> Person:
    """Somebody whose name is written in Thai, given name first."""
    given = chance.choice(THAI_BEGINNINGS) + chance.choice(THAI_ENDS)
    family = _thai_family(chance)
    return Person(family=f"{given} {family}")


def _thai_family(chance: random.Random) -> str:
    end = chance.choice(THAI_SURNAME_ENDS)
    if chance.random() < 0.04:
        return f"ณ {chance.choice(THAI_BEGINNINGS)}{end}"
    middle = chance.choice(THAI_SURNAME_ENDS) if chance.random() < 0.4 else ""
    return chance.choice((*THAI_BEGINNINGS, "")) + middle + end


def group(chance: random.Random, *, thai: bool) -> Person:
    """An organisation that signs as author."""
    if thai:
        return Person(family=chance.choice(GROUPS[-3:]))
    if chance.random() < 0.5:
        return Person(family=chance.choice(GROUPS[:-3]))
    place = chance.choice(COMPOUNDS) + chance.choice(COMPOUND_ENDS)
    if chance.random() < 0.25:
        return Person(family=chance.choice(GROUP_FORMS).format(chance.choice(GROUP_TOPICS), place))
    first = chance.choice((place, _root(chance).upper(), f"{place} {chance.choice(GROUP_TOPICS)}"))
    return Person(family=f"{first} {chance.choice(GROUP_ENDS)}")


def _family(chance: random.Random) -> str:
    kind = chance.random()
    if kind < 0.15:
        return chance.choice(SHORT)
    if kind < 0.25:
        return chance.choice(COMPOUNDS) + chance.choice(COMPOUND_ENDS)
    name = _root(chance) + chance.choice(CLOSINGS)
    if kind < 0.33:
        return chance.choice(PARTICLES) + name
    if kind < 0.40:
        return f"{name}{chance.choice('- ')}{_root(chance)}{chance.choice(CLOSINGS)}"
    return name


def _root(chance: random.Random) -> str:
    root = chance.choice(BEGINNINGS) + chance.choice(MIDDLES)
    if chance.random() < 0.5:
        root += chance.choice(CONSONANTS) + chance.choice(MIDDLES[:5])
    return root + chance.choice(CONSONANTS)


def _given(chance: random.Random) -> str:
    name = _root(chance) + chance.choice(GIVEN_ENDINGS)
    return f"{name}-{_root(chance)}a" if chance.random() < 0.05 else name
