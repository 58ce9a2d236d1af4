"""The pages in docs/checks, run: each story on a page is checked by the rule above it, with the facts of the page.

A fenced `yaml` block is a rule, which holds until the next one, or a fact file when it has a top key `facts:`, or word
lists under a top key `lists:`. A fenced
`text`, `markdown` or `html` block is a story: what must be found in it is marked with carets; without marks nothing may be.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
import regex
import yaml

from lintnews import config_file, examples, packs, rule_file, trial
from lintnews.facts import FactBase
from lintnews.languagetool.asked import Asked, Mode
from lintnews.linter import Linter
from lintnews.model import Fact
from lintnews.others import speaks
from lintnews.rule import Rule

PAGES = Path(__file__).parent.parent / "docs" / "checks"
FENCE = regex.compile(r"^```(?P<language>yaml|text|markdown|html)\n(?P<text>.*?)^```$", regex.MULTILINE | regex.DOTALL)
ENDINGS = {"text": ".txt", "markdown": ".md", "html": ".html"}


@dataclass(frozen=True)
class Page:
    """A page's stories, each with the rule above it, and the facts of the whole page."""

    stories: tuple[tuple[Rule, str, str, int], ...]
    facts: tuple[Fact, ...]
    lists: dict[str, list[str]]


def read(path: Path) -> Page:
    """Read a page; raises LintNewsError for a rule or a fact that does not load."""
    stories: list[tuple[Rule, str, str, int]] = []
    facts: list[Fact] = []
    lists: dict[str, list[str]] = {}
    rule: Rule | None = None
    text = path.read_text(encoding="utf-8")
    for fence in FENCE.finditer(text):
        line = text.count("\n", 0, fence.start()) + 2
        if fence["language"] != "yaml":
            assert rule, f"{path}:{line}: a story stands above the first rule"
            stories.append((rule, fence["text"], f"story{ENDINGS[fence['language']]}", line))
        elif regex.search(r"^facts:", fence["text"], regex.MULTILINE):
            facts += packs.facts(fence["text"], str(path))
        elif fence["text"].startswith("lists:"):
            lists |= yaml.safe_load(fence["text"])["lists"]
        else:
            rule = rule_file.read(fence["text"], str(path), f"page.{path.stem}", first_line=line, bare=True)
    return Page(tuple(stories), tuple(facts), lists)


def failures(path: Path) -> Iterator[str]:
    page = read(path)
    facts = FactBase.of(page.facts, page.lists)
    for rule, text, name, line in page.stories:
        rule = replace(rule, check=rule.check.bound(Asked(Mode.ON))) if speaks(rule) else rule  # type: ignore[attr-defined]
        example = examples.read(text, bad=examples.has_marks(text), line=line)
        for failure in trial.failures(rule, example, facts, name=name):
            yield f"{path.name}: the story in line {line}: {failure}"


#: The pages of kinds that ask a server.
ASKING = {"languagetool"}
#: The page of the kind that runs programs; it holds a lintnews.yaml and the programs.
RUNNING = "external"


@pytest.mark.parametrize(
    "path", sorted(path for path in PAGES.glob("*.md") if path.stem not in {*ASKING, RUNNING}), ids=lambda path: path.stem
)
def test_every_story_on_a_page_is_reported_as_it_is_marked(path: Path) -> None:
    assert not list(failures(path))


@pytest.mark.parametrize("name", sorted(ASKING))
def test_so_it_is_by_a_server_on_the_page_of_a_kind_that_asks_one(name: str, languagetool: Path) -> None:
    assert not list(failures(PAGES / f"{name}.md"))


def test_so_it_is_by_the_programs_on_the_page_of_the_kind_that_runs_them(tmp_path: Path) -> None:
    text = (PAGES / f"{RUNNING}.md").read_text(encoding="utf-8")
    for name, program in regex.findall(r"^```python\n# (\S+)\n(.*?)^```$", text, regex.MULTILINE | regex.DOTALL):
        (tmp_path / name).write_text(program)
    fences = list(FENCE.finditer(text))
    assert {fence["language"] for fence in fences} == {"yaml", "text"}
    linter = Linter()
    seen = set()
    for fence in fences:
        if fence["language"] == "yaml":
            text = fence["text"].replace("python3", sys.executable)
            (section,) = config_file.read(text, "page", str(tmp_path)).sections
            settings = replace(linter.settings, **section.values)
            linter = Linter(replace(settings, trust=True, select=tuple(program.name for program in settings.external)))
        else:
            marked = examples.has_marks(fence["text"])
            example = examples.read(fence["text"], bad=marked)
            (rule,) = linter.rules
            assert trial.failures(rule, example, linter.packs.facts) == []
            assert linter.lapses == ()
            seen.add(marked)
    assert seen == {True, False}


@pytest.mark.parametrize("path", sorted(path for path in PAGES.glob("*.md") if path.stem != RUNNING), ids=lambda path: path.stem)
def test_a_page_shows_a_story_with_a_finding_and_one_without(path: Path) -> None:
    marked = {examples.has_marks(text) for _, text, _, _ in read(path).stories}
    assert marked == {True, False}


def test_a_page_that_is_wrong_about_its_rule_is_caught(tmp_path: Path) -> None:
    rule = "```yaml\nextends: existence\nmessage: no\ntokens: [very]\n```\n"
    path = tmp_path / "existence.md"
    path.write_text(f"{rule}```text\nIt is very big.\n```\n```text\nIt is big.\n      ^^^\n```\n")
    assert list(failures(path)) == [
        "existence.md: the story in line 7: 1:7 “very” was found and is not marked: no",
        "existence.md: the story in line 10: 1:7 “big” is marked and was not found",
    ]
