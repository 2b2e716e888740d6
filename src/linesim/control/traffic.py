"""What crossed the wire, and sending it again: /sim/{traffic, webhooks/…}."""

from dataclasses import asdict, replace

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from linesim.api.conventions import simulator_of
from linesim.control.answers import BadOrder, order_of

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

    `{"url"?, "active"?: bool, "redelivery"?: {"count", "interval_seconds"}, "delivery"?:
    {"ordered", "batch_size", "header_name", "escape_unicode", "add_to_events",
    "suspend_after"}}` → all of it. What is left out stays as it is.
    """
    simulator, order = simulator_of(request), await order_of(request)
    channel = simulator.world.channel
    channel.webhook_url = order.get("url", channel.webhook_url)
    channel.webhook_active = bool(order.get("active", channel.webhook_active))
    webhooks = simulator.webhooks
    try:
        webhooks.redelivery = replace(webhooks.redelivery, **order.get("redelivery", {}))
        webhooks.delivery = replace(webhooks.delivery, **order.get("delivery", {}))
    except TypeError as misfit:
        raise BadOrder(str(misfit)) from misfit
    simulator.stream.publish("world")
    return JSONResponse(
        {
            "url": channel.webhook_url,
            "active": channel.webhook_active,
            "redelivery": asdict(webhooks.redelivery),
            "delivery": asdict(webhooks.delivery),
        }
    )


async def hold(request: Request) -> Response:
    """Keep events back, to send them later."""
    simulator_of(request).webhooks.hold()
    return JSONResponse({})


async def release(request: Request) -> Response:
    """Send what was held back: `{"together"?: bool, "shuffle"?: bool}`.

    As one request, unless `together` is false: then as one for each event.
    """
    order = await order_of(request)
    simulator_of(request).webhooks.release(
        together=bool(order.get("together", True)), shuffle=bool(order.get("shuffle", False))
    )
    return JSONResponse({})


async def inject(request: Request) -> Response:
    """Send any event at all, of a type that nobody knows yet for instance.

    `{"event": {"type", …}, "chat"?: person or group}` → `{"webhookEventId"}`. What the event
    lacks of mode, timestamp, source, webhookEventId and deliveryContext is filled in.
    """
    simulator, order = simulator_of(request), await order_of(request)
    event, chat = order.get("event"), str(order.get("chat", ""))
    if not isinstance(event, dict) or not isinstance(event.get("type"), str):
        raise BadOrder("event is an object with a type")
    where = simulator.world.chat_called(chat) if chat else simulator.world.people[0].id
    whole = simulator.events.completed(event, chat=where, now=simulator.clock.now())
    simulator.webhooks.send([whole], chat=where)
    return JSONResponse({"webhookEventId": whole["webhookEventId"]})


async def statistics(request: Request) -> Response:
    """Deliveries by outcome: `{"ok": n, "request_timeout": n, …}`."""
    return JSONResponse(simulator_of(request).webhooks.statistics())


ROUTES = [
    Route("/sim/traffic", traffic),
    Route("/sim/webhooks/replay", replay, methods=["POST"]),
    Route("/sim/webhooks/settings", settings, methods=["POST"]),
    Route("/sim/webhooks/hold", hold, methods=["POST"]),
    Route("/sim/webhooks/release", release, methods=["POST"]),
    Route("/sim/webhooks/events", inject, methods=["POST"]),
    Route("/sim/webhooks/statistics", statistics),
]
