"""A style folder's files and what a configuration sets in, the rules that Vale brings along out: spelling and repetition, of `Vale`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lintnews import options
from lintnews.beside import Beside
from lintnews.checks import repetition, spelling
from lintnews.model import Severity
from lintnews.rule import Rule
from lintnews.vale import weak

#: The name of the style that these rules are in.
STYLE = "Vale"


#: Their keys that a configuration may set; what is said of others has no effect in Vale, or stops it.
KEYS = {"Vale.Spelling": ("custom", "split"), "Vale.Repetition": ("alpha", "ignorecase", "max")}
_CHECKS = {"Vale.Spelling": spelling.Check, "Vale.Repetition": repetition.Check}
_REPETITION = {"tokens": [r"[^\s.!?]+"], "ignorecase": True, "alpha": True, "action": {"name": "edit", "params": ["truncate", " "]}}


def fitted(name: str, said: Mapping[str, str]) -> dict[str, Any]:
    """What a configuration sets of one of these rules; raises OptionError for a value that cannot be."""
    return weak.fitted(_CHECKS[name], {key: value for key, value in said.items() if key in KEYS.get(name, ())})


def rules(files: Beside, said: Mapping[str, Mapping[str, Any]]) -> tuple[Rule, ...]:
    """The rules, with the keys that are set; spelling takes every dictionary and every list of words under the folder's `config`."""
    repeated = options.build(repetition.Check, {**_REPETITION, **said.get("Vale.Repetition", {})})
    return (
        _rule("Spelling", spelling.Check.built_in(files, **said.get("Vale.Spelling", {})), "Did you really mean '%s'?"),
        _rule("Repetition", repeated, "'%s' is repeated!"),
    )


def _rule(name: str, check: spelling.Check | repetition.Check, message: str) -> Rule:
    kind = name.lower()
    return Rule(f"{STYLE}.{name}", kind, check, Severity.ERROR, message, origin="Vale", selectors=("text",), vale=True)
