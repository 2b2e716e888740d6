"""LINE Login: OpenID Connect with LINE's own oddities."""

import base64
import hashlib
from urllib.parse import parse_qsl, urlsplit

import httpx
import jwt
import pytest

from linesim.grants import ACCESS_LIFE, CODE_LIFE, REFRESH_LIFE
from linesim.id_tokens import LIFE as ID_TOKEN_LIFE

from .conftest import FAH, NO_CERTIFICATES, STRANGER, TOKEN
from .covering import covers
from .login_world import CALLBACK, LOGIN, LOGIN_SECRET, OTHER, OTHER_SECRET

VERIFIER = "v" * 43
CHALLENGE = (
    base64.urlsafe_b64encode(hashlib.sha256(VERIFIER.encode()).digest()).rstrip(b"=").decode()
)
ASKED = {
    "response_type": "code",
    "client_id": LOGIN,
    "redirect_uri": CALLBACK,
    "state": "s1",
    "scope": "openid profile",
}


@pytest.fixture
def web(login_platform):
    """A browser, and the service behind the login: both speak to the platform."""
    with httpx.Client(base_url=login_platform.url, trust_env=False, verify=NO_CERTIFICATES) as web:
        yield web


@pytest.fixture
def sign_in(web):
    """Go through the consent page; returns what the callback is told."""

    def sign_in(person=FAH, decision="allow", friend=False, **more):
        form = {"person": person, "decision": decision} | ({"friend": "yes"} if friend else {})
        answer = web.post("/oauth2/v2.1/authorize", params=ASKED | more, data=form)
        assert answer.status_code == 303, answer.text
        return told(answer)

    return sign_in


@pytest.fixture
def redeem(web):
    """Change a code for tokens, as the service does."""

    def redeem(code, **more):
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": CALLBACK,
            "client_id": LOGIN,
            "client_secret": LOGIN_SECRET,
        }
        return web.post("/oauth2/v2.1/token", data=form | more)

    return redeem


@pytest.fixture
def tokens(sign_in, redeem):
    """Sign in and change the code for tokens at once."""

    def tokens(**more):
        return redeem(sign_in(**more)["code"]).json()

    return tokens


def told(answer):
    """The query of the address that a browser is sent to."""
    return dict(parse_qsl(urlsplit(answer.headers["location"]).query))


def bearer(token):
    return {"authorization": f"Bearer {token}"}


