"""Pages of articles at their publishers, and first pages of PDFs, as lines with their places."""

import pytest

from chapwai.citations.layouts.articles.publisher import read_publisher
from chapwai.citations.layouts.page import describe_page
from tests.citations.page_lines import beside, page

TITLE = "Watering the garden by hand and the length of sleep"
REST = "in older adults: a cohort study"
NAMES = "Anna B Fernhill1, Carl Stonebrook2, Diego Marsh1"
TEXT = [
    ("people who keep a diary of their garden seem to sleep longer than others", 16),
    ("we asked whether watering by hand explains the difference in a cohort of", 16),
    ("adults who were followed for seven years in twelve invented provinces and", 16),
]
ABSTRACT = [30, ("Abstract", 22), 10, *TEXT]


def article(*, above=(), below=(), title=(TITLE, REST), names=(NAMES,)):
    """A page with the rows above its title and those below its authors."""
    return page(
        *above,
        16,
        *((line, 28) for line in title),
        16,
        *((line, 17) for line in names),
        16,
        *below,
        *ABSTRACT,
    )


def numbers_of(found):
    return found.journal, found.year, found.volume, found.issue, found.pages


class TestArticlePage:
    def test_gives_title_and_authors(self):
        found = read_publisher(article(below=[("https://doi.org/10.5555/jis.2019.412", 14)]))

        assert found.title == f"{TITLE} {REST}"
        assert found.authors == ("Anna B Fernhill", "Carl Stonebrook", "Diego Marsh")
        assert found.dois == ("10.5555/jis.2019.412",)

    @pytest.mark.parametrize(
        ("above", "below", "numbers"),
        [
            (
                [("Imaginary Sleep", 24), ("Volume 12, Issue 3, March 2019, Pages 412-419", 14)],
                [],
                ("Imaginary Sleep", "2019", "12", "3", "412-419"),
            ),
            (
                [],
                [("Imaginary Sleep volume 12, pages 412-419 (2019) | Cite this article", 14)],
                ("Imaginary Sleep", "2019", "12", None, "412-419"),
            ),
            (
                [],
                [
                    (
                        "Imag Sleep 2019;12:412-9 doi: https://doi.org/10.5555/is.19 (In",
                        14,
                    ),
                    ("22 July 2019)", 14),
                ],
                ("Imag Sleep", "2019", "12", None, "412-419"),
            ),
            (
                [],
                [("Imaginary Sleep, Volume 12, Issue 3, 5 March 2019, dmz123,", 14)],
                ("Imaginary Sleep", "2019", "12", "3", "dmz123"),
            ),
            (
                [],
                [("Imag Sleep. 2019;12(3):412-9. doi:10.5555/jis.2019.412", 14)],
                ("Imag Sleep", "2019", "12", "3", "412-419"),
            ),
            (
                [],
                [("Imaginary Sleep 2019, 12(3), 412; https://doi.org/10.5555/is12", 14)],
                ("Imaginary Sleep", "2019", "12", "3", "412"),
            ),
            (
                [],
                [("Cite this as: Imag Sleep 2019;12:e412", 14)],
                ("Imag Sleep", "2019", "12", None, "e412"),
            ),
            (
                [("Imaginary Sleep", 24)],
                [("Volume 12, Issue 3", 14), ("March 2019", 14), ("Pages 412-419", 14)],
                ("Imaginary Sleep", "2019", "12", "3", "412-419"),
            ),
            (
                [("Home / All Journals / Health / Imaginary Sleep / List of Issues / Vol 12", 14)],
                [("Volume 12, 2019 - Issue 3", 14), ("Pages 412-419 | Received 2 May 2018", 14)],
                ("Imaginary Sleep", "2019", "12", "3", "412-419"),
            ),
            (
                [("Imaginary Sleep 12 (2019) 412-419", 12)],
                [("Received: 3 May 2018; Accepted: 2 January 2019", 10)],
                ("Imaginary Sleep", "2019", "12", None, "412-419"),
            ),
        ],
    )
    def test_gives_journal_and_numbers_in_every_order(self, above, below, numbers):
        found = read_publisher(article(above=above, below=below))

        assert numbers_of(found) == numbers

    @pytest.mark.parametrize(
        ("below", "numbers"),
        [
            (
                [("Imag. Sleep, 10 April 2019", 14), ("Volume 12 - 2019 | 10.5555/is.101", 14)],
                ("Imag. Sleep", "2019", "12", None, None),
            ),
            (
                [("May 2019 · Imaginary Sleep 12(3):412-419", 14)],
                ("Imaginary Sleep", "2019", "12", "3", "412-419"),
            ),
            (
                [("May 2019.Imaginary Sleep12(3):412-419", 14)],
                ("Imaginary Sleep", "2019", "12", "3", "412-419"),
            ),
            (
                [("Published in Imaginary Sleep · 23 January 2019 | Medicine", 14)],
                ("Imaginary Sleep", "2019", None, None, None),
            ),
            (
                [
                    (
                        "Imag. Sleep 12 (3) · Mar 2019 · doi.org/10.5555/is.9 copy · 412-419",
                        14,
                    )
                ],
                ("Imag. Sleep", "2019", "12", "3", "412-419"),
            ),
            (
                [("Imaginary Sleep, 21 Sep 2019", 14), ("12(3):412-419PMID:30000001", 14)],
                ("Imaginary Sleep", "2019", "12", "3", "412-419"),
            ),
        ],
    )
    def test_gives_journal_and_numbers_below_the_names(self, below, numbers):
        found = read_publisher(article(below=[*below, ("doi: 10.5555/is.2019.9", 14)]))

        assert numbers_of(found) == numbers

    @pytest.mark.parametrize(
        ("source", "numbers"),
        [
            ("Imag. Sleep 12:e101. doi: 10.5555/is.101", ("2019", "12", None, "e101")),
            ("Imag. Sleep 2019, Issue 3. Art. No.: CD000101.", ("2019", None, "3", "CD000101")),
        ],
    )
    def test_gives_the_numbers_of_its_own_citation(self, source, numbers):
        cited = [
            (f"Citation: Fernhill AB, Stonebrook C, Marsh D (2019) {TITLE}", 14),
            (f"{REST}. {source}", 14),
        ]

        found = read_publisher(article(below=cited))

        assert (found.year, found.volume, found.issue, found.pages) == numbers

    def test_takes_no_volume_out_of_a_misread_issue(self):
        cited = [
            (f"Citation: Fernhill AB, Stonebrook C (2019) {TITLE}", 14),
            (f"{REST}. Imag. Sleep. 2019:10c3:47-58. doi: 10.5555/is.101", 14),
        ]

        found = read_publisher(article(below=cited))

        assert (found.volume, found.pages) == (None, None)

    def test_takes_numbers_that_reach_under_a_centred_title(self):
        rows = [
            ("Imaginary Sleep", 20, 40),
            (
                "Original Article · Imag. Sleep 12 (3) · 2019 · https://doi.org/10.5555/is.101",
                16,
                40,
            ),
            16,
            ("Watering by hand", 28, 240),
            16,
            (NAMES, 17, 140),
        ]

        found = read_publisher(page(*rows, *ABSTRACT))

        assert (found.volume, found.issue) == ("12", "3")

    @pytest.mark.parametrize(
        "label", ["Original", "Article PDF available", "Randomised Controlled Trial"]
    )
    def test_does_not_join_a_label_in_like_type_to_the_title(self, label):
        found = read_publisher(
            page(
                (label, 24),
                (TITLE, 28),
                (REST, 28),
                16,
                (NAMES, 17),
                ("10.5555/is.9", 14),
                *ABSTRACT,
            )
        )

        assert found.title == f"{TITLE} {REST}"

    def test_may_have_a_title_that_ends_with_years_on_a_line_of_their_own(self):
        found = read_publisher(
            article(title=(f"{TITLE},", "2001-2015"), below=[("10.5555/is.9", 14)])
        )

        assert found.title == f"{TITLE}, 2001-2015"

    def test_gives_the_whole_of_an_abbreviated_journal(self):
        below = [("Original Article • Imag. Infect. Sleep 12 (3) • 2019 • 10.5555/is.101", 14)]

        found = read_publisher(article(below=below))

        assert found.journal == "Imag. Infect. Sleep"

    @pytest.mark.parametrize(
        "source",
        [
            ("Imaginary Sleep, March 2019,", "Volume 12, Issue 3, Pages 412-419"),
            ("May 2019 · Imaginary Sleep", "12(3):412-419"),
            (
                "Published January 22, 2019 | Imaginary",
                "Sleep 2019;12(3):412-419 | DOI: 10.5555/is.9",
            ),
            ("Imaginary Sleep", "Imaginary Sleep 2019;12(3):412-419"),
            ("Fernhill and Stonebrook Imaginary Sleep (2019) 12(3):412-419",),
        ],
    )
    def test_gives_the_journal_alone_wherever_its_line_breaks(self, source):
        rows = [(line, 14) for line in source]

        found = read_publisher(article(below=[*rows, 14, ("10.5555/is.101", 14)]))

        assert numbers_of(found) == ("Imaginary Sleep", "2019", "12", "3", "412-419")

    @pytest.mark.parametrize(
        "above", ["Imaginary Sleep (Mar 2019)", "Imaginary Sleep | Review - Intervention"]
    )
    def test_gives_the_journal_beside_a_date_or_a_kind_over_the_title(self, above):
        found = read_publisher(article(above=[(above, 14)], below=[("10.5555/is.101", 14)]))

        assert found.journal == "Imaginary Sleep"

    def test_gives_issue_and_pages_in_the_order_of_catalogues(self):
        below = [("Imaginary Sleep, 2019-03, Vol.12 (3), p.412-419", 14), ("10.5555/is.1", 14)]

        assert numbers_of(read_publisher(article(below=below)))[1:] == (
            "2019",
            "12",
            "3",
            "412-419",
        )

    @pytest.mark.parametrize("value", ["2049-3630", "20493630"])
    def test_gives_the_issn_beside_its_label(self, value):
        lines = article(below=[("ISSN", 14, 40), ("DOI 10.5555/is.101", 14)])
        label = next(one for one in lines if one.text == "ISSN")

        found = read_publisher(beside(lines, (value, 14), left=200, top=label.box.top))

        assert found.issn == "2049-3630"

    def test_takes_the_journal_over_its_issn(self):
        above = [("A-PORTAL", 26), 20, ("Imaginary Sleep", 20), ("Online ISSN: 2049-3630", 14), 20]
        below = [("OPEN ACCESS", 14), ("2019 Volume 12 Issue 3 Pages 412-419", 14)]

        found = read_publisher(article(above=above, below=below))

        assert found.journal == "Imaginary Sleep"

    def test_takes_no_numbers_of_an_article_beside_it(self):
        lines = beside(
            article(below=[("https://doi.org/10.5555/jis.2019.412", 14)]),
            ("Rain and rest in invented towns", 14),
            ("Fict Garden, Volume 4, Issue 2, 2015, Pages 88-94", 12),
            left=1100,
        )

        found = read_publisher(lines)

        assert (found.volume, found.pages, found.year) == (None, None, None)

    def test_takes_its_own_numbers_from_a_column_beside_it(self):
        lines = beside(article(), ("Volume 12, Issue 3", 14), ("March 2019", 14), left=1100)

        found = read_publisher(lines)

        assert (found.volume, found.issue, found.year) == ("12", "3", "2019")

    def test_takes_no_identifier_of_similar_articles(self):
        lines = page(
            *((line.text, line.box.height) for line in article()),
            20,
            ("Similar articles", 20),
            ("Rain, routine and rest. doi: 10.5555/other.2017", 14),
        )

        assert read_publisher(lines).dois == ()

    def test_takes_a_link_to_the_references_for_no_heading(self):
        lines = beside(
            article(),
            ("Introduction", 14),
            ("References (41)", 14),
            1200,
            ("A footer that is as wide as all of the page is, under everything else", 14),
            left=-40,
            top=10,
        )

        assert read_publisher(lines).title == f"{TITLE} {REST}"

    def test_takes_a_list_of_sections_beside_it_for_no_end_of_the_article(self):
        lines = beside(
            article(below=[("https://doi.org/10.5555/jis.2019.412", 14)]),
            ("Abstract", 14),
            ("References", 14),
            left=1100,
        )

        assert read_publisher(lines).authors[0] == "Anna B Fernhill"

    def test_takes_no_label_menu_or_banner_for_the_title(self):
        lines = article(
            above=[
                ("Annals of Imaginary Sleep Medicine", 30),
                ("Issues More Content Submit About", 20),
                ("Original Article", 28),
            ],
            below=[("https://doi.org/10.5555/jis.2019.412", 14)],
        )

        assert read_publisher(lines).title == f"{TITLE} {REST}"

    def test_does_not_join_what_stands_over_a_label_to_the_title(self):
        over = [("Journal of Imaginary Sleep", 22), ("Education News Jobs Archive", 22)]
        doi = ("https://doi.org/10.5555/jis.2019.412", 14)
        lines = article(above=[*over, ("Article", 24)], title=("Street food",), below=[doi])

        assert read_publisher(lines).title == "Street food"

    def test_may_have_a_title_in_capitals_with_a_list_in_it(self):
        lines = article(title=("Night Markets, Heritage and", "Microcredit After 1997"))

        assert read_publisher(lines).title == "Night Markets, Heritage and Microcredit After 1997"

    @pytest.mark.parametrize("title", ["Asthma", "Street food", "European Sleep Medicine"])
    def test_may_have_a_short_title_over_its_names(self, title):
        doi = ("https://doi.org/10.5555/jis.2019.412", 14)
        lines = article(above=[("Article", 18)], title=(title,), below=[doi])

        assert read_publisher(lines).title == title

    def test_gives_no_year_of_receipt_or_copyright(self):
        lines = article(below=[("Received: 3 May 2018", 12), ("© 2020 The Authors", 12)])

        assert read_publisher(lines).year is None

    def test_gives_the_year_of_publication(self):
        lines = article(below=[("First published: 17 February 2019 | Citations: 4", 12)])

        assert read_publisher(lines).year == "2019"

    def test_gives_the_year_between_the_journal_and_its_numbers(self):
        place = "Imaginary Sleep, April 2019, Volume 12, Issue 3, e802"
        lines = article(below=[(place, 14), ("Copyright © 2018", 14)])

        found = read_publisher(lines)

        assert numbers_of(found) == ("Imaginary Sleep", "2019", "12", "3", "e802")

    def test_is_told_from_the_articles_that_it_lists(self):
        lines = beside(
            article(below=[("Imag Sleep. 2019;12(3):412-9. doi:10.5555/jis.2019.412", 14)]),
            ("Rain and rest in invented towns", 14),
            ("A Oakley, C Marsh - Fict Garden, 2015", 12),
            30,
            ("Quiet rooms of the invented city", 14),
            ("B Brook, D Dale - Noise Lett, 2016", 12),
            left=1100,
        )

        assert [found.title for found in describe_page(lines)] == [f"{TITLE} {REST}"]

    def test_takes_the_journal_below_a_bar_on_which_the_site_names_itself(self):
        lines = article(above=[("Imaginary Sleep", 24)], below=[("Volume 12, Issue 3", 14)])
        bar = beside([], ("Quiet Library", 14), left=40, top=2)
        login = beside([], ("Login", 14), left=900, top=2)
        foot = page(("Quiet Library", 14), top=900)

        found = read_publisher([*bar, *login, *lines, *foot])

        assert found.journal == "Imaginary Sleep"

    @pytest.mark.parametrize("link", ["Contacts", "Archives", "Similar in PubMed"])
    def test_takes_no_link_below_the_banner_for_the_journal(self, link):
        above = [("Imaginary Sleep", 40), 30, (link, 24)]
        below = [("Year : 2019 | Volume : 12 | Issue : 3 | Page : 41-50", 14)]

        found = read_publisher(article(above=above, below=below))

        assert (found.journal, found.year, found.pages) == ("Imaginary Sleep", "2019", "41-50")

    def test_gives_the_journal_without_its_own_abbreviation(self):
        above = [("Imaginary Sleep (Imag Sleep) 2019;12(3):41-50", 14)]

        assert read_publisher(article(above=above)).journal == "Imaginary Sleep"

    @pytest.mark.parametrize(
        "path",
        [
            ["Quiet Press > Journals > Imaginary Sleep > Volume 12"],
            ["Back to Journals » Imaginary Sleep » Volume 12"],
            ["Home > Journals > Imaginary Sleep >", "Volume 12 Issue 3"],
            ["Home , Journals > Imaginary Sleep , Volume 12 Issue 3 > Articles > Article"],
        ],
    )
    def test_takes_the_journal_from_its_path_rather_than_from_over_the_numbers(self, path):
        above = [("Quiet Press", 24), *((step, 14) for step in path)]
        below = [("Published 28 April 2019 Volume 2019:12, Issue 3 Pages 41-50", 14)]

        found = read_publisher(article(above=above, below=below))

        assert numbers_of(found) == ("Imaginary Sleep", "2019", "12", "3", "41-50")

    def test_takes_no_button_over_the_numbers_for_the_journal(self):
        below = [("Tools", 14), ("Volume 12, Issue 3", 14), ("May 2019", 14)]

        found = read_publisher(article(above=[("Imaginary Sleep", 24)], below=below))

        assert found.journal == "Imaginary Sleep"


