"""A format in the manner of Go's `fmt` and values in, a text out; and the module `fmt`, whose prints go nowhere."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from lintnews.tengo.convert import float_text, shown
from lintnews.tengo.faults import ScriptError
from lintnews.tengo.literals import quoted
from lintnews.tengo.meter import Meter
from lintnews.tengo.values import Bytes, Native, Value, type_name

_VERB = re.compile(r"%(?P<flags>[-+# 0]*)(?P<width>\*|\d+)?(?:\.(?P<digits>\*|\d*))?(?:\[(?P<number>\d+)\])?(?P<verb>.|\Z)", re.DOTALL)
#: The widest field, and the most digits.
_WIDEST = 10_000
_BASES = {"b": "b", "o": "o", "O": "o", "x": "x", "X": "X", "d": "d"}
_PREFIXES = {"b": "0b", "o": "0", "x": "0x", "X": "0X"}


class _Field:
    """How one value is to be written."""

    def __init__(self, flags: str, width: int | None, digits: int | None, verb: str) -> None:
        self.flags, self.width, self.digits, self.verb = flags, width, digits, verb

    def padded(self, text: str, *, number: bool = False) -> str:
        """A text made as wide as the field; zeros go behind the sign."""
        width = self.width or 0
        if "-" in self.flags:
            return text.ljust(width)
        if "0" in self.flags and number:
            sign = text[:1] if text[:1] in ("+", "-", " ") else ""
            return sign + text[len(sign) :].rjust(width - len(sign), "0")
        return text.rjust(width, "0" if "0" in self.flags else " ")

    def signed(self, text: str) -> str:
        """A number with the sign that the flags ask for."""
        if text.startswith(("-", "+")):
            return text if "+" in self.flags or text[0] == "-" else text[1:]
        return ("+" if "+" in self.flags else " " if " " in self.flags else "") + text


def sprintf(meter: Meter, given: list[Value]) -> str:
    """`format(template, values…)`; raises ScriptError where the template is no text."""
    if not given or type(given[0]) is not str:
        raise ScriptError("a format must be a string")
    if len(given) == 1:
        return str(given[0])
    out, size = list[str](), 0
    for piece in _pieces(given[0], given[1:], meter):
        size += len(piece)
        meter.room(size)
        out.append(piece)
    return meter.text("".join(out))


def _pieces(template: str, values: list[Value], meter: Meter) -> Iterator[str]:
    at = used = 0
    counted = True
    for found in _VERB.finditer(template):
        yield template[at : found.start()]
        at = found.end()
        if found["verb"] in ("%", ""):
            yield "%" if found["verb"] else "%!(NOVERB)"
            continue
        sizes: list[int | None] = []
        for part in (found["width"], found["digits"]):
            sizes.append(_star(values, used) if part == "*" else int(part or 0) if part is not None else None)
            used += part == "*"
        if found["number"]:
            used, counted = int(found["number"]) - 1, False
        if not 0 <= used < len(values):
            yield f"%!{found['verb']}({'BADINDEX' if found['number'] else 'MISSING'})"
            continue
        meter.tick()
        yield _formatted(_Field(found["flags"], sizes[0], sizes[1], found["verb"]), values[used], meter)
        used += 1
    yield template[at:]
    if counted and used < len(values):
        yield "%!(EXTRA " + ", ".join(f"{type_name(value)}={shown(value, meter)}" for value in values[used:]) + ")"


def _star(values: list[Value], at: int) -> int | None:
    value = values[at] if at < len(values) else None
    return abs(value) if type(value) is int and abs(value) <= _WIDEST else None


def _formatted(field: _Field, value: Value, meter: Meter) -> str:
    if (field.width or 0) > _WIDEST or (field.digits or 0) > _WIDEST:
        raise ScriptError(f"a field cannot be wider than {_WIDEST:,}")
    if field.verb in "Tv":
        return field.padded(type_name(value) if field.verb == "T" else shown(value, meter))
    made = _WRITERS[type(value)](field, value) if type(value) in _WRITERS else _text(field, shown(value, meter))
    return made if made is not None else f"%!{field.verb}({shown(value, meter)}={shown(value, meter)})"


def _truth(field: _Field, value: bool) -> str | None:
    return field.padded("true" if value else "false") if field.verb == "t" else None


def _whole(field: _Field, value: int) -> str | None:
    verb = field.verb
    if verb == "c":
        return field.padded(_character(value))
    if verb == "q":
        return field.padded(quoted(_character(value), "'", ascii_only="+" in field.flags))
    if verb == "U":
        shown_too = f" '{_character(value)}'" if "#" in field.flags and _character(value).isprintable() else ""
        return field.padded(f"U+{value:04X}{shown_too}")
    if verb not in _BASES:
        return None
    digits = format(abs(value), _BASES[verb])
    if field.digits is not None:
        digits = "" if field.digits == 0 and not value else digits.rjust(field.digits, "0")
    prefix = "0o" if verb == "O" else _PREFIXES.get(verb, "") if "#" in field.flags else ""
    return field.padded(field.signed(("-" if value < 0 else "") + prefix + digits), number=field.digits is None)


def _character(value: int) -> str:
    return chr(value) if 0 <= value <= 0x10FFFF and not 0xD800 <= value <= 0xDFFF else "\ufffd"


def _fraction(field: _Field, value: float) -> str | None:
    if field.verb not in "eEfFgG":
        return None
    digits = field.digits if field.digits is not None else (None if field.verb in "gG" else 6)
    if not math.isfinite(value):
        return _Field(field.flags.replace("0", ""), field.width, None, "f").padded(float_text(value))
    return field.padded(field.signed(float_in(value, field.verb, digits)), number=True)


def float_in(value: float, verb: str, digits: int | None) -> str:
    """A number with a fraction, as `strconv.FormatFloat` writes it; digits None asks for as few as tell it from its neighbours."""
    if not math.isfinite(value):
        return float_text(value)
    if verb in "fF":
        return float_text(value) if digits is None else f"{value:.{digits}f}"
    if verb in "eE":
        made = _shortest_e(value) if digits is None else f"{value:.{digits}e}"
        return made.upper() if verb == "E" else made
    if verb not in "gG":
        raise ScriptError(f"numbers are not written with the verb `{verb}` here")
    made = _general(value, digits)
    return made.upper() if verb == "G" else made


def _shortest_e(value: float) -> str:
    sign, digits, exponent = Decimal(repr(value)).normalize().as_tuple()
    figures = "".join(map(str, digits))
    power = int(exponent) + len(figures) - 1 if value else 0
    return f"{'-' if sign else ''}{figures[0]}{'.' if figures[1:] else ''}{figures[1:]}e{'-' if power < 0 else '+'}{abs(power):02d}"


def _general(value: float, digits: int | None) -> str:
    short = _shortest_e(value if digits is None else float(f"{value:.{max(digits, 1) - 1}e}"))
    if not -4 <= int(short.split("e")[1]) < (6 if digits is None else max(digits, 1)):
        return short
    return float_text(value if digits is None else float(short))


def _text(field: _Field, value: str) -> str | None:
    if field.verb == "s":
        return field.padded(value if field.digits is None else value[: field.digits])
    if field.verb == "q":
        value = value if field.digits is None else value[: field.digits]
        raw = "#" in field.flags and "`" not in value and value.isprintable()
        return field.padded(f"`{value}`" if raw else quoted(value, ascii_only="+" in field.flags))
    if field.verb in "xX":
        return _hexadecimal(field, value.encode("utf-8", "surrogateescape"))
    return None


def _bytes(field: _Field, value: Bytes) -> str | None:
    return _text(field, value.data.decode("utf-8", "surrogateescape"))


def _hexadecimal(field: _Field, data: bytes) -> str:
    data = data if field.digits is None else data[: field.digits]
    made = data.hex(" ") if " " in field.flags and data else data.hex()
    made = f"0x{made}" if "#" in field.flags and data else made
    return field.padded(made.upper() if field.verb == "X" else made)


_WRITERS: dict[type, Callable[[_Field, Value], str | None]] = {
    bool: _truth, int: _whole, float: _fraction, str: _text, Bytes: _bytes,
}  # fmt: skip


def _printed(meter: Meter, given: list[Value]) -> None:
    """Printing takes its time and shows nothing."""
    for value in given:
        shown(value, meter)


#: The functions by name.
FMT: dict[str, Native] = {
    "print": Native("fmt.print", _printed),
    "println": Native("fmt.println", _printed),
    "printf": Native("fmt.printf", _printed),
    "sprintf": Native("fmt.sprintf", sprintf),
}