@covers("GET /oauth2/v2.1/authorize", "POST /oauth2/v2.1/authorize")
class TestAuthorize:
    def test_asks_who_signs_in_and_what_may_be_known(self, web):
        page = web.get("/oauth2/v2.1/authorize", params=ASKED | {"bot_prompt": "normal"})

        assert page.status_code == 200
        for words in ("ห้องทดลอง", "ฟ้า", "โปรไฟล์", "อนุญาต", "เพิ่ม บัญชีทดสอบ เป็นเพื่อน"):
            assert words in page.text

    def test_speaks_the_language_asked_for(self, web):
        page = web.get("/oauth2/v2.1/authorize", params=ASKED | {"ui_locales": "en-US th"})

        assert 'lang="en"' in page.text
        assert "Allow" in page.text

    def test_sends_code_and_state_back(self, sign_in):
        answer = sign_in()

        assert answer["state"] == "s1"
        assert set(answer) == {"code", "state"}

    def test_keeps_the_query_of_the_callback(self, sign_in):
        assert sign_in(redirect_uri=f"{CALLBACK}?next=board")["next"] == "board"

    def test_tells_when_somebody_declines(self, sign_in):
        assert sign_in(decision="deny") == {
            "error": "access_denied",
            "error_description": "The resource owner denied the request.",
            "state": "s1",
        }

    @pytest.mark.parametrize(
        ("more", "error"),
        [
            ({"response_type": "token"}, "unsupported_response_type"),
            ({"state": None}, "invalid_request"),
            ({"scope": None}, "invalid_scope"),
            ({"scope": "openid friends"}, "invalid_scope"),
            ({"scope": "profile email"}, "invalid_scope"),
            ({"prompt": "maybe"}, "invalid_request"),
            ({"max_age": "soon"}, "invalid_request"),
            ({"bot_prompt": "please"}, "invalid_request"),
            ({"response_mode": "fragment"}, "invalid_request"),
            ({"code_challenge": CHALLENGE}, "invalid_request"),
            ({"code_challenge": "short", "code_challenge_method": "S256"}, "invalid_request"),
        ],
    )
    def test_tells_the_channel_what_it_did_wrong(self, web, more, error):
        asked = {name: value for name, value in (ASKED | more).items() if value is not None}

        answer = web.get("/oauth2/v2.1/authorize", params=asked)

        assert (answer.status_code, told(answer)["error"]) == (302, error)

    @pytest.mark.parametrize(
        "more",
        [
            {"client_id": "1"},
            {"redirect_uri": "https://elsewhere.example/callback"},
            {"redirect_uri": f"{CALLBACK}/deeper"},
        ],
    )
    def test_sends_nobody_to_an_unregistered_address(self, web, more):
        answer = web.get("/oauth2/v2.1/authorize", params=ASKED | more)

        assert answer.status_code == 400
        assert "location" not in answer.headers

    def test_refuses_the_email_of_a_channel_without_permission(self, web):
        asked = ASKED | {"client_id": OTHER, "scope": "openid email"}

        assert told(web.get("/oauth2/v2.1/authorize", params=asked))["error"] == "invalid_scope"

    def test_adds_the_account_as_a_friend(self, sign_in, bot):
        answer = sign_in(person=STRANGER, friend=True, bot_prompt="normal")

        assert answer["friendship_status_changed"] == "true"
        assert bot.next_event()["type"] == "follow"

    def test_lets_people_leave_the_account_out(self, sign_in, login_platform):
        answer = sign_in(person=STRANGER, bot_prompt="aggressive")

        assert answer["friendship_status_changed"] == "false"
        assert not login_platform.simulator.world.person(STRANGER).friend


class TestPromptNone:
    def test_wants_somebody_to_be_signed_in(self, web):
        answer = web.get("/oauth2/v2.1/authorize", params=ASKED | {"prompt": "none"})

        assert told(answer)["error"] == "login_required"

    def test_signs_in_again_without_asking(self, web, sign_in):
        sign_in()

        answer = web.get("/oauth2/v2.1/authorize", params=ASKED | {"prompt": "none"})

        assert "code" in told(answer)

    def test_needs_consent_to_all_that_is_asked(self, web, sign_in):
        sign_in(scope="openid")

        answer = web.get("/oauth2/v2.1/authorize", params=ASKED | {"prompt": "none"})

        assert told(answer)["error"] == "interaction_required"

    def test_wants_a_fresh_sign_in_after_max_age(self, web, sign_in, clock):
        sign_in()
        clock.advance(seconds=61)
        asked = ASKED | {"prompt": "none", "max_age": "60"}

        assert told(web.get("/oauth2/v2.1/authorize", params=asked))["error"] == "login_required"