HEAD = [(TITLE, 28), (REST, 28), 16, (NAMES, 17), 16]


class TestNumbersOfOthers:
    NEARBY = ("Imagined Burns 45(2):231-240", 15)
    FULLER = ("Imagined Wounds 2017;12(1):33-39", 15)

    def test_are_not_taken_for_fuller_ones_than_those_at_the_title(self):
        found = read_publisher(article(below=[self.NEARBY, 150, self.FULLER]))

        assert (found.volume, found.issue, found.pages) == ("45", "2", "231-240")

    def test_are_not_counted_in_the_last_line_of_a_paragraph(self):
        ends = ("one membrane, and on that ward 24(3):12 fell ill", 16)
        found = read_publisher(page(*HEAD, ("https://doi.org/10.5555/is.1", 15), *ABSTRACT, ends))

        assert (found.volume, found.issue, found.pages) == (None, None, None)

    def test_in_a_column_that_lists_several_articles_are_theirs(self):
        own = page(*HEAD, ("https://doi.org/10.5555/bathing.2019.1", 15))
        first = [("Imaginary Burns,", 15), ("Volume 140, 2013, pp. 77-86", 15), 20]
        second = ("Imaginary Wounds, Volume 83, 2010, pp. 814-823", 15)

        listed = read_publisher(beside(own, *first, second, left=900))
        alone = read_publisher(beside(own, *first, left=900))

        assert listed.volume is None
        assert alone.volume == "140"

    def test_below_the_text_that_lists_several_articles_are_theirs(self):
        doi = ("https://doi.org/10.5555/bathing.2019.1", 15)
        below = [40, self.NEARBY, 20, self.FULLER]

        found = read_publisher(page(*HEAD, doi, *ABSTRACT, *below))

        assert (found.volume, found.pages) == (None, None)

    @pytest.mark.parametrize("count", [2, 3, 4])
    def test_below_the_text_do_not_become_the_page(self, count):
        cards = [
            row
            for n in range(count)
            for row in (
                30,
                (f"Silver dressings for burns of the {n + 2}nd degree", 15),
                ("Mia Ridge, Tomas Glen", 15),
                (f"Imaginary Wounds, Vol. {12 + n}, No. 1 (2017), pp. 33-39", 15),
                (f"https://doi.org/10.5555/imw.2017.{120 + n}", 15),
            )
        ]
        lines = page(*HEAD, ("First published: 4 June 2021", 15), *ABSTRACT, 60, *cards)

        (found,) = describe_page(lines)

        assert found.title == f"{TITLE} {REST}"
        assert (found.volume, found.pages) == (None, None)
        assert len(found.dois) == count

    def test_of_its_own_may_stand_right_below_a_title_of_many_words(self):
        title = "On how the watering of a garden by hand changes the sleep of adults"
        found = read_publisher(page((title, 20), ("Imag Burns 45(2):231-240", 17), (NAMES, 17)))

        assert (found.volume, found.pages) == ("45", "231-240")

    def test_side_by_side_are_of_neither_card(self):
        lines = page(*HEAD, ("https://doi.org/10.5555/bathing.2019.1", 15), 120, self.NEARBY)
        cards = beside(lines, self.FULLER, left=700, top=lines[-1].box.top)
        found = read_publisher(cards)

        assert (found.volume, found.issue, found.pages) == (None, None, None)

    @pytest.mark.parametrize(
        "pointer",
        [
            "Linked editorial: Imag Med 2019;12:h6600",
            "Now published in Imaginary Sleep doi: 10.5555/other.2019.1",
            "Correction to: Imag Med https://doi.org/10.5555/other.2019.1",
        ],
    )
    def test_are_on_a_line_that_points_at_another_article(self, pointer):
        own = ("Imag Med 2019;12 doi: 10.5555/bathing.2019.1", 15)
        found = read_publisher(article(below=[own, 40, (pointer, 15)]))

        assert (found.volume, found.pages, found.dois) == ("12", None, ("10.5555/bathing.2019.1",))

    def test_are_none_where_a_title_begins_like_a_pointer(self):
        found = read_publisher(
            article(
                title=("Comment on the 5-year results of watering by hand",),
                below=[("https://doi.org/10.5555/bathing.2019.1", 15)],
            )
        )

        assert found.title == "Comment on the 5-year results of watering by hand"

    @pytest.mark.parametrize(
        "heading",
        ["Readers also liked", "Similar research", "Read next", "Also in this issue", "See also"],
    )
    def test_are_below_a_heading_that_says_so(self, heading):
        doi = ("https://doi.org/10.5555/bathing.2019.1", 15)
        others = [30, (heading, 18), ("Silver dressings for burns", 15), self.FULLER]
        found = read_publisher(page(*HEAD, doi, *others))

        assert (found.volume, found.pages, found.dois) == (None, None, ("10.5555/bathing.2019.1",))


