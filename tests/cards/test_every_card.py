"""Every card in every language and voice: as it was agreed, and within LINE's and our own rules.

`DRAW_CARDS=1 pytest tests/cards` keeps the cards as they are drawn now; the difference is then
seen in review.
"""

import json
import os
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from linebot.v3.messaging import Message

from chapwai import cards
from chapwai.cards.graphemes import graphemes
from chapwai.cards.postbacks import Press, read_postback
from chapwai.libraries.models import Language, Voice
from linesim.validation import check_messages
from tests.cards.cast import LIBRARIAN, NOW, READER, TITLE
from tests.cards.looking import contrast, flex_texts, of_type, on_background, texts_of
from tests.cards.occasions import OCCASIONS

EXPECTED = Path(__file__).with_name("expected")
NOT_CARDS = {"Deposit", "Postback", "Press", "plain_text", "postback", "read_postback", "tone"}
PARTICLE = re.compile(r"(?:นะคะ|นะครับ|ค่ะ|คะ|ครับ)(?![ก-๛])")
# What two buttons side by side have room for; then one below another; then a row of a list.
PAIR, LABEL, ROW = 11, 20, 40


@cache
def drawn(name: str, *, language: str, voice: str) -> dict[str, Any]:
    with cards.tone(language=language, voice=voice, now=NOW):
        return OCCASIONS[name]()


@pytest.fixture(autouse=True)
def known_key(settings):
    """Buttons are signed, so that a drawing is the same wherever it is made."""
    settings.SECRET_KEY = "only for tests"


@pytest.fixture(params=OCCASIONS)
def name(request):
    return request.param


@pytest.fixture
def drawings(name):
    """The card in every language."""
    return [drawn(name, language=language, voice=Voice.KHA) for language in Language]


class TestWords:
    @pytest.mark.parametrize("language", Language.values)
    def test_are_the_agreed_ones(self, name, language):
        card = drawn(name, language=language, voice=Voice.KHA)

        kept = EXPECTED / f"{name}.{language}.json"
        if os.environ.get("DRAW_CARDS"):
            kept.write_text(json.dumps(card, ensure_ascii=False, indent=1) + "\n", "utf-8")

        assert card == json.loads(kept.read_text("utf-8"))

    def test_hold_no_mark_of_politeness_unspoken(self, drawings):
        for card in drawings:
            assert not re.search("[⟨⟩{}]", "".join(texts_of(card)).replace("{asker}", ""))

    def test_are_polite_once_at_most(self, drawings):
        for card in drawings:
            particles = PARTICLE.findall("\n".join(texts_of(card)))

            assert len(particles) <= 1

    def test_differ_between_voices_in_the_particle_alone(self, name):
        in_voice = {
            voice: texts_of(drawn(name, language=Language.THAI, voice=voice)) for voice in Voice
        }

        without = {tuple(PARTICLE.sub("", text) for text in texts) for texts in in_voice.values()}
        assert len(without) == 1

    def test_of_a_voice_are_its_own(self, name):
        for voice, others in ((Voice.KHRAP, "คะ|ค่ะ"), (Voice.NEUTRAL, "คะ|ค่ะ|ครับ")):
            said = "\n".join(texts_of(drawn(name, language=Language.THAI, voice=voice)))

            assert not re.search(rf"(?:{others})(?![ก-๛])", said)

    def test_never_name_a_person_or_an_address(self, drawings):
        for card in drawings:
            said = json.dumps(card, ensure_ascii=False)

            assert READER.name not in said
            assert LIBRARIAN.name not in said
            assert "@" not in said

    def test_carry_one_emoji_at_most(self, drawings):
        for card in drawings:
            assert len(re.findall("[📄✅📬⏱🙏]", "".join(texts_of(card)))) <= 1


class TestLockedPhone:
    def test_shows_at_most_a_hundred_characters(self, drawings):
        for card in drawings:
            assert len(graphemes(card.get("altText", ""))) <= 100

    def test_shows_a_title_in_the_group_only(self, name, drawings):
        for card in drawings:
            in_group = name.startswith("request_card")

            assert in_group or TITLE not in card.get("altText", "")

    def test_shows_no_sum_of_money(self, drawings):
        for card in drawings:
            assert not re.search("บาท|baht", card.get("altText", ""))


