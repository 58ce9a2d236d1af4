"""Tokens in, an expression out."""

from __future__ import annotations

from collections.abc import Callable

from lintnews.tengo import tree
from lintnews.tengo.reader import Reader

_RANKS = {
    "||": 1, "&&": 2, "==": 3, "!=": 3, "<": 3, "<=": 3, ">": 3, ">=": 3, "+": 4, "-": 4, "|": 4, "^": 4,
    "*": 5, "/": 5, "%": 5, "<<": 5, ">>": 5, "&": 5, "&^": 5,
}  # fmt: skip
_WORDS = {"true": True, "false": False, "undefined": None}


class Expressions:
    """Reads expressions; `block` reads the body of a function."""

    def __init__(self, reader: Reader, block: Callable[[], tree.Block]) -> None:
        self._reader = reader
        self._block = block

    def expression(self) -> tree.Node:
        """The expression that stands here."""
        with self._reader.deeper():
            made = self._binary(1)
            line = self._reader.now.line
            if not self._reader.accept("?"):
                return made
            yes = self.expression()
            self._reader.expect(":")
            return tree.Choice(line, made, yes, self.expression())

    def _binary(self, least: int) -> tree.Node:
        made = self._unary()
        while (rank := _RANKS.get(self._reader.sort, 0)) >= least:
            sign = self._reader.next()
            made = tree.Binary(sign.line, sign.sort, made, self._binary(rank + 1))
        return made

    def _unary(self) -> tree.Node:
        if self._reader.sort not in ("+", "-", "!", "^"):
            return self._primary()
        sign = self._reader.next()
        with self._reader.deeper():
            return tree.Unary(sign.line, sign.sort, self._unary())

    def _primary(self) -> tree.Node:
        made = self._operand()
        while True:
            line = self._reader.now.line
            if self._reader.accept("."):
                made = tree.Index(line, made, tree.Literal(line, self._reader.expect("name", "a name after the full stop").value))
            elif self._reader.accept("["):
                made = self._index(made, line)
            elif self._reader.accept("("):
                made = self._call(made, line)
            else:
                return made

    def _index(self, whole: tree.Node, line: int) -> tree.Node:
        low = self.expression() if self._reader.sort != ":" else None
        if not self._reader.accept(":"):
            self._reader.expect("]")
            return tree.Index(line, whole, low or tree.Literal(line, None))
        high = self.expression() if self._reader.sort != "]" else None
        self._reader.expect("]")
        return tree.Slice(line, whole, low, high)

    def _call(self, function: tree.Node, line: int) -> tree.Node:
        arguments: list[tree.Node] = []
        spread = False
        while self._reader.sort != ")" and not spread:
            arguments.append(self.expression())
            spread = self._reader.accept("...")
            if not self._reader.more(")", "another argument"):
                break
        self._reader.expect(")")
        return tree.Call(line, function, arguments, spread)

    def _operand(self) -> tree.Node:
        token = self._reader.now
        if token.sort in _OPERANDS:
            self._reader.next()
            return _OPERANDS[token.sort](self, token.line)
        if token.sort == "name":
            return tree.Name(token.line, str(self._reader.next().value))
        if token.sort == "literal":
            return tree.Literal(token.line, self._reader.next().value)
        if token.sort in _WORDS:
            return tree.Literal(token.line, _WORDS[self._reader.next().sort])
        raise self._reader.fault("expected an expression")

    def _group(self, line: int) -> tree.Node:
        made = self.expression()
        self._reader.expect(")")
        return made

    def _array(self, line: int) -> tree.Node:
        items: list[tree.Node] = []
        while self._reader.sort != "]":
            items.append(self.expression())
            if not self._reader.more("]", "another item"):
                break
        self._reader.expect("]")
        return tree.ArrayOf(line, items)

    def _map(self, line: int) -> tree.Node:
        entries: list[tuple[str, tree.Node]] = []
        while self._reader.sort != "}":
            key = self._reader.next() if isinstance(self._reader.now.value, str) and self._reader.sort in ("name", "literal") else None
            if key is None:
                raise self._reader.fault("expected a key")
            self._reader.expect(":")
            entries.append((str(key.value), self.expression()))
            if not self._reader.more("}", "another key"):
                break
        self._reader.expect("}")
        return tree.MapOf(line, entries)

    def _function(self, line: int) -> tree.Node:
        self._reader.expect("(")
        parameters: list[str] = []
        variadic = False
        while self._reader.sort != ")" and not variadic:
            variadic = self._reader.accept("...")
            parameters.append(str(self._reader.expect("name", "the name of a parameter").value))
            if not self._reader.accept(","):
                break
        self._reader.expect(")")
        with self._reader.deeper():
            return tree.FunctionOf(line, parameters, variadic, self._block())

    def _import(self, line: int) -> tree.Node:
        self._reader.expect("(")
        if not isinstance(self._reader.now.value, str) or self._reader.sort != "literal":
            raise self._reader.fault("expected the name of a module in quotation marks")
        module = str(self._reader.next().value)
        self._reader.expect(")")
        return tree.Import(line, module)

    def _made(self, word: str, line: int) -> tree.Node:
        self._reader.expect("(")
        made = tree.Made(line, word, self.expression())
        self._reader.expect(")")
        return made


_OPERANDS: dict[str, Callable[[Expressions, int], tree.Node]] = {
    "(": Expressions._group,
    "[": Expressions._array,
    "{": Expressions._map,
    "func": Expressions._function,
    "import": Expressions._import,
    "error": lambda self, line: self._made("error", line),
    "immutable": lambda self, line: self._made("immutable", line),
}