class TestAuthors:
    @pytest.mark.parametrize(
        "names",
        [
            ("Anna B Fernhill, MD, PhD1; Carl Stonebrook, RN2; Diego Marsh, MSc",),
            ("by Anna B Fernhill 1, Carl Stonebrook 2 and Diego Marsh 1,*",),
            ("Anna B Fernhillª, Carl Stonebrookb, Diego Marsh c",),
            ("Anna B Fernhill, Carl", "Stonebrook & Diego Marsh"),
            ("Anna B Fernhill iD, Carl Stonebrook, Diego Marsh Author Notes",),
            ("Anna B Fernhill, Carl Stonebrook, and Diego Marsh View all", "authors and more"),
            (
                "Authors of this article: Anna B Fernhill1, MD, PhD; Carl",
                "Stonebrook2; Diego Marsh",
            ),
            ("Anna B Fernhill [ID], Carl Stonebrook [iD] and Diego Marsh (iD)",),
            ("Anna B Fernhill, Carl Stonebrook", "[ID] and Diego Marsh"),
        ],
    )
    def test_are_given_without_what_stands_around_them(self, names):
        found = read_publisher(article(names=names, below=[("doi:10.5555/jis.2019.412", 14)]))

        assert found.authors == ("Anna B Fernhill", "Carl Stonebrook", "Diego Marsh")

    def test_may_stand_below_labels_and_numbers(self):
        lines = page(
            (TITLE, 28),
            16,
            ("Research | Open access | Published: 05 March 2019", 14),
            ("Volume 12, article number 412, (2019)", 14),
            ("Cite this article", 14),
            10,
            (NAMES, 17),
            *ABSTRACT,
        )

        assert len(read_publisher(lines).authors) == 3

    @pytest.mark.parametrize(
        ("under", "authors"),
        [
            ("Department of Gardens, University of Lakeside", ("Anna B Fernhill",)),
            ("Show the details of this author", ()),
        ],
    )
    def test_may_be_one_over_an_address_below_a_date(self, under, authors):
        dated = ("Published online by the Quiet Press: 12 December 2019", 14)

        names = [dated, ("Anna B Fernhill", 17), (under, 14)]
        found = read_publisher(page((TITLE, 28), 16, *names, ("doi:10.5555/jis.2019.412", 14)))

        assert found.authors == authors

    def test_are_no_address_that_was_misread_over_another(self):
        dated = ("Published online by the Quiet Press: 12 December 2019", 14)
        garbled = ("Departmentof Wardn Gardns.UnvestyLake SideLke Side", 14)
        address = ("Department of Gardens, University of Lakeside", 14)

        doi = ("doi:10.5555/jis.2019.412", 14)
        found = read_publisher(page((TITLE, 28), 16, dated, garbled, address, doi))

        assert found.authors == ()

    def test_do_not_go_on_with_their_addresses(self):
        lines = article(below=[("1 Department of Gardens, University of Lakeside, Lakeside", 12)])

        assert len(read_publisher(lines).authors) == 3

    def test_are_taken_from_the_own_citation_if_the_list_leaves_some_out(self):
        citation = [
            ("Citation: Fernhill AB, Stonebrook C, Oakley P, Marsh D (2019) Watering the", 13),
            ("garden by hand and the length of sleep. Imag Sleep 12(3): e101.", 13),
        ]
        names = "Anna B Fernhill, Carl Stonebrook, [...], Diego Marsh"
        lines = article(title=("Watering the garden", "by hand"), names=(names,), below=citation)

        found = read_publisher(lines)

        assert found.authors == ("Fernhill AB", "Stonebrook C", "Oakley P", "Marsh D")

    def test_go_on_with_letters_apart_where_a_name_was_broken(self):
        names = ("Anna B Fernhill a b, Carl", "Stonebrook a, Diego Marsh b")

        assert read_publisher(article(names=names)).authors == (
            "Anna B Fernhill",
            "Carl Stonebrook",
            "Diego Marsh",
        )

    def test_may_end_with_a_group_that_they_speak_for(self):
        names = ("Anna B Fernhill, Carl Stonebrook, on behalf of the REST Study Group",)

        assert read_publisher(article(names=names)).authors[-1] == "REST Study Group"

    def test_end_with_the_one_behind_the_word_and(self):
        names = ("Anna B Fernhill, Carl Stonebrook", "and Diego Marsh")

        assert read_publisher(article(names=names)).authors == (
            "Anna B Fernhill",
            "Carl Stonebrook",
            "Diego Marsh",
        )

    def test_go_on_below_an_initial_or_a_comma_that_was_broken_off(self):
        names = ("Anna B Fernhill, Carl S.", "Stonebrook, Diego Marsh", "网, Ben Oakley")

        assert read_publisher(article(names=names)).authors == (
            "Anna B Fernhill",
            "Carl S. Stonebrook",
            "Diego Marsh",
            "Ben Oakley",
        )

    def test_may_stand_a_line_each_and_far_apart_below_their_label(self):
        names = [
            ("Authors:", 17),
            ("Anna B. Fernhill", 17),
            20,
            ("Li Wu", 17),
            20,
            ("Diego Marsh", 17),
        ]

        found = read_publisher(
            page((TITLE, 28), 16, ("10.5555/is.9", 14), *names, 20, ("Show all", 17), *ABSTRACT)
        )

        assert found.authors == ("Anna B. Fernhill", "Li Wu", "Diego Marsh")

    def test_may_stand_in_a_row_with_nothing_between_them(self):
        names = ("Anna B. Fernhill Li Wu Carl van den Brook José", "María Stone Diego F. Marsh")

        found = read_publisher(article(names=names, below=[("10.5555/is.9", 14)]))

        assert found.authors == (
            "Anna B. Fernhill",
            "Li Wu",
            "Carl van den Brook",
            "José María Stone",
            "Diego F. Marsh",
        )

    def test_may_be_wider_than_a_centred_title(self):
        names = ("Anna Fernhill, MD¹, Carl Stonebrook, PhD², Maria Li", 17, 40)
        title = ("Watering by hand", 28, 140)

        found = read_publisher(
            page(title, 16, names, ("Brook, MD¹", 17, 200), ("10.5555/is.9", 14), *ABSTRACT)
        )

        assert found.authors == ("Anna Fernhill", "Carl Stonebrook", "Maria Li Brook")

    def test_go_on_below_an_initial_without_its_stop(self):
        names = ("Anna B. Fernhill1,2, Carl Stonebrook1, Yuki K", "Marsh3, Li Wu1")

        found = read_publisher(article(names=names, below=[("10.5555/is.9", 14)]))

        assert found.authors[2:] == ("Yuki K Marsh", "Li Wu")

    def test_may_begin_a_line_with_a_surname_like_a_small_word(self):
        names = ("Anna Fernhill, Carl Stonebrook, Pim", "Le, Diego Marsh, Li Wu")

        found = read_publisher(article(names=names, below=[("10.5555/is.9", 14)]))

        assert found.authors[2:] == ("Pim Le", "Diego Marsh", "Li Wu")

    def test_may_be_one_person_turned_round(self):
        found = read_publisher(article(names=("Fernhill, Annaª",), below=[("10.5555/is.9", 14)]))

        assert found.authors == ("Fernhill, Anna",)

    def test_do_not_count_those_that_are_not_shown(self):
        names = ("Anna Fernhill, Carl Stonebrook, Diego Marsh, +12 authors",)

        found = read_publisher(article(names=names, below=[("10.5555/is.9", 14)]))

        assert found.authors == ("Anna Fernhill", "Carl Stonebrook", "Diego Marsh")

    def test_may_end_with_a_group_of_collaborators(self):
        names = ("Anna Fernhill1, Carl Stonebrook2 and Hilltop Registry Collaborators1",)

        found = read_publisher(article(names=names, below=[("10.5555/is.9", 14)]))

        assert found.authors[-1] == "Hilltop Registry Collaborators"


