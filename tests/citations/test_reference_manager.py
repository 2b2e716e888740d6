"""Windows of reference managers: values beside their labels, below them, or without any."""

import pytest

from chapwai.citations.layouts.managers.reference_manager import read_reference_manager
from tests.citations.page_lines import beside, page
from tests.citations.typeset import column, line

TITLE = "Evening tea for night nurses: a cohort study"
ROWS = (
    ("Reference Type", "Journal Article"),
    ("Author", "Fernhill, Anna B\nStonebrook, Carl"),
    ("Year", "2019"),
    ("Title", "Evening tea for night nurses:\na cohort study"),
    ("Journal", "Journal of Imaginary Nursing"),
    ("Volume", "12"),
    ("Part/Supplement", ""),
    ("Issue", "3"),
    ("Pages", "412-9"),
    ("ISSN", "1234-5679"),
    ("DOI", "10.5555/ijn.2019.412"),
)


def window(rows=ROWS, *, left=40, value_left=300, size=16):
    """Rows of a label and the lines of its value beside it."""
    lines, top = [], 40
    for label, value in rows:
        lines.append(line(label, left=left, top=top, size=size))
        lines += column(value.split("\n"), left=value_left, top=top, size=size)
        top += 26 * len(value.split("\n")) + 10
    return lines


def _moved(lines, *, down):
    return [
        line(one.text, left=one.box.left, top=one.box.top + down, size=one.box.height)
        for one in lines
    ]


def without(*labels):
    return [row for row in ROWS if row[0] not in labels]


def assert_shows_article(found):
    assert found.title == "Evening tea for night nurses: a cohort study"
    assert found.authors == ("Fernhill, Anna B", "Stonebrook, Carl")
    assert (found.journal, found.year) == ("Journal of Imaginary Nursing", "2019")
    assert (found.volume, found.issue, found.pages) == ("12", "3", "412-419")
    assert (found.issn, found.dois) == ("1234-5679", ("10.5555/ijn.2019.412",))


