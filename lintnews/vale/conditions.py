"""What stands behind `if` in a section of `.vale.ini` in, whether it holds for a file out: the language that Vale takes there, the parts
of it that speak of a file's path and front matter.

A value that is not there counts as false. Nothing in a condition runs code, and nothing in it takes long: it has no loops but over lists.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from lintnews import patterns
from lintnews.model import LintNewsError, did_you_mean
from lintnews.vale.condition_words import BINARY, FUNCTIONS, LEVELS, ConditionError, truth

#: The fields of a file.
FIELDS = ("Name", "Path", "Dir", "Ext", "Meta")
_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d+)?)(?!\.\d)|(?P<text>\"(?:[^\"\\]|\\.)*+\"|'(?:[^'\\]|\\.)*+'|`[^`]*+`)|(?P<name>[A-Za-z_]\w*)"
    r"|(?P<sign>\?\?|\?\.|&&|\|\||==|!=|<=|>=|\.\.|[-+*/%<>!?:.,#|()\[\]{}]))"
)
_LONGEST, _DEEPEST = 2_000, 40

Env = Mapping[str, Any]
Value = Callable[[Env], Any]


class _Token(NamedTuple):
    sort: str
    text: str


def parse(text: str) -> Callable[[Env], bool]:
    """A condition, ready to be asked of a file; raises LintNewsError for what is not of the language, or not of these parts of it."""
    if len(text) > _LONGEST:
        raise LintNewsError(f"a condition of more than {_LONGEST} characters")
    reading = _Reading(list(_tokens(text)))
    value = reading.whole()

    def holds(env: Env) -> bool:
        try:
            return truth(value(env))
        except ConditionError as error:
            raise LintNewsError(f"`{text}`: {error}") from None

    return holds


def _tokens(text: str) -> list[_Token]:
    out, at = [], 0
    while at < len(text.rstrip()):
        found = _TOKEN.match(text, at)
        if not found or not found.lastgroup:
            raise LintNewsError(f"`{text[at:].strip()[:20]}` is not understood in a condition")
        out.append(_Token(found.lastgroup, found[found.lastgroup]))
        at = found.end()
    return out


class _Reading:
    """The tokens of a condition, read from left to right."""

    def __init__(self, tokens: Sequence[_Token]) -> None:
        self._tokens, self._at, self._depth = tokens, 0, 0

    def whole(self) -> Value:
        made = self._choice()
        if self._at < len(self._tokens):
            raise LintNewsError(f"`{self._tokens[self._at].text}` stands where the condition should end")
        return made

    def _peek(self) -> str:
        return self._tokens[self._at].text if self._at < len(self._tokens) and self._tokens[self._at].sort != "text" else ""

    def _take(self, *texts: str) -> str:
        """The next token if it is one of these."""
        found = self._peek()
        if found in texts:
            self._at += 1
            return found
        return ""

    def _need(self, text: str) -> None:
        if not self._take(text):
            raise LintNewsError(f"`{text}` is missing in the condition")

    def _choice(self) -> Value:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise LintNewsError(f"a condition nested more than {_DEEPEST} deep")
        made = self._binary(0)
        if self._take("?"):
            then = self._choice()
            self._need(":")
            made = _chosen(made, then, self._choice())
        self._depth -= 1
        return made

    def _binary(self, level: int) -> Value:
        if level == len(LEVELS):
            return self._unary()
        made = self._binary(level + 1)
        while sign := self._operator(level):
            made = _joined(sign, made, self._binary(level + 1))
        return made

    def _operator(self, level: int) -> str:
        if "in" in LEVELS[level] and self._peek() == "not" and self._tokens[self._at + 1 : self._at + 2] == [_Token("name", "in")]:
            self._at += 2
            return "not in"
        return self._take(*LEVELS[level])

    def _unary(self) -> Value:
        if self._take("!", "not"):
            inner = self._unary()
            return lambda env: not truth(inner(env))
        if self._take("-"):
            inner = self._unary()
            return _joined("-", lambda env: 0, inner)
        return self._members(self._plain())

    def _members(self, made: Value) -> Value:
        while sign := self._take(".", "?.", "[", "|"):
            if sign == "|":
                made = self._call(self._name(), [made])
                continue
            if sign == "[":
                key = self._choice()
                self._need("]")
            else:
                name = self._name()
                key = _constant(name)
            made = _member(made, key, optional=sign == "?.")
        return made

    def _name(self) -> str:
        if self._at < len(self._tokens) and self._tokens[self._at].sort == "name":
            self._at += 1
            return self._tokens[self._at - 1].text
        raise LintNewsError("a name is missing in the condition")

    def _plain(self) -> Value:
        if self._at >= len(self._tokens):
            raise LintNewsError("the condition ends too soon")
        token = self._tokens[self._at]
        self._at += 1
        if token.sort == "number":
            return _constant(float(token.text) if "." in token.text else int(token.text))
        if token.sort == "text":
            return _constant(token.text[1:-1] if token.text[0] == "`" else re.sub(r"\\(.)", r"\1", token.text[1:-1]))
        if token.text in ("true", "false", "nil"):
            return _constant({"true": True, "false": False, "nil": None}[token.text])
        if token.sort == "name":
            return self._call(token.text, [])
        return self._bracketed(token.text)

    def _bracketed(self, sign: str) -> Value:
        if sign in "({":
            inner = self._choice()
            self._need(")" if sign == "(" else "}")
            return inner
        if sign == "[":
            items = self._items("]")
            return lambda env: [item(env) for item in items]
        if sign == "#":
            return lambda env: env["#"] if "#" in env else _unknown("#")
        if sign == ".":
            name = self._name()
            if name not in FIELDS:
                raise LintNewsError(f"a file has no field `.{name}`{did_you_mean(name, FIELDS)}")
            return lambda env: env[name]
        raise LintNewsError(f"`{sign}` stands where a value should")

    def _items(self, end: str) -> list[Value]:
        items: list[Value] = []
        while not self._take(end):
            if items:
                self._need(",")
            items.append(self._choice())
        return items

    def _call(self, name: str, given: list[Value]) -> Value:
        if name not in (*FUNCTIONS, "any", "all", "none"):
            raise LintNewsError(f"unknown name `{name}`; a field begins with a point: {', '.join(f'.{field}' for field in FIELDS)}")
        self._need("(")
        values = [*given, *self._items(")")]
        if name in FUNCTIONS:
            if len(values) != FUNCTIONS[name].__code__.co_argcount:
                raise LintNewsError(f"`{name}` takes {FUNCTIONS[name].__code__.co_argcount} values")
            return lambda env: FUNCTIONS[name](*(value(env) for value in values))
        if len(values) != 2:
            raise LintNewsError(f"`{name}` takes a list and a condition")
        return _quantified(name, *values)


def _constant(value: object) -> Value:
    return lambda env: value


def _chosen(condition: Value, then: Value, otherwise: Value) -> Value:
    return lambda env: then(env) if truth(condition(env)) else otherwise(env)


def _joined(sign: str, left: Value, right: Value) -> Value:
    if sign in ("and", "&&"):
        return lambda env: truth(left(env)) and truth(right(env))
    if sign in ("or", "||"):
        return lambda env: truth(left(env)) or truth(right(env))
    if sign == "??":
        return lambda env: right(env) if (value := left(env)) is None else value
    if sign == "matches":
        return lambda env: _matches(left(env), right(env))
    return lambda env: BINARY[sign](left(env), right(env))


def _matches(text: object, pattern: object) -> bool:
    if not isinstance(text, str) or not isinstance(pattern, str):
        return False
    return patterns.search(patterns.compile(pattern), text) is not None


def _member(of: Value, key: Value, *, optional: bool) -> Value:
    def taken(env: Env) -> Any:
        value, wanted = of(env), key(env)
        if isinstance(value, Mapping):
            return value.get(wanted)
        if isinstance(value, list | str) and isinstance(wanted, int) and -len(value) <= wanted < len(value):
            return value[wanted]
        if value is None and optional:
            return None
        raise ConditionError(f"cannot fetch {wanted} from {'nothing' if value is None else value}")

    return taken


def _quantified(name: str, items: Value, condition: Value) -> Value:
    def held(env: Env) -> bool:
        each = items(env)
        if not isinstance(each, list):
            raise ConditionError(f"`{name}` needs a list")
        found = (truth(condition({**env, "#": item})) for item in each)
        return all(found) if name == "all" else any(found) is (name == "any")

    return held


def _unknown(name: str) -> Any:
    raise ConditionError(f"`{name}` stands outside of any, all and none")
