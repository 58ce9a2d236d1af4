"""Retracted: a paper that a story cites, by DOI or PubMed number, and that the fact base says was retracted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar
from urllib.parse import unquote

from lintnews import lazily
from lintnews.ledger import Story
from lintnews.model import COPY, Block, Evidence, Fact, Match, Span
from lintnews.record import record

_DOI = lazily.pattern(r"\b10\.\d{4,9}/[^\s\"<>“”‘’|\\^`{}]+")
_PUBMED = lazily.pattern(r"(?i:\bPMID:?\s*|pubmed\.ncbi\.nlm\.nih\.gov/|ncbi\.nlm\.nih\.gov/pubmed/)(\d{4,9})\b")
#: What preprint servers hang on a DOI: the version, the form of the page.
_VERSION = lazily.pattern(
    r"(?i:(?<=\d)v\d{1,2}(?:\.(?:full|abstract|short))*(?:[.-](?:text|pdf|html?))?\Z|\.(?:full|abstract)(?:[.-](?:text|pdf))?\Z)"
)
_SAID = {"retraction": "has been retracted", "expression of concern": "is under an expression of concern"}
_TOLD = lazily.pattern(r"(?i:\bretract\w*|\bwithdr[ae]w\w*|\bexpression of concern\b)")


@record
class Check:
    """Papers with a `retracted` fact whose day is not after the story's; nothing is said where the paragraph says so itself.

    What is no retraction, such as an expression of concern, is one step less.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "nature", "said")

    def find(self, story: Story) -> Iterator[Match]:
        for link in story.links:
            for name, _ in _papers(unquote(link.address)):
                if fact := self._known(story, name, link.around):
                    yield _match(link.block, link.span, fact)
        for block in story.blocks(*COPY):
            if "10." in block.text or "PMID" in block.text:
                for name, span in _papers(block.text):
                    in_link = "/" in block.text[max(0, span.start - 24) : span.start] and "://" in block.text
                    if not in_link and (fact := self._known(story, name, block)):
                        yield _match(block, span, fact)

    def _known(self, story: Story, name: str, around: Block | None) -> Fact | None:
        facts = (fact for fact in story.facts.about(name, "retracted") if name in (fact.subject, *fact.aliases))
        fact = next(facts, None)
        if fact is None or (around is not None and _TOLD.search(around.text)):
            return None
        return None if story.day and fact.since > story.day.isoformat() else fact


def _papers(text: str) -> Iterator[tuple[str, Span]]:
    """The papers that a text names, as the fact base calls them: a DOI in lower case, or `pmid:123`."""
    for found in _DOI.finditer(text):
        name = found[0].rstrip(".,;:!?*_")
        while name.endswith(")") and name.count(")") > name.count("("):
            name = name[:-1].rstrip(".,;:")
        yield _VERSION.sub("", name.lower()), Span(found.start(), found.start() + len(name))
    for found in _PUBMED.finditer(text):
        yield f"pmid:{found[1]}", Span(*found.span())


def _match(block: Block, span: Span, fact: Fact) -> Match:
    words = {"match": block.text[slice(*span)], "nature": fact.value, "said": _SAID.get(fact.value, f"has a notice: {fact.value}")}
    said = f"{fact.value} of {fact.subject}" + (f", {fact.since}" if fact.since else "") + (f": {fact.note}" if fact.note else "")
    return Match(block, span, (), words, (Evidence(said, fact=fact),), doubt=0 if fact.value == "retraction" else 1)
