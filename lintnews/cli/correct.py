"""`lintnews correct`: a printed correction in, a rule with its examples out, tested; and where the archive has the same slip."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from lintnews import correction, engine, files, readers, rule_file, trial
from lintnews.archive.passages import document
from lintnews.archive.store import Index
from lintnews.cli import archive, here, screen
from lintnews.cli.options import Values
from lintnews.config_file import shown
from lintnews.correction import Correction
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.model import Document, LintNewsError
from lintnews.reporters import Page, Style
from lintnews.reporters._tally import count
from lintnews.rule import Rule

_PACK = "corrections"
_SAFE_NAME = re.compile(r"[a-z0-9][a-z0-9-]*\.[a-z0-9][a-z0-9-]*")
_LISTS = ("proper", "given-names", "surnames")


def run(values: Values) -> int:
    """Write the rule and sweep the archive; 1 when an earlier story has the same slip, else 0."""
    told = correction.read(_note(values["note"] or ()), values["wrong"] or "", values["right"] or "")
    if values["near"]:
        told = Correction(told.note, told.wrong, told.right, tuple(values["near"]))
    linter = here.linter({**values, "profile": None})
    name = _name(told, values["name"])
    if any(rule.id == name for rule in linter.packs.rules):
        raise LintNewsError(f"correct: there is a rule `{name}` already; give another --name")
    text = _text(told, linter.facts, values["link"] or "")
    folder = Path(values["folder"] or next(iter(linter.folders[1:]), "rules"))
    path = folder.joinpath(*name.split(".")[:-1], f"{name.split('.')[-1]}.yml")
    rule = _tested(text, path, name, linter.facts)
    page = screen.page()
    page.put(f"“{told.wrong}” was printed, “{told.right}” is right\n")
    if values["dry_run"]:
        page.put(text)
    else:
        here.begin(path, text, "give another --name")
        page.put(f"Wrote {shown(str(path))}: {count(len(rule.examples), 'example')}, all as marked\n")
    found = sum(_told(each, rule, linter.facts, page) for each in _stories(values))
    page.put(f"The same slip stands {found} time{'s' * (found != 1)} in the stories that were swept\n")
    return int(found > 0)


def _note(words: tuple[str, ...]) -> str:
    """The correction: the words themselves, a file's, or those of the standard input."""
    if list(words) == ["-"]:
        return sys.stdin.read()
    if len(words) == 1 and _is_file(words[0]):
        return files.read(words[0]).text
    if not " ".join(words).strip():
        raise LintNewsError("correct: give the text of the correction, its file, or `-` for the standard input")
    return " ".join(words)


def _is_file(words: str) -> bool:
    try:
        return Path(words).is_file()
    except (OSError, ValueError):  # a note is longer than the name of a file may be
        return False


def _name(told: Correction, given: str | None) -> str:
    if given and not _SAFE_NAME.fullmatch(given):
        raise LintNewsError(f"--name: `{given}` is no name of a rule; write PACK.RULE in small letters, such as corrections.karakas")
    slug = re.sub(r"[^a-z0-9]+", "-", told.right.lower().replace("’", "").encode("ascii", "ignore").decode()).strip("-")[:40].strip("-")
    return given or f"{_PACK}.{slug or 'one'}"


def _specific(told: Correction, facts: FactBase) -> bool:
    """Whether what was wrong is wrong wherever it stands: a name of several words, or one that no list has."""
    words = told.wrong.split()
    if any(char.isdigit() for char in told.wrong) or not told.wrong[:1].isupper():
        return False
    return len(words) > 1 or not (facts.listed("english", told.wrong.lower()) or any(facts.listed(each, told.wrong) for each in _LISTS))