class TestToken:
    def test_is_issued_for_a_code(self, sign_in, redeem):
        answer = redeem(sign_in(scope="openid profile email")["code"])

        body = answer.json()
        assert answer.status_code == 200
        assert answer.headers["x-line-request-id"]
        assert (body["token_type"], body["expires_in"]) == ("Bearer", 2_592_000)
        assert body["scope"] == "openid profile"
        assert body["refresh_token"]

    def test_has_no_id_token_without_openid(self, sign_in, redeem):
        assert "id_token" not in redeem(sign_in(scope="profile")["code"]).json()

    def test_takes_a_code_once(self, sign_in, redeem):
        code = sign_in()["code"]
        redeem(code)

        again = redeem(code)

        assert again.status_code == 400
        assert again.json() == {
            "error": "invalid_grant",
            "error_description": "invalid authorization code",
        }

    def test_takes_a_code_for_ten_minutes(self, sign_in, redeem, clock):
        in_time, too_late = sign_in()["code"], sign_in()["code"]
        clock.advance(seconds=CODE_LIFE.total_seconds())

        assert redeem(in_time).status_code == 200
        clock.advance(seconds=1)
        assert redeem(too_late).json()["error_description"] == "authorization code expired"

    @pytest.mark.parametrize(
        ("more", "status", "error"),
        [
            ({"client_secret": "wrong"}, 401, "invalid_client"),
            ({"client_id": "1"}, 401, "invalid_client"),
            ({"client_id": OTHER, "client_secret": OTHER_SECRET}, 400, "invalid_grant"),
            ({"redirect_uri": "https://elsewhere.example/"}, 400, "invalid_grant"),
            ({"redirect_uri": ""}, 400, "invalid_request"),
            ({"grant_type": "password"}, 400, "unsupported_grant_type"),
        ],
    )
    def test_is_refused(self, sign_in, redeem, more, status, error):
        answer = redeem(sign_in()["code"], **more)

        assert (answer.status_code, answer.json()["error"]) == (status, error)

    def test_leaves_the_code_good_after_a_wrong_secret(self, sign_in, redeem):
        code = sign_in()["code"]
        redeem(code, client_secret="wrong")

        assert redeem(code).status_code == 200

    def test_wants_the_verifier_behind_the_challenge(self, sign_in, redeem):
        asked = {"code_challenge": CHALLENGE, "code_challenge_method": "S256"}

        assert redeem(sign_in(**asked)["code"]).json()["error"] == "invalid_grant"
        assert redeem(sign_in(**asked)["code"], code_verifier="w" * 43).status_code == 400
        assert redeem(sign_in(**asked)["code"], code_verifier=VERIFIER).status_code == 200


class TestRefresh:
    @pytest.fixture
    def refresh(self, web):
        def refresh(token):
            form = {
                "grant_type": "refresh_token",
                "refresh_token": token,
                "client_id": LOGIN,
                "client_secret": LOGIN_SECRET,
            }
            return web.post("/oauth2/v2.1/token", data=form)

        return refresh

    def test_replaces_both_tokens(self, web, tokens, refresh):
        old = tokens()

        fresh = refresh(old["refresh_token"]).json()

        assert fresh["access_token"] != old["access_token"]
        assert web.get("/v2/profile", headers=bearer(fresh["access_token"])).status_code == 200
        assert web.get("/v2/profile", headers=bearer(old["access_token"])).status_code == 401
        assert refresh(old["refresh_token"]).json()["error"] == "invalid_grant"

    def test_works_for_ninety_days(self, tokens, refresh, clock):
        first, second = tokens(), tokens()
        clock.advance(seconds=REFRESH_LIFE.total_seconds())

        assert refresh(first["refresh_token"]).status_code == 200
        clock.advance(seconds=1)
        assert refresh(second["refresh_token"]).json()["error_description"] == (
            "refresh token expired"
        )


@covers("GET /oauth2/v2.1/certs")
class TestIdToken:
    def test_of_a_web_login_is_signed_with_the_secret(self, tokens, clock):
        token = tokens(nonce="n1", max_age="60", scope="openid profile email")["id_token"]

        claims = jwt.decode(
            token,
            LOGIN_SECRET,
            algorithms=["HS256"],
            audience=LOGIN,
            issuer="https://access.line.me",
            options={"verify_exp": False, "verify_iat": False},
        )
        now = int(clock.now().timestamp())
        assert claims == {
            "iss": "https://access.line.me",
            "sub": FAH,
            "aud": LOGIN,
            "exp": now + 3600,
            "iat": now,
            "auth_time": now,
            "nonce": "n1",
            "amr": ["pwd"],
            "name": "ฟ้า",
            "email": "fah@example.com",
        }

    def test_tells_no_more_than_was_asked(self, tokens):
        claims = jwt.decode(tokens(scope="openid")["id_token"], options={"verify_signature": False})

        assert set(claims) == {"iss", "sub", "aud", "exp", "iat", "amr"}

    def test_is_signed_by_key_for_those_who_ask(self, web, sign_in, redeem):
        token = redeem(sign_in()["code"], id_token_key_type="JWK").json()["id_token"]

        keys = jwt.PyJWKSet.from_dict(web.get("/oauth2/v2.1/certs").json())
        header = jwt.get_unverified_header(token)
        claims = jwt.decode(
            token,
            keys[header["kid"]],
            algorithms=["ES256"],
            audience=LOGIN,
            options={"verify_exp": False, "verify_iat": False},
        )
        assert claims["sub"] == FAH


