"""`chapwai network`, on a database that is there."""

import json
from argparse import ArgumentParser
from pathlib import Path

import pytest

from chapwai.config.commands import network
from chapwai.config.refusal import Refused
from chapwai.ledger.queries import balance_of, balances
from chapwai.libraries.models import Library, Network

DEMO = Path(__file__).parents[2] / "demo" / "network.toml"


@pytest.fixture
def chapwai_network(db, capsys):
    """Give the command some arguments; what it prints."""

    def run(*arguments):
        parser = ArgumentParser()
        network.add_arguments(parser)
        assert network.run(parser.parse_args([str(argument) for argument in arguments])) == 0
        return capsys.readouterr().out

    return run


class TestLoad:
    def test_posts_opening_deposits_once(self, chapwai_network):
        for _ in range(2):
            chapwai_network("load", DEMO)

        assert [balance_of(symbol, "RVS") for symbol in ("HTP", "LKS", "SSD", "OTN")] == [
            50_000
        ] * 4
        assert len(balances()) == 8

    def test_refuses_another_opening_amount_and_writes_nothing(self, chapwai_network, tmp_path):
        text = DEMO.read_text(encoding="utf-8")
        line = text[: text.index("amount = 500")].count("\n") + 1
        changed = tmp_path / "changed.toml"
        dearer = text.replace("price = 20", "price = 30").replace("amount = 500", "amount = 600", 1)
        changed.write_text(dearer, encoding="utf-8")
        chapwai_network("load", DEMO)

        with pytest.raises(Refused) as refusal:
            chapwai_network("load", changed)

        assert str(refusal.value) == (
            f"changed.toml:{line}: deposits[0].amount: was opened with 500 baht, and books are"
            " never rewritten; a further payment is a top-up"
        )
        assert not Library.objects.exclude(price_amount=2_000).exists()


class TestShow:
    @pytest.mark.parametrize(("options", "ending"), [([], "toml"), (["--json"], "json")])
    def test_prints_a_file_that_changes_nothing_when_loaded(
        self, chapwai_network, tmp_path, options, ending
    ):
        chapwai_network("load", DEMO)
        Library.objects.filter(symbol="HTP").update(price_amount=1_250, name_en='The "Hill" \\ Top')
        shown = tmp_path / f"shown.{ending}"
        shown.write_text(chapwai_network("show", *options), encoding="utf-8")

        again = chapwai_network("load", shown)

        assert again == f"shown.{ending}: 0 new, 0 changed, 20 as they were\n"

    def test_prints_every_entry_of_the_file(self, chapwai_network):
        chapwai_network("load", DEMO)

        shown = json.loads(chapwai_network("show", "--json"))

        assert [len(library["staff"]) for library in shown["libraries"]] == [2, 1, 1, 1, 1]
        assert [reader.get("email") for reader in shown["libraries"][0]["readers"]] == [
            "tonkla@riverside.example",
            None,
        ]
        assert shown["deposits"][0] == {"at": "HTP", "from": "RVS", "amount": 500}

    def test_says_when_there_is_no_network(self, chapwai_network):
        with pytest.raises(Refused, match="no such network here"):
            chapwai_network("show")

    def test_wants_a_name_where_there_are_several(self, chapwai_network):
        chapwai_network("load", DEMO)
        Network.objects.create(name="Lakes", line_group_id="C00000000000000000000000000000009")

        with pytest.raises(Refused, match="name the one"):
            chapwai_network("show")

        assert 'name = "Lakes"' in chapwai_network("show", "Lakes")
