"""Tie an account at the bot's service to a LINE account."""

from linesim.simulator import Simulator
from linesim.world import Person

NONCE_LENGTHS = range(10, 256)


class BadNonce(Exception):
    """The nonce must have 10 to 255 characters."""


def link(simulator: Simulator, *, token: str, nonce: str, by: Person | None = None) -> str:
    """Use a link token and tell the bot how it went; returns the id of the event.

    It goes well for the friend of the account whom the token was made for, and fails when it
    is somebody else who follows the link (`by`). Raises BadNonce or BadLinkToken, of which
    the bot hears nothing.
    """
    now = simulator.clock.now()
    if len(nonce) not in NONCE_LENGTHS:
        raise BadNonce
    owner = simulator.world.person(simulator.link_tokens.spend(token, now=now))
    linked = owner.friend and not owner.blocked and by in (None, owner)
    event = simulator.events.account_link(owner.id, nonce=nonce, linked=linked, now=now)
    simulator.webhooks.send([event], chat=owner.id)
    return str(event["webhookEventId"])
