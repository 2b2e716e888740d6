"""From what was read to the right article, or to none."""

from dataclasses import replace
from types import MappingProxyType

import pytest

from chapwai.citations.citation import Citation, Reading, Verdict
from chapwai.citations.lines import Box, Line
from chapwai.citations.record import Record
from chapwai.citations.resolve.resolve import resolved, resolved_reading
from tests.citations.small_index import SmallIndex

TITLE = "Night light in surgical wards and the sleep of nurses: a crossover trial"
ARTICLE = Record(
    title=TITLE,
    authors=("Hollowell MQ", "Österberg AB", "Van der Wald C"),
    journal="Journal of Ward Medicine",
    abbreviation="J Ward Med",
    issns=("1234-5679", "2049-3630"),
    year="2019",
    volume="12",
    issue="3",
    pages="412-419",
    doi="10.5555/jwm.2019.0123",
    pmid="30000017",
)
# What stands in an index around an article, and is easily taken for it.
SECOND_PART = replace(
    ARTICLE, title=f"{TITLE}. Part 2", pages="420-428", doi="10.5555/jwm.2019.0124", pmid="30000018"
)
ERRATUM = replace(
    ARTICLE,
    title=f"Erratum: {TITLE}",
    issue="4",
    pages="501",
    doi="10.5555/jwm.2019.0150",
    pmid="30000019",
)
REPLY = replace(
    ARTICLE,
    title=f"Reply to: {TITLE}",
    authors=("Hollowell MQ",),
    pages="419",
    doi="10.5555/jwm.2019.0125",
    pmid=None,
)
AGAIN = replace(
    ARTICLE,
    year="2022",
    volume="15",
    issue="1",
    pages="7-19",
    doi="10.5555/jwm.2022.0007",
    pmid="34000017",
)
ELSEWHERE = replace(
    ARTICLE,
    journal="Annals of Botany",
    abbreviation="Ann Bot",
    issns=(),
    volume="88",
    pages="1-9",
    doi="10.5555/bot.88.1",
    pmid=None,
)
FOR_WOMEN = replace(
    ARTICLE,
    title=TITLE.replace("surgical", "medical"),
    pages="430-439",
    doi="10.5555/jwm.2019.0130",
    pmid=None,
)
TWINS = (SECOND_PART, ERRATUM, REPLY, AGAIN, ELSEWHERE, FOR_WOMEN)
OTHER = Record(
    title="Bees in the gardens of large hospitals: an inventory",
    authors=("Quillfeather T",),
    journal="Annals of Botany",
    year="2011",
    volume="80",
    pages="33-40",
    doi="10.5555/bot.80.33",
    pmid="21000001",
)
FIELDS = ("title", "authors", "journal", "year", "volume", "issue", "pages", "doi", "pmid")


def read(origin="screen", **changes):
    """What a page about the article shows, all of it read well, with these changes."""
    values = {name: getattr(ARTICLE, name) for name in FIELDS} | {"journal": "J Ward Med"}
    values |= changes
    origins = dict.fromkeys((name for name, value in values.items() if value), origin)
    return Citation(**values, origins=MappingProxyType(origins), confidence=0.8)


def without_identifiers(**changes):
    return read(**({"doi": None, "pmid": None} | changes))


def in_result_list(**changes):
    """Result lists show no place in the journal, and cut what is long."""
    values = {"authors": ("MQ Hollowell", "AB Österberg…"), "journal": "Journal of Ward Me…"}
    shown = values | {"volume": None, "issue": None, "pages": None} | changes
    return without_identifiers(**shown)


def is_taken(citation):
    return "index" in citation.origins.values()


