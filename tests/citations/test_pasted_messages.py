"""Messages with several references, and references in several lines."""

import random
import time

import pytest

from chapwai.citations.references import describe_text

SLEEP = "Fernhill AB, Stonebrook C. Quiet rooms and sleep. J Imag Sleep. 2019;12(3):412-9."
NOISE = "Marsh D. The noise of towns at night. Ann Noise. 2020;5:17-21."


def journals_in(text):
    return [found.journal for found in describe_text(text)]


class TestSeveralReferences:
    @pytest.mark.parametrize(
        "text",
        [
            f"1. {SLEEP}\n2. {NOISE}",
            f"[1] {SLEEP}\n[2] {NOISE}",
            f"{SLEEP}\n\n{NOISE}",
            f"{SLEEP}\n{NOISE}",
            f"ขอ 2 เรื่องนี้ค่ะ\n{SLEEP}\n{NOISE}\nขอบคุณค่ะ",
            f"Could you find these two please?\n\n1. {SLEEP}\n2. {NOISE}\n\nThank you",
        ],
    )
    def test_are_described_one_by_one(self, text):
        assert journals_in(text) == ["J Imag Sleep", "Ann Noise"]

    def test_are_completed_by_the_identifier_on_the_next_line(self):
        first, second = describe_text(f"{SLEEP}\nPMID: 30000011\n{NOISE}\n10.5555/an.17")

        assert (first.journal, first.pmids) == ("J Imag Sleep", ("30000011",))
        assert (second.journal, second.dois) == ("Ann Noise", ("10.5555/an.17",))


class TestOneReference:
    @pytest.mark.parametrize(
        "text",
        [
            SLEEP.replace(". J", ".\nJ"),
            SLEEP.replace("C. Q", "C.\nQ").replace(". J", ".\nJ"),
            "Quiet rooms and sleep\n\nFernhill AB, Stonebrook C\n\nJ Imag Sleep. 2019;12(3):412-9",
            f"ขอเรื่องนี้ค่ะ\n\n{SLEEP}",
            f"{SLEEP}\n\nThanks in advance!",
        ],
    )
    def test_may_stand_on_several_lines(self, text):
        (found,) = describe_text(text)

        assert found.title == "Quiet rooms and sleep"
        assert found.journal == "J Imag Sleep"


SCRAPS = [
    *"()[]:;.,?!-/&'\"∫ν\n",
    *(
        "2019",
        "12",
        "1.",
        "e1",
        "l",
        "Il",
        "O",
        "AB",
        "Smith",
        "Jr",
        "and",
        "et al",
        "phase",
        "Suppl",
    ),
    *("ก", "สมหญิง", "และคณะ", "ปีที่", "é", "\u200b", "doi:", "10.5555/a", "PMID:", "http://", "\n\n"),
]


class TestNonsense:
    def test_does_no_harm(self):
        chance = random.Random(1)

        for _ in range(300):
            scraps = chance.choices(SCRAPS, k=chance.randint(1, 60))
            describe_text(chance.choice(("", " ")).join(scraps))


class TestLongMessages:
    @pytest.mark.parametrize(
        "text", ["a\n\n" * 30_000, "1. 2019\n" * 12_500, f"{SLEEP}\n" * 1_200, "2019 " * 20_000]
    )
    def test_are_read_within_a_second(self, text):
        describe_text(SLEEP)

        started = time.process_time()
        describe_text(text)

        assert time.process_time() - started < 1
