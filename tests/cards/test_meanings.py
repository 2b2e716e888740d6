"""What single cards must and must not say."""

import re

import pytest

from chapwai import cards
from chapwai.cards.postbacks import read_postback
from chapwai.document_requests.lifecycle import Status
from tests.cards.cast import (
    HILLTOP,
    NOW,
    ORIGINAL,
    RIVERSIDE,
    candidates,
    citations,
    claimed,
    delivered,
    request,
)
from tests.cards.looking import of_type


@pytest.fixture(autouse=True)
def english():
    with cards.tone(language="en", voice="kha", now=NOW):
        yield


def presses(card):
    """What the buttons of a card ask for, as (verb, subject, value)."""
    return [tuple(read_postback(action["data"])) for action in of_type(card, "postback")]


class TestRequestCard:
    def test_is_claimed_by_saying_so(self):
        (claim,) = of_type(cards.request_card(request()), "message")

        assert claim["text"] == "รับ A123"

    def test_counts_answers_from_the_first_no_on(self):
        assert "don't have it" not in cards.plain_text(cards.request_card(request(), 0, 60))
        assert "12 of 60 don't have it" in cards.plain_text(cards.request_card(request(), 12, 60))


class TestRequestTaken:
    def test_mentions_whoever_asked(self):
        card = cards.request_taken(claimed(), "U1", with_instructions=False, lease_until=NOW)

        assert card["text"].startswith("{asker} ✅ A123")
        assert card["substitution"]["asker"]["mentionee"] == {"type": "user", "userId": "U1"}

    def test_keeps_braces_of_a_name_from_being_placeholders(self):
        in_braces = type(HILLTOP)(pk=7, short_name_en="{asker}")
        taken = claimed(supplier=in_braces)

        card = cards.request_taken(taken, "U1", with_instructions=False, lease_until=NOW)

        assert "{{asker}} has it" in card["text"]
        assert "{asker} has it" in cards.plain_text(card)

    def test_tells_how_to_send_the_file_where_nobody_else_will(self):
        short = cards.request_taken(claimed(), None, with_instructions=False, lease_until=NOW)
        full = cards.request_taken(claimed(), None, with_instructions=True, lease_until=NOW)

        assert "PDF" not in short["text"]
        assert "PDF" in full["text"]


class TestNoLongerOpen:
    def test_names_the_library_that_was_faster(self):
        assert cards.no_longer_open(claimed())["text"].startswith("Hilltop took A123")

    def test_says_that_a_request_has_ended(self):
        ended = request(status=Status.CANCELLED)

        assert cards.no_longer_open(ended)["text"].startswith("A123: Cancelled.")


class TestStateNow:
    @pytest.mark.parametrize("status", Status)
    def test_shows_as_many_steps_as_are_done(self, status):
        steps = {
            Status.UNDER_REVIEW: 0,
            Status.REQUEST_RECEIVED: 1,
            Status.WILL_SUPPLY: 2,
            Status.SUPPLYING: 2,
            Status.COPY_COMPLETED: 3,
            Status.UNFILLED: 1,
            Status.CANCELLED: 0,
        }

        card = cards.state_now(claimed(status=status), 0, 3)

        bars = [box for box in of_type(card, "box") if box.get("height") == "4px"]
        assert [bar["backgroundColor"] for bar in bars].count("#0B6B5E") == steps[status]

    @pytest.mark.parametrize(
        ("status", "verbs"),
        [
            (Status.REQUEST_RECEIVED, {"cancel"}),
            (Status.SUPPLYING, set()),
            (Status.COPY_COMPLETED, {"problem"}),
            (Status.UNFILLED, set()),
        ],
    )
    def test_offers_what_can_still_be_done(self, status, verbs):
        card = cards.state_now(claimed(status=status), 0, 3)

        assert {verb for verb, _, _ in presses(card)} == verbs

    def test_never_says_mailed_of_a_document_behind_a_link(self):
        said = cards.plain_text(cards.state_now(delivered(delivery="link"), 0, 3))

        assert "Mailed" not in said


class TestReadSeveral:
    def test_numbers_the_choices_from_zero(self):
        chosen = presses(cards.read_several(citations(2), 7))

        assert chosen == [("choose", "7", "0"), ("choose", "7", "1"), ("choose", "7", "all")]

    def test_offers_all_at_once_for_few(self):
        chosen = presses(cards.read_several(citations(6), 7))

        assert ("choose", "7", "all") not in chosen

    def test_fits_into_a_carousel(self):
        assert len(presses(cards.read_several(citations(40), 7))) == 11


class TestReadSure:
    def test_says_how_we_know(self):
        assert "read from the picture" in cards.plain_text(cards.read_sure(request()))
        assert "read from the message" in cards.plain_text(cards.read_sure(request(picture=None)))


