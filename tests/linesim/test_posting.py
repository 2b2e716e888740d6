"""Posting to a bot: one status code for each request, whatever the bot's server is like."""

import asyncio
from contextlib import asynccontextmanager, suppress

import pytest

from linesim.posting import CouldNotConnect, Poster

OK = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok"


class Server:
    """Answers each request with the next of these bytes; counts who knocked."""

    def __init__(self, *answers, hangs_up=False):
        self.answers = list(answers)
        self.hangs_up = hangs_up
        self.connections = 0
        self.requests = []
        self.serving = []

    async def __call__(self, reader, writer):
        self.connections += 1
        self.serving.append(asyncio.current_task())
        while self.answers:
            try:
                head = await reader.readuntil(b"\r\n\r\n")
            except asyncio.IncompleteReadError:
                break
            self.requests.append(head + await reader.readexactly(4))
            writer.write(self.answers.pop(0))
            if self.hangs_up:
                break
        writer.close()
        with suppress(OSError):
            await writer.wait_closed()


@asynccontextmanager
async def posting_to(server):
    """`await post()` → status, on one poster."""
    listening = await asyncio.start_server(server, "127.0.0.1", 0)
    port = listening.sockets[0].getsockname()[1]
    poster = Poster(at_once=10)

    async def post(path="/hook?a=1", *, seconds=5):
        url = f"http://127.0.0.1:{port}{path}"
        return await poster.post(url, body=b"body", headers={"X-Own": "1"}, seconds=seconds)

    try:
        yield post
    finally:
        await poster.close()
        await asyncio.gather(*server.serving)
        listening.close()
        await listening.wait_closed()


def statuses(server, number=2):
    async def play():
        async with posting_to(server) as post:
            return [await post() for _ in range(number)]

    return asyncio.run(play())


class TestPoster:
    def test_says_what_it_was_told_to(self):
        server = Server(OK)

        statuses(server, 1)

        head, _, body = server.requests[0].partition(b"\r\n\r\n")
        assert head.startswith(b"POST /hook?a=1 HTTP/1.1\r\nhost: 127.0.0.1:")
        assert b"\r\nX-Own: 1" in head
        assert body == b"body"

    def test_uses_a_connection_again(self):
        server = Server(OK, OK.replace(b"200 OK", b"503 Busy"))

        assert statuses(server) == [200, 503]
        assert server.connections == 1

    @pytest.mark.parametrize(
        "answer",
        [
            OK.replace(b"1.1", b"1.0", 1),
            OK.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n"),
            b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n",
            b"HTTP/1.1 200 OK\r\n\r\nok",
        ],
    )
    def test_does_not_use_a_connection_that_may_hold_more(self, answer):
        server = Server(answer, answer)

        assert statuses(server) == [200, 200]
        assert server.connections == 2

    def test_notices_when_the_other_side_has_hung_up(self):
        server = Server(OK, OK, hangs_up=True)

        async def play():
            async with posting_to(server) as post:
                first = await post()
                await asyncio.sleep(0.05)
                return [first, await post()]

        assert asyncio.run(play()) == [200, 200]

    def test_waits_for_the_answer_behind_a_100(self):
        assert statuses(Server(b"HTTP/1.1 100 Continue\r\n\r\n" + OK), 1) == [200]

    @pytest.mark.parametrize("answer", [b"", b"nonsense\r\n\r\n", b"HTTP/1.1 OK\r\n\r\n"])
    def test_refuses_what_is_no_answer(self, answer):
        with pytest.raises(CouldNotConnect):
            statuses(Server(answer, hangs_up=True), 1)

    @pytest.mark.parametrize("url", ["ftp://127.0.0.1/", "http:///", "http://127.0.0.1:1/"])
    def test_refuses_where_nobody_is(self, url):
        poster = Poster(at_once=1)

        with pytest.raises(CouldNotConnect):
            asyncio.run(poster.post(url, body=b"", headers={}, seconds=5))

    def test_does_not_wait_for_ever(self):
        async def play():
            async with posting_to(Server(b"HTTP/1.1 2", OK)) as post:
                with pytest.raises(TimeoutError):
                    await post(seconds=0.05)

        asyncio.run(play())
