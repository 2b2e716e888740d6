"""What a person does: /sim/persons/{person}/…. People are named by id or by name."""

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from linesim import phones, taps
from linesim.api.conventions import simulator_of
from linesim.control.answers import BadOrder, order_of, person_of, said
from linesim.simulator import Simulator
from linesim.world import Message, Person


async def write(request: Request) -> Response:
    """Send a text.

    `{"chat": "bot" | group, "text", "quote"?: messageId, "mentions"?: [person | "all" | "bot"]}`
    → `{"messageId", "webhookEventId"}`. A mentioned name must stand in the text after an @.
    """
    simulator, person, order = simulator_of(request), person_of(request), await order_of(request)
    message, event_id = phones.write(
        simulator,
        person,
        chat=phones.chat_of(simulator, person, said(order, "chat")),
        text=said(order, "text"),
        quote=order.get("quote"),
        mentions=order.get("mentions"),
    )
    return _sent(message, event_id)


async def send_sticker(request: Request) -> Response:
    """Send a sticker: `{"chat", "packageId", "stickerId", "quote"?}` → as for a text."""
    simulator, person, order = simulator_of(request), person_of(request), await order_of(request)
    message, event_id = phones.send_sticker(
        simulator,
        person,
        chat=phones.chat_of(simulator, person, said(order, "chat")),
        package_id=said(order, "packageId"),
        sticker_id=said(order, "stickerId"),
        quote=order.get("quote"),
    )
    return _sent(message, event_id)


async def send_file(request: Request) -> Response:
    """Send the request's body as a photo or file: `?chat=…&name=…[&as=file][&quality=original]`.

    A content type of `image/…` makes it a photo, which LINE shrinks unless the quality is
    original; `video/…` and `audio/…` make it a video or audio of `&duration=` milliseconds;
    `as=file` sends anything as a file, untouched. → as for a text.
    """
    simulator, person, asked = simulator_of(request), person_of(request), request.query_params
    message, event_id = phones.send_file(
        simulator,
        person,
        chat=phones.chat_of(simulator, person, asked.get("chat", "bot")),
        name=asked.get("name", "file"),
        data=await request.body(),
        media_type=request.headers.get("content-type", "application/octet-stream"),
        as_file=asked.get("as") == "file",
        original_quality=asked.get("quality") == "original",
        duration=_number(asked.get("duration", "1000")),
    )
    return _sent(message, event_id)


async def send_photos(request: Request) -> Response:
    """Send several photos at once, as parts named `photo` of a form: `?chat=…`.

    `&order=shuffled` lets the bot hear of them in another order, `&numbered=no` does as old
    phones do and tells neither number nor total. → `{"sent": [{"messageId", "webhookEventId"}]}`.
    """
    simulator, person, asked = simulator_of(request), person_of(request), request.query_params
    async with request.form() as form:
        photographs = [
            await part.read() for part in form.getlist("photo") if isinstance(part, UploadFile)
        ]
    if not photographs:
        raise BadOrder("there is no part named photo")
    sent = phones.send_photos(
        simulator,
        person,
        chat=phones.chat_of(simulator, person, asked.get("chat", "bot")),
        photographs=photographs,
        shuffle=asked.get("order") == "shuffled",
        numbered=asked.get("numbered") != "no",
    )
    told = [{"messageId": message.id, "webhookEventId": event_id} for message, event_id in sent]
    return JSONResponse({"sent": told})


async def send_location(request: Request) -> Response:
    """Send a place: `{"chat", "latitude", "longitude", "title"?, "address"?}` → as for a text."""
    simulator, person, order = simulator_of(request), person_of(request), await order_of(request)
    try:
        latitude, longitude = float(order["latitude"]), float(order["longitude"])
    except (KeyError, TypeError, ValueError) as misfit:
        raise BadOrder("latitude and longitude are numbers") from misfit
    message, event_id = phones.send_location(
        simulator,
        person,
        chat=phones.chat_of(simulator, person, said(order, "chat")),
        title=order.get("title"),
        address=order.get("address"),
        latitude=latitude,
        longitude=longitude,
    )
    return _sent(message, event_id)