@covers("POST /oauth2/v2.1/verify")
class TestVerifyIdToken:
    @pytest.fixture
    def verify(self, web):
        def verify(token, **more):
            form = {"id_token": token, "client_id": LOGIN} | more
            return web.post("/oauth2/v2.1/verify", data=form)

        return verify

    def test_answers_the_claims(self, tokens, verify):
        answer = verify(tokens(nonce="n1")["id_token"], nonce="n1", user_id=FAH)

        assert answer.status_code == 200
        assert (answer.json()["sub"], answer.json()["name"]) == (FAH, "ฟ้า")

    @pytest.mark.parametrize(
        ("more", "words"),
        [
            ({"client_id": OTHER}, "Invalid IdToken Audience."),
            ({"nonce": "n2"}, "Invalid IdToken Nonce."),
            ({"user_id": STRANGER}, "Invalid IdToken Subject Identifier."),
        ],
    )
    def test_says_what_does_not_fit(self, tokens, verify, more, words):
        answer = verify(tokens(nonce="n1")["id_token"], **more)

        assert answer.status_code == 400
        assert answer.json() == {"error": "invalid_request", "error_description": words}

    def test_knows_when_a_token_has_expired(self, tokens, verify, clock):
        token = tokens()["id_token"]
        clock.advance(seconds=ID_TOKEN_LIFE.total_seconds() - 1)

        assert verify(token).status_code == 200
        clock.advance(seconds=1)
        assert verify(token).json()["error_description"] == "IdToken expired."

    @pytest.mark.parametrize(
        "forged",
        [
            "not.a.token",
            jwt.encode({"aud": LOGIN, "sub": FAH}, "k" * 32, "HS256"),
            jwt.encode({"aud": LOGIN, "sub": FAH}, None, "none"),
            jwt.encode({"aud": "1", "sub": FAH}, "k" * 32, "HS256"),
        ],
    )
    def test_believes_no_forged_token(self, verify, forged):
        assert verify(forged).json()["error_description"] == "Invalid IdToken."

    def test_believes_no_other_issuer(self, verify):
        token = jwt.encode({"iss": "https://elsewhere.example", "aud": LOGIN}, LOGIN_SECRET)

        assert verify(token).json()["error_description"] == "Invalid IdToken Issuer."


@covers(
    "GET /v2/profile",
    "GET /oauth2/v2.1/userinfo",
    "POST /oauth2/v2.1/userinfo",
    "GET /friendship/v1/status",
)
class TestAccessToken:
    def test_is_verified(self, web, tokens):
        token = tokens()["access_token"]

        answer = web.get("/oauth2/v2.1/verify", params={"access_token": token})

        assert answer.json() == {
            "scope": "openid profile",
            "client_id": LOGIN,
            "expires_in": 2_592_000,
        }

    def test_ends_after_thirty_days(self, web, tokens, clock):
        token = tokens()["access_token"]
        clock.advance(seconds=ACCESS_LIFE.total_seconds())

        answer = web.get("/oauth2/v2.1/verify", params={"access_token": token})

        assert (answer.status_code, answer.json()["error_description"]) == (
            400,
            "access token expired",
        )

    def test_tells_who_signed_in(self, web, tokens):
        mine = bearer(tokens(scope="openid profile email")["access_token"])

        assert web.get("/v2/profile", headers=mine).json() == {
            "userId": FAH,
            "displayName": "ฟ้า",
        }
        for ask in (web.get, web.post):
            told = ask("/oauth2/v2.1/userinfo", headers=mine).json()
            assert told == {"sub": FAH, "name": "ฟ้า"}

    def test_tells_only_what_was_allowed(self, web, tokens):
        assert web.get("/v2/profile").status_code == 401
        only_openid = bearer(tokens(scope="openid")["access_token"])
        assert web.get("/v2/profile", headers=only_openid).status_code == 403

    def test_does_not_open_the_messaging_api(self, web, tokens):
        mine = bearer(tokens()["access_token"])

        assert web.get("/v2/bot/info", headers=mine).status_code == 401

    @pytest.mark.parametrize(("person", "flag"), [(FAH, True), (STRANGER, False)])
    def test_tells_who_is_a_friend(self, web, tokens, person, flag):
        mine = bearer(tokens(person=person)["access_token"])

        assert web.get("/friendship/v1/status", headers=mine).json() == {"friendFlag": flag}

    def test_can_be_revoked(self, web, tokens):
        token = tokens()["access_token"]
        form = {"access_token": token, "client_id": LOGIN}

        assert web.post("/oauth2/v2.1/revoke", data=form).status_code == 400
        done = web.post("/oauth2/v2.1/revoke", data=form | {"client_secret": LOGIN_SECRET})
        assert (done.status_code, done.content) == (200, b"")
        assert web.get("/v2/profile", headers=bearer(token)).status_code == 401


