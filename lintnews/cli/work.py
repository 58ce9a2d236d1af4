"""A linter and a story in, what came of the story out: its findings, and with fixes its new text. The same in every process."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from lintnews import plain
from lintnews.model import Finding, Report, Source
from lintnews.record import field, record

if TYPE_CHECKING:
    from lintnews.linter import Linter
    from lintnews.others import Lapse

#: What leaves some findings of a story out.
Sift = Callable[[Source, Iterable[Finding]], tuple[Finding, ...]]


@record
class Work:
    """What came of a story. `text` is how it reads now, `made` how often each rule fixed it, `left` the rules that could not.

    `lasting` where it would come out the same another time; `lapses` are what other programs could not be asked.
    """

    findings: tuple[Finding, ...]
    text: str
    lasting: bool = True
    made: Mapping[str, int] = field(default_factory=dict)
    left: tuple[str, ...] = ()
    lapses: tuple[Lapse, ...] = ()


def done(linter: Linter, source: Source, fix: str = "", sift: Sift | None = None) -> Work:
    """Check a story; with `fix`, which is `safe` or `unsafe`, as it reads once fixed. Raises LintNewsError as Linter.check does.

    With `sift`, only what it leaves of the findings is fixed and told; such findings do not last.
    """
    if not fix:
        checked = linter.checked(source)
        return Work(checked.report.findings, source.text, checked.lasting, lapses=linter.lapses)
    from lintnews import fixes

    lasting = True

    def check(source: Source) -> Report:
        nonlocal lasting
        checked = linter.checked(source)
        lasting &= checked.lasting
        return Report(source, sift(source, checked.report.findings)) if sift else checked.report

    fixed = fixes.fixed(source, check, unsafe=fix == "unsafe")
    return Work(fixed.report.findings, fixed.text, lasting and not sift, dict(fixed.made), tuple(sorted(fixed.left)), linter.lapses)


def nothing_to_fix(source: Source, findings: tuple[Finding, ...], fix: str) -> bool:
    """Whether a story with these findings stays as it is."""
    if not fix:
        return True
    from lintnews import fixes

    return not fixes.chosen(Report(source, findings), unsafe=fix == "unsafe")


def dumps(work: Work, source: Source) -> bytes:
    """What came of a story as one line."""
    text = None if work.text == source.text else work.text
    return json.dumps([plain.dumps(work.findings), text, work.lasting, dict(work.made), work.left, work.lapses]).encode()


def loads(line: bytes, source: Source) -> Work:
    """What came of a story, from such a line; raises ValueError."""
    from lintnews.others import Lapse

    values: list[Any] = json.loads(line)
    findings, text, lasting, made, left, lapses = values
    now = source.text if text is None else text
    return Work(plain.loads(findings, len(now)), now, lasting, made, tuple(left), tuple(Lapse(*lapse) for lapse in lapses))
