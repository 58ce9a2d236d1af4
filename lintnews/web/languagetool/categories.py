"""A rule in, what it is called in LanguageTool's world out: an id, a category, a kind of fault.

Where LanguageTool has the same check its id is used, so that what people have switched off stays off.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from lintnews.model import Finding
from lintnews.rule import Rule

#: Categories by id; the last four are ours.
_NAMES: Mapping[str, str] = {
    "CASING": "Capitalization",
    "CONFUSED_WORDS": "Commonly Confused Words",
    "GRAMMAR": "Grammar",
    "MISC": "Miscellaneous",
    "PUNCTUATION": "Punctuation",
    "REDUNDANCY": "Redundant Phrases",
    "REPETITIONS_STYLE": "Repetitions (Style)",
    "SEMANTICS": "Semantics",
    "STYLE": "Style",
    "TYPOGRAPHY": "Typography",
    "TYPOS": "Possible Typo",
    "FACTS": "Facts",
    "NAMES": "Names",
    "NUMBERS": "Numbers",
    "SOURCING": "Sourcing",
}


class Class(NamedTuple):
    """Where a rule belongs: its category, the kind of fault as ITS 2.0 names it, and LanguageTool's id for it, if it has one.

    `former` is the id that earlier releases had, which clients may still switch off.
    """

    category: str
    fault: str
    alias: str = ""
    former: str = ""


_BY_PACK: Mapping[str, Class] = {
    "acronyms": Class("STYLE", "style"),
    "copy": Class("TYPOGRAPHY", "typographical"),
    "dates": Class("SEMANTICS", "inconsistency"),
    "grammar": Class("GRAMMAR", "grammar"),
    "headline": Class("SEMANTICS", "inconsistency"),
    "names": Class("NAMES", "inconsistency"),
    "numbers": Class("NUMBERS", "numbers"),
    "places": Class("FACTS", "inconsistency"),
    "politics": Class("FACTS", "inconsistency"),
    "posts": Class("FACTS", "inconsistency"),
    "quotes": Class("PUNCTUATION", "typographical"),
    "sourcing": Class("SOURCING", "style"),
    "spelling": Class("TYPOS", "misspelling", "MORFOLOGIK_RULE_{}"),
    "lintnews": Class("MISC", "uncategorized"),
}
_BY_RULE: Mapping[str, Class] = {
    "grammar.small-letter": Class("CASING", "typographical"),
    "grammar.sound-alike": Class("CONFUSED_WORDS", "misspelling"),
    "grammar.sound-alike-n-to-z": Class("CONFUSED_WORDS", "misspelling"),
    "spelling.confused-near": Class("CONFUSED_WORDS", "misspelling"),
    "spelling.confused-small-word": Class("CONFUSED_WORDS", "misspelling"),
    "spelling.confused-word": Class("CONFUSED_WORDS", "misspelling"),
    "spelling.proper-word": Class("CASING", "typographical"),
    "spelling.set-phrase": Class("CONFUSED_WORDS", "misspelling"),
    "copy.a-before-vowel": Class("MISC", "misspelling", "EN_A_VS_AN"),
    "copy.an-before-consonant": Class("MISC", "misspelling", "EN_A_VS_AN"),
    "copy.doubled-word": Class("MISC", "duplication", "ENGLISH_WORD_REPEAT_RULE"),
    "copy.doubled-content-word": Class("MISC", "duplication", "ENGLISH_WORD_REPEAT_RULE"),
    "copy.double-space": Class("TYPOGRAPHY", "typographical", "CONSECUTIVE_SPACES", "WHITESPACE_RULE"),
    "copy.sentence-space": Class("TYPOGRAPHY", "whitespace", "SENTENCE_WHITESPACE"),
    "copy.space-before-punctuation": Class("TYPOGRAPHY", "whitespace", "COMMA_PARENTHESIS_WHITESPACE"),
    "copy.space-after-punctuation": Class("TYPOGRAPHY", "whitespace", "COMMA_PARENTHESIS_WHITESPACE"),
    "copy.doubled-punctuation": Class("PUNCTUATION", "typographical", "DOUBLE_PUNCTUATION"),
    "copy.unclosed-parenthesis": Class("PUNCTUATION", "typographical", "EN_UNPAIRED_BRACKETS"),
    "copy.missing-full-stop": Class("PUNCTUATION", "typographical"),
    "copy.paragraph-full-stop": Class("PUNCTUATION", "typographical", "PUNCTUATION_PARAGRAPH_END"),
    "copy.missing-apostrophe": Class("TYPOS", "misspelling"),
    "copy.wrong-word": Class("CONFUSED_WORDS", "misspelling"),
    "copy.dropped-to": Class("GRAMMAR", "grammar"),
    "copy.repeated-opening": Class("REPETITIONS_STYLE", "style", "ENGLISH_WORD_REPEAT_BEGINNING_RULE"),
    "copy.repeated-paragraph": Class("REPETITIONS_STYLE", "duplication"),
    "copy.spelling-variety": Class("TYPOS", "locale-violation"),
    "copy.percent-form": Class("STYLE", "inconsistency"),
    "copy.small-number-form": Class("STYLE", "inconsistency"),
    "copy.date-form": Class("STYLE", "inconsistency"),
    "dates.weekday": Class("SEMANTICS", "inconsistency", "EN_DATE_WEEKDAY", "DATE_WEEKDAY"),
    "style.american-spelling": Class("TYPOS", "locale-violation"),
    "style.british-spelling": Class("TYPOS", "locale-violation"),
    "style.redundancy": Class("REDUNDANCY", "style"),
    "quotes.marks": Class("PUNCTUATION", "typographical", "EN_UNPAIRED_QUOTES"),
}
_BY_KIND: Mapping[str, Class] = {
    "spelling": Class("TYPOS", "misspelling", "MORFOLOGIK_RULE_{}"),
    "misspelling": Class("TYPOS", "misspelling", "MORFOLOGIK_RULE_{}"),
    "capitalization": Class("CASING", "typographical"),
    "repetition": Class("MISC", "duplication"),
}
_OTHER = Class("STYLE", "style")


def of(rule: str, kind: str = "") -> Class:
    """Where a rule belongs, by its own name, its pack's, its kind's."""
    return _BY_RULE.get(rule) or _BY_PACK.get(rule.partition(".")[0]) or _BY_KIND.get(kind) or _OTHER


def of_finding(finding: Finding, kind: str) -> Class:
    """Where a finding belongs; what LanguageTool found stays where it puts it, under its own id."""
    if finding.sort:
        return Class(*finding.sort, finding.rule.partition(".")[2])
    return of(finding.rule, kind)


def name(category: str) -> str:
    """A category's name."""
    return _NAMES.get(category) or category.replace("_", " ").capitalize()


def id_of(rule: str, kind: Class, language: str) -> str:
    """The id that clients see, of a rule of that kind."""
    return kind.alias.format(language.replace("-", "_").upper()) or rule


def answers_to(rule: Rule, names: frozenset[str]) -> bool:
    """Whether a client that names these rules means this one: by our name, its pack's, or LanguageTool's."""
    kind = of(rule.id, rule.kind)
    stem = kind.alias.partition("{")[0]
    if rule.id in names or rule.pack in names or (kind.former and kind.former in names):
        return True
    return bool(stem and any(n == kind.alias or (stem != kind.alias and n.startswith(stem)) for n in names))
