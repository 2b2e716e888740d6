"""Failures made to order: which calls and webhooks go wrong, when, and how."""

import random
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Any, Literal

CALL_KINDS = frozenset(
    {"status", "rate", "quota", "unauthorized", "timeout", "reset", "slow", "truncated"}
)
WEBHOOK_KINDS = frozenset({"drop", "delay", "duplicate"})

Target = Literal["call", "webhook"]


class BadRule(Exception):
    """This is no rule for failures."""


@dataclass
class FailureRule:
    """One way to fail. Patterns are shell patterns: `*` for anything."""

    kind: str
    path: str = "*"  # of calls
    method: str = "*"  # of calls
    event: str = "*"  # type of the events, for webhooks
    nth: int | None = None  # only the nth match, counted from 1
    probability: float = 1.0
    times: int | None = None  # at most so often
    status: int = 500  # for kind "status"
    seconds: float = 1.0  # for "slow", "timeout" and "delay"
    id: int = 0
    matched: int = 0
    struck: int = 0
    dice: random.Random = field(default_factory=random.Random, repr=False, compare=False)

    @property
    def target(self) -> Target:
        """What the rule is about."""
        return "call" if self.kind in CALL_KINDS else "webhook"

    def strikes(self) -> bool:
        """Whether the match at hand goes wrong; every match is counted."""
        self.matched += 1
        lucky = self.dice.random() >= self.probability
        spent = self.times is not None and self.struck >= self.times
        if lucky or spent or self.nth not in (None, self.matched):
            return False
        self.struck += 1
        return True

    def as_json(self) -> dict[str, Any]:
        """The rule as it was ordered, and how often it has struck."""
        shown = {name: value for name, value in vars(self).items() if name != "dice"}
        return shown | {"target": self.target}


class Failures:
    """The rules in force. With a seed, the same calls fail in every run."""

    def __init__(self, *, seed: int | None) -> None:
        self._seed = seed
        self._made = 0
        self.rules: list[FailureRule] = []

    def add(self, **order: Any) -> FailureRule:
        """Put a rule in force, or raise BadRule."""
        self._made += 1
        try:
            rule = FailureRule(**order, id=self._made, dice=self._dice())
        except TypeError as misfit:
            raise BadRule(str(misfit)) from misfit
        _check(rule)
        self.rules.append(rule)
        return rule

    def clear(self, rule_id: int | None = None) -> None:
        """Take one rule out of force, or all of them."""
        self.rules = [rule for rule in self.rules if rule_id not in (None, rule.id)]

    def for_call(self, *, method: str, path: str) -> FailureRule | None:
        """The rule that this call falls under, if any strikes."""
        return _first_to_strike(
            rule
            for rule in self.rules
            if rule.target == "call"
            and fnmatchcase(path, rule.path)
            and fnmatchcase(method, rule.method)
        )

    def for_webhook(self, event_types: list[str]) -> FailureRule | None:
        """The rule that this webhook falls under, if any strikes."""
        return _first_to_strike(
            rule
            for rule in self.rules
            if rule.target == "webhook" and any(fnmatchcase(one, rule.event) for one in event_types)
        )

    def _dice(self) -> random.Random:
        """Dice of its own for each rule, so that rules do not change each other's luck."""
        return random.Random(None if self._seed is None else f"{self._seed}/{self._made}")


def _first_to_strike(rules: Any) -> FailureRule | None:
    # Every rule looks at every match, or its count would depend on the others.
    striking = [rule for rule in list(rules) if rule.strikes()]
    return striking[0] if striking else None


def _check(rule: FailureRule) -> None:
    if rule.kind not in CALL_KINDS | WEBHOOK_KINDS:
        raise BadRule(f"kind is one of {', '.join(sorted(CALL_KINDS | WEBHOOK_KINDS))}")
    if not 0 <= rule.probability <= 1:
        raise BadRule("probability is a number from 0 to 1")
    if not 400 <= rule.status <= 599:
        raise BadRule("status is a number from 400 to 599")
    if not 0 <= rule.seconds <= 3600:
        raise BadRule("seconds is a number from 0 to 3600")
