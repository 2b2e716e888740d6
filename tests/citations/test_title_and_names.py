"""Where a title ends and the names below it begin, when their type is nearly alike."""

import pytest

from chapwai.citations.layouts.articles.publisher import read_publisher
from chapwai.citations.layouts.articles.pubmed import read_pubmed
from chapwai.citations.lines import Box, Line
from tests.citations.page_lines import beside, page

SOURCE = ("Imag Sleep. 2019 Mar;12(3):412-9. doi: 10.5555/jis.2019.412.", 20)
TITLE = ("Watering the garden by hand", 30), ("and sleep in older adults", 30)
PMID = ("PMID: 30000011", 20)
TEXT = [
    ("people who keep a diary of their garden seem to sleep longer than others", 16),
    ("we asked whether watering by hand explains the difference in a cohort of", 16),
    ("adults who were followed for seven years in twelve invented provinces and", 16),
]
DOI = ("https://doi.org/10.5555/jis.2019.412", 14)


class TestPubMedPage:
    @pytest.mark.parametrize(
        ("printed", "names"),
        [
            ("Anna B Fernhill1, Carl Stonebrook", ("Anna B Fernhill", "Carl Stonebrook")),
            ("Rosa Fernhill", ("Rosa Fernhill",)),
        ],
    )
    def test_ends_the_title_at_names_in_slightly_smaller_type(self, printed, names):
        lines = page(SOURCE, 8, *TITLE, (printed, 26), ("Affiliations", 20), PMID)

        found = read_pubmed(lines)

        assert found.title == "Watering the garden by hand and sleep in older adults"
        assert found.authors == names

    def test_keeps_a_place_in_the_title_though_it_looks_like_a_name(self):
        title = [TITLE[0], ("and Sleep in", 30), ("Lakeside Harbour", 27)]
        lines = page(SOURCE, 8, *title, 8, ("Anna B Fernhill", 20), ("Affiliations", 20), PMID)

        found = read_pubmed(lines)

        assert found.title == "Watering the garden by hand and Sleep in Lakeside Harbour"
        assert found.authors == ("Anna B Fernhill",)

    def test_does_not_take_a_reference_for_its_source(self):
        reference = [
            ("and the sleep of night nurses: a validation of a model.", 20),
            ("Imag Sleep. 2019;12(3):412-9. doi: 10.5555/jis.2019.412.", 20),
            ("Editor: a person at a desk, University of Lakeside", 20),
        ]

        assert read_pubmed(page(*reference)) is None

    def test_leaves_what_an_archive_says_of_the_manuscript(self):
        said = [
            ("Author manuscript; available in Archive, 2019 May 24.", 18),
            (f"Published in final edited form as: {SOURCE[0]}", 18),
        ]
        lines = page(*said, 8, *TITLE, ("Anna B Fernhill, Carl Stonebrook", 20), PMID)

        found = read_pubmed(lines)

        assert found.title == "Watering the garden by hand and sleep in older adults"
        assert found.journal == "Imag Sleep"


