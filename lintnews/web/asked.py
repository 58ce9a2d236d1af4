"""A request for one of our own answers in, what the crew is asked out; raises LintNewsError for what is not as it should be."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from starlette.requests import Request

from lintnews.model import LintNewsError, Severity, did_you_mean

#: The longest name of a story, of a rule or profile, and the most names in a list.
_LONGEST, _MOST = 255, 1000


async def read(request: Request) -> dict[str, Any]:
    """A JSON object with `text` and options; or the copy itself as the body, with the options in the query."""
    body = await request.body()
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "application/json":
        if request.query_params:
            raise LintNewsError("the options stand in the JSON; in the query only where the body is the copy itself")
        return _values(_json(body))
    if not kind.startswith("text/"):
        raise LintNewsError("the body must be JSON (Content-Type: application/json) or the copy itself (Content-Type: text/plain)")
    try:
        return _values({**_query(request), "text": body.decode()})
    except UnicodeDecodeError:
        raise LintNewsError("the body must be UTF-8") from None


def _query(request: Request) -> dict[str, Any]:
    """The options of a query; names stand between commas or in several, terms in several."""
    out: dict[str, Any] = {}
    for name, value in request.query_params.multi_items():
        if _OPTIONS.get(name) is _names:
            terms = [value] if name == "vocabulary" else value.split(",")
            out[name] = [*out.get(name, []), *(each for each in terms if each)]
        else:
            out[name] = value
    return out


def _json(body: bytes) -> dict[str, Any]:
    try:
        values = json.loads(body)
    except (ValueError, RecursionError):
        raise LintNewsError('the body is no JSON; send an object such as {"text": "…"}') from None
    if not isinstance(values, dict):
        raise LintNewsError('the body must be a JSON object, such as {"text": "…"}')
    return values


def _values(given: Mapping[str, Any]) -> dict[str, Any]:
    for name in given:
        if name not in _KNOWN:
            raise LintNewsError(f"there is no option `{_short(name)}`{did_you_mean(_short(name), _KNOWN)}")
    if "text" not in given:
        raise LintNewsError("`text` is missing: it is the copy to check")
    text = _text("text", given["text"])
    name = _name("name", given.get("name", "story.txt")) or "story.txt"
    settings = {key: _OPTIONS[key](key, value) for key, value in given.items() if key in _OPTIONS}
    return {"name": name, "text": text, "settings": settings}


def _short(name: object) -> str:
    return str(name)[:40].encode("utf-8", "replace").decode()


def _text(key: str, value: Any) -> str:
    if not isinstance(value, str):
        raise LintNewsError(f"`{key}` must be a string")
    try:
        value.encode()
    except UnicodeEncodeError:
        raise LintNewsError(f"`{key}` holds half a character (a lone surrogate)") from None
    return value


def _name(key: str, value: Any) -> str:
    text = _text(key, value)
    if len(text) > _LONGEST:
        raise LintNewsError(f"`{key}` has at most {_LONGEST} characters")
    return text


def _names(key: str, value: Any) -> list[str]:
    if not isinstance(value, list) or len(value) > _MOST:
        raise LintNewsError(f"`{key}` must be a list of at most {_MOST} names")
    return [_name(key, each) for each in value]


def _day(key: str, value: Any) -> str:
    text = _name(key, value)
    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError:
        raise LintNewsError(f"`{key}`: `{text}` is no day; write it as YYYY-MM-DD") from None


def _severity(key: str, value: Any) -> str:
    text = _name(key, value)
    if text not in tuple(Severity):
        raise LintNewsError(f"`{key}`: there is no `{text}`{did_you_mean(text, Severity)}")
    return text


_OPTIONS: Mapping[str, Callable[[str, Any], Any]] = {
    "profile": _name,
    "date": _day,
    "min_level": _severity,
    "select": _names,
    "ignore": _names,
    "vocabulary": _names,
}
_KNOWN = ("text", "name", *_OPTIONS)
