"""What a script reckons with: texts, numbers, truths and nothing are Python's; characters, arrays, maps, errors, functions are here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

#: `undefined` is None; a text is a str in which a byte that is no UTF-8 is a lone surrogate, as `surrogateescape` has it.
Value = Any


class Char(int):
    """A character: a code point that is no number."""

    __slots__ = ()


class Array:
    """A list of values. What is appended to is not copied until somebody looks at the shorter one again."""

    __slots__ = ("_items", "_shared", "_size", "fixed")

    def __init__(self, items: Iterable[Value] = (), *, fixed: bool = False) -> None:
        self._items = items if type(items) is list else list(items)
        self._size = len(self._items)
        self._shared = False
        self.fixed = fixed

    def __len__(self) -> int:
        return self._size

    @property
    def items(self) -> list[Value]:
        """The values, to read."""
        if len(self._items) != self._size:
            self._items, self._shared = self._items[: self._size], False
        return self._items

    @property
    def writable(self) -> list[Value]:
        """The values, to write."""
        if self._shared:
            self._items, self._shared = self._items[: self._size], False
        return self._items

    def appended(self, values: list[Value]) -> Array:
        """A new array with these values behind."""
        items = self.items
        made = Array()
        items.extend(values)
        made._items, made._size = items, len(items)
        made._shared = self._shared = True
        return made

    def replace(self, items: list[Value]) -> None:
        """Hold these values instead."""
        self._items, self._size, self._shared = items, len(items), False


class Map:
    """Values by text."""

    __slots__ = ("entries", "fixed")

    def __init__(self, entries: dict[str, Value] | None = None, *, fixed: bool = False) -> None:
        self.entries = entries if entries is not None else {}
        self.fixed = fixed

    def __len__(self) -> int:
        return len(self.entries)


class Bytes:
    """A run of bytes."""

    __slots__ = ("data",)

    def __init__(self, data: bytes) -> None:
        self.data = data

    def __len__(self) -> int:
        return len(self.data)


class Error:
    """An error with a value; it counts as false."""

    __slots__ = ("value",)

    def __init__(self, value: Value) -> None:
        self.value = value


class Cell:
    """A variable that a function inside its own function uses too."""

    __slots__ = ("value",)

    def __init__(self, value: Value = None) -> None:
        self.value = value


class Native:
    """A function that is not written in the script: `call(meter, arguments)`."""

    __slots__ = ("call", "name")

    def __init__(self, name: str, call: Callable[[Any, list[Value]], Value]) -> None:
        self.name = name
        self.call = call


class Function:
    """A function of the script, with the variables from around it that it uses."""

    __slots__ = ("cells", "code")

    def __init__(self, code: Any, cells: list[tuple[int, Cell]]) -> None:
        self.code = code
        self.cells = cells


_NAMES: dict[type, str] = {
    type(None): "undefined", bool: "bool", int: "int", float: "float", str: "string", Char: "char", Bytes: "bytes", Error: "error",
    Function: "compiled-function",
}  # fmt: skip


def type_name(value: Value) -> str:
    """The name of a value's type in the language."""
    kind = type(value)
    if kind is Array:
        return "immutable-array" if value.fixed else "array"
    if kind is Map:
        return "immutable-map" if value.fixed else "map"
    if kind is Native:
        return f"{'user' if '.' in value.name else 'builtin'}-function:{value.name.rsplit('.', 1)[-1]}"
    return _NAMES[kind]


def truthy(value: Value) -> bool:
    """Whether a value counts as true: any number but 0, what is not empty; not-a-number, errors and nothing do not."""
    kind = type(value)
    if kind is bool:
        return bool(value)
    if kind is float:
        return bool(value == value)
    if kind is Error or value is None:
        return False
    if kind is Function or kind is Native:
        return True
    return bool(value)
