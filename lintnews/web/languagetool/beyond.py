"""A client's request in, what LanguageTool's own server answers to it out, word for word: all its rules, in all its languages."""

from __future__ import annotations

import http.client
import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode, urlsplit

from lintnews.languagetool import service
from lintnews.languagetool.asked import Asked, Mode
from lintnews.languagetool.service import Place
from lintnews.model import LintNewsError
from lintnews.web.languagetool.refusal import Refusal

Values = dict[str, Any]

#: How often a request is sent to a server that dies at it.
_TRIES = 3
#: What is for us: who asks.
_OURS = ("username", "apiKey", "tokenV2", "password", "callback")


class Silent(LintNewsError):  # noqa: N818  (it is said in the answer)
    """The server cannot be asked."""


def speaks(asked: Asked) -> bool:
    """Whether clients are told all that LanguageTool says as it says it: where it was asked for on the command line, or `all` of it."""
    return asked.mode is not Mode.OFF and (asked.by_hand or asked.all)


def check(asked: Asked, given: Mapping[str, str]) -> Values:
    """The answer to a check; raises Refusal in the server's own words, Silent when it cannot be asked."""
    sent = {name: value for name, value in given.items() if name not in _OURS}
    if asked.language and sent.get("language", "").lower() == "auto":
        sent["language"] = asked.language
        sent.pop("preferredVariants", None)
    return dict(_answer(asked, "/v2/check", urlencode(sent).encode()))


def languages(asked: Asked) -> list[Values]:
    """The languages that the server knows."""
    return list(_answer(asked, "/v2/languages"))


def rules(asked: Asked, language: str) -> list[Values]:
    """The rules of one of them."""
    return list(_answer(asked, f"/v2/configinfo?{urlencode({'language': language})}")["rules"])


def _answer(asked: Asked, path: str, body: bytes | None = None) -> Any:
    held, after = service.of(asked), 0
    for _ in range(_TRIES):
        try:
            place = held.place(after)
        except LintNewsError as error:
            raise Silent(str(error)) from None
        if place is None:
            raise Silent("no LanguageTool server is running")
        try:
            return _sent(place, path, body, asked.timeout)
        except (OSError, http.client.HTTPException):
            if not held.mend(place):
                raise Silent(f"the LanguageTool server at {place.url} does not answer") from None
            after = place.starts
    raise Silent("the LanguageTool server ends at what it is asked")


def _sent(place: Place, path: str, body: bytes | None, seconds: int) -> Any:
    address = urlsplit(place.url)
    kind = http.client.HTTPSConnection if address.scheme == "https" else http.client.HTTPConnection
    connection = kind(address.hostname or "", address.port, timeout=seconds)
    try:
        headers = {"Content-Type": "application/x-www-form-urlencoded"} if body is not None else {}
        connection.request("GET" if body is None else "POST", address.path.rstrip("/") + path, body, headers)
        answer = connection.getresponse()
        said = answer.read()
    finally:
        connection.close()
    if answer.status != http.client.OK:
        raise Refusal(said.decode("utf-8", "replace").removeprefix("Error: ")[:4000] or answer.reason, answer.status)
    try:
        return json.loads(said)
    except ValueError:
        raise Silent(f"the LanguageTool server at {place.url} does not answer as a LanguageTool server does") from None
