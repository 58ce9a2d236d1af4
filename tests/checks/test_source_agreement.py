from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews.model import Match

SAID = "The fund holds $4.2 million for 1,420 homes in Harlow. Jonathan Reid found twelve ballots on 14 March 2019."
HEAD = f'---\nsources:\n  - {{name: Audit, text: "{SAID}"}}\n---\nA headline\n\n'
Matches = Callable[..., list[Match]]


@pytest.mark.parametrize(
    ("text", "wrong", "fixes", "doubt"),
    [
        ("According to the report, the fund holds $4.6 million for homes in Harlow.", "4.6 million", ("4.2 million",), 0),
        ("The report said 13 ballots were found by Reid in March.", "13", ("twelve",), 0),
        ("The ballots were found on March 15, the report says.", "March 15", ("14 March 2019",), 0),
        ("The report says that 77 rivers run dry.", "77", (), 1),
        ("The fund now holds money for 1,240 homes in Harlow.", "1,240", ("1,420",), 0),
        ("The fund holds $4.6 million for homes in Harlow, Roe said.", "4.6 million", ("4.2 million",), 0),
        ("On May 14 Jonathan Reid found twelve ballots.", "May 14", ("14 March 2019",), 0),
        ("Jonathon Reid spoke.", "Jonathon", ("Jonathan",), 0),
    ],
)
def test_what_the_source_has_otherwise_is_reported(matches: Matches, text: str, wrong: str, fixes: tuple[str, ...], doubt: int) -> None:
    (found,) = matches("source-agreement", HEAD + text)
    assert (found.block.text[slice(*found.span)], found.fixes, found.doubt) == (wrong, fixes, doubt)


@pytest.mark.parametrize(
    "text",
    [
        "According to the report, the fund holds about $4 million for 1,400 homes.",
        "The report said 12 ballots were found on March 14.",
        "Some 77 rivers run dry, Jonas Field said.",
        "Jonathan Reid spoke.",
        "The fund holds money for 1,400 homes in Harlow, and Reid found a dozen ballots.",
        "The fund owns 12 homes in Harlow and holds 1,420 more of those.",
        "Harlow has 77 rivers.",
    ],
)
def test_what_the_source_has_or_is_not_told_after_it_is_left_alone(matches: Matches, text: str) -> None:
    assert matches("source-agreement", HEAD + text) == []
