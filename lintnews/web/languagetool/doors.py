"""A request at one of LanguageTool's addresses in, its answer out."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from lintnews.model import LintNewsError
from lintnews.web.crew import BusyError, Crew, OurFault, SlowError
from lintnews.web.guard import bearer
from lintnews.web.languagetool import answer, languages, parameters
from lintnews.web.languagetool.refusal import Refusal
from lintnews.web.tally import Tally
from lintnews.web.terms import Terms
from lintnews.web.words import Words

Given = dict[str, str]
_METHODS = ["GET", "POST"]
_STATUS = {BusyError: 503, SlowError: 500, OurFault: 500}


class Doors:
    """LanguageTool's addresses, served by the crew."""

    def __init__(self, crew: Crew, terms: Terms, tally: Tally, words: Words) -> None:
        self._crew, self._terms, self._tally, self._words = crew, terms, tally, words

    def routes(self) -> list[Route]:
        """Where each door is."""
        doors: dict[str, Callable[[Request, Given], Awaitable[Response]]] = {
            "check": self._check,
            "languages": self._languages,
            "maxtextlength": self._max_text_length,
            "info": self._info,
            "configinfo": self._config_info,
            "words": self._list_words,
            "words/add": self._add_words,
            "words/delete": self._delete_words,
        }
        made = [Route(f"/v2/{name}", self._door(door), methods=_METHODS) for name, door in doors.items()]
        made.append(Route("/v2/healthcheck", _healthy, methods=_METHODS))
        return [*made, Route("/v2/{rest:path}", self._door(_nowhere), methods=_METHODS)]

    def _door(self, door: Callable[[Request, Given], Awaitable[Response]]) -> Callable[[Request], Awaitable[Response]]:
        async def answered(request: Request) -> Response:
            try:
                given = _given(request, await request.body())
                self._admit(request, given)
                return await door(request, given)
            except Refusal as error:
                return _refused(str(error), error.status, request.method)
            except LintNewsError as error:
                words = str(error) if not isinstance(error, SlowError) else _too_slow(self._terms.seconds)
                return _refused(words, _STATUS.get(type(error), 400))

        return answered

    def _admit(self, request: Request, given: Given) -> None:
        """A client that gives a name gives a key with it, and the key is the token where there is one."""
        if not self._terms.admits(given.get("apiKey") or bearer(request.headers)):
            raise Refusal("a token is needed: give it as apiKey, or as Authorization: Bearer …", 403)
        key = given.get("apiKey") or given.get("tokenV2") or given.get("password")
        if given.get("username") and not key:
            raise Refusal("With 'username' set, you also need to specify 'apiKey'")
        if key and not given.get("username"):
            raise Refusal("apiKey was set, but username was not")

    async def _check(self, request: Request, given: Given) -> Response:
        asked = parameters.asked(given, self._terms.body, beyond=self._terms.beyond)
        said = await self._crew.ask("languagetool", {**asked, "vocabulary": self._words.listed()})
        self._tally.checked(said.counts)
        return Response(said.body, media_type="application/json")

    async def _languages(self, request: Request, given: Given) -> Response:
        if self._terms.beyond:
            return Response((await self._crew.ask("languagetool-languages", {})).body, media_type="application/json")
        return JSONResponse(languages.listed())

    async def _max_text_length(self, request: Request, given: Given) -> Response:
        return Response(str(self._terms.body), media_type="text/plain")

    async def _info(self, request: Request, given: Given) -> Response:
        return JSONResponse({"software": {**answer.software(), "commit": ""}})

    async def _config_info(self, request: Request, given: Given) -> Response:
        if not given.get("language"):
            raise Refusal("'language' parameter missing")
        language = given["language"] if self._terms.beyond else languages.code(given["language"])
        said = await self._crew.ask("languagetool-rules", {"language": language})
        head = JSONResponse({"software": answer.software(), "parameter": {"maxTextLength": self._terms.body}}).body
        return Response(bytes(head)[:-1] + b',"rules":' + said.body + b"}", media_type="application/json")

    async def _list_words(self, request: Request, given: Given) -> Response:
        if request.method != "GET":
            raise Refusal("/words needs to be called with GET", 405)
        if "dict" in given:
            raise Refusal("Use parameter 'dicts', not 'dict' in GET /words API method.")
        offset, limit = _count(given, "offset", 0), _count(given, "limit", 10)
        return JSONResponse({"words": self._words.listed()[offset : offset + limit]})

    async def _add_words(self, request: Request, given: Given) -> Response:
        return JSONResponse({"added": self._words.add(*_words(request, given))})

    async def _delete_words(self, request: Request, given: Given) -> Response:
        return JSONResponse({"deleted": self._words.remove(*_words(request, given))})


def _refused(words: str, status: int, method: str = "") -> Response:
    allowed = {"Allow": "POST" if method == "GET" else "GET"} if status == 405 else None
    return Response(f"Error: {words}", status, allowed)


async def _healthy(request: Request) -> Response:
    return Response("OK", media_type="text/plain")


async def _nowhere(request: Request, given: Given) -> Response:
    action = request.path_params["rest"][:80]
    raise Refusal(
        f"Unsupported action: '{action}'. The actions are check, languages, words, words/add, words/delete, info, configinfo", 404
    )


def _given(request: Request, body: bytes) -> Given:
    """The parameters of the body, whatever type it says it is, and of the query, which come before them; the last of a name counts."""
    query = request.scope["query_string"]
    try:
        pairs = [*_pairs(body.rstrip(b"\r\n")), *_pairs(query)]
    except ValueError:
        raise Refusal("too many parameters") from None
    return dict(pairs)


def _pairs(raw: bytes) -> list[tuple[str, str]]:
    text = raw.decode("utf-8", "replace")
    return parse_qsl(text, keep_blank_values=True, errors="replace", max_num_fields=1000)


def _words(request: Request, given: Given) -> list[str]:
    if request.method != "POST":
        raise Refusal(f"{request.url.path.removeprefix('/v2')} needs to be called with POST", 405)
    named = given.get("words", "").split() if given.get("mode") == "batch" else [given["word"]] if "word" in given else []
    if not named:
        raise Refusal("Missing 'word' parameter")
    return named


def _count(given: Any, key: str, usual: int) -> int:
    said = given.get(key, str(usual))
    if not (said.isascii() and said.isdecimal() and len(said) < 8):
        raise Refusal(f"'{key}' must be a number, not '{said[:40]}'")
    return int(said)


def _too_slow(seconds: float) -> str:
    return (
        f"Checking took longer than {float(seconds)} seconds, which is this server's limit. "
        "Please make sure you have selected the proper language or consider submitting a shorter text."
    )
