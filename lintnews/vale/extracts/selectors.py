"""A selector in dasel's words and a value in, the values that it means out: `paths.all().description`, `search(has("summary"))`.

Done is what views of prose use: keys, `?`, `[0]`, `all()`, `first()`, `last()`, `filter(…)`, `search(…)`, `map(…)`, `property(…)`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from lintnews.model import LintNewsError

#: More values than a view of any file selects.
_MOST = 200_000
_TOKEN = re.compile(r"\s*(?:(?P<text>\"[^\"]*\"|'[^']*')|(?P<word>[\w$@/-]+)|(?P<mark>==|!=|&&|\|\||[.()\[\],?!]))")


class Node(NamedTuple):
    """A value and its path from the root."""

    value: Any
    path: tuple[Any, ...]


class _Found(NamedTuple):
    """What a selector has come to: values, and whether they are the items of one list."""

    nodes: Sequence[Node]
    listed: bool = False


_Step = Callable[[_Found], _Found]
_Condition = Callable[[Node], bool]


class Selector:
    """A selector; raises LintNewsError for one that is none, or that asks for what is not done."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._steps = _Parser(text).whole()

    def select(self, root: Any) -> list[Node]:
        """The values that it means in a file's value; raises LintNewsError where a step cannot be taken."""
        found = _Found([Node(root, ())])
        for step in self._steps:
            found = step(found)
            if len(found.nodes) > _MOST:
                raise LintNewsError(f"`{self._text}` selects more than {_MOST:,} values")
        return list(found.nodes)


class _Parser:
    """Reads a selector from left to right."""

    def __init__(self, text: str) -> None:
        self._text, self._tokens, at = text, list[str](), 0
        while text[at:].strip():
            found = _TOKEN.match(text, at)
            if not found or len(self._tokens) > 200:
                raise LintNewsError(f"`{text}` is no selector that is understood, from `{text[at:].strip()[:20]}` on")
            self._tokens.append(found["text"] or found["word"] or found["mark"])
            at = found.end()
        self._at = 0

    def _fault(self) -> LintNewsError:
        return LintNewsError(f"`{self._text}` is no selector that is understood, from `{' '.join(self._tokens[self._at :][:5])}` on")

    def _peek(self) -> str:
        return self._tokens[self._at] if self._at < len(self._tokens) else ""

    def _takes(self, token: str) -> bool:
        if self._peek() != token:
            return False
        self._at += 1
        return True

    def _need(self, token: str) -> None:
        if not self._takes(token):
            raise self._fault()

    def whole(self) -> list[_Step]:
        """All steps."""
        steps = self._path()
        if self._peek():
            raise self._fault()
        return steps

    def _path(self) -> list[_Step]:
        steps: list[_Step] = []
        while True:
            if self._takes("["):
                steps.append(_item(self._word()))
                self._need("]")
            else:
                steps.append(self._step())
            if self._peek() != "[" and not self._takes("."):
                return steps

    def _word(self) -> str:
        token = self._peek()
        if not token or token in ".()[],?!" or token in ("==", "!=", "&&", "||"):
            raise self._fault()
        self._at += 1
        return token.strip("\"'") if token[0] in "\"'" else token

    def _step(self) -> _Step:
        name = self._word()
        if not self._takes("("):
            return _key(name, lenient=self._takes("?"))
        step = self._called(name)
        self._need(")")
        return step

    def _called(self, name: str) -> _Step:
        if name in ("all", "each"):
            return _all
        if name in ("first", "last"):
            return _item("0" if name == "first" else "-1")
        if name == "index":
            return _item(self._word())
        if name in ("filter", "search"):
            condition = self._condition()
            return _filter(condition) if name == "filter" else _search(condition)
        if name == "map":
            return _map(self._path())
        if name == "property":
            return _properties(self._list())
        raise LintNewsError(f"`{name}()` of `{self._text}` is not done; there are all, filter, first, index, last, map, property, search")

    def _list(self) -> list[str]:
        words = [self._word()]
        while self._takes(","):
            words.append(self._word())
        return words

    def _condition(self) -> _Condition:
        one = self._single()
        while self._peek() in ("&&", "||", ","):
            both, before = self._peek() != "||", one
            self._at += 1
            after = self._single()
            one = _joined(before, after, both=both)
        return one

    def _single(self) -> _Condition:
        if self._takes("!"):
            inner = self._single()
            return lambda node: not inner(node)
        name = self._word()
        if self._takes("("):
            return self._function(name)
        if self._peek() not in ("==", "!="):
            raise self._fault()
        wanted = self._takes("==") or not self._takes("!=")
        value = self._word()
        return lambda node: (_text(node, name) == value) is wanted

    def _function(self, name: str) -> _Condition:
        if name in ("not", "and", "or"):
            inner = self._condition()
            self._need(")")
            return (lambda node: not inner(node)) if name == "not" else inner
        words = self._list()
        self._need(")")
        if name == "has" and len(words) == 1:
            return lambda node: isinstance(node.value, dict) and words[0] in node.value
        if name == "equal" and len(words) == 2:
            return lambda node: _text(node, words[0]) == words[1]
        raise LintNewsError(f"`{name}()` in a condition of `{self._text}` is not done; there are has, equal, not, == and !=")


