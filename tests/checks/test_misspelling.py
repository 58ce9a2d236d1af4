from __future__ import annotations

import string
from collections.abc import Callable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lintnews import readers
from lintnews.checks.misspelling import Check
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.ledger.slips import cost, one_slip_away
from lintnews.model import Match, OptionError, Source
from lintnews.words import one_edit

KIND = "misspelling"
Matches = Callable[..., list[Match]]
Spotted = Callable[..., list[str]]
COMMON = "harbour bridge bread board river state ferry the they said closed committee nothing barrier barriers with from".split()
RARE = "bride herring barrie council forge cyber".split()
LISTS = {
    "names": ["Quorbel"],
    "given": ["Nothng"],
    "common": COMMON,
    "rare": RARE,
    "odd": ["barier"],
    "phrases": ["barier d'or", "in barier"],
    "slips": ["teh the", "recieve receive", "throught through", "throught thought"],
}
FACTS = FactBase.of([], LISTS)


def found(text: str, **options: object) -> list[Match]:
    """What the kind finds in a story against the lists of this page."""
    check = Check(**{"lists": (), "everyday": ("common", "rare"), **options})  # type: ignore[arg-type]
    return list(check.find(Story(readers.read(Source("story.txt", text)), FACTS)))


def shown(text: str, **options: object) -> list[tuple[str, str]]:
    return [(match.block.text[slice(*match.span)], match.fixes[0]) for match in found(text, **options)]


@pytest.mark.parametrize(
    ("slip", "fix"),
    [
        ("harbuor", "harbour"),
        ("barier", "barrier"),
        ("commmittee", "committee"),
        ("harbor", "harbour"),
        ("bridgge", "bridge"),
        ("bridgw", "bridge"),
        ("clised", "closed"),
        ("ahrbour", "harbour"),
    ],
)
def test_a_letter_dropped_inserted_changed_or_swapped_is_found(slip: str, fix: str) -> None:
    assert shown(f"They said the {slip} with the board.\n") == [(slip, fix)]


@given(st.sampled_from(["harbour", "committee", "nothing", "barriers"]), st.data())
def test_a_slip_is_found_wherever_it_is_in_the_word(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(word) - 2))
    slip = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    assume(slip != word)
    assert shown(f"They said the {slip}.\n") == [(slip, word)]


@given(st.text(string.ascii_lowercase, min_size=3, max_size=9))
def test_the_strings_one_slip_away_are_those_that_one_edit_makes(word: str) -> None:
    strings = one_slip_away(word)
    assert word not in strings
    assert all(one_edit(word, other) and cost(word, other) >= 0 for other in strings)
    assert all(word in one_slip_away(other) for other in sorted(strings)[:5])


def test_the_commoner_word_and_the_likelier_slip_come_first() -> None:
    (match,) = found("They said the bridfe.\n")
    assert match.fixes == ("bridge", "bride")


def test_an_unlikely_slip_is_doubted_and_a_very_unlikely_one_left_alone() -> None:
    assert [match.doubt for match in found("They said the committee and commitee.\n")] == [0]
    assert [match.doubt for match in found("They said the harxour.\n")] == [1]
    assert found("They said the harxour.\n", likely=2.5) == []
    assert [match.doubt for match in found("They said the harxour.\n", sure=4.4)] == [0]


@pytest.mark.parametrize(
    "text",
    [
        "They said Harbuor and HARBUOR.",
        "They said the harbuir. The harbuir, they said.",
        "They said hárbuor and harbuor\u0301 and har\u00adbuor and harbu\u00ador.",
        "They said low-harbuor and harbuor-side and harbuor\u2011side.",
        "They wrote to @harbuor, #harbuor1, a/harbuor, harbuor.example.org, x_harbuor and harbuor@example.org.",
        "They said the har-\nbarrie and harb-\nbuor.",
        "They said the [h]arbuor and the harbuo[r].",
        "They said the “harbuor” with the board.",
        "They said barrie’ nothin’ with it.",
        "They said yesss with bridgeee.",
        "They said harbuor xanadou with the board.",
    ],
)
def test_what_is_no_plain_word_or_meant_as_it_is_is_left_alone(text: str) -> None:
    assert shown(text + "\n") == []


@pytest.mark.parametrize("word", ["rebarrier", "statewise", "harbourboard", "cyberbridge", "unclosed", "bridgeism", "harbourish"])
def test_a_word_that_is_regularly_made_is_no_sure_slip(word: str) -> None:
    meant = word[:-1] + "q" + word[-1]
    assert all(match.doubt for match in found(f"They said the {word} with the board.\n", words=(meant,)))
    assert shown(f"They said the x{word} with the board.\n", words=("x" + meant,)) == [("x" + word, "x" + meant)]


def test_a_made_word_that_nothing_is_like_is_left_alone() -> None:
    assert found("They said the cyberbridge with the board.\n", words=("xylophone",)) == []


def test_a_made_word_that_is_a_plain_slip_for_a_common_one_is_found() -> None:
    assert shown("They said the breadriver.\n", words=("breadrriver",)) == [("breadriver", "breadrriver")]


def test_a_word_that_hisses_has_no_plural_in_a_bare_s() -> None:
    words = ("bench", "benches", "boards")
    assert shown("They said the benchs and boardss.\n", words=words) == [("benchs", "benches"), ("boardss", "boards")]


def test_a_possessive_is_read_without_its_ending() -> None:
    assert shown("They said the harbuor’s board and the bridgge's ferry.\n") == [("bridgge", "bridge"), ("harbuor", "harbour")]


def test_a_word_with_a_blank_in_it_is_put_together() -> None:
    assert shown("They said the harbou r and the bar riers.\n") == [("harbou r", "harbour"), ("bar riers", "barriers")]
    assert shown("They said the\u00a0committ ee.\n") == [("committ ee", "committee")]