class TestReferenceManager:
    def test_pairs_labels_with_the_values_beside_them(self):
        assert_shows_article(read_reference_manager(window()))

    def test_parts_a_label_from_the_list_beside_its_pane(self):
        lines = column(
            [part for row in ROWS for part in [row[0], *row[1].split("\n")]], left=600, size=16
        )
        place = next(n for n, one in enumerate(lines) if one.text == "Title")
        joined = "Marsh 2001 Fict Garden Med... Title"
        right = lines[place].box.right
        left = right - 8 * len(joined)
        lines[place] = line(joined, left=left, top=lines[place].box.top, size=16)

        assert_shows_article(read_reference_manager(lines))

    def test_puts_a_name_together_that_the_pane_has_broken(self):
        rows = [*without("Author"), ("Author", "Fernhill, José\nMaría D\nBrook, Carl")]

        found = read_reference_manager(window(rows))

        assert found.authors == ("Fernhill, José María D", "Brook, Carl")

    def test_knows_a_name_whose_comma_was_lost_by_those_that_have_theirs(self):
        names = "Fernhill, Anna B\nStonebrook Carl\nMarsh.Diego\nvan der Meer, Li\nOakley, Bo"
        rows = [(label, names if label == "Author" else value) for label, value in ROWS]

        found = read_reference_manager(window(rows))

        assert found.authors[1:3] == ("Stonebrook, Carl", "Marsh, Diego")

    def test_parts_a_page_from_its_label(self):
        rows = [row for row in ROWS if "\n" not in row[1] and row[1] and row[0] != "Pages"]
        lines = column([*(f"{label} {value}" for label, value in rows), "Pagese277"])

        assert read_reference_manager(lines).pages == "e277"

    def test_hands_back_the_lines_as_they_stand_on_the_page(self):
        rows = [row for row in ROWS if "\n" not in row[1] and row[1]]
        lines = column([f"{label} {value}" for label, value in rows])

        assert set(read_reference_manager(lines).lines) <= set(lines)

    def test_pairs_labels_with_the_values_below_them(self):
        lines = column([part for row in ROWS for part in [row[0], *row[1].split("\n")]], size=16)

        assert_shows_article(read_reference_manager(lines))

    def test_pairs_labels_that_end_below_one_another_with_what_was_read_in_one_line(self):
        rows = [row for row in ROWS if "\n" not in row[1] and row[1]]
        rows += [("Author", "van Fernhill, Anna"), ("Title", "Evening tea for night nurses")]
        lines = [
            line(f"{label} {value}", left=200 - 8 * len(label), top=40 + 30 * place, size=16)
            for place, (label, value) in enumerate(rows)
        ]

        found = read_reference_manager(lines)

        assert (found.authors, found.title) == (
            ("van Fernhill, Anna",),
            "Evening tea for night nurses",
        )
        assert (found.volume, found.pages, found.dois) == (
            "12",
            "412-419",
            ("10.5555/ijn.2019.412",),
        )

    @pytest.mark.parametrize("label", ["Alternate Joumal", "Jourmal"])
    def test_knows_a_label_though_a_letter_of_it_is_misread(self, label):
        rows = [(label if name == "Journal" else name, value) for name, value in ROWS]

        assert read_reference_manager(window(rows)).journal == "Journal of Imaginary Nursing"

    def test_does_not_take_the_list_beside_the_pane_for_values(self):
        listed = [
            line(f"{year} Another article about tea", left=40, top=60 + 40 * place, size=16)
            for place, year in enumerate(range(2001, 2010))
        ]
        heads = [line("Title", left=40, top=20, size=16), line("Year", left=300, top=20, size=16)]

        found = read_reference_manager([*heads, *listed, *window(left=600, value_left=800)])

        assert_shows_article(found)

    def test_takes_title_and_authors_that_stand_over_the_rows(self):
        over = column(["Evening tea for", "night nurses"], top=40, size=26)
        over += column(["Anna Fernhill, Carl Brook"], top=130, size=18)
        rows = without("Author", "Title", "Reference Type")
        below = [
            line(one.text, left=one.box.left, top=one.box.top + 200, size=16)
            for one in window(rows)
        ]

        found = read_reference_manager([*over, *below])

        assert found.title == "Evening tea for night nurses"
        assert found.authors == ("Anna Fernhill", "Carl Brook")

    def test_takes_the_title_that_stands_between_type_and_authors(self):
        lines = page(
            ("Type: Journal Article", 14),
            8,
            ("Evening tea and the sleep of night nurses", 20),
            8,
            ("Authors: A. Fernhill, C. Stonebrook", 14),
            ("Journal: Imaginary Nursing", 14),
            ("Year: 2019", 14),
            ("Volume: 12", 14),
            ("Pages: 412-419", 14),
            ("Extra: PMID: 30000011", 14),
        )

        found = read_reference_manager(lines)

        assert found.title == "Evening tea and the sleep of night nurses"
        assert found.authors == ("A. Fernhill", "C. Stonebrook")
        assert found.pmids == ("30000011",)

    def test_takes_names_in_the_type_of_the_title_for_no_part_of_it(self):
        over = [
            ("Info Notebook", 16),
            ("JOURNAL ARTICLE", 15),
            ("Evening tea and the sleep of", 18),
            ("night nurses", 18),
            ("A. Fernhill, C. Stonebrook, B. Oakley,", 17),
            ("D. Marsh", 17),
        ]
        rows = [
            ("Journal", "Imaginary Nursing"),
            ("Year", "2019"),
            ("Volume", "12"),
            ("Issue", "3"),
        ]
        lines = [*page(*over), *_moved(window([*rows, ("Pages", "4-9")]), down=200)]

        found = read_reference_manager(lines)

        assert found.title == "Evening tea and the sleep of night nurses"
        assert found.authors == ("A. Fernhill", "C. Stonebrook", "B. Oakley", "D. Marsh")

    def test_gives_nothing_for_a_row_without_a_value(self):
        rows = [(label, "" if label in ("Issue", "Pages") else value) for label, value in ROWS]

        found = read_reference_manager(window(rows))

        assert (found.issue, found.pages) == (None, None)

    def test_takes_the_accession_number_for_a_pmid_with_doubt(self):
        found = read_reference_manager(window([*ROWS, ("Accession Number", "30000011")]))

        assert (found.pmids, found.guessed) == (("30000011",), frozenset({"pmid"}))

    @pytest.mark.parametrize("number", ["WOS:000456", "1038292", "103829312345"])
    def test_takes_no_other_databases_number_for_a_pmid(self, number):
        rows = [*ROWS, ("Accession Number", number), ("Name of Database", "CINAHL")]

        assert read_reference_manager(window(rows)).pmids == ()

    def test_leaves_out_a_doi_that_the_pane_cuts(self):
        rows = [*without("DOI"), ("DOI", "10.5555/s26614-")]

        assert read_reference_manager(window(rows)).dois == ()

    def test_is_none_on_a_page_that_happens_to_begin_lines_with_such_words(self):
        lines = column(
            ["Journal of Imaginary Nursing", "Volume 12, Issue 3", "Abstract", "Title pages matter"]
        )

        assert read_reference_manager(lines) is None


