"""Where events go: /v2/bot/channel/webhook/{endpoint, test}."""

from datetime import UTC
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from linesim.api.conventions import body_of, simulator_of
from linesim.api.errors import Refused, not_found
from linesim.validation import check
from linesim.validation.rules import is_on_this_machine, uri

LONGEST_URL = 500


async def endpoint(request: Request) -> Response:
    """Where events go now."""
    channel = simulator_of(request).world.channel
    if channel.webhook_url is None:
        raise not_found()
    return JSONResponse({"endpoint": channel.webhook_url, "active": channel.webhook_active})


async def set_endpoint(request: Request) -> Response:
    """Send events elsewhere from now on."""
    body = await body_of(request)
    check(body, endpoint=uri(LONGEST_URL, "https", "http"))
    _refuse_plain_http_elsewhere(body["endpoint"])
    simulator_of(request).world.channel.webhook_url = body["endpoint"]
    return JSONResponse({})


async def test(request: Request) -> Response:
    """Send an empty, signed request and tell how it went."""
    simulator, body = simulator_of(request), await body_of(request)
    url = body.get("endpoint") or simulator.world.channel.webhook_url
    if not url:
        raise not_found()
    check({"endpoint": url}, endpoint=uri(LONGEST_URL, "https", "http"))
    attempt = await simulator.webhooks.test(url)
    status = attempt.outcome if isinstance(attempt.outcome, int) else 0
    return JSONResponse(
        {
            "success": attempt.succeeded,
            "timestamp": attempt.at.astimezone(UTC).isoformat(timespec="milliseconds"),
            "statusCode": status,
            "reason": attempt.reason.upper(),
            "detail": str(attempt.outcome),
        }
    )


def _refuse_plain_http_elsewhere(url: str) -> None:
    """LINE wants https; on one machine there is nobody to overhear."""
    if urlsplit(url).scheme == "http" and not is_on_this_machine(url):
        raise Refused(400, "Invalid webhook endpoint URL")


ROUTES = [
    Route("/v2/bot/channel/webhook/endpoint", endpoint),
    Route("/v2/bot/channel/webhook/endpoint", set_endpoint, methods=["PUT"]),
    Route("/v2/bot/channel/webhook/test", test, methods=["POST"]),
]
