"""What a source is to Vale: blocks of text, each with a dotted scope and the way home to the source."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from lintnews.model import Block, Document, LintNewsError, Span
from lintnews.record import entity, field, record
from lintnews.vale.elements import Tree
from lintnews.vale.formats import format_of

if TYPE_CHECKING:
    from lintnews.vale.extracts import Extract
    from lintnews.vale.masked import Taking


class UnreadableError(LintNewsError):
    """A file cannot be read in its format; says why, and not which file."""


class Inline(NamedTuple):
    """A stretch of a block's text inside an inline element: quote, link, code, strong or emphasis."""

    kind: str
    span: Span


@entity
class ScopedBlock(Block):
    """A block with Vale's scope (`text.heading.h1.md`), and the scope of the block that it is a piece of.

    `inlines` are the stretches that `~link` and its like blank; `elements` the numbers of the elements that it stands in, where the
    document has a tree of them; `counts`, of a summary, says how many blocks of each kind the file has. `part` means nothing here.
    """

    scope: str = "text"
    parent: str = ""
    inlines: tuple[Inline, ...] = ()
    elements: tuple[int, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)


@record
class ScopedDocument(Document):
    """A document of such blocks, with the tree of its elements where rules ask for one; `scoped` are the texts of a view's scopes.

    `taking`, of a page, works out where Vale takes each stretch of it to be.
    """

    tree: Tree | None = None
    scoped: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    taking: Callable[[], Taking] | None = None


@record
class Reading:
    """How a file is to be read: the format (`md`, `html`, `txt`, `rst`, `adoc`, or anything else: plain lines), its ending
    as scopes name it, which pieces the rules ask for, and what `.vale.ini` says of markup. `elements` asks for the tree; a `view` says
    which values of the file are copy.
    """

    format: str = "txt"
    ending: str = "txt"
    sentences: bool = False
    paragraphs: bool = False
    elements: bool = False
    ignored_scopes: Sequence[str] = ("tt", "code", "kbd", "samp")
    skipped_scopes: Sequence[str] = ("script", "style", "pre", "noscript", "iframe")
    ignored_classes: Sequence[str] = ()
    token_ignores: Sequence[str] = ()
    block_ignores: Sequence[str] = ()
    comment_delimiters: tuple[str, str] | None = None
    view: Extract | None = None


def reading_of(name: str, *, sentences: bool = False, paragraphs: bool = False) -> Reading:
    """How a file of this name is read where no configuration says otherwise."""
    ending = os.path.splitext(name)[1][1:].lower() or "txt"
    return Reading(format_of(name, {}) if os.path.splitext(name)[1] else "txt", ending, sentences=sentences, paragraphs=paragraphs)
