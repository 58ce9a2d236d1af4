"""reStructuredText in, elements and runs of copy out: docutils makes a page of it, and its copy is looked up in the file, in order.

What docutils does not know is read as Vale reads it: the body of a directive is copy, but for a few that hold code or data; the text
of a role is code, but for the few that name something.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lintnews.model import Note, Span
from lintnews.readers import notes
from lintnews.readers.tags import Copy, Tag, Tags, decoded
from lintnews.vale.document import Reading, UnreadableError
from lintnews.vale.documents.html import Feed
from lintnews.vale.documents.thread import Run, aligned
from lintnews.vale.documents.walker import Walked, Walker

#: Nothing is read from other files, nothing put in as it is, nothing said of faults; headings have no numbers and no links.
_SETTINGS = {
    "file_insertion_enabled": False, "raw_enabled": False, "_disable_config": True, "report_level": 5, "halt_level": 5,
    "sectnum_xform": False, "toc_backlinks": False, "footnote_backlinks": False, "input_encoding": "unicode",
    "output_encoding": "unicode", "embed_stylesheet": False, "stylesheet_path": None, "line_length_limit": 1_000_000,
    "syntax_highlight": "none",
}  # fmt: skip
_CODE = frozenset(
    "contents toctree literalinclude highlight index math graphviz graph digraph inheritance-diagram productionlist doctest testcode"
    " testoutput testsetup testcleanup currentmodule module default-domain codeauthor sectionauthor cssclass rst-class"
    " tabularcolumns".split()
)
_NAMING = frozenset("ref doc any numref term guilabel menuselection abbr dfn".split())
_BLOCKS = frozenset("p li dd dt td th div blockquote pre caption h1 h2 h3 h4 h5 h6".split())
_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_PRE = re.compile(r'<span class="pre">(.*?)</span>', re.S)
_WORD = re.compile(r"\S+")
_BLANK = re.compile(r"\n[ \t]*\n")
#: What may begin markup; a paragraph may have so many of them.
_MARK = re.compile(r"(?<!\w)[*`|\[]+[\w#]|\w_\b")
_MOST = 2_000
#: How far on a line of copy is looked for, and a long one.
_NEAR, _FAR, _LONG = 2_000, 50_000, 12


def walk(text: str, start: int, reading: Reading) -> Walked:
    """The blocks and comments of a text from an offset on; raises UnreadableError where docutils cannot read it."""
    walker = Walker(reading)
    page = _PRE.sub(r"\1", _page(text[start:]))
    feed = _Feed(page, walker, text, start)
    feed.take(Span(0, len(page)))
    return Walked(walker.finish(), feed.notes, walker.tree)


def _page(text: str) -> str:
    _check(text)
    try:
        from docutils.core import publish_parts  # type: ignore[import-untyped]
        from docutils.writers.html4css1 import Writer  # type: ignore[import-untyped]
    except ImportError:
        raise UnreadableError("reStructuredText needs docutils: pip install 'lintnews[rst]'") from None
    _teach()
    try:
        return str(publish_parts(text, writer=Writer(), settings_overrides=_SETTINGS)["html_body"])
    except RecursionError:
        raise UnreadableError("what stands in one another is too deep to read; part the file into several") from None
    except Exception as error:
        raise UnreadableError(f"docutils cannot read the file: {' '.join(str(error).split())[:200]}") from None


def _check(text: str) -> None:
    """Raise UnreadableError for what docutils would be at for ages: it looks for the end of each mark as far as the paragraph goes."""
    at = 0
    for paragraph in text.split("\n\n"):
        if len(paragraph) > _MOST and not paragraph.lstrip().startswith("+--") and len(_MARK.findall(paragraph)) > _MOST:
            line = text.count("\n", 0, at) + 1
            raise UnreadableError(f"line {line}: more than {_MOST:,} marks of markup in one paragraph; put empty lines between")
        at += len(paragraph) + 2


def _teach() -> None:
    """Have docutils read directives and roles that it does not know, once for the process."""
    from docutils.parsers.rst import directives, roles  # type: ignore[import-untyped]

    if hasattr(directives, "lintnews_known"):
        return
    known, role = directives.directive, roles.role

    def directive(name: str, language: Any, document: Any) -> Any:
        found, messages = (None, []) if name.lower() == "contents" else known(name, language, document)
        return (found, messages) if found else (_unknown(code=name.lower() in _CODE or name.lower().startswith("auto")), [])

    def named(name: str, language: Any, lineno: int, reporter: Any) -> Any:
        found, messages = role(name, language, lineno, reporter)
        return (found, messages) if found else (_named if name.lower().rpartition(":")[2] in _NAMING else roles.code_role, [])

    directives.directive, roles.role, directives.lintnews_known = directive, named, True


def _unknown(*, code: bool) -> Any:
    """A directive whose body is copy, or code."""
    from docutils import nodes  # type: ignore[import-untyped]
    from docutils.parsers.rst import Directive, directives
    from docutils.statemachine import StringList  # type: ignore[import-untyped]

    class AnyOption(dict[str, Any]):
        def __contains__(self, key: object) -> bool:
            return True

        def __getitem__(self, key: str) -> Any:
            return directives.unchanged

    class Unknown(Directive):  # type: ignore[misc]
        optional_arguments, final_argument_whitespace, has_content = 1, True, True
        option_spec = AnyOption()

        def run(self) -> list[Any]:
            if code:
                said = "\n".join([*self.arguments, *self.content])
                return [nodes.literal_block(said, said)]
            body = nodes.container()
            under = self.arguments[0].split("\n")[1:] if self.arguments else []
            for lines in (StringList(under, items=[("", self.lineno)] * len(under)), self.content):
                self.state.nested_parse(lines, self.content_offset, body)
            return [body]

    return Unknown


def _named(name: str, rawtext: str, text: str, *_: Any, **__: Any) -> Any:
    """What a role names, in words where they are given: `words <target>`."""
    from docutils import nodes

    words, opens, _target = text.partition(" <")
    return [
        nodes.Text(words) if opens or name in ("term", "abbr", "dfn", "guilabel", "menuselection") else nodes.literal(rawtext, text)
    ], []


class _Feed(Feed):
    """Hands the page to a walker, its copy with the places that it has in the file."""

    def __init__(self, page: str, walker: Walker, source: str, start: int) -> None:
        super().__init__(page, walker)
        self._source, self._at, self._row = source, start, len(source)
        #: Where the last copy ends that was long enough to be nowhere else.
        self._sure = start
        self._noted = start
        self._heads, self._fresh = False, True

    def take(self, span: Span) -> None:
        """Read a stretch of the page."""
        for part in Tags(self._text, span):
            if isinstance(part, Copy):
                for run in self._runs("".join(text for text, _ in decoded(self._text, part.span))):
                    self._walker.copy(run)
            else:
                if isinstance(part, Tag):
                    self._opens(part)
                self.part(part)

    def _opens(self, tag: Tag) -> None:
        self._fresh = self._fresh or tag.name in _BLOCKS
        if tag.name == "tr" and not tag.closes:
            self._row = self._at
        elif tag.name == "table":
            self._row = len(self._source)
        self._heads = self._heads or (tag.name in _HEADINGS and not tag.closes)

    def _runs(self, copy: str) -> Iterator[Run]:
        """A stretch of copy at its place, else each of its lines; word by word where the file has them otherwise."""
        said = copy.strip()
        if "\n" in said and (whole := self._run(said) or self._set_in(said)):
            start = copy.index(said)
            yield from (*self._white(copy[:start]), *whole, *self._white(copy[start + len(said) :]))
            return
        for line in copy.splitlines(keepends=True):
            said = line.strip()
            yield from self._white(line[: len(line) - len(line.lstrip())])
            if said:
                yield from self._run(said) or [run for found in _WORD.finditer(said) for run in self._word(said, found)]
                yield from self._white(line[len(line.rstrip()) :])

    def _white(self, white: str) -> Iterator[Run]:
        if white:
            yield Run(white, self._at, self._at)

    def _word(self, said: str, found: re.Match[str]) -> list[Run]:
        before = [Run(" ", self._at, self._at)] if found.start() else []
        return [*before, *(self._run(found[0]) or [Run(found[0], self._at, self._at)])]

    def _run(self, said: str) -> list[Run]:
        """Copy at the next place that the file has it, or in the row of the table; nothing where it is not near.

        What is not the first of its block stands in the same paragraph of the file.
        """
        there = self._source.find(said, self._from(said), self._reach(said))
        if self._heads and there > 0 and self._source[there - 1] != "\n":
            line = self._source.find(f"\n{said}", there, there + _NEAR) + 1
            there = line or there
        self._heads = False
        if there < 0 and self._fresh:
            there = self._source.find(said, self._sure, self._at)
        if there < 0:
            there = self._source.find(said, self._row, self._at)
            return [Run(said, there, there + len(said))] if there >= 0 else []
        self._reached(said, there + len(said))
        return [Run(said, there, self._at)]

    def _reached(self, said: str, end: int) -> None:
        self._at, self._fresh = end, False
        if len(said) >= _LONG:
            self._sure = end

    def _from(self, said: str) -> int:
        """Where copy is looked for from: what is long may stand before something short that was found too far on."""
        return self._sure if len(said) >= _LONG else self._at

    def _set_in(self, said: str) -> list[Run]:
        """Copy at the next place where the file has its words, whatever white space is between them."""
        words = said.split()
        if len(words) > _MOST:
            return []
        found = re.compile(r"\s+".join(map(re.escape, words))).search(self._source, self._from(said), self._reach(said))
        if not found:
            return []
        self._reached(said, found.end())
        return aligned(said, self._source, Span(*found.span()))

    def _reach(self, said: str) -> int:
        """How far copy is looked for."""
        if self._fresh:
            return self._at + (_FAR if len(said) >= _LONG else _NEAR)
        blank = _BLANK.search(self._source, self._at)
        return blank.start() if blank else len(self._source)

    def _attribute(self, tag: Tag, name: str, scope: str) -> None:
        if span := tag.attributes.get(name):
            said = "".join(text for text, _ in decoded(self._text, span))
            self._walker.attribute(list(self._runs(said)), scope)

    def _comment(self, span: Span) -> None:
        note = notes.comment(self._text, span)
        self._walker.comment(note.text)
        there = self._source.find(note.text, self._noted)
        if there >= 0:
            self._noted = there + len(note.text)
            self.notes.append(Note(note.text, Span(there, self._noted)))
