from pathlib import Path

import pytest

from lintnews.facts import FactBase
from lintnews.model import Source
from lintnews.vale import documents, engine
from lintnews.vale.document import Reading
from lintnews.vale.styles import Loader, Style

FACTS = FactBase.of(())
STORY = """# Storm

Heavy rain fell in the north.

## Damage

Roofs flew, and "rain got in" said one.

- rain
- more **rain**

### Costs

No rain.

## Outlook

Dry, with *no rain* [rain map](http://x.y).
"""
WORDS = "extends: occurrence\nmessage: '%d words'\ntoken: '\\b\\w+\\b'\nmin: 1000\n"
RAIN = "extends: existence\nmessage: no\ntokens: [rain]\n"


def style(folder: Path, rule: str, scopes: str = "") -> Style:
    (folder / "Desk").mkdir(parents=True)
    (folder / "Desk" / "Rule.yml").write_text(rule, encoding="utf-8")
    if scopes:
        (folder / "config" / "scopes").mkdir(parents=True)
        (folder / "config" / "scopes" / "own.yml").write_text(scopes, encoding="utf-8")
    return Loader((folder,)).style("Desk")


def places(folder: Path, rule: str, *, text: str = STORY, form: str = "md", scopes: str = "") -> list[tuple[int, int, str]]:
    rules = style(folder, rule, scopes)
    assert not rules.faults
    source = Source(f"a.{form}", text)
    document = documents.read(source, Reading(form, form, sentences=True, elements=True))
    return [(*source.place(each.span.start), each.message) for each in engine.lint(document, engine.Grouped(rules.rules), FACTS)]


def lines(folder: Path, scope: str, scopes: str = "") -> list[int]:
    return [line for line, _, _ in places(folder, f"{RAIN}scope: '{scope}'\n", scopes=scopes)]


@pytest.mark.parametrize(
    ("scope", "found"),
    [
        ("text & doc(h1 + p)", [3]),
        ('text & doc(section:has(> h2:contains("damage")))', [7, 9, 10, 14]),
        ("~doc(ul) & text", [3, 7, 14, 18, 18]),
        ("~doc(section section)", [3]),
        ("text & doc(h2 + p) & ~quote", [18, 18]),
        ("sentence & doc(h2 + p)", [7, 18, 18]),
        ("doc(section) & doc(:has(em))", [3, 7, 9, 10, 14, 18, 18]),
        ("doc(li, h1 + p)", [3, 9, 10]),
        ("doc(ul) & ~strong", [9]),
        ("link & doc(p)", [18]),
        ("raw & doc(p)", []),
    ],
)
def test_a_scope_may_name_elements(tmp_path: Path, scope: str, found: list[int]) -> None:
    assert lines(tmp_path, scope) == found


def test_an_element_alone_is_one_block(tmp_path: Path) -> None:
    assert places(tmp_path, f"{WORDS}scope: doc(section:has(> h2))\n") == [(5, 4, "15 words"), (16, 4, "7 words")]


def test_the_part_under_a_heading_of_less_rank_is_in_the_part_above(tmp_path: Path) -> None:
    assert places(tmp_path, f"{WORDS}scope: doc(section:has(> h3))\n") == [(12, 5, "3 words")]


def test_an_element_that_is_not_there_is_an_empty_block(tmp_path: Path) -> None:
    assert places(tmp_path, f"{WORDS}scope: doc(aside)\n") == [(1, 1, "0 words")]


def test_plain_text_has_no_elements(tmp_path: Path) -> None:
    assert places(tmp_path, f"{WORDS}scope: doc(p)\n", form="txt") == []


def test_a_page_has_a_head_beside_its_body(tmp_path: Path) -> None:
    page = "<html><head><title>One</title></head><body class=x><p>Two three</p></body></html>"
    assert places(tmp_path, f"{WORDS}scope: doc(body.x)\n", text=page, form="html") == [(1, 55, "2 words")]
    assert places(tmp_path / "b", f"{WORDS}scope: doc(head)\n", text=page, form="html") == [(1, 20, "1 words")]


def test_a_selector_that_is_none_is_the_rules_fault(tmp_path: Path) -> None:
    [fault] = style(tmp_path, f"{RAIN}scope: 'doc(p:hover)'\n").faults
    assert fault.endswith("Rule.yml:4: `:hover` is not done in selectors")


@pytest.mark.parametrize(("scope", "found"), [("lead", [3]), ("~costs & text", [3, 7, 9, 10, 18, 18]), ("costs & text", [14])])
def test_a_named_scope_stands_for_what_it_says(tmp_path: Path, scope: str, found: list[int]) -> None:
    assert lines(tmp_path, scope, "lead: text & doc(h1 + p)\ncosts: doc(section:has(> h3))\n") == found


def test_a_name_for_a_chain_cannot_be_turned_round(tmp_path: Path) -> None:
    [fault] = style(tmp_path, f"{RAIN}scope: ~lead\n", "lead: text & doc(h1 + p)\n").faults
    assert fault.endswith("Rule.yml:4: `~lead`: `lead` stands for several terms, which cannot be turned round together")


@pytest.mark.parametrize(
    ("scopes", "fault"),
    [
        ("heading: doc(h1)\n", "own.yml:1: `heading` is a scope that Vale has itself"),
        ("a: text\nb: [c]\n", "own.yml:2: `b` must be a scope, a text"),
        ("- a\n", "own.yml:1: a file of scopes holds `name: scope` lines"),
    ],
)
def test_a_file_of_scopes_that_is_wrong_is_told_and_the_rules_stand(tmp_path: Path, scopes: str, fault: str) -> None:
    assert style(tmp_path, RAIN, scopes).rules
    assert Loader((tmp_path,)).named.faults[0].endswith(fault)


def test_inline_text_is_no_block_of_a_scope_that_only_leaves_out(tmp_path: Path) -> None:
    text = "# *rain* and [rain](http://x.y)\n"
    assert places(tmp_path, f"{RAIN}scope: '~heading & ~list'\n", text=text) == []
    assert len(places(tmp_path / "b", f"{RAIN}scope: 'link & ~list'\n", text=text)) == 1
