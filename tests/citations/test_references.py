"""One reference divided into its fields: styles, languages, faults of engines, and other works."""

import time

import pytest

from chapwai.citations.references import describe_reference
from chapwai.citations.references.authors import legible_names

TITLE = "Quiet rooms and the length of sleep"


def numbers_of(found):
    return found.year, found.volume, found.issue, found.pages


STYLES = {
    "Lancet": f"Fernhill AB, Stonebrook C. {TITLE}. J Imag Sleep 2019; 12: 412–19.",
    "Nature": f"Fernhill, A. B. & Stonebrook, C. {TITLE}. J. Imag. Sleep 12, 412–419 (2019).",
    "Cell": f"Fernhill, A.B., and Stonebrook, C. (2019). {TITLE}. J. Imag. Sleep 12, 412–419.",
    "Elsevier by number": f"A.B. Fernhill, C. Stonebrook, {TITLE}, J. Imag. Sleep 12 (2019) "
    "412–419.",
    "Elsevier by name": f"Fernhill, A.B., Stonebrook, C., 2019. {TITLE}. J. Imag. Sleep 12, "
    "412–419.",
    "Springer": f"Fernhill AB, Stonebrook C (2019) {TITLE}. J Imag Sleep 12:412–419",
    "MDPI": f"Fernhill, A.B.; Stonebrook, C. {TITLE}. J. Imag. Sleep 2019, 12, 412–419. [CrossRef]",
    "ABNT": f"FERNHILL, A. B.; STONEBROOK, C. {TITLE}. J. Imag. Sleep, v. 12, p. 412-419, 2019.",
    "on the internet": f"Fernhill AB, Stonebrook C. {TITLE}. J Imag Sleep [Internet]. 2019 Mar "
    "[cited 2021 May 3];12:412-9. Available from: https://journal.example/412",
    "with links behind": f"7. Fernhill AB, Stonebrook C. {TITLE}. J Imag Sleep. 2019;12:412-419. "
    "[PubMed] [Google Scholar]",
}


