"""Elements and runs of copy in, Vale's blocks out: one walk for HTML, and for every format that is turned into it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lintnews.model import Span
from lintnews.vale.document import Inline, Reading, ScopedBlock
from lintnews.vale.documents import pieces, quotes
from lintnews.vale.documents.thread import WHITE, Run, Thread, part_of, runs_of, stretch, trimmed

_INLINE = frozenset("a abbr acronym b big cite code del dfn em i kbd q samp small span strong sub sup tt var".split())
#: Elements without an end, each a space between words.
_VOID = frozenset("area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr".split())
_NOT_END = re.compile(r"[^\n]")
#: Inside what is masked these are masked too; the text of other elements in it is not.
_SEEN_THROUGH = frozenset({"b", "em"})
#: They hold the whole page, wherever they are said to end.
_FRAME = frozenset({"html", "head", "body"})
_SPACES = frozenset({"br", "img"})
#: The inline elements whose text is a block of its own too, and its scope.
_OWN = {"a": "link", "b": "strong", "strong": "strong", "i": "emphasis", "em": "emphasis", "code": "code", "tt": "code", "q": "quote"}
#: What an element makes of the first text in it; all other text is `text` alone.
_SCOPES = {
    "li": "list",
    "blockquote": "blockquote",
    "th": "table.header",
    "td": "table.cell",
    "caption": "table.caption",
    "figcaption": "figure.caption",
    "data": "meta",
    **{f"h{rank}": f"heading.h{rank}" for rank in range(1, 10)},
}
_SUMMED = frozenset({"", "list", "blockquote"})
_SKIPPED_CLASSES = frozenset({"problematic", "pre", "code"})


class _Element:
    """An element that is open; `start` is where its text begins in the block's."""

    __slots__ = ("classes", "code", "inline", "masked", "name", "skipped", "start")

    def __init__(self, name: str, classes: Sequence[str], start: int, *, inline: bool, skipped: bool) -> None:
        self.name, self.classes, self.start, self.inline, self.skipped = name, classes, start, inline, skipped
        self.masked = False
        self.code = Thread() if _OWN.get(name) == "code" else None


