"""The text of a script in, its statements out."""

from __future__ import annotations

from lintnews.tengo import tree
from lintnews.tengo.expressions import Expressions
from lintnews.tengo.faults import ScriptError
from lintnews.tengo.reader import Reader

_ASSIGNING = frozenset(["=", ":=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=", "&^="])


def parse(text: str) -> tree.Block:
    """The statements of a script; raises ScriptError with what is wrong and the line."""
    reader = Reader(text)
    statements = _Statements(reader)
    block = tree.Block(1, statements.list())
    if reader.sort != "eof":
        raise reader.fault("expected a statement")
    return block


class _Statements:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._expressions = Expressions(reader, self.block)

    def list(self) -> list[tree.Node]:
        """The statements up to a closing brace or the end."""
        statements: list[tree.Node] = []
        while self._reader.sort not in ("}", "eof"):
            if not self._reader.accept("end"):
                statements.append(self._statement())
        return statements

    def block(self) -> tree.Block:
        """Statements in braces."""
        line = self._reader.expect("{").line
        with self._reader.deeper():
            made = tree.Block(line, self.list())
        self._reader.expect("}")
        return made

    def _statement(self) -> tree.Node:
        token = self._reader.now
        if token.sort == "export":
            raise ScriptError("`export` is for modules; a rule's script is none", token.line)
        if token.sort in ("if", "for"):
            self._reader.next()
            with self._reader.deeper():
                return self._if(token.line) if token.sort == "if" else self._for(token.line)
        if token.sort in ("break", "continue"):
            self._reader.next()
            if self._reader.sort == "name":
                raise ScriptError("a label after `break` or `continue` has no meaning here", token.line)
            made: tree.Node = tree.Jump(token.line, token.sort)
        elif token.sort == "return":
            self._reader.next()
            value = self._expressions.expression() if self._reader.sort not in ("end", "}", "eof") else None
            made = tree.Return(token.line, value)
        else:
            made = self._simple()
        self._end()
        return made

    def _end(self) -> None:
        if self._reader.sort not in (")", "}") and not self._reader.accept("end") and self._reader.sort != "eof":
            raise self._reader.fault("expected the end of the statement")

    def _simple(self) -> tree.Node:
        """An expression, an assignment, or `x++`."""
        made = self._rest(self._expressions.expression())
        if self._reader.sort == ",":
            raise ScriptError("only one value can be assigned at a time", self._reader.now.line)
        return made

    def _condition(self, made: tree.Node) -> tree.Node:
        if not isinstance(made, tree.Run):
            raise ScriptError("expected a condition, found an assignment", made.line)
        return made.expression

    def _if(self, line: int) -> tree.Node:
        if self._reader.sort in ("{", "end"):
            raise self._reader.fault("expected a condition")
        before: tree.Node | None = None
        made = self._simple()
        if self._reader.accept("end"):
            before, made = made, self._simple()
        condition, yes = self._condition(made), self.block()
        no: tree.Node | None = None
        if self._reader.accept("else"):
            if self._reader.sort == "if":
                with self._reader.deeper():
                    return tree.If(line, before, condition, yes, self._if(self._reader.next().line))
            no = self.block()
        self._end()
        return tree.If(line, before, condition, yes, no)

    def _for(self, line: int) -> tree.Node:
        if self._reader.sort == "{":
            return self._loop(line, None, None, None)
        before = None if self._reader.sort == "end" else self._header()
        if isinstance(before, tree.ForIn):
            before.line, before.body = line, self.block()
            self._end()
            return before
        if not self._reader.accept("end"):
            return self._loop(line, None, self._condition(before) if before else None, None)
        condition = None if self._reader.sort == "end" else self._condition(self._simple())
        self._reader.expect("end", "`;`")
        after = None if self._reader.sort == "{" else self._simple()
        return self._loop(line, before, condition, after)

    def _loop(self, line: int, before: tree.Node | None, condition: tree.Node | None, after: tree.Node | None) -> tree.Node:
        made = tree.For(line, before, condition, after, self.block())
        self._end()
        return made

    def _header(self) -> tree.Node:
        """What stands after `for`: a simple statement, or `x in y`."""
        first = self._expressions.expression()
        names = [first]
        if self._reader.sort == ",":
            self._reader.next()
            names.append(self._expressions.expression())
        if self._reader.sort == "in":
            line = self._reader.next().line
            key, value = ([self._variable(name) for name in ([None, *names] if len(names) == 1 else names)])[:2]
            return tree.ForIn(line, key, value, self._expressions.expression(), tree.Block(line, []))
        if len(names) > 1:
            raise self._reader.fault("expected `in`")
        return self._rest(first)

    def _variable(self, name: tree.Node | None) -> tree.Name | None:
        if name is not None and not isinstance(name, tree.Name):
            raise ScriptError("expected the name of a variable before `in`", name.line)
        return name if name and name.name != "_" else None

    def _rest(self, target: tree.Node) -> tree.Node:
        """A simple statement whose first expression has been read."""
        token = self._reader.now
        if token.sort in _ASSIGNING:
            self._reader.next()
            return tree.Assign(token.line, target, token.sort, self._expressions.expression())
        if token.sort in ("++", "--"):
            self._reader.next()
            return tree.Assign(token.line, target, token.sort[0] + "=", tree.Literal(token.line, 1))
        return tree.Run(target.line, target)
