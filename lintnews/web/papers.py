"""A word processor's file as it was sent in, its copy out; and the file with a corrected copy in it. Nothing is read from the disk."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Mapping
from typing import Any

from starlette.requests import Request

from lintnews import office
from lintnews.model import LintNewsError, did_you_mean

_LONGEST = 255


async def sent(request: Request) -> dict[str, Any]:
    """The file in a request's body, and its `name` in the query; raises LintNewsError for what is not as it should be."""
    for key in request.query_params:
        if key != "name":
            raise LintNewsError(f"there is no option `{_short(key)}`{did_you_mean(_short(key), ['name'])}")
    data = await request.body()
    return {"name": _name(request.query_params.get("name", "")), "file": base64.b64encode(data).decode()}


async def changed(request: Request) -> dict[str, Any]:
    """A JSON object of `name`, `file` (in base64) and `text`; raises LintNewsError for what is not as it should be."""
    try:
        given = json.loads(await request.body())
    except (ValueError, RecursionError):
        given = None
    if not isinstance(given, dict) or set(given) != {"name", "file", "text"} or not all(isinstance(each, str) for each in given.values()):
        raise LintNewsError("the body must be a JSON object of three strings: `name`, `file` in base64, `text`")
    try:
        given["text"].encode()
        base64.b64decode(given["file"], validate=True)
    except UnicodeEncodeError:
        raise LintNewsError("`text` holds half a character (a lone surrogate)") from None
    except (binascii.Error, ValueError):
        raise LintNewsError("`file` is not in base64") from None
    return {**given, "name": _name(given["name"])}


def read(asked: Mapping[str, Any]) -> dict[str, str]:
    """The copy in a file, as it is checked."""
    return {"name": asked["name"], "text": office.text(base64.b64decode(asked["file"]), asked["name"])}


def rewritten(asked: Mapping[str, Any]) -> dict[str, str]:
    """The file with its copy changed to a text; raises LintNewsError where that would take more than other words."""
    data, name = base64.b64decode(asked["file"]), asked["name"]
    made = office.rewritten(data, name, office.text(data, name), asked["text"])
    return {"name": name, "file": base64.b64encode(made).decode()}


def _name(name: str) -> str:
    if len(name) > _LONGEST or not office.ours(name):
        raise LintNewsError(f"`name` must be that of a word processor's file: one with the ending {', '.join(office.ENDINGS)}")
    try:
        name.encode()
    except UnicodeEncodeError:
        raise LintNewsError("`name` holds half a character (a lone surrogate)") from None
    return name


def _short(name: str) -> str:
    return name[:40].encode("utf-8", "replace").decode()