class Walker:
    """The blocks found so far, and where the walk stands."""

    def __init__(self, reading: Reading) -> None:
        self.blocks: list[ScopedBlock] = []
        self._summary = Thread()
        self._reading = reading
        self._masked_names = frozenset(reading.ignored_scopes)
        self._skipped_names = frozenset(reading.skipped_scopes)
        self._skipped_classes = _SKIPPED_CLASSES.union(reading.ignored_classes)
        self._thread = Thread()
        self._token: list[Run] = []
        self._open: list[_Element] = []
        self._skipping = self._nesting = 0
        self._begin()

    def _begin(self) -> None:
        """Nothing is gathered for the next block, and no element has begun in it."""
        self._thread.clear()
        self._inlines: list[Inline] = []
        self._codes: list[ScopedBlock] = []
        self._scope = ""
        self._classes: dict[str, None] = {}
        self._entered = False
        self._inline = self._masking = False
        self._address: str | None = None
        self._trail: Run | None = None

    def copy(self, run: Run) -> None:
        """A run of copy."""
        if run.text and not self._skipping:
            self._token.append(run)

    def comment(self) -> None:
        """A comment stands here: the white space before it is not lost."""
        self._commit()

    def attribute(self, runs: Sequence[Run], scope: str) -> None:
        """Copy in an attribute: a picture's words, a page's description."""
        thread = Thread()
        for run in runs:
            thread.add(run)
        if block := trimmed(thread.block(scope)):
            self.blocks.append(block)

    def start(self, name: str, classes: Sequence[str] = (), address: str | None = None) -> None:
        """An element begins; `address` is where a link leads."""
        self._commit()
        if self._skipping and name in _VOID:
            return
        inline = name in _INLINE or name in _VOID or self._nesting > 0
        if not inline and name not in _FRAME:
            self._flush()
        if not self._skipping:
            self._enter(name, classes, inline=inline)
        if name in _VOID:
            self._inline = True
            return
        self._push(name, classes, inline=inline)
        if inline:
            self._address = address

    def single(self, name: str, classes: Sequence[str] = ()) -> None:
        """An element that begins and ends in one tag: a space between words where it is inline, else nothing."""
        self._commit()
        if not self._skipping and (name in _INLINE or name in _SPACES):
            self._enter(name, classes, inline=True)
            self._inline = True

    def _push(self, name: str, classes: Sequence[str], *, inline: bool) -> None:
        skipped = name in self._skipped_names or not self._skipped_classes.isdisjoint(classes)
        self._open.append(_Element(name, classes, self._thread.length, inline=inline, skipped=skipped and not inline))
        self._skipping += skipped and not inline
        self._nesting += inline
        self._inline = self._inline or inline
        masked = skipped or name in self._masked_names
        self._open[-1].masked = masked
        self._masking = masked or (name in _SEEN_THROUGH and any(element.masked and element.inline for element in self._open))

    def _enter(self, name: str, classes: Sequence[str], *, inline: bool) -> None:
        """What an element's beginning says of the block that is being gathered."""
        if not self._entered:
            self._entered = True
            for element in self._open:
                self._classes.update(dict.fromkeys(element.classes))
        self._classes.update(dict.fromkeys(classes))
        if not inline:
            self._scope = self._scope or _SCOPES.get(name, "")

    def end(self, name: str) -> None:
        """An element ends, and with it those left open in it."""
        self._commit()
        if name in _FRAME or name in _VOID:
            return
        at = next((i for i in range(len(self._open) - 1, -1, -1) if self._open[i].name == name), -1)
        if at >= 0:
            self._close(at)
        elif not self._nesting and name not in _INLINE:
            self._flush()

    def _close(self, at: int) -> None:
        """End the open elements from a place on, the innermost first."""
        for element in reversed(self._open[at:]):
            self._skipping -= element.skipped
            self._nesting -= element.inline
            if element.inline:
                self._end_inline(element)
            else:
                self._flush()
                self._begin()
        del self._open[at:]

    def _end_inline(self, element: _Element) -> None:
        self._inline = self._masking = False
        self._address = self._trail = None
        kind = _OWN.get(element.name)
        if kind and not self._skipping and self._thread.length > element.start:
            self._inlines.append(Inline(kind, Span(element.start, self._thread.length)))
            if element.code and (block := trimmed(element.code.block(kind))):
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
        lead = len(text) - len(text.lstrip(WHITE))
        before, within = self._trail, _white(part_of(runs, 0, lead))
        self._trail = _white(part_of(runs, lead + len(core), len(text)))
        white = before or within if self._inline else within or before
        self._join(core, white, before if self._inline else white, part_of(runs, lead, lead + len(core)))

    def _join(self, core: str, white: Run | None, between: Run | None, runs: Sequence[Run]) -> None:
        """Add copy without white space around it, and before it what stands between it and the text so far."""
        masked = self._masking or core == self._address
        joint = self._thread.joint(between.text if between else "", "*" if self._masking else core[0], inline=self._inline)
        self._inline = self._masking = False
        if joint:
            at = runs[0].start
            self._thread.add(Run(joint, white.start, white.end) if white else Run(joint, at, at))
        self._begun(len(joint))
        for element in self._open:
            if element.code:
                self._to_code(element.code, joint, runs)
        for run in runs:
            self._thread.add(Run(_NOT_END.sub("*", run.text), run.start, run.end) if masked else run)

    def _begun(self, joint: int) -> None:
        """Elements that begin here begin after what joins them to the text before."""
        before = self._thread.length - joint
        for element in self._open:
            if element.inline and element.start == before:
                element.start = self._thread.length

    def _to_code(self, code: Thread, joint: str, runs: Sequence[Run]) -> None:
        if code.length and joint:
            code.add(Run(joint, runs[0].start, runs[0].start))
        for run in runs:
            code.add(run)

    def _flush(self) -> None:
        """The block has ended: it, then what stands in it as a block of its own."""
        if not self._thread.length:
            return
        if self._scope == "meta":
            self._emit("meta")
        else:
            classes = ("class", *self._classes) if self._classes else ()
            self._emit(".".join(filter(None, ("text", self._scope, *classes, self._reading.ending))))
        self._begin()

    def _emit(self, scope: str) -> None:
        whole = self._thread.block(scope, self._inlines)
        if self._scope in _SUMMED:
            self._sum(whole)
        if block := trimmed(whole):
            block = quotes.marked(block)
            self.blocks += pieces.of(block, self._reading, paragraph=not self._scope)
            self.blocks += (stretch(block, span, kind, block.scope) for kind, span in block.inlines if kind != "code")
            self.blocks += self._codes

    def _sum(self, block: ScopedBlock) -> None:
        """Add a block to the prose of the whole file."""
        for run in runs_of(block):
            self._summary.add(run)
        end = block.pieces[-1].end
        self._summary.add(Run("\n\n", end, end))

    def finish(self) -> list[ScopedBlock]:
        """All blocks, when the file has ended."""
        self._commit()
        self._close(0)
        self._flush()
        if self._summary.length:
            self.blocks.append(self._summary.block(f"summary.{self._reading.ending}"))
        return self.blocks


def _white(runs: Sequence[Run]) -> Run | None:
    """The space or the line's end that white space between two runs of copy is."""
    if not runs:
        return None
    return Run("\n" if runs[0].text[0] == "\n" else " ", runs[0].start, runs[-1].end)
