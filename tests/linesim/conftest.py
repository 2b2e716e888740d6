"""A running platform with a small cast, a bot that listens, and a hand on the clock."""

import asyncio
import json
import queue
import socket
import ssl
import threading
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest
import uvicorn

from linesim.app import create_app
from linesim.clock import Clock
from linesim.ids import Ids
from linesim.simulator import Simulator
from linesim.world_file import build_world

# Reading the machine's certificates for every client would take most of each test's time.
NO_CERTIFICATES = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)

NINE = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)  # nine in the morning in Bangkok

FAH, TON, MALI, STRANGER = (f"U{digit * 32}" for digit in "1234")
GROUP = "C" + "a" * 32
ROOM = "R" + "a" * 32
SECRET = "s" * 32
TOKEN = "the-access-token"

CAST = {
    "channel": {
        "id": "1650000000",
        "secret": SECRET,
        "access_token": TOKEN,
        "bot_user_id": "U" + "b" * 32,
        "display_name": "บัญชีทดสอบ",
        "plan": "free",
    },
    "person": [
        {"id": FAH, "name": "ฟ้า"},
        {"id": TON, "name": "ต้น"},
        {"id": MALI, "name": "มะลิ", "device": "pc"},
        {"id": STRANGER, "name": "คนแปลกหน้า", "friend": False},
    ],
    "group": [{"id": GROUP, "name": "กลุ่มทดสอบ", "members": ["ฟ้า", "ต้น", "มะลิ"]}],
    "room": [{"id": ROOM, "name": "ห้องทดสอบ", "members": ["ฟ้า", "ต้น"]}],
}


class Bot:
    """A real HTTP server that takes webhooks; `answers` holds statuses for the next ones."""

    def __init__(self):
        self.received = queue.Queue()
        self.answers = []
        self.pause = None  # an Event: the bot stays silent until it is set
        bot = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["content-length"]))
                status = bot.answers.pop(0) if bot.answers else 200
                bot.received.put((dict(self.headers.items()), body))
                if bot.pause:
                    bot.pause.wait(10)
                self.send_response(status)
                self.send_header("content-length", "0")
                self.end_headers()

            def log_message(self, *_):
                pass

        class ListeningServer(ThreadingHTTPServer):
            request_queue_size = 128  # many webhooks may knock at the same moment

        self._server = ListeningServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}/webhook"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))
        self._thread.start()

    def next_request(self):
        """The headers (lower case) and raw body of the next webhook."""
        headers, body = self.received.get(timeout=10)
        return {name.lower(): value for name, value in headers.items()}, body

    def next_event(self):
        """The only event of the next webhook."""
        [event] = json.loads(self.next_request()[1])["events"]
        return event

    def stop(self):
        if self.pause:
            self.pause.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class Stage:
    """One web server for the whole run, because starting and stopping one takes long.

    Each test plays a platform of its own on it.
    """

    def __init__(self):
        self._app = None
        self._loop = asyncio.new_event_loop()
        # Only a socket that says it is TCP gets its answers out without delay.
        self._listening = socket.socket(proto=socket.IPPROTO_TCP)
        self._listening.bind(("127.0.0.1", 0))
        self._listening.listen(1024)
        self.url = f"http://127.0.0.1:{self._listening.getsockname()[1]}"
        config = uvicorn.Config(self._serve, interface="asgi3", lifespan="off", log_level="warning")
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def play(self, simulator):
        """Put a platform on; returns how to take it off, and the port of its mailbox."""
        self._app = create_app(simulator)
        running = simulator.running()
        self._do(running.__aenter__())
        smtp = self._do(simulator.mailbox.listen("127.0.0.1", 0))

        def stop():
            smtp.close()
            self._do(smtp.wait_closed())
            self._do(running.__aexit__(None, None, None))

        return stop, smtp.sockets[0].getsockname()[1]

    def close(self):
        self._server.should_exit = True
        self._thread.join()
        self._listening.close()
        self._loop.close()

    async def _serve(self, scope, receive, send):
        await self._app(scope, receive, send)

    def _run(self):
        self._loop.run_until_complete(self._server.serve(sockets=[self._listening]))

    def _do(self, work):
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(timeout=10)


