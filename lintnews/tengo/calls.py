"""A function and its arguments in, the call of it out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from lintnews.tengo.faults import ScriptError
from lintnews.tengo.values import Array, Cell, Function, Native, Value, type_name

Frame = list[Any]
Run = Callable[[Frame, Frame], Value]


class Code:
    """A function of the script, compiled: what it takes, how many places it needs, which parameters live in cells."""

    __slots__ = ("body", "cells", "parameters", "size", "variadic")

    def __init__(self, parameters: int, size: int, cells: Sequence[int], *, variadic: bool) -> None:
        self.parameters, self.size, self.cells, self.variadic = parameters, size, cells, variadic
        self.body: Run = _nothing


class Tail:
    """A call that is all that is left to do in a function: made when the function is done, so that it takes no room."""

    __slots__ = ("arguments", "function")

    def __init__(self, function: Function, arguments: list[Value]) -> None:
        self.function, self.arguments = function, arguments


def _nothing(g: Frame, f: Frame) -> Value:
    return None


def call(function: Run, arguments: Sequence[Run], *, spread: bool) -> Run:
    """The call of a function."""

    def run(g: Frame, f: Frame) -> Value:
        called = function(g, f)
        given = [argument(g, f) for argument in arguments]
        if spread:
            given = spread_out(given)
        return invoke(called, given, g)

    return run


def tail(function: Run, arguments: Sequence[Run], *, spread: bool) -> Run:
    """The call of a function whose value is returned."""

    def run(g: Frame, f: Frame) -> Value:
        called = function(g, f)
        given = [argument(g, f) for argument in arguments]
        if spread:
            given = spread_out(given)
        return Tail(called, given) if type(called) is Function else (invoke(called, given, g),)

    return run


def spread_out(given: list[Value]) -> list[Value]:
    """Arguments the last of which is an array, with its items in its place."""
    if type(given[-1]) is not Array:
        raise ScriptError(f"not an array: {type_name(given[-1])}")
    return [*given[:-1], *given[-1].items]


def invoke(called: Value, given: list[Value], g: Frame) -> Value:
    """Call a function; raises ScriptError where the value is none, or takes other arguments."""
    if type(called) is Native:
        return called.call(g[0], given)
    if type(called) is not Function:
        raise ScriptError(f"not callable: {type_name(called)}")
    frames = g[0].frames
    while True:
        frame = _frame(called, given)
        g[0].tick()
        frames.append(frame)
        done = called.code.body(g, frame)
        frames.pop()
        if type(done) is not Tail:
            return done[0] if done else None
        called, given = done.function, done.arguments


def _frame(called: Function, given: list[Value]) -> Frame:
    """The places of a function's variables: its arguments, then the cells from around it, where it expects them."""
    code = called.code
    wanted = code.parameters
    if code.variadic and len(given) >= wanted - 1:
        given = [*given[: wanted - 1], Array(given[wanted - 1 :])]
    if len(given) != wanted:
        more = f">={wanted - 1}" if code.variadic else f"={wanted}"
        raise ScriptError(f"wrong number of arguments: want{more}, got={len(given)}")
    frame = given + [None] * (code.size - wanted)
    for at in code.cells:
        frame[at] = Cell(frame[at])
    for at, cell in called.cells:
        frame[at] = cell
    return frame
