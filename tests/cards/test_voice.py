"""Language, voice, and the filling in of phrases."""

import pytest
from django.utils import translation

from chapwai import cards
from chapwai.cards.voice import gettext, ngettext, without_particle

RELEASED = "{no} is open again. Whoever has it, please take it."
TAKEN = "{sup} has it. No time can be told yet."
OWN = "{no} is {lib}'s own request. Others will answer."
ASKED = "All {n} libraries were asked."


@pytest.fixture(autouse=True)
def thai_for_women():
    with cards.tone(language="th", voice="kha"):
        yield


class TestTone:
    @pytest.mark.parametrize(
        ("voice", "ending"),
        [("kha", "รับต่อได้เลยค่ะ"), ("khrap", "รับต่อได้เลยครับ"), ("neutral", "รับต่อได้เลย")],
    )
    def test_ends_sentences_in_the_voice_of_the_network(self, voice, ending):
        with cards.tone(language="th", voice=voice):
            said = gettext(RELEASED, no="A123")

        assert said.endswith(ending)

    def test_speaks_english_without_particles(self):
        with cards.tone(language="en", voice="kha"):
            said = gettext(RELEASED, no="A123")

        assert said == "A123 is open again. Whoever has it, please take it."

    def test_leaves_language_and_voice_as_they_were(self):
        with cards.tone(language="en", voice="neutral"):
            pass

        assert translation.get_language() == "th"
        assert gettext(RELEASED, no="A123").endswith("ค่ะ")

    def test_refuses_a_voice_that_nobody_has(self):
        with pytest.raises(ValueError, match="shout"), cards.tone(language="th", voice="shout"):
            pass


class TestGettext:
    def test_sets_a_latin_name_off_from_thai(self):
        assert gettext(TAKEN, sup="Hilltop").startswith("Hilltop รับแล้ว")
        assert "คำขอของ Hilltop เอง" in gettext(OWN, no="A123", lib="Hilltop")

    def test_lets_a_thai_name_run_on(self):
        assert gettext(TAKEN, sup="ฮิลล์ท็อป").startswith("ฮิลล์ท็อปรับแล้ว")

    def test_puts_no_space_before_a_particle(self):
        said = gettext("You asked for this on {when}: {no}.", when="วันนี้", no="A123")

        assert said.endswith("A123ค่ะ")

    def test_takes_nothing_in_a_value_for_its_own(self):
        said = gettext(TAKEN, sup="{no} ⟨ค่ะ⟩ %s")

        assert said.startswith("{no} ⟨ค่ะ⟩ %s")


class TestNgettext:
    def test_counts(self):
        with cards.tone(language="en", voice="kha"):
            one = ngettext("The only other library was asked.", ASKED, 1)
            many = ngettext("The only other library was asked.", ASKED, 60)

        assert one == "The only other library was asked."
        assert many == "All 60 libraries were asked."


class TestWithoutParticle:
    @pytest.mark.parametrize("particle", ["ค่ะ", "คะ", "นะคะ", "ครับ", "นะครับ", ""])
    def test_takes_the_particle_off_the_end_alone(self, particle):
        assert without_particle(f"คะแนนครบแล้ว{particle}") == "คะแนนครบแล้ว"
