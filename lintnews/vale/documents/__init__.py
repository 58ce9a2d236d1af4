"""A source in, a document of Vale's blocks out, whatever the format; each character keeps its place in the source."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from lintnews.model import Document, LintNewsError, Source
from lintnews.vale.document import Reading, ScopedDocument, UnreadableError
from lintnews.vale.documents import plain
from lintnews.vale.documents.clean import Clean, cleaned
from lintnews.vale.documents.walker import Walked

if TYPE_CHECKING:
    from lintnews.vale.extracts import Extract
    from lintnews.vale.masked import Taking

#: Formats that Vale gives to other programs, which do not say where in the file their output stands.
UNREAD = {"adoc": "AsciiDoc"}

#: A page that is longer is not followed, for that takes the square of its length; its findings are at their own words.
LONGEST = 500_000

_MARKUP = ("md", "mdx", "html", "rst")
_Parts = tuple[Mapping[str, object], Walked]


def read(source: Source, reading: Reading) -> Document:
    """The blocks of a source in Vale's reading order, its front matter as `meta`, its comments as `notes`.

    Raises LintNewsError for a format that cannot be read with its places, and for a pattern of `.vale.ini` that is none.
    """
    if reading.format in UNREAD and not reading.view:
        what = UNREAD[reading.format]
        remedy = f"leave it out, or read it as plain text: `{reading.ending} = txt` under `[formats]` in .vale.ini"
        raise LintNewsError(f"{source.name}: {what} cannot be read with every word's place; {remedy}")
    clean = cleaned(source.text)
    try:
        if view := _view(clean, reading):
            return _extracted(source, clean, reading, view)
        meta, walked = _marked_up(clean, reading) if reading.format in _MARKUP else _plain(clean, reading)
    except UnreadableError as error:
        raise LintNewsError(f"{source.name}: {error}") from None
    raw = clean.block(plain.whole(clean.text, f"raw.{reading.ending}"))
    return ScopedDocument(source, meta, (*walked.blocks, raw), tuple(walked.notes), walked.tree, taking=_taking(clean, walked))


def _taking(clean: Clean, walked: Walked) -> Callable[[], Taking] | None:
    """How to work out where Vale takes the copy of a page to be."""
    if not walked.steps or len(clean.text) > LONGEST:
        return None

    def work_out() -> Taking:
        from lintnews.vale.masked import Taking

        return Taking(clean, walked.steps)

    return work_out


def _view(clean: Clean, reading: Reading) -> Extract | None:
    """The view that a file is read through, if any: that of the configuration, or that of a style's rule on itself."""
    if reading.view and (reading.view.engine != "tree-sitter" or reading.ending in ("yml", "yaml", "toml")):
        return reading.view
    if reading.ending == "yml" and not reading.format:
        from lintnews.vale.documents import extracted

        return extracted.of_rule(clean.text, reading)
    return None


def _extracted(source: Source, clean: Clean, reading: Reading, view: Extract) -> Document:
    from lintnews.vale.documents import extracted

    blocks, scoped = extracted.read(clean, reading, view, _walk)
    raw = clean.block(plain.whole(clean.text, f"raw.{reading.ending}"))
    return ScopedDocument(source, {}, (*blocks, raw), scoped=scoped)


def _plain(clean: Clean, reading: Reading) -> _Parts:
    made = plain.text if reading.format == "txt" else plain.lines
    return {}, Walked(tuple(map(clean.block, made(clean.text, reading))), ())


def _marked_up(clean: Clean, reading: Reading) -> _Parts:
    from lintnews.vale.documents import frontmatter

    head = frontmatter.read(clean.text, reading)
    story, start = clean, head.end
    if reading.token_ignores or reading.block_ignores or reading.comment_delimiters:
        from lintnews.vale.documents import ignores

        story, start = ignores.applied(clean, reading, start)
    if reading.format == "mdx":
        from lintnews.vale.documents import mdx

        story = mdx.applied(story, start)
    found = _walk(story.text, start, reading)
    return head.meta, Walked(
        (*map(clean.block, head.blocks if reading.format != "html" else ()), *map(story.block, found.blocks)),
        [*map(story.note, found.notes)],
        found.tree,
        found.steps if story is clean else (),
    )


def _walk(text: str, start: int, reading: Reading) -> Walked:
    if reading.format == "html":
        from lintnews.vale.documents import html

        return html.walk(text, start, reading)
    if reading.format == "rst":
        from lintnews.vale.documents import rst

        return rst.walk(text, start, reading)
    from lintnews.vale.documents import markdown

    return markdown.walk(text, start, reading)
