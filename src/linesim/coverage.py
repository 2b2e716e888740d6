"""What of LINE's platform is emulated, endpoint by endpoint."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from linesim import api

State = Literal["emulated", "partly", "not"]


@dataclass(frozen=True)
class Row:
    """One endpoint, as in "POST /v2/bot/message/push", or for `not` a family of them."""

    endpoint: str
    state: State
    remark: str


def emulated(endpoint: str, remark: str = "") -> Row:
    """It does what LINE documents."""
    return Row(endpoint, "emulated", remark)


def partly(endpoint: str, remark: str) -> Row:
    """It does some of what LINE documents; the remark says which part."""
    return Row(endpoint, "partly", remark)


def missing(endpoint: str, remark: str) -> Row:
    """It is not there: 404, or 501 where a route stands."""
    return Row(endpoint, "not", remark)


TABLE: dict[str, list[Row]] = {
    "Sending": [
        emulated(
            "POST /v2/bot/message/reply", "one use, 60 s, longer after redelivery; not counted"
        ),
        emulated("POST /v2/bot/message/push", "people, groups and rooms; counted per recipient"),
        emulated("POST /v2/bot/message/multicast", "up to 500 people"),
        emulated("POST /v2/bot/message/broadcast", "friends who do not block the account"),
        missing("POST /v2/bot/message/narrowcast", "501: there are no audiences"),
        missing("GET /v2/bot/message/progress/narrowcast", "501, likewise"),
        *(
            emulated(
                f"POST /v2/bot/message/validate/{kind}", "mentions are not looked up, as at LINE"
            )
            for kind in ("reply", "push", "multicast", "narrowcast", "broadcast")
        ),
    ],
    "Quota and statistics": [
        emulated("GET /v2/bot/message/quota", "plans free, basic, pro and none"),
        emulated("GET /v2/bot/message/quota/consumption", "the month ends by UTC+9 days"),
        emulated("GET /v2/bot/message/delivery/{kind}", "reply, push, multicast and broadcast"),
        missing("GET /v2/bot/insight/…", "no statistics beyond delivery"),
        missing("GET /v2/bot/message/aggregation/…", "no aggregation units"),
    ],
    "Content": [
        emulated(
            "GET /v2/bot/message/{message_id}/content", "202 while prepared, 404 after, 410 unsent"
        ),
        partly(
            "GET /v2/bot/message/{message_id}/content/preview",
            "photos are made small; a video's preview is black",
        ),
        emulated("GET /v2/bot/message/{message_id}/content/transcoding"),
    ],
    "People, groups and rooms": [
        partly("GET /v2/bot/profile/{user_id}", "no picture and status message"),
        emulated("GET /v2/bot/followers/ids", "403 unless the account is verified"),
        emulated("GET /v2/bot/info"),
        partly("GET /v2/bot/group/{groupId}/summary", "no picture"),
        emulated("GET /v2/bot/group/{groupId}/members/count"),
        emulated("GET /v2/bot/group/{groupId}/members/ids", "403 unless the account is verified"),
        partly("GET /v2/bot/group/{groupId}/member/{userId}", "no picture"),
        emulated("POST /v2/bot/group/{groupId}/leave"),
        emulated("GET /v2/bot/room/{roomId}/members/count"),
        emulated("GET /v2/bot/room/{roomId}/members/ids", "403 unless the account is verified"),
        partly("GET /v2/bot/room/{roomId}/member/{userId}", "no picture"),
        emulated("POST /v2/bot/room/{roomId}/leave"),
    ],
    "Chats": [
        emulated("POST /v2/bot/chat/loading/start", "one-to-one only"),
        emulated("POST /v2/bot/chat/markAsRead"),
        missing("POST /v2/bot/message/markAsRead", "the older way, for partners"),
    ],
    "Webhook settings": [
        emulated("GET /v2/bot/channel/webhook/endpoint"),
        emulated("PUT /v2/bot/channel/webhook/endpoint", "http too, on this machine"),
        emulated("POST /v2/bot/channel/webhook/test"),
    ],
    "Rich menus": [
        emulated("POST /v2/bot/richmenu"),
        emulated("POST /v2/bot/richmenu/validate"),
        emulated("GET /v2/bot/richmenu/list"),
        emulated("GET /v2/bot/richmenu/{menu_id}"),
        emulated("DELETE /v2/bot/richmenu/{menu_id}"),
        emulated(
            "POST /v2/bot/richmenu/{menu_id}/content", "type, size and dimensions are checked"
        ),
        emulated("GET /v2/bot/richmenu/{menu_id}/content"),
        emulated("POST /v2/bot/user/all/richmenu/{menu_id}"),
        emulated("GET /v2/bot/user/all/richmenu"),
        emulated("DELETE /v2/bot/user/all/richmenu"),
        emulated("POST /v2/bot/user/{user_id}/richmenu/{menu_id}"),
        emulated("GET /v2/bot/user/{user_id}/richmenu"),
        emulated("DELETE /v2/bot/user/{user_id}/richmenu"),
        emulated("POST /v2/bot/richmenu/bulk/link", "done before the answer"),
        emulated("POST /v2/bot/richmenu/bulk/unlink", "done before the answer"),
        partly("POST /v2/bot/richmenu/batch", "done before the answer; no resume key"),
        emulated("POST /v2/bot/richmenu/validate/batch"),
        partly("GET /v2/bot/richmenu/progress/batch", "always succeeded"),
        emulated("POST /v2/bot/richmenu/alias"),
        emulated("GET /v2/bot/richmenu/alias/list"),
        emulated("GET /v2/bot/richmenu/alias/{alias}"),
        emulated("POST /v2/bot/richmenu/alias/{alias}"),
        emulated("DELETE /v2/bot/richmenu/alias/{alias}"),
    ],
    "Channel access tokens": [
        emulated("POST /oauth2/v3/token", "stateless: by secret or by assertion"),
        emulated("POST /v2/oauth/accessToken", "short-lived: at most 30"),
        emulated("POST /v2/oauth/verify"),
        emulated("POST /v2/oauth/revoke", "the long-lived token too"),
        emulated(
            "POST /oauth2/v2.1/token",
            "channels by signed assertion; people by code or refresh token",
        ),
        emulated("GET /oauth2/v2.1/tokens/kid"),
        emulated("GET /oauth2/v2.1/verify", "of channels and of people"),
        emulated("POST /oauth2/v2.1/revoke", "of channels and of people"),
    ],
    "LINE Login": [
        partly(
            "GET /oauth2/v2.1/authorize",
            "the page lets any person of the world sign in; `response_mode` is query only; "
            "the ways of signing in (`initial_amr_display`, `switch_amr`) make no difference",
        ),
        emulated("POST /oauth2/v2.1/authorize", "the page's own form"),
        emulated("POST /oauth2/v2.1/verify", "ID tokens, with each of LINE's complaints"),
        emulated("GET /oauth2/v2.1/certs"),
        partly("GET /oauth2/v2.1/userinfo", "no picture"),
        partly("POST /oauth2/v2.1/userinfo", "no picture"),
        partly("GET /v2/profile", "no picture and status message"),
        emulated("GET /friendship/v1/status"),
        emulated("POST /user/v1/deauthorize"),
        emulated("GET /.well-known/openid-configuration", "LINE's issuer, this platform's paths"),
    ],
    "LIFF": [
        emulated("GET /liff/{liff_id}", "as https://liff.line.me/{liff_id} in a browser"),
        emulated("GET /liff/{liff_id}/{path:path}", "the rest of the link in `liff.state`"),
        partly("GET /liff/edge/2/sdk.js", "a stand-in: no scanner, shortcuts and subwindows"),
        partly("GET /liff/edge/versions/{version}/sdk.js", "the same for every version"),
        emulated("GET /liff/v1/apps"),
        emulated("POST /liff/v1/apps", "at most 30 a channel"),
        partly("PUT /liff/v1/apps/{liff_id}", "`features` and `moduleMode` are not kept"),
        emulated("DELETE /liff/v1/apps/{liff_id}"),
    ],
    "Account link": [
        emulated("POST /v2/bot/user/{user_id}/linkToken", "ten minutes, one use"),
        emulated("GET /dialog/bot/accountLink", "goes well for whom the token was made for"),
    ],
    "Other": [
        missing("/v2/bot/audienceGroup/…", "no audiences"),
        missing("/v2/bot/coupon/…", "coupon messages are validated, coupons are not kept"),
        missing("/v2/bot/membership/…", "membership events can be injected"),
        missing("/bot/pnp/push, /v1/pnp/…", "no sending to telephone numbers"),
        missing("/v2/bot/channel/{module}/…", "no modules"),
    ],
}


def rows() -> list[Row]:
    """The whole table."""
    return [row for family in TABLE.values() for row in family]


def served() -> set[str]:
    """Every endpoint of LINE's that has a route."""
    return {
        f"{method} {route.path}"
        for route in api.ROUTES
        for method in (route.methods or set()) - {"HEAD"}
    }


def as_markdown() -> str:
    """The table, family by family."""
    return "\n\n".join("\n".join(_family(name, rows)) for name, rows in TABLE.items()) + "\n"


def _family(name: str, rows: list[Row]) -> Iterator[str]:
    yield f"### {name}\n"
    yield "| endpoint | emulated | remark |"
    yield "| --- | --- | --- |"
    words = {"emulated": "yes", "partly": "partly", "not": "no"}
    for row in rows:
        yield f"| `{row.endpoint}` | {words[row.state]} | {row.remark} |"