class TestReadUnsure:
    def test_sets_off_what_is_doubtful(self):
        card = cards.read_unsure(request(doubtful=["year"]))

        tinted = [box for box in of_type(card, "box") if box["backgroundColor"] == "#FDF0D7"]
        assert "2019?" in str(tinted)
        assert "not sure" in cards.plain_text(card)

    def test_lets_the_asker_choose_among_three_candidates_or_leave_it(self):
        doc_request = request(doi="", pmid="", doubtful=["title"], candidates=candidates(5))

        pressed = presses(cards.read_unsure(doc_request))

        assert [(verb, value) for verb, _, value in pressed] == [
            ("meant", "0"),
            ("meant", "1"),
            ("meant", "2"),
            ("meant", "not_sure"),
        ]

    @pytest.mark.parametrize("field", ["title", "year", "volume", "pages"])
    def test_asks_for_what_would_tell_articles_apart(self, field, english):
        card = cards.read_unsure(request(doi="", pmid="", doubtful=[field, "issue"]))

        assert re.search(f"The {field} (is|are) hard to read", cards.plain_text(card))

    def test_asks_nothing_where_an_identifier_says_which_it_is(self, english):
        card = cards.read_unsure(request(doubtful=["year"]))

        assert "hard to read" not in cards.plain_text(card)
        assert "meant" not in {verb for verb, _, _ in presses(card)}


class TestReviewRequest:
    def test_puts_doubts_first(self):
        card = cards.review_request(
            request(), duplicate=request("A118"), deposit_enough=True, original=ORIGINAL
        )

        said = cards.plain_text(card)
        assert said.index("same as A118") < said.index("Deposit")

    def test_names_the_group_of_the_reader_alone(self):
        said = cards.plain_text(cards.review_request(request(), None, True, ORIGINAL))

        assert "New request A123 · lecturer" in said

    def test_can_be_sent_out_or_not(self):
        verbs = [
            verb for verb, _, _ in presses(cards.review_request(request(), None, True, ORIGINAL))
        ]

        assert verbs == ["send_out", "cancel"]


class TestWhichRequest:
    def test_leads_each_row_to_its_request(self):
        card = cards.which_request([claimed("A123"), claimed("A124")], 7)

        assert presses(card) == [
            ("file_for", "7", "A123"),
            ("file_for", "7", "A124"),
            ("drop_file", "7", ""),
        ]

    def test_shows_more_than_one_bubble_holds(self):
        card = cards.which_request([claimed(f"A{number}") for number in range(100, 112)], 7)

        rows = [press for press in presses(card) if press[0] == "file_for"]
        assert len(rows) == 12


class TestNoRecorded:
    def test_offers_the_reasons_that_requests_know(self):
        values = [value for _, _, value in presses(cards.no_recorded(request()))]

        assert values == ["NotHeld", "NotOnShelf", "LicenseRestrictions", "Embargo"]


class TestDocumentMailed:
    def test_offers_every_problem(self):
        values = [value for _, _, value in presses(cards.document_mailed(delivered(), NOW))]

        assert values == ["wrong_article", "pages_missing", "unreadable", "cannot_open"]

    def test_is_true_on_another_day_too(self):
        said = cards.plain_text(cards.document_mailed(delivered(), NOW))

        assert "today" not in said
        assert "12 Aug 2026 09:12" in said


class TestClaimRefusedForNow:
    def test_speaks_of_no_money_in_the_group(self):
        for language, money in (("en", ("baht", "eposit")), ("th", ("บาท", "เงิน", "มัดจำ"))):
            with cards.tone(language=language, voice="kha"):
                said = cards.claim_refused_for_now(request())["text"]

            assert not any(word in said for word in money)


class TestBalance:
    def test_begins_with_the_lowest_and_counts_what_is_left_of_it(self):
        rows = [
            cards.Deposit(RIVERSIDE, HILLTOP, balance=48000, held=2000),
            cards.Deposit(RIVERSIDE, HILLTOP, balance=3000, held=2000),
        ]

        said = cards.plain_text(cards.balance(rows))

        assert said.index("30 baht") < said.index("480 baht")
        assert "0 more" in said
        assert "23 more" in said


class TestUnfilled:
    def test_counts_those_who_did_not_answer(self):
        said = cards.plain_text(cards.unfilled(request(status=Status.UNFILLED), 58, 60))

        assert "Don't have it · 58" in said
        assert "No answer · 2" in said


class TestPlainText:
    def test_writes_out_where_buttons_lead(self):
        said = cards.plain_text(cards.mail_refused(claimed(), "https://a.example/b", False))

        assert "See link: https://a.example/b" in said

    def test_leaves_out_what_only_a_chat_can_do(self):
        said = cards.plain_text(cards.request_card(request()))

        assert "or type" not in said
        assert "We have it" not in said
