"""The client against a small HTTP server that answers what a test tells it to."""

import json
import socket
import threading
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from chapwai.line.client import LineClient, LineError, Sent

KEY = uuid.UUID("12345678-1234-4234-8234-123456789012")
HELLO = [{"type": "text", "text": "สวัสดี"}]


class Platform(ThreadingHTTPServer):
    """Answers every request with `answer`: a status and a body."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.answer = 200, b"{}"
        self.asked = []


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        length = int(self.headers.get("Content-Length", 0))
        self.server.asked.append((self.path, self.headers, self.rfile.read(length)))
        status, body = self.server.answer
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST

    def log_message(self, *_):
        pass


@pytest.fixture
def platform():
    with Platform() as platform:
        thread = threading.Thread(target=platform.serve_forever, args=[0.01])
        thread.start()
        yield platform
        platform.shutdown()
        thread.join()


@pytest.fixture
def client(platform):
    return client_at(platform.server_port)


def client_at(port):
    address = f"http://127.0.0.1:{port}"
    return LineClient(api_url=address, data_api_url=address, channel_token="channel-token")


def refuse(platform, status, message=""):
    platform.answer = status, json.dumps({"message": message}).encode()


class TestReply:
    def test_sends_the_messages_with_their_token(self, platform, client):
        client.reply("reply-token", HELLO)

        path, headers, body = platform.asked[0]
        assert path == "/v2/bot/message/reply"
        assert json.loads(body) == {"replyToken": "reply-token", "messages": HELLO}
        assert headers["Authorization"] == "Bearer channel-token"
        # LINE refuses a reply that has one.
        assert headers["X-Line-Retry-Key"] is None

    def test_gives_what_line_called_the_messages(self, platform, client):
        sent = {"sentMessages": [{"id": "461", "quoteToken": "q"}, {"id": "462"}]}
        platform.answer = 200, json.dumps(sent).encode()

        assert client.reply("t", HELLO) == [Sent("461", "q"), Sent("462", "")]

    def test_takes_an_answer_without_sense_for_an_accepted_one(self, platform, client):
        platform.answer = 200, b"<html>"

        assert client.reply("t", HELLO) == []

    def test_with_a_dead_token_is_refused_for_good(self, platform, client):
        refuse(platform, 400, "Invalid reply token")

        with pytest.raises(LineError, match="400 Invalid reply token") as error:
            client.reply("t", HELLO)

        assert error.value.permanent


class TestPush:
    def test_carries_its_retry_key(self, platform, client):
        client.push("C1", HELLO, retry_key=KEY)

        path, headers, body = platform.asked[0]
        assert path == "/v2/bot/message/push"
        assert json.loads(body) == {"to": "C1", "messages": HELLO}
        assert headers["X-Line-Retry-Key"] == str(KEY)

    def test_that_was_accepted_before_is_a_success(self, platform, client):
        accepted = {
            "message": "The retry key is already accepted",
            "sentMessages": [{"id": "461", "quoteToken": "q"}],
        }
        platform.answer = 409, json.dumps(accepted).encode()

        assert client.push("C1", HELLO, retry_key=KEY) == [Sent("461", "q")]

    @pytest.mark.parametrize(
        ("status", "message", "permanent", "out_of_quota"),
        [
            (400, "The request body has 1 error(s)", True, False),
            (401, "Authentication failed", True, False),
            (403, "Access to this API is not available for your account", True, False),
            (429, "The API rate limit has been exceeded. Try again later.", False, False),
            (429, "You have reached your monthly limit.", False, True),
            (500, "", False, False),
            (503, "", False, False),
        ],
    )
    def test_tells_what_kind_of_refusal_it_was(
        self, platform, client, status, message, permanent, out_of_quota
    ):
        refuse(platform, status, message)

        with pytest.raises(LineError) as error:
            client.push("C1", HELLO, retry_key=KEY)

        refusal = error.value
        assert (refusal.status, refusal.permanent, refusal.out_of_quota, refusal.maybe_done) == (
            status,
            permanent,
            out_of_quota,
            False,
        )

    def test_to_nobody_was_surely_not_done(self):
        with socket.create_server(("127.0.0.1", 0)) as listener:
            port = listener.getsockname()[1]

        with pytest.raises(LineError) as error:
            client_at(port).push("C1", HELLO, retry_key=KEY)

        assert (error.value.permanent, error.value.maybe_done) == (False, False)

    def test_without_an_answer_may_have_been_done(self):
        with socket.create_server(("127.0.0.1", 0)) as listener:
            thread = threading.Thread(target=take_and_hang_up, args=[listener])
            thread.start()
            with pytest.raises(LineError) as error:
                client_at(listener.getsockname()[1]).push("C1", HELLO, retry_key=KEY)
            thread.join()

        assert (error.value.permanent, error.value.maybe_done) == (False, True)


def take_and_hang_up(listener):
    connection, _ = listener.accept()
    with connection:
        connection.recv(65_536)


class TestContent:
    def test_comes_as_the_bytes_it_is(self, platform, client):
        platform.answer = 200, b"\xff\xd8 picture" * 10_000

        with client.content("461") as chunks:
            assert b"".join(chunks) == platform.answer[1]
        assert platform.asked[0][0] == "/v2/bot/message/461/content"

    @pytest.mark.parametrize(
        ("status", "permanent"), [(202, False), (404, True), (410, True), (500, False)]
    )
    def test_that_is_not_there_says_whether_to_try_again(self, platform, client, status, permanent):
        refuse(platform, status)

        with pytest.raises(LineError) as error, client.content("461"):
            pass

        assert error.value.permanent is permanent

    def test_that_breaks_off_is_tried_again(self, client, platform):
        with socket.create_server(("127.0.0.1", 0)) as listener:
            thread = threading.Thread(target=break_off, args=[listener])
            thread.start()
            half = client_at(listener.getsockname()[1])
            with pytest.raises(LineError) as error, half.content("461") as chunks:
                list(chunks)
            thread.join()

        assert not error.value.permanent


def break_off(listener):
    connection, _ = listener.accept()
    with connection:
        connection.recv(65_536)
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf")


class TestQuestions:
    def test_count_the_members_of_a_group(self, platform, client):
        platform.answer = 200, b'{"count": 60}'

        assert client.member_count("C1") == 60
        assert platform.asked[0][0] == "/v2/bot/group/C1/members/count"

    def test_count_none_where_line_does_not_say(self, client):
        assert client.member_count("C1") == 0

    def test_show_the_person_that_we_are_at_it(self, platform, client):
        client.show_loading("U1")

        path, _, body = platform.asked[0]
        assert (path, json.loads(body)) == (
            "/v2/bot/chat/loading/start",
            {"chatId": "U1", "loadingSeconds": 20},
        )