class TestDatabaseRecord:
    """Databases tell journal and numbers in one row, under labels of their own."""

    def record(self, source):
        return column(
            [
                *("Complete Reference", "Unique Identifier", "30000011", "Title", TITLE),
                *("Source", source, "Version ID", "1", "Authors", "Fernhill, Anna; Brook, Carl J"),
                *("Institution", "Riverside Hospital", "Digital Object Identifier"),
                *("10.5555/ijn.2019.412", "ISSN Linking", "1234-5679"),
            ]
        )

    @pytest.mark.parametrize("mark", [". ", "."])
    def test_gives_the_numbers_of_its_source(self, mark):
        found = read_reference_manager(self.record(f"Imaginary Care{mark}12(3):412-419, 2019 Mar."))

        assert (found.title, found.journal, found.year) == (TITLE, "Imaginary Care", "2019")
        assert (found.volume, found.issue, found.pages) == ("12", "3", "412-419")

    def test_gives_its_identifiers(self):
        found = read_reference_manager(self.record("Imaginary Care. 12(3):412-419, 2019 Mar."))

        assert (found.pmids, found.dois) == (("30000011",), ("10.5555/ijn.2019.412",))
        assert found.issn == "1234-5679"

    def test_gives_the_numbers_of_a_row_that_says_them_all_behind_labels(self):
        lines = page(
            ("Evening tea and the sleep of night nurses", 24),
            12,
            ("By Fernhill, AB (Fernhill, Anna B.) [1] ; Marsh, D (Marsh, Diego) [2]", 15),
            ("View the researchers' identifiers (provided by Hilltop)", 13),
            ("Source IMAGINARY SLEEP", 15),
            ("Volume: 12 Issue: 3 Page: 412-419", 15),
            ("DOI: 10.5555/is.2021.412", 15),
            ("Published MAR 2021", 15),
            ("Document Type Article", 15),
        )

        found = read_reference_manager(lines)

        assert found.authors == ("Fernhill, AB", "Marsh, D")
        assert (found.journal, found.year) == ("IMAGINARY SLEEP", "2021")
        assert (found.volume, found.issue, found.pages) == ("12", "3", "412-419")


class TestRequestByMail:
    def test_gives_names_in_a_row_and_volume_with_issue(self):
        mail = column(
            [
                "Dear librarian, could you find this article for our club?",
                f"Title: {TITLE}",
                "Author(s): Anna Fernhill, Carl Brook",
                "Journal: Imaginary Care",
                "Year: 2019",
                "Vol/Issue: 12(3)",
                "Pages: 412-419",
            ]
        )

        found = read_reference_manager(mail)

        assert found.authors == ("Anna Fernhill", "Carl Brook")
        assert (found.volume, found.issue, found.pages) == ("12", "3", "412-419")

    def test_gives_values_that_go_on_below_their_labels_and_labels_misread(self):
        mail = column(
            [
                f"Title: {TITLE}",
                "Author(s): Anna Fernhill, Li Wu, Carl",
                "Brook, Diego Marsh",
                "Journal: Imaginary Care",
                "Year: 2019",
                "Vol/ssue: 12(3)",
                "DOl: 10.5555/ic.2019.412",
                "Many thanks and best regards",
            ]
        )

        found = read_reference_manager(mail)

        assert found.authors == ("Anna Fernhill", "Li Wu", "Carl Brook", "Diego Marsh")
        assert (found.volume, found.issue) == ("12", "3")
        assert found.dois == ("10.5555/ic.2019.412",)


class TestForm:
    def test_has_marks_behind_its_labels_and_hints_below_them(self):
        rows = (
            *(("Article title *", 20), ("Evening tea for night nurses", 20)),
            *(("Article author(s)", 20), ("Anna Fernhill, Carl Stonebrook", 20)),
            *(("Journal title *", 20), ("No abbreviations, please", 16), ("Imaginary Sleep", 20)),
            *(("Year *", 20), ("2019", 20), ("Volume", 20), ("12", 20)),
            *(("Pages", 20), ("412-419", 20)),
        )

        found = read_reference_manager(page(*rows))

        assert (found.title, found.journal) == ("Evening tea for night nurses", "Imaginary Sleep")
        assert (found.year, found.volume, found.pages) == ("2019", "12", "412-419")

    def test_has_labels_in_two_languages_of_which_one_is_not_read(self):
        lines = page(
            *(("aunau / Article title *", 20), ("Evening tea and slow sleep", 20)),
            *(("qusu / Article author(s)", 20), ("Anna Fernhill, Carl Brook", 20)),
            *(("asan5 / Journal title *", 20), ("Imaginary Sleep", 20)),
            *(("(L) / Volume", 20), ("12", 20), ("/Pages", 20), ("412-419", 20)),
        )

        found = read_reference_manager(lines)

        assert (found.title, found.journal) == ("Evening tea and slow sleep", "Imaginary Sleep")
        assert found.authors == ("Anna Fernhill", "Carl Brook")
        assert (found.volume, found.pages) == ("12", "412-419")

    def test_has_labels_in_a_second_column(self):
        rows = (
            *(("Article title", 20), ("Evening tea and slow sleep", 20)),
            *(("Journal title", 20), ("Imaginary Sleep", 20)),
            *(
                ("ISSN", 20),
                ("1234-5679", 20),
                ("Issue", 20),
                ("3", 20),
                ("Pages", 20),
                ("4-9", 20),
            ),
        )
        aside = (("Volume", 20), ("12", 20), ("Year", 20), ("2019", 20))

        found = read_reference_manager(beside(page(*rows), *aside, left=500, top=160))

        assert (found.title, found.journal) == ("Evening tea and slow sleep", "Imaginary Sleep")
        assert (found.year, found.volume, found.issue, found.pages) == ("2019", "12", "3", "4-9")
