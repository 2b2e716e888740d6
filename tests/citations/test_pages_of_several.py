"""Whether a page is about one article or about many, and that neither costs much."""

import time

import pytest

from chapwai.citations.description import Description
from chapwai.citations.layouts import page as layouts
from chapwai.citations.layouts.page import describe_page
from tests.citations.typeset import bottom, column, line

TITLE = "Evening tea and the sleep of night nurses: a cohort study"
OTHERS = (
    (
        "Balcony gardens and the length of the night",
        "Marsh D, Oakley E.",
        "Gard Health. 2021;4(2):88-94.",
    ),
    ("Reading aloud on the ward after midnight", "Vale I, Brook B.", "Appl Quiet. 2020;7(1):1-9."),
    ("Rain, routine and rest in invented towns", "Yew B, Quarry L.", "Imag Care. 2018;3(1):12-20."),
)


def listed(*, top, left=40, large=22):
    lines = []
    for title, names, source in OTHERS:
        lines += column([title], left=left, top=top, size=large)
        lines += column([names, source], left=left, top=bottom(lines), size=16)
        top = bottom(lines) + 30
    return lines


def article(*, size=36):
    lines = column(["Imag J Nurs. 2019 Mar;12(3):412-419. doi: 10.5555/ijn.2019.412"], size=18)
    lines += column(
        ["Evening tea and the sleep of night", "nurses: a cohort study"], top=90, size=size
    )
    lines += column(["Anna Fernhill, Carl Stonebrook"], top=bottom(lines) + 10, size=20)
    return lines + column(["PMID: 30000011"], top=bottom(lines) + 60, size=18)


class TestPhone:
    def test_shows_two_hits_though_the_summary_of_one_could_be_a_title(self, monkeypatch):
        lines = []
        for title, names, source in OTHERS[:2]:
            top = bottom(lines) + 40 if lines else 80
            lines += column([title.replace(" and", "")], top=top, size=40)
            lines += column([names, source, "Sleep fell with rain"], top=bottom(lines), size=30)
        first_source, *summary_and_hit = lines[2:7]
        mistaken = Description(
            title="Sleep fell with rain",
            authors=("Vale I",),
            dois=("10.5555/aq.7.1",),
            lines=(*summary_and_hit, first_source),
        )
        monkeypatch.setattr(layouts, "SINGLE_READERS", (lambda lines: mistaken,))

        found = describe_page([*lines, line("Sleep fell with rain", top=5, size=60)])

        assert [item.volume for item in found] == ["4", "7"]


class TestReferencesUnderALargeHeading:
    def test_are_not_its_article_though_it_was_given_the_names_of_one(self, monkeypatch):
        lines = column(["What the authors have drawn upon"], size=48)
        for title, names, source in OTHERS:
            lines += column([f"{names} {title}.", source], top=bottom(lines) + 20, size=18)
        mistaken = Description(
            title="What the authors have drawn upon",
            authors=("Vale, I", "Brook, B"),
            dois=("10.5555/aq.7.1",),
            volume="7",
            lines=(lines[0], lines[3]),
        )
        monkeypatch.setattr(layouts, "SINGLE_READERS", (lambda lines: mistaken,))

        found = describe_page(lines)

        assert [item.volume for item in found] == ["4", "7", "3"]


class TestPrintedContents:
    def test_are_of_their_articles_and_not_of_the_journal_above_them(self):
        lines = column(["Anales de Reposo Imaginario"], left=300, top=10, size=48)
        lines += column(["Volume 12 Number 3 March 2019"], left=350, top=78, size=24)
        lines += column(["CONTENTS"], top=140, size=24)
        numbers = []
        for (title, _, _), page in zip(OTHERS, ("178", "187", "213"), strict=True):
            lines += column([title], top=bottom(lines) + 20, size=22)
            lines += column(["Anna Fernhill, Carl Stonebrook"], top=bottom(lines) + 4, size=20)
            numbers.append(line(page, left=900, top=lines[-1].box.top, size=20))

        found = describe_page(sorted([*lines, *numbers], key=lambda one: one.box.middle))

        assert [item.title for item in found] == [title for title, _, _ in OTHERS]
        assert {(item.volume, item.year) for item in found} == {("12", "2019")}


