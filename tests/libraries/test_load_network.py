"""What loading a network file makes of what is known already."""

import pytest

from chapwai.libraries.actions.load_network import load_network
from chapwai.libraries.models import Library, Network, Patron, ReaderGroup, Role, Staff
from chapwai.libraries.network_file import WrongNetworkFile

MALI, CHABA = "U0000000000000000000000000000000a", "U0000000000000000000000000000000b"
TONKLA = "U0000000000000000000000000000000c"


@pytest.mark.django_db
class TestLoadNetwork:
    def test_makes_everything_that_the_file_describes(self, network_file):
        loaded = load_network(network_file())

        riverside = Library.objects.get(symbol="RVS")
        tonkla = Patron.objects.get()
        assert (loaded.new, loaded.changed, loaded.known) == (8, 0, 0)
        assert riverside.network == Network.objects.get(name="Rivers and Hills")
        assert riverside.price_amount == 2_000
        assert Staff.objects.get(name="Chaba").role == Role.TREASURER
        assert (tonkla.group.code, tonkla.line_user_id) == ("lecturer", TONKLA)

    def test_changes_nothing_the_second_time(self, network_file):
        load_network(network_file())

        loaded = load_network(network_file())

        assert (loaded.new, loaded.changed, loaded.known) == (0, 0, 8)

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("price = 20", "price = 25"),
            ("Riverside Library", "Riverside Hospital Library"),
            ("library@riverside.example", "desk@riverside.example"),
            ('name = "Mali"', 'name = "Mali R."'),
            ("mali@riverside.example", "m@riverside.example"),
            ("tonkla@riverside.example", "t@riverside.example"),
            ('name_en = "lecturer"', 'name_en = "teacher"'),
            ("Rivers and Hills", "Hills and Rivers"),
            ("C00000000000000000000000000000001", "C00000000000000000000000000000002"),
        ],
    )
    def test_updates_the_one_entry_that_changed(self, network_file, before, after):
        load_network(network_file())

        loaded = load_network(network_file((before, after)))

        assert (loaded.new, loaded.changed, loaded.known) == (0, 1, 7)

    def test_keeps_what_the_file_leaves_out(self, network_file):
        load_network(network_file())
        without = [
            (f'line_user_id = "{MALI}"\n', ""),
            ("price = 20\n", ""),
            ('group = "lecturer"\n', ""),
        ]

        loaded = load_network(network_file(*without))

        assert loaded.changed == 0
        assert Staff.objects.get(name="Mali").line_user_id == MALI

    def test_takes_away_what_the_file_gives_as_empty(self, network_file):
        load_network(network_file())
        emptied = [
            (TONKLA, ""),
            ("tonkla@riverside.example", ""),
            ('group = "lecturer"', 'group = ""'),
        ]

        load_network(network_file(*emptied))

        tonkla = Patron.objects.get()
        assert (tonkla.line_user_id, tonkla.email, tonkla.group) == (None, "", None)

    def test_lets_two_people_exchange_their_line_accounts(self, network_file):
        load_network(network_file())

        load_network(network_file((MALI, "U-"), (CHABA, MALI), ("U-", CHABA)))

        assert Staff.objects.get(name="Mali").line_user_id == CHABA
        assert Staff.objects.get(name="Chaba").line_user_id == MALI

    def test_moves_a_line_account_from_a_reader_to_a_librarian(self, network_file):
        load_network(network_file())

        load_network(network_file((TONKLA, ""), (MALI, TONKLA)))

        assert Staff.objects.get(name="Mali").line_user_id == TONKLA
        assert Patron.objects.get().line_user_id is None

    def test_takes_no_line_account_from_somebody_who_is_not_in_the_file(self, network_file):
        load_network(network_file())
        Staff.objects.create(
            library=Library.objects.get(symbol="HTP"),
            name="Lanthom",
            email="lanthom@hilltop.example",
            line_user_id="U0000000000000000000000000000000e",
        )

        with pytest.raises(WrongNetworkFile, match="belongs to Lanthom at HTP"):
            load_network(network_file((MALI, "U0000000000000000000000000000000e")))

        assert Staff.objects.get(name="Lanthom").line_user_id
        assert Staff.objects.get(name="Mali").line_user_id == MALI

    def test_takes_no_library_from_another_network(self, network_file):
        load_network(network_file())
        other = [
            ("Rivers and Hills", "Lakes"),
            ("C00000000000000000000000000000001", "C00000000000000000000000000000002"),
        ]

        with pytest.raises(WrongNetworkFile, match=r"network\.toml:6: libraries\[0\]\.symbol"):
            load_network(network_file(*other))

        assert Network.objects.count() == 1

    def test_deletes_nothing(self, network_file):
        load_network(network_file())
        shorter = network_file().content.model_copy(
            update={"libraries": network_file().content.libraries[:1]}
        )

        load_network(type(network_file())(shorter, network_file().source))

        assert Library.objects.count() == 2
        assert ReaderGroup.objects.count() == 1