def _text(told: Correction, facts: FactBase, link: str) -> str:
    """The text of the rule's file."""
    rule = list(_substitution(told)) if _specific(told, facts) else list(_company(told))
    head = [f"message: {_quoted(f'“{{match}}” was corrected before: it is “{told.right}”')}"]
    level = "warning" if rule[0].endswith("substitution") else "suggestion"
    why = [
        f"level: {level}",
        f"why: {_quoted(f'It was printed wrongly once, and corrected: {told.note}')}",
        f"source: {_quoted(link or 'a printed correction')}",
    ]
    return "\n".join([rule[0], *head, *why, *([f"link: {_quoted(link)}"] if link.startswith("http") else []), *rule[1:]]) + "\n"


def _substitution(told: Correction) -> Iterator[str]:
    yield "extends: substitution"
    yield f"swap: {{{_quoted(_pattern(told.wrong))}: {_quoted(told.right)}}}"
    yield "action: {name: replace}"
    if told.wrong in told.right:
        yield f"exceptions: [{_quoted(_pattern(told.right))}]"
    yield from _examples(f"They wrote to {told.wrong} on Monday.", told, f"They wrote to {told.right} on Monday.", fix=f" -> {told.right}")


def _company(told: Correction) -> Iterator[str]:
    """A rule for words that are right elsewhere: only in stories that name what the correction names."""
    if not told.near:
        raise LintNewsError(f"correct: “{told.wrong}” is right in other stories; add --near WORDS that a story with the slip has")
    edges = "" if told.wrong[:1].isalnum() and told.wrong[-1:].isalnum() else "\nnonword: true"
    yield f"extends: company{edges}"
    yield f"tokens: [{_quoted(_pattern(told.wrong))}]"
    yield f"about: [{', '.join(_quoted(_pattern(each)) for each in told.near)}]"
    yield f"beside: [{_quoted(_pattern(told.right))}]"
    yield "within: sentence"
    near = told.near[0]
    yield from _examples(f"It was {told.wrong}, said a friend of {near}.", told, f"It was {told.right}, said a friend of {near}.")


def _examples(bad: str, told: Correction, good: str, fix: str = "") -> Iterator[str]:
    at = bad.index(told.wrong)
    yield "examples:\n  bad:\n    - |"
    yield f"      {bad}\n      {' ' * at}{'^' * len(told.wrong)}{fix}"
    yield f"  good:\n    - {_quoted(good)}"


def _pattern(words: str) -> str:
    """Words as a pattern takes them for themselves."""
    return re.escape(words).replace(r"\ ", " ")


def _quoted(words: str) -> str:
    """Words as YAML takes them for themselves."""
    return json.dumps(words, ensure_ascii=False)


def _tested(text: str, path: Path, name: str, facts: FactBase) -> Rule:
    """The rule, if it does on its examples as they are marked; raises LintNewsError otherwise, before anything is written."""
    rule = rule_file.read(text, shown(str(path)), name)
    wrong = [line for example in rule.examples for line in trial.failures(rule, example, facts)]
    if wrong:
        raise LintNewsError(f"correct: no rule could be made that tells the slip: {wrong[0]}; write one with `lintnews new`")
    return rule


def _stories(values: Values) -> Iterator[Document]:
    """The stories of the paths under `--sweep`; without any, those of the index where there is one."""
    for found in files.find(values["sweep"]) if values["sweep"] else ():
        if isinstance(found, LintNewsError):
            raise found
        yield readers.read(files.read(found))
    place = archive.place(values)
    if not values["sweep"] and (values["index"] or place.is_file()):
        for kept in Index.open(place).stories():
            yield document(kept.path, kept.text, kept.day)


def _told(story: Document, rule: Rule, facts: FactBase, page: Page) -> int:
    """Tell where a story has the slip; how often."""
    report = engine.lint(Story(story, facts), [rule])
    for finding in report.findings:
        place = report.source.place(finding.span.start)
        line = report.source.text[slice(*report.source.line(place.line))]
        page.put(f"{page.paint(report.source.name, Style.BOLD)}:{place.line}  {' '.join(line.split())[:200]}\n")
    return len(report.findings)