class TestChat:
    def test_is_read_message_by_message(self):
        lines = [line("Hello! One more", size=24), line("09:14", left=400, top=80, size=14)]
        lines += column(
            ["Marsh D, Oakley E. Balcony gardens.", "Gard Health. 2021;4(2):88-94."], top=160
        )
        lines += [line("Read 09:20", left=420, top=260, size=14)]

        (found,) = describe_page(lines)

        assert (found.title, found.authors) == ("Balcony gardens", ("Marsh D", "Oakley E"))

    @pytest.mark.parametrize("time", ["09:14", "09.14", "9.14 PM"])
    def test_shows_the_time_in_many_ways(self, time):
        lines = [line("Hello! One more", size=24), line(time, left=400, top=80, size=14)]
        lines += column(["Marsh D. Balcony gardens.", "Gard Health. 2021;4(2):88-94."], top=160)
        lines += [line("Read 09:20", left=420, top=260, size=14)]

        (found,) = describe_page(lines)

        assert found.title == "Balcony gardens"

    def test_is_read_message_by_message_with_a_time_between_two(self):
        lines = [line("This article:", top=40), line("09:14", left=200, top=58, size=12)]
        lines += column(["Marsh D. Balcony gardens. Gard", "Health. 2021;4(2):88-94."], top=72)
        lines += [line("Read 9:20 PM", left=420, top=140, size=14)]

        (found,) = describe_page(lines)

        assert found.authors == ("Marsh D",)

    def test_does_not_take_the_end_of_an_address_for_a_time(self):
        lines = [
            line("09:14", left=400, top=80, size=14),
            line("09:15", left=400, top=290, size=14),
        ]
        lines += column(
            [
                "Marsh D. Balcony gardens. Gard",
                "Health. 2021;4(2):88-94.",
                "doi:10.5555/gh.20",
                "22.24",
            ],
            top=160,
        )

        assert [found.dois for found in describe_page(lines)] == [()]


