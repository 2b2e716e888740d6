"""LIFF links tapped on the page's phones: /sim/phones/{person}/liff, opened in a window."""

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from linesim import liff_openings, phones, sign_ins
from linesim.api.authorize import page_language
from linesim.api.conventions import simulator_of
from linesim.api.oauth import form_of
from linesim.consent_page import Asking, consent_page, notice_page
from linesim.control.answers import BadOrder, person_of
from linesim.liff_links import NoLiffLink, first_address
from linesim.liff_openings import Opening


async def tapped(request: Request) -> Response:
    """Open a link: `?url=…[&chat="bot" | group]`.

    Goes on to the app; to a consent page when the person has not yet allowed what it needs.
    """
    asked = _opening(request)
    if liff_openings.opens_outside(asked):
        return RedirectResponse(first_address(asked.app, asked.extra), 302)
    if liff_openings.is_allowed(simulator_of(request), asked):
        return _open(request, asked, status=302)
    account = simulator_of(request).world.channel.display_name
    asking = Asking(
        channel_name=asked.channel.name,
        scopes=asked.app.scopes,
        people=[asked.person],
        chosen=asked.person.id,
        friend=account if _offers_friendship(asked) else None,
    )
    return HTMLResponse(consent_page(asking, language=page_language(request)))


async def decided(request: Request) -> Response:
    """Take the decision on the consent page."""
    asked, form, simulator = _opening(request), await form_of(request), simulator_of(request)
    if form.get("decision") != "allow":
        return HTMLResponse(notice_page("closed", language=page_language(request)))
    liff_openings.allow(simulator, asked)
    if "friend" in form:
        sign_ins.befriend_account(simulator, asked.person)
    return _open(request, asked, status=303)


def _opening(request: Request) -> Opening:
    simulator, person, said = simulator_of(request), person_of(request), request.query_params
    chat = phones.chat_of(simulator, person, said["chat"]) if "chat" in said else None
    try:
        return liff_openings.opening(simulator, person, said.get("url", ""), chat=chat)
    except NoLiffLink as no_link:
        raise BadOrder(f"{no_link.__doc__} {no_link}") from no_link


def _open(request: Request, asked: Opening, *, status: int) -> Response:
    return RedirectResponse(liff_openings.open_window(simulator_of(request), asked)[1], status)


def _offers_friendship(asked: Opening) -> bool:
    return asked.app.bot_prompt != "none" and asked.channel.linked_bot


ROUTES = [
    Route("/sim/phones/{person}/liff", tapped),
    Route("/sim/phones/{person}/liff", decided, methods=["POST"]),
]
