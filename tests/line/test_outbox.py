import uuid
from datetime import timedelta

import pytest

from chapwai.line import outbox
from chapwai.line.client import LineError
from chapwai.line.events import LineEvent
from chapwai.line.models import OutgoingMessage, OutgoingState, ReplyToken, SentBy
from tests.building import GROUP, NINE, minutes

SOMEBODY = "U" + "1" * 32
INVALID_TOKEN = LineError("400 Invalid reply token", status=400, permanent=True)
BAD_MESSAGE = LineError(
    "400 A message (messages[0]) in the request body is invalid", status=400, permanent=True
)
NO_ANSWER = LineError("no answer: ReadTimeout", maybe_done=True)
BUSY = LineError("500 ", status=500)
QUOTA = LineError("429 You have reached your monthly limit.", status=429, out_of_quota=True)

pytestmark = pytest.mark.django_db


def text(words="hello"):
    return {"type": "text", "text": words}


def may_reply(chat=GROUP, *, token="token", now=NINE):
    source = {"type": "group", "groupId": chat} if chat == GROUP else {"userId": chat}
    outbox.grant_reply(LineEvent({"replyToken": token, "source": source}), received_at=now)


def say(words="hello", *, chat=GROUP, now=NINE, **options):
    return outbox.say(chat, text(words), kind="word", now=now, **options)


def answer(words="answer", *, chat=GROUP, now=NINE):
    outbox.answer(chat, text(words), kind="answer", now=now)


def words_of(call):
    return [message["text"] for message in call.messages]


def states():
    return list(OutgoingMessage.objects.order_by("id").values_list("state", flat=True))


@pytest.fixture
def speak(line):
    return lambda now=NINE, chat=GROUP: outbox.speak(chat, client=line, now=now)


@pytest.fixture
def sweep(line):
    return lambda now: outbox.sweep(client=line, now=now)


class TestReply:
    def test_carries_what_waits_for_the_chat_and_costs_nothing(self, line, speak):
        say("first")
        say("second")
        may_reply()

        speak()

        (call,) = line.replies
        assert (call.token, words_of(call)) == ("token", ["first", "second"])
        sent = OutgoingMessage.objects.all()
        assert {(one.state, one.sent_by, one.cost) for one in sent} == {
            (OutgoingState.SENT, SentBy.REPLY, 0)
        }

    def test_says_answers_before_what_rides_along(self, line, speak):
        say("rides")
        answer("answers")
        may_reply()

        speak()

        assert words_of(line.replies[0]) == ["answers", "rides"]

    def test_holds_five_messages_and_the_next_token_the_rest(self, line, speak):
        for number in range(7):
            say(str(number))
        may_reply(token="first")
        may_reply(token="second", now=minutes(0.1))

        speak()

        assert [words_of(call) for call in line.replies] == [list("01234"), list("56")]
        assert [call.token for call in line.replies] == ["first", "second"]

    def test_uses_a_token_once(self, line, speak):
        may_reply()
        say("first")
        speak()
        say("second")

        speak()

        assert len(line.calls) == 1
        assert states() == [OutgoingState.SENT, OutgoingState.WAITING]

    def test_uses_no_token_that_is_about_to_die(self, line, speak):
        may_reply()
        say()

        speak(NINE + outbox.TOKEN_LIFE)

        assert not line.calls

    def test_spends_no_token_where_nothing_waits(self, line, speak):
        may_reply()

        speak()

        assert ReplyToken.objects.get().used_at is None

    def test_goes_to_its_own_chat(self, line, speak):
        may_reply(SOMEBODY)
        say()

        speak()
        speak(chat=SOMEBODY)

        assert not line.calls

    def test_is_granted_once_by_a_redelivered_event(self):
        may_reply()
        may_reply()

        assert ReplyToken.objects.count() == 1

    def test_is_not_granted_by_an_event_without_a_token_or_a_chat(self):
        outbox.grant_reply(LineEvent({"source": {"userId": SOMEBODY}}), received_at=NINE)
        outbox.grant_reply(LineEvent({"replyToken": "t"}), received_at=NINE)

        assert not ReplyToken.objects.exists()

    def test_keeps_what_line_called_it(self, line, speak):
        message = say()
        may_reply()

        speak()

        message.refresh_from_db()
        assert outbox.message_sent_as(message.line_message_id) == message
        assert message.quote_token == "q0"


