"""The bytes of an .rtf file in, its paragraphs out: what was deleted or is hidden is not in, footnotes come last."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from lintnews.model import LintNewsError
from lintnews.office.copy import Copy, Run
from lintnews.office.rtf_words import BREAKS, CHARACTERS, CHARSETS, KEPT, OUT

_MEMBER = ""
_TOKEN = re.compile(
    rb"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?[0-9]{1,10})?[ ]?|\\'(?P<hex>[0-9A-Fa-f]{2})|\\(?P<sign>[^A-Za-z'])"
    rb"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n\x80-\xff]+)|(?P<high>[\x80-\xff]+)|[\r\n]+|\\",
    re.DOTALL,
)
_GLUED = re.compile(rb"\\[A-Za-z]{1,32}(?:-?[0-9]{1,10})?\Z")
_DEEPEST = 10_000
_HIGH, _LOW = range(0xD800, 0xDC00), range(0xDC00, 0xE000)
#: Code pages in which a character takes two bytes.
_WIDE = frozenset(("cp932", "cp936", "cp949", "cp950", "utf-8"))


class _State(NamedTuple):
    """What holds in a group: whether it is out, or in the table of fonts or a footnote; how many signs stand in for one of Unicode."""

    out: bool = False
    fonts: bool = False
    noted: bool = False
    stand_ins: int = 1
    hidden: bool = False
    deleted: bool = False
    page: str = "cp1252"


def members(data: bytes, name: str) -> dict[str, bytes]:
    """The file itself is all there is; raises LintNewsError for one of another format."""
    if not data.startswith(b"{\\rtf"):
        raise LintNewsError(f"{name}: not RTF: it does not begin with {{\\rtf; save it anew in the word processor")
    return {_MEMBER: data}


def replaced(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """The file as it was changed."""
    return changed.get(_MEMBER, data)


def read(found: Mapping[str, bytes], name: str) -> Copy:
    """The paragraphs of the text; raises LintNewsError for what is broken or nested too deep."""
    data = found[_MEMBER]
    reading = _Reading(data, name)
    reading.read()
    return Copy(reading.paragraphs + reading.notes, lambda run, first, words: _written(data, run, first, words))


def _written(data: bytes, run: Run, first: int, words: str) -> bytes:
    """Words as RTF has them; apart from a control word that ends right before them."""
    out = b"".join(map(_sign, words))
    glued = not first and out and _GLUED.search(data, max(0, run.start - 50), run.start)
    return b" " + out if glued else out


def _sign(char: str) -> bytes:
    if char in "\\{}":
        return b"\\" + char.encode()
    if char.isascii():
        return char.encode()
    units = char.encode("utf-16-le")
    numbers = (int.from_bytes(units[i : i + 2], "little", signed=True) for i in range(0, len(units), 2))
    return b"{\\uc1" + b"".join(b"\\u%d?" % number for number in numbers) + b"}"


class _Reading:
    """The paragraphs so far, the one that is open, and the groups that are."""

    def __init__(self, data: bytes, name: str) -> None:
        self.paragraphs: list[list[Run | str]] = []
        self.notes: list[list[Run | str]] = []
        self._data, self._name = data, name
        self._state = _State()
        self._above: list[_State] = []
        self._open: list[list[Run | str]] = [[]]
        self._starred = False
        self._standing_in = 0
        self._half: tuple[int, int] | None = None
        self._font, self._pages, self._page = 0, dict[int, str](), "cp1252"

    def read(self) -> None:
        """Read to the end of the outermost group; raises LintNewsError where it has none."""
        at = 0
        while token := _TOKEN.match(self._data, at):
            at = token.end()
            if word := token["word"]:
                number = int(token["number"]) if token["number"] else None
                at += self._word(word.decode(), number, token.start(), at)
            elif brace := token["brace"]:
                self._brace(brace)
                if not self._above:
                    self._paragraph()
                    return
            elif token["hex"]:
                self._code(bytes.fromhex(token["hex"].decode()), token.start(), at)
            elif sign := token["sign"]:
                self._sign(sign, token.start(), at)
            elif token["text"]:
                self._text(token.start(), at)
            elif token["high"]:
                self._put(token["high"].decode(self._state.page, "replace"), token.start(), at)
        raise LintNewsError(f"{self._name}: its RTF is broken: a group is not closed; save it anew in the word processor")

    def _brace(self, brace: bytes) -> None:
        self._starred, self._standing_in = False, 0
        if brace == b"{":
            if len(self._above) >= _DEEPEST:
                raise LintNewsError(f"{self._name}: nested more than {_DEEPEST:,} deep; save it anew in the word processor")
            self._above.append(self._state)
            return
        closed, self._state = self._state, self._above.pop()
        if closed.noted and not self._state.noted:
            self._paragraph(noted=True)
            self._open.pop()

    def _word(self, word: str, number: int | None, start: int, end: int) -> int:
        """Obey a control word; how many bytes behind it are no text."""
        if word == "bin":
            return max(0, number or 0)
        if word == "u" and number is not None:
            self._unicode(number % 0x10000, start, end)
        elif self._stands_in(end):
            pass
        elif word in KEPT or word in OUT or self._starred:
            self._destination(word)
        elif word in CHARACTERS:
            self._put(CHARACTERS[word], start, end)
        elif word in BREAKS:
            self._break(BREAKS[word])
        else:
            self._set(word, number)
        self._starred = False
        return 0

    def _destination(self, word: str) -> None:
        """A group with something of its own in it begins."""
        if word == "footnote" and not self._state.noted:
            self._state = self._state._replace(noted=True, hidden=False)
            self._open.append([])
        elif word not in KEPT:
            self._state = self._state._replace(out=True, fonts=word == "fonttbl")

    def _set(self, word: str, number: int | None) -> None:
        """What holds from here on."""
        state, on = self._state, number != 0
        if word == "uc":
            self._state = state._replace(stand_ins=min(number or 0, 9))
        elif word == "v":
            self._state = state._replace(hidden=on)
        elif word == "deleted":
            self._state = state._replace(deleted=on)
        elif word == "plain":
            self._state = state._replace(hidden=False, deleted=False, page=self._page)
        elif word in ("f", "fcharset", "ansicpg", "mac") and number != -1:
            self._letters(word, number or 0)

    def _letters(self, word: str, number: int) -> None:
        """By which code page the letters are to be read."""
        if word == "f":
            self._font = number
            if not self._state.fonts:
                self._state = self._state._replace(page=self._pages.get(number, self._page))
        elif word == "fcharset":
            self._pages[self._font] = CHARSETS.get(number, self._page)
        else:
            self._page = _known("mac_roman" if word == "mac" else f"cp{number}")
            self._state = self._state._replace(page=self._page)

    def _break(self, sign: str) -> None:
        if self._state.out:
            return
        if sign:
            self._open[-1].append(sign)
        else:
            self._paragraph(noted=self._state.noted)

    def _paragraph(self, *, noted: bool = False) -> None:
        """End the paragraph that is open."""
        paragraph = self._open[-1]
        self._open[-1] = []
        while paragraph and (isinstance(paragraph[0], str) or not paragraph[0].text.strip()):
            paragraph.pop(0)
        if paragraph:
            (self.notes if noted else self.paragraphs).append(paragraph)

    def _sign(self, sign: bytes, start: int, end: int) -> None:
        if sign == b"*":
            self._starred = True
        elif self._stands_in(end):
            return
        elif sign in b"\r\n":
            self._break("")
        elif sign in b"\\{}":
            self._put(sign.decode(), start, end)
        elif sign in b"~_":
            self._put("\xa0" if sign == b"~" else "\u2011", start, end)

    def _code(self, code: bytes, start: int, end: int) -> None:
        """A character by its number in the code page; the second half of a wide one joins the first."""
        if self._stands_in(end):
            return
        page, open_ = self._state.page, self._open[-1]
        last = open_[-1] if open_ else None
        if page in _WIDE and isinstance(last, Run) and last.text == "\ufffd" and last.end == start:
            whole = bytes.fromhex(self._data[last.start : last.end].replace(b"\\'", b"").decode()) + code
            open_[-1] = Run(whole.decode(page, "replace"), _MEMBER, last.start, end, False)
            return
        self._put(code.decode(page, "replace"), start, end)

    def _unicode(self, number: int, start: int, end: int) -> None:
        self._standing_in = self._state.stand_ins
        if number in _HIGH:
            self._half = (number, start)
            return
        half, self._half = self._half, None
        if number in _LOW:
            if half is None:
                return
            start, number = half[1], 0x10000 + ((half[0] - 0xD800) << 10) + number - 0xDC00
        self._put(chr(number), start, end)

    def _stands_in(self, end: int) -> bool:
        """Whether a sign only stands in for one of Unicode before it, for old programs; it is part of that one then."""
        if not self._standing_in:
            return False
        self._standing_in -= 1
        self._extend(end)
        return True

    def _extend(self, end: int) -> None:
        last = self._open[-1][-1] if self._open[-1] else None
        if isinstance(last, Run) and not last.exact and not self._unseen and self._half is None:
            self._open[-1][-1] = last._replace(end=end)

    def _text(self, start: int, end: int) -> None:
        skipped = min(self._standing_in, end - start)
        if skipped:
            self._standing_in -= skipped
            start += skipped
            self._extend(start)
        if start < end:
            self._put(self._data[start:end].decode("ascii"), start, end, exact=True)

    @property
    def _unseen(self) -> bool:
        return self._state.out or self._state.hidden or self._state.deleted

    def _put(self, words: str, start: int, end: int, *, exact: bool = False) -> None:
        if not self._unseen:
            self._open[-1].append(Run(words, _MEMBER, start, end, exact))


def _known(page: str) -> str:
    """A code page, or the usual one where Python has none of the name."""
    try:
        "".encode(page)
    except LookupError:
        return "utf-8" if page == "cp65001" else "cp1252"
    return page
