"""Numbers that were read badly are left out, unless a record has borne them out."""

from types import MappingProxyType

from chapwai.citations.citation import Citation
from chapwai.citations.resolve.resolve import resolved

NUMBERS = {"year": "2019", "volume": "12", "issue": "3", "pages": "412-419"}


def item(confidence, *, origin="screen", **more):
    origins = MappingProxyType(dict.fromkeys(["title", *NUMBERS], origin))
    read = {"legibility": 0.9, "origins": origins} | more
    return Citation(title="Tea for two", **NUMBERS, confidence=confidence, **read)


class TestWeakNumbers:
    def test_are_left_out_and_called_doubtful(self):
        citation = resolved(item(0.4), index=None)

        assert [getattr(citation, name) for name in NUMBERS] == [None] * 4
        assert citation.doubtful >= NUMBERS.keys()
        assert citation.title == "Tea for two"

    def test_stay_where_the_item_was_read_well_enough(self):
        assert resolved(item(0.6), index=None).volume == "12"

    def test_stay_where_somebody_typed_them(self):
        assert resolved(item(0.4, origin="text"), index=None).volume == "12"

    def test_stay_on_legible_lines_unless_they_are_doubtful_themselves(self):
        doubted = item(0.4, legibility=0.97, doubtful=frozenset({"authors", "pages"}))

        citation = resolved(doubted, index=None)

        assert (citation.volume, citation.pages) == ("12", None)
