from chapwai.libraries.queries import (
    librarians_of,
    network_of_group,
    patron_of_line_user,
    staff_of_line_user,
)
from tests.building import GROUP, librarian_at


class TestWhoIsWho:
    def test_a_librarian_is_known_by_the_line_account(self, riverside):
        assert staff_of_line_user(riverside.line_user_id) == riverside
        assert patron_of_line_user(riverside.line_user_id) is None

    def test_a_reader_is_known_by_the_line_account(self, reader):
        assert patron_of_line_user(reader.line_user_id) == reader
        assert staff_of_line_user(reader.line_user_id) is None

    def test_people_without_an_account_are_nobody(self, riverside, reader):
        librarian_at(riverside.library, line_user_id=None)

        assert staff_of_line_user("") is None
        assert patron_of_line_user("") is None

    def test_comes_with_everything_a_door_needs_in_one_question(
        self, riverside, reader, django_assert_num_queries
    ):
        with django_assert_num_queries(2):
            staff = staff_of_line_user(riverside.line_user_id)
            patron = patron_of_line_user(reader.line_user_id)
            assert staff.library.network == patron.library.network
            assert patron.group.mediated


class TestNetworkOfGroup:
    def test_is_the_one_that_shares_it(self, network):
        assert network_of_group(GROUP) == network
        assert network_of_group("C" + "9" * 32) is None


class TestLibrariansOf:
    def test_are_the_librarys_own_in_a_steady_order(self, riverside, hilltop):
        colleague = librarian_at(riverside.library)

        assert librarians_of(riverside.library) == [riverside, colleague]