class TestArticle:
    @pytest.mark.parametrize("style", STYLES)
    def test_is_divided_in_every_style(self, style):
        found = describe_reference(STYLES[style])

        assert found.title == TITLE
        assert [author.split()[0].strip(".,").lower() for author in found.authors] in (
            ["fernhill", "stonebrook"],
            ["a.b", "c"],
        )
        assert found.journal.replace(".", "") == "J Imag Sleep"
        assert numbers_of(found) == ("2019", "12", None, "412-419")

    def test_has_a_journal_though_its_j_was_taken_for_a_stroke(self):
        found = describe_reference(f"Fernhill AB. {TITLE}. Upland / Sleep Res. 2019;12:412-419.")

        assert (found.title, found.journal) == (TITLE, "Upland J Sleep Res")

    @pytest.mark.parametrize(
        ("read", "numbers"),
        [
            ("2019;12(3):412–419", ("2019", "12", "3", "412-419")),
            ("2O19;12(3):4l2-419", ("2019", "12", "3", "412-419")),
            ("2019;366:l4774", ("2019", "366", None, "l4774")),
            ("2019;12(3 Suppl):12S-18S", ("2019", "12", "3 Suppl", "12S-18S")),
            ("2019;12(3):419-402", ("2019", "12", "3", None)),
            ("2019;12(3):412-419, 430-432", ("2019", "12", "3", "412-419, 430-432")),
            ("2019;12(3):123.e1-123.e7", ("2019", "12", "3", "123.e1-123.e7")),
            ("2019;12(3):412-819", ("2019", "12", "3", None)),
            ("2019;12(3):41-4S", ("2019", "12", "3", None)),
            ("2019;12(3):el01", ("2019", "12", "3", "e101")),
            ("2019;12(Supp/ 1):S4-S9", ("2019", "12", "Suppl 1", "S4-S9")),
        ],
    )
    def test_has_the_numbers_that_are_printed_or_none(self, read, numbers):
        found = describe_reference(f"Fernhill AB, Stonebrook C. {TITLE}. J Imag Sleep. {read}.")

        assert numbers_of(found) == numbers

    def test_is_read_though_the_engine_lost_the_spaces(self):
        found = describe_reference(
            "12.Fernhill AB,Stonebrook C,Marsh D.Quiet rooms and the length of sleep.J Imag Sleep."
            "2019;12(3):412-419.doi:10.5555/jis.412"
        )

        assert found.title == TITLE
        assert found.authors == ("Fernhill AB", "Stonebrook C", "Marsh D")
        assert found.journal == "J Imag Sleep"
        assert found.dois == ("10.5555/jis.412",)

    @pytest.mark.parametrize("number", ["e101", "198", "108535"])
    def test_has_the_number_that_is_called_an_article(self, number):
        found = describe_reference(
            f"Fernhill, A. B., & Stonebrook, C. (2019). {TITLE}. Imaginary Sleep, 12(3), "
            f"Article {number}. https://doi.org/10.5555/is.412"
        )

        assert numbers_of(found) == ("2019", "12", "3", number)

    @pytest.mark.parametrize("year", ["", "(2019). "])
    @pytest.mark.parametrize("species", ["H. pylori", "H. Pylori"])
    def test_has_the_genus_in_its_title(self, year, species):
        found = describe_reference(
            f"Hansen P, Kraft W. {year}{species} eradication with triple therapy in towns. "
            "Emerg Ethics Asia. 2019;12(3):412-419."
        )

        assert found.title == f"{species} eradication with triple therapy in towns"
        assert [author.rstrip(".") for author in found.authors] == ["Hansen P", "Kraft W"]

    @pytest.mark.parametrize("place", ["Ontario, Canada", "New South Wales, Australia"])
    def test_has_the_country_in_its_title(self, place):
        found = describe_reference(
            f"Fernhill AB, Stonebrook C. Implementing kangaroo care: lessons learned from {place}. "
            "Emerg Ethics Asia. 2019;12(3):412-419."
        )

        assert found.title.endswith(place)
        assert found.journal == "Emerg Ethics Asia"

    def test_is_not_placed_by_the_words_of_its_title(self):
        found = describe_reference(
            "Fernhill AB, Stonebrook C. Sleep in the annual report (vol. 3, pp. 7-9). J Imag "
            "Sleep. 2019;12(3):412-419."
        )

        assert numbers_of(found) == ("2019", "12", "3", "412-419")

    def test_is_not_dated_by_the_day_of_access(self):
        found = describe_reference(STYLES["on the internet"])

        assert found.year == "2019"

    def test_in_thai_is_read_with_its_own_words(self):
        found = describe_reference(
            "นพ.สมชาย ใจดี, สุดา ทองแท้, และคณะ. ผลของการนวดเท้าต่อคุณภาพการนอนหลับในผู้สูงอายุ. "
            "วารสารสมมติ ปีที่ ๑๔ ฉบับที่ ๑ (มกราคม-มิถุนายน ๒๕๖๓) หน้า ๑๒-๒๕."
        )

        assert found.title == "ผลของการนวดเท้าต่อคุณภาพการนอนหลับในผู้สูงอายุ"
        assert found.authors == ("สมชาย ใจดี", "สุดา ทองแท้")
        assert found.journal == "วารสารสมมติ"
        assert numbers_of(found) == ("2020", "14", "1", "12-25")


class TestVolume:
    def test_is_before_the_brackets_though_the_journal_counts_itself(self):
        found = describe_reference(
            "Costa, N. W., & Shimizu, E. (1999). A man with vaccination and fever. "
            "Regional Imaginary Academic Journal 14, 16(2), 450-462."
        )

        assert (found.volume, found.issue, found.pages) == ("16", "2", "450-462")


class TestIssue:
    def test_is_not_how_often_the_article_was_cited(self):
        found = describe_reference(
            "Rethinking rivers Fernhill, Chalermchai; Stonebrook, James P Ward Medicine; Haldenau "
            "Vol. 133, Iss. 2, (Mar 2015): 2669-2681. DOI:10.5555/a-3548-8941 Abstract/Details "
            "Full text Full text - PDF (1 MB) Cited by (30) References (43)"
        )

        assert numbers_of(found) == ("2015", "133", "2", "2669-2681")


