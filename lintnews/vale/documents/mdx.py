"""MDX in, the Markdown that Vale reads of it out: elements as HTML with their names as classes, expressions as code, imports gone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintnews.model import Span
from lintnews.vale.documents.clean import Clean
from lintnews.vale.documents.tags import INLINE

_FENCE = re.compile(r"[ \t]*(`{3,}(?=[^`\n]*$)|~{3,})", re.M)
_MODULE = re.compile(r"(?:import|export)\b")
_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)", re.M)
_TAG = re.compile(r"<(?P<end>/?)[ \t]*(?P<name>[A-Za-z_$][\w$.:-]*)?")
#: What an expression or a tag is read by: strings, comments, brackets, and any other sign.
_SIGN = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'|//[^\n]*|/\*.*?(?:\*/|\Z)|`(?:[^`\\]|\\.)*(?:`|\Z)|[{}>]", re.S)
_CODE = re.compile(r"`+")

#: How far off a bracket may be closed. Each that nothing closes leaves less to those after it: no text is to be read again and again.
_FAR, _NEAR = 100_000, 40

Edit = tuple[Span, str]


def applied(clean: Clean, start: int) -> Clean:
    """The text to parse, from an offset on."""
    return clean.edited(_Reader(clean.text, start).edits())


class _Reader:
    """Where the reading stands: the line, how far the lines of its block are set in, and what was read before."""

    def __init__(self, text: str, start: int) -> None:
        self._text, self._at = text, start
        self._base: int | None = 0
        self._fresh, self._listed = True, False
        self._open = 0

    def edits(self) -> Iterator[Edit]:
        """What is to be read otherwise, in order."""
        while self._at < len(self._text):
            end = self._line_end(self._at)
            line = self._text[self._at : end]
            if not line.strip():
                self._fresh, self._at = True, end + 1
                continue
            if self._fresh and _MODULE.match(line):
                yield self._module()
                continue
            yield from self._set_in(line)
            fence = _FENCE.match(line)
            yield from self._fenced(fence[1]) if fence else self._copy(end)
            self._fresh = False

    def _line_end(self, at: int) -> int:
        end = self._text.find("\n", at)
        return len(self._text) if end < 0 else end

    def _module(self) -> Edit:
        """An import or export: up to the empty line after its brackets are closed."""
        start = self._at
        depth = 0
        while self._at < len(self._text):
            line = self._text[self._at : self._line_end(self._at)]
            if not line.strip() and depth <= 0:
                break
            depth += sum((sign == "{") - (sign == "}") for sign in line)
            self._at += len(line) + 1
        self._at = min(self._at, len(self._text))
        return Span(start, self._at), "\n"

    def _set_in(self, line: str) -> Iterator[Edit]:
        """Take away what the lines of a block are set in: that makes no code here."""
        width = len(line) - len(line.lstrip(" \t"))
        if self._base is None or width < self._base or (self._fresh and not self._listed and width > self._base + 3):
            self._base = width
        if width <= self._base + 3:
            self._listed = bool(_ITEM.match(line, width)) or (self._listed and width > self._base)
        if self._base:
            yield Span(self._at, self._at + self._base), ""

    def _fenced(self, mark: str) -> Iterator[Edit]:
        """Code between fences is as it is, but for what its lines are set in."""
        closing = re.compile(rf"[ \t]*{re.escape(mark[0])}{{{len(mark)},}}[ \t]*$", re.M)
        base = self._base or 0
        self._at = self._line_end(self._at) + 1
        while self._at < len(self._text):
            end = self._line_end(self._at)
            line = self._text[self._at : end]
            width = min(base, len(line) - len(line.lstrip(" \t")))
            if width:
                yield Span(self._at, self._at + width), ""
            done = closing.match(line)
            self._at = end + 1
            if done:
                return

    def _copy(self, end: int) -> Iterator[Edit]:
        """A line of copy, and as many more as its last expression or element reaches over."""
        at = self._at
        while at < end:
            sign = self._text[at]
            if sign == "\\":
                at += 2
            elif sign == "`":
                at = self._code_end(at)
            elif sign in "{<" and (stop := self._reach(at)):
                yield from self._expression(at, stop) if sign == "{" else self._tag(at, stop)
                at = stop
                end = self._line_end(stop)
            else:
                at += 1
        self._at = max(end, at) + 1

    def _code_end(self, at: int) -> int:
        """Where a code span ends, in its own paragraph; behind its mark where it is none."""
        found = _CODE.match(self._text, at)
        assert found
        limit = self._text.find("\n\n", at)
        for other in _CODE.finditer(self._text, found.end(), limit if limit >= 0 else len(self._text)):
            if other[0] == found[0]:
                return other.end()
        return found.end()

    def _reach(self, at: int) -> int:
        """Where an expression, a tag or a comment that begins here ends; nought where it is none."""
        if self._text.startswith("<!--", at):
            return self._text.find("-->", at) + 3 if self._text.find("-->", at) >= 0 else 0
        tag = None if self._text[at] == "{" else _TAG.match(self._text, at)
        if tag and not tag["name"] and not self._text.startswith(">", tag.end()):
            return 0
        if tag and self._text[tag.end() : tag.end() + 1] not in (" ", "\t", "\n", "/", ">"):
            return 0
        depth = 0
        limit = min(at + max(_FAR // (self._open + 1), _NEAR), len(self._text))
        for found in _SIGN.finditer(self._text, tag.end() if tag else at, limit):
            depth += (found[0] == "{") - (found[0] == "}")
            if depth < 0:
                return 0
            if depth == 0 and found[0] == (">" if tag else "}"):
                return found.end()
        self._open += 1
        return 0

    def _alone(self, at: int, stop: int) -> bool:
        """Whether nothing else stands on the lines of a stretch."""
        before = self._text[self._text.rfind("\n", 0, at) + 1 : at]
        return not before.strip() and not self._text[stop : self._line_end(stop)].strip()

    def _expression(self, at: int, stop: int) -> Iterator[Edit]:
        inner = self._text[at + 1 : stop - 1].strip()
        alone = self._alone(at, stop)
        first = not self._text[self._text.rfind("\n", 0, at) + 1 : at].strip(" \t>-*+.)0123456789")
        if inner.startswith("/*") and inner.endswith("*/"):
            yield Span(at, self._text.index("/*", at) + 2), f"{'<span></span>' if first and not alone else ''}<!--"
            yield Span(self._text.rindex("*/", at, stop), stop), "-->"
        elif alone:
            yield Span(at, stop), ""
        else:
            yield from self._as_code(at, stop)

    def _as_code(self, at: int, stop: int) -> Iterator[Edit]:
        if any(sign in self._text[at:stop] for sign in "`\n"):
            yield Span(at, stop), "`*`"
        else:
            yield Span(at, at), "`"
            yield Span(stop, stop), "`"

    def _tag(self, at: int, stop: int) -> Iterator[Edit]:
        tag = _TAG.match(self._text, at)
        if not tag or self._text.startswith("<!--", at):
            return
        name, alone = tag["name"] or "", self._alone(at, stop)
        if self._text[stop - 2] == "/" and not tag["end"]:
            yield from [(Span(at, stop), "\n\n")] if alone else self._as_code(at, stop)
        elif not alone:
            kept = name if name in INLINE else "span"
            said = f' class="{name}"' if kept != name and name and not tag["end"] else ""
            yield Span(at, stop), f"<{tag['end']}{kept}{said}>"
        else:
            self._base, self._listed = None, False
            said = f' class="{name}"' if name and not tag["end"] else ""
            yield Span(at, stop), f"\n\n<{tag['end']}div{said}>\n\n"
