"""An app and an address in; serves until it is told to stop, and lets what is being answered be answered."""

from __future__ import annotations

import asyncio
import signal
import socket
import sys

import uvicorn
from starlette.applications import Starlette
from uvicorn.protocols.http.h11_impl import H11Protocol

from lintnews.model import LintNewsError
from lintnews.web.terms import Terms

#: Connections at a time; more are told to come again.
_CONNECTIONS = 2000


class Protocol(H11Protocol):
    """HTTP to clients that may close their side when they have asked: they get their answer all the same.

    A connection on which no request has begun after `patience` seconds is closed.
    """

    patience = 30.0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self.loop.call_later(self.patience, self._late)

    def _late(self) -> None:
        if self.cycle is None and not self.transport.is_closing():
            self.transport.close()

    def eof_received(self) -> bool:  # type: ignore[override]
        """Whether the connection stays open for what is still to be said."""
        return self.cycle is not None and not self.cycle.response_complete


class _Server(uvicorn.Server):
    """A server that says where it is, once it is there."""

    def __init__(self, config: uvicorn.Config, address: str) -> None:
        super().__init__(config)
        self._address = address
        self.interrupted = False

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            print(f"LintNews is at {self._address} (Ctrl-C ends it)", file=sys.stderr, flush=True)

    def handle_exit(self, sig: int, frame: object) -> None:
        """Stop gracefully; a second interruption stops at once."""
        self.interrupted |= sig == signal.SIGINT
        self.force_exit |= self.should_exit and sig == signal.SIGINT
        self.should_exit = True


def serve(app: Starlette, terms: Terms, port: int) -> int:
    """Serve; 0 when told to end, 130 when interrupted. Raises LintNewsError when the address cannot be had, or the app not started."""
    listening = _bound(terms.host, port)
    port = listening.getsockname()[1]
    host = f"[{terms.host}]" if ":" in terms.host else terms.host
    config = uvicorn.Config(
        app,
        http=Protocol,
        ws="none",
        lifespan="on",
        log_config=None,
        log_level="critical",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=_CONNECTIONS,
        backlog=_CONNECTIONS,
        h11_max_incomplete_event_size=terms.body,
        timeout_graceful_shutdown=int(terms.seconds) + 5,
    )
    server = _Server(config, f"http://{host}:{port}/")
    try:
        server.run(sockets=[listening])
    except SystemExit:
        raise getattr(app.state, "fault", None) or LintNewsError("the service could not be started") from None
    return 130 if server.interrupted else 0


def _bound(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family)
    try:
        if sys.platform != "win32":
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((host, port))
        made.listen(_CONNECTIONS)
    except (OSError, OverflowError) as error:
        made.close()
        raise LintNewsError(f"{host}:{port} cannot be listened at: {error}; choose another with --port or --host") from None
    made.set_inheritable(False)
    return made