class TestStyleOfEngineers:
    """Societies' transactions, volumes and issues behind one another, months in brackets."""

    @pytest.mark.parametrize(
        ("printed", "journal"),
        [
            ("IEEE Trans. Harbour Systems and Bridges, 3(6), 708-713, 1981.",) * 2,
            ("IEEE Transactions on Harbour Systems and Bridges, 6(1) 122-123, 1984.",) * 2,
        ],
    )
    def test_begins_journals_with_the_society(self, printed, journal):
        found = describe_reference(f"D. J. Marsh. Elastic quays of stone. {printed}")

        assert found.title == "Elastic quays of stone"
        assert journal.startswith(found.journal)
        assert found.journal.endswith("Bridges")

    @pytest.mark.parametrize(
        ("printed", "numbers"),
        [
            ("Harbour Systems 36, 3 (1988), 454-469.", ("1988", "36", "3", "454-469")),
            ("Journal of Harbour Systems, 92 99-115, 1997.", ("1997", "92", None, "99-115")),
            ("Journal of Harbour Systems 1 pp. 35-50 (1984).", ("1984", "1", None, "35-50")),
            (
                "Harbour Systems, Vol. 15, No. 6 (July / August 1992), pp. 388-395.",
                ("1992", "15", "6", "388-395"),
            ),
        ],
    )
    def test_places_an_article_in_orders_of_its_own(self, printed, numbers):
        found = describe_reference(
            f"A. Marsh and B. Oak. On the nature of tides in shallow rooms. {printed}"
        )

        assert numbers_of(found) == numbers

    def test_has_one_author_with_a_whole_given_name(self):
        found = describe_reference(
            f"Brook, Anna (1988). {TITLE}. Harbour Intelligence, 36(1), 27-47"
        )

        assert found.authors == ("Anna Brook",)


class TestDoubt:
    def test_is_not_cast_on_a_plain_reference(self):
        assert not describe_reference(STYLES["Lancet"]).guessed

    def test_is_cast_on_what_the_engine_spoilt(self):
        found = describe_reference(
            "Fernhi11 AB Stonebrook.C Quiet.rooms and, the 0f sleep J lmag,Sleep 2019;12:412-9"
        )

        assert found.guessed


class TestAuthors:
    @pytest.mark.parametrize(
        ("printed", "authors"),
        [
            ("O'Fernhill T, van den Berg-Stone S.", ("O'Fernhill T", "van den Berg-Stone S")),
            ("Fernhill AB, Stonebrook C, et al.", ("Fernhill AB", "Stonebrook C")),
            ("Fernhill, Anna; Stonebrook, Carl.", ("Anna Fernhill", "Carl Stonebrook")),
            ("Imaginary Health Organization.", ("Imaginary Health Organization",)),
        ],
    )
    def test_are_one_string_each_in_order(self, printed, authors):
        found = describe_reference(f"{printed} {TITLE}. J Imag Sleep. 2019;12(3):412-419.")

        assert found.authors == authors

    def test_have_capital_initials_also_where_those_stand_first(self):
        assert legible_names("p Fernhill, s Brook, MJ Oak") == "P Fernhill, S Brook, MJ Oak"
        assert legible_names("Fernhill, A d Brook") == "Fernhill, A d Brook"

    @pytest.mark.parametrize(
        "title", ["BRAF V600E suppresses oxidative stress in imagined organoids", "Scabies"]
    )
    def test_end_with_their_initials_though_the_title_begins_like_a_name(self, title):
        found = describe_reference(f"Le G. {title}. Imag Ward Adv. 2018;11(2):198-212.")

        assert (found.authors, found.title) == (("Le G.",), title)

    def test_of_books_are_given_with_title_and_year(self):
        found = describe_reference(
            "Fernhill AB. Quiet rooms for everyone. 2nd ed. Geneva: Garden House; 2019."
        )

        assert (found.authors, found.year) == (("Fernhill AB",), "2019")
        assert found.title == "Quiet rooms for everyone"
        assert found.journal is None

    def test_are_not_the_editors_of_the_book(self):
        found = describe_reference(
            f"Fernhill AB. {TITLE}. In: Stonebrook C, Marsh D, editors. Rooms of Sleep. 2nd ed. "
            "Geneva: Garden House; 2019. p. 41-59."
        )

        assert found.authors == ("Fernhill AB",)
        assert found.title == TITLE


class TestOtherText:
    @pytest.mark.parametrize(
        "text",
        [
            "Good morning everyone, the library will be closed on 5 May 2024.",
            "We received 120 requests in 2023 and 98 in 2022. Regards, Ann",
            "Our holdings: Journal of Advanced Gardening 1995-2010, vol. 21-66 only.",
            "ประชุมคณะกรรมการห้องสมุด ครั้งที่ 3/2567 วันที่ 12 มีนาคม 2567 เวลา 13.30 น.",
            "Bangkok (2024): 35 degrees, humid, rain at 15:00.",
        ],
    )
    def test_is_no_reference(self, text):
        assert describe_reference(text) is None

    @pytest.mark.parametrize(
        "text",
        [
            "2019;12(" * 12_500,
            "A. " * 33_000,
            "Fernhill AB, " * 8_000,
            "ก" * 100_000,
            "10.1234/" * 12_500,
        ],
    )
    def test_is_given_up_in_no_time_however_long(self, text):
        describe_reference("warm 2019")

        started = time.process_time()
        describe_reference(text)

        assert time.process_time() - started < 1
