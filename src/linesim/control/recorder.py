"""Ask what happened, insist on it, take it away: /sim/{recorder, traffic.har}."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from linesim.api.conventions import simulator_of
from linesim.control.answers import BadOrder, order_of
from linesim.har import as_har


async def recorder(request: Request) -> Response:
    """What happened in short: `{"mark", "counted", "calls": {endpoint: n}, "webhooks": {type: n}}`.

    `?since=` takes the `mark` of an earlier answer and leaves out what was before.
    """
    recorder = simulator_of(request).recorder
    story = recorder.since(_mark(request.query_params.get("since", "0")))
    return JSONResponse(
        {
            "mark": recorder.mark,
            "counted": story.counted,
            "calls": story.calls_by_endpoint(),
            "webhooks": story.events_by_type(),
        }
    )


async def check(request: Request) -> Response:
    """Insist: `{"since"?, "counted"?, "calls"?, "webhooks"?}` → `{}`, or 409 and the differences.

    `calls` are by endpoint, as in `{"POST /v2/bot/message/push": 0}`, `webhooks` by type of event.
    """
    simulator, order = simulator_of(request), await order_of(request)
    simulator.recorder.since(_mark(str(order.get("since", 0)))).check(
        counted=order.get("counted"), calls=order.get("calls"), webhooks=order.get("webhooks")
    )
    return JSONResponse({})


async def har(request: Request) -> Response:
    """Everything as an HTTP Archive."""
    url = str(request.base_url).rstrip("/")
    archive = as_har(simulator_of(request).traffic, url=url)
    headers = {"content-disposition": 'attachment; filename="linesim.har"'}
    return JSONResponse(archive, headers=headers)


def _mark(text: str) -> int:
    if not text.isdigit():
        raise BadOrder("since is a mark")
    return int(text)


ROUTES = [
    Route("/sim/recorder", recorder),
    Route("/sim/recorder/check", check, methods=["POST"]),
    Route("/sim/traffic.har", har),
]
