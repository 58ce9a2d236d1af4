"""The text of a script in Tengo in, what its variables hold in the end out: the language that Vale's script rules are written in.

Tengo is a small language in the manner of Go. Here it can reckon and nothing else: of its modules there are `text`, `fmt` and
`math`; there is no way to a file, the network or the clock, and time, memory and depth are limited.
"""

from __future__ import annotations

from lintnews.tengo.faults import ScriptError
from lintnews.tengo.meter import Limits
from lintnews.tengo.program import Program, compile

__all__ = ["Limits", "Program", "ScriptError", "compile"]
