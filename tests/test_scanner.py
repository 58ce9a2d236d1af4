from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lintnews import needs
from lintnews.literals import needed
from lintnews.needs import ANYTHING, EDGE, TIGHT, Need
from lintnews.scanner import Scanner, Text

WORDS = st.text(alphabet="abcdB .'\né2", max_size=24)


@given(WORDS, st.integers(0, 26), st.integers(0, 26))
def test_a_text_has_the_key_of_whatever_stands_in_it(text: str, a: int, b: int) -> None:
    plain = f" {' '.join(text.split())} "
    start, end = min(a, b), max(a, b)
    inside, before, behind = plain[start:end], plain[max(0, start - 1) : start], plain[end : end + 1]
    edged = ("" if before.isalnum() else EDGE) + inside + ("" if behind.isalnum() else EDGE)
    if inside.strip():
        for wanted in (inside, edged):
            assert Text([text]).may_hold(Need((wanted,)))
            assert Scanner.of([Need((wanted,))]).candidates(Text([text])) == [0]


@given(st.lists(st.text(alphabet="abC \n", max_size=8), max_size=4), st.text(alphabet="abC ", min_size=1, max_size=3))
def test_the_blocks_that_hold_a_text_are_found(texts: list[str], wanted: str) -> None:
    if wanted.strip() and "  " not in wanted:
        plain = [f" {' '.join(text.split())} " for text in texts]
        assert list(Text(texts).holding(Need((wanted,)))) == [i for i, text in enumerate(plain) if wanted in text]
        folded = needs.fold(wanted)
        assert list(Text(texts).holding(Need((folded,), folded=True))) == [i for i, text in enumerate(plain) if folded in text.lower()]
    assert list(Text(texts).holding(ANYTHING)) == list(range(len(texts)))


def test_what_has_no_key_is_always_a_candidate() -> None:
    filtering = Scanner.of([Need((f"{EDGE}there own{EDGE}",)), ANYTHING, Need((f"{EDGE}their own{EDGE}", "whose"))])
    assert filtering.candidates(Text(["On there own two feet."])) == [0, 1]
    assert filtering.candidates(Text(["Nothing of the sort."])) == [1]
    assert filtering.candidates(Text(["Whosever it is."])) == [1, 2]


def test_a_letter_that_is_one_only_without_case_does_not_hide_the_word_before_it() -> None:
    assert Text(["a mark\u0345 here"]).may_hold(Need((f"{EDGE}mark{EDGE}",)))


@given(
    st.text(alphabet="abB 12.\n", max_size=30),
    st.lists(st.text(alphabet="aB 12.", min_size=1, max_size=4).filter(lambda text: text.strip() and "  " not in text), min_size=1),
    st.booleans(),
)
def test_of_many_texts_looked_for_together_each_is_found_wherever_it_stands(text: str, wanted: list[str], tight: bool) -> None:
    plain = f" {' '.join(text.split())} "
    need = Need(tuple(dict.fromkeys(each + TIGHT * tight for each in wanted)), opens=True)
    stand = {at for each in wanted for at in range(len(plain)) if plain.startswith(each, at)}
    stand = {at for at in stand if not tight or any(plain.startswith(each, at) and plain[at + len(each) :][:1] != " " for each in wanted)}
    found = [place for _, places in Text([text])._opened(need) for place in places]
    assert {at - 1 for at in stand} <= set(found)
    assert found == sorted(set(found))


@given(
    st.text(alphabet="aB é’\u0345\u0301.", max_size=20),
    st.text(alphabet="aB é’.", min_size=1, max_size=5).filter(lambda text: text.strip() and "  " not in text),
    st.booleans(),
    st.booleans(),
    st.booleans(),
)
def test_a_text_with_edges_is_found_wherever_no_letter_is_beside_it(
    text: str, wanted: str, opens: bool, closes: bool, folded: bool
) -> None:
    laid = Text([text])
    whole, bare = (laid.folded, needs.fold(wanted)) if folded else (laid.plain, wanted)
    stands = [at for at in range(len(whole)) if whole.startswith(bare, at)]
    found = laid._places(EDGE * opens + bare + EDGE * closes, folded)
    assert set(found) <= set(stands)
    for at in {*stands} - {*found}:
        before, behind = whole[at - 1 : at], whole[at + len(bare) :][:1]
        assert (opens and before.isalpha()) or (closes and behind.isalpha())


@given(st.integers(1, 999), st.integers(1, 9))
def test_texts_that_differ_in_figures_alone_are_found_whatever_the_figures(first: int, second: int) -> None:
    need = needed(r"(?<![\d.,])(?:[$£]?\d{1,3}),(?:[1-9])00,000(?!,?\d)", ignorecase=False)
    figure = f"{first},{second}00,000"
    assert list(Text([f"The town has {figure} lamps."]).holding(need)) == [0]
