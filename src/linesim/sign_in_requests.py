"""What a channel asks when it sends somebody to sign in, and what LINE sends back."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit, urlunsplit

from linesim.login_channels import LiffApp, LoginChannel
from linesim.world import Unknown, World

SCOPES = frozenset({"profile", "openid", "email"})
PROMPTS = ("consent", "none", "login")
CHALLENGE = re.compile(r"[A-Za-z0-9_-]{43}")


class CannotReturn(Exception):
    """There is no trustworthy address to send the browser back to."""


class BadRequest(Exception):
    """The channel asks for something that LINE refuses, and is told so by redirect."""

    def __init__(self, error: str, description: str) -> None:
        super().__init__(description)
        self.error = error


@dataclass(frozen=True)
class SignInRequest:
    """A checked request to sign somebody in."""

    channel: LoginChannel
    redirect_uri: str
    state: str
    scopes: tuple[str, ...]
    nonce: str | None
    prompt: str | None
    max_age: int | None
    code_challenge: str | None
    offers_friendship: bool
    liff: LiffApp | None

    def back(self, **answer: str) -> str:
        """The address to return to, with the answer and the state."""
        return with_query(self.redirect_uri, answer | {"state": self.state})


def return_address(world: World, asked: Mapping[str, str]) -> tuple[LoginChannel, str]:
    """The channel that asks and its address, or CannotReturn with words for people."""
    try:
        channel = world.login_channel(asked.get("client_id", ""))
    except Unknown:
        raise CannotReturn("Invalid client_id value. There is no such channel.") from None
    redirect_uri = asked.get("redirect_uri", "")
    if not _is_registered(redirect_uri, channel, asked.get("app_id")):
        raise CannotReturn(
            "Invalid redirect_uri value. Check if it is registered in a LINE developers site."
        )
    return channel, redirect_uri


def read_request(
    channel: LoginChannel, redirect_uri: str, asked: Mapping[str, str]
) -> SignInRequest:
    """Check everything else that a channel asks, or raise BadRequest."""
    _check_plainly(asked)
    return SignInRequest(
        channel=channel,
        redirect_uri=redirect_uri,
        state=asked["state"],
        scopes=_scopes(channel, asked),
        nonce=asked.get("nonce"),
        prompt=asked.get("prompt"),
        max_age=int(asked["max_age"]) if "max_age" in asked else None,
        code_challenge=asked.get("code_challenge"),
        offers_friendship=asked.get("bot_prompt", "none") != "none" and channel.linked_bot,
        liff=_liff(channel, asked.get("app_id")),
    )


def with_query(address: str, more: Mapping[str, str]) -> str:
    """An address with further query parameters."""
    parts = urlsplit(address)
    query = "&".join(filter(None, (parts.query, urlencode(more))))
    return urlunsplit(parts._replace(query=query))


def _is_registered(address: str, channel: LoginChannel, liff_id: str | None) -> bool:
    """Registered addresses may carry any query; LIFF apps return to their endpoint or below."""
    plain = _without_query(address)
    if any(plain == _without_query(one) for one in channel.redirect_uris):
        return True
    app = _liff(channel, liff_id)
    if app is None:
        return False
    endpoint = _without_query(app.endpoint)
    return plain == endpoint or plain.startswith(endpoint.rstrip("/") + "/")


def _check_plainly(asked: Mapping[str, str]) -> None:
    if asked.get("response_type") != "code":
        raise BadRequest("unsupported_response_type", "response_type must be code")
    if not asked.get("state"):
        raise BadRequest("invalid_request", "'state' is not specified.")
    if asked.get("prompt", "consent") not in PROMPTS:
        raise BadRequest("invalid_request", "'prompt' is invalid.")
    if asked.get("bot_prompt", "none") not in ("none", "normal", "aggressive"):
        raise BadRequest("invalid_request", "'bot_prompt' is invalid.")
    if not asked.get("max_age", "0").isdigit():
        raise BadRequest("invalid_request", "'max_age' is invalid.")
    if asked.get("response_mode", "query") != "query":
        raise BadRequest("invalid_request", "'response_mode' is invalid.")
    _check_challenge(asked)


def _check_challenge(asked: Mapping[str, str]) -> None:
    if "code_challenge" not in asked:
        return
    if asked.get("code_challenge_method") != "S256":
        raise BadRequest("invalid_request", "'code_challenge_method' must be S256.")
    if not CHALLENGE.fullmatch(asked["code_challenge"]):
        raise BadRequest("invalid_request", "'code_challenge' is invalid.")


def _scopes(channel: LoginChannel, asked: Mapping[str, str]) -> tuple[str, ...]:
    """The scopes asked for; a LIFF app has its own, whatever the page says."""
    if app := _liff(channel, asked.get("app_id")):
        return app.scopes
    scopes = tuple(dict.fromkeys(asked.get("scope", "").split()))
    needs_openid = "email" in scopes and "openid" not in scopes
    if not scopes or not set(scopes) <= SCOPES or needs_openid:
        raise BadRequest("invalid_scope", "'scope' is invalid.")
    if "email" in scopes and not channel.email_permission:
        raise BadRequest("invalid_scope", "The channel has no permission for 'email'.")
    return scopes


def _liff(channel: LoginChannel, liff_id: str | None) -> LiffApp | None:
    return next((app for app in channel.liff if app.id == liff_id), None)


def _without_query(address: str) -> str:
    return urlunsplit(urlsplit(address)._replace(query="", fragment=""))
