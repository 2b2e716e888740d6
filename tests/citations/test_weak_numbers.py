"""Numbers that were read badly are left out, unless a record has borne them out."""

from types import MappingProxyType

from chapwai.citations.citation import Citation
from chapwai.citations.resolve.resolve import resolved

NUMBERS = {"year": "2019", "volume": "12", "issue": "3", "pages": "412-419"}


def item(*doubtful, origin="screen", legibility=0.9):
    return Citation(
        title="Tea for two",
        **NUMBERS,
        doubtful=frozenset(doubtful),
        origins=MappingProxyType(dict.fromkeys(["title", *NUMBERS], origin)),
        legibility=legibility,
    )


class TestWeakNumbers:
    def test_are_left_out_and_called_doubtful(self):
        citation = resolved(item("authors", "pages"), index=None)

        assert [getattr(citation, name) for name in NUMBERS] == [None] * 4
        assert citation.doubtful >= NUMBERS.keys()
        assert citation.title == "Tea for two"

    def test_stay_where_the_item_was_read_well_enough(self):
        assert resolved(item("pages"), index=None).volume == "12"

    def test_stay_where_somebody_typed_them(self):
        assert resolved(item("authors", "pages", origin="text"), index=None).volume == "12"

    def test_stay_on_legible_lines_unless_they_are_doubtful_themselves(self):
        citation = resolved(item("authors", "pages", legibility=0.97), index=None)

        assert (citation.volume, citation.pages) == ("12", None)
