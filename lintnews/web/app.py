"""Terms and a configuration in, the service as an ASGI app out: the page, our own answers, LanguageTool's."""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from lintnews.model import LintNewsError
from lintnews.web import asked, openapi, papers
from lintnews.web.crew import BusyError, Crew, OurFault, SlowError
from lintnews.web.guard import Guard, refusal
from lintnews.web.languagetool.doors import Doors
from lintnews.web.tally import Tally
from lintnews.web.terms import Terms
from lintnews.web.words import Words

STATIC = Path(__file__).parent / "static"
_STATUS = {BusyError: 503, SlowError: 503, OurFault: 500}
_BRIEFLY = {"Retry-After": "2"}


def to_stderr(line: str) -> None:
    """Where lines of record go."""
    print(line, file=sys.stderr, flush=True)


def build(terms: Terms, crew: Crew, words: Words, log: Callable[[str], object]) -> Starlette:
    """The service; the crew is started with it and let go with it."""
    tally = Tally()
    own = _Own(crew, tally, words)
    routes = [*own.routes(), *Doors(crew, terms, tally, words).routes()]
    known = frozenset(route.path for route in routes if "{" not in route.path)

    @contextlib.asynccontextmanager
    async def life(app: Starlette) -> AsyncIterator[None]:
        try:
            await crew.start()
        except LintNewsError as error:
            app.state.fault = error
            raise
        try:
            yield
        finally:
            await crew.end()

    return Starlette(
        routes=[*routes, Mount("/static", StaticFiles(directory=STATIC), name="static")],
        middleware=[Middleware(Guard, terms=terms, tally=tally, routes=known, log=log)],
        exception_handlers={404: _missing, 405: _missing},
        lifespan=life,
    )


async def _missing(request: Request, error: Exception) -> Response:
    """What is not there, or not for this method."""
    status: int = getattr(error, "status_code", 404)
    answer = refusal(request.url.path, status, "there is nothing here" if status == 404 else "this method is not for here")
    answer.headers.update(getattr(error, "headers", None) or {})
    return answer


class _Own:
    """The page and the answers of our own."""

    def __init__(self, crew: Crew, tally: Tally, words: Words) -> None:
        self._crew, self._tally, self._words = crew, tally, words

    def routes(self) -> list[Route]:
        """Where each door is."""
        return [
            Route("/", self._page),
            Route("/healthz", self._healthy),
            Route("/metrics", self._metrics),
            Route("/openapi.json", self._described),
            Route("/v1/check", self._asks("check", self._story), methods=["POST"]),
            Route("/v1/names", self._asks("names", self._story), methods=["POST"]),
            Route("/v1/read", self._asks("read", papers.sent), methods=["POST"]),
            Route("/v1/rewrite", self._asks("rewrite", papers.changed), methods=["POST"]),
            Route("/v1/rules", self._rules),
        ]

    async def _page(self, request: Request) -> Response:
        return FileResponse(STATIC / "index.html", headers={"Cache-Control": "no-cache"})

    async def _healthy(self, request: Request) -> Response:
        return JSONResponse({"status": "ok"})

    async def _metrics(self, request: Request) -> Response:
        page = self._tally.text(self._crew.waiting, self._crew.replaced, self._crew.spared)
        return PlainTextResponse(page, media_type="text/plain; version=0.0.4")

    async def _described(self, request: Request) -> Response:
        try:
            said = await self._crew.ask("rules", {})
        except LintNewsError as error:
            return _told(error)
        return JSONResponse(openapi.document(json.loads(said.body)))

    def _asks(self, door: str, heard: Callable[[Request], Awaitable[dict[str, Any]]]) -> Callable[[Request], Awaitable[Response]]:
        async def answered(request: Request) -> Response:
            try:
                return await self._asked(door, await heard(request))
            except LintNewsError as error:
                return _told(error)

        return answered

    async def _rules(self, request: Request) -> Response:
        try:
            return await self._asked("rules", {})
        except LintNewsError as error:
            return _told(error)

    async def _story(self, request: Request) -> dict[str, Any]:
        """A story to check, with the accepted words added to its own."""
        values = await asked.read(request)
        settings = values["settings"]
        return {**values, "settings": {**settings, "vocabulary": [*settings.get("vocabulary", ()), *self._words.listed()]}}

    async def _asked(self, door: str, values: Mapping[str, Any]) -> Response:
        said = await self._crew.ask(door, values)
        self._tally.checked(said.counts)
        return Response(said.body, media_type="application/json")


def _told(error: LintNewsError) -> Response:
    status = _STATUS.get(type(error), 400)
    return JSONResponse({"error": str(error)}, status, headers=_BRIEFLY if status == 503 else None)
