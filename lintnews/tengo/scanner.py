"""The text of a script in, its tokens out, with the semicolons that the ends of lines stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lintnews.tengo.faults import ScriptError
from lintnews.tengo.literals import char, number, string
from lintnews.tengo.values import Char

KEYWORDS = frozenset(
    "break continue else for func error immutable if return export true false in undefined import".split()
)  # fmt: skip
#: After a name, a literal, one of these words or one of these marks, the end of a line is the end of a statement.
_CLOSING_WORDS = frozenset("break continue return export true false undefined".split())
_CLOSING_MARKS = frozenset([")", "]", "}", "++", "--"])
_MARKS = sorted(
    "+ - * / % & | ^ << >> &^ += -= *= /= %= &= |= ^= <<= >>= &^= && || ++ -- == < > = ! != <= >= := ... ( [ { , . ) ] } ; : ?".split(),
    key=len,
    reverse=True,
)
_TOKEN = re.compile(
    r"(?P<blank>[ \t\r]+)|(?P<end>\n)|(?P<remark>//[^\n]*|/\*.*?\*/)"
    r"|(?P<name>[^\W\d]\w*)"
    r"|(?P<number>0[xX][0-9a-fA-F_]+|0[bBoO][0-9_]+|(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)"
    r"|(?P<string>\"(?:\\.|[^\"\\\n])*\"|`[^`]*`)|(?P<char>'(?:\\.|[^'\\\n])[^'\n]*')"
    r"|(?!/\*)(?P<mark>" + "|".join(map(re.escape, _MARKS)) + ")",
    re.DOTALL,
)


class Token(NamedTuple):
    """A token: `name`, `literal`, `end` of a statement, or a keyword or mark, whose sort is its text."""

    sort: str
    line: int
    value: str | int | float = ""


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a script, the last of the sort `eof`; raises ScriptError."""
    at, line, closing = 0, 1, False
    while at < len(text):
        found = _TOKEN.match(text, at)
        if not found:
            raise ScriptError(_strange(text, at), line)
        sort, word = str(found.lastgroup), found[0]
        broken = sort == "end" or (sort == "remark" and "\n" in word)
        if closing and broken:
            yield Token("end", line, "\n")
        if sort not in ("blank", "remark", "end"):
            token = _token(sort, word, line)
            yield token
            closing = token.sort in ("name", "literal") or word in _CLOSING_WORDS or word in _CLOSING_MARKS
        elif broken:
            closing = False
        line += word.count("\n")
        at = found.end()
    if closing:
        yield Token("end", line, "\n")
    yield Token("eof", line)


def _token(sort: str, word: str, line: int) -> Token:
    if sort == "name":
        return Token(word, line) if word in KEYWORDS else Token("name", line, word)
    if sort == "mark":
        return Token("end" if word == ";" else word, line, word)
    try:
        if sort == "number":
            return Token("literal", line, number(word))
        return Token("literal", line, string(word) if sort == "string" else Char(char(word)))
    except ValueError as error:
        raise ScriptError(str(error), line) from None


def _strange(text: str, at: int) -> str:
    if text[at] in "\"`'":
        return f"the {'character' if text[at] == chr(39) else 'text'} that begins with {text[at]} has no end"
    return "the remark that begins with /* has no end" if text.startswith("/*", at) else f"`{text[at]}` has no meaning here"
