"""Tokens of channels, and the paths on which LINE Login issues its own.

/oauth2/v3/token, /v2/oauth/{accessToken, verify, revoke}, /oauth2/v2.1/{token, tokens/kid,
verify, revoke}. Those of v2.1 serve channels and people alike: the grant type tells them
apart, or the token itself. What belongs to people stands in GRANTS, DESCRIBERS and REVOKERS
beside what belongs to channels.
"""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from linesim.api.conventions import simulator_of
from linesim.api.errors import OAuthRefused
from linesim.assertions import Assertion, BadAssertion, read_assertion
from linesim.channel_tokens import Kind, TooManyTokens
from linesim.simulator import Simulator

ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
SHORT_LIFE = timedelta(days=30)
STATELESS_LIFE = timedelta(minutes=15)
SCOPE = "profile chat_message.write"

Form = dict[str, str]
Grant = Callable[[Simulator, Form], Awaitable[Response]]
Describe = Callable[[Simulator, str], dict[str, Any] | None]
Revoke = Callable[[Simulator, Form], bool]


async def token(request: Request) -> Response:
    """Issue a token, of a channel or of a person: the grant type says whose."""
    form = await form_of(request)
    grant = GRANTS.get(form.get("grant_type", ""))
    if grant is None:
        raise OAuthRefused(400, "unsupported_grant_type", "unsupported grant_type")
    return await grant(simulator_of(request), form)


async def verify(request: Request) -> Response:
    """What a token is good for, and how long."""
    simulator, value = simulator_of(request), request.query_params.get("access_token", "")
    for describe in DESCRIBERS:
        if described := describe(simulator, value):
            return JSONResponse(described)
    raise _expired()


async def revoke(request: Request) -> Response:
    """End a token at once; one that is unknown needs no ending."""
    simulator, form = simulator_of(request), await form_of(request)
    needed(form, "access_token")
    for revokes in REVOKERS:
        if revokes(simulator, form):
            break
    return Response()


async def key_ids(request: Request) -> Response:
    """The key ids of all valid tokens of v2.1."""
    simulator = simulator_of(request)
    _asserted(simulator, dict(request.query_params))
    return JSONResponse({"kids": simulator.channel_tokens.key_ids(now=simulator.clock.now())})


async def stateless_token(request: Request) -> Response:
    """Issue a token for a quarter of an hour, for the secret or an assertion."""
    simulator, form = simulator_of(request), await form_of(request)
    _check_grant(form)
    channel_id = simulator.world.channel.id
    if "client_assertion" in form:
        _asserted(simulator, form)
    else:
        channel_id = _check_secret(simulator, form)
    return _issued(simulator, Kind.STATELESS, STATELESS_LIFE, channel_id=channel_id)


async def short_lived_token(request: Request) -> Response:
    """Issue a token for thirty days, for the secret."""
    simulator, form = simulator_of(request), await form_of(request)
    _check_grant(form)
    channel_id = _check_secret(simulator, form)
    return _issued(simulator, Kind.SHORT_LIVED, SHORT_LIFE, channel_id=channel_id)


async def verify_short_lived(request: Request) -> Response:
    """What a channel's token is good for, and how long."""
    described = _describe(simulator_of(request), needed(await form_of(request), "access_token"))
    if described is None:
        raise _expired()
    return JSONResponse(described)


async def revoke_short_lived(request: Request) -> Response:
    """End a channel's token at once."""
    simulator, form = simulator_of(request), await form_of(request)
    simulator.channel_tokens.revoke(needed(form, "access_token"))
    return Response()


async def form_of(request: Request) -> Form:
    """The fields of a posted form."""
    return dict(parse_qsl((await request.body()).decode(errors="replace")))


def needed(form: Form, name: str) -> str:
    """A field that a form must have, or LINE's refusal."""
    if not form.get(name):
        raise OAuthRefused(400, "invalid_request", f"{name} is required")
    return form[name]


