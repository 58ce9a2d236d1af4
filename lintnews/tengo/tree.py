"""What a script is made of: expressions and statements, each with the line it stands in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(eq=False)
class Node:
    """Anything that stands in a line."""

    line: int


@dataclass(eq=False)
class Variable:
    """A variable: its place among those of its function (`owner`; None for the script's own)."""

    name: str
    owner: Scopes | None
    index: int
    captured: bool = False


@dataclass(eq=False)
class Scopes:
    """The variables of a function: how many places it needs, and which of those around it it uses, each with its own place."""

    outer: Scopes | None
    size: int = 0
    free: list[tuple[Variable, int]] = field(default_factory=list)


@dataclass(eq=False)
class Literal(Node):
    """A text, number, character, truth or `undefined`."""

    value: Any


@dataclass(eq=False)
class Name(Node):
    """The name of a variable or of a built-in function."""

    name: str
    variable: Variable | None = None
    #: Where the variable is in the function that uses it here.
    at: int = 0


@dataclass(eq=False)
class Unary(Node):
    """An operator before an expression."""

    sign: str
    operand: Node


@dataclass(eq=False)
class Binary(Node):
    """An operator between two expressions."""

    sign: str
    first: Node
    second: Node


@dataclass(eq=False)
class Choice(Node):
    """`condition ? yes : no`."""

    condition: Node
    yes: Node
    no: Node


@dataclass(eq=False)
class Index(Node):
    """`whole[key]`, and `whole.key`."""

    whole: Node
    key: Node


@dataclass(eq=False)
class Slice(Node):
    """`whole[low:high]`."""

    whole: Node
    low: Node | None
    high: Node | None


@dataclass(eq=False)
class Call(Node):
    """`function(arguments)`; `spread` where the last of them is followed by `...`."""

    function: Node
    arguments: list[Node]
    spread: bool


@dataclass(eq=False)
class ArrayOf(Node):
    """`[a, b]`."""

    items: list[Node]


@dataclass(eq=False)
class MapOf(Node):
    """`{a: b}`."""

    entries: list[tuple[str, Node]]


@dataclass(eq=False)
class FunctionOf(Node):
    """`func(a, ...b) {}`."""

    parameters: list[str]
    variadic: bool
    body: Block
    scopes: Scopes | None = None
    variables: list[Variable] = field(default_factory=list)


@dataclass(eq=False)
class Made(Node):
    """`error(x)` and `immutable(x)`."""

    word: str
    operand: Node


@dataclass(eq=False)
class Import(Node):
    """`import("text")`."""

    module: str


@dataclass(eq=False)
class Block(Node):
    """Statements one after another."""

    statements: list[Node]


@dataclass(eq=False)
class Run(Node):
    """An expression as a statement."""

    expression: Node


@dataclass(eq=False)
class Assign(Node):
    """`target = value`, `target := value`, `target += value`."""

    target: Node
    sign: str
    value: Node


@dataclass(eq=False)
class If(Node):
    """`if before; condition {} else {}`."""

    before: Node | None
    condition: Node
    yes: Block
    no: Node | None


@dataclass(eq=False)
class For(Node):
    """`for before; condition; after {}`."""

    before: Node | None
    condition: Node | None
    after: Node | None
    body: Block


@dataclass(eq=False)
class ForIn(Node):
    """`for key, value in whole {}`."""

    key: Name | None
    value: Name | None
    whole: Node
    body: Block


@dataclass(eq=False)
class Jump(Node):
    """`break` and `continue`."""

    word: str


@dataclass(eq=False)
class Return(Node):
    """`return value`."""

    value: Node | None
