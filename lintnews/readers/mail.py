"""An e-mail in, a document out: the subject is the headline, the first part of plain text (else of HTML) is the story.

Transfer encodings are resolved with their places kept: quoted-printable character by character, base64 as a whole.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator, Mapping
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from lintnews.model import Block, Document, LintNewsError, Note, Part, Piece, Source, Span
from lintnews.readers import html, notes, parts, text
from lintnews.readers.through import Through

ENDINGS = (".eml",)

_END = r"(?:\r\n|\n|\r)"
_FIELD = re.compile(rf"(?P<name>[!-9;-~]+):[ \t]*(?P<value>[^\r\n]*(?:{_END}[ \t]+[^\r\n]*)*)(?:{_END}|\Z)")
_BLANK = re.compile(rf"{_END}")
#: A soft line end, a row of encoded bytes, or what reads as it is.
_QUOTED = re.compile(rf"=[ \t]*{_END}|(?:=[0-9A-Fa-f]{{2}})+|[^=]+|=")
_DEEPEST = 20


class _Part(NamedTuple):
    """A part of a message: its fields in small letters, and where its content stands."""

    fields: Mapping[str, str]
    content: Span


def read(source: Source) -> Document:
    """Read a message; raises LintNewsError for one in which no text stands."""
    whole, subject = _part(source.text, Span(int(source.text.startswith("\ufeff")), len(source.text)))
    leaves = list(_leaves(source.text, whole, 0))
    chosen = next((part for kind in ("text/plain", "text/html") for part in leaves if _kind(part)[0] == kind), None)
    if chosen is None:
        raise LintNewsError(f"{source.name}:1: no text in this e-mail; save its story as a file of its own")
    head = list(_headline(source.text, subject))
    blocks, found = _body(source, chosen)
    story = parts.named(blocks, headline=bool(head), marked=_kind(chosen)[0] == "text/html")
    return notes.apart(Document(source, _meta(whole.fields), (*head, *story), tuple(found)))


def _part(source: str, span: Span) -> tuple[_Part, Span]:
    """A part with its fields read, and where the value of its subject stands."""
    fields: dict[str, str] = {}
    at, subject = span.start, Span(span.start, span.start)
    while (field := _FIELD.match(source, at, span.end)) and field.end() > at:
        name = field["name"].lower()
        fields.setdefault(name, re.sub(rf"{_END}[ \t]+", " ", field["value"]).strip())
        if name == "subject":
            subject = Span(*field.span("value"))
        at = field.end()
    blank = _BLANK.match(source, at, span.end)
    return _Part(fields, Span(blank.end() if blank else at, span.end)), subject


def _leaves(source: str, part: _Part, depth: int) -> Iterator[_Part]:
    """The parts that hold something themselves, in order; attachments are none of the story."""
    kind, options = _kind(part)
    if kind.startswith("multipart/") and options.get("boundary") and depth < _DEEPEST:
        mark = re.compile(rf"(?:\A|(?<=[\r\n]))--{re.escape(options['boundary'])}(?P<last>--)?[ \t]*(?:{_END}|\Z)")
        marks = list(mark.finditer(source, *part.content))
        for one, following in zip(marks, [*marks[1:], None], strict=True):
            if not one["last"]:
                end = following.start() if following else part.content.end
                yield from _leaves(source, _part(source, Span(one.end(), end))[0], depth + 1)
    elif not part.fields.get("content-disposition", "").lower().startswith("attachment"):
        yield part


def _kind(part: _Part) -> tuple[str, dict[str, str]]:
    """The media type of a part and its options."""
    message = Message()
    message["Content-Type"] = part.fields.get("content-type", "text/plain").replace("\r", " ").replace("\n", " ")
    options = message.get_params(failobj=[]) or []
    return message.get_content_type(), {str(name).lower(): str(value) for name, value in options[1:]}


def _decoded(source: str, part: _Part) -> Through:
    """The text of a part, with the way back."""
    encoding = part.fields.get("content-transfer-encoding", "").strip().lower()
    charset = _kind(part)[1].get("charset", "utf-8")
    if encoding == "quoted-printable":
        return Through(_quoted(source, part.content, charset))
    if encoding == "base64":
        return Through([(_of_base64(source[part.content.start : part.content.end], charset), part.content)])
    return Through([(source[part.content.start : part.content.end], part.content)])


def _quoted(source: str, span: Span, charset: str) -> Iterator[tuple[str, Span]]:
    for found in _QUOTED.finditer(source, *span):
        words = found[0]
        if words[0] == "=" and len(words) > 1:
            words = "" if words[-1] in "\r\n" else _text(bytes.fromhex(words.replace("=", "")), charset)
        yield words, Span(*found.span())


def _of_base64(words: str, charset: str) -> str:
    try:
        return _text(base64.b64decode("".join(words.split())), charset)
    except (binascii.Error, ValueError):
        return ""


def _text(data: bytes, charset: str) -> str:
    try:
        return data.decode(charset, "replace")
    except LookupError:
        return data.decode("utf-8", "replace")


def _headline(source: str, span: Span) -> Iterator[Block]:
    """The subject: one to one where it is plain, else as a whole."""
    words = source[span.start : span.end].rstrip()
    span = Span(span.start, span.start + len(words))
    if "=?" in words or "\n" in words or "\r" in words:
        try:
            words = " ".join(str(make_header(decode_header(words))).split())
        except (HeaderParseError, LookupError, UnicodeError):
            return
    if words.strip():
        yield Block(Part.HEADLINE, words, (Piece(0, span.start, span.end),))


def _body(source: Source, part: _Part) -> tuple[list[Block], list[Note]]:
    inner = _decoded(source.text, part)
    if _kind(part)[0] == "text/html":
        blocks, found = html.fragment(inner.text, Span(0, len(inner.text)))
        return list(inner.blocks(blocks)), inner.notes(found)
    document = text.read(Source("a.txt", f"\n\n{_unquoted(inner.text)}"))
    blocks = [Block(Part.BODY, b.text, tuple(p._replace(start=p.start - 2, end=p.end - 2) for p in b.pieces)) for b in document.blocks]
    shifted = [Note(note.text, Span(note.span.start - 2, note.span.end - 2)) for note in document.notes if note.text != "[sic]"]
    return list(inner.blocks(blocks)), inner.notes(shifted)


def _unquoted(words: str) -> str:
    """A text in which what is quoted from another message, and what stands below the mark of a signature, is blank."""
    body = re.split(r"(?m)^-- ?$", words, maxsplit=1)[0]
    return re.sub(r"(?m)^>[^\r\n]*", lambda found: " " * len(found[0]), body)


def _meta(fields: Mapping[str, str]) -> dict[str, object]:
    try:
        return {"date": parsedate_to_datetime(fields["date"]).date().isoformat()}
    except (KeyError, ValueError, TypeError):
        return {}
