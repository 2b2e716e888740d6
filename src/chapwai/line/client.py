"""The few endpoints of LINE's Messaging API that we use, and one error for all that fails."""

import json
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

import httpx

Json = dict[str, Any]
# Connect quickly or not at all; LINE itself asks clients to wait no longer for an answer.
TIMEOUT = httpx.Timeout(10, connect=3)


class LineError(Exception):
    """LINE did not do what we asked.

    permanent: trying the same again is of no use.
    maybe_done: no answer came, so LINE may or may not have done it.
    out_of_quota: this month's counted messages are used up; replies still work.
    """

    def __init__(
        self,
        message: str,
        *,
        status: int = 0,
        permanent: bool = False,
        maybe_done: bool = False,
        out_of_quota: bool = False,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.permanent = permanent
        self.maybe_done = maybe_done
        self.out_of_quota = out_of_quota


@dataclass(frozen=True)
class Sent:
    """What LINE called a message of ours, and the token that quotes it (empty if it has none)."""

    message_id: str
    quote_token: str


@dataclass(frozen=True)
class LineClient:
    """Speaks for one channel. Both hosts are settings, so that a stand-in can answer."""

    api_url: str
    data_api_url: str
    channel_token: str

    def reply(self, token: str, messages: list[Json]) -> list[Sent]:
        """Answer with at most five messages. Free; works once, within a minute."""
        body = {"replyToken": token, "messages": messages}
        return _sent(self._post("/v2/bot/message/reply", body))

    def push(self, to: str, messages: list[Json], *, retry_key: UUID) -> list[Sent]:
        """Speak unasked. Counted once for every person reached; safe to repeat for 24 hours."""
        body = {"to": to, "messages": messages}
        return _sent(self._post("/v2/bot/message/push", body, retry_key=retry_key))

    def show_loading(self, user_id: str) -> None:
        """Show the person that we are at it, for up to twenty seconds. Only in 1:1 chats."""
        self._post("/v2/bot/chat/loading/start", {"chatId": user_id, "loadingSeconds": 20})

    def profile(self, user_id: str) -> Json:
        """`{userId, displayName, …}` of a person who is a friend or wrote to us."""
        return self._get(f"/v2/bot/profile/{user_id}")

    def group_summary(self, group_id: str) -> Json:
        """`{groupId, groupName, …}`."""
        return self._get(f"/v2/bot/group/{group_id}/summary")

    def member_count(self, group_id: str) -> int:
        """How many people a push to the group is counted for; 0 if LINE does not say."""
        return int(self._get(f"/v2/bot/group/{group_id}/members/count").get("count") or 0)

    @contextmanager
    def content(self, message_id: str) -> Iterator[Iterator[bytes]]:
        """The bytes of a photo or file, as they come.

        Raises LineError, not permanent while LINE still prepares the content (202).
        """
        url = f"{self.data_api_url}/v2/bot/message/{message_id}/content"
        try:
            with httpx.stream("GET", url, headers=self._headers(), **_caution()) as response:
                if response.status_code != httpx.codes.OK:
                    raise _refused(response.status_code, "content is not there")
                yield response.iter_bytes()
        except httpx.TransportError as error:
            raise LineError(f"no content: {type(error).__name__}") from error

    def _post(self, path: str, body: Json, *, retry_key: UUID | None = None) -> Json:
        headers = self._headers()
        if retry_key:
            headers["X-Line-Retry-Key"] = str(retry_key)
        return self._call("POST", path, headers=headers, content=json.dumps(body).encode())

    def _get(self, path: str) -> Json:
        return self._call("GET", path, headers=self._headers())

    def _call(self, method: str, path: str, **options: Any) -> Json:
        try:
            response = httpx.request(method, f"{self.api_url}{path}", **_caution(), **options)
        except (httpx.ConnectError, httpx.ConnectTimeout) as error:
            raise LineError(f"LINE is out of reach: {type(error).__name__}") from error
        except httpx.TransportError as error:
            raise LineError(f"no answer: {type(error).__name__}", maybe_done=True) from error
        return _answer(response)

    def _headers(self) -> dict[str, str]:
        return {
            "Authorization": f"Bearer {self.channel_token}",
            "Content-Type": "application/json",
        }


def _caution() -> dict[str, Any]:
    """How long we wait, and whom we trust."""
    return {"timeout": TIMEOUT, "verify": _trusted()}


@cache
def _trusted() -> ssl.SSLContext:
    """The authorities we trust; reading them takes longer than a whole call, so once a process."""
    return httpx.create_ssl_context()


def _answer(response: httpx.Response) -> Json:
    body = _json(response)
    # 409: this retry key was accepted before, so the message is on its way already.
    if response.is_success or response.status_code == httpx.codes.CONFLICT:
        return body
    raise _refused(response.status_code, str(body.get("message", "")))


def _refused(status: int, message: str) -> LineError:
    return LineError(
        f"{status} {message}"[:300],
        status=status,
        permanent=400 <= status < 500 and status != httpx.codes.TOO_MANY_REQUESTS,
        out_of_quota=status == httpx.codes.TOO_MANY_REQUESTS and "monthly limit" in message,
    )


def _json(response: httpx.Response) -> Json:
    try:
        body = response.json()
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}


def _sent(answer: Json) -> list[Sent]:
    sent = answer.get("sentMessages") or []
    return [Sent(str(one.get("id", "")), str(one.get("quoteToken", ""))) for one in sent]
