"""A function of a script in, the Python function that makes it at run time, with the variables from around it, out."""

from __future__ import annotations

from lintnews.tengo import tree
from lintnews.tengo.calls import Code, Frame, Run
from lintnews.tengo.values import Cell, Function


def function(node: tree.FunctionOf, body: Run) -> Run:
    """The function that makes a function with this body."""
    scopes = node.scopes
    assert scopes
    cells = [variable.index for variable in node.variables if variable.captured]
    code = Code(len(node.parameters), scopes.size, cells, variadic=node.variadic)
    code.body = body
    free = [(at, _place(variable, scopes.outer)) for variable, at in scopes.free]

    def make(g: Frame, f: Frame) -> Function:
        g[0].made(100)
        return Function(code, [(at, _cell(f, place)) for at, place in free])

    return make


def _place(variable: tree.Variable, around: tree.Scopes | None) -> int:
    """Where the function around this one keeps a variable that this one uses."""
    if around is None or variable.owner is around:
        return variable.index
    return next(at for known, at in around.free if known is variable)


def _cell(frame: Frame, place: int) -> Cell:
    """The cell of a variable; one is made where the variable has no value yet."""
    if type(frame[place]) is not Cell:
        frame[place] = Cell()
    made: Cell = frame[place]
    return made
