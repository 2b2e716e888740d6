"""What a network file may say, and how it is told what it may not."""

import json
import tomllib
from pathlib import Path

import pytest

from chapwai.libraries.line_numbers import lines_in_json, lines_in_toml
from chapwai.libraries.network_file import WrongNetworkFile, read_network_file
from tests.libraries.network_texts import NETWORK, line_of

DEMO = Path(__file__).parents[2] / "demo" / "network.toml"


def complaints(network_file, *replacements, **options):
    """What the reader says about the small network with these words replaced."""
    with pytest.raises(WrongNetworkFile) as wrong:
        network_file(*replacements, **options)
    return str(wrong.value).splitlines()


class TestReadNetworkFile:
    def test_reads_amounts_as_satang(self, network_file):
        content = network_file().content

        assert [library.price for library in content.libraries] == [2_000, 1_250]
        assert content.deposits[0].amount == 50_000

    def test_reads_json_by_the_name(self, network_file):
        as_json = json.dumps(tomllib.loads(NETWORK))

        assert network_file(text=as_json, name="network.json").content == network_file().content

    def test_reads_the_demonstration(self):
        assert len(read_network_file(DEMO).content.libraries) == 5

    def test_names_file_line_and_entry_of_a_wrong_price(self, network_file):
        said = complaints(network_file, ("price = 12.50", "price = 12.505"))

        assert said == [
            f"network.toml:{line_of('price', last=True)}: libraries[1].price: must be an amount"
            " in baht from 0 to 1000000, with at most two decimals"
        ]

    def test_names_the_line_in_json_too(self, network_file):
        text = json.dumps(tomllib.loads(NETWORK), indent=1).replace('"price": 20', '"price": "20"')
        line = text[: text.index('"price": "20"')].count("\n") + 1

        (said,) = complaints(network_file, text=text, name="network.json")

        assert said.startswith(f"network.json:{line}: libraries[0].price: must be an amount")

    def test_says_everything_at_once_in_the_order_of_lines(self, network_file):
        said = complaints(
            network_file,
            ("price = 20", "price = -1"),
            ('role = "treasurer"', 'role = "boss"'),
            ('name = "Champi"\n', ""),
            ('at = "HTP"', 'at = "XYZ"'),
        )

        assert [one.split(": ")[1] for one in said] == [
            "libraries[0].price",
            "libraries[0].staff[1].role",
            "libraries[1].staff[0].name",
            "deposits[0].at",
        ]

    def test_places_what_is_missing_where_it_is_missing_from(self, network_file):
        (said,) = complaints(network_file, ('name = "Champi"\n', ""))

        line = line_of("[[libraries.staff]]", last=True)
        assert said == f"network.toml:{line}: libraries[1].staff[0].name: is missing"

    @pytest.mark.parametrize(
        ("before", "after", "where", "what"),
        [
            ("price = 20", "price = true", "libraries[0].price", "must be an amount in baht"),
            ("price = 20", "prize = 20", "libraries[0].prize", "is not known here"),
            ("amount = 500", "amount = 0", "deposits[0].amount", "from 0.01 to"),
            ('"treasurer"', '"boss"', "libraries[0].staff[1].role", "must be one of 'librarian'"),
            ('name = "Mali"', "name = 5", "libraries[0].staff[0].name", "must be text in quotes"),
            ('name = "Mali"', 'name = " "', "libraries[0].staff[0].name", "must not be empty"),
            (
                'email = "mali@riverside.example"',
                'email = "mali"',
                "libraries[0].staff[0].email",
                "must be an e-mail address",
            ),
            (
                "U0000000000000000000000000000000a",
                "U00a",
                "libraries[0].staff[0].line_user_id",
                "must be the id of a LINE user",
            ),
            (
                "C00000000000000000000000000000001",
                "U00000000000000000000000000000001",
                "network.line_group_id",
                "must be the id of a LINE group",
            ),
            (
                'line_group_id = "C',
                'claim_minutes = 0\nline_group_id = "C',
                "network.claim_minutes",
                "must be at least 1",
            ),
        ],
    )
    def test_says_in_plain_words_what_an_entry_must_be(
        self, network_file, before, after, where, what
    ):
        (said,) = complaints(network_file, (before, after))

        assert f": {where}: " in said
        assert what in said

    @pytest.mark.parametrize(
        ("before", "after", "where", "what"),
        [
            ('symbol = "HTP"', 'symbol = "RVS"', "libraries[1].symbol", "another library has it"),
            (
                "U0000000000000000000000000000000d",
                "U0000000000000000000000000000000a",
                "libraries[1].staff[0].line_user_id",
                "another person has it already",
            ),
            (
                "U0000000000000000000000000000000c",
                "U0000000000000000000000000000000a",
                "libraries[0].readers[0].line_user_id",
                "another person has it already",
            ),
            (
                "champi@hilltop.example",
                "Mali@riverside.example",
                "libraries[1].staff[0].email",
                "another member of staff has it already",
            ),
            (
                'group = "lecturer"',
                'group = "dean"',
                "libraries[0].readers[0].group",
                "dean is no reader group of this library",
            ),
            ('at = "HTP"', 'at = "XYZ"', "deposits[0].at", "XYZ is no library of this file"),
            ('from = "RVS"', 'from = "XYZ"', "deposits[0].from", "XYZ is no library"),
            ('at = "HTP"', 'at = "RVS"', "deposits[0]", "a library has no deposit at itself"),
            (
                "[[deposits]]",
                '[[deposits]]\nat = "HTP"\nfrom = "RVS"\namount = 1\n[[deposits]]',
                "deposits[1]",
                "this deposit is in the file already",
            ),
            (
                "[[libraries.reader_groups]]",
                '[[libraries.reader_groups]]\ncode = "lecturer"\nname_th = "ก"\nname_en = "x"\n'
                "[[libraries.reader_groups]]",
                "libraries[0].reader_groups[1].code",
                "another group of this library has it already",
            ),
            (
                "[[libraries.readers]]",
                '[[libraries.readers]]\ncode = "L-1"\nname = "Baibua"\n[[libraries.readers]]',
                "libraries[0].readers[1].code",
                "another reader of this library has it already",
            ),
        ],
    )
    def test_refuses_entries_that_contradict_each_other(
        self, network_file, before, after, where, what
    ):
        said = complaints(network_file, (before, after))

        assert any(f": {where}: {what}" in one for one in said)

    def test_says_where_the_text_cannot_be_understood(self, network_file):
        (said,) = complaints(network_file, ('symbol = "RVS"', "symbol = RVS"))

        assert said.startswith(f"network.toml:{line_of('RVS')}: cannot be understood")

    def test_says_when_there_is_nothing_to_read(self, tmp_path):
        with pytest.raises(WrongNetworkFile, match="cannot be read: No such file"):
            read_network_file(tmp_path / "absent.toml")

    @pytest.mark.parametrize("content", [b"\xff\xfe", b"[]"])
    def test_refuses_what_is_no_network_at_all(self, tmp_path, content):
        path = tmp_path / "network.json"
        path.write_bytes(content)

        with pytest.raises(WrongNetworkFile):
            read_network_file(path)


class TestLinesInToml:
    def test_counts_the_entries_of_lists_inside_lists(self):
        text = "a = 1\n[[b]]\nc = 2\n[[b.d]]\ne = 3\n[[b.d]]\ne = 4\n[[b]]\n[[b.d]]\n'e' = 5\n"

        lines = lines_in_toml(text)

        assert lines["b", 0, "d", 1, "e"] == 7
        assert lines["b", 1, "d", 0, "e"] == 10

    def test_takes_comments_and_brackets_in_values_for_what_they_are(self):
        lines = lines_in_toml('# x = 1\n[t] # [u]\ny = "[[z]]"\nw = 2\n')

        assert lines == {("t",): 2, ("t", "y"): 3, ("t", "w"): 4}


class TestLinesInJson:
    def test_follows_objects_and_lists(self):
        text = '{"a": {"b": "},:"},\n "c": [1,\n {"d": "x",\n "e": []}]}'

        lines = lines_in_json(text)

        assert lines["a", "b"] == 1
        assert lines["c", 1] == 3
        assert lines["c", 1, "e"] == 4
