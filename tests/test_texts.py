"""Everything that people read is there in Thai, in the words that were agreed on."""

import gettext
import io
import re

import pytest

from tests import collect_texts

# Names, abbreviations and the number that stands for all request numbers.
LATIN_IN_THAI = {"LINE", "DOI", "PMID", "PDF", "JPG", "PNG", "QR", "MB", "embargo", "A123"}
PLACEHOLDER = re.compile(r"\{\w*\}|%\(\w+\)[sd]|%[sd]")
BARE_PARTICLE = re.compile(r"(?<![⟨ก-๛])(?:นะคะ|นะครับ|ค่ะ|คะ|ครับ)(?![ก-๛⟩])|(?:ค่ะ|ครับ)(?!⟩)")
UNITS = "บาท|เรื่อง|แห่ง(?!พระ)|นาที|ชม|น\\.|MB|ครั้ง|วัน"
AVOIDED = re.compile(
    "ลูกค้า|ผู้ป่วย|เธอ|ท่านสมาชิก|ออเดอร์|หมดอายุ|ล้มเหลว|เครดิต|กระเป๋าเงิน|แอดมิน|โปรด|อีเมล์|ลิ้งค์"
)
PLAIN_SPACE_BEFORE_UNIT = re.compile(rf"(?:\}}|\d) (?:{UNITS})")


@pytest.fixture(scope="module")
def texts():
    return [message for message in collect_texts.catalog() if message.id]


def thai_of(message):
    """The Thai of a phrase, in each of its forms."""
    return message.string if isinstance(message.string, tuple) else (message.string,)


def english_of(message):
    return message.id if isinstance(message.id, tuple) else (message.id,)


class TestThai:
    def test_is_there_for_every_phrase_in_the_sources_and_for_no_other(self):
        kept = collect_texts.catalog()

        in_sources = set(collect_texts.phrases())

        assert {(message.context, message.id) for message in kept if message.id} == in_sources
        assert not kept.obsolete

    def test_is_complete(self, texts):
        missing = [message.id for message in texts if not all(thai_of(message))]

        assert not missing, "run: python tests/collect_texts.py, then write the Thai"

    def test_is_nowhere_a_guess(self, texts):
        assert not [message.id for message in texts if message.fuzzy]

    def test_has_the_placeholders_of_the_english(self, texts):
        for message in texts:
            wanted = set(PLACEHOLDER.findall(english_of(message)[-1]))
            # A singular may leave its number out.
            for thai in thai_of(message):
                assert set(PLACEHOLDER.findall(thai)) >= wanted, message.id
                assert set(PLACEHOLDER.findall(thai)) <= wanted | {"{n}"}, message.id

    def test_marks_politeness_instead_of_choosing_a_voice(self, texts):
        bare = [
            thai for message in texts for thai in thai_of(message) if BARE_PARTICLE.search(thai)
        ]

        assert not bare

    def test_is_polite_once_at_the_end(self, texts):
        for message in texts:
            for thai in thai_of(message):
                assert thai.count("⟨") <= 1, thai
                assert "⟨" not in thai or thai.endswith(("⟨ค่ะ⟩", "⟨คะ⟩", "⟨นะคะ⟩")), thai

    def test_holds_no_latin_word_but_names_and_known_abbreviations(self, texts):
        for message in texts:
            for thai in thai_of(message):
                words = re.findall(r"[A-Za-z][A-Za-z0-9]*", PLACEHOLDER.sub("", thai))

                assert set(words) <= LATIN_IN_THAI, thai

    def test_keeps_a_number_together_with_its_unit(self, texts):
        apart = [
            thai
            for message in texts
            for thai in thai_of(message)
            if PLAIN_SPACE_BEFORE_UNIT.search(thai)
        ]

        assert not apart

    def test_avoids_words_that_were_ruled_out(self, texts):
        found = [thai for message in texts for thai in thai_of(message) if AVOIDED.search(thai)]

        assert not found


class TestCompiledThai:
    def test_is_what_the_texts_say(self):
        fresh = gettext.GNUTranslations(io.BytesIO(collect_texts.compiled(collect_texts.catalog())))

        with collect_texts.THAI.with_suffix(".mo").open("rb") as kept:
            compiled = gettext.GNUTranslations(kept)

        assert _phrases_in(compiled) == _phrases_in(fresh)


class TestCollecting:
    def test_finds_phrases_of_templates(self):
        template = (
            '<p title="{% translate "Open link" %}">{% translate \'It is "here"\' %}</p>\n'
            "  {% blocktranslate count n=n %}{{ n }} file{% plural %}{{ n }} files"
            "{% endblocktranslate %}"
        )

        found = list(collect_texts.calls_in(template))

        assert ("gettext", ("Open link",)) in found
        assert ("gettext", ('It is "here"',)) in found
        assert ("ngettext", ("%(n)s file", "%(n)s files")) in found

    def test_would_write_what_is_kept(self):
        fresh, kept = collect_texts.collected(), collect_texts.catalog()

        assert {one.id: one.string for one in fresh if one.id} == {
            one.id: one.string for one in kept if one.id
        }


def _phrases_in(translations):
    return {key: said for key, said in translations._catalog.items() if key}
