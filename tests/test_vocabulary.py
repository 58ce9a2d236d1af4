from __future__ import annotations

from datetime import date

import pytest

from lintnews import vocabulary
from lintnews.model import LintNewsError

TEXT = """\
# remark
Quds Force
yeet  # verb; house: Desk; until: 2027-01-31; slang
recaptcha # noun
#- Quarlby
"""


def words(text: str, day: str = "2026-06-01") -> tuple[str, ...]:
    return vocabulary.words(text, "v.txt", lambda file: "far # noun\n", date.fromisoformat(day))


def test_nouns_and_verbs_bring_their_forms() -> None:
    assert words(TEXT) == ("Quds Force", "yeet", "yeets", "yeeted", "yeeting", "recaptcha", "recaptchas")


def test_a_term_whose_day_is_past_is_not_taken() -> None:
    assert "yeet" in words(TEXT, "2027-01-31")
    assert "yeet" not in words(TEXT, "2027-02-01")


def test_an_entry_is_written_as_it_is_read() -> None:
    lines = [line for line in TEXT.splitlines() if not line.startswith("#")]
    assert [each.text() for each in vocabulary.read(TEXT, "v.txt")] == [line.replace("a # ", "a  # ") for line in lines]
    assert vocabulary.turned_down(TEXT) == {"Quarlby"}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("\nyeet # until: soon\n", "v.txt:2: `until` must be a day"),
        ("yeet # nuon\n", "v.txt:1: unknown part of speech `nuon`; did you mean `noun`"),
        ("@ far.txt\n", "v.txt:1: a vocabulary of others is"),
        (f"@ far.txt sha256:{'0' * 64}\n", "far.txt is not what it was"),
    ],
)
def test_a_line_that_cannot_be_read_is_told_with_its_number(text: str, says: str) -> None:
    with pytest.raises(LintNewsError, match=says.replace("?", r"\?")):
        words(text)
