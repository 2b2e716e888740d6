"""LIFF apps that are open on somebody's phone, and what was shared from them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from linesim.grants import Grants, Tokens
from linesim.id_tokens import IdTokens, SignIn
from linesim.login_channels import LiffApp, LoginChannel
from linesim.world import Person

CHAT_TYPES = {"U": "utou", "C": "group", "R": "room"}


class NoSuchWindow(Exception):
    """No LIFF window with this id is open."""


@dataclass(frozen=True)
class Share:
    """What a person passed on through a target picker. Pages are not told to whom."""

    at: datetime
    person_id: str
    targets: list[str]  # user and group ids
    messages: list[dict[str, Any]]


@dataclass(frozen=True)
class LiffWindow:
    """One open LIFF app; `chat` is where it was tapped, None when opened elsewhere."""

    id: str
    channel: LoginChannel
    app: LiffApp
    person: Person
    chat: str | None
    tokens: Tokens
    id_token: str | None

    @property
    def may_write(self) -> bool:
        """Whether messages may be sent from here: opened in a chat, and allowed to write."""
        return self.chat is not None and "chat_message.write" in self.app.scopes

    def context(self) -> dict[str, Any]:
        """What getContext answers. Which chat it is has not been told since 2023."""
        return {
            "type": CHAT_TYPES[self.chat[0]] if self.chat else "none",
            "viewType": self.app.size,
            "userId": self.person.id,
            "liffId": self.app.id,
            "endpointUrl": self.app.endpoint,
            "scope": list(self.app.scopes),
        }


class LiffWindows:
    """Every LIFF window that is open."""

    def __init__(self, *, grants: Grants, id_tokens: IdTokens) -> None:
        self._grants = grants
        self._id_tokens = id_tokens
        self._windows: dict[str, LiffWindow] = {}
        self.shares: list[Share] = []

    def open(
        self,
        window_id: str,
        *,
        channel: LoginChannel,
        app: LiffApp,
        person: Person,
        chat: str | None,
        now: datetime,
    ) -> LiffWindow:
        """Open an app; its access token dies with the window."""
        window = LiffWindow(
            window_id,
            channel,
            app,
            person,
            chat,
            tokens=self._grants.issue_for_liff(channel.id, person.id, app.scopes, now=now),
            id_token=self._id_token(channel, app, person, now=now),
        )
        self._windows[window_id] = window
        return window

    def find(self, window_id: str) -> LiffWindow:
        """An open window, or NoSuchWindow."""
        try:
            return self._windows[window_id]
        except KeyError:
            raise NoSuchWindow from None

    def close(self, window_id: str) -> None:
        """Close a window, if it is open, and end its access token."""
        if window := self._windows.pop(window_id, None):
            self._grants.revoke(window.tokens)

    def _id_token(
        self, channel: LoginChannel, app: LiffApp, person: Person, *, now: datetime
    ) -> str | None:
        if "openid" not in app.scopes:
            return None
        return self._id_tokens.issue(
            channel, person, SignIn(app.scopes), algorithm="ES256", now=now
        )