class TestQuote:
    def test_is_of_the_newest_card_about_the_same_subject(self, line, speak):
        for token, about in (("t1", "A101"), ("t2", "A101"), ("t3", "A102")):
            outbox.say(GROUP, text(), kind="request_card", about=about, now=NINE)
            may_reply(token=token)
            speak()
        say("taken", about="A101", quotes_kind="request_card")
        may_reply(token="t4")

        speak()

        assert line.replies[-1].messages[0]["quoteToken"] == "q1"

    def test_is_left_out_where_no_card_was_sent(self, line, speak):
        say("taken", about="A101", quotes_kind="request_card")
        may_reply()

        speak()

        assert "quoteToken" not in line.replies[0].messages[0]


class TestFailedReply:
    def test_with_a_dead_token_lets_the_rest_wait_and_drops_the_answer(self, line, speak):
        say("rides")
        answer("answers")
        may_reply()
        line.failures = [INVALID_TOKEN]

        speak()

        assert states() == [OutgoingState.WAITING, OutgoingState.DROPPED]

    def test_takes_the_next_token_at_once(self, line, speak):
        say("rides")
        may_reply(token="dead")
        may_reply(token="alive", now=minutes(0.1))
        line.failures = [INVALID_TOKEN]

        speak()

        assert [call.token for call in line.replies] == ["dead", "alive"]
        assert states() == [OutgoingState.SENT]

    def test_for_another_reason_is_for_good(self, line, speak):
        say()
        may_reply()
        line.failures = [BAD_MESSAGE]

        speak()

        assert states() == [OutgoingState.FAILED]
        assert "invalid" in OutgoingMessage.objects.get().error

    @pytest.mark.parametrize("failure", [NO_ANSWER, BUSY])
    def test_without_an_answer_is_at_most_once_for_answers_and_at_least_once_for_the_rest(
        self, line, speak, failure
    ):
        say("rides")
        answer("answers")
        may_reply()
        line.failures = [failure]

        speak()

        assert states() == [OutgoingState.WAITING, OutgoingState.DROPPED]


class TestPush:
    def test_waits_for_its_moment(self, line, speak, sweep):
        say(push_at=minutes(10), push_cost=3)

        sweep(minutes(10) - timedelta(seconds=1))
        before = len(line.pushes)
        sweep(minutes(10))

        assert (before, len(line.pushes)) == (0, 1)

    def test_is_never_spent_on_what_may_wait(self, line, sweep):
        say()

        sweep(minutes(100_000))

        assert not line.calls

    def test_costs_each_person_once_however_many_messages_it_holds(self, line, speak):
        line.members = 60
        say("first", push_at=NINE, push_cost=3)
        say("second", push_at=NINE, push_cost=3)

        speak()

        assert [one.cost for one in OutgoingMessage.objects.order_by("id")] == [60, 0]
        assert outbox.paid_messages_since(NINE) == 60

    def test_costs_one_in_a_chat_of_one(self, line, speak):
        say(chat=SOMEBODY, push_at=NINE, push_cost=1)

        speak(chat=SOMEBODY)

        assert OutgoingMessage.objects.get().cost == 1

    def test_is_spared_where_a_reply_comes_first(self, line, speak, sweep):
        say(push_at=minutes(10), push_cost=3)
        may_reply()

        speak()
        sweep(minutes(10))

        assert (len(line.replies), len(line.pushes)) == (1, 0)

    def test_leaves_alone_what_is_not_due(self, line, speak):
        say("due", push_at=NINE, push_cost=3)
        say("later", push_at=minutes(10), push_cost=3)

        speak()

        assert words_of(line.pushes[0]) == ["due"]

    def test_is_tried_again_with_the_same_key(self, line, speak, sweep):
        say(push_at=NINE, push_cost=3)
        line.failures = [NO_ANSWER]

        speak()
        sweep(minutes(2))

        first, again = line.pushes
        assert first.retry_key == again.retry_key == OutgoingMessage.objects.get().batch
        assert states() == [OutgoingState.SENT]

    def test_is_tried_again_with_growing_pauses(self, line, speak, sweep):
        message = say(push_at=NINE, push_cost=3)
        line.failures = [BUSY] * 3
        pauses = []
        speak()
        for _ in range(2):
            message.refresh_from_db()
            pauses.append(message.retry_at)
            sweep(message.retry_at)
        message.refresh_from_db()

        first, second, third = *pauses, message.retry_at
        assert third - second > second - first > timedelta(0)

    def test_is_given_up_after_a_day(self, line, speak, sweep):
        say(push_at=NINE, push_cost=3)
        line.failures = [BUSY, BUSY]

        speak()
        sweep(minutes(60 * 24 + 1))

        assert states() == [OutgoingState.FAILED]

    def test_refused_for_good_is_not_repeated(self, line, speak, sweep):
        say(push_at=NINE, push_cost=3)
        line.failures = [BAD_MESSAGE]

        speak()
        sweep(minutes(60))

        assert len(line.calls) == 1
        assert states() == [OutgoingState.FAILED]

    def test_beyond_the_quota_waits_for_a_reply(self, line, speak, sweep):
        say(push_at=NINE, push_cost=3)
        line.failures = [QUOTA]

        speak()
        sweep(minutes(60))
        may_reply(now=minutes(61))
        speak(minutes(61))

        assert (len(line.pushes), len(line.replies)) == (1, 1)
        assert outbox.paid_messages_since(NINE) == 0


