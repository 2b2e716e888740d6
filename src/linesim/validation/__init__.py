"""Check what a bot wants to send, and complain in LINE's words."""

from typing import Any, TypedDict

from linesim.validation.messages import MESSAGES
from linesim.validation.rules import Place, Problem, Rule


class Detail(TypedDict):
    """One complaint, as an error body lists it."""

    message: str
    property: str


class Invalid(Exception):
    """The request body does not follow the rules."""

    def __init__(self, message: str, details: list[Detail]) -> None:
        super().__init__(message)
        self.message = message
        self.details = details


def check_messages(messages: Any) -> None:
    """Raise Invalid unless this is a list of messages that LINE would take."""
    check({"messages": messages}, messages=MESSAGES)


def check(body: dict[str, Any], **rules: Rule) -> None:
    """Raise Invalid unless the properties named follow their rules; all of them are needed."""
    problems = [
        problem
        for name, rule in rules.items()
        for problem in (
            [Problem("May not be empty", (name,))]
            if body.get(name) is None
            else rule(body[name], (name,))
        )
    ]
    if problems:
        raise _complaint(problems)


def _complaint(problems: list[Problem]) -> Invalid:
    """LINE speaks of Flex in JSON pointers and of one message, of all else in paths."""
    plain = [problem for problem in problems if not _is_inside_flex(problem.place)]
    if plain:
        details: list[Detail] = [
            {"message": problem.message, "property": _path(problem.place)} for problem in plain
        ]
        return Invalid(f"The request body has {len(details)} error(s)", details)
    first = problems[0].place[1]
    return Invalid(
        f"A message (messages[{first}]) in the request body is invalid",
        [
            {"message": problem.message, "property": _pointer(problem.place[3:])}
            for problem in problems
            if problem.place[1] == first
        ],
    )


def _is_inside_flex(place: Place) -> bool:
    return place[0] == "messages" and place[2:3] == ("contents",)


def _path(place: Place) -> str:
    path = ""
    for step in place:
        path += f"[{step}]" if isinstance(step, int) else f".{step}"
    return path.removeprefix(".")


def _pointer(place: Place) -> str:
    return "/" + "/".join(str(step) for step in place)
