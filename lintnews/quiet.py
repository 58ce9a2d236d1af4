"""A finding and a reason in, the note that quiets its rule there out, where the copy can hold it; tried before it is handed out."""

from __future__ import annotations

from lintnews import readers
from lintnews.fixes import Check
from lintnews.model import Document, Finding, Source, Span
from lintnews.readers import front_matter

#: What stands for the reason until somebody writes one.
REASON = "say why"


def note(source: Source, finding: Finding, check: Check, reason: str = "") -> tuple[int, str]:
    """Where to put what, so that the finding is told no more: in its paragraph, else for the whole file at its end."""
    why = " ".join(reason.replace("--", "–").split()) or REASON
    end = "\r\n" if "\r\n" in source.text else "\n"
    for offset, verb, before, after in _ways(source, finding.span, end):
        text = f"{before}<!-- lintnews {verb} {finding.rule}: {why} -->{after}"
        changed = Source(source.name, source.text[:offset] + text + source.text[offset:])
        if not _is_told(finding, check(changed).findings, offset, len(text)):
            return offset, text
    return offset, text


def _ways(source: Source, span: Span, end: str) -> list[tuple[int, str, str, str]]:
    """The offset, the verb, and what comes before and after the note."""
    head = front_matter.read(source.text, source.name).end
    last = (len(source.text), "ignore-file", "" if source.text.endswith(("\n", "\r")) else end, end)
    if span.start < head:
        return [(head, "ignore-file", "", end), last]
    line = source.line(source.place(max(span.start, span.end - 1)).line).end
    return [(_paragraph_end(readers.read(source), span, line), "ignore", " ", ""), (line, "ignore-line", " ", ""), last]


def _paragraph_end(document: Document, span: Span, otherwise: int) -> int:
    blocks = [block.in_source(Span(0, len(block.text))) for block in document.blocks]
    around = [block for block in blocks if block.start <= span.start <= block.end]
    return max(max(block.end for block in around), span.end) if around else otherwise


def _is_told(finding: Finding, findings: tuple[Finding, ...], offset: int, length: int) -> bool:
    """Whether the finding is still there, or the note is found fault with."""
    start = finding.span.start + (length if offset <= finding.span.start else 0)
    return any(each.rule == finding.rule and each.span.start == start for each in findings) or any(
        each.rule in ("lintnews.unused-note", "lintnews.unknown-note") and offset <= each.span.start <= offset + length for each in findings
    )
