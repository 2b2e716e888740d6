"""Post requests to one bot, many at once, with as little ado as HTTP/1.1 allows.

A client for everything costs milliseconds for each request; a platform that sends hundreds a
second and wants nothing but the status code cannot spend them.
"""

import asyncio
import ssl
from collections import defaultdict
from functools import cache
from urllib.parse import SplitResult, urlsplit

LARGEST_ANSWER = 1024 * 1024

Origin = tuple[str, str, int]  # scheme, host, port
Connection = tuple[asyncio.StreamReader, asyncio.StreamWriter]
Headers = dict[str, str]


class CouldNotConnect(Exception):
    """Nobody answered there, or what came back was no answer."""


class Poster:
    """Keeps connections open, and opens only so many."""

    def __init__(self, *, at_once: int) -> None:
        self._slots = asyncio.Semaphore(at_once)
        self._idle: defaultdict[Origin, list[Connection]] = defaultdict(list)

    async def post(self, url: str, *, body: bytes, headers: Headers, seconds: float) -> int:
        """Post and return the status code; the rest of the answer is read and thrown away.

        Raises CouldNotConnect, or TimeoutError when the answer takes longer than `seconds`.
        """
        async with self._slots, asyncio.timeout(seconds):
            try:
                return await self._exchange(urlsplit(url), body, headers)
            except (OSError, EOFError, ValueError, asyncio.LimitOverrunError) as trouble:
                if isinstance(trouble, TimeoutError):
                    raise
                raise CouldNotConnect from trouble

    async def close(self) -> None:
        """Close every connection."""
        writers = [writer for idle in self._idle.values() for _, writer in idle]
        self._idle.clear()
        for writer in writers:
            writer.close()
        await asyncio.gather(*(one.wait_closed() for one in writers), return_exceptions=True)
        # What a cancelled post has closed is gone after one more turn of the loop.
        await asyncio.sleep(0)

    async def _exchange(self, url: SplitResult, body: bytes, headers: Headers) -> int:
        origin = _origin(url)
        reader, writer = await self._connection(origin)
        reusable = False
        try:
            writer.write(_request(url, body, headers))
            await writer.drain()
            status, reusable = await _answer(reader)
        finally:
            if reusable:
                self._idle[origin].append((reader, writer))
            else:
                writer.close()
        return status

    async def _connection(self, origin: Origin) -> Connection:
        idle = self._idle[origin]
        while idle:
            reader, writer = idle.pop()
            if not reader.at_eof() and not writer.is_closing():
                return reader, writer
            writer.close()
        scheme, host, port = origin
        trusted = _trusted_certificates() if scheme == "https" else None
        return await asyncio.open_connection(host, port, ssl=trusted)


def _origin(url: SplitResult) -> Origin:
    if url.scheme not in ("http", "https") or not url.hostname:
        raise ValueError("no http address")
    return url.scheme, url.hostname, url.port or (443 if url.scheme == "https" else 80)


def _request(url: SplitResult, body: bytes, headers: Headers) -> bytes:
    target = (url.path or "/") + (f"?{url.query}" if url.query else "")
    host = url.netloc.rpartition("@")[2]
    lines = [f"POST {target} HTTP/1.1", f"host: {host}", f"content-length: {len(body)}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body


async def _answer(reader: asyncio.StreamReader) -> tuple[int, bool]:
    """The status, and whether the connection can be used again."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    version, status = head.split(maxsplit=2)[:2]
    headers = {
        name.strip().lower(): value.strip().lower()
        for name, _, value in (line.partition(":") for line in head.split("\r\n")[1:])
    }
    size = int(headers.get("content-length", LARGEST_ANSWER))
    if int(status) == 100:
        return await _answer(reader)
    if size >= LARGEST_ANSWER or "transfer-encoding" in headers:
        return int(status), False
    await reader.readexactly(size)
    return int(status), version == "HTTP/1.1" and headers.get("connection") != "close"


@cache
def _trusted_certificates() -> ssl.SSLContext:
    """What https endpoints are checked against; slow to read, so read once."""
    return ssl.create_default_context()
