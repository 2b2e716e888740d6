"""The standard library's SMTP client, made safe to wait for and exact about the final dot."""

import smtplib
import socket
import ssl
import time
from collections.abc import Callable, Iterator

from chapwai.mail.server import SmtpServer

CHUNK_BYTES = 65_536
LONGEST_ANSWER = 65_536


class Wire(smtplib.SMTP):
    """One connection to one server; connects when created.

    Every chunk that is sent and every whole answer has `timeout_seconds`: a server that drips
    byte by byte, or never ends its answer, counts as silent.
    """

    def __init__(self, server: SmtpServer) -> None:
        # Without a name, smtplib would ask the DNS for ours, and nothing limits how long.
        super().__init__(local_hostname="localhost", timeout=server.timeout_seconds)
        self.in_data = False
        self._server = server
        address = (server.host, server.port)
        connected = socket.create_connection(address, server.timeout_seconds)
        # The dot goes out right behind the lines; by default it would wait for their receipt.
        connected.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._use(connected)
        if server.tls == "implicit":
            self._encrypt()
        self.local_hostname = _name_of_ours(self._connected())

    def upgrade(self) -> tuple[int, bytes]:
        """Change to TLS and greet again, or return the answer that refused it."""
        answer = self.docmd("STARTTLS")
        if answer[0] != 220:
            return answer
        self._encrypt()
        # What was said in the clear does not count any more, the list of extensions included.
        return self.ehlo()

    def lines(self, message: bytes, before_final_dot: Callable[[], None]) -> tuple[int, bytes]:
        """After DATA: send the lines, call back when only the dot is missing, send the dot."""
        self.in_data = True
        for chunk in _in_chunks(_dot_stuffed(message)):
            self.send(chunk)
        before_final_dot()
        self.send(b".\r\n")
        self.in_data = False
        return self.getreply()

    def getreply(self) -> tuple[int, bytes]:
        if self.file is None:
            self.file = _Answers(self._connected())
        self.file.expect_another()
        return super().getreply()

    def __exit__(self, *_: object) -> None:
        """Say QUIT without listening, except where it would become part of the message."""
        try:
            if self.sock is not None and not self.in_data:
                self.putcmd("QUIT")
        except (OSError, smtplib.SMTPException):
            pass  # the server was quicker
        finally:
            self.close()

    def _encrypt(self) -> None:
        context = ssl.create_default_context()
        self._use(context.wrap_socket(self._connected(), server_hostname=self._server.host))

    def _use(self, connected: socket.socket) -> None:
        self.sock = connected
        self.file = None  # and with it anything that somebody slipped in before TLS

    def _connected(self) -> socket.socket:
        if self.sock is None:
            raise smtplib.SMTPServerDisconnected("not connected")
        return self.sock


class _Answers:
    """What smtplib reads answers from: lines, with one time limit for a whole answer."""

    def __init__(self, connected: socket.socket) -> None:
        self._socket = connected
        self._seconds = connected.gettimeout() or 0.0
        self._received = b""

    def expect_another(self) -> None:
        """Start the clock for one more answer."""
        self._deadline = time.monotonic() + self._seconds
        self._bytes_left = LONGEST_ANSWER

    def readline(self, _limit: int) -> bytes:
        """Return the next line, or nothing when the server has gone."""
        while b"\n" not in self._received:
            more = self._receive()
            if not more:
                return b""
            self._received += more
        line, newline, self._received = self._received.partition(b"\n")
        return line + newline

    def _receive(self) -> bytes:
        if time.monotonic() > self._deadline or self._bytes_left <= 0:
            raise TimeoutError("the answer does not end")
        more = self._socket.recv(4096)
        self._bytes_left -= len(more)
        return more

    def close(self) -> None:
        """Nothing to close: the socket belongs to the client."""


def _name_of_ours(connected: socket.socket) -> str:
    """Greet with the full host name, or with the address we come from."""
    name = socket.gethostname()
    if "." in name:
        return name
    address = connected.getsockname()[0]
    return f"[IPv6:{address}]" if ":" in address else f"[{address}]"


def _dot_stuffed(message: bytes) -> bytes:
    stuffed = message.replace(b"\r\n.", b"\r\n..")
    return b"." + stuffed if stuffed.startswith(b".") else stuffed


def _in_chunks(stuffed: bytes) -> Iterator[memoryview]:
    # One time limit for the whole of a big message would be too short on a slow line.
    view = memoryview(stuffed)
    return (view[start : start + CHUNK_BYTES] for start in range(0, len(view), CHUNK_BYTES))
