"""A title and nothing else is a request; talk that resembles one is not."""

import pytest

from chapwai.citations.references import describe_text
from chapwai.citations.references.title_alone import title_alone


class TestTitleAlone:
    @pytest.mark.parametrize(
        "text",
        [
            "Effects of quiet rooms on the sleep of older adults: a randomized controlled trial",
            "Prevalence of cold hands among night nurses in northern towns",
            "ผลของการนวดเท้าต่อคุณภาพการนอนหลับในผู้สูงอายุ",
        ],
    )
    def test_is_guessed_to_be_an_article(self, text):
        (found,) = describe_text(text)

        assert found.title == text
        assert found.guessed == {"title"}

    def test_leaves_out_the_stop_of_the_sentence(self):
        assert title_alone("Impact of rain on garden walks.") == "Impact of rain on garden walks"

    @pytest.mark.parametrize(
        "text",
        [
            "Please send me the systematic review on sleep that we discussed",
            "The effect of the power cut on our opening hours this week",
            "Working hours of the library during the holidays",
            "Annual report of the library and its plans for the coming year",
            "Prevalence of errors",
            "ผลของการประชุมเมื่อวานจะส่งให้พรุ่งนี้นะคะ",
            "รายงานผลการดำเนินงานประจำปีงบประมาณ 2567 ห้องสมุดคณะแพทยศาสตร์",
        ],
    )
    def test_is_not_seen_in_what_people_say(self, text):
        assert title_alone(text) is None

    def test_is_not_looked_for_beside_a_reference(self):
        (found,) = describe_text(
            "Effects of quiet rooms on sleep: a randomized trial. J Imag Sleep. 2019;12(3):412-9."
        )

        assert found.journal == "J Imag Sleep"
        assert not found.guessed
