"""Due mails go out through a real conversation: leases, crashes, and tries that came too late."""

from datetime import timedelta

import pytest

from chapwai.mail.actions import send
from chapwai.mail.actions.queue import queue_mail
from chapwai.mail.actions.send import GIVE_UP_AFTER, LEASE, PAUSES, send_due_mails
from chapwai.mail.message import render
from chapwai.mail.models import Mail, Recipient, RecipientState
from tests.building import NINE, minutes

pytestmark = pytest.mark.django_db
READER, LIBRARIAN = "somebody@ward.example", "librarian@riverside.example"


def queued(*addresses, key="supply:1", now=NINE):
    message_id = f"<{key.replace(':', '.')}@network.example>"
    content = render(
        sender="chapwai@network.example",
        sender_name="Riverside",
        to=READER,
        subject="A101",
        text="Hello",
        html="<p>Hello</p>",
        message_id=message_id,
        date=NINE,
    )
    return queue_mail(
        key=key,
        message_id=message_id,
        sender="chapwai@network.example",
        content=content,
        recipients=dict.fromkeys(addresses or [READER], "reader"),
        now=now,
    )


def states():
    return dict(Recipient.objects.values_list("address", "state"))


class Clock:
    """Stands still until a test sets it."""

    def __init__(self, now=NINE):
        self.now = now

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


class TestQueueMail:
    def test_queues_one_line_for_each_address(self):
        queued(READER, LIBRARIAN)

        assert states() == {READER: "waiting", LIBRARIAN: "waiting"}

    def test_queues_once_under_a_key_and_keeps_the_first_bytes(self):
        first = queued(READER)
        second = queued(READER, LIBRARIAN)

        assert first == second == Mail.objects.get()
        assert list(states()) == [READER]


class TestSendDueMails:
    def test_sends_the_kept_bytes_to_each_recipient_in_a_conversation_of_its_own(
        self, start_mailbox, clock
    ):
        mailbox, server = start_mailbox()
        mail = queued(READER, LIBRARIAN)

        assert send_due_mails(server=server, clock=clock) == 2

        assert [to for _, to, _ in mailbox.received] == [[READER], [LIBRARIAN]]
        assert {content for _, _, content in mailbox.received} == {bytes(mail.content)}
        assert set(states().values()) == {RecipientState.ACCEPTED}

    def test_sends_nothing_twice(self, start_mailbox, clock):
        mailbox, server = start_mailbox()
        queued()
        send_due_mails(server=server, clock=clock)
        clock.now = minutes(10_000)

        assert send_due_mails(server=server, clock=clock) == 0
        assert len(mailbox.received) == 1

    def test_sends_nothing_before_its_time(self, start_mailbox, clock):
        _, server = start_mailbox()
        queued(now=minutes(1))

        assert send_due_mails(server=server, clock=clock) == 0

    def test_keeps_a_refusal_apart_from_the_others_success(self, start_mailbox, clock):
        _, server = start_mailbox({READER: "550 5.1.1 no such user"})
        queued(READER, LIBRARIAN)

        send_due_mails(server=server, clock=clock)

        assert states() == {READER: RecipientState.REFUSED, LIBRARIAN: RecipientState.ACCEPTED}
        refused = Recipient.objects.get(address=READER)
        assert (refused.code, refused.settled_at) == (550, NINE)

    def test_never_offers_a_mail_to_an_address_that_is_none(self, start_mailbox, clock):
        mailbox, server = start_mailbox()
        queued("two words")

        send_due_mails(server=server, clock=clock)

        assert states() == {"two words": RecipientState.REFUSED}
        assert not mailbox.received

    def test_leases_one_mail_at_a_time_and_leaves_the_rest_to_others(self):
        for number in range(3):
            queued(key=f"supply:{number}")

        taken = send._take_one(now=NINE)

        assert (taken.state, taken.due_at) == (RecipientState.SENDING, NINE + LEASE)
        assert Recipient.objects.filter(state=RecipientState.WAITING).count() == 2