class TestResolved:
    def test_says_what_only_the_record_knows(self):
        citation = resolved(without_identifiers(), index=SmallIndex(ARTICLE, *TWINS, OTHER))

        assert (citation.doi, citation.pmid) == (ARTICLE.doi, ARTICLE.pmid)
        assert citation.origins["doi"] == "index"
        assert citation.issn == "1234-5679"
        assert not citation.doubtful
        assert citation.confidence > 0.9

    def test_changes_nothing_without_an_index(self):
        assert resolved(read(), index=None) == read()

    def test_changes_nothing_when_nothing_is_like_it(self):
        assert resolved(read(), index=SmallIndex(OTHER)) == read()

    def test_asks_no_further_once_an_identifier_has_settled_it(self):
        index = SmallIndex(ARTICLE)

        resolved(read(), index=index)

        assert index.asked == ["identified"]

    def test_finds_the_article_among_its_twins_in_a_result_list(self):
        citation = resolved(in_result_list(), index=SmallIndex(ARTICLE, *TWINS))

        assert citation.doi == ARTICLE.doi
        assert citation.authors == ARTICLE.authors
        assert citation.journal == ARTICLE.journal
        assert citation.volume == "12"

    def test_finds_it_in_a_result_list_that_shows_the_year_of_print(self):
        online_first = replace(ARTICLE, year="2018", volume=None, issue=None, pages=None)

        assert resolved(in_result_list(), index=SmallIndex(online_first)).doi == ARTICLE.doi

    def test_finds_it_by_a_title_that_was_read_badly(self):
        garbled = "Niqht liqht in surqical warbs aud the sleep ot nunses: a crosover trail"

        citation = resolved(without_identifiers(title=garbled), index=SmallIndex(ARTICLE, *TWINS))

        assert citation.doi == ARTICLE.doi
        assert citation.title == TITLE

    def test_finds_it_by_its_place_when_nobody_can_read_the_title(self):
        citation = resolved(without_identifiers(title=None), index=SmallIndex(ARTICLE, *TWINS))

        assert citation.doi == ARTICLE.doi

    def test_finds_a_title_that_was_not_told_from_its_surroundings(self):
        around = f"Hollowell MQ, Österberg AB. {TITLE}. J Ward Med, please"
        seen = without_identifiers(title=around, authors=(), journal=None, year=None)

        assert resolved(seen, index=SmallIndex(ARTICLE, *TWINS)).doi == ARTICLE.doi
        assert resolved(replace(seen, pages="430-439"), index=SmallIndex(ARTICLE)).doi is None
        assert (
            resolved(replace(seen, title=f"Reply: {around}"), index=SmallIndex(ARTICLE)).doi is None
        )

    def test_knows_the_journal_by_its_issn(self):
        unnamed = without_identifiers(title=None, journal="WM", authors=(), issn="2049-3630")

        assert resolved(unnamed, index=SmallIndex(ARTICLE)).doi == ARTICLE.doi

    def test_knows_a_crowd_of_authors(self):
        crowd = tuple(f"Hollow{letter}well{other} Q" for letter in "abcdefgh" for other in "rstuvw")
        article = replace(ARTICLE, authors=("Quill T", *crowd))
        seen = in_result_list(authors=crowd, journal=None, title=TITLE.replace("wards", "warbs"))

        assert resolved(seen, index=SmallIndex(article)).doi == ARTICLE.doi

    def test_knows_authors_whose_names_are_all_misread(self):
        garbled = in_result_list(
            title=TITLE.replace("wards", "warbs"),
            authors=("Hotiowel MQ", "Ostcbcrg AB"),
            journal=None,
        )

        assert resolved(garbled, index=SmallIndex(ARTICLE)).doi == ARTICLE.doi

    @pytest.mark.parametrize("pages", ["413-419", "792-419"])
    def test_takes_a_first_page_for_misread_when_the_last_agrees(self, pages):
        citation = resolved(without_identifiers(pages=pages), index=SmallIndex(ARTICLE, *TWINS))

        assert citation.doi == ARTICLE.doi
        assert "pages" in citation.doubtful

    def test_does_not_trust_a_place_without_a_journal_or_authors(self):
        unnamed = without_identifiers(title=None, journal=None, authors=())

        citation = resolved(unnamed, index=SmallIndex(ARTICLE))

        assert citation.doi is None

    def test_does_not_trust_a_place_that_several_letters_share(self):
        letter = replace(OTHER, journal=ARTICLE.journal, year="2019", volume="12", pages="412")
        seen = replace(without_identifiers(title=None), doubtful=frozenset({"authors"}))

        assert resolved(seen, index=SmallIndex(letter)).doi is None
        assert resolved(seen, index=SmallIndex(replace(ARTICLE, pages="412-413"))).doi is None

    def test_does_not_trust_a_place_whose_title_is_another(self):
        citation = resolved(without_identifiers(title=OTHER.title), index=SmallIndex(ARTICLE))

        assert citation.doi is None

    def test_completes_a_cut_title(self):
        cut = f"{TITLE[:45]}…"

        citation = resolved(without_identifiers(title=cut), index=SmallIndex(ARTICLE, OTHER))

        assert citation.title == TITLE
        assert citation.doi == ARTICLE.doi

    def test_never_goes_by_a_title_alone(self):
        citation = resolved(Citation(title=TITLE), index=SmallIndex(ARTICLE))

        assert citation.doi is None
        assert citation.candidates == (ARTICLE,)

    def test_leaves_two_articles_that_fit_alike_to_the_reader(self):
        brother = replace(ARTICLE, doi="10.5555/jwm.x", pmid=None, pages=None, volume=None)
        sister = replace(brother, doi="10.5555/jwm.y")

        citation = resolved(in_result_list(), index=SmallIndex(brother, sister))

        assert citation.doi is None
        assert set(citation.candidates) == {brother, sister}

    def test_takes_two_records_of_one_article_together(self):
        from_publisher = replace(ARTICLE, pmid=None)
        from_pubmed = replace(ARTICLE, doi=None)
        index = SmallIndex(from_publisher, from_pubmed)

        citation = resolved(without_identifiers(), index=index)

        assert (citation.doi, citation.pmid) == (ARTICLE.doi, ARTICLE.pmid)

    def test_takes_them_together_though_one_leaves_out_the_subtitle(self):
        from_publisher = replace(ARTICLE, title=TITLE.partition(":")[0], pmid=None)
        from_pubmed = replace(ARTICLE, doi=None)

        citation = resolved(read(), index=SmallIndex(from_publisher, from_pubmed))

        assert (citation.doi, citation.pmid) == (ARTICLE.doi, ARTICLE.pmid)
        assert not citation.doubtful

    def test_takes_no_reply_on_the_same_page_for_the_article(self):
        reply = replace(REPLY, pages=ARTICLE.pages, doi=None, pmid="30000025")

        citation = resolved(
            without_identifiers(), index=SmallIndex(replace(ARTICLE, pmid=None), reply)
        )

        assert (citation.doi, citation.pmid) == (ARTICLE.doi, None)

    def test_offers_an_article_once(self):
        from_publisher = replace(AGAIN, pmid=None)

        citation = resolved(in_result_list(), index=SmallIndex(from_publisher, AGAIN))

        assert len(citation.candidates) == 1

    def test_offers_at_most_five_the_likeliest_first(self):
        many = [replace(AGAIN, year=str(year), doi=f"10.5555/{year}") for year in range(1990, 2000)]

        citation = resolved(in_result_list(year="2019"), index=SmallIndex(*many, SECOND_PART))

        assert citation.doi is None
        assert len(citation.candidates) == 5

    def test_keeps_the_pages_own_script(self):
        thai = "แสงไฟกลางคืนในหอผู้ป่วยศัลยกรรมกับการนอนหลับของพยาบาล"

        citation = resolved(read(title=thai), index=SmallIndex(ARTICLE))

        assert citation.title == thai
        assert citation.issn == "1234-5679"


