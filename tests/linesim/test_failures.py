"""Calls and webhooks that go wrong to order."""

import json
import queue

import httpx
import pytest

from linesim.failures import BadRule, Failures

from .conftest import FAH, NO_CERTIFICATES, TOKEN


@pytest.fixture
def order(platform):
    """Put a rule in force; returns it."""

    def order(**rule):
        answer = platform.control.post("/rules", json=rule)
        assert answer.status_code == 200, answer.text
        return answer.json()

    return order


@pytest.fixture
def impatient(platform):
    """A client that waits a fifth of a second."""
    headers = {"authorization": f"Bearer {TOKEN}"}
    with httpx.Client(
        base_url=f"{platform.url}/v2/bot",
        headers=headers,
        timeout=0.2,
        trust_env=False,
        verify=NO_CERTIFICATES,
    ) as client:
        yield client


PUSH = {"to": FAH, "messages": [{"type": "text", "text": "แจ้งข่าว"}]}
KEY = {"x-line-retry-key": "2c1c6f9e-6f6a-4b1e-9d7e-000000000001"}


class TestFailureOfACall:
    @pytest.mark.parametrize(
        ("rule", "status", "words"),
        [
            ({"kind": "status"}, 500, "temporarily unavailable"),
            ({"kind": "status", "status": 503}, 503, "temporarily unavailable"),
            ({"kind": "rate"}, 429, "The API rate limit has been exceeded. Try again later."),
            ({"kind": "quota"}, 429, "You have reached your monthly limit."),
            ({"kind": "unauthorized"}, 401, "Authentication failed due to the following reason"),
        ],
    )
    def test_answers_instead_of_acting(self, platform, order, rule, status, words):
        order(path="/v2/bot/message/push", **rule)

        answer = platform.push(FAH)

        assert answer.status_code == status
        assert words in answer.json()["message"]
        assert platform.chat("ฟ้า/bot") == []

    def test_falls_on_its_path_and_method_only(self, platform, order):
        order(kind="status", path="/v2/bot/message/*", method="POST")

        assert platform.push(FAH).status_code == 500
        assert platform.api.get("/message/quota").status_code == 200
        assert platform.api.get("/info").status_code == 200

    def test_falls_on_the_nth_call(self, platform, order):
        order(kind="status", path="*/push", nth=2)

        assert [platform.push(FAH).status_code for _ in range(3)] == [200, 500, 200]

    def test_falls_only_so_many_times(self, platform, order):
        order(kind="status", times=2)

        assert [platform.push(FAH).status_code for _ in range(3)] == [500, 500, 200]

    def test_ends_when_cleared(self, platform, order):
        first = order(kind="status", path="*/push")
        order(kind="status", path="*/info")

        platform.control.delete("/rules", params={"id": first["id"]})

        assert platform.push(FAH).status_code == 200
        assert platform.api.get("/info").status_code == 500
        [left] = platform.control.get("/rules").json()["rules"]
        assert (left["matched"], left["struck"]) == (1, 1)
        platform.control.delete("/rules")
        assert platform.api.get("/info").status_code == 200

    @pytest.mark.parametrize(
        "wrong",
        [
            {},
            {"kind": "odd"},
            {"kind": "status", "status": 200},
            {"kind": "status", "probability": 2},
        ],
    )
    def test_must_make_sense(self, platform, wrong):
        assert platform.control.post("/rules", json=wrong).status_code == 400

    def test_can_be_a_timeout_after_all_was_done(self, platform, order, impatient):
        order(kind="timeout", path="*/push", times=1)

        with pytest.raises(httpx.ReadTimeout):
            impatient.post("/message/push", json=PUSH, headers=KEY)
        again = platform.push(FAH, **KEY)

        assert again.status_code == 409
        assert len(platform.chat("ฟ้า/bot")) == 1

    def test_can_be_a_broken_connection(self, platform, order):
        order(kind="reset", times=1)

        with pytest.raises((httpx.ReadError, httpx.RemoteProtocolError)):
            platform.push(FAH)

        assert platform.chat("ฟ้า/bot") == []
        assert platform.push(FAH).status_code == 200

    def test_can_be_slow(self, platform, order, impatient):
        order(kind="slow", seconds=5, path="*/info", times=1)

        with pytest.raises(httpx.ReadTimeout):
            impatient.get("/info")

    def test_can_break_off_in_the_middle(self, platform, order):
        order(kind="truncated", path="*/content")
        sent = platform.control.post(
            "/persons/ฟ้า/files",
            content=b"%PDF-1.7" * 1000,
            params={"chat": "bot", "name": "a.pdf"},
            headers={"content-type": "application/pdf"},
        ).json()

        with pytest.raises(httpx.RemoteProtocolError, match="received 4000 bytes, expected 8000"):
            platform.api.get(f"/message/{sent['messageId']}/content")

    def test_stands_in_the_record(self, platform, order):
        order(kind="quota")
        platform.push(FAH)

        [entry] = platform.control.get("/traffic").json()["entries"]

        assert (entry["failure"], entry["status"], entry["counted"]) == ("quota", 429, 0)


