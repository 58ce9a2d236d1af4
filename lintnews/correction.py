"""The text of a printed correction in, what was printed and what is right out, with the words that tell where."""

from __future__ import annotations

from collections.abc import Iterator

from lintnews import lazily
from lintnews.model import LintNewsError
from lintnews.record import record

#: What opens and closes a correction and says nothing of the slip.
_FRAME = lazily.pattern(
    r"(?i)\A[\s\[•*(]*(?:(?:corrections?|clarifications?|amplifications?|editor[’']?s note|update)\b[^:]{0,60}:\s*"
    r"|corrected by:[^@]{0,40}@[\d/ :APM]*\s*)+"
    r"|\s*(?:we (?:regret|apologi[sz]e)[^.]*\.|the (?:article|story|post|error) (?:has been|was) (?:corrected|updated)[^.]*\.)\s*"
)
_WORD = r"(?:(?:\p{Lu}\.)+|\p{Lu}[\p{L}\p{N}’'&-]*(?:\.(?=\p{L}))?(?:[\p{L}\p{N}’'&-]+)?)"
_NAME = rf"(?:{_WORD}(?:\s+(?:(?:of|for|the|and|de|la|van|von|bin|al)\s+){{0,2}}{_WORD})*(?: \d+)?)"
_FIGURE = r"(?:[$£€]?\d[\d,.]*\d?(?:\s?(?:%|percent|per cent|million|billion|trillion))?)"
_QUOTED = r"[“\"‘](?P<SIDEq>[^”\"’]+?)[.,]?[”\"’]"
_ITEM = r"(?:" + _QUOTED + r"|(?P<SIDE>[#@]?" + _NAME + r"|" + _FIGURE + r"))"
_W, _R = (_ITEM.replace("SIDE", side) for side in "wr")
_ART = r"(?:the |a |an )?"
_IN = r"(?:(?:incorrectly|wrongly|mistakenly|erroneously|inaccurately|originally|initially|first)\s+)?"
#: Forms of a correction that give both, each with the groups `w`, what was wrong, and `r`, what is right; in order of trust.
_INSTEAD = r",? (?:instead of|rather than)"
_SORT = r"(?:\p{Ll}+ (?:of )?){0,3}"
_VALUE = r"(?:name|figure|number|amount|date|year|age|spelling|word)"
_FORMS = (
    rf"\breferred {_IN}to (?:[\p{{L}} ’'-]{{0,60}}?)(?P<r>{_NAME}) as {_ART}{_W}",
    rf"\breferred {_IN}to (?:the nonexistent )?{_SORT}{_W}(?:,[^,.]{{0,12}})?{_INSTEAD} (?:the real )?{_SORT}{_R}",
    rf"\bmistook {_ART}(?:\p{{Ll}}+ )?{_R} for {_ART}{_W}",
    rf"\b(?:misspelled|misspelt) (?:the )?(?:\p{{Ll}}+ )*(?:name|surname) of (?P<r>{_NAME})(?:, [^.]{{0,60}}?,)? as {_W}",
    r"\b(?:cited|said|stated|named|called|gave|listed|identified|used|printed|wrote|reported|put)\b"
    rf"[^.]{{0,80}}?{_W}{_INSTEAD} {_ART}{_R}",
    rf"\b(?:it|he|she|they|that|this|the (?:correct |right )?{_VALUE})"
    r"(?:[’']s| is| are| was| were| should be| should have (?:been|read))(?: called| named| spelled| in)? "
    rf"{_ART}{_R},? (?:and )?not {_ART}{_W}",
    rf"\b(?:wants? to|that|is|are|was|were|by|in|on|at|for|about) (?:[\p{{Ll}}]+ ){{0,3}}{_ART}{_R},? not {_ART}{_W}",
    rf"\bshould (?:be|have (?:been|read)) {_R}(?:,? (?:and )?(?:instead of|rather than|not) {_ART}{_W})",
    rf"{_W} should (?:be|have (?:been|read)) {_ART}{_R}",
    rf"\b(?:included|used|quoted) the words? {_W}[^.]*\.[^“\".]*{_R}",
    rf"{_W}[^.]{{0,60}}\.? +(?:In fact, )?[Tt]he (?:correct|right|actual) {_VALUE} (?:is|was) {_R}",
)
#: Forms that give what was wrong, where what is right is the name most like it in the note.
_MISSPELLED = rf"\b(?:misspelled|misspelt|spelled|misidentified|incorrectly spelled)\b[^.]{{0,80}}? as {_W}"
_WORDS = lazily.pattern(rf"(?<![\p{{L}}\p{{N}}]){_NAME}")
_STARTERS = frozenset(
    "An A The Earlier Previous Prior Original Correction Corrections Clarification Clarifications This It In Its His Her He She They We "
    "That There Because Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September October November December".split()
)


