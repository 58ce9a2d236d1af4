"""A story in, the places that show an indicator out: what no rule looks for, since it is no fault."""

from __future__ import annotations

from collections.abc import Iterator

from lintnews import lazily
from lintnews.evidence import said
from lintnews.evidence.nouns import Standing
from lintnews.indicators.nouns import Present, Seen
from lintnews.ledger import Story
from lintnews.model import PROSE, Block, Part, Span

_HEDGES = lazily.pattern(
    r"(?i)\b(?:may|might|could) (?:be|have|not)\b|\b(?:appears?|seems?) to\b|\b(?:is|was|are|were|remains?) (?:not |un)(?:clear|"
    r"known|certain)\b|"
    r"\b(?:preliminary|tentative|provisional|unconfirmed|estimated|uncertain(?:ty)?|limitations?|caveats?|margin of error|not yet known|"
    r"could not be (?:independently )?(?:confirmed|verified))\b|\bmore research\b|\bit is (?:possible|likely|too early)\b"
)
_ABSOLUTES = lazily.pattern(
    r"(?i)\b(?:prove[sd]?|proof) (?:that|once and for all)\b|\b(?:undeniabl[ey]|unquestionabl[ey]|indisputabl[ey]|irrefutabl[ey]|"
    r"without (?:a |any )?doubt|"
    r"beyond (?:a |any )?doubt|everyone knows|no one can deny|100 percent|the only explanation|always has|never has|guaranteed)\b"
)
_CAUSES = lazily.pattern(
    r"(?i)\b(?:caus(?:e[sd]?|ing) (?!for\b|of action\b|and effect\b)|(?:leads?|led|leading) to|(?:is|are|was|were) (?:caused by|"
    r"due to|to blame for|responsible for)|"
    r"(?:results?|resulted|resulting) in|triggers?|triggered|because of|cures?|prevents?|prevented)\b"
)
_EXPERTS = lazily.pattern(
    r"\b(?:[Pp]rofessor|[Rr]esearcher|[Ss]cientist|[Ee]conomist|[Hh]istorian|[Ee]pidemiologist|[Aa]nalyst|[Ss]enior fellow|"
    r"[Ff]ellow at|[Ll]ecturer|"
    r"[Ss]ociologist|[Pp]sychologist|[Pp]olitical scientist|[Ll]aw professor|[Ee]ngineer|[Bb]iologist|[Pp]hysicist|"
    r"[Ss]tatistician|[Dd]emographer)s?\b"
)
_STUDIES = lazily.pattern(
    r"(?i)\b(?:(?:a|the|this|that|new|recent|another|one|published) (?:\p{Ll}+ ){0,2}(?:study|survey|poll|report|paper|analysis|"
    r"audit|census)|"
    r"published (?:in|by) (?:the )?\p{Lu}\p{L}+|court (?:documents|records|filings?)|according to (?:data|figures|documents|"
    r"records|a (?:report|study|poll|survey)))\b"
)
_BYLINE = lazily.pattern(r"\A\s*(?:By|Von|Story by|Reporting by) \p{Lu}")
_CORRECTED = lazily.pattern(
    r"(?i)\b(?:correction|clarification|editor[’']s note|(?:article|story|post) (?:has been|was) (?:updated|corrected|amended))\b"
)
_LABEL = lazily.pattern(
    r"(?i)\A\W*(?:opinion|analysis|commentary|editorial|op-ed|review|sponsored|advertisement|paid (?:content|post)|satire)\b"
)


def hedges(story: Story) -> list[Seen]:
    """Where it says what is not known, or how sure it is."""
    return _found(story, _HEDGES)


def absolutes(story: Story) -> list[Seen]:
    """Where it claims certainty, outside quotations."""
    return _found(story, _ABSOLUTES, quoted=False)


def causes(story: Story) -> list[Seen]:
    """Where it says that one thing causes another, outside quotations."""
    return _found(story, _CAUSES, quoted=False)


def experts(story: Story) -> list[Seen]:
    """Where it names an expert by what he is, outside quotations."""
    return _found(story, _EXPERTS, quoted=False)


def studies(story: Story) -> list[Seen]:
    """Where it cites studies, data or documents, outside quotations."""
    return _found(story, _STUDIES, quoted=False)


def speakers(story: Story) -> list[Seen]:
    """Each name that a quotation is given to, where it first is."""
    out: dict[str, Seen] = {}
    for quotation in story.quotations:
        if quotation.speaker and (name := quotation.block.text[slice(*quotation.speaker)].strip()) and name.split()[-1][:1].isupper():
            out.setdefault(name.split()[-1].casefold(), _seen(quotation.block, quotation.speaker))
    return list(out.values())


def links(story: Story) -> list[Seen]:
    """The addresses that readers can follow."""
    return [_seen(link.block, link.span) for link in story.links]


def sourced(story: Story) -> list[Seen]:
    """The checkable claims that give a source."""
    return [_seen(each.block, each.span) for each in said.claims(story, ()) if each.standing is Standing.INSIDE]


def unsourced(story: Story) -> list[Seen]:
    """The checkable claims that give none."""
    return [_seen(each.block, each.span) for each in said.claims(story, ()) if each.standing is Standing.OPEN]


def presence(story: Story) -> Iterator[Present]:
    """What a reader looks for around a story."""
    meta, blocks = story.document.meta, story.document.blocks
    byline = next((str(meta[key]) for key in ("author", "authors", "byline") if meta.get(key)), "")
    byline = byline or next((block.text for block in blocks if block.part is Part.BYLINE or _BYLINE.match(block.text)), "")
    yield Present("byline", bool(byline), byline[:80])
    yield Present("day", story.day is not None, story.day.isoformat() if story.day else "")
    dateline = next((block.text for block in blocks if block.part is Part.DATELINE), "")
    yield Present("dateline", bool(dateline), dateline[:80])
    note = next((block.text for block in blocks if _CORRECTED.search(block.text[:300])), "")
    yield Present("correction-or-update-note", bool(note), note[:120])
    label = str(meta.get("section") or "") or next((block.text for block in blocks[:3] if _LABEL.match(block.text)), "")
    yield Present("label", bool(label), label[:80])


def _found(story: Story, pattern: lazily.Pattern, *, quoted: bool = True) -> list[Seen]:
    found = ((block, Span(*match.span())) for block in story.blocks(*PROSE) for match in pattern.finditer(block.text))
    return [_seen(block, span) for block, span in found if quoted or not story.quoted(block, span)]


def _seen(block: Block, span: Span) -> Seen:
    return Seen(block.in_source(span), block.text[slice(*span)])