async def _chosen_token(simulator: Simulator, form: Form) -> Response:
    """Issue a token of v2.1, for an assertion that says how long it is to live."""
    lifetime = _asserted(simulator, form).token_lifetime_seconds
    if lifetime is None or not 0 < lifetime <= SHORT_LIFE.total_seconds():
        raise OAuthRefused(400, "invalid_request", "token_exp must be at most 30 days")
    try:
        return _issued(
            simulator,
            Kind.CHOSEN,
            timedelta(seconds=lifetime),
            channel_id=simulator.world.channel.id,
            key_id=simulator.ids.key(),
        )
    except TooManyTokens as full:
        raise OAuthRefused(400, "invalid_request", str(full.__doc__)) from full


def _issued(
    simulator: Simulator,
    kind: Kind,
    lifetime: timedelta,
    *,
    channel_id: str,
    key_id: str | None = None,
) -> Response:
    now = simulator.clock.now()
    token = simulator.channel_tokens.issue(
        simulator.ids.access_token(),
        kind,
        channel_id=channel_id,
        lifetime=lifetime,
        now=now,
        key_id=key_id,
    )
    answer: dict[str, Any] = {
        "access_token": token.value,
        "token_type": "Bearer",
        "expires_in": token.seconds_left(now=now),
    }
    return JSONResponse(answer | ({"key_id": key_id} if key_id else {}))


def _describe(simulator: Simulator, value: str) -> dict[str, Any] | None:
    now = simulator.clock.now()
    token = simulator.channel_tokens.find(value, now=now)
    if token is None:
        return None
    return {
        "client_id": token.channel_id,
        "expires_in": token.seconds_left(now=now),
        "scope": SCOPE,
    }


def _revoke(simulator: Simulator, form: Form) -> bool:
    if simulator.channel_tokens.find(form["access_token"], now=simulator.clock.now()) is None:
        return False
    _check_secret(simulator, form)
    return simulator.channel_tokens.revoke(form["access_token"])


def _check_grant(form: Form) -> None:
    if needed(form, "grant_type") != "client_credentials":
        raise OAuthRefused(400, "unsupported_grant_type", "unsupported grant_type")


def _check_secret(simulator: Simulator, form: Form) -> str:
    """The channel that proves itself by its secret: the bot's, or one for LINE Login."""
    world, channel_id = simulator.world, needed(form, "client_id")
    secrets = {world.channel.id: world.channel.secret}
    secrets |= {channel.id: channel.secret for channel in world.login_channels}
    if channel_id not in secrets:
        raise OAuthRefused(401, "invalid_client", "invalid client_id")
    if needed(form, "client_secret") != secrets[channel_id]:
        raise OAuthRefused(401, "invalid_client", "invalid client_secret")
    return channel_id


def _asserted(simulator: Simulator, form: Form) -> Assertion:
    if form.get("client_assertion_type") != ASSERTION_TYPE:
        raise OAuthRefused(400, "invalid_request", "invalid client_assertion_type")
    try:
        return read_assertion(
            form.get("client_assertion", ""),
            channel=simulator.world.channel,
            now=simulator.clock.now(),
        )
    except BadAssertion as bad:
        raise OAuthRefused(401, "invalid_client", str(bad.__doc__)) from bad


def _expired() -> OAuthRefused:
    return OAuthRefused(400, "invalid_request", "access token expired")


# What each grant type leads to.
GRANTS: dict[str, Grant] = {"client_credentials": _chosen_token}
# Who may know a token: each answers None, or False, for tokens that are not its own.
DESCRIBERS: list[Describe] = [_describe]
REVOKERS: list[Revoke] = [_revoke]

ROUTES = [
    Route("/oauth2/v2.1/token", token, methods=["POST"]),
    Route("/oauth2/v2.1/tokens/kid", key_ids),
    Route("/oauth2/v2.1/verify", verify),
    Route("/oauth2/v2.1/revoke", revoke, methods=["POST"]),
    Route("/oauth2/v3/token", stateless_token, methods=["POST"]),
    Route("/v2/oauth/accessToken", short_lived_token, methods=["POST"]),
    Route("/v2/oauth/verify", verify_short_lived, methods=["POST"]),
    Route("/v2/oauth/revoke", revoke_short_lived, methods=["POST"]),
]
