"""What a real LanguageTool server finds, and what of it is said of a story."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from records import StoryOf

from lintnews.checks.languagetool import Check
from lintnews.languagetool.asked import Asked, Mode
from lintnews.ledger import Story
from lintnews.model import LintNewsError, Told
from lintnews.options import build

Find = Callable[..., list[Told]]


@pytest.fixture
def find(languagetool: Path, story: StoryOf) -> Find:
    """A function: a text in, the matches out; further keywords are options of the kind."""

    def matches(text: str, **options: Any) -> list[Told]:
        return found(story(text), **options)

    return matches


def found(story: Story, **options: Any) -> list[Told]:
    matches = build(Check, options).bound(Asked(Mode.ON)).find(story)
    return sorted(matches, key=lambda match: (match.block.in_source(match.span), match.name))


def seen(matches: list[Told]) -> list[tuple[str, str, str]]:
    """Rule, words, first fix."""
    return [(m.name, m.block.text[m.span.start : m.span.end], m.fixes[0] if m.fixes else "") for m in matches]


def test_a_match_has_the_rule_the_place_the_message_fixes_and_a_page(find: Find) -> None:
    (match,) = find("The bakers has gone home.\n")
    assert seen([match]) == [("AGREEMENT_SENT_START", "has", "have")]
    assert "have" in match.words["said"]
    assert match.link == "https://community.languagetool.org/rule/show/AGREEMENT_SENT_START?lang=en"


@pytest.mark.parametrize("far", ["😀", "👩‍👩‍👧‍👦", "𝔘𝔫𝔦", "🇫🇷 🇩🇪", "𠀀", "a\u0301 é ﬁ"])
def test_places_are_exact_behind_and_beside_what_counts_twice(find: Find, far: str) -> None:
    text = f"{far} The bakers saw the the boat {far}. {far}{far} He met an baker {far} who told him {far} of of bread {far}.\n"
    matches = find(text, without=["*"], rules=["ENGLISH_WORD_REPEAT_RULE", "EN_A_VS_AN"])
    assert [words for _, words, _ in seen(matches)] == ["the the", "an", "of of"]


def test_a_fix_for_what_something_stands_in_for_is_none(find: Find) -> None:
    for match in find("He saw the the 😀 😀 ,and the baker.\n"):
        assert not any("☺" in fix for fix in match.fixes)


def test_places_are_exact_in_every_block_of_a_long_story(languagetool: Path, story: StoryOf) -> None:
    paragraph = "The harbour was quiet 😀 in the morning, and nobody came to see it. " * 30
    text = "\n\n".join(f"{paragraph}Then the {'' if i % 2 else 'the '}bakers came." for i in range(24)) + "\n"
    matches = found(story(text), without=["*"], rules=["ENGLISH_WORD_REPEAT_RULE"], lists=[])
    assert len(text) > 40_000
    assert [words for _, words, _ in seen(matches)] == ["the the"] * 12


def test_a_change_of_a_name_is_no_match(find: Find) -> None:
    assert seen(find("It was Marta Quillonn who told Oskar Brandtt, and the the Tide Survey.\n")) == [
        ("ENGLISH_WORD_REPEAT_RULE", "the the", "the")
    ]


def test_a_word_is_misspelled_when_our_lists_lack_it_too_and_the_slip_is_small(find: Find) -> None:
    options = {"without": ["*"], "rules": ["MORFOLOGIK_RULE_EN_US"], "lists": ["english"]}
    text = "They opend the brigde, and bannerwise the recaptcha, the coöperative, an un-nice harbuor and a harbuor.\n"
    assert seen(find(text, **options)) == [("MORFOLOGIK_RULE_EN_US", "opend", "open"), ("MORFOLOGIK_RULE_EN_US", "brigde", "bridge")]


def test_fixes_are_set_with_the_apostrophe_of_the_story(find: Find) -> None:
    text = "It’s late. He does’t know.\n"
    assert {fix for match in find(text) for fix in match.fixes if "t" in fix} >= {"doesn’t"}
    assert not any("'" in fix for match in find(text) for fix in match.fixes)


def test_rules_and_categories_are_left_out_and_taken_in(find: Find) -> None:
    text = "The bakers has gone home home. He could of known.\n"
    names = {name for name, _, _ in seen(find(text))}
    assert names == {"AGREEMENT_SENT_START", "ENGLISH_WORD_REPEAT_RULE", "MD_OF"} or len(names) == 3
    assert "ENGLISH_WORD_REPEAT_RULE" not in {name for name, _, _ in seen(find(text, without=["MISC"]))}
    assert [name for name, _, _ in seen(find(text, without=["MISC", "GRAMMAR", "CONFUSED_WORDS", "TYPOS"]))] == []
    assert [name for name, _, _ in seen(find(text, without=["*"], rules=["ENGLISH_WORD_*"]))] == ["ENGLISH_WORD_REPEAT_RULE"]


def test_a_doubtful_rule_is_a_step_lower(find: Find) -> None:
    assert [match.doubt for match in find("The bakers has gone home.\n", doubtful=["GRAMMAR"])] == [1]
    assert [match.doubt for match in find("The bakers has gone home.\n", doubtful=["AGREEMENT_*"])] == [1]
    assert [match.doubt for match in find("The bakers has gone home.\n")] == [0]


def test_with_all_nothing_is_left_out_and_what_would_be_is_a_step_lower(languagetool: Path, story: StoryOf) -> None:
    text = "The bakers has gone home home, said Marta Quillonn.\n"
    bound = build(Check, {"without": ["MISC"]}).bound(Asked(Mode.ON, all=True))
    told = {(match.name, match.doubt) for match in bound.find(story(text))}
    assert {("AGREEMENT_SENT_START", 0), ("ENGLISH_WORD_REPEAT_RULE", 1), ("MORFOLOGIK_RULE_EN_US", 1)} <= told


def test_pedantic_rules_are_heard_when_asked_for(find: Find) -> None:
    text = 'He said "no" -- and went.\n'
    assert not find(text)
    assert find(text, picky=True)


def test_another_language_is_checked_by_its_own_rules(find: Find) -> None:
    options = {"without": ["*"], "rules": ["MORFOLOGIK_RULE_EN_*"], "lists": []}
    assert seen(find("The programme was odd.\n", language="en-GB", **options)) == []
    assert [words for _, words, _ in seen(find("The centree was odd.\n", language="en-GB", **options))] == ["centree"]


def test_eight_stories_at_once_give_each_its_own_matches(languagetool: Path, story: StoryOf) -> None:
    check = Check(without=["*"], rules=["ENGLISH_WORD_REPEAT_RULE"]).bound(Asked(Mode.ON))
    words = ["baker", "ferry", "board", "water", "tower", "light", "stone", "river"]
    texts = [f"{'😀 ' * i}The {word} {word} is old 😀, and the {word} {word} too.\n" for i, word in enumerate(words)] * 2
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda text: list(check.find(story(text))), texts))
    assert [[pair for _, pair, _ in seen(answer)] for answer in answers] == [[f"{word} {word}"] * 2 for word in words] * 2
    assert check.lapses == ()


def test_nothing_is_asked_about_a_story_without_words(find: Find) -> None:
    assert find("\n\n") == []


def test_without_a_server_one_line_says_how_to_get_one(story: StoryOf) -> None:
    with pytest.raises(LintNewsError, match="--languagetool"):
        Check().find(story("A story.\n"))
