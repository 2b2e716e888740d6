"""What people do at their phones, and what only a simulator can show: /sim/…."""

from linesim.control import mails, persons, traffic, world

ROUTES = [*world.ROUTES, *persons.ROUTES, *traffic.ROUTES, *mails.ROUTES]
