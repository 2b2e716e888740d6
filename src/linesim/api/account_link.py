"""Account link: /v2/bot/user/{u}/linkToken, and the dialog to which the bot's service leads."""

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from linesim import account_links
from linesim.account_links import BadNonce
from linesim.api.authorize import page_language, refusal_page
from linesim.api.conventions import simulator_of
from linesim.api.profile import person_in
from linesim.consent_page import notice_page
from linesim.link_tokens import BadLinkToken


async def link_token(request: Request) -> Response:
    """Issue a token by which one person can link their account: ten minutes, one use."""
    simulator = simulator_of(request)
    person = person_in(simulator.world, request.path_params["user_id"])
    token = simulator.link_tokens.issue(person.id, now=simulator.clock.now())
    return JSONResponse({"linkToken": token})


async def dialog(request: Request) -> Response:
    """Link the account of whoever the token was made for; nothing is asked."""
    asked = request.query_params
    try:
        account_links.link(
            simulator_of(request), token=asked.get("linkToken", ""), nonce=asked.get("nonce", "")
        )
    except (BadLinkToken, BadNonce) as bad:
        return refusal_page(request, str(bad.__doc__))
    return HTMLResponse(notice_page("linked", language=page_language(request)))


ROUTES = [
    Route("/v2/bot/user/{user_id}/linkToken", link_token, methods=["POST"]),
    Route("/dialog/bot/accountLink", dialog),
]
