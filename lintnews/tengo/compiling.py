"""An expression in, a Python function that works it out, `(globals, locals) -> value`, out.

The first of the globals is the run's meter. What stands in a function is compiled by `functions`, statements by `statements`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from lintnews import go_patterns
from lintnews.model import LintNewsError
from lintnews.tengo import access, tree
from lintnews.tengo.calls import Frame, Run, call
from lintnews.tengo.convert import equal
from lintnews.tengo.faults import ScriptError
from lintnews.tengo.found import PATTERNS
from lintnews.tengo.functions import function
from lintnews.tengo.operators import binary, complement, negative, positive
from lintnews.tengo.values import Array, Error, Map, Native, Value, truthy

Modules = Mapping[str, Mapping[str, Value]]
_UNARY: dict[str, Callable[[Value], Value]] = {"-": negative, "^": complement, "+": positive, "!": lambda value: not truthy(value)}
_SMALL = 1 << 62


class Compiler:
    """Compiles expressions; `modules` may be imported, `built_in` are the functions without one, `body` compiles a function's."""

    def __init__(self, modules: Modules, built_in: Mapping[str, Native], body: Callable[[Compiler, tree.Block], Run]) -> None:
        self.modules, self.built_in, self._body = modules, built_in, body

    def expression(self, node: tree.Node) -> Run:
        """The function that works an expression out."""
        handle = _HANDLERS[type(node)]
        return handle(self, node)

    def literal(self, node: tree.Literal) -> Run:
        value = node.value
        return lambda g, f: value

    def name(self, node: tree.Name) -> Run:
        variable, at = node.variable, node.at
        if variable is None:
            built_in = self.built_in[node.name]
            return lambda g, f: built_in
        if variable.owner is None:
            return lambda g, f: g[at]
        if variable.captured:
            return lambda g, f: f[at].value
        return lambda g, f: f[at]

    def unary(self, node: tree.Unary) -> Run:
        operand, reckon = self.expression(node.operand), _UNARY[node.sign]
        return lambda g, f: reckon(operand(g, f))

    def binary(self, node: tree.Binary) -> Run:
        first, second, sign = self.expression(node.first), self.expression(node.second), node.sign
        if sign in _QUICK:
            return _QUICK[sign](first, second)
        return lambda g, f: binary(sign, first(g, f), second(g, f), g[0])

    def choice(self, node: tree.Choice) -> Run:
        condition, yes, no = self.expression(node.condition), self.expression(node.yes), self.expression(node.no)
        return lambda g, f: yes(g, f) if truthy(condition(g, f)) else no(g, f)

    def index(self, node: tree.Index) -> Run:
        whole, key = self.expression(node.whole), self.expression(node.key)
        if isinstance(node.key, tree.Literal) and isinstance(name := node.key.value, str):
            return _attribute(whole, name)
        return lambda g, f: access.item(whole(g, f), key(g, f), g[0])

    def slice(self, node: tree.Slice) -> Run:
        whole = self.expression(node.whole)
        low = self.expression(node.low) if node.low else _nothing
        high = self.expression(node.high) if node.high else _nothing
        return lambda g, f: access.part(whole(g, f), low(g, f), high(g, f), g[0])

    def call(self, node: tree.Call) -> Run:
        _check_pattern(node)
        return call(self.expression(node.function), [self.expression(a) for a in node.arguments], spread=node.spread)

    def array(self, node: tree.ArrayOf) -> Run:
        items = [self.expression(item) for item in node.items]

        def make(g: Frame, f: Frame) -> Array:
            g[0].made(56 + 8 * len(items))
            return Array([item(g, f) for item in items])

        return make

    def map(self, node: tree.MapOf) -> Run:
        entries = [(key, self.expression(value)) for key, value in node.entries]

        def make(g: Frame, f: Frame) -> Map:
            g[0].made(64 + 100 * len(entries))
            return Map({key: value(g, f) for key, value in entries})

        return make

    def made(self, node: tree.Made) -> Run:
        operand = self.expression(node.operand)
        if node.word == "error":
            return lambda g, f: Error(operand(g, f))
        return lambda g, f: access.fixed(operand(g, f))

    def module(self, node: tree.Import) -> Run:
        if node.module not in self.modules:
            known = ", ".join(self.modules)
            raise ScriptError(f"the module `{node.module}` cannot be imported; a rule's script has {known}", node.line)
        made = Map(dict(self.modules[node.module]), fixed=True)
        return lambda g, f: made

    def function(self, node: tree.FunctionOf) -> Run:
        return function(node, self._body(self, node.body))