class TestDoi:
    def test_that_a_column_breaks_behind_a_stop_is_put_together(self):
        broken = [("https://doi.org/10.5555/imag.", 12), ("2019.412", 12)]

        assert read_publisher(article(below=broken)).dois == ("10.5555/imag.2019.412",)

    def test_ends_at_the_stop_of_its_sentence(self):
        ended = [("doi: 10.5555/imag.2019.412.", 12), ("2 Hilltop Hospital, Hilltop", 12)]

        assert read_publisher(article(below=ended)).dois == ("10.5555/imag.2019.412",)

    def test_may_end_like_the_beginning_of_another(self):
        lines = article(below=[("https://doi.org/10.5555/3908.2010.1945020", 14)])

        assert read_publisher(lines).dois == ("10.5555/3908.2010.1945020",)

    def test_that_is_broken_is_put_together(self):
        lines = article(below=[("https://doi.org/10.5555/jis-", 14), ("2019-412", 14)])

        assert read_publisher(lines).dois == ("10.5555/jis-2019-412",)

    def test_that_is_broken_is_left_out_without_its_end(self):
        lines = article(below=[("https://doi.org/10.5555/jis-", 14), ("workers were asked", 14)])

        assert read_publisher(lines).dois == ()

    def test_ends_before_a_word_whose_space_was_not_read(self):
        lines = article(below=[("https://doi.org/10.5555/jis.2019.412.Editor: A Brook", 14)])

        assert read_publisher(lines).dois == ("10.5555/jis.2019.412",)

    def test_with_brackets_is_left_out_rather_than_cut(self):
        lines = article(below=[("doi: 10.5555/1150-4951(202211)91:1<519::AID-PWK19>3.0", 14)])

        assert read_publisher(lines).dois == ()


