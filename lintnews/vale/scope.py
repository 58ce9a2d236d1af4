"""A rule's `scope` in, the blocks it is for out: Vale's selectors.

A block's scope is a dotted text, `text.heading.h2.md`; a selector fits when all its sections are among the block's, in any
order. `&` joins terms that must all fit, `~` turns a term round, a list is fitted by any of its items.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property, lru_cache

from lintnews.record import record

#: What the scopes of blocks are made of, beside classes and the names of front matter's keys.
SECTIONS = frozenset(
    "text heading h1 h2 h3 h4 h5 h6 list blockquote table header cell caption figure attr alt description frontmatter link strong"
    " emphasis code quote meta paragraph sentence summary raw class md html txt rst adoc".split()
)
#: Inline text that a turned-round term blanks inside the blocks it stands in.
INLINE = frozenset({"quote", "link", "code", "strong", "emphasis"})
#: Blocks that no turned-round term fits.
_WHOLE = frozenset({"raw", "summary", "doc"})
_DOCUMENT = re.compile(r"doc\((?P<css>.*)\)", re.DOTALL)


@record
class Term:
    """One term of a selector: its sections, or the elements that `doc(…)` chooses, and whether it is turned round."""

    sections: frozenset[str]
    negated: bool = False
    css: str = ""

    def fits(self, own: frozenset[str], parent: frozenset[str]) -> bool:
        """Whether a block with these sections, and these of what it is a piece of, is meant."""
        if not self.negated:
            return self.sections <= own
        if self.css:
            return _WHOLE.isdisjoint(own)
        if self.sections & INLINE:
            return _WHOLE.isdisjoint(own) and not self.sections <= own
        return _WHOLE.isdisjoint(own) and not self.sections <= own and not self.sections <= parent


@record
class Selector:
    """Terms that must all fit; `blanked` is the inline text left out of the block."""

    terms: tuple[Term, ...]

    @property
    def blanked(self) -> frozenset[str]:
        """The kinds of inline text that this selector blanks."""
        return frozenset(name for term in self.terms if term.negated for name in term.sections & INLINE)

    def names(self, section: str) -> bool:
        """Whether a term asks for a section by name."""
        return any(section in term.sections and not term.negated for term in self.terms)

    def fits(self, scope: str, parent: str = "") -> bool:
        """Whether a block of this scope, a piece of a block of the parent scope, is meant."""
        own, above = sections(scope), sections(parent)
        if "sentence" in own and not self.names("sentence"):
            return False
        if self.whole or (not self._named and "text" not in own and (self.documents or own & INLINE)):
            return False
        return all(term.fits(own, above) for term in self.terms if not term.css or term.negated)

    @cached_property
    def documents(self) -> tuple[Term, ...]:
        """The terms that choose elements."""
        return tuple(term for term in self.terms if term.css)

    @cached_property
    def whole(self) -> bool:
        """Whether elements are the blocks themselves: `doc(…)` alone, or with inline text left out."""
        asked = [term for term in self.terms if not (term.negated and term.sections & INLINE)]
        return len(asked) == 1 and bool(asked[0].css) and not asked[0].negated

    @cached_property
    def _named(self) -> bool:
        return any(term.sections and not term.negated for term in self.terms)


@lru_cache(maxsize=10_000)
def sections(scope: str) -> frozenset[str]:
    """The sections of a scope."""
    return frozenset(scope.split(".")) if scope else frozenset()


@lru_cache(maxsize=10_000)
def selector(text: str) -> Selector:
    """A selector from its text."""
    return Selector(tuple(map(_term, filter(str.strip, terms(text)))))


def terms(text: str) -> list[str]:
    """The terms of a selector as they are written; what is in `doc(…)` is no sign between them."""
    found, depth, quote = [""], 0, ""
    for char in text:
        quote = ("" if char == quote else quote) if quote else char if depth and char in "\"'" else ""
        depth += 0 if quote else (char == "(") - (char == ")")
        if char == "&" and depth <= 0:
            found.append("")
        else:
            found[-1] += char
    return found


def _term(text: str) -> Term:
    name = text.strip()
    negated, name = name.startswith("~"), name.lstrip("~").strip()
    if document := _DOCUMENT.fullmatch(name):
        return Term(frozenset(), negated, document["css"].strip())
    return Term(sections(name), negated)


def unknown(text: str) -> str:
    """The first section of a selector that no block has, empty when there is none; what follows `class` or `frontmatter` is free."""
    for term in selector(text).terms:
        if (not term.css and not term.sections) or (term.sections - SECTIONS and not term.sections & {"class", "frontmatter"}):
            return next(iter(sorted(term.sections - SECTIONS)), text)
    return "" if selector(text).terms else text


def any_fits(selectors: Sequence[Selector], scope: str, parent: str = "") -> bool:
    """Whether any of a rule's selectors means this block."""
    return any(selector.fits(scope, parent) for selector in selectors)
