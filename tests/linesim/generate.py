"""Make messages by chance: whole ones, and ones that are broken in exactly one place."""

import copy
import json
import random
from collections import Counter
from dataclasses import dataclass

from .documented_messages import MESSAGES, THINGS
from .kinds import Named, OneOf, Several

# Flex has more ways to go wrong than all else together, so it comes up more often.
KINDS = [*MESSAGES, *["template message"] * 3, *["flex message"] * 9]
DEEPEST = 8
LARGEST = 28_000  # bytes; a bubble may have 30 KB


@dataclass(frozen=True)
class Fault:
    """What is wrong with a message: in which thing, with which property, and where."""

    thing: str
    property: str
    kind: str
    place: tuple


@dataclass(frozen=True)
class Case:
    """A message, and its one fault if it has one."""

    message: dict
    fault: Fault | None


def cases(number, *, seed):
    """So many messages, every second one broken; each way of breaking one comes up evenly."""
    chance, used = random.Random(seed), Counter()
    for count in range(number):
        name = KINDS[count // 2 % len(KINDS)]
        message = make_message(name, chance)
        yield broken(message, name, chance, used) if count % 2 else Case(message, None)


def make_message(name, chance):
    """A message of this kind that LINE would take."""
    while True:
        message = make(name, chance)
        if len(json.dumps(message, ensure_ascii=False).encode()) < LARGEST:
            return message


def make(name, chance, *, depth=0):
    thing = THINGS[name]
    value = {"type": thing.type} if thing.type else {}
    for key, (kind, is_needed) in thing.properties.items():
        if is_needed or chance.random() < (0.35 if depth < DEEPEST else 0):
            value[key] = make_value(kind, chance, depth=depth + 1)
    if thing.mend:
        thing.mend(value, chance)
    return value


def make_value(kind, chance, *, depth):
    match kind:
        case OneOf():
            return make(fitting(kind, chance, depth), chance, depth=depth)
        case Several():
            usual = 1 if depth > 4 else kind.usual
            most = usual if kind.most is None else min(kind.most, usual)
            size = chance.randint(kind.least, max(kind.least, most))
            return [make_value(kind.thing, chance, depth=depth) for _ in range(size)]
        case Named():
            names = chance.sample(["a", "Name_1", "x" * 20], chance.randint(0, 3))
            return {name: make_value(kind.thing, chance, depth=depth) for name in names}
        case _:
            return kind.make(chance)


def fitting(kind, chance, depth):
    """One of the things allowed; deep down none that holds others."""
    flat = [name for name in kind.things if not name.endswith("box")]
    return chance.choice(flat if depth > 5 and flat else kind.things)


def broken(message, name, chance, used):
    """The same message with one fault, of the ways to break it the one least used so far."""
    ways = list(ways_to_break(message, name))
    fewest = min(used[way[0]] for way in ways)
    what, place, act = chance.choice([way for way in ways if used[way[0]] == fewest])
    used[what] += 1
    message = copy.deepcopy(message)
    at = act(at_place(message, place))
    return Case(message, Fault(*what, place=(*place, *at)))


def ways_to_break(message, name):
    """All ways as (what: (thing, property, kind of fault), place of the object, act)."""
    for place, thing_name, value in objects_in(message, name, ()):
        thing = THINGS[thing_name]
        if thing.closed:
            yield (thing_name, "", "unknown property"), place, put("unheardOf", 1)
        for fault, act in thing.relations.items():
            yield (thing_name, "", fault), place, act
        for key, (kind, is_needed) in thing.properties.items():
            if is_needed:
                yield (thing_name, key, "missing"), place, drop(key)
            for fault, bad in kind.faults().items():
                if fault == "too many":
                    if value.get(key):
                        many = [value[key][0]] * (kind.most + 1)
                        yield (thing_name, key, fault), place, put(key, many)
                else:
                    yield (thing_name, key, fault), place, put(key, bad)


def objects_in(value, name, place):
    """Every object in a message as (place, what it is, itself)."""
    yield place, name, value
    for key, (kind, _) in THINGS[name].properties.items():
        if key in value:
            yield from within(value[key], kind, (*place, key))


def within(value, kind, place):
    match kind:
        case OneOf():
            yield from objects_in(value, which(value, kind), place)
        case Several():
            for number, item in enumerate(value):
                yield from within(item, kind.thing, (*place, number))
        case Named():
            for name, item in value.items():
                yield from within(item, kind.thing, (*place, name))


def which(value, kind):
    """The name of the thing that an object is."""
    if value.get("layout") == "baseline":
        return "baseline box"
    return next(name for name in kind.things if THINGS[name].type in (None, value.get("type")))


def at_place(value, place):
    for step in place:
        value = value[step]
    return value


def put(key, bad):
    def act(value):
        value[key] = bad
        return (key,)

    return act


def drop(key):
    def act(value):
        value.pop(key)
        return (key,)

    return act
