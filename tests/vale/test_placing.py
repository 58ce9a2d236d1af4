from pathlib import Path

import pytest

from lintnews.model import Source
from lintnews.vale.document import Reading
from lintnews.vale.linter import ValeLinter
from lintnews.vale.settings import Choices

RULE = "extends: existence\nmessage: '%s'\nnonword: true\ntokens: ['{}']\n"


def places(folder: Path, token: str, text: str, ending: str = "md") -> list[tuple[int, int, str]]:
    style = folder / "S"
    style.mkdir(exist_ok=True)
    (style / "R.yml").write_text(RULE.format(token), encoding="utf-8")
    linter = ValeLinter(Choices(styles_paths=(folder,), styles=("S",), reading=Reading(format=ending, ending=ending)))
    report = linter.check(Source(f"a.{ending}", text))
    return [(*report.source.place(found.at.start), found.message) for found in report.findings]


@pytest.mark.parametrize(
    ("text", "token", "expected"),
    [
        ("The heron (in `code`) left.\n", r"\([^)]*\)", [(1, 11, "(in ****)")]),
        ("- The heron\n  (in `code`) left.\n", r"\([^)]*\)", []),
        ("A\\_b heron (in `code`) left.\n", r"\([^)]*\)", []),
        ("The heron\nsaw\nthe `code` owl.\n", r"[*]+ owl", []),
        ("# `code` owl\n", r"[*]+ owl", [(1, 1, "**** owl")]),
        ("The `code` owl. `Code` heron\nand owl.\n", r"[*]+ (owl|heron)", [(1, 1, "**** owl")]),
        ("`Code` heron left.\n", r"[*]+ heron", []),
        ("A heron\\_owl left.\n", r"heron_owl", []),
        ("A heron\\_owl left. A heron_owl came.\n", r"heron_owl", [(1, 22, "heron_owl")]),
        ("[A heron\\_owl](#heron_owl) left `heron_owl` and a xheron_owl.\n", r"heron_owl", [(1, 34, "heron_owl"), (1, 52, "heron_owl")]),
        ("- A heron\n  owl left.\n", r"heron\s+owl", [(1, 5, "heron owl")]),
        ("A grey&#160;heron **left** here.\n", r"grey.heron", [(1, 1, "grey\u00a0heron")]),
        ("A **grey** heron left.\n", r"grey heron", [(1, 5, "grey heron")]),
        ("Owls.\n\nA heron left (in \\#12)\n", r"\([^)]*\)", [(3, 1, "(in #12)")]),
        ("Öwls.\n\nA heron left (in \\#12)\n", r"\([^)]*\)", [(3, 14, "(in #12)")]),
    ],
)
def test_a_match_is_where_vale_finds_it_or_nowhere(tmp_path: Path, text: str, token: str, expected: list[tuple[int, int, str]]) -> None:
    assert places(tmp_path, token, text) == expected


def test_an_apostrophe_written_as_an_entity_has_its_place(tmp_path: Path) -> None:
    assert places(tmp_path, r"it.s late", "<p>Now <b>it&rsquo;s</b> late.</p>", "html") == [(1, 11, "it's late")]
