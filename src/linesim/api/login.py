"""LINE Login for programs: tokens, profiles and keys. People see authorize.py."""

from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from linesim.api import oauth
from linesim.api.conventions import body_of, simulator_of
from linesim.api.errors import OAuthRefused, Refused
from linesim.api.oauth import Form, form_of
from linesim.api.profile import as_profile
from linesim.grants import Authorization, BadAccessToken, BadGrant, Tokens
from linesim.id_tokens import ISSUER, Algorithm, BadIdToken
from linesim.login_channels import LoginChannel
from linesim.simulator import Simulator
from linesim.validation import check
from linesim.validation.rules import text
from linesim.world import Person, Unknown

Scopes = tuple[str, ...]


async def redeem_code(simulator: Simulator, form: Form) -> Response:
    """Change an authorization code for tokens; PKCE takes the secret's place for LIFF."""
    channel, code = _channel(simulator, form), oauth.needed(form, "code")
    if simulator.grants.needs_secret(code):
        _check_secret(channel, form)
    try:
        authorization = simulator.grants.redeem(
            code,
            channel_id=channel.id,
            redirect_uri=oauth.needed(form, "redirect_uri"),
            verifier=form.get("code_verifier"),
            now=simulator.clock.now(),
        )
    except BadGrant as bad:
        raise OAuthRefused(400, "invalid_grant", str(bad)) from bad
    return _issued(simulator, channel, authorization, form)


async def refresh(simulator: Simulator, form: Form) -> Response:
    """Change a refresh token for fresh tokens."""
    channel, now = _channel(simulator, form), simulator.clock.now()
    _check_secret(channel, form)
    try:
        tokens = simulator.grants.refresh(
            oauth.needed(form, "refresh_token"), channel_id=channel.id, now=now
        )
    except BadGrant as bad:
        raise OAuthRefused(400, "invalid_grant", str(bad)) from bad
    return JSONResponse(_told(tokens, simulator))


async def verify_id_token(request: Request) -> Response:
    """The claims of an ID token, or what is wrong with it."""
    simulator, form = simulator_of(request), await form_of(request)
    try:
        claims = simulator.id_tokens.claims_in(
            oauth.needed(form, "id_token"),
            client_id=oauth.needed(form, "client_id"),
            nonce=form.get("nonce"),
            user_id=form.get("user_id"),
            now=simulator.clock.now(),
        )
    except BadIdToken as bad:
        raise OAuthRefused(400, "invalid_request", str(bad)) from bad
    return JSONResponse(claims)


async def userinfo(request: Request) -> Response:
    """Who signed in, in the words of OpenID Connect; never the e-mail address."""
    tokens = _bearer(request, "openid")
    person = simulator_of(request).world.person(tokens.person_id)
    name = {"name": person.name} if "profile" in tokens.scopes else {}
    return JSONResponse({"sub": person.id} | name)


async def profile(request: Request) -> Response:
    """Who signed in, in LINE's own words."""
    tokens = _bearer(request, "profile")
    return JSONResponse(as_profile(simulator_of(request).world.person(tokens.person_id)))


async def friendship(request: Request) -> Response:
    """Whether who signed in is a friend of the linked official account, and not blocking it."""
    simulator, tokens = simulator_of(request), _bearer(request, "profile")
    if not simulator.world.login_channel(tokens.channel_id).linked_bot:
        raise Refused(400, "The channel is not linked to a LINE Official Account")
    return JSONResponse({"friendFlag": is_friend(simulator.world.person(tokens.person_id))})


async def deauthorize(request: Request) -> Response:
    """Take back what a person allowed; a channel access token of the login channel asks it."""
    simulator, body = simulator_of(request), await body_of(request)
    channel_id = asking_channel(request)
    check(body, userAccessToken=text(1000))
    tokens = simulator.grants.find(body["userAccessToken"])
    if tokens is None or tokens.channel_id != channel_id:
        raise Refused(400, "Invalid user access token")
    simulator.grants.deauthorize(tokens.channel_id, tokens.person_id)
    return Response(status_code=204)


async def published_keys(request: Request) -> Response:
    """The keys behind ES256 tokens."""
    return JSONResponse(simulator_of(request).id_tokens.published_keys())


async def discovery(request: Request) -> Response:
    """What an OpenID Connect client wants to know; like LINE it names ES256 alone."""
    here = str(request.base_url).rstrip("/")
    return JSONResponse(
        {
            "issuer": ISSUER,
            "authorization_endpoint": f"{here}/oauth2/v2.1/authorize",
            "token_endpoint": f"{here}/oauth2/v2.1/token",
            "revocation_endpoint": f"{here}/oauth2/v2.1/revoke",
            "userinfo_endpoint": f"{here}/oauth2/v2.1/userinfo",
            "jwks_uri": f"{here}/oauth2/v2.1/certs",
            "scopes_supported": ["openid", "profile", "email"],
            "response_types_supported": ["code"],
            "subject_types_supported": ["pairwise"],
            "id_token_signing_alg_values_supported": ["ES256"],
            "code_challenge_methods_supported": ["S256"],
        }
    )


