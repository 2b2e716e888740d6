"""What people do at their phones, and what only a simulator can show: /sim/…."""

from linesim.control import (
    failures,
    liff_sdk,
    login,
    mails,
    persons,
    phone_pages,
    recorder,
    rich_menus,
    traffic,
    world,
)

ROUTES = [
    *world.ROUTES,
    *persons.ROUTES,
    *traffic.ROUTES,
    *mails.ROUTES,
    *failures.ROUTES,
    *recorder.ROUTES,
    *rich_menus.ROUTES,
    *login.ROUTES,
    *liff_sdk.ROUTES,
    *phone_pages.ROUTES,
]
