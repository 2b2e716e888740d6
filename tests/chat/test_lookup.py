"""What is looked up while the chat waits, and what is remembered of it."""

from types import MappingProxyType

import pytest

from chapwai.chat.lookup import looked_up, looked_up_everywhere
from chapwai.citations.citation import Citation, Verdict
from chapwai.citations.index.remember_record import remember_record
from chapwai.citations.models import IndexedArticle
from chapwai.citations.record import Record
from tests.building import NINE
from tests.chat.conftest import reading_of

TITLE = "Tea and sleep among the nurses of twelve night wards"
KNOWN = Record(title=TITLE, year="2015", volume="8", pages="11-19", doi="10.5555/tea.1")


def seen(**fields):
    fields = {"title": TITLE, "year": "2015", "volume": "8", "pages": "11-19", **fields}
    origins = MappingProxyType(dict.fromkeys(fields, "screen"))
    return reading_of(Citation(**fields, origins=origins, confidence=0.9), verdict=Verdict.UNSURE)


@pytest.mark.django_db
class TestLookedUp:
    def test_completes_what_the_index_knows(self):
        remember_record(KNOWN, now=NINE)

        (citation,) = looked_up(seen()).citations

        assert citation.doi == KNOWN.doi
        assert citation.origins["doi"] == "index"

    def test_leaves_alone_what_it_does_not_know(self):
        (citation,) = looked_up(seen()).citations

        assert citation.doi is None


@pytest.mark.django_db
class TestLookedUpEverywhere:
    def test_remembers_what_a_service_outside_has_said(self):
        told = seen(doi="10.5555/tea.1").citations[0]
        origins = MappingProxyType({**told.origins, "doi": "crossref"})
        reading = reading_of(Citation(**{**vars(told), "origins": origins}))

        looked_up_everywhere(reading, now=NINE)

        assert looked_up(seen()).citations[0].doi == "10.5555/tea.1"

    def test_remembers_nothing_that_was_only_seen(self):
        looked_up_everywhere(seen(doi="10.5555/tea.1"), now=NINE)

        assert not IndexedArticle.objects.exists()
