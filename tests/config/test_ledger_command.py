"""`chapwai ledger`, on a database that is there."""

import json
from argparse import Namespace
from datetime import UTC, datetime

import pytest

from chapwai.config.commands import ledger
from chapwai.ledger.actions.hold import place_hold
from chapwai.ledger.actions.top_up import top_up

NINE = datetime(2026, 8, 12, 2, 0, tzinfo=UTC)


@pytest.fixture
def deposit(db):
    """Riverside has 1,234.50 baht at Hilltop, 20 of them held."""
    parties = {"supplier": "HTP", "payer": "RVS"}
    top_up(**parties, amount=123_450, key="slip:0001", actor="mali", now=NINE)
    place_hold(**parties, supply_id=1, amount=2_000, now=NINE)


@pytest.mark.usefixtures("deposit")
class TestBalances:
    def test_are_printed_in_baht_with_two_decimals(self, capsys):
        ledger.run(Namespace(action="balances", json=False))

        assert capsys.readouterr().out == (
            "book  purpose  party  balance   held\n"
            "HTP   bank     -      1234.50   0.00\n"
            "HTP   deposit  RVS    1234.50  20.00\n"
        )

    def test_are_given_in_satang_and_baht_as_json(self, capsys):
        ledger.run(Namespace(action="balances", json=True))

        assert json.loads(capsys.readouterr().out)[1] == {
            "book": "HTP",
            "purpose": "deposit",
            "party": "RVS",
            "balance_satang": 123_450,
            "balance_baht": "1234.50",
            "held_satang": 2_000,
            "held_baht": "20.00",
        }


@pytest.mark.django_db
class TestAudit:
    @pytest.mark.parametrize(("wrong", "code"), [(0, 0), (1, 1)])
    def test_answers_1_when_anything_is_not_zero(self, monkeypatch, capsys, wrong, code):
        monkeypatch.setattr(ledger, "audit", lambda: {"under_floor": 0, "broken_hashes": wrong})

        answered = ledger.run(Namespace(action="audit", json=False))

        assert answered == code
        assert f"broken_hashes      {wrong}" in capsys.readouterr().out