@record
class Correction:
    """`wrong` was printed for `right`; `near` are names in the note that stand by either, by which the place is told."""

    note: str
    wrong: str
    right: str
    near: tuple[str, ...] = ()


def read(note: str, wrong: str = "", right: str = "") -> Correction:
    """What a correction says; `wrong` and `right` where it is told beside it. Raises LintNewsError where either is not to be had."""
    told = " ".join(_FRAME.sub(" ", " ".join(note.split())).split())
    found = (wrong, right) if wrong and right else next(_pairs(told), None)
    if found is None:
        lacking = "was printed" if right else "is right" if wrong else "was printed and what is right"
        raise LintNewsError(f"correct: the note does not say in so many words what {lacking}; add --wrong WORDS and --right WORDS")
    bad, good = wrong or found[0], right or found[1]
    return Correction(told, bad, good, tuple(_near(told, bad, good)))


def _pairs(told: str) -> Iterator[tuple[str, str]]:
    for form in _FORMS:
        for match in lazily.compile(form).finditer(told):
            groups = match.groupdict()
            bad, good = (_tidy(groups.get(f"{side}q") or groups.get(side) or "") for side in "wr")
            if bad and good and bad.casefold() != good.casefold() and _figure(bad) == _figure(good):
                yield bad, _of_one_length(bad, good, form)
    for match in lazily.compile(_MISSPELLED).finditer(told):
        bad = _tidy(match["wq"] or match["w"] or "")
        if good := _most_like(bad, told):
            yield bad, good


def _figure(words: str) -> bool:
    return any(map(str.isdigit, words))


def _of_one_length(bad: str, good: str, form: str) -> str:
    """What is right, cut from the front to as many words as were wrong where a post stands before a name."""
    words, many = good.split(), len(bad.split())
    return " ".join(words[-many:]) if "referred" in form and len(words) > many and " as " in form else good


def _most_like(bad: str, told: str) -> str:
    """The run of words in the note that is most like a misspelling."""
    from difflib import SequenceMatcher

    many = len(bad.split())
    runs = {" ".join(words[i : i + many]) for name in _names(told) for words in [name.split()] for i in range(len(words) - many + 1)}
    scored = [(SequenceMatcher(None, bad.casefold(), run.casefold()).ratio(), run) for run in runs if run != bad]
    best = max(scored, default=(0.0, ""))
    return best[1] if best[0] > 0.6 else ""


def _names(told: str) -> Iterator[str]:
    for match in _WORDS.finditer(told):
        words = match[0].split()
        while words and words[0] in _STARTERS:
            words = words[1:]
        if words:
            yield _tidy(" ".join(words))


def _near(told: str, bad: str, good: str) -> Iterator[str]:
    """The other names of the note: those that share no word with what was wrong or is right."""
    own = {*bad.casefold().split(), *good.casefold().split()}
    for name in _names(told) if " " not in good else ():
        if name.endswith(f" {good}"):
            yield name.removesuffix(f" {good}")
    for name in dict.fromkeys(_names(told)):
        if not own & {*name.casefold().replace("’s", "").replace("'s", "").split()} and len(name) > 2:
            yield name.removesuffix("’s").removesuffix("'s")


def _tidy(words: str) -> str:
    words = words.strip().rstrip(".,;:")
    return words[:-2] if words.endswith(("’s", "'s")) else words
