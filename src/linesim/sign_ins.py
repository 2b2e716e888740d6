"""Somebody signs in to a channel, or does not: where the browser goes then."""

from datetime import datetime, timedelta

from linesim import phones
from linesim.grants import Authorization
from linesim.id_tokens import SignIn
from linesim.sign_in_requests import BadRequest, SignInRequest
from linesim.simulator import Simulator
from linesim.world import Person


def allow(
    simulator: Simulator, wanted: SignInRequest, person: Person, *, befriend: bool = False
) -> str:
    """Sign a person in, perhaps adding the account as a friend; returns where to go."""
    now = simulator.clock.now()
    simulator.grants.signed_in_at[person.id] = now
    simulator.grants.consent(wanted.channel.id, person.id, wanted.scopes)
    changed = befriend and wanted.offers_friendship and befriend_account(simulator, person)
    told = {"friendship_status_changed": str(changed).lower()} if wanted.offers_friendship else {}
    return wanted.back(**_code(simulator, wanted, person, amr="pwd", signed_in_at=now), **told)


def deny(wanted: SignInRequest) -> str:
    """Where to go when a person declines."""
    return wanted.back(
        error="access_denied", error_description="The resource owner denied the request."
    )


def silently(simulator: Simulator, wanted: SignInRequest, person: Person | None) -> str:
    """Sign in whoever is signed in already, without asking (`prompt=none`).

    Raises BadRequest when that cannot be.
    """
    at = simulator.grants.signed_in_at.get(person.id) if person else None
    if person is None or at is None or _too_long_ago(wanted, at, now=simulator.clock.now()):
        raise BadRequest("login_required", "The user is not logged in.")
    if not simulator.grants.consents_to(wanted.channel.id, person.id, wanted.scopes):
        raise BadRequest("interaction_required", "The user has to consent.")
    return wanted.back(**_code(simulator, wanted, person, amr="linesso", signed_in_at=at))


def befriend_account(simulator: Simulator, person: Person) -> bool:
    """Add the official account as a friend; False when it is one already."""
    if person.blocked:
        phones.unblock(simulator, person)
    elif not person.friend:
        phones.follow(simulator, person)
    else:
        return False
    return True


def _too_long_ago(wanted: SignInRequest, at: datetime, *, now: datetime) -> bool:
    return wanted.max_age is not None and now - at > timedelta(seconds=wanted.max_age)


def _code(
    simulator: Simulator,
    wanted: SignInRequest,
    person: Person,
    *,
    amr: str,
    signed_in_at: datetime,
) -> dict[str, str]:
    auth_time = signed_in_at if wanted.max_age is not None else None
    authorization = Authorization(
        channel_id=wanted.channel.id,
        person_id=person.id,
        sign_in=SignIn(wanted.scopes, wanted.nonce, auth_time, amr),
        redirect_uri=wanted.redirect_uri,
        code_challenge=wanted.code_challenge,
        liff_id=wanted.liff.id if wanted.liff else None,
    )
    code = simulator.grants.issue_code(authorization, now=simulator.clock.now())
    if wanted.liff is None:
        return {"code": code}
    return {
        "code": code,
        "liffClientId": wanted.channel.id,
        "liffRedirectUri": wanted.redirect_uri,
    }
