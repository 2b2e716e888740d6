"""OpenURLs of both versions, as resolvers receive them: repeated, unescaped, incomplete."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chapwai.citations.description import Description
from chapwai.citations.openurl import describe_openurl

VERSION_0 = (
    "https://find.lakeside.example/?sid=scholar&genre=article&aulast=Fernhill&auinit=A"
    "&atitle=Sleep+%26+gardens&title=J+Imag+Sleep&issn=2434-561X&date=2019-03&volume=12"
    "&issue=3&spage=412&epage=419&id=doi:10.5555/jis.412"
)
VERSION_1 = (
    "https://find.lakeside.example/openurl?url_ver=Z39.88-2004&ctx_ver=Z39.88-2004"
    "&rft_val_fmt=info:ofi/fmt:kev:mtx:journal&rft.genre=article&rft.atitle=Sleep%20%26%20gardens"
    "&rft.jtitle=J%20Imag%20Sleep&rft.au=Fernhill%2C+A&rft.issn=2434-561X&rft.date=2019"
    "&rft.volume=12&rft.issue=3&rft.pages=412-9&rft_id=info:doi/10.5555%2Fjis.412"
)


def described(query):
    found = describe_openurl(f"https://find.lakeside.example/?{query}")
    assert found is not None
    return found


class TestOpenUrls:
    @pytest.mark.parametrize("address", [VERSION_0, VERSION_1, VERSION_1.partition("?")[2]])
    def test_of_both_versions_say_the_same(self, address):
        assert describe_openurl(address) == Description(
            title="Sleep & gardens",
            authors=("Fernhill A",),
            journal="J Imag Sleep",
            issn="2434-561X",
            year="2019",
            volume="12",
            issue="3",
            pages="412-419",
            dois=("10.5555/jis.412",),
        )

    @pytest.mark.parametrize(
        ("query", "field", "value"),
        [
            ("rft_id=info:doi/10.5555/jis.412&rft_id=info:pmid/30000011", "pmids", ("30000011",)),
            ("rft_id=info:pmid/30000011&rft_id=info:doi/10.5555/jis.4", "dois", ("10.5555/jis.4",)),
            ("rft_id=https://doi.org/10.5555/jis.412", "dois", ("10.5555/jis.412",)),
            ("id=pmid:30000011", "pmids", ("30000011",)),
            ("id=doi:10.5555/jis.412", "dois", ("10.5555/jis.412",)),
            ("ctx_ver=Z39.88-2004&rft.pmid=30000011", "pmids", ("30000011",)),
            ("ctx_ver=Z39.88-2004&rft.doi=10.5555/jis.412", "dois", ("10.5555/jis.412",)),
            ("genre=article&genre=article&url_ver=1&spage=e101", "pages", "e101"),
            ("ctx_ver=1&rft.artnum=101234", "pages", "101234"),
            ("ctx_ver=1&spage=412&epage=412", "pages", "412"),
            ("sid=a&issn=2434-561X&title=Sleep & Breathing", "journal", "Sleep & Breathing"),
            ("sid=a&issn=2434-561X&title=Rest&Sleep&volume=1", "journal", "Rest&Sleep"),
            ("sid=a&amp;issn=2434-561X&amp;volume=12", "volume", "12"),
            ("SID=a&ISSN=2434-561X&Volume=12", "volume", "12"),
            ("ctx_ver=1&volume=12&issue=3", "issue", "3"),
            ("sid=a&genre=article&title=Garden%AE+News", "journal", "Garden® News"),
            ("sid=a&genre=article&title=%C7%D2%C3%CA%D2%C3", "journal", "วารสาร"),
            ("sid=a&genre=article&date=2562", "year", "2019"),
            ("sid=a&genre=article&date=20190312", "year", "2019"),
            ("sid=a&genre=article&issn=2434561X", "issn", "2434-561X"),
            ("sid=a&genre=article&issn=2434-5611&volume=1", "issn", None),
            ("sid=a&genre=article&issn=&eissn=2434-561X", "issn", "2434-561X"),
            ("sid=a&issn=2434-561X&volume=12ค่ะ", "volume", "12"),
            ("ctx_ver=1&rft.au=Fernhill, A&rft.au=Marsh, D", "authors", ("Fernhill A", "Marsh D")),
            ("ctx_ver=1&rft.aulast=Fernhill&rft.aufirst=Anna", "authors", ("Anna Fernhill",)),
            ("ctx_ver=1&genre=dissertation&rft.title=On sleep", "title", "On sleep"),
            ("sid=a&issn=2434-561X&aulast=Fernhill, Anna", "authors", ("Anna Fernhill",)),
            ("sid=a&issn=2434-561X&volume=12&_service_type=full", "volume", "12"),
            ("sid=a&genre=article&date=Mar 2019", "year", "2019"),
            ("sid=a&genre=article&id=DOI:10.5555/jis.412", "dois", ("10.5555/jis.412",)),
            ("sid=Entrez:PubMed&id=pmid:30000011", "pmids", ("30000011",)),
            ("sid=a&genre=article&title=Rest &amp; Sleep&volume=1", "journal", "Rest & Sleep"),
            ("genre=bookitem&sid=a&isbn=9780306406157&atitle=On sleep", "title", "On sleep"),
        ],
    )
    def test_are_understood_however_they_are_written(self, query, field, value):
        assert getattr(described(query), field) == value

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "ขอบคุณค่ะ",
            "https://shop.example/?id=5&title=lamp&volume=2",
            "https://lakeside.example/?page=2",
            "https://www.nature.com/articles/s99999-020-0001-2",
            "a=b&c=d",
            "https://find.lakeside.example/?genre=book&sid=a&isbn=9780306406157&title=Gardens",
            "https://find.lakeside.example/?sid=a&isbn=9780306406157&title=Gardens",
            "https://find.lakeside.example/?ctx_ver=Z39.88-2004&rft.atitle=",
        ],
    )
    def test_of_books_and_of_nothing_are_none(self, text):
        assert describe_openurl(text) is None

    @given(st.text(max_size=300))
    def test_survive_any_values(self, text):
        describe_openurl(f"https://find.lakeside.example/?ctx_ver=1&rft.atitle={text}&spage={text}")
        describe_openurl(text)
