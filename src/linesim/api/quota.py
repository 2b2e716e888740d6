"""What the plan allows and what has been sent: /v2/bot/message/quota, …/delivery/{kind}."""

from datetime import date

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from linesim.api.conventions import simulator_of
from linesim.api.errors import invalid_parameter, not_found
from linesim.quota import statistics_day

KINDS = ("reply", "push", "multicast", "broadcast")


async def limit(request: Request) -> Response:
    """The month's allowance."""
    value = simulator_of(request).quota.limit
    return JSONResponse({"type": "none"} if value is None else {"type": "limited", "value": value})


async def consumption(request: Request) -> Response:
    """What the month has used."""
    simulator = simulator_of(request)
    return JSONResponse({"totalUsage": simulator.quota.used(now=simulator.clock.now())})


async def delivery(request: Request) -> Response:
    """Messages of a kind on a day of LINE's statistics; ready once the day is over."""
    simulator, kind = simulator_of(request), request.path_params["kind"]
    if kind not in KINDS:
        raise not_found()
    try:
        day = date.fromisoformat(request.query_params.get("date", ""))
    except ValueError:
        raise invalid_parameter("date") from None
    if day >= statistics_day(simulator.clock.now()):
        return JSONResponse({"status": "unready"})
    return JSONResponse({"status": "ready", "success": simulator.quota.sent_on(day, kind=kind)})


ROUTES = [
    Route("/v2/bot/message/quota", limit),
    Route("/v2/bot/message/quota/consumption", consumption),
    Route("/v2/bot/message/delivery/{kind}", delivery),
]