class TestPublisherPage:
    def test_ends_the_title_at_a_short_name_that_stands_off(self):
        lines = page(*TITLE, 14, ("Bo B Li", 26), 8, DOI, 16, ("Abstract", 22), *TEXT)

        found = read_publisher(lines)

        assert found.title == "Watering the garden by hand and sleep in older adults"
        assert found.authors == ("Bo B Li",)

    def test_takes_a_group_below_the_title_for_its_author(self):
        names = ("Lakeside Trial Study Group", 18)
        lines = page(*TITLE, 12, names, 8, DOI, 16, ("Abstract", 22), *TEXT)

        assert read_publisher(lines).authors == ("Lakeside Trial Study Group",)

    def test_ends_the_title_at_a_row_of_names_whose_capitals_make_it_wide(self):
        title = [("Watering the garden by hand and sleep in", 30), ("older adults of Lakeside", 30)]
        row = "Anna Fernhill Ulla B. Stonebrook Diego Marsh"
        names = Line(row, Box(40, 134, 40 + len(row) * 14, 158), 0.98)
        rest = page(DOI, 16, ("Abstract", 22), *TEXT, top=180)

        found = read_publisher([*page(*title), names, *rest])

        assert found.title == "Watering the garden by hand and sleep in older adults of Lakeside"
        assert found.authors == ("Anna Fernhill", "Ulla B. Stonebrook", "Diego Marsh")

    def test_takes_a_group_below_a_title_of_two_words(self):
        title, names = ("Garden asthma", 24), ("Lakeside Trial Study Group", 20)
        below = ("AUTHOR INFO & AFFILIATIONS", 18), ("Imaginary Sleep", 18), DOI
        found = read_publisher(page(title, 8, names, 8, *below, 16, ("Abstract", 22), *TEXT))

        assert found.title == "Garden asthma"
        assert found.authors == ("Lakeside Trial Study Group",)

    def test_keeps_the_end_of_a_list_of_names_out_of_the_title(self):
        names = ("Carl Stonebrook; Diego Marsh; Ulla", 18), ("B. Lind", 27)
        lines = page(("Garden asthma by night", 30), 2, *names, 8, DOI, *TEXT)

        assert read_publisher(lines).title == "Garden asthma by night"

    def test_takes_no_journal_for_the_title_that_its_numbers_follow(self):
        banner = ("Emerging Gardens in Lakeside", 40)
        title, names = ("Sleep by night", 34), ("Carl Stonebrook, Diego Marsh", 18)
        source = ("Emerging Gardens in Lakeside (2019) 12 (3): 412-419.", 16)
        menu = [(f"Menu number {word}", 16) for word in ("one", "two", "three", "four")]
        lines = page(banner, 60, *menu, 60, title, names, source, DOI, *TEXT)

        found = read_publisher(lines)

        assert (found.title, found.journal) == ("Sleep by night", "Emerging Gardens in Lakeside")

    def test_takes_the_title_though_the_names_in_it_make_it_a_banner(self):
        title = ("Garden Medicine and Rain in Lakeside", 26)
        names = "Anna B Fernhill, Carl Stonebrook,", "Diego Marsh, Ulla Hartwell, Leo", "Oakley*"
        lines = page(title, 8, *((name, 20) for name in names), 8, DOI, 16, *TEXT)

        found = read_publisher(lines)

        assert found.title == "Garden Medicine and Rain in Lakeside"
        assert len(found.authors) == 5

    @pytest.mark.parametrize("kind", ["บทความวิจัย", "บทความปริทัศน์", "นิพนธ์ต้นฉบับ"])
    def test_leaves_the_thai_kind_of_article_over_an_english_title(self, kind):
        names = ("Anna B Fernhill, Carl Stonebrook", 18)
        lines = page((kind, 24), 2, *TITLE, 12, names, 8, DOI, 16, ("Abstract", 22), *TEXT)

        assert (
            read_publisher(lines).title == "Watering the garden by hand and sleep in older adults"
        )

    def test_takes_pages_from_a_line_centred_below(self):
        lines = page(
            ("Imaginary Sleep", 30, 150),
            ("Volume 12, Issue 3, March 2019, Pages 412-", 20),
            ("419", 20, 245),
            *TITLE,
            12,
            ("Anna B Fernhill, Carl Stonebrook", 18),
            DOI,
        )

        assert read_publisher(lines).pages == "412-419"

    def test_joins_nothing_that_lies_across_a_line_to_its_end(self):
        source = page(("Imaginary Sleep Volume 12, Issue 3, March 2019, Pages 412-", 20))
        speck = Line("4, ApI", Box(380, 52, 440, 70), 0.71)
        rest = page(*TITLE, 12, ("Anna B Fernhill, Carl Stonebrook", 18), DOI, top=120)

        assert read_publisher([*source, speck, *rest]).pages is None

    def test_reads_a_reference_of_many_lines_from_its_first_name_on(self):
        names = [f"Fernhill{letter}, A. B., Stonebrook{letter}, C.," for letter in "abcdefghi"]
        rows = [("Cite", 26), *((name, 20) for name in names), ("& Marsh, D. (2019). Watering", 20)]
        reference = [
            ("the garden by hand and sleep. Imaginary", 20),
            ("Sleep, 12(3), 412-419.", 20),
        ]

        found = read_publisher(page(*rows, *reference, ("Copy", 26)))

        assert len(found.authors) == 19
        assert found.pages == "412-419"

    def test_reads_names_on_below_a_raised_letter_and_beside_a_column(self):
        rows = [*TITLE, 12, ("Anna B Fernhilla, Carl", 18), ("Stonebrooka,*, Diego Marsha b,", 18)]
        lines = page(*rows, ("b", 8), ("Ulla Oakleyb", 18), DOI, 16, ("Abstract", 22), *TEXT)
        lines = beside(lines, ("Advertisement", 16), left=600, top=170)

        found = read_publisher(lines)

        assert found.authors == ("Anna B Fernhill", "Carl Stonebrook", "Diego Marsh", "Ulla Oakley")

    def test_takes_no_journal_below_the_names_for_one_of_them(self):
        names = ("Anna B Fernhill, Carl Stonebrook", 18)
        journal = ("Proceedings of the Veridian Society of Sleep", 18)
        lines = page(*TITLE, 12, names, journal, ("volume 12, pages 412-419 (2019)", 18), *TEXT)

        found = read_publisher(lines)

        assert found.authors == ("Anna B Fernhill", "Carl Stonebrook")
        assert found.journal == "Proceedings of the Veridian Society of Sleep"

    def test_ends_a_doi_before_a_word_of_the_next_column(self):
        doi = ("https://doi.org/10.5555/jis.2019.412Association between", 14)
        lines = page(*TITLE, 12, ("Anna B Fernhill, Carl Stonebrook", 18), doi, *TEXT)

        assert read_publisher(lines).dois == ("10.5555/jis.2019.412",)

    def test_reads_a_reference_whose_first_initial_has_an_accent(self):
        reference = [("Fernhill, Ó., & Marsh, D. (2019). Watering", 20), ("by hand. Imaginary", 20)]

        found = read_publisher(page(("Cite", 26), *reference, ("Sleep, 12(3), 412-419.", 20)))

        assert len(found.authors) == 2

    def test_joins_a_journal_on_two_lines_of_the_banner(self):
        banner = [
            ("Imaginary Translational Sleep", 40),
            ("Letters", 40),
            20,
            ("Brief Report", 16),
            20,
        ]
        names = ("Anna B Fernhill, Carl Stonebrook", 18)
        lines = page(*banner, *TITLE, 12, names, DOI, 16, ("Abstract", 22), *TEXT)

        assert read_publisher(lines).journal == "Imaginary Translational Sleep Letters"

    @pytest.mark.parametrize("ends", [("", "> Article"), (" > List of", "Issues > Abstract")])
    def test_takes_the_journal_from_a_path_on_two_lines(self, ends):
        above, below = ends
        path = [(f"Home > Imaginary Quarterly of Sleep{above}", 16), (below, 16)]
        names = ("Anna B Fernhill, Carl Stonebrook", 18)
        lines = page(*path, *TITLE, 12, names, DOI, 16, ("Abstract", 22), *TEXT)

        assert read_publisher(lines).journal == "Imaginary Quarterly of Sleep"

    def test_ends_the_names_where_a_link_is_glued_to_the_last(self):
        names = ("Anna B Fernhill, Carl StonebrookAuthor Notes", 18)
        lines = page(*TITLE, 12, names, DOI, 16, ("Abstract", 22), *TEXT)

        assert read_publisher(lines).authors == ("Anna B Fernhill", "Carl Stonebrook")

    def test_reads_the_j_of_a_journal_though_it_looks_like_a_slash(self):
        source = ("Imag / Nurs 2019, 12, 412-419; https://doi.org/10.5555/jis.2019.412", 14)
        lines = page(*TITLE, 12, ("Anna B Fernhill, Carl Stonebrook", 18), source, *TEXT)

        assert read_publisher(lines).journal == "Imag J Nurs"

    def test_tells_long_lines_askew_by_their_letters(self):
        title = Line("Watering the garden by hand and sleeping", Box(40, 40, 840, 96))
        names = Line("Anna B Fernhill, Carl Stonebrook, Diego Marsh", Box(40, 100, 500, 153))
        rest = page(DOI, 16, ("Abstract", 22), *TEXT, top=170)

        found = read_publisher([title, names, *rest])

        assert found.title == "Watering the garden by hand and sleeping"

    def test_finds_names_below_a_narrow_title_beside_a_crowded_column(self):
        title = [("Watering", 28), ("the garden", 28), ("by hand", 28), 300]
        names = ("Anna B Fernhill, Carl", 18), ("Stonebrook", 18)
        lines = page(*title, *names, 30, DOI, 30, ("Abstract", 22), *TEXT)
        lines = beside(lines, *[("Some Other Link", 14)] * 14, left=300, top=170)

        assert read_publisher(lines).authors == ("Anna B Fernhill", "Carl Stonebrook")

    def test_takes_the_year_behind_a_month_and_a_comma(self):
        published = ("Version 2 Published: 25 November, 2002", 14)
        names = ("Anna B Fernhill, Carl Stonebrook", 18)
        lines = page(*TITLE, 12, names, published, DOI, 16, ("Abstract", 22), *TEXT)

        assert read_publisher(lines).year == "2002"
