"""Fifty libraries claim one request in the same moment, a hundred times, at the real front door."""

import json
import sys
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest

from demo.phones import wait_for
from demo.service import Service, environment_in, serving
from tests.line_standin import platform_running
from tests.stories.stage import database_of, doi_of, reference_to

ROUNDS, RIVALS = 100, 50
GROUP = "C" + "0" * 31 + "a"


def line_id(number):
    return f"U{number:032x}"


@pytest.fixture(scope="module")
def platform():
    with platform_running(members=RIVALS + 1) as platform:
        yield platform


@pytest.fixture(scope="module")
def service(tmp_path_factory, platform):
    """A network of fifty-one libraries, served by its real processes."""
    folder = tmp_path_factory.mktemp("races")
    network_file = folder / "network.json"
    network_file.write_text(json.dumps(network()), encoding="utf-8")
    # No document is supplied here, so no mail server is needed.
    environment = environment_in(
        folder, {**platform.settings, "CHAPWAI_SMTP_URL": "smtp://127.0.0.1:9"}
    )
    url = environment["CHAPWAI_PUBLIC_URL"]
    platform.webhook_url = f"{url}/line/webhook"
    service = Service("", url, environment, folder / "chapwai.log")
    with serving(service, network_file=network_file):
        yield service


@pytest.fixture
def database(service):
    with psycopg.connect(database_of(service), autocommit=True) as connection:
        yield connection


@pytest.fixture
def rivals():
    """Fifty people with their thumbs on the same button."""
    with ThreadPoolExecutor(RIVALS) as pool:
        yield Rivals(pool, threading.Barrier(RIVALS))


class Rivals:
    def __init__(self, pool, start):
        self.pool, self.start = pool, start

    def claim(self, platform, number):
        """All at once; gives the statuses of the webhooks' answers."""
        return list(self.pool.map(lambda one: self._press(platform, number, one), range(RIVALS)))

    def _press(self, platform, number, rival):
        self.start.wait(30)
        return platform.write(line_id(rival + 1), f"รับ {number}", group=GROUP)


class TestFiftyLibrariesAtOnce:
    @pytest.mark.slow
    @pytest.mark.timeout(900)  # a minute and a half on a machine with nothing else to do
    def test_have_exactly_one_winner_every_time(self, service, platform, database, rivals):
        answers, winners = Counter(), Counter()
        for played in range(ROUNDS):
            number = ask(platform, database, f"Invented race number {played}")

            answers.update(rivals.claim(platform, number))
            wait_until_answered(platform, number)

            winners[winners_of(database, number)] += 1
            assert Counter(told(platform, number)) == {"✅": 1, "รับไปก่อนแล้ว": RIVALS - 1}

        print(f"{ROUNDS} rounds, {sum(answers.values())} webhooks: {answers}", file=sys.stderr)
        assert answers == {200: ROUNDS * RIVALS}
        assert winners == {(1, 1, 1): ROUNDS}
        assert held(database) == ROUNDS * 2_000
        assert not any(dict(database.execute("SELECT finding, wrong FROM ledger_audit")).values())


def ask(platform, database, title):
    """The fifty-first library asks; gives the number once the request is open."""
    assert platform.write(line_id(0), reference_to(title), group=GROUP) == 200
    question = "SELECT number FROM document_requests_documentrequest WHERE doi = %s"
    (number,) = wait_for(lambda: database.execute(question, [doi_of(title)]).fetchone(), what=title)
    return number


def wait_until_answered(platform, number):
    wait_for(lambda: len(told(platform, number)) >= RIVALS or None, what=f"{RIVALS} answers")


def told(platform, number):
    """What everybody was told about their claim."""
    said = [one.get("text", "") for one in platform.said()[-4 * RIVALS :]]
    about_it = [text for text in said if number in text]
    return [sign for text in about_it for sign in ("✅", "รับไปก่อนแล้ว") if sign in text]


def winners_of(database, number):
    """How many claims the history has, how many supplies, and how many holds of money."""
    return database.execute(
        """
        SELECT (SELECT count(*) FROM document_requests_requestevent AS event
                    WHERE event.doc_request_id = asked.id AND verb = 'claim'),
               count(supply.id), count(hold.id)
        FROM document_requests_documentrequest AS asked
            JOIN document_requests_supply AS supply ON supply.doc_request_id = asked.id
            JOIN ledger_hold AS hold ON hold.supply_id = supply.id
        WHERE asked.number = %s GROUP BY asked.id
        """,
        [number],
    ).fetchone()


def held(database):
    return database.execute("SELECT sum(held)::bigint FROM ledger_account").fetchone()[0]


def network():
    """One library that asks, with money at each of the fifty others."""
    return {
        "network": {"name": "ห้าสิบเอ็ดห้องสมุด", "line_group_id": GROUP},
        "libraries": [library(number) for number in range(RIVALS + 1)],
        "deposits": [
            {"at": f"L{number}", "from": "L0", "amount": 20 * ROUNDS}
            for number in range(1, RIVALS + 1)
        ],
    }


def library(number):
    librarian = {
        "name": f"บรรณารักษ์ {number}",
        "email": f"librarian@library-{number}.example",
        "line_user_id": line_id(number),
    }
    return {
        "symbol": f"L{number}",
        "name_th": f"ห้องสมุดที่ {number}",
        "name_en": f"Library {number}",
        "short_name_th": f"แห่งที่ {number}",
        "short_name_en": f"Library {number}",
        "email": f"info@library-{number}.example",
        "staff": [librarian],
    }
