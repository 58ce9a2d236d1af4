"""The nouns of the profile: which indicators there are, and what was seen of them."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from lintnews.model import Source, Span


class Indicator(NamedTuple):
    """Something that a text shows: the question it answers, the rules and the reading (a function of `reading`) that see it."""

    name: str
    group: str
    question: str
    rules: tuple[str, ...] = ()
    reading: str = ""


class Seen(NamedTuple):
    """One place where it was seen, in the source."""

    span: Span
    text: str


class Observed(NamedTuple):
    """An indicator with all places where it was seen."""

    indicator: Indicator
    seen: tuple[Seen, ...]


class Present(NamedTuple):
    """Something that a story has or has not: its byline, its day …"""

    name: str
    there: bool
    text: str = ""


class Profile(NamedTuple):
    """A story's profile."""

    source: Source
    day: date | None
    words: int
    observed: tuple[Observed, ...]
    present: tuple[Present, ...]


INDICATORS = (
    Indicator(
        "clickbait-headline",
        "headline",
        "Does the headline withhold, tease or bait?",
        ("signals.clickbait", "headline.bait", "signals.teaser-bracket"),
    ),
    Indicator(
        "sensational-headline",
        "headline",
        "Does the headline shout?",
        ("signals.sensational-headline", "signals.exclamation-headline"),
    ),
    Indicator("question-headline", "headline", "Does the headline ask what the story does not answer?", ("headline.question",)),
    Indicator(
        "charged-words",
        "tone",
        "Is the tone emotionally charged?",
        ("signals.loaded-label", "signals.label", "quotes.loaded-verb"),
    ),
    Indicator(
        "shouting",
        "tone",
        "Are there words in capitals, stacked marks?",
        ("signals.shouted-word", "signals.stacked-marks"),
    ),
    Indicator("forwarding-appeal", "tone", "Is the reader pressed to share?", ("signals.forwarding-appeal",)),
    Indicator(
        "conspiracy-formula",
        "reasoning",
        "Does it use the formulae of conspiracy tales?",
        ("signals.conspiracy-formula",),
    ),
    Indicator("causal-claim", "reasoning", "Does it say that one thing causes another?", reading="causes"),
    Indicator("absolute-claim", "confidence", "Does it claim certainty?", reading="absolutes"),
    Indicator("uncertainty", "confidence", "Does it say what is not known, or how sure it is?", reading="hedges"),
    Indicator("named-speaker", "sources", "Whom does it quote by name?", reading="speakers"),
    Indicator("outside-expert", "sources", "Does it quote experts who are not its subject?", reading="experts"),
    Indicator("cited-study", "sources", "Does it cite studies, data, documents?", reading="studies"),
    Indicator("link", "sources", "Where does it link to?", reading="links"),
    Indicator(
        "unnamed-source",
        "sources",
        "Does it rest on sources without a name?",
        ("quotes.bare-source", "quotes.source-without-reason"),
    ),
    Indicator("weasel-attribution", "sources", "Does it say “experts say”, “many believe”?", ("sourcing.weasel",)),
    Indicator("claim-with-source", "claims", "Which checkable claims give a source?", reading="sourced"),
    Indicator("claim-without-source", "claims", "Which give none?", reading="unsourced"),
    Indicator(
        "listed-source",
        "claims",
        "Does it rest on sites that are listed as satirical, unreliable or look-alike?",
        ("sources.satire", "sources.listed-site", "sources.look-alike"),
    ),
    Indicator("retracted-paper", "claims", "Does it rest on a paper that was retracted?", ("sources.retracted",)),
    Indicator("judged-claim", "claims", "Does it repeat what a fact-check has judged?", ("claims.repeated",)),
)
#: What no text shows: people answer it.
FOR_PEOPLE = (
    "Does the headline represent the story?",
    "Do the sources that are cited say what the story says they say?",
    "Are there fallacies: a straw man, a false dilemma, a slippery slope, an appeal to nature or to fear?",
    "Do the experts who are quoted know the field, and does the rest of it agree with them?",
    "Has the story been checked by others, and what did they find?",
)
