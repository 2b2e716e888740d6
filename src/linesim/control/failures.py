"""Failures to order: /sim/rules."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from linesim.api.conventions import simulator_of
from linesim.control.answers import order_of, said

SETTABLE = frozenset(
    {"kind", "path", "method", "event", "nth", "probability", "times", "status", "seconds"}
)


async def rules(request: Request) -> Response:
    """The rules in force, with how often each matched and struck: `{"rules": […]}`."""
    return JSONResponse({"rules": [one.as_json() for one in simulator_of(request).failures.rules]})


async def add(request: Request) -> Response:
    """Put a rule in force → the rule with its `id`.

    `{"kind", "path"?, "method"?, "nth"?, "probability"?, "times"?, "status"?, "seconds"?}` for
    calls to the API, where `kind` is `status` (any 4xx or 5xx), `rate`, `quota` (both 429),
    `unauthorized`, `timeout` (does it, never answers), `reset`, `slow` or `truncated`;
    `{"kind", "event"?, "nth"?, "probability"?, "times"?, "seconds"?}` for webhooks, where
    `kind` is `drop` (lost on the way, tried again if redelivery is on), `delay` (others
    overtake it; in the platform's time) or `duplicate`. `path` and `event` are shell patterns.
    """
    order = await order_of(request)
    said(order, "kind")
    settings = {name: value for name, value in order.items() if name in SETTABLE}
    return JSONResponse(simulator_of(request).failures.add(**settings).as_json())


async def clear(request: Request) -> Response:
    """Take all rules out of force, or the one of `?id=`."""
    asked = request.query_params.get("id")
    simulator_of(request).failures.clear(int(asked) if asked and asked.isdigit() else None)
    return JSONResponse({})


ROUTES = [
    Route("/sim/rules", rules),
    Route("/sim/rules", add, methods=["POST"]),
    Route("/sim/rules", clear, methods=["DELETE"]),
]