class TestSweep:
    def test_drops_an_answer_that_came_too_late(self, line, sweep):
        answer()

        sweep(NINE + outbox.TOKEN_LIFE)

        assert states() == [OutgoingState.DROPPED]

    def test_takes_up_a_push_that_a_crash_left(self, line, sweep):
        key = uuid.uuid4()
        say(
            state=OutgoingState.SENDING,
            sent_by=SentBy.PUSH,
            batch=key,
            push_at=NINE,
            push_cost=3,
            retry_at=NINE + outbox.CRASHED_AFTER,
        )

        sweep(NINE + outbox.CRASHED_AFTER)

        assert [call.retry_key for call in line.pushes] == [key]
        assert states() == [OutgoingState.SENT]

    def test_leaves_a_push_that_is_under_way(self, line, sweep):
        say(
            state=OutgoingState.SENDING,
            sent_by=SentBy.PUSH,
            batch=uuid.uuid4(),
            retry_at=NINE + outbox.CRASHED_AFTER,
        )

        sweep(minutes(0.5))

        assert not line.calls

    def test_takes_up_a_reply_that_a_crash_left_and_lets_it_wait_if_it_was_too_late(
        self, line, sweep
    ):
        say(
            state=OutgoingState.SENDING,
            sent_by=SentBy.REPLY,
            reply_token="t",
            batch=uuid.uuid4(),
            retry_at=NINE,
        )
        line.failures = [INVALID_TOKEN]

        sweep(NINE)

        assert states() == [OutgoingState.WAITING]


class TestTakeBack:
    def test_keeps_a_waiting_message_from_being_sent(self, line, speak):
        message = say()
        may_reply()

        taken = outbox.take_back(message.pk)
        speak()

        assert taken
        assert not line.calls

    def test_comes_too_late_for_one_that_was_sent(self, line, speak):
        message = say()
        may_reply()
        speak()

        assert not outbox.take_back(message.pk)
        assert states() == [OutgoingState.SENT]

    def test_says_of_one_that_failed_that_nobody_will_see_it(self, line, speak):
        message = say()
        may_reply()
        line.failures = [BAD_MESSAGE]
        speak()

        assert outbox.take_back(message.pk)

    def test_leaves_one_that_is_leaving(self):
        message = say(state=OutgoingState.SENDING)

        assert not outbox.take_back(message.pk)
        assert outbox.is_leaving(message.pk)


class TestPaidMessages:
    def test_count_what_was_sent_since_and_what_is_promised(self, line, speak):
        say(push_at=minutes(-60), push_cost=3, now=minutes(-60))
        speak(minutes(-60))
        say(push_at=NINE, push_cost=3)
        speak()
        say(push_at=minutes(10), push_cost=3)

        assert outbox.paid_messages_since(NINE) == 6

    def test_forget_a_promise_that_was_taken_back(self):
        message = say(push_at=minutes(10), push_cost=3)

        outbox.take_back(message.pk)

        assert outbox.paid_messages_since(NINE) == 0

    def test_are_known_for_each_subject(self, line, speak):
        say(push_at=NINE, push_cost=3, about="A101")
        speak()

        assert outbox.paid_messages_about("A101") == 3
        assert outbox.paid_messages_about("A102") == 0
