"""Identifiers in LINE's own shapes, repeatable when a seed is given."""

import base64
import random
import re
import uuid
from datetime import datetime
from typing import TypeVar

from linesim.clock import milliseconds

USER_ID = re.compile(r"U[0-9a-f]{32}")
GROUP_ID = re.compile(r"C[0-9a-f]{32}")
ROOM_ID = re.compile(r"R[0-9a-f]{32}")

Thing = TypeVar("Thing")

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


class Ids:
    """Make every identifier that the platform hands out."""

    def __init__(self, seed: int | None = None) -> None:
        """Repeat the same identifiers for the same seed; be unpredictable without one."""
        self.seed = seed
        self._random = random.SystemRandom() if seed is None else random.Random(seed)
        self._last_message = 500_000_000_000_000_000

    def user(self) -> str:
        """A user id: U and 32 hexadecimal digits."""
        return "U" + self._hex(32)

    def group(self) -> str:
        """A group id: C and 32 hexadecimal digits."""
        return "C" + self._hex(32)

    def room(self) -> str:
        """A room id: R and 32 hexadecimal digits."""
        return "R" + self._hex(32)

    def secret(self) -> str:
        """A channel secret: 32 hexadecimal digits."""
        return self._hex(32)

    def access_token(self) -> str:
        """A long-lived channel access token."""
        return self._base64(129)

    def message(self) -> str:
        """A message id: a long number that only grows."""
        self._last_message += self._random.randrange(1, 1_000_000)
        return str(self._last_message)

    def reply_token(self) -> str:
        """A reply token: 32 hexadecimal digits."""
        return self._hex(32)

    def quote_token(self) -> str:
        """A quote token; mark-as-read tokens look the same."""
        return self._base64(96)

    def request(self) -> str:
        """The id under which a call to the API is recorded."""
        return str(uuid.UUID(int=self._random.getrandbits(128), version=4))

    def key(self) -> str:
        """The key id of a channel access token of v2.1."""
        return self._base64(24)

    def code(self) -> str:
        """An authorization code; refresh, link and LIFF window tokens look the same."""
        return self._hex(40)

    def rich_menu(self) -> str:
        """A rich menu id: richmenu- and 32 hexadecimal digits."""
        return f"richmenu-{self._hex(32)}"

    def webhook_event(self, at: datetime) -> str:
        """A ULID: sorts by the moment it was made."""
        number = (milliseconds(at) << 80) | self._random.getrandbits(80)
        return "".join(CROCKFORD[(number >> shift) & 31] for shift in range(125, -1, -5))

    def shuffled(self, things: list[Thing]) -> list[Thing]:
        """The same things in another order."""
        return self._random.sample(things, len(things))

    def _hex(self, digits: int) -> str:
        return f"{self._random.getrandbits(digits * 4):0{digits}x}"

    def _base64(self, size: int) -> str:
        return base64.urlsafe_b64encode(self._random.getrandbits(size * 8).to_bytes(size)).decode()