class TestPmid:
    def test_may_be_glued_to_the_pages(self):
        below = [("Imaginary Sleep, 21 Sep 2019", 14), ("12(3):412-419PMID:30000001", 14)]

        assert read_publisher(article(below=below)).pmids == ("30000001",)


class TestBoxForCiting:
    REFERENCE = [
        ("Fernhill AB, Stonebrook C, Marsh D. Watering the garden by", 14),
        ("hand and the length of sleep. Imag Sleep. 2019;12(3):412-9.", 14),
    ]

    def test_is_read_where_the_page_behind_it_cannot_be(self):
        lines = page(("Cite", 20), 10, *self.REFERENCE, 10, ("Copy", 14))

        (found,) = describe_page(lines)

        assert found.title == TITLE
        assert numbers_of(found) == ("Imag Sleep", "2019", "12", "3", "412-419")

    def test_is_read_where_the_button_under_it_looks_like_a_journal(self):
        words = ("reading aloud; heat stroke; quiet rooms", 28)
        buttons = [("Format: NLM", 14), ("Copy", 14)]
        lines = page(words, 60, ("Cite", 14), 10, *self.REFERENCE, 10, *buttons)

        (found,) = describe_page(lines)

        assert (found.title, found.journal) == (TITLE, "Imag Sleep")

    def test_does_not_begin_with_the_names_over_a_link_to_it(self):
        lines = article(
            names=("Anna B. Fernhill & Carl Stonebrook",),
            below=[("Imag Sleep 12, 412-419 (2019) |", 14), ("Cite this article", 14)],
        )

        assert read_publisher(lines).title == f"{TITLE} {REST}"

    def test_does_not_overrule_a_page_that_says_all_itself(self):
        cut = [("Fernhill AB, Stonebrook C, et", 14), ("Rain. Imag Sleep. 2015;1(2):3-4.", 14)]
        source = ("Imag Sleep. 2019;12(3):412-9.", 14)
        lines = article(title=(TITLE,), below=[source, 60, ("Cite this article", 14), *cut])

        assert read_publisher(lines).title == TITLE

    def test_fills_the_gaps_of_the_page(self):
        lines = article(title=(TITLE,), below=[("Cite this article", 14), *self.REFERENCE])

        found = read_publisher(lines)

        assert found.authors[0] == "Anna B Fernhill"
        assert numbers_of(found) == ("Imag Sleep", "2019", "12", "3", "412-419")
