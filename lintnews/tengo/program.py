"""The text of a script in, a program that can be run any number of times, from several threads too, out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lintnews.tengo import formatting, tree
from lintnews.tengo.built_in import BUILT_IN
from lintnews.tengo.calls import Run
from lintnews.tengo.compiling import Compiler
from lintnews.tengo.faults import TOO_DEEP, ScriptError
from lintnews.tengo.maths import MATH
from lintnews.tengo.meter import Limits, Meter
from lintnews.tengo.names import resolve
from lintnews.tengo.parser import parse
from lintnews.tengo.statements import Statements
from lintnews.tengo.texts import TEXT
from lintnews.tengo.values import Array, Bytes, Char, Error, Map, Value

MODULES = {"text": TEXT, "fmt": formatting.FMT, "math": MATH}
#: The longest script, in characters.
_LONGEST = 200_000


class Program:
    """A script, ready to run."""

    def __init__(self, run: Run, places: Mapping[str, int]) -> None:
        self._run, self._places = run, places

    def run(self, given: Mapping[str, Value], wanted: str, limits: Limits | None = None) -> object:
        """Run the script with the variables that it was compiled for; out comes what the wanted variable holds in the end.

        It is plain: lists, dicts, texts, numbers, truths; what is none of these is None. Raises ScriptError.
        """
        meter = Meter(limits or Limits())
        places: list[Value] = [meter, *[None] * (self._places[""] - 1)]
        for name, value in given.items():
            places[self._places[name]] = value
        meter.frames.append(places)
        try:
            self._run(places, places)
            return _plain(places[self._places[wanted]], meter) if wanted in self._places else None
        except RecursionError:
            raise ScriptError(TOO_DEEP) from None
        except (MemoryError, OverflowError, ValueError):
            raise ScriptError("a value is too large") from None


def compile(text: str, given: Sequence[str] = ()) -> Program:
    """Read a script that is handed these variables; raises ScriptError with what is wrong and in which line."""
    if len(text) > _LONGEST:
        raise ScriptError(f"it is longer than {_LONGEST:,} characters")
    try:
        block = parse(text)
        places = resolve(block, given, BUILT_IN)
        return Program(Statements(Compiler(MODULES, BUILT_IN, _body), inside=False).block(block), places)
    except RecursionError:
        raise ScriptError("it is too deeply nested") from None


def _body(compiler: Compiler, block: tree.Block) -> Run:
    return Statements(compiler, inside=True).block(block)


def _plain(value: Value, meter: Meter) -> object:
    meter.tick()
    kind = type(value)
    if kind is Array:
        return [_plain(item, meter) for item in value.items]
    if kind is Map:
        return {key: _plain(item, meter) for key, item in value.entries.items()}
    if kind is Char:
        return chr(value) if 0 <= value <= 0x10FFFF else ""
    return value if kind in (str, int, float, bool) else None


__all__ = ["Array", "Bytes", "Error", "Program", "compile"]
