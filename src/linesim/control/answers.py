"""How the control API reads what it is sent and says what went wrong."""

import json
from typing import Any

from PIL import UnidentifiedImageError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from linesim.failures import BadRule
from linesim.mailbox import NoSuchMail
from linesim.phones import Impossible
from linesim.recorder import NotAsExpected
from linesim.taps import NoSuchButton
from linesim.world import Person, Unknown


class BadOrder(Exception):
    """The order lacks something or says something that cannot be."""


STATUS: dict[type[Exception], int] = {
    Unknown: 404,
    NoSuchMail: 404,
    NoSuchButton: 404,
    Impossible: 409,
    BadOrder: 400,
    BadRule: 400,
    NotAsExpected: 409,
    UnidentifiedImageError: 400,
}


async def order_of(request: Request) -> dict[str, Any]:
    """The JSON object of a request; nothing at all counts as an empty one."""
    raw = await request.body()
    try:
        order = json.loads(raw or b"{}")
    except ValueError as broken:
        raise BadOrder(f"not JSON: {broken}") from broken
    if not isinstance(order, dict):
        raise BadOrder("the order must be a JSON object")
    return order


def said(order: dict[str, Any], name: str) -> str:
    """A text that an order must hold."""
    value = order.get(name)
    if not isinstance(value, str) or not value:
        raise BadOrder(f"{name} is missing")
    return value


def person_of(request: Request) -> Person:
    """The person named in the path, by id or name."""
    person: Person = request.app.state.simulator.world.person(request.path_params["person"])
    return person


async def answer_mishap(request: Request, mishap: Exception) -> Response:
    """Say in one sentence what went wrong."""
    status = next(code for kind, code in STATUS.items() if isinstance(mishap, kind))
    return JSONResponse({"error": str(mishap) or type(mishap).__doc__}, status_code=status)
