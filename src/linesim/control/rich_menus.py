"""The menu below a person's chat: /sim/persons/{person}/richmenu."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from linesim import taps
from linesim.api.conventions import simulator_of
from linesim.control.answers import BadOrder, order_of, person_of
from linesim.rich_menus import RichMenu
from linesim.world import Unknown


async def shown(request: Request) -> Response:
    """The menu that a person sees, in LINE's words with its picture's address, or `{}`."""
    menu = simulator_of(request).rich_menus.shown_to(person_of(request))
    if menu is None:
        return JSONResponse({})
    return JSONResponse(menu.as_json() | {"picture": f"{request.url.path}/picture"})


async def picture(request: Request) -> Response:
    """The picture of that menu."""
    painted = _shown(request).picture
    if painted is None:
        raise Unknown("the menu has no picture")
    return Response(painted.data, media_type=painted.media_type)


async def tap(request: Request) -> Response:
    """Press an area, counted from 0: `{"area", "value"?}` → as for a tap on a message."""
    simulator, person, order = simulator_of(request), person_of(request), await order_of(request)
    areas, wanted = _shown(request).content["areas"], order.get("area")
    if not isinstance(wanted, int) or not 0 <= wanted < len(areas):
        raise BadOrder(f"area is a number from 0 to {len(areas) - 1}")
    return JSONResponse(
        taps.carry_out(
            simulator, person, areas[wanted]["action"], chat=person.id, value=order.get("value")
        )
    )


def _shown(request: Request) -> RichMenu:
    person = person_of(request)
    menu = simulator_of(request).rich_menus.shown_to(person)
    if menu is None:
        raise Unknown(f"{person.name} sees no menu")
    return menu


HERE = "/sim/persons/{person}/richmenu"

ROUTES = [
    Route(HERE, shown),
    Route(f"{HERE}/picture", picture),
    Route(f"{HERE}/tap", tap, methods=["POST"]),
]
