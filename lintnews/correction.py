"""The text of a printed correction in, what was printed and what is right out, with the words that tell where."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from lintnews import lazily
from lintnews.correction_forms import FORMS, NAME, PLAIN_FORMS, WRONG
from lintnews.model import LintNewsError
from lintnews.record import record

#: What opens and closes a correction and says nothing of the slip.
_FRAME = lazily.pattern(
    r"(?i)\A[\s\[•*(]*(?:(?:corrections?|clarifications?|amplifications?|editor[’']?s note|update)\b[^:]{0,60}:\s*"
    r"|corrected by:[^@]{0,40}@[\d/ :APM]*\s*)+"
    r"|\s*(?:we (?:regret|apologi[sz]e)[^.]*\.|the (?:article|story|post|error) (?:has been|was) (?:corrected|updated)[^.]*\.)\s*"
)
#: What says that a sentence tells what was printed and is wrong.
_FAULT = lazily.pattern(
    r"(?i:\b(?:incorrectly|erroneously|wrongly|mistakenly|originally|misstated|misidentified|"
    r"earlier version|previous version|we (?:said|stated|wrote|reported))\b)"
)
#: Between two sentences; not behind `Mr.` or `A.`.
_END = lazily.pattern(r"(?<=\p{L}{4}[.”’]|[\d%)][.”’])\s+(?=[\p{Lu}“])")
_TOKEN = lazily.pattern(r"[$£€]?\d(?:[\d,.–-]*\d)?%?(?: (?:million|billion|trillion|percent|per cent))?|[\p{L}\p{M}’'-]+")
#: Words that are the same around what was wrong and what is right, of figures, names and plain words; the most words of either.
_AROUND, _MIDDLE = {"9": 2, "A": 2, "a": 4}, 3
#: Forms that give what was wrong, where what is right is the name most like it in the note.
_MISSPELLED = rf"\b(?:misspelled|misspelt|spelled|misidentified|incorrectly spelled)\b[^.]{{0,80}}? as {WRONG}"
_WORDS = lazily.pattern(rf"(?<![\p{{L}}\p{{N}}]){NAME}")
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
    for form in FORMS:
        for match in lazily.compile(form).finditer(told):
            groups = match.groupdict()
            bad, good = (_tidy(groups.get(f"{side}q") or groups.get(side) or "") for side in "wr")
            if bad and good and bad.casefold() != good.casefold() and _figure(bad) == _figure(good):
                yield bad, _of_one_length(bad, good, form)
    for form in PLAIN_FORMS:
        for match in lazily.compile(form).finditer(told):
            if match["w"].casefold() != match["r"].casefold():
                yield match["w"], match["r"]
    yield from _aligned(told)
    for match in lazily.compile(_MISSPELLED).finditer(told):
        bad = _tidy(match["wq"] or match["w"] or "")
        if good := _most_like(bad, told):
            yield bad, good


def _aligned(told: str) -> Iterator[tuple[str, str]]:
    """What stands between the same words in a sentence that tells the slip and in the next: `worth $3 million. It was worth $3 billion`."""
    sentences = _END.split(told)
    for said, then in pairwise(sentences):
        if not _FAULT.search(said):
            continue
        before, behind = (_TOKEN.findall(sentence) for sentence in (said, then))
        found = [pair for i in range(1, len(before)) for j in range(1, min(len(behind), 8)) if (pair := _between(before, behind, i, j))]
        if found:
            _, bad, good = max(found)
            yield bad, good


def _between(before: list[str], behind: list[str], i: int, j: int) -> tuple[int, str, str] | None:
    """How many words are the same around what begins at `i` and at `j`, and both; None where too few are."""
    left = 0
    while left < min(i, j) and before[i - left - 1].casefold() == behind[j - left - 1].casefold():
        left += 1
    if not left or before[i] == behind[j]:
        return None
    for a in range(1, _MIDDLE + 1):
        for b in range(1, _MIDDLE + 1):
            rest, others = before[i + a :], behind[j + b :]
            right = next((k for k, (x, y) in enumerate(zip(rest, others, strict=False)) if x != y), min(len(rest), len(others)))
            done = not rest and not others
            bad, good = " ".join(before[i : i + a]), " ".join(behind[j : j + b])
            if _shape(bad) == _shape(good) and (right or done) and left + right + done >= _AROUND[_shape(bad)]:
                return left + right + done, bad, good
    return None


def _shape(words: str) -> str:
    return "9" if _figure(words) else "A" if words[:1].isupper() else "a"


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
