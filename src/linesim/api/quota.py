"""What the plan allows and what has been sent: /v2/bot/message/quota, …/delivery/{kind}."""

import re
from datetime import date

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from linesim.api.conventions import simulator_of
from linesim.api.errors import invalid_parameter, not_found
from linesim.quota import statistics_day

FIRST_DAY = date(2018, 3, 31)  # nothing was counted before
DAY = re.compile(r"\d{8}")
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
    day = _day(request.query_params.get("date", ""))
    if day < FIRST_DAY:
        return JSONResponse({"status": "out_of_service"})
    if day >= statistics_day(simulator.clock.now()):
        return JSONResponse({"status": "unready"})
    return JSONResponse({"status": "ready", "success": simulator.quota.sent_on(day, kind=kind)})


def _day(written: str) -> date:
    """A day as LINE writes it, yyyyMMdd."""
    if not DAY.fullmatch(written):
        raise invalid_parameter("date")
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise invalid_parameter("date") from None


ROUTES = [
    Route("/v2/bot/message/quota", limit),
    Route("/v2/bot/message/quota/consumption", consumption),
    Route("/v2/bot/message/delivery/{kind}", delivery),
]
