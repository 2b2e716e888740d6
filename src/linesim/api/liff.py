"""LIFF: links that are opened outside LINE, and the SDK."""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.routing import Route

from linesim.api.authorize import refusal_page
from linesim.api.conventions import simulator_of
from linesim.liff_links import NoLiffLink, first_address, read_link
from linesim.world import Unknown

SDK = Path(__file__).parents[1] / "page" / "liff-sdk.js"


async def open_outside(request: Request) -> Response:
    """Send an ordinary browser to the app's endpoint; the SDK there asks for a login."""
    raw = request.scope["raw_path"].decode()
    query = f"?{request.url.query}" if request.url.query else ""
    try:
        liff_id, extra = read_link(raw + query)
        _, app = simulator_of(request).world.liff_app(liff_id)
    except (NoLiffLink, Unknown) as nothing:
        return refusal_page(request, str(nothing))
    return RedirectResponse(first_address(app, extra), 302)


async def sdk(request: Request) -> Response:
    """The stand-in for LINE's script."""
    return FileResponse(SDK, media_type="text/javascript")


ROUTES = [
    Route("/liff/edge/2/sdk.js", sdk),
    Route("/liff/edge/versions/{version}/sdk.js", sdk),
    Route("/liff/{liff_id}", open_outside),
    Route("/liff/{liff_id}/{path:path}", open_outside),
]