class TestWithoutTheWantedRecord:
    @pytest.mark.parametrize("twin", TWINS, ids=lambda twin: f"{twin.title[:8]} {twin.doi}")
    @pytest.mark.parametrize("page", [read, without_identifiers, in_result_list])
    def test_no_twin_is_taken(self, twin, page):
        seen = page()

        citation = resolved(seen, index=SmallIndex(twin, OTHER))

        assert (citation.doi, citation.pmid) == (seen.doi, seen.pmid)
        assert not is_taken(citation)

    def test_twins_are_offered(self):
        citation = resolved(without_identifiers(), index=SmallIndex(*TWINS))

        assert citation.candidates

    @pytest.mark.parametrize("doi", ["10.5555/jwm.2019.0199", "10.5555/jwm.2019.0124"])
    def test_a_doi_read_well_speaks_against_a_record_with_another(self, doi):
        neighbour = replace(ARTICLE, doi=doi, pmid=None)

        citation = resolved(in_result_list(doi=ARTICLE.doi), index=SmallIndex(neighbour))

        assert citation.doi == ARTICLE.doi
        assert not is_taken(citation)

    @pytest.mark.parametrize("page", [without_identifiers, in_result_list])
    def test_no_preprint_is_taken(self, page):
        preprint = replace(
            ARTICLE,
            journal="wardRxiv",
            abbreviation=None,
            issns=(),
            volume=None,
            issue=None,
            pages=None,
        )

        assert not is_taken(resolved(page(), index=SmallIndex(preprint)))
        assert not is_taken(resolved(page(journal=None), index=SmallIndex(preprint)))

    def test_no_second_part_is_taken_that_bears_the_pages_of_the_first(self):
        second = replace(SECOND_PART, pages=ARTICLE.pages, doi=None, pmid=None)
        seen = without_identifiers(journal=None, authors=())

        assert not is_taken(resolved(seen, index=SmallIndex(second)))

    def test_no_article_of_a_series_is_taken_that_begins_on_the_same_page(self):
        last_years = replace(ARTICLE, year="2017", volume="10", doi="10.5555/jwm.2017.0123")

        assert not is_taken(resolved(without_identifiers(), index=SmallIndex(last_years)))

    def test_nor_does_the_year_before(self):
        year_before = replace(AGAIN, year="2018", volume="11")

        assert resolved(in_result_list(), index=SmallIndex(year_before)).doi is None

    @pytest.mark.parametrize("changes", [{"volume": "13"}, {"pages": "413-419", "volume": "12"}])
    def test_a_number_read_well_speaks_against_its_neighbour(self, changes):
        seen = in_result_list(authors=(), **changes)
        neighbour = replace(ARTICLE, pages="412-418")

        assert resolved(seen, index=SmallIndex(neighbour)).doi is None

    def test_a_year_read_badly_does_not_speak_for_an_earlier_article(self):
        earlier = replace(ARTICLE, year="2009", volume="2", pages="7-19", doi="10.5555/jwm.2009.7")
        seen = replace(in_result_list(), doubtful=frozenset({"year"}))

        assert resolved(seen, index=SmallIndex(earlier)).doi is None


