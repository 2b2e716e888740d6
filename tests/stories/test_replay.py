"""LINE may deliver a webhook again, at any time and in any order: nothing may come of it."""

from demo.phones import wait_for

TIMES = 3

# Everything but the job queue, whose rows come and go, and what waits for a chance to be said:
# an answer whose moment passes is dropped, with or without a replay.
TABLES = """
    SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
        AND relname NOT LIKE 'procrastinate%' AND relname <> 'line_outgoingmessage' ORDER BY 1
"""
SENT = "SELECT id, chat, cost, sent_by FROM line_outgoingmessage WHERE state = 'sent' ORDER BY 1"


class TestEveryWebhookOfTheStoryAgain:
    def test_changes_nothing(self, told):
        stage = told.stage
        stage.wait_until_quiet()
        before = everything(stage)

        replayed = replay_all(stage)
        stage.wait_until_quiet()

        assert replayed >= 13 * TIMES  # a photo, tap, word or file of the story each
        assert everything(stage) == before
        assert sum(stage.audit().values()) == 0


def everything(stage):
    """All that is kept, all that was said, and all that was mailed and paid."""
    tables = [name for (name,) in stage.rows(TABLES)]
    people = stage.phones.http.get("/sim/world").json()["persons"]
    calls = [one for one in traffic(stage)["entries"] if one["kind"] == "call"]
    return {
        "rows": {name: fingerprint(stage, name) for name in tables},
        "messages": stage.rows(SENT),
        "chats": [stage.phones.http.get(f"/sim/chats/{one['id']}/bot").json() for one in people],
        "group": stage.phones.group_chat(stage.cast.group),
        "mails": stage.phones.mails(),
        "calls": len(calls),
        "counted": traffic(stage)["counted"],
    }


def fingerprint(stage, table):
    ((digest,),) = stage.rows(
        f'SELECT md5(string_agg(kept::text, chr(10) ORDER BY kept::text)) FROM "{table}" AS kept'
    )
    return digest


def replay_all(stage):
    """Deliver everything again, shuffled; when all is answered, tell how many deliveries it was."""
    before = len(attempts(stage))
    order = {"times": TIMES, "shuffle": True, "redelivery": True}
    sent = stage.phones.http.post("/sim/webhooks/replay", json=order).raise_for_status().json()
    wait_for(
        lambda: len(attempts(stage)) == before + len(sent["sent"]) or None, what="every answer"
    )
    again = attempts(stage)[-len(sent["sent"]) :]
    assert {one["outcome"] for one in again} == {200}
    return len(sent["sent"])


def attempts(stage):
    """Every delivery so far, in the order of time."""
    entries = [one for one in traffic(stage)["entries"] if one["kind"] == "webhook"]
    return sorted(
        (one for entry in entries for one in entry["attempts"]), key=lambda one: one["at"]
    )


def traffic(stage):
    return stage.phones.http.get("/sim/traffic").raise_for_status().json()
