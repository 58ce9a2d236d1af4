"""A request in, passed on or refused: hosts, origins, tokens, sizes, rates; safe headers and a line of record for every answer."""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import NamedTuple

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lintnews.web.tally import Tally
from lintnews.web.terms import Terms

#: What needs no token: the page itself, which holds nothing, and whether anybody is there.
OPEN = ("/", "/healthz", "/v2/healthcheck")
_STATIC = "/static/"
#: Seconds that a client has for the next part of its request, and clients that are remembered.
_PATIENCE, _CLIENTS = 30.0, 10_000
#: Seconds and bytes for which one is heard out who is refused.
_COURTESY, _SPARE = 2.0, 1 << 24
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; "
        "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class Refused(Exception):  # noqa: N818
    """A request that is not passed on: the status, and why."""

    def __init__(self, status: int, words: str) -> None:
        super().__init__(words)
        self.status = status


def refusal(path: str, status: int, words: str) -> Response:
    """The answer to a request that cannot be answered, in the form that its door has."""
    if path.startswith("/v2/"):
        return Response(f"Error: {words}", status)
    return JSONResponse({"error": words}, status)


class _Bucket(NamedTuple):
    """How many more requests a client may send, as of a moment."""

    left: float
    at: float


class _Rate:
    """Requests a minute of one client, with as many at once as make a quarter of a minute."""

    def __init__(self, rate: int) -> None:
        self._rate, self._most = rate / 60, max(1.0, rate / 4)
        self._clients: OrderedDict[str, _Bucket] = OrderedDict()

    def allows(self, client: str, now: float) -> bool:
        if not self._rate:
            return True
        bucket = self._clients.pop(client, _Bucket(self._most, now))
        left = min(self._most, bucket.left + (now - bucket.at) * self._rate)
        self._clients[client] = _Bucket(max(0.0, left - 1) if left >= 1 else left, now)
        if len(self._clients) > _CLIENTS:
            self._clients.popitem(last=False)
        return left >= 1


