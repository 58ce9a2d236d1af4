from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from lintnews import Linter, Source
from lintnews.config import Settings
from lintnews.model import Match

SAID = "We will not close the weir in May, and we never said that we would. It stands on good ground."
HEAD = f'---\nsources:\n  - {{name: Transcript, text: "{SAID}"}}\n---\nA headline\n\n'
Matches = Callable[..., list[Match]]


@pytest.mark.parametrize(
    ("text", "fixes", "doubt"),
    [
        ("“We will close the weir in May,” he said.", ("We will not close the weir in May",), 0),
        ("“We will not close the mill in May,” he said.", ("We will not close the weir in May",), 1),
        ("“We never said that they would … it stands on good ground,” he said.", ("we never said that we would",), 1),
        ("“The council has no money for such a thing,” he said.", (), 2),
    ],
)
def test_what_the_source_has_otherwise_is_reported(matches: Matches, text: str, fixes: tuple[str, ...], doubt: int) -> None:
    (found,) = matches("quotation-source", HEAD + text)
    assert (found.fixes, found.doubt) == (fixes, doubt)


@pytest.mark.parametrize(
    "text",
    [
        "“We will not close the weir in May,” he said.",
        "“We will not close the weir … It stands on good ground,” he said.",
        "“[We] never said that we would,” he said.",
        "It is a “safe weir,” he said.",
    ],
)
def test_what_the_source_has_is_left_alone(matches: Matches, text: str) -> None:
    assert matches("quotation-source", HEAD + text) == []


def told(folder: Path, head: str, source: Source | None = None) -> list[str]:
    story = folder / "story.txt"
    story.write_text(f"---\nsources: {head}\n---\nA headline\n\n“We will close the weir in May,” he said.\n", encoding="utf-8")
    linter = Linter(Settings(select=("quotes.source",)))
    return [finding.message for finding in linter.check(source or Source(str(story), story.read_text("utf-8"))).findings]


def test_files_beside_the_story_are_read_in_their_formats(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(f"<html><body><article><p>{SAID}</p></article></body></html>", encoding="utf-8")
    assert told(tmp_path, "[page.html]") == ["this quotation leaves out words of page.html"]


@pytest.mark.parametrize(("name", "words"), [("../secret.txt", "is not in the folder of the story"), ("gone.txt", "is not there")])
def test_a_file_elsewhere_or_not_there_is_told(tmp_path: Path, name: str, words: str) -> None:
    folder = tmp_path / "stories"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text(SAID, encoding="utf-8")
    (message,) = told(folder, f"[{name}]")
    assert words in message


def test_a_story_that_is_not_on_disk_as_it_is_opens_no_file(tmp_path: Path) -> None:
    (tmp_path / "said.txt").write_text(SAID, encoding="utf-8")
    sent = Source(str(tmp_path / "story.txt"), "---\nsources: [said.txt]\n---\nHead\n\n“We will close the weir in May,” she said.\n")
    assert told(tmp_path, "[said.txt]", sent) == []


def test_a_source_without_a_text_is_told(tmp_path: Path) -> None:
    (message,) = told(tmp_path, "[{name: Transcript}]")
    assert "name a file beside the story, or give it a `text`" in message