class TestPutOff:
    def test_is_tried_again_with_growing_pauses(self, start_mailbox, clock):
        _, server = start_mailbox({READER: "450 4.2.0 greylisted"})
        queued()
        pauses = []
        for _ in range(len(PAUSES) + 1):
            send_due_mails(server=server, clock=clock)
            due_at = Recipient.objects.get().due_at
            pauses.append(due_at - clock.now)
            clock.now = due_at

        assert pauses == [*PAUSES, PAUSES[-1]]

    def test_is_accepted_in_the_end_as_the_same_mail(self, start_mailbox, clock):
        mailbox, server = start_mailbox({READER: "450 4.2.0 greylisted"})
        queued()
        send_due_mails(server=server, clock=clock)
        mailbox.answer_at.clear()
        clock.now += PAUSES[0]

        send_due_mails(server=server, clock=clock)

        recipient = Recipient.objects.get()
        assert (recipient.state, recipient.attempt) == (RecipientState.ACCEPTED, 2)

    def test_is_given_up_after_two_days(self, start_mailbox, clock):
        _, server = start_mailbox({READER: "450 4.2.0 greylisted"})
        queued()
        clock.now += GIVE_UP_AFTER
        send_due_mails(server=server, clock=clock)
        before = states()
        clock.now = Recipient.objects.get().due_at

        send_due_mails(server=server, clock=clock)

        assert before == {READER: RecipientState.WAITING}
        assert states() == {READER: RecipientState.EXPIRED}


class TestLostAnswer:
    def test_after_the_final_dot_is_uncertain_and_never_tried_again(self, start_scripted, clock):
        _, server = start_scripted({".": None})
        queued()

        send_due_mails(server=server, clock=clock)
        clock.now = minutes(10_000)

        assert states() == {READER: RecipientState.UNCERTAIN}
        assert send_due_mails(server=server, clock=clock) == 0

    def test_before_the_final_dot_is_tried_again(self, start_scripted, clock):
        _, server = start_scripted({"DATA": None})
        queued()

        send_due_mails(server=server, clock=clock)

        assert states() == {READER: RecipientState.WAITING}
        assert not Recipient.objects.get().body_sent


class TestCrash:
    def crashed(self, *, body_sent):
        queued()
        Recipient.objects.update(
            state=RecipientState.SENDING, attempt=1, body_sent=body_sent, due_at=NINE + LEASE
        )

    def test_before_the_mail_had_gone_is_made_good_when_the_lease_is_over(
        self, start_mailbox, clock
    ):
        mailbox, server = start_mailbox()
        self.crashed(body_sent=False)
        early = send_due_mails(server=server, clock=clock)
        clock.now += LEASE

        assert (early, send_due_mails(server=server, clock=clock)) == (0, 1)
        assert len(mailbox.received) == 1
        assert states() == {READER: RecipientState.ACCEPTED}

    def test_after_the_mail_had_gone_is_uncertain_and_holds_up_nothing(self, start_mailbox, clock):
        mailbox, server = start_mailbox()
        self.crashed(body_sent=True)
        queued(LIBRARIAN, key="supply:2")
        clock.now += LEASE

        send_due_mails(server=server, clock=clock)

        assert states() == {
            READER: RecipientState.UNCERTAIN,
            LIBRARIAN: RecipientState.ACCEPTED,
        }
        assert [to for _, to, _ in mailbox.received] == [[LIBRARIAN]]


class TestStalledWorker:
    """Its lease ran out, and somebody else has taken the try over."""

    @pytest.fixture
    def taken_over(self, monkeypatch):
        def meanwhile(*_, before_final_dot, **__):
            Recipient.objects.update(attempt=2, due_at=minutes(60))
            return real(*_, before_final_dot=before_final_dot, **__)

        real = send.send
        monkeypatch.setattr(send, "send", meanwhile)

    def test_does_not_finish_the_mail(self, start_mailbox, clock, taken_over, caplog):
        mailbox, server = start_mailbox()
        queued()

        send_due_mails(server=server, clock=clock)

        assert mailbox.received == []
        assert states() == {READER: RecipientState.SENDING}
        assert "was taken over" in caplog.text

    def test_does_not_overwrite_what_its_successor_found(self, start_mailbox, clock, monkeypatch):
        _, server = start_mailbox({READER: "550 5.1.1 no such user"})
        queued()
        real = send.send

        def overtaken(*arguments, **options):
            attempt = real(*arguments, **options)
            Recipient.objects.update(
                attempt=2, state=RecipientState.ACCEPTED, settled_at=NINE + timedelta(minutes=3)
            )
            return attempt

        monkeypatch.setattr(send, "send", overtaken)

        send_due_mails(server=server, clock=clock)

        assert states() == {READER: RecipientState.ACCEPTED}