@covers("POST /user/v1/deauthorize")
class TestDeauthorize:
    @pytest.fixture
    def deauthorize(self, web):
        def deauthorize(user_token, channel_token):
            return web.post(
                "/user/v1/deauthorize",
                json={"userAccessToken": user_token},
                headers=bearer(channel_token),
            )

        return deauthorize

    @pytest.fixture
    def channel_token(self, web):
        form = {
            "grant_type": "client_credentials",
            "client_id": LOGIN,
            "client_secret": LOGIN_SECRET,
        }
        return web.post("/oauth2/v3/token", data=form).json()["access_token"]

    def test_takes_consent_and_tokens_back(self, web, tokens, deauthorize, channel_token):
        token = tokens()["access_token"]

        answer = deauthorize(token, channel_token)

        assert (answer.status_code, answer.content) == (204, b"")
        assert web.get("/v2/profile", headers=bearer(token)).status_code == 401
        silent = web.get("/oauth2/v2.1/authorize", params=ASKED | {"prompt": "none"})
        assert told(silent)["error"] == "interaction_required"

    def test_is_for_the_channel_that_was_authorized(self, tokens, deauthorize):
        token = tokens()["access_token"]

        assert deauthorize(token, TOKEN).status_code == 400
        assert deauthorize(token, "unknown").status_code == 401

    def test_needs_a_token_of_the_login_channel_only_there(self, web, channel_token):
        assert web.get("/v2/bot/info", headers=bearer(channel_token)).status_code == 401


@covers("GET /.well-known/openid-configuration")
class TestDiscovery:
    def test_leads_to_this_platform_under_lines_name(self, web, login_platform):
        told = web.get("/.well-known/openid-configuration").json()

        assert told["issuer"] == "https://access.line.me"
        assert told["id_token_signing_alg_values_supported"] == ["ES256"]
        for name in ("authorization", "token", "revocation", "userinfo"):
            assert told[f"{name}_endpoint"].startswith(f"{login_platform.url}/oauth2/v2.1/")
        assert web.get(told["jwks_uri"]).json()["keys"][0]["alg"] == "ES256"


class TestControl:
    def test_signs_in_without_a_page(self, login_platform, redeem):
        url = httpx.URL(f"{login_platform.url}/oauth2/v2.1/authorize", params=ASKED)

        address = login_platform.does("ฟ้า", "login", url=str(url))["url"]

        assert address.startswith(CALLBACK)
        code = dict(parse_qsl(urlsplit(address).query))["code"]
        assert redeem(code).json()["access_token"]

    def test_declines_without_a_page(self, login_platform):
        url = httpx.URL(f"{login_platform.url}/oauth2/v2.1/authorize", params=ASKED)

        address = login_platform.does("ฟ้า", "login", url=str(url), allow=False)["url"]

        assert "error=access_denied" in address
