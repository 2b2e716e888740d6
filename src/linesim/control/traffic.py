"""What crossed the wire, and sending it again: /sim/{traffic, webhooks/…}."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from linesim.api.conventions import simulator_of
from linesim.control.answers import BadOrder, order_of
from linesim.webhooks import Redelivery

MOST_REPLAYS = 1000


async def traffic(request: Request) -> Response:
    """Every webhook (with its attempts) and API call, newest last.

    `?after=` takes the `cursor` of an earlier answer and leaves out what has not changed
    since. `counted` is the number of messages counted so far.
    """
    after = request.query_params.get("after", "0")
    if not after.isdigit():
        raise BadOrder("after is a cursor")
    recorded = simulator_of(request).traffic
    return JSONResponse(recorded.since(int(after)) | {"counted": recorded.counted()})


async def replay(request: Request) -> Response:
    """Send recorded webhooks again at once.

    `{"ids"?: [webhookEventId], "times"?: n, "shuffle"?: bool, "redelivery"?: bool}`; without
    ids all of them → `{"sent": [webhookEventId in the order sent]}`.
    """
    order = await order_of(request)
    times = order.get("times", 1)
    if not isinstance(times, int) or not 1 <= times <= MOST_REPLAYS:
        raise BadOrder(f"times is a number from 1 to {MOST_REPLAYS}")
    sent = simulator_of(request).webhooks.replay(
        order.get("ids"),
        times=times,
        shuffle=bool(order.get("shuffle", False)),
        redelivery=bool(order.get("redelivery", False)),
    )
    return JSONResponse({"sent": sent})


async def settings(request: Request) -> Response:
    """Where events go and how failures are tried again.

    `{"url"?, "active"?: bool, "redelivery"?: {"count", "interval_seconds"}}` → all of it.
    """
    simulator, order = simulator_of(request), await order_of(request)
    channel = simulator.world.channel
    channel.webhook_url = order.get("url", channel.webhook_url)
    channel.webhook_active = bool(order.get("active", channel.webhook_active))
    if "redelivery" in order:
        try:
            simulator.webhooks.redelivery = Redelivery(**order["redelivery"])
        except TypeError as misfit:
            raise BadOrder("redelivery has count and interval_seconds") from misfit
    simulator.stream.publish("world")
    now = simulator.webhooks.redelivery
    return JSONResponse(
        {
            "url": channel.webhook_url,
            "active": channel.webhook_active,
            "redelivery": {"count": now.count, "interval_seconds": now.interval_seconds},
        }
    )


async def hold(request: Request) -> Response:
    """Keep events back, to send them as one request later."""
    simulator_of(request).webhooks.hold()
    return JSONResponse({})


async def release(request: Request) -> Response:
    """Send what was held back as one request."""
    simulator_of(request).webhooks.release()
    return JSONResponse({})


async def statistics(request: Request) -> Response:
    """Deliveries by outcome: `{"ok": n, "request_timeout": n, …}`."""
    return JSONResponse(simulator_of(request).webhooks.statistics())


ROUTES = [
    Route("/sim/traffic", traffic),
    Route("/sim/webhooks/replay", replay, methods=["POST"]),
    Route("/sim/webhooks/settings", settings, methods=["POST"]),
    Route("/sim/webhooks/hold", hold, methods=["POST"]),
    Route("/sim/webhooks/release", release, methods=["POST"]),
    Route("/sim/webhooks/statistics", statistics),
]