class Platform:
    """A simulator on real sockets, and the ways to speak to it."""

    def __init__(self, simulator, stage):
        self.simulator = simulator
        self.url = stage.url
        self._take_off, self.smtp_port = stage.play(simulator)
        self.control = httpx.Client(
            base_url=f"{self.url}/sim", trust_env=False, verify=NO_CERTIFICATES
        )
        self.api = httpx.Client(
            base_url=f"{self.url}/v2/bot",
            headers={"authorization": f"Bearer {TOKEN}"},
            trust_env=False,
            verify=NO_CERTIFICATES,
        )

    def does(self, person, verb, **order):
        """What a person does, and what came of it."""
        answer = self.control.post(f"/persons/{person}/{verb}", json=order)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def says(self, person, text, *, chat="bot", **more):
        """A person sends a text."""
        return self.does(person, "messages", chat=chat, text=text, **more)

    def chat(self, path):
        """The messages of a chat: `ฟ้า/bot` or `groups/กลุ่มทดสอบ`."""
        return self.control.get(f"/chats/{path}").json()["messages"]

    def reply(self, token, *texts):
        """The bot answers an event with texts."""
        messages = [{"type": "text", "text": text} for text in texts]
        return self.api.post("/message/reply", json={"replyToken": token, "messages": messages})

    def push(self, to, *messages, **headers):
        """The bot pushes messages."""
        body = {"to": to, "messages": messages or [{"type": "text", "text": "แจ้งข่าว"}]}
        return self.api.post("/message/push", json=body, headers=headers)

    def wait_until_quiet(self):
        """Every webhook is delivered, or given up."""
        for _ in range(1000):
            if self.simulator.webhooks.are_quiet:
                return
            threading.Event().wait(0.01)
        raise AssertionError("webhooks are still under way")

    def stop(self):
        self.control.close()
        self.api.close()
        self._take_off()


@pytest.fixture(scope="session")
def stage():
    stage = Stage()
    yield stage
    stage.close()


@pytest.fixture
def clock():
    return Clock(stopped_at=NINE)


@pytest.fixture
def bot():
    bot = Bot()
    yield bot
    bot.stop()


@pytest.fixture
def platform(clock, bot, stage):
    world = build_world(CAST, ids=Ids(seed=1))
    world.channel.webhook_url = bot.url
    platform = Platform(Simulator(world, clock=clock), stage)
    yield platform
    platform.stop()


@pytest.fixture
def login_platform(clock, bot, stage):
    """A platform to which people can sign in; no other than `platform` may run beside it."""
    from .login_world import world_with_login

    world = build_world(world_with_login(), ids=Ids(seed=1))
    world.channel.webhook_url = bot.url
    platform = Platform(Simulator(world, clock=clock), stage)
    yield platform
    platform.stop()


@pytest.fixture
def card():
    """A Flex message with a button of each kind."""
    return {
        "type": "flex",
        "altText": "การ์ดทดสอบ",
        "contents": {
            "type": "bubble",
            "body": {
                "type": "box",
                "layout": "vertical",
                "contents": [{"type": "text", "text": "หัวเรื่อง", "wrap": True}],
            },
            "footer": {
                "type": "box",
                "layout": "vertical",
                "contents": [
                    button({"type": "message", "label": "รับ", "text": "รับ A123"}),
                    button(
                        {
                            "type": "postback",
                            "label": "ไม่มี",
                            "data": "v1:no:A123",
                            "displayText": "ไม่มีค่ะ",
                        }
                    ),
                    button(
                        {
                            "type": "uri",
                            "label": "ดู",
                            "uri": "https://phone.example/",
                            "altUri": {"desktop": "https://desk.example/"},
                        }
                    ),
                ],
            },
        },
    }


def button(action):
    return {"type": "button", "action": action}
