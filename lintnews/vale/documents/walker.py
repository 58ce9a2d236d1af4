"""Elements and runs of copy in, Vale's blocks out: one walk for HTML, and for every format that is turned into it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from lintnews.model import Note, Span
from lintnews.record import replace
from lintnews.vale.document import Inline, Reading, ScopedBlock
from lintnews.vale.documents import pieces, quotes
from lintnews.vale.documents.steps import Step
from lintnews.vale.documents.tags import FRAME, INLINE, OWN, SCOPES, SEEN_THROUGH, SPACES, VOID, Open
from lintnews.vale.documents.thread import WHITE, Run, Thread, cut, part_of, runs_of, trimmed
from lintnews.vale.elements import Element, Tree

_NOT_END = re.compile(r"[^\n]")
_SUMMED = frozenset({"", "list", "blockquote"})
#: The classes of elements further out than this are not read.
_DEPTH = 200
_SKIPPED_CLASSES = frozenset({"problematic", "pre", "code"})


class Walked(NamedTuple):
    """What a walk found: blocks in order, comments, the tree of elements where it was asked for, and the steps where it was followed."""

    blocks: Sequence[ScopedBlock]
    notes: Sequence[Note]
    tree: Tree | None = None
    steps: Sequence[Step] = ()


class Walker:
    """The blocks found so far, and where the walk stands."""

    def __init__(self, reading: Reading) -> None:
        self.blocks: list[ScopedBlock] = []
        self._summed: list[ScopedBlock] = []
        self._reading = reading
        self.tree = Tree() if reading.elements else None
        self._masked_names = frozenset(reading.ignored_scopes)
        self._skipped_names = frozenset(reading.skipped_scopes)
        self.skipped_classes = _SKIPPED_CLASSES.union(reading.ignored_classes)
        self._thread = Thread()
        self._token: list[Run] = []
        self._open: list[Open] = []
        self._counts: Counter[str] = Counter()
        self._tally: Counter[str] = Counter()
        self._skipping = self._nesting = self._hidden = 0
        self._code: Thread | None = None
        self._hushed = False
        self._begin()

    def _begin(self) -> None:
        """Nothing is gathered for the next block, and no element has begun in it."""
        self._thread.clear()
        self._inlines: list[Inline] = []
        self._fresh: list[Open] = []
        self._codes: list[ScopedBlock] = []
        self._scope = ""
        self._classes: dict[str, None] = {}
        self._entered = False
        self._inline = self._masking = False
        self._address: str | None = None
        self._trail: Run | None = None
        self._touched: list[Element] = []

    def asks(self, name: str) -> bool:
        """Whether anything hangs on the attributes of an element."""
        return self.tree is not None

    def copy(self, run: Run) -> None:
        """A run of copy."""
        if self.tree:
            self.tree.say(run.text)
        if run.text and not self._skipping and not self._hushed:
            self._token.append(run)

    def comment(self, words: str) -> None:
        """A comment stands here: the white space before it is not lost. What is between `vale off` and `vale on` is no copy."""
        self._commit()
        if words in ("vale off", "vale on"):
            self._hushed = words == "vale off"

    def attribute(self, runs: Sequence[Run], scope: str) -> None:
        """Copy in an attribute: a picture's words, a page's description."""
        thread = Thread()
        for run in runs:
            thread.add(run)
        block = trimmed(thread.block(scope))
        if block and not self._hushed and not self._hidden:
            self.blocks.append(block)

    def start(self, name: str, classes: Sequence[str] = (), address: str | None = None, said: Mapping[str, str] | None = None) -> None:
        """An element begins; `address` is where a link leads."""
        self._commit()
        if self._skipping and name in VOID:
            return
        inline = name in INLINE or name in VOID or self._nesting > 0
        if not inline and name not in FRAME:
            self._flush()
        if not self._skipping:
            self._enter(name, classes, inline=inline)
        if name in VOID:
            self._inline = True
            self._leaf(name, said)
            return
        self._push(name, classes, inline=inline)
        self._grow(name, said)
        if inline:
            self._address = address

    def single(self, name: str, classes: Sequence[str] = (), said: Mapping[str, str] | None = None) -> None:
        """An element that begins and ends in one tag: a space between words where it is inline, else nothing."""
        self._commit()
        self._leaf(name, said)
        if not self._skipping and (name in INLINE or name in SPACES):
            self._enter(name, classes, inline=True)
            self._inline = True

    def _push(self, name: str, classes: Sequence[str], *, inline: bool) -> None:
        kind = OWN.get(name, "") if inline else ""
        element = Open(name, classes, inline=inline, kind=kind)
        element.hidden = not self.skipped_classes.isdisjoint(classes)
        skipped = name in self._skipped_names or element.hidden
        element.skipped = skipped and not inline
        element.coded = name == "code" or (name in SEEN_THROUGH and bool(self._open) and self._open[-1].coded)
        element.masked = skipped or name in self._masked_names or (element.coded and "code" in self._masked_names)
        self._masking = element.masked
        self._open.append(element)
        self._tally["pre"] += name == "pre"
        self._count(element, 1)
        if inline:
            self._inline = True
            self._fresh.append(element)
        if kind == "code" and self._counts["code:own"] == 1:
            self._code = Thread()

    def _grow(self, name: str, said: Mapping[str, str] | None) -> None:
        """The element that has begun is one of the tree's."""
        if self.tree and name in FRAME:
            self.tree.frame(name, said or {})
        elif self.tree:
            self._open[-1].leaf = leaf = self.tree.open(name, said or {}, inline=self._open[-1].inline)
            if leaf.inline:
                self._touched.append(leaf)

    def _leaf(self, name: str, said: Mapping[str, str] | None) -> None:
        if self.tree:
            self._touched.append(self.tree.void(name, said or {}))

    def _count(self, element: Open, by: int) -> None:
        """Keep count of what is open."""
        self._counts[element.name] += by
        if element.kind:
            self._counts[element.kind + ":own"] += by
        self._skipping += by * element.skipped
        self._nesting += by * element.inline
        self._hidden += by * element.hidden

    def _enter(self, name: str, classes: Sequence[str], *, inline: bool) -> None:
        """What an element's beginning says of the block that is being gathered."""
        if not self._entered:
            self._entered = True
            for element in self._open[-_DEPTH:]:
                self._classes.update(dict.fromkeys(element.classes))
        self._classes.update(dict.fromkeys(classes))
        if not inline:
            self._scope = self._scope or SCOPES.get(name, "")

    def end(self, name: str) -> None:
        """An element ends, and with it those left open in it."""
        self._commit()
        if self.tree and name == "head":
            self.tree.frame("body", {})
        if name in FRAME or name in VOID:
            return
        if self._counts[name]:
            self._close(name)
        elif not self._nesting and name not in INLINE:
            self._flush()

    def _close(self, name: str = "") -> None:
        """End the open elements up to the innermost of this name, or all."""
        while self._open:
            element = self._open.pop()
            self._count(element, -1)
            if element.inline:
                self._end_inline(element)
            else:
                self._flush()
                self._begin()
            if self.tree and element.leaf:
                self.tree.close(element.leaf)
            if element.name == name:
                return

    def _end_inline(self, element: Open) -> None:
        self._inline = self._masking = False
        self._address = self._trail = None
        if self._fresh and self._fresh[-1] is element:
            self._fresh.pop()
        elif element.kind and not self._skipping and not self._counts[element.kind + ":own"]:
            self._inlines.append(Inline(element.kind, Span(element.start, self._thread.length)))
            if element.kind == "code" and self._code and (block := trimmed(self._code.block(f"code.{self._reading.ending}"))):
                self._codes.append(block)

    def _commit(self) -> None:
        """A run of copy has ended: join it to the block."""
        runs, self._token = self._token, []
        if not runs:
            return
        text = runs[0].text if len(runs) == 1 else "".join(run.text for run in runs)
        core = text.strip(WHITE)
        if not core:
            self._trail = self._trail or _white(runs)
            return
        before, within, self._trail = self._trail, None, None
        if len(core) < len(text):
            lead = len(text) - len(text.lstrip(WHITE))
            within = _white(part_of(runs, 0, lead))
            self._trail = _white(part_of(runs, lead + len(core), len(text)))
            runs = part_of(runs, lead, lead + len(core))
        white = before or within if self._inline else within or before
        self._join(core, white, before if self._inline else white, runs)

    def _join(self, core: str, white: Run | None, between: Run | None, runs: Sequence[Run]) -> None:
        """Add copy without white space around it, and before it what stands between it and the text so far."""
        masked = self._masking or core == self._address
        joint = self._thread.joint(between.text if between else "", "*" if self._masking else core[0], inline=self._inline)
        self._inline = self._masking = False
        if joint:
            at = runs[0].start
            self._thread.add(Run(joint, white.start, white.end) if white else Run(joint, at, at))
        for element in self._fresh:
            element.start = self._thread.length
        self._fresh.clear()
        if self._code and self._counts["code:own"]:
            self._code.add(Run(joint if self._code.length else "", runs[0].start, runs[0].start))
        for run in runs:
            if self._code and self._counts["code:own"]:
                self._code.add(run)
            self._thread.add(Run(_NOT_END.sub("*", run.text), run.start, run.end) if masked else run)

    def _flush(self) -> None:
        """The block has ended: it, then what stands in it as a block of its own."""
        if not self._thread.length:
            return
        if self._scope == "meta":
            self._emit(f"meta.{self._reading.ending}")
        else:
            classes = ("class", *self._classes) if self._classes else ()
            self._emit(".".join(filter(None, ("text", self._scope, *classes, self._reading.ending))))
        self._begin()

    def _emit(self, scope: str) -> None:
        whole = self._thread.block(scope, self._inlines)
        self._tally[self._scope.replace(".", "_") or "paragraphs"] += 1
        if self._scope in _SUMMED:
            self._summed.append(whole)
        if block := trimmed(whole):
            block = quotes.marked(block)
            if self.tree:
                block = replace(block, elements=self.tree.path(self._touched))
            self.blocks += pieces.of(block, self._reading, paragraph=not self._scope)
            self.blocks += (cut(block, span, f"{kind}.{self._reading.ending}") for kind, span in block.inlines if kind != "code")
            self.blocks += self._codes

    def finish(self) -> list[ScopedBlock]:
        """All blocks, when the file has ended, and last its prose as one."""
        self._commit()
        self._close()
        self._flush()
        if self.tree:
            self.tree.finish()
        if self._summed:
            self.blocks.append(self._summary())
        return self.blocks

    def _summary(self) -> ScopedBlock:
        """The prose of the whole file, in the order of the file."""
        thread = Thread()
        for block in sorted(self._summed, key=lambda block: block.pieces[0].start):
            for run in runs_of(block):
                thread.add(run)
            end = block.pieces[-1].end
            thread.add(Run("\n\n", end, end))
        return replace(thread.block(f"summary.{self._reading.ending}"), counts=self._tally)


def _white(runs: Sequence[Run]) -> Run | None:
    """The space or the line's end that white space between two runs of copy is."""
    if not runs:
        return None
    return Run("\n" if runs[0].text[0] == "\n" else " ", runs[0].start, runs[-1].end)