class TestIdentifiers:
    def test_become_facts_when_their_titles_agree(self):
        doubted = replace(read(), doubtful=frozenset({"doi", "pmid"}))

        citation = resolved(doubted, index=SmallIndex(ARTICLE))

        assert citation.doi == ARTICLE.doi
        assert not citation.doubtful

    def test_of_another_article_are_void(self):
        citation = resolved(read(pmid=OTHER.pmid, doi=None), index=SmallIndex(OTHER))

        assert citation.pmid is None
        assert "pmid" in citation.doubtful

    def test_of_another_article_are_replaced_when_the_right_one_is_found(self):
        citation = resolved(read(pmid=OTHER.pmid, doi=None), index=SmallIndex(ARTICLE, OTHER))

        assert (citation.doi, citation.pmid) == (ARTICLE.doi, ARTICLE.pmid)

    def test_of_a_twin_are_void(self):
        misread = read(doi=SECOND_PART.doi, pmid=None)

        assert resolved(misread, index=SmallIndex(SECOND_PART)).doi is None
        assert resolved(misread, index=SmallIndex(SECOND_PART, ARTICLE)).doi == ARTICLE.doi

    @pytest.mark.parametrize("origin", ["text", "qr"])
    def test_that_nobody_read_wrongly_stay_and_are_doubted(self, origin):
        citation = resolved(read(origin, doi=OTHER.doi, pmid=None), index=SmallIndex(OTHER))

        assert citation.doi == OTHER.doi
        assert "doi" in citation.doubtful

    @pytest.mark.parametrize("origin", ["text", "qr"])
    def test_alone_are_enough_where_nobody_read_them_wrongly(self, origin):
        alone = Citation(doi=ARTICLE.doi, origins=MappingProxyType({"doi": origin}))

        citation = resolved(alone, index=SmallIndex(ARTICLE))

        assert citation.title == TITLE
        assert citation.volume == "12"

    def test_read_once_and_alone_are_not_enough(self):
        alone = Citation(pmid=ARTICLE.pmid, doubtful=frozenset({"pmid"}))

        citation = resolved(alone, index=SmallIndex(ARTICLE))

        assert citation.title is None
        assert "pmid" in citation.doubtful
        assert citation.candidates == (ARTICLE,)

    def test_read_well_stand_above_a_garbled_title(self):
        garbled = read(title="Nlgt rn ucgical wsrds nd tte slxp", pmid=None)
        garbled = replace(garbled, doubtful=frozenset({"title"}))

        citation = resolved(garbled, index=SmallIndex(ARTICLE))

        assert citation.title == TITLE
        assert citation.doi == ARTICLE.doi

    def test_at_their_place_in_the_journal_stand_above_what_was_taken_for_a_title(self):
        seen = read(title="Needed by Friday, please print it twice", journal="Hollowell", pmid=None)

        citation = resolved(seen, index=SmallIndex(ARTICLE))

        assert (citation.doi, citation.title) == (ARTICLE.doi, TITLE)

    def test_one_look_alike_away_are_repaired(self):
        citation = resolved(in_result_list(doi="10.5555/jwm.2o19.ol23"), index=SmallIndex(ARTICLE))

        assert citation.doi == ARTICLE.doi
        assert "doi" not in citation.doubtful

    def test_of_a_record_without_them_are_never_erased(self):
        bare = replace(ARTICLE, doi=None, pmid=None)

        citation = resolved(read(), index=SmallIndex(bare))

        assert (citation.doi, citation.pmid) == (ARTICLE.doi, ARTICLE.pmid)
        assert citation.origins["doi"] == "screen"
        assert citation.origins["title"] == "index"

    def test_that_name_two_articles_leave_the_one_that_the_page_is_about(self):
        citation = resolved(read(pmid=OTHER.pmid), index=SmallIndex(ARTICLE, OTHER))

        assert (citation.doi, citation.pmid) == (ARTICLE.doi, ARTICLE.pmid)


