"""Links that hand a document out: for a time, so often, until they are taken back."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection

from chapwai.documents.actions.issue_link import issue_link
from chapwai.documents.actions.use_link import (
    LinkOver,
    LinkUnknown,
    look_at_link,
    revoke_link,
    use_link,
)
from chapwai.documents.models import DocumentLink, hash_of
from tests.building import NINE, a_document

pytestmark = pytest.mark.django_db
EXPIRY = NINE + timedelta(days=14)


@pytest.fixture
def link():
    return issue_link(a_document(), about="supply:7", days=14, downloads=2, now=NINE)


class TestToken:
    def test_is_kept_by_its_hash_alone(self, link):
        row = DocumentLink.objects.filter(pk=link.pk).values().get()

        assert link.token not in str(row)
        assert row["token_hash"] == hash_of(link.token)

    def test_is_long_and_fit_for_an_address(self, link):
        assert len(link.token) == 32  # 192 bits
        assert link.token.replace("-", "").replace("_", "").isalnum()

    def test_is_another_for_every_supply_and_every_installation(self, link, settings):
        mine = link.token
        other = issue_link(link.document, about="supply:8", days=14, downloads=2, now=NINE)
        settings.SECRET_KEY = "of another installation"

        assert len({mine, other.token, link.token}) == 3

    def test_with_any_character_changed_opens_nothing(self, link):
        for position in range(len(link.token)):
            changed = "A" if link.token[position] != "A" else "B"
            token = link.token[:position] + changed + link.token[position + 1 :]
            with pytest.raises(LinkUnknown):
                look_at_link(token, now=NINE)

    @pytest.mark.parametrize("token", ["", "\x00", "\ud800", "x" * 10_000, "ลิงก์"])
    def test_that_is_hostile_opens_nothing(self, link, token):
        with pytest.raises(LinkUnknown):
            use_link(token, now=NINE)


class TestLookAtLink:
    def test_costs_nothing(self, link):
        for _ in range(5):
            assert look_at_link(link.token, now=NINE) == link

        link.refresh_from_db()
        assert link.downloads_left == 2

    def test_remembers_the_first_look(self, link):
        look_at_link(link.token, now=NINE)
        look_at_link(link.token, now=EXPIRY - timedelta(days=1))

        link.refresh_from_db()
        assert link.opened_at == NINE


class TestUseLink:
    def test_counts_each_download(self, link):
        use_link(link.token, now=NINE)
        use_link(link.token, now=NINE)

        with pytest.raises(LinkOver):
            use_link(link.token, now=NINE)
        with pytest.raises(LinkOver):
            look_at_link(link.token, now=NINE)

    def test_ends_at_the_very_moment(self, link):
        use_link(link.token, now=EXPIRY - timedelta(microseconds=1))

        with pytest.raises(LinkOver):
            use_link(link.token, now=EXPIRY)

    def test_ends_when_the_link_is_taken_back(self, link):
        revoke_link("supply:7", now=NINE)

        with pytest.raises(LinkOver):
            use_link(link.token, now=NINE)

    @pytest.mark.django_db(transaction=True)
    def test_never_hands_the_last_download_to_two(self, link):
        def use(_):
            try:
                use_link(link.token, now=NINE)
            except LinkOver:
                return 0
            else:
                return 1
            finally:
                connection.close()

        with ThreadPoolExecutor(8) as pool:
            assert sum(pool.map(use, range(8))) == 2


class TestRevokeLink:
    def test_touches_no_other(self, link):
        revoke_link("supply:70", now=NINE)

        assert look_at_link(link.token, now=NINE) == link
