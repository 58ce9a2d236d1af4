"""A statement in, a Python function that does it out.

Such a function gives None, or what ends more than itself: BREAK, CONTINUE, or what is returned, in a tuple or as a Tail.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from lintnews.tengo import access, tree
from lintnews.tengo.calls import Frame, Run, tail
from lintnews.tengo.compiling import Compiler
from lintnews.tengo.faults import TOO_DEEP, ScriptError
from lintnews.tengo.meter import Meter
from lintnews.tengo.values import Array, Bytes, Cell, Map, Value, truthy, type_name

BREAK, CONTINUE = "break", "continue"


class Statements:
    """Compiles statements; `inside` says whether they stand in a function."""

    def __init__(self, compiler: Compiler, *, inside: bool) -> None:
        self._compiler, self._inside, self._loops = compiler, inside, 0

    def block(self, node: tree.Block) -> Run:
        """The function that does one statement after another; a fault learns the line of its statement here."""
        done = [(self._statement(statement), statement.line) for statement in node.statements]

        def run(g: Frame, f: Frame) -> Value:
            line = 0
            try:
                for do, line in done:  # noqa: B007
                    if (ended := do(g, f)) is not None:
                        return ended
            except ScriptError as fault:
                fault.line = fault.line or line
                raise
            except RecursionError:
                raise ScriptError(TOO_DEEP, line) from None
            return None

        return run

    def _statement(self, node: tree.Node) -> Run:
        return _HANDLERS[type(node)](self, node)

    def run(self, node: tree.Run) -> Run:
        work_out = self._compiler.expression(node.expression)

        def run(g: Frame, f: Frame) -> None:
            work_out(g, f)

        return run

    def assign(self, node: tree.Assign) -> Run:
        short = node.sign not in ("=", ":=")
        value = self._compiler.expression(tree.Binary(node.line, node.sign[:-1], node.target, node.value) if short else node.value)
        if isinstance(node.target, tree.Name):
            return self._store(node.target, value, node)
        assert isinstance(node.target, tree.Index)
        whole, key = self._compiler.expression(node.target.whole), self._compiler.expression(node.target.key)

        def put(g: Frame, f: Frame) -> None:
            made = value(g, f)
            access.put(whole(g, f), key(g, f), made, g[0])

        return put

    def _store(self, target: tree.Name, value: Run, node: tree.Assign) -> Run:
        variable, at = target.variable, target.at
        assert variable

        def into_globals(g: Frame, f: Frame) -> None:
            g[at] = value(g, f)

        def into_frame(g: Frame, f: Frame) -> None:
            f[at] = value(g, f)

        def into_cell(g: Frame, f: Frame) -> None:
            f[at].value = value(g, f)

        def into_new_cell(g: Frame, f: Frame) -> None:
            f[at] = Cell(value(g, f))

        def into_own_cell(g: Frame, f: Frame) -> None:
            cell = f[at] = Cell()
            cell.value = value(g, f)

        if variable.owner is None:
            return into_globals
        if not variable.captured:
            return into_frame
        if node.sign != ":=":
            return into_cell
        return into_own_cell if isinstance(node.value, tree.FunctionOf) else into_new_cell

    def conditional(self, node: tree.If) -> Run:
        before = self._statement(node.before) if node.before else _nothing
        condition, yes = self._compiler.expression(node.condition), self.block(node.yes)
        no = self._statement(node.no) if node.no else _nothing

        def run(g: Frame, f: Frame) -> Value:
            before(g, f)
            return yes(g, f) if truthy(condition(g, f)) else no(g, f)

        return run

    def loop(self, node: tree.For) -> Run:
        before = self._statement(node.before) if node.before else _nothing
        condition = self._compiler.expression(node.condition) if node.condition else _always
        after = self._statement(node.after) if node.after else _nothing
        body = self._body(node.body)

        def run(g: Frame, f: Frame) -> Value:
            before(g, f)
            while truthy(condition(g, f)):
                g[0].tick()
                if (ended := body(g, f)) is not None and ended is not CONTINUE:
                    return None if ended is BREAK else ended
                after(g, f)
            return None

        return run

    def loop_in(self, node: tree.ForIn) -> Run:
        whole, body = self._compiler.expression(node.whole), self._body(node.body)
        set_key, set_value = _setter(node.key), _setter(node.value)

        def run(g: Frame, f: Frame) -> Value:
            for key, value in _pairs(whole(g, f), g[0]):
                g[0].tick()
                set_key(g, f, key)
                set_value(g, f, value)
                if (ended := body(g, f)) is not None and ended is not CONTINUE:
                    return None if ended is BREAK else ended
            return None

        return run

    def _body(self, node: tree.Block) -> Run:
        self._loops += 1
        made = self.block(node)
        self._loops -= 1
        return made

    def jump(self, node: tree.Jump) -> Run:
        if not self._loops:
            raise ScriptError(f"`{node.word}` outside a loop", node.line)
        word = BREAK if node.word == BREAK else CONTINUE
        return lambda g, f: word

    def returned(self, node: tree.Return) -> Run:
        if not self._inside:
            raise ScriptError("`return` outside a function", node.line)
        if node.value is None:
            return lambda g, f: (None,)
        if isinstance(node.value, tree.Call):
            arguments = [self._compiler.expression(argument) for argument in node.value.arguments]
            return tail(self._compiler.expression(node.value.function), arguments, spread=node.value.spread)
        value = self._compiler.expression(node.value)
        return lambda g, f: (value(g, f),)


def _nothing(g: Frame, f: Frame) -> Value:
    return None


def _always(g: Frame, f: Frame) -> bool:
    return True


def _setter(name: tree.Name | None) -> Callable[[Frame, Frame, Value], None]:
    """What gives the variable of a loop its next value."""
    if name is None:
        return lambda g, f, value: None
    variable, at = name.variable, name.at
    assert variable

    def into_globals(g: Frame, f: Frame, value: Value) -> None:
        g[at] = value

    def into_frame(g: Frame, f: Frame, value: Value) -> None:
        f[at] = value

    def into_cell(g: Frame, f: Frame, value: Value) -> None:
        f[at] = Cell(value)

    return into_globals if variable.owner is None else into_cell if variable.captured else into_frame


def _pairs(whole: Value, meter: Meter) -> Iterator[tuple[Value, Value]]:
    """The keys and values of what can be gone through, as it is when the loop begins."""
    kind = type(whole)
    if kind is Array:
        return enumerate(islice(whole.items, len(whole)))
    if kind is Map:
        return ((key, whole.entries.get(key)) for key in list(whole.entries))
    if kind is str:
        return enumerate(map(access.char, whole))
    if kind is Bytes:
        return enumerate(whole.data)
    if whole is None:
        return iter(())
    raise ScriptError(f"not iterable: {type_name(whole)}")


_HANDLERS: dict[type, Callable[[Statements, Any], Run]] = {
    tree.Run: Statements.run,
    tree.Assign: Statements.assign,
    tree.Block: Statements.block,
    tree.If: Statements.conditional,
    tree.For: Statements.loop,
    tree.ForIn: Statements.loop_in,
    tree.Jump: Statements.jump,
    tree.Return: Statements.returned,
}
