"""The whole platform as one ASGI app: LINE's API, the control API, and the phones."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from linesim import api, control
from linesim.api.conventions import Conventions
from linesim.api.errors import REFUSALS, answer_refusal
from linesim.api.open_to_pages import OpenToPages
from linesim.control.answers import STATUS, answer_mishap
from linesim.simulator import Simulator

PAGE = Path(__file__).parent / "page"


def create_app(simulator: Simulator) -> Starlette:
    """Serve a platform. Webhooks flow while the app's lifespan lasts."""
    app = Starlette(
        routes=[
            *api.ROUTES,
            *control.ROUTES,
            Route("/", _phones),
            Mount("/static", StaticFiles(directory=PAGE / "static")),
        ],
        middleware=[
            Middleware(OpenToPages),
            Middleware(Conventions, simulator=simulator, routes=api.ROUTES),
        ],
        exception_handlers={
            HTTPException: _plain_refusal,
            **dict.fromkeys(REFUSALS, answer_refusal),
            **dict.fromkeys(STATUS, answer_mishap),
        },
        lifespan=_lifespan,
    )
    # LINE takes exact paths only.
    app.router.redirect_slashes = False
    app.state.simulator = simulator
    return app


@asynccontextmanager
async def _lifespan(app: Starlette) -> AsyncIterator[None]:
    simulator: Simulator = app.state.simulator
    async with simulator.running():
        yield


async def _phones(request: Request) -> Response:
    """The phones, side by side."""
    return FileResponse(PAGE / "index.html")


async def _plain_refusal(request: Request, refusal: Exception) -> Response:
    assert isinstance(refusal, HTTPException)  # noqa: S101
    words = {404: "Not found", 405: "Method not allowed"}
    message = words.get(refusal.status_code, refusal.detail)
    return JSONResponse({"message": message}, status_code=refusal.status_code)
