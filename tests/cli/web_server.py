"""A web server of a test."""

from __future__ import annotations

from http.server import ThreadingHTTPServer
from threading import Thread
from typing import Any


class serving:  # noqa: N801
    """A web server for as long as it is needed; gives its address."""

    def __init__(self, handler: Any) -> None:
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)

    def __enter__(self) -> str:
        Thread(target=self._server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self._server.server_port}/"

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
