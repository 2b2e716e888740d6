"""Answers to the one question on a card: a candidate is chosen, or what is missing is typed."""

import re
from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType
from typing import Any

from rapidfuzz import fuzz

from chapwai import cards
from chapwai.cards.postbacks import Postback
from chapwai.chat import verdicts
from chapwai.chat.lookup import looked_up
from chapwai.chat.turn import Turn
from chapwai.citations.citation import Citation
from chapwai.citations.read import read_text
from chapwai.citations.source_line import expanded_pages
from chapwai.citations.wording import common_era, letters_of, one_line, plain
from chapwai.document_requests.actions.correct import TooLateToCorrect, correct_request
from chapwai.document_requests.description import item_described_by
from chapwai.document_requests.models import DocumentRequest
from chapwai.document_requests.queries import newest_request_asked_for_by
from chapwai.document_requests.question import Question, candidates_of, open_question

# Later than this a line in the chat is about something else.
STILL_ASKED = timedelta(minutes=30)
# A typed reference with a title less like the read one (of 100) is another article.
SAME_TITLE = 60
SHORTEST_TITLE = 12
# Titles may be typed in any language, but a greeting is none.
WORDS_OF_A_TITLE = 3
THAI = re.compile(r"[ก-๙]{12}")
SPOKEN = re.compile(r"(?:ค่ะ|คะ|ครับ|คับ|จ้า|ไหม|มั้ย|เมื่อไหร่|เมื่อไร|หรือยัง|รบกวน|ขอบคุณ|สวัสดี)")
ASKING = re.compile(
    r"(?:hi|hello|dear|please|thanks?|when|where|who|can|could|may|is|are|do|does|i|we|my)\b", re.I
)
POLITE = r"\s*(?:ค่ะ|คะ|ครับ|นะคะ|นะครับ)?\s*"

ANSWERS = {
    Question.YEAR: re.compile(rf"(?:ปี|พ\.ศ\.|ค\.ศ\.|year)?\s*(?P<year>\d{{4}}){POLITE}", re.I),
    Question.VOLUME: re.compile(
        rf"(?:เล่ม(?:ที่)?|ปีที่|vol(?:ume)?\.?)?\s*(?P<volume>\d{{1,4}})"
        rf"(?:\s*\(\s*(?P<issue>\d{{1,4}})\s*\))?{POLITE}",
        re.I,
    ),
    Question.PAGES: re.compile(
        rf"(?:หน้า|pp?\.?|pages?)?\s*(?P<pages>[a-z]?\d{{1,6}}(?:\s*-\s*[a-z]?\d{{1,6}})?){POLITE}",
        re.I,
    ),
}
TIDY = {"year": common_era, "pages": expanded_pages}


def meant(turn: Turn, doc_request: DocumentRequest, pressed: Postback) -> None:
    """The asker says which candidate it is; unsure ones are the librarian's to decide."""
    candidates = candidates_of(doc_request)
    if not pressed.value.isdecimal() or int(pressed.value) >= len(candidates):
        card = cards.librarian_decides(doc_request)
        turn.answer(card, kind="librarian_decides", doc_request=doc_request)
        return
    _correct(turn, doc_request, Citation.of(candidates[int(pressed.value)]))


def answered(turn: Turn, text: str) -> bool:
    """Take the text as the answer to the question that is open here; False if it is none."""
    person = turn.staff or turn.patron
    if person is None:
        return False
    doc_request = newest_request_asked_for_by(person, since=turn.now - STILL_ASKED)
    question = open_question(doc_request) if doc_request else None
    if doc_request is None or question is None:
        return False
    item = _with_answer(item_described_by(doc_request), question, plain(text))
    if item is None:
        return False
    _correct(turn, doc_request, item)
    return True


def corrected(turn: Turn, doc_request: DocumentRequest, text: str) -> bool:
    """Take the reference in the text as what the request is really for; False if it holds none."""
    told = _reference_in(plain(text))
    if told is None:
        return False
    _correct(turn, doc_request, _said(item_described_by(doc_request), told))
    return True


def could_be_title(text: str) -> bool:
    """Whether it is no chat: whoever says please or asks something names no title."""
    is_long = len(letters_of(text)) >= SHORTEST_TITLE
    is_said = "?" in text or SPOKEN.search(text) or (ASKING.match(text) and ":" not in text)
    has_words = len(text.split()) >= WORDS_OF_A_TITLE
    return is_long and not is_said and bool(has_words or THAI.search(text))


def _correct(turn: Turn, doc_request: DocumentRequest, item: Citation) -> None:
    person = turn.staff or turn.patron
    try:
        if person is None:
            raise TooLateToCorrect
        correct_request(doc_request, item=item, by=person, now=turn.now)
    except TooLateToCorrect:
        verdicts.show_state(turn, doc_request)
        return
    turn.answer(cards.read_sure(doc_request), kind="read_sure", doc_request=doc_request)


def _with_answer(item: Citation, question: Question, text: str) -> Citation | None:
    """The item with what the text says, None if the text answers something else."""
    if pattern := ANSWERS.get(question):
        if found := pattern.fullmatch(text):
            return _said(item, _tidied(found.groupdict()))
        return None
    told = _reference_in(text)
    if told is None:
        return _said(item, {"title": one_line(text)}) if could_be_title(text) else None
    return _said(item, told) if _is_same(item, told) else None


def _reference_in(text: str) -> dict[str, Any] | None:
    """The fields of the one article that the text names, None if it names none or several."""
    citations = looked_up(read_text(text)).citations
    if len(citations) != 1 or not citations[0].origins:
        return None
    return {name: getattr(citations[0], name) for name in citations[0].origins}


def _is_same(item: Citation, told: dict[str, Any]) -> bool:
    """An identifier alone is what was asked for; a whole reference must resemble what was read."""
    if not told.get("title") or not item.title:
        return True
    return fuzz.ratio(letters_of(told["title"]), letters_of(item.title)) >= SAME_TITLE


def _tidied(found: dict[str, str | None]) -> dict[str, Any]:
    told = {name: value for name, value in found.items() if value}
    return {name: TIDY[name](value) if name in TIDY else value for name, value in told.items()}


def _said(item: Citation, told: dict[str, Any]) -> Citation:
    """What the asker typed stands, and is no longer doubtful."""
    return replace(
        item,
        **told,
        doubtful=item.doubtful - told.keys(),
        origins=MappingProxyType({**item.origins, **dict.fromkeys(told, "text")}),
        candidates=(),
    )
