"""By which carrier a word travels, what it costs, and what becomes of old news."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from linebot.v3.messaging import Message

from chapwai.document_requests.actions.claim import claim_request
from chapwai.document_requests.lifecycle import Verb
from chapwai.document_requests.models import RequestEvent
from chapwai.line import outbox
from chapwai.line.client import LineError
from chapwai.line.events import LineEvent
from chapwai.line.models import OutgoingMessage, OutgoingState
from chapwai.mail.models import Mail
from chapwai.notices import rules
from chapwai.notices.by_mail import mail_overdue_notices
from chapwai.notices.models import Notice
from chapwai.notices.months import month_began
from chapwai.notices.tell import tell_new_events
from tests.building import GROUP, NINE, librarian_at, minutes, place_a_request
from tests.notices.test_rules import MAIL_JOURNEYS, SUPPLIED

OUT = Verb.SEND_OUT
REFUSED = LineError("400 ", status=400, permanent=True)
QUOTA = LineError("429 You have reached your monthly limit.", status=429, out_of_quota=True)


def something_is_said_in(chat, *, now=NINE):
    event = LineEvent({"replyToken": f"{chat} {now}", "source": {"userId": chat}})
    outbox.grant_reply(event, received_at=now)


def sent_mails():
    return [bytes(mail.content).decode() for mail in Mail.objects.order_by("id")]


class TestTellNewEvents:
    def test_tells_each_event_once(self, journey):
        journey.take(OUT)
        tell_new_events(now=NINE)
        before = Notice.objects.count()

        assert tell_new_events(now=minutes(1)) == set()

        assert Notice.objects.count() == before
        assert not RequestEvent.objects.filter(told_at=None).exists()

    def test_gives_the_chats_that_something_waits_for(self, journey, reader):
        journey.take(OUT)

        assert tell_new_events(now=NINE) >= {GROUP, reader.line_user_id}

    def test_goes_on_after_an_event_that_cannot_be_told(
        self, journey, librarians_journey, monkeypatch, caplog
    ):
        def broken(*_):
            raise ZeroDivisionError

        monkeypatch.setitem(
            rules.TELL, Verb.SEND_OUT, [rules.Tell(rules.reader, broken), *rules.TELL[OUT]]
        )
        journey.take(OUT)
        place_a_request(librarians_journey.asker)

        tell_new_events(now=NINE)

        assert not RequestEvent.objects.filter(told_at=None).exists()
        assert Notice.objects.filter(card="request_card").count() == 2
        assert "nobody could be told" in caplog.text


class TestReply:
    def test_carries_the_word_for_nothing(self, librarians_journey, line):
        librarians_journey.told(Verb.PLACE)
        something_is_said_in(GROUP)

        outbox.speak(GROUP, client=line, now=NINE)

        assert (len(line.replies), len(line.pushes)) == (1, 0)
        assert outbox.paid_messages_since(NINE) == 0

    def test_comes_with_whatever_anybody_says_next(self, journey, network, line):
        network.group_push_after_minutes = 60
        network.save()
        journey.take(OUT).told(OUT)

        something_is_said_in(GROUP, now=minutes(30))
        outbox.speak(GROUP, client=line, now=minutes(30))

        assert len(line.replies) == 1
        assert not line.pushes


class TestPush:
    def test_is_spent_at_once_where_the_network_does_not_wait(self, journey, line):
        journey.take(OUT).told(OUT)

        outbox.speak(GROUP, client=line, now=NINE)

        assert [call.to for call in line.pushes] == [GROUP]

    def test_waits_as_long_as_the_network_wants(self, journey, network):
        network.group_push_after_minutes = 45
        network.save()

        told = journey.take(OUT).told(OUT)

        assert told["request_card", "group"].message.push_at == minutes(45)

    def test_is_counted_for_everybody_in_the_group(self, journey):
        told = journey.take(OUT).told(OUT)

        # Three librarians of the cast are known by their LINE account.
        assert told["request_card", "group"].message.push_cost == 3

    def test_is_never_spent_on_thanks(self, journey):
        told = journey.take(*SUPPLIED, Verb.COMPLETE).told(Verb.COMPLETE)

        assert all(notice.message.push_at is None for notice in told.values())


class TestBudget:
    @pytest.mark.parametrize(("budget", "pushed"), [(4, True), (3, False)])
    def test_is_kept_to_the_last_message(self, journey, network, riverside, line, budget, pushed):
        """The review went to one librarian before; the card goes to a group of three."""
        network.monthly_push_budget = budget
        network.save()
        journey.told(Verb.PLACE)
        outbox.speak(riverside.line_user_id, client=line, now=NINE)

        told = journey.take(OUT).told(OUT)

        assert (told["request_card", "group"].message.push_at is not None) is pushed

    def test_counts_what_is_promised_and_not_sent_yet(self, riverside, network):
        network.monthly_push_budget = 5
        network.save()
        for _ in range(2):
            place_a_request(riverside)

        tell_new_events(now=NINE)

        promised = OutgoingMessage.objects.filter(push_at__isnull=False)
        assert [message.push_cost for message in promised] == [3]

    def test_begins_anew_with_the_month_in_bangkok(self, riverside, network, line):
        network.monthly_push_budget = 3
        network.save()
        before, after = month_turn(seconds=-1), month_turn(seconds=0)
        for now in (before, before, after):
            place_a_request(riverside, now=now)
            tell_new_events(now=now)
            outbox.speak(GROUP, client=line, now=now)

        assert len(line.pushes) == 2

    def test_is_kept_in_a_group_of_many_more_than_its_librarians(self, riverside, network, line):
        line.members, network.monthly_push_budget = 60, 100
        network.save()
        for _ in range(2):
            place_a_request(riverside)
            tell_new_events(now=NINE)
            outbox.speak(GROUP, client=line, now=NINE)

        assert outbox.paid_messages_since(NINE) <= 100


def month_turn(*, seconds):
    bangkok = ZoneInfo("Asia/Bangkok")
    return datetime(2026, 9, 1, tzinfo=bangkok) + timedelta(seconds=seconds)


class TestMonthBegan:
    def test_is_the_first_midnight_in_bangkok_whatever_the_zone(self):
        half_past_midnight = datetime(2026, 8, 31, 17, 30, tzinfo=ZoneInfo("UTC"))

        assert month_began(half_past_midnight) == month_turn(seconds=0)
        assert month_began(month_turn(seconds=-1)).month == 8


class TestMail:
    def test_goes_at_once_to_people_without_line(self, journey, riverside):
        riverside.line_user_id = None
        riverside.save()

        journey.told(Verb.PLACE)

        assert mail_overdue_notices(now=NINE) == 1
        assert f"To: {riverside.email}" in sent_mails()[0]

    def test_waits_for_line_where_it_may(self, journey, riverside):
        told = journey.take(OUT, Verb.GIVE_UP).told(Verb.GIVE_UP)

        early = mail_overdue_notices(now=minutes(10) - timedelta(seconds=1))
        later = mail_overdue_notices(now=minutes(10))

        assert (early, later) == (0, len(told))

    def test_is_spared_where_line_was_quicker(self, journey, riverside, reader, line):
        journey.take(OUT, Verb.GIVE_UP).told(Verb.GIVE_UP)
        for person in (riverside, reader):
            something_is_said_in(person.line_user_id, now=minutes(5))
            outbox.speak(person.line_user_id, client=line, now=minutes(5))

        assert mail_overdue_notices(now=minutes(60)) == 0

    def test_takes_the_word_from_line(self, journey, riverside, line):
        journey.take(OUT, Verb.GIVE_UP).told(Verb.GIVE_UP)
        mail_overdue_notices(now=minutes(10))

        something_is_said_in(riverside.line_user_id, now=minutes(11))
        outbox.speak(riverside.line_user_id, client=line, now=minutes(11))

        assert not line.calls

    def test_goes_once(self, journey):
        journey.take(OUT, Verb.GIVE_UP).told(Verb.GIVE_UP)

        mail_overdue_notices(now=minutes(10))

        assert mail_overdue_notices(now=minutes(20)) == 0

    def test_never_goes_for_thanks(self, journey):
        journey.take(*SUPPLIED, Verb.COMPLETE).told(Verb.COMPLETE)

        assert mail_overdue_notices(now=minutes(10_000)) == 0

    @pytest.mark.parametrize("failure", [REFUSED, QUOTA])
    def test_takes_over_from_a_push_that_line_refused(self, journey, riverside, line, failure):
        journey.told(Verb.PLACE)
        line.failures = [failure]
        outbox.speak(riverside.line_user_id, client=line, now=NINE)

        assert mail_overdue_notices(now=NINE) == 0
        assert mail_overdue_notices(now=minutes(10)) == 1

    def test_is_spared_where_the_push_was_taken(self, journey, riverside, line):
        journey.told(Verb.PLACE)
        outbox.speak(riverside.line_user_id, client=line, now=NINE)

        assert mail_overdue_notices(now=minutes(10_000)) == 0

    def test_waits_for_a_push_of_which_nothing_is_known_yet(self, journey, riverside, line):
        journey.told(Verb.PLACE)
        line.failures = [LineError("no answer", maybe_done=True), REFUSED]
        outbox.speak(riverside.line_user_id, client=line, now=NINE)

        unclear = mail_overdue_notices(now=minutes(10))
        outbox.sweep(client=line, now=minutes(11))
        refused = mail_overdue_notices(now=minutes(15))

        assert (unclear, refused) == (0, 1)

    def test_goes_past_an_address_that_is_none(self, journey, riverside, caplog):
        librarian_at(riverside.library, email="nobody", line_user_id=None)
        good = librarian_at(riverside.library, line_user_id=None)

        journey.told(Verb.PLACE)
        mail_overdue_notices(now=NINE)

        (mail,) = sent_mails()
        assert f"To: {good.email}" in mail
        assert "nobody" not in caplog.text

    def test_speaks_of_no_title_in_its_subject(self, journey, riverside):
        riverside.line_user_id = None
        riverside.save()
        journey.told(Verb.PLACE)

        mail_overdue_notices(now=NINE)

        assert "Early feeding" not in sent_mails()[0].partition("\r\n\r\n")[0]


class TestStaleNews:
    def test_is_dropped_when_the_request_moves_on(self, journey, hilltop):
        place = journey.told(Verb.PLACE)
        journey.take(OUT).told(OUT)

        for notice in place.values():
            notice.refresh_from_db()
            assert notice.message.state == OutgoingState.DROPPED
            assert notice.mail_at is None

    def test_is_not_dropped_by_a_no(self, journey):
        told = journey.take(OUT).told(OUT)
        journey.take(Verb.ANSWER_NOT_HELD).told(Verb.ANSWER_NOT_HELD)

        card = told["request_card", "group"]
        card.message.refresh_from_db()
        assert card.message.state == OutgoingState.WAITING

    def test_is_not_what_was_said_of_money(self, journey, who):
        told = journey.take(OUT, Verb.NOTE_LOW_DEPOSIT).told(Verb.NOTE_LOW_DEPOSIT)
        journey.take(Verb.CLAIM).told(Verb.CLAIM)

        notice = told["deposit_too_low", who["riverside"]]
        notice.refresh_from_db()
        assert notice.mail_at is not None

    def test_is_not_that_money_went_back(self, journey, librarians_journey, who):
        steps, _ = MAIL_JOURNEYS[Verb.REPORT_PROBLEM]
        told = journey.take(*steps).told(Verb.REPORT_PROBLEM)
        journey.take(Verb.CLAIM).told(Verb.CLAIM)

        notice = told["problem_reported_supplier", who["hilltop"]]
        notice.refresh_from_db()
        assert notice.mail_at is not None

    def test_of_other_requests_stays(self, journey, riverside, hilltop):
        other = place_a_request(riverside)
        tell_new_events(now=NINE)
        journey.take(OUT, Verb.CLAIM).told(Verb.CLAIM)

        card = Notice.objects.get(event__doc_request=other).message
        assert card.state == OutgoingState.WAITING

    def test_speaks_of_the_event_and_not_of_the_present(self, journey, hilltop, lakeside, who):
        """Told late, a release still names the librarian who gave the claim back."""
        journey.take(OUT, Verb.CLAIM, Verb.LAPSE)
        claim_request(journey.doc_request, staff=lakeside, now=minutes(241))

        told = journey.told(Verb.LAPSE, now=minutes(242))

        assert ("lapsed_yours", who["hilltop"]) in told


class TestEveryMessage:
    @pytest.mark.parametrize("verb", MAIL_JOURNEYS)
    def test_is_one_that_lines_own_library_knows(self, verb, journey, line):
        steps, _ = MAIL_JOURNEYS[verb]
        journey.take(*steps).told(verb)
        chats = set(OutgoingMessage.objects.values_list("chat", flat=True))
        for chat in chats:
            for number in range(4):
                something_is_said_in(chat, now=NINE + timedelta(seconds=number))
            outbox.speak(chat, client=line, now=minutes(0.1))

        for call in line.calls:
            for message in call.messages:
                assert Message.from_dict(message).type == message["type"]