def test_a_word_in_a_further_list_or_named_by_the_rule_is_known() -> None:
    assert shown("They said the barier.\n", lists=("odd",)) == []
    assert shown("They said the barier.\n", words=("barier",)) == []
    assert shown("They said the quorbel.\n", words=("quorble",)) == [("quorbel", "quorble")]


def test_a_paragraph_of_another_language_is_left_alone() -> None:
    text = "Alle bridgen harbuor staten ferryen sagde riveren breaden boarden closet.\n"
    assert shown(text) == []
    assert len(shown("They said the harbuor, the bridgge, the committe, the barier and the nothng.\n")) == 5


@pytest.mark.parametrize(
    ("slip", "fix"), [("commitie", "committee"), ("nohting", "nothing"), ("bridhhe", "bridge"), ("tehy", "they"), ("sdia", "said")]
)
def test_two_slips_in_a_word_are_found(slip: str, fix: str) -> None:
    assert shown(f"The board and the {slip} closed with nothing.\n", words=("they",), shortest=2) == [(slip, fix)]


def test_a_plain_slip_is_found_where_it_stands_twice() -> None:
    assert shown("They said the harbuor. They said the harbuor.\n")[:1] == [("harbuor", "harbour")]


def test_what_stands_beside_a_word_decides_between_two_guesses() -> None:
    words = ("far", "from", "form")
    assert shown("They said it was far frm the harbour.\n", words=words, shortest=2) == [("frm", "from")]
    assert shown("They said it was a frm of bread.\n", words=words, shortest=2) == [("frm", "form")]


@pytest.mark.parametrize(
    ("wrong", "fix"), [("ofthe", "of the"), ("tothe", "to the"), ("itsbridge", "its bridge"), ("boardand", "board and")]
)
def test_two_words_without_their_blank_are_parted(wrong: str, fix: str) -> None:
    words = ("of", "to", "the", "its", "and", "said", "of")
    assert shown(f"They said {wrong} harbour.\n", words=words) == [(wrong, fix)]


@pytest.mark.parametrize(("text", "count"), [("The barier.", 1), ("The barier d’or.", 0), ("The barier dor.", 1), ("Closed in barier.", 0)])
def test_a_word_of_a_foreign_phrase_is_left_alone_in_the_phrase(text: str, count: int) -> None:
    known = ("in", "dor")
    assert len(found(text, phrases="phrases", words=known)) == count
    assert len(found(text, words=known)) == 1


def test_what_stands_three_times_is_the_word_of_the_story() -> None:
    assert shown("They said the harbuor. They said the harbuor. They said the harbuor.\n") == []


def test_the_first_word_of_a_sentence_is_read_unless_it_may_be_a_name() -> None:
    assert shown("They closed it. Nothng was said.\n", names=("names",)) == [("Nothng", "Nothing")]
    assert shown("They closed it. Nothng was said.\n", names=("given",)) == []
    assert shown("They closed it. Nothng Board was said.\n", names=("names",)) == []
    assert shown("They closed nothng. Nothng was said.\n", names=("names",)) == [("nothng", "nothing")]


def test_a_word_of_the_big_dictionary_is_reported_only_for_a_plain_slip() -> None:
    assert shown("They said the barge closed.\n", words=("bagel",)) == []
    assert shown("They said the programing of the board.\n", words=("programming",)) == [("programing", "programming")]


def test_a_well_known_slip_is_found_as_often_as_it_stands() -> None:
    options = {"slips": "slips", "shortest": 3}
    text = "They recieve teh bread. They recieve it throught the board, and @recieve; Recieve.\n"
    matches = found(text, **options)
    assert [(match.block.text[slice(*match.span)], match.fixes) for match in matches] == [
        ("recieve", ("receive",)),
        ("teh", ("the",)),
        ("recieve", ("receive",)),
        ("throught", ("thought", "through")),
    ]
    assert found("They said the harbuor.\n", **options) == []


def test_a_part_of_a_word_with_hyphens_is_read_where_the_others_are_known() -> None:
    assert shown("They closed the river-barrierr-state ferry.\n") == [("barrierr", "barrier")]
    assert all(match.doubt for match in found("They closed the river-barrierr-state ferry.\n"))
    assert found("They closed the qux-barrierr ferry.\n") == []
    assert found("They closed the ferry at river-barrierr.example.org.\n") == []


def test_a_word_that_only_a_list_of_rare_words_knows_is_doubted_where_it_stands_once() -> None:
    options: dict[str, object] = {"lists": ("odd",), "rare": ("odd",)}
    assert shown("They closed the barier.\n", **options) == [("barier", "barrier")]
    assert shown("They closed the barier. The barier closed.\n", **options) == []
    assert shown("They closed the barier.\n", lists=("odd",)) == []


def test_the_headline_is_read_too() -> None:
    assert shown("The harbuor board said nothing\n\nThe board closed the ferry from the state.\n") == [("harbuor", "harbour")]


def test_a_rule_without_words_to_suggest_is_refused() -> None:
    with pytest.raises(OptionError, match="everyday"):
        Check().validate()


def test_a_list_is_asked_once_for_many_words() -> None:
    assert FACTS.unlisted(("common", "rare"), ["harbour", "bride", "harbuor", "Harbour"]) == {"harbuor", "Harbour"}
    assert FACTS.unlisted(("common", "rare"), [f"harbour{i}" for i in range(2000)] + ["bride"]) == {f"harbour{i}" for i in range(2000)}
    assert FACTS.among("rare", ["bride", "bridge"]) == {"bride"}
    assert FACTS.paired("slips", "throught") == ("thought", "through")
    assert FACTS.paired("slips", "thr") == ()