async def tap(request: Request) -> Response:
    """Press a button that the message shows: `{"messageId", "action": path | label, "value"?}`.

    → `{"messageId", "webhookEventId"}` for message actions, `{"webhookEventId"}` for
    postbacks, `{"uri"}`, `{"copied"}` or `{"opens"}` for what happens on the device.
    `value` is the choice in a date picker.
    """
    simulator, person, order = simulator_of(request), person_of(request), await order_of(request)
    message = _message_seen_by(simulator, person, said(order, "messageId"))
    outcome = taps.tap(
        simulator, person, message, action=said(order, "action"), value=order.get("value")
    )
    return JSONResponse(outcome)


async def post_back(request: Request) -> Response:
    """Send a postback without any button: `{"chat", "data"}` → `{"webhookEventId"}`."""
    simulator, person, order = simulator_of(request), person_of(request), await order_of(request)
    chat = phones.chat_of(simulator, person, said(order, "chat"))
    return _heard(phones.press(simulator, person, chat=chat, data=said(order, "data")))


async def unsend(request: Request) -> Response:
    """Take one's own message back: `{"messageId"}` → `{"webhookEventId"}`."""
    simulator, person, order = simulator_of(request), person_of(request), await order_of(request)
    message = simulator.world.message(said(order, "messageId"))
    return _heard(phones.unsend(simulator, person, message))


async def edit(request: Request) -> Response:
    """Change one's own text in a group: `{"messageId", "text"}` → `{"webhookEventId"}`."""
    simulator, person, order = simulator_of(request), person_of(request), await order_of(request)
    message = simulator.world.message(said(order, "messageId"))
    return _heard(phones.edit(simulator, person, message, text=said(order, "text")))


async def change_device(request: Request) -> Response:
    """Move a person to a phone or a PC: `{"device": "phone" | "pc"}` → `{"device"}`."""
    simulator, person, order = simulator_of(request), person_of(request), await order_of(request)
    device = said(order, "device")
    if device not in ("phone", "pc"):
        raise BadOrder("device is phone or pc")
    person.device = "pc" if device == "pc" else "phone"
    simulator.stream.publish("world")
    return JSONResponse({"device": person.device})


async def block(request: Request) -> Response:
    """Stop hearing from the account → `{"webhookEventId"}`."""
    return _heard(phones.block(simulator_of(request), person_of(request)))


async def unblock(request: Request) -> Response:
    """Hear from the account again → `{"webhookEventId"}`."""
    return _heard(phones.unblock(simulator_of(request), person_of(request)))


async def follow(request: Request) -> Response:
    """Add the account as a friend → `{"webhookEventId"}`."""
    return _heard(phones.follow(simulator_of(request), person_of(request)))


def _message_seen_by(simulator: Simulator, person: Person, message_id: str) -> Message:
    message = simulator.world.message(message_id)
    in_group = message.chat != person.id
    phones.chat_of(simulator, person, message.chat if in_group else "bot")
    return message


def _number(text: str) -> int:
    if not text.isdigit():
        raise BadOrder(f"{text!r} is no number")
    return int(text)


def _sent(message: Message, event_id: str | None) -> Response:
    return JSONResponse({"messageId": message.id, "webhookEventId": event_id})


def _heard(event_id: str | None) -> Response:
    return JSONResponse({"webhookEventId": event_id})


HERE = "/sim/persons/{person}"

ROUTES = [
    Route(f"{HERE}/messages", write, methods=["POST"]),
    Route(f"{HERE}/stickers", send_sticker, methods=["POST"]),
    Route(f"{HERE}/files", send_file, methods=["POST"]),
    Route(f"{HERE}/photos", send_photos, methods=["POST"]),
    Route(f"{HERE}/locations", send_location, methods=["POST"]),
    Route(f"{HERE}/tap", tap, methods=["POST"]),
    Route(f"{HERE}/postback", post_back, methods=["POST"]),
    Route(f"{HERE}/unsend", unsend, methods=["POST"]),
    Route(f"{HERE}/edit", edit, methods=["POST"]),
    Route(f"{HERE}/device", change_device, methods=["POST"]),
    Route(f"{HERE}/block", block, methods=["POST"]),
    Route(f"{HERE}/unblock", unblock, methods=["POST"]),
    Route(f"{HERE}/follow", follow, methods=["POST"]),
]
