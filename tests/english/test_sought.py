from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from lintnews import readers
from lintnews.english.frames import Sentence
from lintnews.english.sought import Sought, by_word
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.model import Source

COMMON = ("the", "of", "and")
SLOTS = st.lists(st.tuples(st.sampled_from([*COMMON, "the|of", "!the", "%NNS", "~of"]), st.sampled_from(["", "?", "*"])), max_size=4)
#: What each slot stands for, in a sentence of four words.
ALLOWED = {"the|of": "(?:the|of)", "!the": r"(?:of|and|abacus|\^|\$\$)", "%NNS": "abacus", "~of": "of"}
TIMES = {"": "", "?": "?", "*": "{0,3}"}


def pattern(slots: list[tuple[str, str]]) -> str:
    return "".join(f"(?:{ALLOWED.get(word, word)} ){TIMES[times]}" for word, times in slots)


@given(SLOTS, SLOTS, st.lists(st.sampled_from([*COMMON, "abacus"]), max_size=12))
def test_a_frame_is_found_exactly_where_its_slots_can_stand_in_a_row(
    before: list[tuple[str, str]], after: list[tuple[str, str]], words: list[str]
) -> None:
    frame = " ".join([*map("".join, before), "<abacus>", *map("".join, after)])
    row = ["^", *words, "$$"]
    expected = {
        at
        for at, word in enumerate(row)
        if word == "abacus"
        and re.search(rf"(?<!\S){pattern(before)}\Z", "".join(f"{w} " for w in row[:at]))
        and re.match(pattern(after), "".join(f"{w} " for w in row[at + 1 :]))
    }
    assert {fit.first for _, fit in Sought(by_word([frame])).found(Sentence(" ".join(words)))} == expected


def test_rules_that_join_later_find_what_they_find_alone() -> None:
    facts, text = FactBase.of(()), "They must of gone to they house, and must of seen it.\n"
    rules = [Sought(by_word(["must <of>"])), Sought(by_word(["to <they> %NN", "must <of> %VBN"]))]
    alone = [Story(readers.read(Source("a.txt", text)), FactBase.of(())).framed.fitting(each) for each in rules]
    for _ in range(3):
        story = Story(readers.read(Source("a.txt", text)), facts)
        for sought, expected in zip(rules, alone, strict=True):
            found = story.framed.fitting(sought)
            assert {frame: found[frame] for texts in sought.by_word.values() for frame in texts if frame in found} == expected
    assert alone[0].keys() == {"must <of>"}
