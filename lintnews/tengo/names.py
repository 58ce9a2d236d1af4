"""The statements of a script in; every name in them knows its variable when they come out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any

from lintnews.model import did_you_mean
from lintnews.tengo import tree
from lintnews.tengo.faults import ScriptError


def resolve(block: tree.Block, given: Sequence[str], built_in: Collection[str]) -> dict[str, int]:
    """Give every name its variable; out comes the place of each variable of the script itself, and under "" how many there are.

    Raises ScriptError for a name that is not known.
    """
    resolver = _Resolver(built_in)
    for name in given:
        resolver.declare(name, 0)
    for statement in block.statements:
        resolver.visit(statement)
    return {"": resolver.globals, **{name: variable.index for name, variable in resolver.scope.names.items()}}


class _Scope:
    """The names of one block."""

    def __init__(self, outer: _Scope | None, function: tree.Scopes | None) -> None:
        self.outer, self.function = outer, function
        self.names: dict[str, tree.Variable] = {}


class _Resolver:
    def __init__(self, built_in: Collection[str]) -> None:
        self.scope = _Scope(None, None)
        self.globals = 1
        self._built_in = built_in

    def visit(self, node: Any) -> None:
        """Resolve the names in a node and what is in it."""
        handle = _HANDLERS.get(type(node))
        if handle:
            handle(self, node)
            return
        for part in vars(node).values() if node is not None else ():
            for child in part if isinstance(part, list) else [part]:
                if isinstance(child, tree.Node):
                    self.visit(child)

    def declare(self, name: str, line: int) -> tree.Variable:
        """A new variable of the block."""
        if name in self.scope.names:
            raise ScriptError(f"`{name}` is declared twice in one block; write `=` to change it", line)
        function = self.scope.function
        if function is None:
            index, self.globals = self.globals, self.globals + 1
        else:
            index, function.size = function.size, function.size + 1
        made = self.scope.names[name] = tree.Variable(name, function, index)
        return made

    def find(self, name: str) -> tree.Variable | None:
        """The variable of this name that is seen from here."""
        scope: _Scope | None = self.scope
        while scope:
            if name in scope.names:
                return scope.names[name]
            scope = scope.outer
        return None

    def name(self, node: tree.Name) -> None:
        variable = self.find(node.name)
        if variable is None and node.name not in self._built_in:
            raise ScriptError(f"`{node.name}` is not known here{did_you_mean(node.name, self._seen())}", node.line)
        self._bind(node, variable)

    def _bind(self, node: tree.Name, variable: tree.Variable | None) -> None:
        node.variable = variable
        if variable:
            node.at = _place(variable, self.scope.function)

    def _seen(self) -> set[str]:
        names = set(self._built_in)
        scope: _Scope | None = self.scope
        while scope:
            names |= scope.names.keys()
            scope = scope.outer
        return names

    def block(self, node: tree.Block) -> None:
        self._inside(self.scope.function, *node.statements)

    def _inside(self, function: tree.Scopes | None, *nodes: tree.Node | None) -> None:
        """Resolve nodes in a scope of their own."""
        self.scope = _Scope(self.scope, function)
        for node in nodes:
            self.visit(node)
        outer = self.scope.outer
        assert outer
        self.scope = outer

    def function(self, node: tree.FunctionOf) -> None:
        outer = self.scope
        node.scopes = tree.Scopes(outer.function)
        self.scope = _Scope(outer, node.scopes)
        node.variables = [self.declare(name, node.line) for name in node.parameters]
        self.visit(node.body)
        self.scope = outer

    def assign(self, node: tree.Assign) -> None:
        target = node.target
        if node.sign == ":=":
            if not isinstance(target, tree.Name):
                raise ScriptError("`:=` needs the name of a variable before it", node.line)
            later = not isinstance(node.value, tree.FunctionOf)
            if later:
                self.visit(node.value)
            self._bind(target, self.declare(target.name, node.line))
            if not later:
                self.visit(node.value)
            return
        inner = target
        while isinstance(inner, tree.Index):
            inner = inner.whole
        if not isinstance(inner, tree.Name):
            raise ScriptError(f"a value can only be given to a variable, or to an item of one, with `{node.sign}`", node.line)
        self.visit(target)
        if inner.variable is None:
            raise ScriptError(f"`{inner.name}` is built in and cannot be changed", node.line)
        self.visit(node.value)

    def map(self, node: tree.MapOf) -> None:
        for _, value in node.entries:
            self.visit(value)

    def conditional(self, node: tree.If) -> None:
        self._inside(self.scope.function, node.before, node.condition, node.yes, node.no)

    def loop(self, node: tree.For) -> None:
        self._inside(self.scope.function, node.before, node.condition, node.after, node.body)

    def loop_in(self, node: tree.ForIn) -> None:
        self.visit(node.whole)
        outer = self.scope
        self.scope = _Scope(outer, outer.function)
        for name in filter(None, (node.key, node.value)):
            self._bind(name, self.declare(name.name, name.line))
        self.visit(node.body)
        self.scope = outer


def _place(variable: tree.Variable, function: tree.Scopes | None) -> int:
    """Where a variable is kept in a function; one from around it gets a place there."""
    if variable.owner is None or variable.owner is function or function is None:
        return variable.index
    for known, at in function.free:
        if known is variable:
            return at
    variable.captured = True
    _place(variable, function.outer)
    function.free.append((variable, function.size))
    function.size += 1
    return function.size - 1


_HANDLERS: dict[type, Callable[[_Resolver, Any], None]] = {
    tree.Name: _Resolver.name,
    tree.Block: _Resolver.block,
    tree.FunctionOf: _Resolver.function,
    tree.Assign: _Resolver.assign,
    tree.MapOf: _Resolver.map,
    tree.If: _Resolver.conditional,
    tree.For: _Resolver.loop,
    tree.ForIn: _Resolver.loop_in,
}