class TestFlex:
    def test_is_light_enough(self, drawings):
        for card in drawings:
            for bubble in of_type(card, "bubble"):
                assert len(json.dumps(bubble, ensure_ascii=False).encode()) <= 30 * 1024
            assert len(json.dumps(card, ensure_ascii=False).encode()) <= 50 * 1024

    def test_has_equal_bubbles_and_not_too_many(self, drawings):
        for card in drawings:
            for carousel in of_type(card, "carousel"):
                assert len(carousel["contents"]) <= 12
                assert len({bubble["size"] for bubble in carousel["contents"]}) == 1

    def test_texts_wrap_and_grow_in_a_colour_of_their_own(self, drawings):
        for card in drawings:
            for text in flex_texts(card):
                assert text["text"].strip()
                assert text["wrap"]
                assert text["scaling"]
                assert text["color"]

    def test_boxes_have_a_background_of_their_own(self, drawings):
        for card in drawings:
            assert all(box["backgroundColor"] for box in of_type(card, "box"))

    def test_texts_stand_out_from_what_is_behind_them(self, drawings):
        for card in drawings:
            for text, behind in on_background(card.get("contents"), "#FFFFFF"):
                assert contrast(text["color"], behind) >= 4.5

    def test_buttons_stand_out(self, drawings):
        for card in drawings:
            for button in of_type(card, "button"):
                inks = {"primary": "#FFFFFF", "secondary": "#111111", "link": "#F5F7F6"}

                assert contrast(button["color"], inks[button["style"]]) >= 4.5

    def test_has_one_primary_button_at_most(self, drawings):
        for card in drawings:
            for bubble in of_type(card, "bubble"):
                primary = [one for one in of_type(bubble, "button") if one["style"] == "primary"]

                assert len(primary) <= 1

    def test_writes_nothing_thai_smaller_than_facts(self, drawings):
        for card in drawings:
            for text in flex_texts(card):
                assert text["size"] != "xs" or text["text"].startswith(("PMID", "DOI"))


class TestLabels:
    def test_fit_their_buttons(self, drawings):
        for card in drawings:
            for box in of_type(card, "box"):
                buttons = [part for part in box["contents"] if part["type"] == "button"]
                longest = PAIR if box["layout"] == "horizontal" else LABEL
                for button in buttons:
                    assert 0 < len(graphemes(button["action"]["label"])) <= longest

    def test_fit_quick_replies_and_rows(self, drawings):
        for card in drawings:
            for item in card.get("quickReply", {}).get("items", []):
                assert 0 < len(graphemes(item["action"]["label"])) <= LABEL
            for box in of_type(card, "box"):
                assert len(graphemes(box.get("action", {}).get("label", ""))) <= ROW

    def test_lead_to_postbacks_that_we_read(self, drawings):
        for card in drawings:
            for action in of_type(card, "postback"):
                pressed = read_postback(action["data"])

                assert pressed
                assert pressed.verb in list(Press)


class TestOfficialClient:
    def test_reads_and_writes_every_card_unchanged(self, drawings):
        for card in drawings:
            message = Message.from_dict(card)

            assert message.to_dict() == card


class TestLine:
    def test_takes_every_card(self, drawings):
        for card in drawings:
            check_messages([card])


class TestOccasions:
    def test_cover_every_card(self):
        shown = "\n".join(OCCASIONS)

        for public in set(cards.__all__) - NOT_CARDS:
            assert re.search(rf"^{public}", shown, re.MULTILINE), public

    def test_have_one_drawing_a_language(self):
        kept = {path.name for path in EXPECTED.iterdir()}

        assert kept == {f"{name}.{language}.json" for name in OCCASIONS for language in Language}

    def test_can_be_told_in_words_alone(self, drawings):
        for card in drawings:
            said = cards.plain_text(card)

            assert said.strip()
            for uri in of_type(card, "uri"):
                assert uri["uri"] in said
