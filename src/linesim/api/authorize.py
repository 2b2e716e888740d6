"""Where people sign in: /oauth2/v2.1/authorize, with a page to choose and to allow."""

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from linesim import sign_ins
from linesim.api.conventions import simulator_of
from linesim.api.oauth import form_of
from linesim.consent_page import Asking, consent_page, language_of, notice_page
from linesim.sign_in_requests import (
    BadRequest,
    CannotReturn,
    SignInRequest,
    read_request,
    return_address,
    with_query,
)
from linesim.world import Person, Unknown

# Remembers in this browser who signed in last, for prompt=none and for the next choice.
COOKIE = "linesim_person"


async def ask(request: Request) -> Response:
    """Show what a channel asks for; with prompt=none go back at once."""
    return _checked(request, lambda wanted: _asked(request, wanted))


async def decide(request: Request) -> Response:
    """Take the decision of who sits at the page."""
    form = await form_of(request)
    return _checked(request, lambda wanted: _decided(request, wanted, form))


def page_language(request: Request) -> str:
    """The language in which a browser wants its pages."""
    return language_of(
        request.query_params.get("ui_locales", ""), request.headers.get("accept-language", "")
    )


def refusal_page(request: Request, details: str) -> Response:
    """Tell a person what the channel did wrong."""
    page = notice_page("refused", language=page_language(request), details=details)
    return HTMLResponse(page, status_code=400)


def _checked(request: Request, serve: Callable[[SignInRequest], Response]) -> Response:
    """Serve a good request; send others back, or nowhere when the address is not to be trusted."""
    asked = dict(request.query_params)
    try:
        channel, redirect_uri = return_address(simulator_of(request).world, asked)
    except CannotReturn as untrusted:
        return refusal_page(request, str(untrusted))
    try:
        return serve(read_request(channel, redirect_uri, asked))
    except BadRequest as bad:
        answer = {"error": bad.error, "error_description": str(bad)}
        state = {"state": asked["state"]} if "state" in asked else {}
        return RedirectResponse(with_query(redirect_uri, answer | state), 302)


def _asked(request: Request, wanted: SignInRequest) -> Response:
    simulator, known = simulator_of(request), _known(request)
    if wanted.prompt == "none":
        return RedirectResponse(sign_ins.silently(simulator, wanted, known), 302)
    world = simulator.world
    asking = Asking(
        channel_name=wanted.channel.name,
        scopes=wanted.scopes,
        people=world.people,
        chosen=known.id if known else next((one.id for one in world.people), ""),
        friend=world.channel.display_name if wanted.offers_friendship else None,
    )
    return HTMLResponse(consent_page(asking, language=page_language(request)))


def _decided(request: Request, wanted: SignInRequest, form: dict[str, str]) -> Response:
    if form.get("decision") != "allow":
        return RedirectResponse(sign_ins.deny(wanted), 303)
    simulator = simulator_of(request)
    try:
        person = simulator.world.person(form.get("person", ""))
    except Unknown as nobody:
        return refusal_page(request, str(nobody))
    address = sign_ins.allow(simulator, wanted, person, befriend="friend" in form)
    answer = RedirectResponse(address, 303)
    answer.set_cookie(COOKIE, person.id, httponly=True, samesite="lax", path="/oauth2")
    return answer


def _known(request: Request) -> Person | None:
    """Who signed in last in this browser."""
    try:
        return simulator_of(request).world.person(request.cookies.get(COOKIE, ""))
    except Unknown:
        return None


ROUTES = [
    Route("/oauth2/v2.1/authorize", ask),
    Route("/oauth2/v2.1/authorize", decide, methods=["POST"]),
]
