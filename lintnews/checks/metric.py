"""Metric: a story in, it or each block of it for which a formula gives too much or too little out."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import ClassVar

from lintnews.ledger import Story
from lintnews.model import LintNewsError, Match, OptionError
from lintnews.record import record
from lintnews.tengo import Limits, Program, ScriptError, compile

_HEADING = re.compile(r"\bheading\.(h[1-6])\b")
#: Kinds of blocks that there may be none of.
_KINDS = ("paragraphs", "list", "blockquote", "pre", *(f"heading_h{rank}" for rank in range(1, 7)))
_COUNTED = (
    "words sentences characters syllables long_words complex_words polysyllabic_words quote_words sentence_length_sd"
    " automated_readability coleman_liau dale_chall flesch_kincaid flesch_reading_ease gunning_fog lix smog"
).split()
_PROGRAM = """math := import("math")
round := func(x, ...places) {
  scale := math.pow(10, len(places) > 0 ? places[0] : 0)
  return math.floor(math.abs(x) * scale + 0.5) / scale * (x < 0 ? -1 : 1)
}
"""


@record
class Check:
    """Vale's metric: `formula` is reckoned of what is counted in the copy, and `condition` says of its result what is found."""

    slots: ClassVar[tuple[str, ...]] = ("value",)
    formula: str
    condition: str

    def validate(self) -> None:
        """Raise OptionError for what cannot be reckoned."""
        try:
            numbers = {**dict.fromkeys((*_COUNTED, *_KINDS), 1.0), "result": 1.0}
            self._holds(numbers)
            self._result(numbers)
        except _UnreckonableError as error:
            raise OptionError(str(error), error.key) from None

    @cached_property
    def _formula(self) -> Program:
        return _program(self.formula, _COUNTED)

    @cached_property
    def _condition(self) -> Program:
        return _program(f"result {self.condition}", (*_COUNTED, "result"))

    def find(self, story: Story) -> Iterator[Match]:
        """One match for each stretch of copy of whose result the condition holds; raises LintNewsError where it cannot be reckoned."""
        from lintnews.english.statistics import measure, variables

        for paragraphs, counts, block, span in story.stretches():
            if numbers := variables(measure(paragraphs)):
                numbers.update((kind, float(counts.get(kind, 0))) for kind in _KINDS)
                numbers["result"] = self._result(numbers)
                if self._holds(numbers):
                    yield Match(block, span, words={"value": f"{numbers['result']:.2f}"})

    def _result(self, numbers: Mapping[str, float]) -> float:
        given = {name: value for name, value in numbers.items() if name != "result"}
        try:
            result = self._formula.run(given, "answer", Limits())
        except ScriptError as error:
            raise _UnreckonableError("formula", error.words) from None
        if isinstance(result, bool) or not isinstance(result, int | float):
            raise _UnreckonableError("formula", "it does not give a number")
        return float(result)

    def _holds(self, numbers: Mapping[str, float]) -> bool:
        """Whether the condition holds of the result; of one that is no finite number it does not."""
        if not math.isfinite(numbers["result"]):
            return False
        try:
            holds = self._condition.run(numbers, "answer", Limits())
        except ScriptError as error:
            raise _UnreckonableError("condition", error.words) from None
        if not isinstance(holds, bool):
            raise _UnreckonableError("condition", "it is no comparison, as `> 8` is")
        return holds


class _UnreckonableError(LintNewsError):
    """What is wrong with the formula or the condition of a rule."""

    def __init__(self, key: str, words: str) -> None:
        super().__init__(f"`{key}` cannot be reckoned: {words}")
        self.key = key


def _program(expression: str, names: Sequence[str]) -> Program:
    text = _HEADING.sub(r"heading_\1", " ".join(expression.split()))
    return compile(_PROGRAM + f"answer := ({text})", (*names, *_KINDS))
