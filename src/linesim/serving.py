"""Run a platform on real sockets: HTTP for everything, SMTP for the mailbox."""

import asyncio
import socket
from collections.abc import Callable
from dataclasses import dataclass

import uvicorn

from linesim.app import create_app
from linesim.simulator import Simulator


@dataclass(frozen=True)
class Addresses:
    """Where a running platform can be reached."""

    host: str
    http_port: int
    smtp_port: int | None

    @property
    def url(self) -> str:
        """The address of the API and of the phones."""
        return f"http://{self.host}:{self.http_port}"


class Server(uvicorn.Server):
    """Says when it is ready, and what its addresses are."""

    def __init__(
        self,
        simulator: Simulator,
        *,
        host: str,
        port: int,
        smtp_port: int | None,
        on_ready: Callable[[Addresses], None],
    ) -> None:
        """Port 0 takes any free one; smtp_port None means no mailbox."""
        super().__init__(
            uvicorn.Config(
                create_app(simulator),
                host=host,
                port=port,
                log_level="warning",
                timeout_graceful_shutdown=1,
            )
        )
        self._simulator = simulator
        self._smtp_port = smtp_port
        self._on_ready = on_ready
        self._smtp: asyncio.Server | None = None

    async def run_until_stopped(self) -> None:
        """Serve until `should_exit` is set or the process is told to stop."""
        try:
            await self.serve()
        finally:
            if self._smtp:
                self._smtp.close()
                await self._smtp.wait_closed()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Open the mailbox too, and tell that everything is ready."""
        await super().startup(sockets)
        smtp_port = None
        if self._smtp_port is not None:
            self._smtp = await self._simulator.mailbox.listen(self.config.host, self._smtp_port)
            smtp_port = _port_of(self._smtp)
        self._on_ready(Addresses(self.config.host, _port_of(self.servers[0]), smtp_port))

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Let the open pages go first, which would otherwise be waited for."""
        self._simulator.stream.end()
        await super().shutdown(sockets)


def _port_of(server: asyncio.Server) -> int:
    port: int = server.sockets[0].getsockname()[1]
    return port
