from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.words import edits, fold, like, one_edit, sentences, word_before, words

_BITS = [*"aB .!?\n“”\"’'…)é😀", "Mr. ", "U.S. ", "Jan. 3 ", "He said. "]
_COPY = st.lists(st.sampled_from(_BITS), max_size=40).map("".join)


def _split(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sentences(text)]


@given(_COPY)
def test_sentences_hold_all_that_is_not_white_space_in_order_and_once(text: str) -> None:
    found = sentences(text)
    assert all(span.start < span.end for span in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    covered = {at for span in found for at in range(*span)}
    assert all(at in covered for at, char in enumerate(text) if not char.isspace())


@given(_COPY)
def test_a_sentence_has_no_white_space_at_its_ends(text: str) -> None:
    assert all(sentence == sentence.strip() for sentence in _split(text))


@pytest.mark.parametrize(
    "text",
    [
        "Dr. Novak met Mr. Smith on Jan. 3 at St. Anne.",
        "Gov. Petrov and Lt. Gen. Ollery spoke.",
        "Karl J. Novak Jr. Avenue was closed.",
        "The U.S. Army and the U.K. Treasury agreed.",
        "Prices rose 3.5 percent, to $1.20 a litre.",
        "He waited … and waited.",
        "Visit example.org for more.",
        "“Is it over?” she asked.",
    ],
)
def test_one_sentence_stays_one(text: str) -> None:
    assert _split(text) == [text]


@pytest.mark.parametrize(
    "parts",
    [
        ["It rained.", "It stopped."],
        ["“It rained.”", "“It stopped,” he said."],
        ['"Go!"', "She went."],
        ["He lives in the U.S.", "The house is small."],
        ["They left at 5 p.m.", "The hall was dark."],
        ["Why?", "Nobody knows.", "1,200 people came."],
        ["It cost 5.", "Élodie paid."],
    ],
)
def test_sentences_part_at_their_stops(parts: list[str]) -> None:
    assert _split(" ".join(parts)) == parts


def test_a_word_keeps_its_inner_apostrophe_hyphen_and_point() -> None:
    text = "Don’t ask O'Brien’s al-Qaida source in the U.S. about AT&T, naïve ones."
    assert [text[s.start : s.end] for s in words(text)] == [
        "Don’t", "ask", "O'Brien’s", "al-Qaida", "source", "in", "the", "U.S", "about", "AT&T", "naïve", "ones",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "forms",
    [
        ["José Ángel Íñiguez", "Jose Angel Iniguez", "JOSÉ ÁNGEL ÍÑIGUEZ"],
        ["U.S. Army", "US Army", "us  army"],
        ["Jean-Luc Novak", "Jean Luc Novak", "Jean‑Luc Novak", "Jean‐Luc Novak"],
        ["O’Brien", "O'Brien", "O‘Brien"],
        ["Weißmann", "Weissmann"],
        ["Jose\u0301", "Jos\u00e9"],
    ],
)
def test_spellings_of_one_name_meet_under_one_key(forms: list[str]) -> None:
    assert len({fold(form) for form in forms}) == 1


@given(st.text(max_size=20))
def test_a_key_is_its_own_key(text: str) -> None:
    assert fold(fold(text)) == fold(text)


_WORDS = st.text("abc", max_size=6)


@given(_WORDS, _WORDS)
def test_one_edit_goes_both_ways(a: str, b: str) -> None:
    assert one_edit(a, b) == one_edit(b, a)


@given(_WORDS, _WORDS)
def test_one_edit_is_one_letter_inserted_dropped_changed_or_swapped(a: str, b: str) -> None:
    assert one_edit(a, b) == (b in _slips(a) and a != b)


@given(_WORDS, _WORDS)
def test_edits_are_one_where_one_edit_is_and_never_fewer_than_the_letters_between(a: str, b: str) -> None:
    assert edits(a, b, 6) == edits(b, a, 6)
    assert (edits(a, b, 6) == 1) == one_edit(a, b)
    assert edits(a, b, 6) >= abs(len(a) - len(b))
    assert edits(a, b, 2) == min(edits(a, b, 6), 3)


def _slips(word: str) -> set[str]:
    cuts = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    dropped = {a + b[1:] for a, b in cuts if b}
    changed = {a + c + b[1:] for a, b in cuts if b for c in "abc"}
    added = {a + c + b for a, b in cuts for c in "abc"}
    swapped = {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    return dropped | changed | added | swapped


@pytest.mark.parametrize(
    ("text", "pattern", "out"),
    [("use", "Utilise", "Use"), ("use", "UTILISE", "USE"), ("use", "utilise", "use"), ("use", "U", "Use"), ("éa", "Xy", "Éa")],
)
def test_a_fix_takes_the_capitals_of_what_it_replaces(text: str, pattern: str, out: str) -> None:
    assert like(text, pattern) == out


def test_the_word_before_a_place_is_told_in_lower_case() -> None:
    text = "He led The\nVice squad"
    assert [word_before(text, at) for at in (text.index("Vice"), 3, 0)] == ["the", "he", ""]