def _joined(one: _Condition, other: _Condition, *, both: bool) -> _Condition:
    return (lambda node: one(node) and other(node)) if both else (lambda node: one(node) or other(node))


def _text(node: Node, key: str) -> str | None:
    value = node.value.get(key) if isinstance(node.value, dict) else None
    return str(value).lower() if isinstance(value, bool) else None if value is None else str(value)


def _children(node: Node) -> list[Node]:
    if isinstance(node.value, dict):
        return [Node(value, (*node.path, key)) for key, value in node.value.items()]
    return [Node(value, (*node.path, i)) for i, value in enumerate(node.value)] if isinstance(node.value, list) else []


def _key(name: str, *, lenient: bool) -> _Step:
    def step(found: _Found) -> _Found:
        out = []
        if found.listed and not lenient:
            raise LintNewsError(f"`{name}` asks a list for a key; put `all()` or `map(…)` there")
        for node in found.nodes:
            if isinstance(node.value, dict):
                out += [Node(node.value[name], (*node.path, name))] if name in node.value else []
            elif not lenient:
                raise LintNewsError(f"`{name}` asks for a key where the file has {'a list' if isinstance(node.value, list) else 'a text'}")
        return _Found(out)

    return step


def _item(number: str) -> _Step:
    if not re.fullmatch(r"-?\d{1,6}", number):
        raise LintNewsError(f"`[{number}]` is no number of an item")
    at = int(number)

    def step(found: _Found) -> _Found:
        lists = [found.nodes] if found.listed else [_children(node) for node in found.nodes]
        return _Found([items[at] for items in lists if -len(items) <= at < len(items)])

    return step


def _all(found: _Found) -> _Found:
    return _Found(found.nodes) if found.listed else _Found([child for node in found.nodes for child in _children(node)])


def _filter(condition: _Condition) -> _Step:
    def step(found: _Found) -> _Found:
        of_list = not found.listed and len(found.nodes) == 1 and isinstance(found.nodes[0].value, list)
        nodes = _children(found.nodes[0]) if of_list else found.nodes
        return _Found([node for node in nodes if condition(node)], of_list or found.listed)

    return step


def _search(condition: _Condition) -> _Step:
    return lambda found: _Found([node for each in found.nodes for node in _below(each) if condition(node)], listed=True)


def _below(node: Node) -> Iterator[Node]:
    """A value and all that is in it, from the top."""
    waiting = [node]
    while waiting:
        one = waiting.pop()
        yield one
        waiting += reversed(_children(one))


def _map(steps: Sequence[_Step]) -> _Step:
    def step(found: _Found) -> _Found:
        nodes = found.nodes if found.listed else [child for node in found.nodes for child in _children(node)]
        out: list[Node] = []
        for node in nodes:
            one = _Found([node])
            for inner in steps:
                one = inner(one)
            out += one.nodes
        return _Found(out, listed=True)

    return step


def _properties(names: Sequence[str]) -> _Step:
    def step(found: _Found) -> _Found:
        nodes = (node for node in found.nodes if isinstance(node.value, dict))
        return _Found([Node(node.value[name], (*node.path, name)) for node in nodes for name in names if name in node.value])

    return step
