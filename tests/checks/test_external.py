"""Findings of other linters: real programs, run over real stories, by the command line."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from records import StoryOf

from lintnews.checks.external import Check, located
from lintnews.cli import main
from lintnews.model import LintNewsError, Span
from lintnews.rule_file import read

ALERT = {
    "Check": "House.Words",
    "Line": 1,
    "Span": [4, 9],
    "Message": "“bakers”: say more",
    "Severity": "error",
    "Link": "https://example.org/w",
}
TEXT = "The bakers sold the bread. “The bakers left,” said Marta Quillon. The bakers left.\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "story.txt").write_text(TEXT)
    monkeypatch.chdir(tmp_path)
    return tmp_path


Ask = Callable[..., tuple[int, list[str], str]]


@pytest.fixture
def ask(desk: Path, capsys: pytest.CaptureFixture[str]) -> Ask:
    """A function: what a program prints for each story (and how it is told of) in; exit code, findings and talk out."""

    def answer(printed: Any, *args: str, code: str = "", story: str = "story.txt", **keys: Any) -> tuple[int, list[str], str]:
        (desk / "linter.py").write_text(f"import sys\n{code}\nprint({json.dumps(printed)!r})\n" if not code.startswith("#!") else code)
        section = {"command": [sys.executable, "linter.py"], "format": "vale", **keys}
        (desk / "lintnews.yaml").write_text(json.dumps({"external": {"other": section}}))
        exit_code = main(["check", story, "-f", "concise", "--trust", "--select", "other", *args])
        out, err = capsys.readouterr()
        return exit_code, out.splitlines(), err

    return answer


def alerts(*spans: tuple[int, int], **more: Any) -> Any:
    return {"stdin.txt": [{**ALERT, "Span": [start + 1, end], **more} for start, end in spans]}


def test_a_finding_has_the_program_s_rule_message_and_place_and_at_most_the_severity_it_may(ask: Ask) -> None:
    assert ask(alerts((4, 10))) == (0, ["story.txt:1:5: warning other.House.Words “bakers”: say more"], "")
    assert ask(alerts((4, 10)), level="error") == (1, ["story.txt:1:5: error other.House.Words “bakers”: say more"], "")
    assert ask(alerts((4, 10), Severity="suggestion"), level="error")[1][0].split()[1] == "suggestion"


def test_it_is_selected_ignored_and_levelled_by_its_name(ask: Ask) -> None:
    assert ask(alerts((4, 10)), "--ignore", "other.House.Words")[1] == []
    assert ask(alerts((4, 10)), "--ignore", "other.House")[1] == []
    assert len(ask(alerts((4, 10)), "--select", "other.House")[1]) == 1


def test_nothing_is_said_of_what_somebody_said_unless_that_is_asked_for(ask: Ask) -> None:
    said = (TEXT.index("bakers left,”"), TEXT.index("bakers left,”") + 6)
    assert ask(alerts(said))[1] == []
    assert len(ask(alerts(said), quotes="any")[1]) == 1
    assert ask(alerts((4, 10)), quotes="only")[1] == []


def test_a_fix_that_would_touch_a_name_is_none_and_another_is_made(ask: Ask, desk: Path) -> None:
    fix = {"Action": {"Name": "replace", "Params": ["Quinlan"]}}
    at = TEXT.index("Quillon")
    assert ask(alerts((at, at + 7), **fix))[1] == []
    once = "if 'bakers sold' not in sys.stdin.read(): print('{}'); sys.exit()"
    ask(alerts((4, 10), Action={"Name": "replace", "Params": ["millers"]}), "--unsafe-fixes", code=once)
    assert (desk / "story.txt").read_text().startswith("The millers sold")


def test_a_note_quiets_it(ask: Ask, desk: Path) -> None:
    (desk / "story.md").write_text(f"<!-- lintnews ignore other.House.Words: so be it -->\n{TEXT}")
    assert ask(alerts((4, 10), Line=2), story="story.md")[1] == []
    (desk / "story.md").write_text(f"\n{TEXT}")
    assert len(ask(alerts((4, 10), Line=2), story="story.md")[1]) == 1


def test_what_stands_in_no_copy_is_nobody_s_business(ask: Ask, desk: Path) -> None:
    (desk / "story.md").write_text("---\ndate: 2020-01-07\n---\nThe `code` is **odd**, [here](https://example.org/bakers).\n")
    text = (desk / "story.md").read_text().splitlines()
    assert ask(alerts((0, 4), Line=2), story="story.md")[1] == []
    assert ask(alerts((text[3].index("bakers"), text[3].index("bakers") + 6), Line=4), story="story.md")[1] == []
    assert ask(alerts((text[3].index("odd"), text[3].index("odd") + 3), Line=4), story="story.md")[1] == [
        "story.md:4:17: warning other.House.Words “bakers”: say more"
    ]


def test_a_name_that_no_note_could_name_is_mended(ask: Ask) -> None:
    assert ask(alerts((4, 10), Check="a rule: odd!"))[1][0].split()[2] == "other.a-rule-odd"
    assert ask(alerts((4, 10), Check=""))[1][0].split()[2] == "other.finding"


def test_the_program_gets_the_story_on_its_input_or_as_a_file_of_its_name(ask: Ask, desk: Path) -> None:
    log = "open('log.txt', 'w').write(repr((sys.argv[1:], sys.stdin.read())))"
    ask({}, code=log)
    assert (desk / "log.txt").read_text() == repr(([], TEXT))
    command = [sys.executable, "linter.py", "--file={file}"]
    ask({}, code=log + "\nprint(open(sys.argv[1][7:]).read(), file=open('seen.txt', 'w'))", command=command)
    given, nothing = eval((desk / "log.txt").read_text())
    assert (Path(given[0]).name, nothing) == ("story.txt", "")
    assert not Path(given[0][7:]).exists()
    assert (desk / "seen.txt").read_text() == TEXT + "\n"


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ({"command": ["no-such-program"]}, "there is no program `no-such-program`; install it, or mend `command` under `external`"),
        ({"command": ["."]}, "`.` cannot be run: "),
        ({"code": "sys.exit(3)"}, "other ended with code 3 and printed nothing"),
        ({"code": "print('a warning', file=sys.stderr); sys.exit(2)"}, "other ended with code 2 and printed nothing (a warning)"),
        ({"code": "print('oops'); print('x', file=sys.stderr); sys.exit()"}, "what other prints is not of the form `vale`: "),
        ({"code": "import time; time.sleep(60)", "timeout": 1}, "other gave no answer for 1 seconds"),
        ({"format": "sarif"}, "what other prints is not of the form `sarif`: it lacks 'runs'"),
        ({"code": "print('[' * 100_000); sys.exit()"}, "what other prints is not of the form `vale`: "),
    ],
)
def test_a_program_that_does_not_do_its_part_is_told_in_one_line(ask: Ask, keys: dict[str, Any], words: str) -> None:
    code, out, err = ask({"stdin.txt": []}, **keys)
    assert (code, out) == (2, [])
    assert words in err
    assert len(err.splitlines()) == 1


def test_a_program_that_is_not_there_is_told_once_and_the_other_rules_run(ask: Ask, desk: Path) -> None:
    (desk / "two.txt").write_text("The the bakers left.\n")
    code, out, err = ask({}, "--select", "copy", story=".", command=["no-such-program"])
    assert code == 2
    assert [line.split()[2] for line in out] == ["copy.doubled-word"]
    assert len(err.splitlines()) == 1


def test_nothing_is_run_without_trust(desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    (desk / "linter.py").write_text("open('ran', 'w')\n")
    (desk / "lintnews.yaml").write_text(f"external:\n  other: {{command: [{sys.executable}, linter.py], format: rdjson}}\n")
    monkeypatch.delenv("LINTNEWS_TRUST", raising=False)
    assert main(["check", "story.txt"]) == 2
    assert capsys.readouterr().err == f"lintnews.yaml:1: this would run `{sys.executable}`; if you want that, say --trust\n"
    assert main(["rules"]) in (0, 2)
    assert not (desk / "ran").exists()
    monkeypatch.setenv("LINTNEWS_TRUST", "1")
    main(["check", "story.txt"])
    assert (desk / "ran").exists()


def test_no_rule_file_can_be_of_this_kind() -> None:
    with pytest.raises(LintNewsError, match="a rule cannot run a program; name it in lintnews"):
        read("extends: external\nmessage: no\n", "a.yml", "a.b", bare=True)
    with pytest.raises(LintNewsError, match="unknown key `command`"):
        read("extends: external\nmessage: no\ncommand: [ls]\n", "a.yml", "a.b", bare=True)


def test_a_check_without_a_program_finds_nothing(story: StoryOf) -> None:
    assert list(Check().find(story(TEXT))) == []


def test_a_program_may_not_have_the_name_of_a_pack(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "lintnews.yaml").write_text("external:\n  copy: {command: [ls], format: rdjson}\n")
    assert main(["check", "story.txt", "--trust"]) == 2
    assert capsys.readouterr().err == "lintnews.yaml:1: there is a pack `copy`; give the program another name\n"


@pytest.mark.parametrize(
    "text",
    [
        "Plain copy 😀 of bakers.\n\nMore.",
        "A **bold** &amp; [linked](x) *word*.\r\n\r\nÉlan `code` &mdash; done.\r\n",
        "> Quoted\n> twice\n\n- one\n- two\n",
    ],
)
def test_every_place_in_a_block_is_found_again_from_the_source(story: StoryOf, text: str) -> None:
    read_story = story(text, name="story.md")
    for block in read_story.document.blocks:
        for start in range(len(block.text)):
            home = block.in_source(Span(start, start + 1))
            found = located(read_story, home)
            assert found
            assert found[0].in_source(found[1]) == home
