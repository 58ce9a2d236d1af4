from __future__ import annotations

import pytest

from lintnews.checks.signed_note import Check
from lintnews.model import OptionError

OPTIONS = {"packs": ["law"], "reason": r"[A-Z]\w+.*\d{4}-\d\d-\d\d"}


@pytest.mark.parametrize(
    "note", ["<!-- lintnews ignore law -->", "<!-- lintnews off copy law.x: it is fine -->", "<!-- lintnews ignore-file law: Roe -->"]
)
def test_a_note_without_a_name_and_a_day_is_told(spotted, note):
    assert spotted("signed-note", f"He was charged. {note}", **OPTIONS) == [note]


@pytest.mark.parametrize(
    "note",
    ["<!-- lintnews ignore law: Ann Roe, 2024-05-01 -->", "<!-- lintnews on law -->", "<!-- lintnews ignore copy -->", "<!-- a law -->"],
)
def test_other_notes_are_none(spotted, note):
    assert spotted("signed-note", f"He was charged. {note}", **OPTIONS) == []


def test_no_pack_is_told():
    with pytest.raises(OptionError, match="name the packs"):
        Check((), "x").validate()
