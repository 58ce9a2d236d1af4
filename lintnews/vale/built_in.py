"""A style folder's files in, the rules that Vale brings along out: spelling and repetition, of the style `Vale`."""

from __future__ import annotations

from lintnews import options
from lintnews.beside import Beside
from lintnews.checks import repetition, spelling
from lintnews.model import Severity
from lintnews.rule import Rule

#: The name of the style that these rules are in.
STYLE = "Vale"


#: Their keys that a configuration may set; what is said of others has no effect in Vale, or stops it.
KEYS = {"Vale.Spelling": ("custom",)}


def rules(files: Beside, *, custom: bool = False) -> tuple[Rule, ...]:
    """The rules; spelling takes every dictionary and every list of words under the folder's `config`, `custom` leaves its filters out."""
    repeated = options.build(repetition.Check, {"tokens": [r"[^\s.!?]+"], "ignorecase": True, "alpha": True, "action": _CUT})
    return (
        _rule("Spelling", spelling.Check.built_in(files, custom=custom), "Did you really mean '%s'?"),
        _rule("Repetition", repeated, "'%s' is repeated!"),
    )


_CUT = {"name": "edit", "params": ["truncate", " "]}


def _rule(name: str, check: spelling.Check | repetition.Check, message: str) -> Rule:
    kind = name.lower()
    return Rule(f"{STYLE}.{name}", kind, check, Severity.ERROR, message, origin="Vale", selectors=("text",), vale=True)
