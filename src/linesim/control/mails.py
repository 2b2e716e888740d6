"""The mailbox: /sim/mails, /sim/mailbox/rules."""

from dataclasses import asdict
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from linesim.api.conventions import simulator_of
from linesim.control.answers import BadOrder, order_of, said
from linesim.mailbox import Rule
from linesim.views import mail_view


async def mails(request: Request) -> Response:
    """Every mail received, oldest first: `{"mails": […]}`."""
    received = simulator_of(request).mailbox.mails
    return JSONResponse({"mails": [mail_view(mail) for mail in received]})


async def mail(request: Request) -> Response:
    """One mail: envelope, headers, text, attachments with size and sha256."""
    return JSONResponse(mail_view(simulator_of(request).mailbox.mail(request.path_params["n"])))


async def attachment(request: Request) -> Response:
    """The bytes of one attachment, counted from 1."""
    asked = request.path_params
    found = simulator_of(request).mailbox.attachment(asked["n"], asked["k"])
    headers = {
        "content-disposition": f"attachment; filename*=UTF-8''{quote(found.name)}",
        "x-content-type-options": "nosniff",
    }
    return Response(found.data, media_type=found.media_type, headers=headers)


async def empty(request: Request) -> Response:
    """Throw all mails away."""
    simulator_of(request).mailbox.empty()
    return JSONResponse({})


async def rules(request: Request) -> Response:
    """The refusals in force: `{"rules": […]}`."""
    return _rules(request)


async def add_rule(request: Request) -> Response:
    """Refuse mail to an address.

    `{"address", "stage": "rcpt" | "data", "code"?: 550, "text"?}` → all rules.
    """
    order = await order_of(request)
    stage, code = order.get("stage", "rcpt"), order.get("code", 550)
    if stage not in ("rcpt", "data"):
        raise BadOrder("stage is rcpt or data")
    if not isinstance(code, int) or not 400 <= code <= 599:
        raise BadOrder("code is an SMTP refusal, 400 to 599")
    rule = Rule(said(order, "address"), stage, code, order.get("text") or "refused")
    simulator_of(request).mailbox.rules.append(rule)
    return _rules(request)


async def clear_rules(request: Request) -> Response:
    """Accept mail to everybody again."""
    simulator_of(request).mailbox.rules.clear()
    return _rules(request)


def _rules(request: Request) -> Response:
    return JSONResponse({"rules": [asdict(rule) for rule in simulator_of(request).mailbox.rules]})


ROUTES = [
    Route("/sim/mails", mails),
    Route("/sim/mails", empty, methods=["DELETE"]),
    Route("/sim/mails/{n:int}", mail),
    Route("/sim/mails/{n:int}/attachments/{k:int}", attachment),
    Route("/sim/mailbox/rules", rules),
    Route("/sim/mailbox/rules", add_rule, methods=["POST"]),
    Route("/sim/mailbox/rules", clear_rules, methods=["DELETE"]),
]