class TestMerging:
    def test_lets_the_screen_say_the_year_of_print(self):
        online_first = replace(ARTICLE, year="2018")

        citation = resolved(read(), index=SmallIndex(online_first))

        assert citation.year == "2019"
        assert citation.origins["year"] == "screen"
        assert "year" not in citation.doubtful

    @pytest.mark.parametrize(("field", "value"), [("volume", "13"), ("pages", "413-419")])
    def test_believes_a_number_read_well_and_says_that_the_record_differs(self, field, value):
        citation = resolved(read(), index=SmallIndex(replace(ARTICLE, **{field: value})))

        assert getattr(citation, field) == getattr(ARTICLE, field)
        assert citation.doubtful == {field}

    @pytest.mark.parametrize(
        ("field", "value"), [("volume", "13"), ("pages", "413-419"), ("year", "2018")]
    )
    def test_believes_the_record_where_a_number_was_read_badly(self, field, value):
        seen = replace(read(**{field: value}), doubtful=frozenset({field}))

        citation = resolved(seen, index=SmallIndex(ARTICLE))

        assert getattr(citation, field) == getattr(ARTICLE, field)
        assert not citation.doubtful

    def test_takes_no_year_of_an_article_ahead_of_print(self):
        ahead_of_print = replace(ARTICLE, year="2018", volume=None, issue=None, pages=None)

        citation = resolved(read(year=None), index=SmallIndex(ahead_of_print))

        assert is_taken(citation)
        assert citation.year is None

    def test_is_less_sure_of_an_article_without_a_place(self):
        ahead_of_print = replace(ARTICLE, volume=None, issue=None, pages=None)
        seen = read(volume=None, issue=None, pages=None)

        assert resolved(seen, index=SmallIndex(ahead_of_print)).confidence < 0.9
        assert resolved(seen, index=SmallIndex(ARTICLE)).confidence > 0.9

    def test_completes_a_first_page(self):
        citation = resolved(read(pages="412"), index=SmallIndex(ARTICLE))

        assert citation.pages == "412-419"

    def test_keeps_the_last_page_that_a_record_leaves_out(self):
        citation = resolved(read(), index=SmallIndex(replace(ARTICLE, pages="412")))

        assert citation.pages == "412-419"
        assert "pages" not in citation.doubtful

    def test_keeps_an_issn_that_is_the_journals(self):
        assert resolved(read(issn="2049-3630"), index=SmallIndex(ARTICLE)).issn == "2049-3630"

    def test_replaces_one_that_is_not(self):
        assert resolved(read(issn="0000-0019"), index=SmallIndex(ARTICLE)).issn == "1234-5679"

    def test_keeps_all_authors_where_the_record_names_the_first_only(self):
        first_only = replace(ARTICLE, authors=("Hollowell MQ",))

        citation = resolved(read(), index=SmallIndex(first_only))

        assert citation.authors == ARTICLE.authors

    def test_sees_no_contradiction_in_a_supplement(self):
        citation = resolved(read(), index=SmallIndex(replace(ARTICLE, issue="3 Suppl 1")))

        assert citation.issue == "3"
        assert "issue" not in citation.doubtful