def _check_pattern(node: tree.Call) -> None:
    """Raise ScriptError for a call like `text.re_match("…", x)` whose pattern cannot be used."""
    key = node.function.key if isinstance(node.function, tree.Index) else None
    pattern = node.arguments[0] if node.arguments else None
    if isinstance(key, tree.Literal) and key.value in PATTERNS and isinstance(pattern, tree.Literal) and isinstance(pattern.value, str):
        try:
            go_patterns.compile(pattern.value)
        except LintNewsError as error:
            raise ScriptError(str(error), pattern.line) from None


def _nothing(g: Frame, f: Frame) -> Value:
    return None


def _attribute(whole: Run, name: str) -> Run:
    def get(g: Frame, f: Frame) -> Value:
        value = whole(g, f)
        return value.entries.get(name) if type(value) is Map else access.item(value, name, g[0])

    return get


def _plus(first: Run, second: Run) -> Run:
    def add(g: Frame, f: Frame) -> Value:
        a, b = first(g, f), second(g, f)
        if type(a) is int and type(b) is int and -_SMALL < a < _SMALL and -_SMALL < b < _SMALL:
            return a + b
        return binary("+", a, b, g[0])

    return add


def _minus(first: Run, second: Run) -> Run:
    def subtract(g: Frame, f: Frame) -> Value:
        a, b = first(g, f), second(g, f)
        if type(a) is int and type(b) is int and -_SMALL < a < _SMALL and -_SMALL < b < _SMALL:
            return a - b
        return binary("-", a, b, g[0])

    return subtract


def _less(first: Run, second: Run) -> Run:
    def compare(g: Frame, f: Frame) -> Value:
        a, b = first(g, f), second(g, f)
        return a < b if type(a) is int and type(b) is int else binary("<", a, b, g[0])

    return compare


def _more(first: Run, second: Run) -> Run:
    def compare(g: Frame, f: Frame) -> Value:
        a, b = first(g, f), second(g, f)
        return a > b if type(a) is int and type(b) is int else binary(">", a, b, g[0])

    return compare


def _and(first: Run, second: Run) -> Run:
    def both(g: Frame, f: Frame) -> Value:
        value = first(g, f)
        return second(g, f) if truthy(value) else value

    return both


def _or(first: Run, second: Run) -> Run:
    def either(g: Frame, f: Frame) -> Value:
        value = first(g, f)
        return value if truthy(value) else second(g, f)

    return either


def _equal(first: Run, second: Run) -> Run:
    def compare(g: Frame, f: Frame) -> Value:
        a, b = first(g, f), second(g, f)
        kind = type(a)
        return a == b if kind is type(b) and (kind is int or kind is str) else equal(a, b, g[0])

    return compare


def _not(truth: Run) -> Run:
    return lambda g, f: not truth(g, f)


_QUICK: dict[str, Callable[[Run, Run], Run]] = {
    "+": _plus,
    "-": _minus,
    "<": _less,
    ">": _more,
    "&&": _and,
    "||": _or,
    "==": _equal,
    "!=": lambda first, second: _not(_equal(first, second)),
}

_HANDLERS: dict[type, Callable[[Compiler, Any], Run]] = {
    tree.Literal: Compiler.literal,
    tree.Name: Compiler.name,
    tree.Unary: Compiler.unary,
    tree.Binary: Compiler.binary,
    tree.Choice: Compiler.choice,
    tree.Index: Compiler.index,
    tree.Slice: Compiler.slice,
    tree.Call: Compiler.call,
    tree.ArrayOf: Compiler.array,
    tree.MapOf: Compiler.map,
    tree.Made: Compiler.made,
    tree.Import: Compiler.module,
    tree.FunctionOf: Compiler.function,
}
