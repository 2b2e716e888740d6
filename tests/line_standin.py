"""Just enough of LINE's platform over HTTP to serve a bot, with every call on record.

Written from LINE's documentation and sharing nothing with linesim, so that the service is not only
proved against the platform that was built beside it.
"""

import base64
import hashlib
import hmac
import itertools
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx

Json = dict[str, Any]


@dataclass(frozen=True)
class Call:
    """One call of the bot."""

    method: str
    path: str
    body: Json


class Platform:
    """The platform: what people say goes out as webhooks, what the bot says is kept."""

    bot_user_id = "Ub0000000000000000000000000000001"

    def __init__(self, *, members: int = 6) -> None:
        self.secret, self.token = "the channel's secret", "the channel's token"
        self.members = members
        self.webhook_url = ""
        self.calls: list[Call] = []
        self.messages: list[tuple[str, Json]] = []
        self.contents: dict[str, bytes] = {}
        self.serial = itertools.count(1)
        self.chat_of_token: dict[str, str] = {}
        self.lock = threading.Lock()
        self.http = httpx.Client(timeout=20, limits=httpx.Limits(max_connections=100))
        self.server = _Server(("127.0.0.1", 0), _Handler)
        self.server.platform = self

    @property
    def settings(self) -> dict[str, str]:
        """How Chapwai reaches this platform."""
        return {
            "CHAPWAI_LINE_API_URL": f"http://127.0.0.1:{self.server.server_port}",
            "CHAPWAI_LINE_CHANNEL_ID": "1650000099",
            "CHAPWAI_LINE_CHANNEL_SECRET": self.secret,
            "CHAPWAI_LINE_CHANNEL_TOKEN": self.token,
        }

    def write(self, user: str, text: str, *, group: str = "") -> int:
        """Somebody types; gives the status that the webhook was answered with."""
        message = {"id": self.next_id(), "type": "text", "text": text, "quoteToken": "q"}
        return self.post(self.message_event(user, message, group=group))

    def send(self, user: str, content: bytes, *, name: str, group: str = "") -> int:
        """Somebody sends a photo (a name in .jpg) or drops a file."""
        message = {"id": self.next_id(), "type": "file", "fileName": name, "fileSize": len(content)}
        if name.endswith(".jpg"):
            provider = {"contentProvider": {"type": "line"}}
            message = {"id": message["id"], "type": "image", "quoteToken": "q"} | provider
        self.contents[str(message["id"])] = content
        return self.post(self.message_event(user, message, group=group))

    def press(self, user: str, action: Json, *, group: str = "") -> int:
        """Somebody presses a button that a card of the bot shows."""
        if action["type"] == "message":
            return self.write(user, action["text"], group=group)
        return self.post(
            self.event(user, group=group)
            | {"type": "postback", "postback": {"data": action["data"]}}
        )

    def message_event(self, user: str, message: Json, *, group: str) -> Json:
        return self.event(user, group=group) | {"type": "message", "message": message}

    def event(self, user: str, *, group: str) -> Json:
        """What all events have."""
        number = self.next_id()
        in_group = {"type": "group", "groupId": group, "userId": user}
        self.chat_of_token[f"reply-{number}"] = group or user
        return {
            "mode": "active",
            "timestamp": 1_790_000_000_000,
            "webhookEventId": f"01EVENT{number}",
            "deliveryContext": {"isRedelivery": False},
            "replyToken": f"reply-{number}",
            "source": in_group if group else {"type": "user", "userId": user},
        }

    def post(self, *events: Json) -> int:
        """Deliver events as one signed webhook; gives the status of the answer."""
        return self.post_body(
            json.dumps({"destination": self.bot_user_id, "events": events}).encode()
        )

    def post_body(self, body: bytes, *, signature: str = "") -> int:
        """Deliver any bytes, signed as LINE signs unless a signature is given."""
        headers = {
            "content-type": "application/json; charset=utf-8",
            "x-line-signature": signature or self.signature_of(body),
        }
        return self.http.post(self.webhook_url, content=body, headers=headers).status_code

    def signature_of(self, body: bytes) -> str:
        """HMAC-SHA256 of the raw bytes, in base64."""
        digest = hmac.new(self.secret.encode(), body, hashlib.sha256).digest()
        return base64.b64encode(digest).decode()

    def next_id(self) -> str:
        with self.lock:
            return str(next(self.serial)).zfill(12)

    def said(self, chat: str = "") -> list[Json]:
        """Every message of the bot so far, oldest first, perhaps of one chat only."""
        return [message for where, message in list(self.messages) if chat in ("", where)]

    def paid(self) -> int:
        """How many calls cost money."""
        return sum(call.path == "/v2/bot/message/push" for call in list(self.calls))

    def take(self, call: Call) -> tuple[int, Json]:
        """Answer a call as LINE does."""
        with self.lock:
            self.calls.append(call)
        if call.path == "/v2/bot/message/push":
            return self.show(call.body["to"], call.body["messages"])
        if call.path == "/v2/bot/message/reply":
            chat = self.chat_of_token.pop(call.body["replyToken"], "")
            if not chat:
                return 400, {"message": "Invalid reply token"}
            return self.show(chat, call.body["messages"])
        return self.look(call.path)

    def show(self, chat: str, messages: list[Json]) -> tuple[int, Json]:
        """The messages appear in the chat."""
        self.messages.extend((chat, message) for message in messages)
        return 200, {"sentMessages": [{"id": self.next_id(), "quoteToken": "q"} for _ in messages]}

    def look(self, path: str) -> tuple[int, Json]:
        """Answer what is asked about people and groups."""
        person = {"userId": path.rpartition("/")[2], "displayName": "ผู้ใช้"}
        answers: dict[str, Json] = {
            "/members/count": {"count": self.members},
            "/summary": {"groupId": path.split("/")[-2], "groupName": "เครือข่าย"},
            "/loading/start": {},
        }
        if "/profile/" in path:
            return 200, person
        found = next((answer for end, answer in answers.items() if path.endswith(end)), None)
        return (200, found) if found is not None else (404, {"message": "Not found"})


