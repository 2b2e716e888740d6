"""Let web pages that live elsewhere, LIFF apps above all, call what LINE lets them call."""

from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

# The rest, nearly all of the control API in particular, stays closed to other people's pages.
OPEN = ("/liff/edge/", "/sim/liff/", "/oauth2/v2.1/", "/v2/profile", "/friendship/")


class OpenToPages:
    """Answers the questions that browsers ask before they let a page call another site."""

    def __init__(self, app: ASGIApp) -> None:
        self._closed = app
        self._open = CORSMiddleware(
            app, allow_origins=["*"], allow_methods=["GET", "POST"], allow_headers=["*"]
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        is_open = scope["type"] == "http" and scope["path"].startswith(OPEN)
        await (self._open if is_open else self._closed)(scope, receive, send)
