"""Mail servers that misbehave in every way we know of: real sockets, real conversations."""

import socket
import subprocess
import threading
import time
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller

from chapwai.mail.smtp import SmtpServer
from tests.machine import require_program


def server_at(port, **options):
    return SmtpServer("127.0.0.1", port, **{"timeout_seconds": 2.0, **options})


@pytest.fixture
def opened():
    """Everything that a test has opened, closed again at its end."""
    with ExitStack() as stack:
        yield stack


class Mailbox:
    """An aiosmtpd handler that keeps what it is given; `answer_at` says what to answer instead."""

    def __init__(self, answer_at):
        self.answer_at = answer_at
        self.received = []

    async def handle_RCPT(self, _server, _session, envelope, address, _options):
        answer = self.answer_at.get(address) or self.answer_at.get("RCPT", "250 OK")
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, _server, _session, envelope):
        answer = self.answer_at.get(".", "250 2.0.0 queued as 4Rt9")
        if answer.startswith("250"):
            self.received.append((envelope.mail_from, envelope.rcpt_tos, envelope.content))
        return answer


@pytest.fixture
def start_mailbox(opened):
    """Start a well-behaved server; returns its mailbox and how to reach it."""

    def start(answer_at=None, *, tls=None, reach=None, **options):
        mailbox = Mailbox(answer_at or {})
        controller = Controller(
            mailbox, hostname="127.0.0.1", port=free_port(), ssl_context=tls, **options
        )
        controller.start()
        opened.callback(controller.stop)
        return mailbox, server_at(controller.port, **(reach or {}))

    return start


class ScriptedServer:
    """Answers each line by its first word; `None` closes the connection, "hang" says nothing."""

    SCRIPT = {
        "CONNECT": "220 scripted.example",
        "EHLO": "250-scripted.example\r\n250-SIZE 1000000\r\n250 DSN",
        "MAIL": "250 OK",
        "RCPT": "250 OK",
        "DATA": "354 go on",
        ".": "250 OK",
        "QUIT": "221 bye",
    }

    def __init__(self, changes, tls):
        self.script = self.SCRIPT | changes
        self.tls = tls
        self.lines = []
        self.body = b""
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.over = threading.Event()
        self.thread = threading.Thread(target=self.run)
        self.thread.start()

    def run(self):
        with suppress(OSError):
            connection, _ = self.listener.accept()
            with connection:
                self.answer(connection, "CONNECT") and self.converse(connection)

    def converse(self, connection):
        in_data = False
        with connection.makefile("rb") as lines:
            for line in lines:
                if in_data and line != b".\r\n":
                    self.body += line
                    continue
                word, _, rest = line.decode().strip().partition(" ")
                self.lines.append(f"{word.upper()} {rest}".strip())
                in_data = word.upper() == "DATA"
                if not self.answer(connection, word.upper()):
                    return
                if word.upper() == "STARTTLS":
                    break
        if self.tls:
            self.continue_encrypted(connection)

    def continue_encrypted(self, connection):
        context, self.tls = self.tls, None
        with context.wrap_socket(connection, server_side=True) as encrypted:
            self.converse(encrypted)

    def answer(self, connection, word):
        answer = self.script[word]
        if answer is None:
            return False
        if answer == "hang":
            return self.over.wait(20) and False
        if answer == "drip":
            return self.drip(connection)
        connection.sendall(answer.encode() + b"\r\n")
        return True

    def drip(self, connection):
        """An answer that never ends, one byte at a time: each byte comes well within time."""
        with suppress(OSError):
            while not self.over.wait(0.05):
                connection.sendall(b"2")
        return False

    def close(self):
        self.over.set()
        with suppress(OSError):
            self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        self.thread.join(5)
        assert not self.thread.is_alive()


@pytest.fixture
def start_scripted(opened):
    """Start a server that follows a script; returns it and how to reach it."""

    def start(changes=None, *, server_tls=None, **reach):
        server = ScriptedServer(changes or {}, server_tls)
        opened.callback(server.close)
        return server, server_at(server.port, **reach)

    return start


@pytest.fixture
def start_sink(opened):
    """Start Postfix's smtp-sink with some options; returns how to reach it."""
    program = require_program("smtp-sink", why="from Postfix")

    def start(*options):
        port = free_port()
        command = [program, "-u", "nobody", *options, f"127.0.0.1:{port}", "10"]
        process = opened.enter_context(subprocess.Popen(command, stderr=subprocess.DEVNULL))
        opened.callback(process.kill)
        wait_until_open(port)
        return server_at(port)

    return start


@pytest.fixture(scope="session")
def certificate(tmp_path_factory):
    """A certificate for 127.0.0.1 that signs itself, and its key."""
    require_program("openssl")
    folder: Path = tmp_path_factory.mktemp("tls")
    command = (
        "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost"
        " -addext subjectAltName=IP:127.0.0.1 -keyout key.pem -out certificate.pem"
    )
    subprocess.run(command.split(), cwd=folder, check=True, capture_output=True)
    return folder / "certificate.pem", folder / "key.pem"


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


def wait_until_open(port):
    for _ in range(100):
        with suppress(ConnectionRefusedError), socket.create_connection(("127.0.0.1", port)):
            return
        time.sleep(0.02)
    raise AssertionError("the server did not start")
