"""`lintnews explain RULE`: a rule's name in, all that can be said of it out."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from lintnews.cli import here, screen
from lintnews.cli.options import Values
from lintnews.config_file import shown
from lintnews.linter import Linter
from lintnews.model import COPY, LintNewsError, Part
from lintnews.reporters import Page, Style
from lintnews.rule import Rule
from lintnews.silence import SELF

_TAB = 2
#: An option's value is shown on one line, and this much of it.
_VALUE = 200


def run(values: Values) -> int:
    """Explain every rule of these names; a pack's name stands for its rules."""
    names = values["names"] or ()
    if not names:
        raise LintNewsError("explain: name a rule, such as one that `lintnews rules` lists")
    linter, page = here.linter(values), screen.page()
    own = [name for name in names if name in SELF]
    for name in own:
        page.put(f"{page.paint(name, Style.BOLD)}\n\n  The linter says of itself: {SELF[name]}. See docs/silencing.md.\n")
    rest = [name for name in names if name not in own]
    for i, rule in enumerate(here.named(linter, rest) if rest else []):
        page.put("\n" * bool(i or own) + "\n".join(_lines(rule, linter, page)) + "\n")
    return 0


def _lines(rule: Rule, linter: Linter, page: Page) -> Iterator[str]:
    running = next((known for known in linter.rules if known.id == rule.id), None)
    rule, state = running or rule, "on" if running else "off"
    yield f"{page.paint(rule.id, Style.BOLD)}  {page.paint(rule.severity.value, Style.of(rule.severity))}  {rule.kind}  {state}"
    yield ""
    yield from _wrapped(f"Says: {rule.message}", page)
    if rule.why:
        yield ""
        yield from _wrapped(rule.why, page)
    for example in here.examples(rule):
        yield ""
        yield f"  {page.paint('It finds:' if example.marks else 'It is silent on:', Style.DIM)}"
        yield from (f"    {line}" for line in here.marked(example, page))
    yield ""
    yield from _table(dict(_facts(rule)), page)
    yield ""
    yield f"  Quiet it for a paragraph:  {page.paint(f'<!-- lintnews ignore {rule.id}: the reason -->', Style.DIM)}"
    if rule.vale:
        yield f"  or from here on:           {page.paint(f'<!-- vale {rule.id} = NO -->', Style.DIM)}"


def _wrapped(words: str, page: Page) -> list[str]:
    return textwrap.wrap(" ".join(words.split()), min(page.width, 100) - _TAB, initial_indent="  ", subsequent_indent="  ")


def _facts(rule: Rule) -> Iterator[tuple[str, str]]:
    scope = ", ".join(rule.selectors) or {COPY: "copy", tuple(Part): "all"}.get(rule.scope) or ", ".join(rule.scope)
    yield "looks at", scope + {"skip": ", not inside quotations", "only": ", inside quotations only", "any": ""}[rule.quotes]
    if rule.since or rule.until:
        yield "in force", f"{rule.since or '…'} to {rule.until or '…'}"
    yield "safe fix", "yes" if rule.safe else "no"
    for key in ("owner", "source", "link"):
        if value := getattr(rule, key):
            yield key, value
    for key, value in rule.options.items():
        words = ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
        yield f"option {key}", words if len(words) <= _VALUE else words[: _VALUE - 1] + "…"
    yield "file", shown(rule.origin)
    yield "kind", f"docs/checks/{rule.kind}.md"


def _table(rows: dict[str, str], page: Page) -> Iterator[str]:
    wide = max(map(len, rows))
    for key, value in rows.items():
        yield f"  {page.paint(key.ljust(wide), Style.DIM)}  {value}"
