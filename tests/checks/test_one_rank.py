from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews.model import Match

KIND = "one-rank"
Matches = Callable[..., list[Match]]


@pytest.mark.parametrize(
    ("text", "match", "fix", "doubt"),
    [
        ("Capt. Ada Penrose spoke. Capt. Penrose sat. Lt. Penrose left.", "Lt.", "Capt.", 0),
        ("Capt. Ada Penrose spoke. Lt. Penrose left.", "Lt.", "Capt.", 1),
        ("General Ada Penrose spoke. General Penrose sat. Col. Penrose left.", "Col.", "Gen.", 0),
        ("Sgt. Ada Penrose spoke. Maj. Ada Penrose left. Sgt. Penrose sat.", "Maj.", "Sgt.", 0),
    ],
)
def test_a_rank_that_stands_once_is_reported(matches: Matches, text: str, match: str, fix: str, doubt: int) -> None:
    (found,) = matches(KIND, text + "\n")
    assert (found.words["match"], found.fixes, found.doubt) == (match, (fix,), doubt)


@pytest.mark.parametrize(
    "text",
    [
        "Capt. Ada Penrose spoke. Capt. Penrose left.",
        "Lt. Gen. Ada Penrose spoke. Gen. Penrose left.",
        "Capt. Ada Penrose spoke. Lt. Hugh Penrose left.",
        "Capt. Ada Penrose spoke. “Lt. Penrose lied,” he said.",
        "Capt. Ada Penrose spoke. In 2004 Lt. Penrose was in Ludgrave.",
        "Capt. Ada Penrose spoke. She was promoted after Lt. Penrose came back.",
        "Capt. Ada Penrose spoke. Lt. Penrose left. Maj. Penrose sat.",
    ],
)
def test_one_rank_short_forms_and_other_times_are_left_alone(matches: Matches, text: str) -> None:
    assert matches(KIND, text + "\n") == []


@pytest.mark.parametrize(("text", "fixes"), [("Chief Roe left.", [("Sheriff",)]), ("Officer Roe left.", []), ("Then-Chief Roe left.", [])])
def test_another_title_of_a_group_is_doubted(matches: Matches, text: str, fixes: list[tuple[str, ...]]) -> None:
    found = matches(KIND, f"Sheriff Ann Roe came. Sheriff Roe spoke. {text}\n", titles=[["Sheriff", "Chief"]])
    assert [(m.fixes, m.doubt) for m in found] == [(fix, 1) for fix in fixes]
