"""The pages on which people choose who they are and what a channel may know of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from pathlib import Path
from string import Template

from linesim.world import Person

PAGES = Path(__file__).parent / "page"

WORDS = {
    "th": {
        "title": "เข้าสู่ระบบด้วย LINE จำลอง",
        "asks": "ขออนุญาตดังนี้",
        "who": "เข้าใช้ในชื่อ",
        "friend": "เพิ่ม {} เป็นเพื่อน",
        "allow": "อนุญาต",
        "deny": "ไม่อนุญาต",
        "refused": "ทำต่อไม่ได้",
        "closed": "ปิดหน้าต่างนี้ได้",
        "linked": "เชื่อมบัญชีแล้ว",
        "openid": "รหัสผู้ใช้ภายใน",
        "profile": "โปรไฟล์: ชื่อและรูป",
        "email": "อีเมล",
        "chat_message.write": "ส่งข้อความในแชตในนามของคุณ",
    },
    "en": {
        "title": "Sign in with simulated LINE",
        "asks": "asks for permission to use",
        "who": "Sign in as",
        "friend": "Add {} as a friend",
        "allow": "Allow",
        "deny": "Deny",
        "refused": "This cannot go on",
        "closed": "You can close this window",
        "linked": "The accounts are linked",
        "openid": "Your internal identifier",
        "profile": "Your profile: name and picture",
        "email": "Your e-mail address",
        "chat_message.write": "Sending messages to chats in your name",
    },
}


@dataclass(frozen=True)
class Asking:
    """What a consent page asks: who may be chosen, and what would be allowed."""

    channel_name: str
    scopes: Iterable[str]
    people: list[Person]
    chosen: str
    friend: str | None = None  # the account that may be added as a friend


def language_of(*wishes: str) -> str:
    """The first language of these wishes that the pages speak, else Thai.

    A wish is a list as in `ui_locales` ("en-US th") or in Accept-Language ("en;q=0.9, th").
    """
    for wish in " ".join(wishes).replace(",", " ").split():
        if (language := wish[:2].lower()) in WORDS:
            return language
    return "th"


def consent_page(asking: Asking, *, language: str) -> str:
    """A form that posts `decision` (allow or deny), `person` and `friend` to its own address."""
    words = WORDS[language]
    return _page(
        "consent.html",
        words,
        language,
        channel=escape(asking.channel_name),
        scopes="".join(f"<li>{escape(words[scope])}</li>" for scope in asking.scopes),
        people="".join(_choice(person, asking.chosen) for person in asking.people),
        friend=_friend_choice(asking.friend, words),
    )


def notice_page(what: str, *, language: str, details: str = "") -> str:
    """A page that only tells something: `refused`, `closed` or `linked`."""
    words = WORDS[language]
    return _page("notice.html", words, language, notice=words[what], details=escape(details))


def _page(name: str, words: dict[str, str], language: str, **holes: str) -> str:
    template = Template((PAGES / name).read_text(encoding="utf-8"))
    said = {word.replace(".", "_"): escape(text) for word, text in words.items()}
    return template.substitute(said | holes, language=language)


def _choice(person: Person, chosen: str) -> str:
    checked = " checked" if person.id == chosen else ""
    return (
        f'<label><input type="radio" name="person" value="{escape(person.id)}"{checked} required>'
        f"<span>{escape(person.name)}</span></label>"
    )


def _friend_choice(account: str | None, words: dict[str, str]) -> str:
    if account is None:
        return ""
    label = escape(words["friend"].format(account))
    return (
        '<label class="friend"><input type="checkbox" name="friend" value="yes" checked>'
        f"<span>{label}</span></label>"
    )
