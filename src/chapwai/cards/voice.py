"""In which language and voice the service speaks right now.

Source strings are English. Thai ones hold politeness marks (⟨ค่ะ⟩ ⟨คะ⟩ ⟨นะคะ⟩), which become the
words of the network's voice, or nothing, before anybody sees them.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime

from django.utils import timezone, translation

from chapwai.libraries.models import Language, Voice

MARKS = {
    Voice.KHA: {"⟨ค่ะ⟩": "ค่ะ", "⟨คะ⟩": "คะ", "⟨นะคะ⟩": "นะคะ"},
    Voice.KHRAP: {"⟨ค่ะ⟩": "ครับ", "⟨คะ⟩": "ครับ", "⟨นะคะ⟩": "นะครับ"},
    Voice.NEUTRAL: {"⟨ค่ะ⟩": "", "⟨คะ⟩": "", "⟨นะคะ⟩": ""},
}
# The longest first: นะคะ ends in คะ.
_PARTICLES = sorted({word for words in MARKS.values() for word in words.values()} - {""}, key=len)[
    ::-1
]

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_LATIN_END = re.compile(r"[A-Za-z0-9]$")
_LATIN_START = re.compile(r"[A-Za-z0-9]")
_THAI_END = re.compile(r"[ก-๛]$")
_THAI_START = re.compile(r"[ก-๛]")

_voice: ContextVar[Voice] = ContextVar("voice", default=Voice.KHA)
_now: ContextVar[datetime | None] = ContextVar("now", default=None)


@contextmanager
def tone(*, language: str, voice: str, now: datetime | None = None) -> Iterator[None]:
    """Speak this language in this voice; "today" is the day of `now`, else of the real clock."""
    voice_before, now_before = _voice.set(Voice(voice)), _now.set(now)
    try:
        with translation.override(Language(language)):
            yield
    finally:
        _voice.reset(voice_before)
        _now.reset(now_before)


def present() -> datetime:
    """The moment at which we speak."""
    return _now.get() or timezone.now()


def speaks_thai() -> bool:
    """Whether Thai is spoken right now."""
    return translation.get_language() != Language.ENGLISH


def gettext(phrase: str, **values: object) -> str:
    """The phrase in the language and voice of now, its {placeholders} filled."""
    return _filled(translation.gettext(phrase), values)


def ngettext(one: str, many: str, n: int, **values: object) -> str:
    """The same for a phrase that depends on a number, which fills {n}."""
    return _filled(translation.ngettext(one, many, n), {"n": n, **values})


def without_particle(sentence: str) -> str:
    """The sentence as a letter says it: what was polite for a chat is taken off its end."""
    for particle in _PARTICLES:
        if sentence.endswith(particle):
            return sentence.removesuffix(particle).rstrip()
    return sentence


def _voiced(phrase: str) -> str:
    for mark, word in MARKS[_voice.get()].items():
        phrase = phrase.replace(mark, word)
    return phrase


def _filled(phrase: str, values: dict[str, object]) -> str:
    """Fill in one pass, so that nothing in a title or a name is ever taken for ours."""
    filled = ""
    for position, part in enumerate(_PLACEHOLDER.split(phrase)):
        if position % 2:
            value = str(values[part])
            filled += _gap(filled, value) + value
        else:
            # Looked at before the mark becomes a word: a particle follows without a space.
            filled += _gap(filled, part) + _voiced(part)
    return filled


def _gap(left: str, right: str) -> str:
    """Thai runs on without spaces, but a Latin name beside it is set off: "Hilltop รับแล้ว"."""
    meets = (_LATIN_END.search(left) and _THAI_START.match(right)) or (
        _THAI_END.search(left) and _LATIN_START.match(right)
    )
    return " " if meets else ""
