"""An export of WordPress (WXR) or a feed (RSS, Atom) in, a document for each post in it out, with exact places in the file.

The XML is read strictly and by itself: nothing in it is resolved or fetched, and a document type is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from lintnews.model import Block, Document, LintNewsError, Part, Source, Span
from lintnews.readers import html, notes, parts, tags
from lintnews.readers.through import Through

ENDINGS = (".wxr", ".rss", ".atom")

_TAG = re.compile(r"<(?P<closes>/?)(?P<name>[^\s<>/\"'=]++)(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+>")
_ROOTS = ("rss", "feed", "rdf:rdf")
_POSTS = ("item", "entry")
_BODIES = ("content:encoded", "content", "description")
_CAPTION = "excerpt:encoded"
_ATTACHED = re.compile(r"<wp:post_type>(?:<!\[CDATA\[)?attachment\b")
_DECKS = (_CAPTION, "summary")
_DATES = ("wp:post_date", "pubdate", "dc:date", "published", "updated")
_DAY = re.compile(r"(?!0000)\d{4}-\d\d-\d\d")
_DEEPEST = 200
#: What WordPress itself makes a paragraph of, where its old editor was used: lines apart.
_APART = re.compile(r"(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)\s*")
_MARKED = re.compile(r"<p[\s>]|<!-- wp:", re.IGNORECASE)
#: A short code of WordPress: one of its own, one with settings, or the end of any.
_CODE = re.compile(
    r"\[(?P<closes>/?)(?P<name>caption|wp_caption|gallery|playlist|audio|video|embed)\b[^\[\]<>]*\]"
    r"|\[[a-z][a-z0-9_-]{1,40}(?: [a-z0-9_-]{1,40}=[^\[\]<>]*)\]|\[/[a-z][a-z0-9_-]{1,40}\]"
)

_Stretch = tuple[str, Span]
_Stretches = list[_Stretch]


class _Post(NamedTuple):
    """What stands in the elements of a post, by their names, resolved, and where the post begins."""

    fields: Mapping[str, _Stretches]
    start: int

    def text(self, *names: str) -> str:
        return next((words for name in names if (words := "".join(part for part, _ in self.fields.get(name, ())).strip())), "")

    def stretches(self, *names: str) -> _Stretches:
        return next((self.fields[name] for name in names if self.text(name)), [])


def fits(text: str) -> bool:
    """Whether the outermost element is that of a feed."""
    found = re.match(r"\ufeff?\s*(?:<\?[^>]*>\s*|<!--(?:[^-]|-(?!->))*-->\s*)*<([^\s<>/]+)", text)
    return bool(found and found[1].lower() in _ROOTS)


def read(source: Source) -> Document:
    """All posts as one document; raises LintNewsError as `stories` does."""
    made = list(stories(source))
    blocks = tuple(block for document in made for block in document.blocks)
    return Document(source, made[0].meta, blocks, tuple(note for document in made for note in document.notes))


def stories(source: Source) -> Iterator[Document]:
    """Each post and page that is not in the bin, with the captions of its pictures.

    Raises LintNewsError for broken XML, or for one in which no post stands.
    """
    none = True
    captions = _captions(source)
    for post in _posts(source):
        if post.text("wp:post_type") in ("", "post", "page") and post.text("wp:status") != "trash" and post.stretches(*_BODIES):
            none = False
            yield _document(source, post, captions.get(post.text("wp:post_id"), ()))
    if none:
        raise LintNewsError(f"{source.name}:1: no story in it: no post with a text; export posts from the content system")


def _captions(source: Source) -> Mapping[str, Sequence[_Stretches]]:
    """What an export says under the pictures of its library, by the number of the post that they were put in for."""
    made: dict[str, list[_Stretches]] = {}
    if _ATTACHED.search(source.text):
        for post in _posts(source):
            if post.text("wp:post_type") == "attachment" and (words := post.stretches(_CAPTION)):
                made.setdefault(post.text("wp:post_parent"), []).append(words)
    return made


def _posts(source: Source) -> Iterator[_Post]:
    path: list[str] = []
    fields: dict[str, _Stretches] = {}
    start = depth = 0
    for words, span, tag in _tokens(source):
        if tag is None:
            if depth and len(path) == depth + 1:
                fields.setdefault(path[-1], []).append((words, span))
        elif tag["closes"]:
            if not path or path.pop() != tag["name"].lower():
                raise _broken(source, span.start, f"`{tag[0][:60]}` closes what is not open")
            if depth and len(path) < depth:
                yield _Post(fields, start)
                depth = 0
        elif not tag[0].endswith("/>"):
            path.append(tag["name"].lower())
            if len(path) > _DEEPEST:
                raise _broken(source, span.start, f"elements stand more than {_DEEPEST} deep")
            if not depth and path[-1] in _POSTS:
                fields, start, depth = {}, span.start, len(path)
    if path:
        raise _broken(source, len(source.text), f"`<{path[-1]}>` is not closed")


def _tokens(source: Source) -> Iterator[tuple[str, Span, re.Match[str] | None]]:
    """Stretches of text with their entities resolved, and tags; comments and instructions are none."""
    text, at = source.text, 0
    while at < len(text):
        angle = text.find("<", at)
        for words, span in tags.decoded(text, Span(at, angle if angle >= 0 else len(text))):
            yield words, span, None
        if angle < 0:
            return
        if text.startswith("<![CDATA[", angle):
            at = _end(source, angle, "]]>")
            yield text[angle + 9 : at - 3], Span(angle + 9, at - 3), None
        elif text.startswith(("<!--", "<?"), angle):
            at = _end(source, angle, "-->" if text.startswith("<!--", angle) else "?>")
        elif tag := _TAG.match(text, angle):
            at = tag.end()
            yield "", Span(angle, at), tag
        elif text.startswith("<!", angle):
            raise _broken(source, angle, "it has a document type, which may define what eats the machine")
        else:
            raise _broken(source, angle, "this `<` begins no tag")


def _end(source: Source, start: int, mark: str) -> int:
    end = source.text.find(mark, start)
    if end < 0:
        raise _broken(source, start, f"`{source.text[start : start + 9]}` is not closed by `{mark}`")
    return end + len(mark)


def _broken(source: Source, at: int, why: str) -> LintNewsError:
    return LintNewsError(f"{source.name}:{source.place(at).line}: its XML is broken: {why}; export it anew")


def _document(source: Source, post: _Post, captions: Iterable[_Stretches]) -> Document:
    head = [*_labels(post.stretches("title"), Part.HEADLINE), *_labels(post.stretches(*_DECKS), Part.DECK)]
    body = post.stretches(*_BODIES)
    joined = "".join(words for words, _ in body)
    inner = Through(body if _MARKED.search(joined) else (piece for stretch in body for piece in _set_apart(*stretch)))
    blocks, found = html.fragment(inner.text, Span(0, len(inner.text)))
    story = parts.named(list(inner.blocks(blocks)), headline=bool(head), marked=True)
    day = _day(post.text(*_DATES))
    shown = (block for words in captions for block in _labels(words, Part.CAPTION))
    return notes.apart(Document(source, {"date": day} if day else {}, (*head, *story, *shown), tuple(inner.notes(found))))


def _labels(stretches: _Stretches, part: Part) -> Iterator[Block]:
    inner = Through(stretches)
    blocks: list[Block] = html.fragment(inner.text, Span(0, len(inner.text)))[0]
    yield from (Block(part, block.text, block.pieces) for block in inner.blocks(blocks[:1]))


def _set_apart(words: str, span: Span) -> Iterator[_Stretch]:
    """Copy of WordPress' old editor with the marks of paragraphs and captions that it leaves to be made."""
    if len(words) != span.end - span.start:
        yield words, span
        return
    at = 0
    found = sorted((*_APART.finditer(words), *_CODE.finditer(words)), key=re.Match.start)
    for each in found:
        if each.start() >= at:
            yield words[at : each.start()], Span(span.start + at, span.start + each.start())
            yield _mark(each), Span(span.start + each.start(), span.start + each.end())
            at = each.end()
    yield words[at:], Span(span.start + at, span.end)


def _mark(found: re.Match[str]) -> str:
    if found[0][0] != "[":
        return "<p>"
    if (found["name"] or "").endswith("caption"):
        return "</figcaption>" if found["closes"] else "<figcaption>"
    return "<wbr>"


def _day(words: str) -> str:
    if found := _DAY.match(words):
        return found[0]
    try:
        return parsedate_to_datetime(words).date().isoformat()
    except (ValueError, TypeError):
        return ""