class Guard:
    """Stands before the app. `log` takes the lines of record, which hold nothing of the copy."""

    def __init__(self, app: ASGIApp, terms: Terms, tally: Tally, routes: frozenset[str], log: Callable[[str], object]) -> None:
        self._app, self._terms, self._tally, self._routes, self._log = app, terms, tally, routes, log
        self._rate = _Rate(terms.rate)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        start, sent = time.perf_counter(), _Sent(self._terms, Headers(scope=scope), send)
        heard = _Heard(receive, self._terms.most(scope["path"]))
        try:
            await self._pass(scope, heard, sent)
        except Refused as error:
            await self._refuse(scope, heard, sent, error.status, str(error))
        except Exception as error:
            await self._refuse(scope, heard, sent, 500, f"Internal Error: our fault, not yours ({type(error).__name__})")
        finally:
            self._record(scope, sent, heard, time.perf_counter() - start)

    async def _pass(self, scope: Scope, heard: _Heard, sent: _Sent) -> None:
        headers = Headers(scope=scope)
        self._admit(scope, headers)
        if scope["method"] == "OPTIONS":
            await self._preflight(headers)(scope, heard, sent)
            return
        await self._app(scope, heard, sent)

    def _admit(self, scope: Scope, headers: Headers) -> None:
        """Raises Refused for a request that is not to be answered."""
        terms, host = self._terms, headers.get("host", "")
        if not terms.knows(host):
            raise Refused(421, "this service does not go by the name that was asked for; name it with --allow-host")
        if (origin := headers.get("origin")) and not terms.takes(origin, host):
            raise Refused(403, "pages of this origin may not ask; allow it with --allow-origin")
        if not self._rate.allows((scope.get("client") or ("",))[0], time.monotonic()):
            raise Refused(429, "too many requests; wait a moment")
        length, path = headers.get("content-length", "0"), scope["path"]
        most = terms.most(path)
        if not length.isdecimal() or int(length) > most:
            raise Refused(413, f"the request is longer than the {most} bytes that are taken")
        if not (path in OPEN or path.startswith((_STATIC, "/v2/")) or scope["method"] == "OPTIONS" or terms.admits(bearer(headers))):
            raise Refused(401, "a token is needed: Authorization: Bearer …")

    def _preflight(self, headers: Headers) -> Response:
        """The answer to a browser that asks whether a page of another origin may ask."""
        if not self._terms.opens(headers.get("origin", "")):
            raise Refused(400, "no pages of other origins may ask; allow one with --allow-origin")
        allowed = {"Access-Control-Allow-Methods": "GET, POST", "Access-Control-Allow-Headers": "Authorization, Content-Type"}
        if headers.get("access-control-request-private-network") == "true":
            allowed["Access-Control-Allow-Private-Network"] = "true"
        return Response(status_code=204, headers=allowed)

    async def _refuse(self, scope: Scope, heard: _Heard, sent: _Sent, status: int, words: str) -> None:
        if not sent.status:
            response = refusal(scope["path"], status, words)
            if "expect" not in Headers(scope=scope):
                await heard.out()
            if not heard.ended:
                response.headers["Connection"] = "close"
            if status == 401:
                response.headers["WWW-Authenticate"] = "Bearer"
            await response(scope, heard, sent)

    def _record(self, scope: Scope, sent: _Sent, heard: _Heard, seconds: float) -> None:
        route = scope["path"] if scope["path"] in self._routes else _STATIC if scope["path"].startswith(_STATIC) else "other"
        method = scope["method"] if scope["method"] in ("GET", "HEAD", "POST", "OPTIONS") else "other"
        self._tally.answered(route, method, sent.status, seconds)
        line: Mapping[str, object] = {
            "time": datetime.now(UTC).isoformat(timespec="milliseconds"),
            "method": method,
            "route": route,
            "status": sent.status,
            "ms": round(seconds * 1000, 1),
            "bytes_in": heard.size,
            "bytes_out": sent.size,
        }
        self._log(json.dumps(line))


def bearer(headers: Headers) -> str:
    """The token of a request's head."""
    scheme, _, token = headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


class _Heard:
    """The body of a request, as long as it is not too long and does not take for ever."""

    def __init__(self, receive: Receive, most: int) -> None:
        self._receive, self._most = receive, most
        self.size, self.ended = 0, False

    async def __call__(self) -> Message:
        if self.ended:
            return await self._receive()
        try:
            message = await asyncio.wait_for(self._receive(), _PATIENCE)
        except TimeoutError:
            raise Refused(408, "the request did not come in time") from None
        self.size += len(message.get("body", b""))
        self.ended = not message.get("more_body", False)
        if self.size > self._most:
            raise Refused(413, f"the request is longer than the {self._most} bytes that are taken")
        return message

    async def out(self) -> None:
        """Hear a client out whom nobody listens to any more, for a while: one that is still speaking would not hear the answer."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_COURTESY):
                while not self.ended and self.size < self._most + _SPARE:
                    message = await self._receive()
                    self.size += len(message.get("body", b""))
                    self.ended = not message.get("more_body", False)


class _Sent:
    """What goes out, with the headers that every answer has."""

    def __init__(self, terms: Terms, headers: Headers, send: Send) -> None:
        self._terms, self._origin, self._send = terms, headers.get("origin", ""), send
        self.status, self.size = 0, 0

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            headers = MutableHeaders(scope=message)
            headers.update({name: value for name, value in _HEADERS.items() if name not in headers})
            headers.setdefault("Cache-Control", "no-store")
            if self._origin and self._terms.opens(self._origin):
                headers["Access-Control-Allow-Origin"] = self._origin
                headers["Cross-Origin-Resource-Policy"] = "cross-origin"
                headers.add_vary_header("Origin")
        self.size += len(message.get("body", b""))
        await self._send(message)