class TestResolvedReading:
    def test_gives_a_verdict_on_the_result(self):
        doubted = replace(without_identifiers(), doubtful=frozenset({"title"}))
        reading = Reading(verdict=Verdict.UNSURE, citations=(doubted,))

        result = resolved_reading(reading, index=SmallIndex(ARTICLE))

        assert result.verdict is Verdict.SURE
        assert result.citations[0].doi == ARTICLE.doi

    def test_takes_no_article_of_a_year_that_the_page_does_not_print(self):
        seen = without_identifiers(year=None, volume=None, issue=None, pages=None)

        def doi_beside(*printed, record=ARTICLE):
            lines = tuple(Line(text, Box(0, 0, 9, 9)) for text in printed)
            reading = Reading(verdict=Verdict.UNSURE, citations=(seen,), lines=lines)
            return resolved_reading(reading, index=SmallIndex(record)).citations[0].doi

        assert doi_beside("Vol. 15", "accepted in 2021", "พ.ศ. 2565") is None
        assert doi_beside("Vol. 12", "accepted in 2018", "พ.ศ. 2562") == ARTICLE.doi
        assert doi_beside("Ward Medicine") == ARTICLE.doi
        assert doi_beside("ปีที่ ?? ฉบับที่ ? (????)") is None
        told = "Between 2001 and 2019, 312 patients were seen at both of our wards"
        assert doi_beside("Vokume 36. Fetruary 2025", told) is None
        assert doi_beside("Ward Medicine", told) == ARTICLE.doi
        ahead_of_print = replace(ARTICLE, volume=None, issue=None, pages=None)
        assert doi_beside("Vol. 13 (2020)", record=ahead_of_print) == ARTICLE.doi

    def test_keeps_the_verdict_where_there_is_nothing_to_resolve(self):
        reading = Reading(verdict=Verdict.UNREADABLE)

        assert resolved_reading(reading, index=SmallIndex(ARTICLE)) == reading


class Outside:
    """A service that knows one article, and remembers whether it was asked."""

    def __init__(self, *records):
        self.records = list(records)
        self.was_asked = False

    def identified(self, *, doi, pmid, pmcid):
        self.was_asked = True
        return []

    def described(self, citation):
        return self.records


class TestOnlineSources:
    def test_are_asked_when_the_index_does_not_know(self):
        online = Outside(replace(ARTICLE, origin="crossref"), OTHER)

        citation = resolved(without_identifiers(), index=SmallIndex(OTHER), online=online)

        assert citation.doi == ARTICLE.doi
        assert citation.origins["doi"] == "crossref"

    def test_are_not_asked_when_it_does(self):
        online = Outside()

        resolved(read(), index=SmallIndex(ARTICLE), online=online)

        assert not online.was_asked

    def test_are_believed_no_more_than_the_index(self):
        online = Outside(*TWINS)

        citation = resolved(without_identifiers(), index=None, online=online)

        assert citation.doi is None
        assert citation.candidates
