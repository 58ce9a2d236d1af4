"""A literal as a script writes it in, the text, number or character that it stands for out; and back."""

from __future__ import annotations

import re

_SIMPLE = {"a": 7, "b": 8, "f": 12, "n": 10, "r": 13, "t": 9, "v": 11, "\\": 92}
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3})|(.))", re.DOTALL)
_SHORT = {7: "\\a", 8: "\\b", 12: "\\f", 10: "\\n", 13: "\\r", 9: "\\t", 11: "\\v", 92: "\\\\"}
_LEAST, _MOST = -(2**63), 2**63 - 1


def number(word: str) -> int | float:
    """A number; raises ValueError."""
    if re.fullmatch(r"0[xX][0-9a-fA-F_]+|0[bBoO]?[0-7_]*|[1-9][0-9_]*", word):
        made = whole(word, 0)
        if made is None:
            raise ValueError(f"the number {word} is too large")
        return made
    if re.fullmatch(r"0[\d_]*|0[xXbBoO].*", word):
        raise ValueError(f"`{word}` is no whole number")
    return float(word)


def whole(text: str, base: int, bits: int = 64) -> int | None:
    """A whole number as Go's `strconv.ParseInt` reads it; None where it does not."""
    sign, digits = (text[0], text[1:]) if text[:1] in ("+", "-") else ("", text)
    if base == 0:
        base, digits = _base(digits)
    if not 2 <= base <= 36 or not re.fullmatch(r"[0-9a-zA-Z]+", digits):
        return None
    try:
        made = int(sign + digits, base) if len(digits) < 5000 else None
    except ValueError:
        return None
    bits = bits or 64
    return made if made is not None and -(1 << bits - 1) <= made <= (1 << bits - 1) - 1 else None


def _base(digits: str) -> tuple[int, str]:
    for start, base in (("0x", 16), ("0b", 2), ("0o", 8)):
        if digits[:2].lower() == start:
            return base, digits[2:].replace("_", "")
    plain = digits.replace("_", "")
    return (8, plain[1:]) if len(plain) > 1 and plain[0] == "0" else (10, plain)


def string(word: str) -> str:
    """A text between quotation marks or backquotes; raises ValueError."""
    if word[0] == "`":
        return word[1:-1].replace("\r", "")
    return _plain(word[1:-1], '"')


def char(word: str) -> int:
    """A character between single quotation marks, as a code point; raises ValueError."""
    inside = word[1:-1]
    escape = _ESCAPE.fullmatch(inside)
    if escape and not (escape[1] or escape[4]):
        made = _plain(inside, "'")
    elif escape:
        made = chr(int(escape[1], 16) if escape[1] else int(escape[4], 8))
    else:
        made = inside
    if len(made) != 1 or inside in ("'", "\n"):
        raise ValueError(f"{word} is not one character")
    return ord(made)


def _plain(text: str, quote: str) -> str:
    """A text with its escapes read; a byte by number may be a part of a character."""
    if "\\" not in text:
        return text
    made, at = bytearray(), 0
    for found in _ESCAPE.finditer(text):
        made += text[at : found.start()].encode("utf-8", "surrogateescape") + _escaped(found, quote)
        at = found.end()
    made += text[at:].encode("utf-8", "surrogateescape")
    return made.decode("utf-8", "surrogateescape")


def _escaped(found: re.Match[str], quote: str) -> bytes:
    byte, short, long, octal, letter = found.groups()
    if byte:
        return bytes([int(byte, 16)])
    if octal and int(octal, 8) < 256:
        return bytes([int(octal, 8)])
    if short or long:
        code = int(short or long, 16)
        if code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF:
            return chr(code).encode()
    elif letter in _SIMPLE:
        return bytes([_SIMPLE[letter]])
    elif letter == quote:
        return quote.encode()
    raise ValueError(f"`{found[0]}` stands for no character in a text between {quote}; write `\\\\` for a backslash, or use backquotes")


def unquoted(text: str) -> str | None:
    """A text out of its quotation marks, of any of the three sorts; None where it is not in such marks."""
    try:
        if re.fullmatch(r"\"(?:\\.|[^\"\\\n])*\"|`[^`]*`", text, re.DOTALL):
            return string(text)
        return chr(char(text)) if re.fullmatch(r"'(?:\\.|[^'\\\n])[^']*'", text, re.DOTALL) else None
    except ValueError:
        return None


def quoted(text: str, quote: str = '"', *, ascii_only: bool = False) -> str:
    """A text in quotation marks, with escapes, as Go writes it."""
    return quote + "".join(_shown(char, quote, ascii_only) for char in text) + quote


def _shown(char: str, quote: str, ascii_only: bool) -> str:
    code = ord(char)
    if char == quote:
        return "\\" + quote
    if code in _SHORT:
        return _SHORT[code]
    if 0xDC80 <= code <= 0xDCFF:
        return f"\\x{code - 0xDC00:02x}"
    if (char.isprintable() and (code < 128 or not ascii_only)) and (code == 32 or not char.isspace()):
        return char
    if code < 32 or code == 127:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