class TestDescribePage:
    def test_is_about_the_article_whose_page_lists_others_below(self):
        lines = article()
        lines += listed(top=bottom(lines) + 60)

        (found,) = describe_page(lines)

        assert (found.title, found.dois) == (TITLE, ("10.5555/ijn.2019.412",))

    def test_is_about_the_article_whose_page_lists_others_beside(self):
        lines = sorted(
            [*article(), *listed(top=60, left=1200, large=18)], key=lambda one: one.box.middle
        )

        (found,) = describe_page(lines)

        assert found.title == TITLE

    def test_is_about_one_article_whatever_reads_it_as_a_list_of_itself(self, monkeypatch):
        lines = article()
        tabs = line("Article Authors Metrics", top=bottom(lines) + 30, size=34)
        twice = [
            Description(title=f"RESEARCH {TITLE}", lines=(lines[3],)),
            Description(title=TITLE, lines=(tabs,)),
        ]
        monkeypatch.setattr(layouts, "read_result_list", lambda lines: twice)

        (found,) = describe_page(lines)

        assert (found.title, found.volume) == (TITLE, "12")

    def test_is_about_the_reference_that_a_slide_gives_for_its_words(self):
        lines = column(["Night nurses sleep longer", "if they drink tea"], size=40)
        lines += column(["• Tea helped in all four wards", "• No harm was seen"], top=220, size=26)
        source = ["Ref: Fernhill AB, Marsh D. Balcony gardens and the night. Imag Care [Internet]."]
        source += ["2019 Mar [cited 2024 May 3];12(3):412-9. doi: 10.5555/ic.2019.412"]

        (found,) = describe_page([*lines, *column(source, top=500, size=16)])

        assert found.title == "Balcony gardens and the night"
        assert found.authors == ("Fernhill AB", "Marsh D")
        assert (found.year, found.volume, found.pages) == ("2019", "12", "412-419")

    def test_is_about_the_references_on_a_slide_whose_heading_is_misread(self):
        first = [
            "• Fernhill A, Marsh D, Oakley E, et al. Balcony gardens and the length of the night, "
            "2016-2020. Imag Care.",
            "2019;12(3):412-419. doi:10.5555/ic.2019.412",
        ]
        second = [
            "van den Vale D, Brook BL. Reading aloud on the ward after midnight. Appl Quiet. "
            "2020;7(1):11-",
            "19. doi:10.5555/aq.2020.11",
        ]
        heading = line("lonansó1v5v", top=57, size=50)

        found = describe_page(
            [heading, *column(first, top=163, size=18), *column(second, top=242, size=18)]
        )

        assert [item.volume for item in found] == ["12", "7"]
        assert found[0].authors == ("Fernhill A", "Marsh D", "Oakley E")

    def test_is_about_all_that_a_list_shows(self):
        found = describe_page(listed(top=40))

        assert [item.title for item in found] == [title for title, _, _ in OTHERS]

    def test_is_about_all_that_a_list_shows_under_a_large_heading(self):
        lines = column(["312 results for evening tea"], size=40)
        lines += listed(top=140)

        assert len(describe_page(lines)) == 3

    def test_is_about_the_hits_though_a_title_ends_with_the_word_for_references(self):
        lines = column(["A review of the"], top=10, size=22)
        lines += column(["literature"], top=bottom(lines), size=22)
        lines += column(["Dale L.", "Imag Care. 2017;2(1):2-9."], top=bottom(lines), size=16)

        found = describe_page([*lines, *listed(top=bottom(lines) + 30)])

        assert [item.volume for item in found] == ["2", "4", "7", "3"]

    def test_is_about_references_rather_than_hits_with_the_dois_of_several(self, monkeypatch):
        names = ["Marsh D. and Oakley E.", "Vale I. and Brook B.", "Yew B. and Quarry L."]
        lines, top = [], 40
        for number, (first, (title, _, _)) in enumerate(zip(names, OTHERS, strict=True), 2):
            rows = [
                f"{first} et al. (201{number})",
                f"'{title}', Gardens of",
                f"Care, {number}(3), pp. 12-19. Available at:",
                f"https://doi.org/10.5555/gc.201{number}.412 (Accessed: 12 March 2024).",
            ]
            lines += column(rows, top=top, size=20)
            top = bottom(lines) + 20
        dois = ("10.5555/gc.2012.412", "10.5555/gc.2013.412")
        mistaken = [Description(authors=("Marsh D.",), dois=dois, lines=(lines[0], lines[4]))]
        monkeypatch.setattr(layouts, "read_result_list", lambda lines: mistaken)

        found = describe_page(lines)

        assert [item.volume for item in found] == ["2", "3", "4"]

    def test_does_not_take_a_label_over_an_item_for_a_title(self):
        lines = column(["ARTICLE 1"], size=34)
        lines += listed(top=90)

        assert len(describe_page(lines)) == 3

    @pytest.mark.parametrize("heading", ["References", "Works cited", "Selected references (3)"])
    def test_is_about_the_references_under_their_heading(self, heading):
        lines = column([heading], size=34)
        lines += column(
            [
                f"{n}. {names} {title}. {source}"
                for n, (title, names, source) in enumerate(OTHERS, 1)
            ],
            top=100,
            size=18,
        )

        assert [item.title for item in describe_page(lines)] == [title for title, _, _ in OTHERS]

    def test_is_about_references_without_a_heading_if_their_titles_run_on(self):
        lines, top = [], 40
        for number, first in enumerate(["Marsh D, Oakley E", "Vale I, Brook B", "Yew B, Quarry L"]):
            lines += column([f"10{number}. {first},"], top=top, size=18)
            rest = [
                "Fernhill AB, Grey CD, et al. Balcony",
                "gardens and the length of the night",
                "in towns. Gard Health Med.",
                "2007;13:88-94. doi: 10.5555/93-",
                f"412.{number}5",
            ]
            lines += column(rest, left=70, top=bottom(lines), size=18)
            top = bottom(lines) + 8

        assert [item.authors[0] for item in describe_page(lines)] == ["Marsh D", "Vale I", "Yew B"]

    @pytest.mark.parametrize(
        "text",
        [
            "1. " * 30_000,
            "Fernhill A, " * 9_000,
            "2019;12(3):" * 9_000,
            "Vol. 12 No. 3 " * 7_000,
            "10.5555/" + "a-" * 50_000,
            "Journal of " * 9_000,
            "a - " * 25_000,
            "[PDF] " * 17_000,
            "Fernhill A - J, 2019 - x cited by 3 " * 3_000,
        ],
    )
    def test_reads_hostile_lines_in_time_that_grows_with_them(self, text):
        lines = [text[place : place + 300] for place in range(0, 6_000, 300)]
        started = time.process_time()

        describe_page(column([text, *lines, "Cited by 3"]))

        assert time.process_time() - started < 2
