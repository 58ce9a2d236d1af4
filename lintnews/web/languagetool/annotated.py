"""A client's `text` or `data` in, the copy in it out, with the way home: markup is not read, but counts in every offset."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from lintnews.web.languagetool.refusal import Refusal


class Annotated(NamedTuple):
    """The text to check, the text as the client has it, and the pieces of the first: where each stands in it and in the other."""

    plain: str
    whole: str
    pieces: tuple[tuple[int, int, int], ...]


def read(text: str | None, data: str | None) -> Annotated:
    """Raises Refusal when there is neither, both, or `data` is not as it should be."""
    if text is not None and data is not None:
        raise Refusal("Set only 'text' or 'data' parameter, not both")
    if text is not None:
        return _whole(text)
    if data is None:
        raise Refusal("Missing 'text' or 'data' parameter")
    return _of_data(_parsed(data))


def _whole(text: str) -> Annotated:
    return Annotated(text, text, ((0, 0, len(text)),))


def _parsed(data: str) -> dict[str, Any]:
    try:
        parsed = json.loads(data)
    except (ValueError, RecursionError):
        raise Refusal("Could not parse JSON from 'data' parameter") from None
    if not isinstance(parsed, dict) or not {"text", "annotation"} & parsed.keys():
        raise Refusal("'data' key in JSON requires 'text' or 'annotation' key")
    return parsed


def _of_data(data: dict[str, Any]) -> Annotated:
    text, nodes = data.get("text"), data.get("annotation")
    if text is not None and nodes is not None:
        raise Refusal("'data' key in JSON requires either 'text' or 'annotation' key, not both")
    if text is not None:
        return _whole(_string(text, "text"))
    if not isinstance(nodes, list):
        raise Refusal("'annotation' in 'data' must be a list")
    return _joined(nodes)


def _joined(nodes: list[Any]) -> Annotated:
    plain: list[str] = []
    whole: list[str] = []
    pieces: list[tuple[int, int, int]] = []
    at = home = 0
    for node in nodes:
        shown, written = _node(node)
        if shown:
            pieces.append((at, home, home + len(written)))
        plain.append(shown)
        whole.append(written)
        at += len(shown)
        home += len(written)
    return Annotated("".join(plain), "".join(whole), tuple(pieces) or ((0, 0, 0),))


def _node(node: Any) -> tuple[str, str]:
    """What is read of a node, and what it is in the client's text."""
    if not isinstance(node, dict) or not {"text", "markup"} & node.keys():
        raise Refusal(f"Only 'text' and 'markup' are supported in 'annotation' list: {_shown(node)}")
    if "text" in node and "markup" in node:
        raise Refusal(f"Only either 'text' or 'markup' are supported in an object in 'annotation' list, not both: {_shown(node)}")
    if "text" in node:
        if "interpretAs" in node:
            raise Refusal("'interpretAs' can only be used with 'markup', not with 'text'")
        text = _string(node["text"], "text")
        return text, text
    return _string(node.get("interpretAs", ""), "interpretAs"), _string(node["markup"], "markup")


def _shown(node: Any) -> str:
    return json.dumps(node, separators=(",", ":"), ensure_ascii=False)[:200]


def _string(value: Any, name: str) -> str:
    if isinstance(value, str):
        return value
    raise Refusal(f"'{name}' in 'data' must be a string")
