"""A reader's request on its way, step by step, by those who may take each step."""

import pytest

from chapwai.document_requests.actions.answer_not_held import answer_not_held
from chapwai.document_requests.actions.cancel import cancel_request
from chapwai.document_requests.actions.claim import claim_request
from chapwai.document_requests.actions.complete import complete_delivery
from chapwai.document_requests.actions.correct import correct_request
from chapwai.document_requests.actions.fail_delivery import fail_delivery
from chapwai.document_requests.actions.give_up import give_up_request
from chapwai.document_requests.actions.lapse import lapse_claim
from chapwai.document_requests.actions.note_low_deposit import note_low_deposit
from chapwai.document_requests.actions.release import release_request
from chapwai.document_requests.actions.report_problem import Problem, report_problem
from chapwai.document_requests.actions.send_out import send_out_request
from chapwai.document_requests.actions.supply import supply_document
from chapwai.document_requests.lifecycle import Verb
from chapwai.document_requests.models import RequestEvent
from chapwai.notices.tell import tell_new_events
from tests.building import NINE, a_document, an_article, minutes, place_a_request


class Journey:
    """One request; each step is told at its own moment, so that nothing is skipped as stale."""

    def __init__(self, asker, *, home, supplier):
        self.home, self.supplier, self.asker = home, supplier, asker
        self.doc_request = place_a_request(asker)

    def take(self, *verbs, now=NINE):
        for verb in verbs:
            self.actions[verb](self.doc_request, now)
        return self

    @property
    def actions(self):
        home, supplier = self.home, self.supplier
        return {
            Verb.SEND_OUT: lambda one, now: send_out_request(one, staff=home, now=now),
            Verb.CLAIM: lambda one, now: claim_request(one, staff=supplier, now=now),
            Verb.RELEASE: lambda one, now: release_request(one, staff=supplier, now=now),
            Verb.LAPSE: lambda one, _: lapse_claim(one, now=minutes(240)),
            Verb.SUPPLY: lambda one, now: supply_document(
                one, document=a_document(), staff=supplier, now=now
            ),
            Verb.FAIL_DELIVERY: lambda one, now: fail_delivery(
                one.supply, uncertain=False, now=now
            ),
            Verb.COMPLETE: lambda one, now: complete_delivery(one.supply, now=now),
            Verb.REPORT_PROBLEM: lambda one, now: report_problem(
                one, problem=Problem.UNREADABLE, by=home, now=now
            ),
            Verb.CANCEL: lambda one, now: cancel_request(one, by=home, now=now),
            Verb.GIVE_UP: lambda one, now: give_up_request(one, now=now),
            Verb.CORRECT: lambda one, now: correct_request(
                one, item=an_article(), by=self.asker, now=now
            ),
            Verb.ANSWER_NOT_HELD: lambda one, now: answer_not_held(one, staff=supplier, now=now),
            Verb.NOTE_LOW_DEPOSIT: lambda one, now: note_low_deposit(one, staff=supplier, now=now),
        }

    def told(self, verb, *, now=NINE):
        """The notices of the newest event of this verb, by card and recipient."""
        tell_new_events(now=now)
        event = RequestEvent.objects.filter(doc_request=self.doc_request, verb=verb).last()
        return {(notice.card, notice.recipient): notice for notice in event.notices.all()}


@pytest.fixture
def journey(reader, riverside, hilltop):
    return Journey(reader, home=riverside, supplier=hilltop)


@pytest.fixture
def librarians_journey(riverside, hilltop):
    return Journey(riverside, home=riverside, supplier=hilltop)


@pytest.fixture
def journey_by_link(reader_without_mail, riverside, hilltop):
    return Journey(reader_without_mail, home=riverside, supplier=hilltop)


@pytest.fixture
def who(riverside, hilltop, lakeside, reader, reader_without_mail):
    """What notices call each of the cast."""
    return {
        "group": "group",
        "riverside": f"staff:{riverside.pk}",
        "hilltop": f"staff:{hilltop.pk}",
        "lakeside": f"staff:{lakeside.pk}",
        "reader": f"patron:{reader.pk}",
        "reader_without_mail": f"patron:{reader_without_mail.pk}",
    }
