"""The document is no good: the charge goes back, and the request opens again."""

from datetime import datetime, timedelta

from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from chapwai.document_requests.lifecycle import Verb
from chapwai.document_requests.models import DocumentRequest, Supply
from chapwai.document_requests.queries import asked_by
from chapwai.documents.actions.use_link import revoke_link
from chapwai.ledger.actions.reverse import reverse_charge
from chapwai.libraries.models import Patron, Staff


class Problem(models.TextChoices):
    """What can be wrong with a document."""

    WRONG_ARTICLE = "wrong_article", _("it is another article")
    PAGES_MISSING = "pages_missing", _("pages are missing")
    UNREADABLE = "unreadable", _("it is hard to read")
    CANNOT_OPEN = "cannot_open", _("it cannot be opened")


@transaction.atomic
def report_problem(
    doc_request: DocumentRequest, *, problem: Problem, by: Staff | Patron, now: datetime
) -> None:
    """Open the request again and give the money back, or raise MoveRefused if it is not theirs."""
    supply = doc_request.supply
    doc_request.move(
        Verb.REPORT_PROBLEM,
        by=by,
        now=now,
        if_still=asked_by(by) & Q(supply=supply),
        about=supply,
        data={"problem": problem},
        supplying_library=None,
        supply=None,
        due_at=now + timedelta(hours=doc_request.network.give_up_hours),
    )
    if supply:
        _take_back(supply, problem=problem, now=now)


def _take_back(supply: Supply, *, problem: Problem, now: datetime) -> None:
    Supply.objects.filter(pk=supply.pk).update(ended_by=Verb.REPORT_PROBLEM)
    revoke_link(supply.link_name, now=now)
    if supply.price_amount:
        reverse_charge(
            supply_id=supply.pk, key=f"reversal:{supply.pk}", actor="problem", now=now, memo=problem
        )