@contextmanager
def platform_running(*, members: int = 6) -> Iterator[Platform]:
    """A platform that answers; give it `webhook_url` once there is one."""
    platform = Platform(members=members)
    serving = threading.Thread(target=platform.server.serve_forever, args=[0.05])
    serving.start()
    try:
        yield platform
    finally:
        platform.http.close()
        platform.server.shutdown()
        platform.server.server_close()
        serving.join()


@dataclass
class _Server(ThreadingHTTPServer):
    platform: Platform = field(init=False)
    request_queue_size = 100

    def __init__(self, *arguments: Any) -> None:
        ThreadingHTTPServer.__init__(self, *arguments)

    def handle_error(self, *_: Any) -> None:
        """A bot that is killed leaves its calls unfinished."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    timeout = 30

    def do_GET(self) -> None:
        content = self.server.platform.contents.get(self.path.split("/")[-2])
        if self.path.endswith("/content"):
            self.server.platform.calls.append(Call("GET", self.path, {}))
            self._answer(200 if content is not None else 404, content or b"")
        else:
            self._call("GET", {})

    def do_POST(self) -> None:
        length = int(self.headers.get("content-length") or 0)
        body = self.rfile.read(length)
        if len(body) == length:  # else the bot died in the middle of its call
            self._call("POST", json.loads(body or b"{}"))

    def _call(self, method: str, body: Json) -> None:
        if self.headers["authorization"] != f"Bearer {self.server.platform.token}":
            self._answer(401, b'{"message": "Authentication failed"}')
            return
        status, answer = self.server.platform.take(Call(method, self.path, body))
        self._answer(status, json.dumps(answer).encode())

    def _answer(self, status: int, content: bytes) -> None:
        self.send_response(status)
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""