def is_friend(person: Person) -> bool:
    """Whether messages of the official account reach a person as a friend."""
    return person.friend and not person.blocked


def signed_in(request: Request) -> Tokens:
    """The tokens by which a request speaks for a person, or LINE's refusal."""
    simulator = simulator_of(request)
    scheme, _, value = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not value:
        raise Refused(401, "Authentication header is missing")
    try:
        return simulator.grants.valid(value.strip(), now=simulator.clock.now())
    except BadAccessToken as bad:
        raise Refused(401, str(bad.__doc__)) from bad


def asking_channel(request: Request) -> str:
    """The login channel whose channel access token a request carries, or LINE's refusal."""
    simulator = simulator_of(request)
    _, _, value = request.headers.get("authorization", "").partition(" ")
    token = simulator.channel_tokens.find(value.strip(), now=simulator.clock.now())
    if token is None:
        raise Refused(401, "Authentication failed due to the following reason: invalid token")
    return token.channel_id


def _bearer(request: Request, scope: str) -> Tokens:
    tokens = signed_in(request)
    if scope not in tokens.scopes:
        raise Refused(403, f"The access token does not have the scope {scope}")
    return tokens


def _issued(
    simulator: Simulator, channel: LoginChannel, authorization: Authorization, form: Form
) -> Response:
    grants, now = simulator.grants, simulator.clock.now()
    sign_in, in_liff = authorization.sign_in, authorization.liff_id is not None
    issue = grants.issue_for_liff if in_liff else grants.issue
    answer = _told(issue(channel.id, authorization.person_id, sign_in.scopes, now=now), simulator)
    if "openid" in sign_in.scopes:
        by_key = in_liff or form.get("id_token_key_type") == "JWK"
        algorithm: Algorithm = "ES256" if by_key else "HS256"
        person = simulator.world.person(authorization.person_id)
        answer["id_token"] = simulator.id_tokens.issue(
            channel, person, sign_in, algorithm=algorithm, now=now
        )
    return JSONResponse(answer)


def _told(tokens: Tokens, simulator: Simulator) -> dict[str, Any]:
    answer: dict[str, Any] = {
        "access_token": tokens.access_token,
        "token_type": "Bearer",
        "expires_in": tokens.seconds_left(now=simulator.clock.now()),
        "scope": tokens.told_scope,
    }
    return answer | ({"refresh_token": tokens.refresh_token} if tokens.refresh_token else {})


def _channel(simulator: Simulator, form: Form) -> LoginChannel:
    try:
        return simulator.world.login_channel(oauth.needed(form, "client_id"))
    except Unknown as unknown:
        raise OAuthRefused(401, "invalid_client", "invalid client_id") from unknown


def _check_secret(channel: LoginChannel, form: Form) -> None:
    if oauth.needed(form, "client_secret") != channel.secret:
        raise OAuthRefused(401, "invalid_client", "invalid client_secret")


def _describe(simulator: Simulator, value: str) -> dict[str, Any] | None:
    now = simulator.clock.now()
    try:
        tokens = simulator.grants.valid(value, now=now)
    except BadAccessToken:
        return None
    return {
        "scope": tokens.told_scope,
        "client_id": tokens.channel_id,
        "expires_in": tokens.seconds_left(now=now),
    }


def _revoke(simulator: Simulator, form: Form) -> bool:
    tokens = simulator.grants.find(form["access_token"])
    if tokens is None:
        return False
    channel = _channel(simulator, form)
    if tokens.channel_id != channel.id:
        raise OAuthRefused(400, "invalid_request", "invalid access token")
    _check_secret(channel, form)
    simulator.grants.revoke(tokens)
    return True


oauth.GRANTS |= {"authorization_code": redeem_code, "refresh_token": refresh}
oauth.DESCRIBERS.append(_describe)
oauth.REVOKERS.append(_revoke)

ROUTES = [
    Route("/.well-known/openid-configuration", discovery),
    Route("/oauth2/v2.1/certs", published_keys),
    Route("/oauth2/v2.1/verify", verify_id_token, methods=["POST"]),
    Route("/oauth2/v2.1/userinfo", userinfo, methods=["GET", "POST"]),
    Route("/v2/profile", profile),
    Route("/friendship/v1/status", friendship),
    Route("/user/v1/deauthorize", deauthorize, methods=["POST"]),
]
