"""What people do at their phones, and what only a simulator can show: /sim/…."""

from linesim.control import failures, login, mails, persons, recorder, traffic, world

ROUTES = [
    *world.ROUTES,
    *persons.ROUTES,
    *traffic.ROUTES,
    *mails.ROUTES,
    *failures.ROUTES,
    *recorder.ROUTES,
    *login.ROUTES,
]