class TestSeed:
    def fate(self, seed):
        failures = Failures(seed=seed)
        failures.add(kind="status", probability=0.3)
        calls = [failures.for_call(method="POST", path="/v2/bot/x") for _ in range(200)]
        return [rule is not None for rule in calls]

    def test_makes_the_same_calls_fail(self):
        assert self.fate(7) == self.fate(7) != self.fate(8)
        assert 30 < sum(self.fate(7)) < 90

    def test_keeps_rules_apart(self):
        alone, beside = Failures(seed=7), Failures(seed=7)
        alone.add(kind="status", probability=0.5, path="/a")
        beside.add(kind="status", probability=0.5, path="/a")
        beside.add(kind="rate", probability=0.5, path="/b")

        def fate(failures, *others):
            fates = []
            for _ in range(50):
                for path in others:
                    failures.for_call(method="GET", path=path)
                fates.append(failures.for_call(method="GET", path="/a") is not None)
            return fates

        assert fate(alone) == fate(beside, "/b")

    def test_belongs_to_known_rules(self):
        with pytest.raises(BadRule):
            Failures(seed=1).add(colour="red", kind="status")


class TestFailureOfAWebhook:
    def test_can_be_a_loss_that_redelivery_mends(self, platform, order, bot):
        platform.control.post(
            "/webhooks/settings", json={"redelivery": {"count": 1, "interval_seconds": 0}}
        )
        order(kind="drop", times=1)

        platform.says("ฟ้า", "หายไหม")

        event = bot.next_event()
        assert event["deliveryContext"]["isRedelivery"]
        assert platform.control.get("/webhooks/statistics").json()["could_not_connect"] == 1

    def test_can_be_a_loss_for_ever(self, platform, order, bot):
        order(kind="drop", event="message", times=1)
        platform.says("ฟ้า", "หาย")
        platform.says("ฟ้า", "ไม่หาย")

        assert bot.next_event()["message"]["text"] == "ไม่หาย"

    def test_can_be_a_delay_that_others_overtake(self, platform, order, bot, clock):
        order(kind="delay", seconds=90, nth=1)
        platform.says("ฟ้า", "ช้า")
        platform.says("ฟ้า", "เร็ว")
        first = bot.next_event()

        with pytest.raises(queue.Empty):
            bot.received.get(timeout=0.1)
        clock.advance(seconds=90)

        assert first["message"]["text"] == "เร็ว"
        assert bot.next_event()["message"]["text"] == "ช้า"

    def test_can_be_a_duplicate(self, platform, order, bot):
        order(kind="duplicate", event="postback")
        platform.says("ฟ้า", "ครั้งเดียว")
        platform.does("ฟ้า", "postback", chat="bot", data="x")

        once, first, second = (json.loads(bot.next_request()[1]) for _ in range(3))

        assert once["events"][0]["type"] == "message"
        assert first == second
        assert first["events"][0]["type"] == "postback"
