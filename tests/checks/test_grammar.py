from __future__ import annotations

import pytest

from lintnews import readers
from lintnews.checks.grammar import Check
from lintnews.english import forms
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.model import OptionError, Source


def found(text: str, frames: dict[str, str], **options: object) -> list[tuple[str, tuple[str, ...]]]:
    """What the kind finds in a story: the words and the fixes."""
    check = Check(frames, **options)  # type: ignore[arg-type]
    check.validate()
    matches = check.find(Story(readers.read(Source("story.txt", text + "\n")), FactBase.of([], {})))
    return [(match.block.text[slice(*match.span)], match.fixes) for match in matches]


@pytest.mark.parametrize(
    ("frame", "fix", "text", "slip", "mended"),
    [
        ("{modal} {adverb}* <%VBD>", "base", "He would never again went there.", "went", "go"),
        ("{they} <%VBZ>", "base", "We wants to help.", "wants", "want"),
        ("^ he|she <%VB|VBP>", "third", "She carry the bag.", "carry", "carries"),
        ("have <%VB|VBP>", "participle", "They have decide to go.", "decide", "decided"),
        ("{is} {subject} <%VB|VBP>", "ing", "Are you stop here?", "stop", "stopping"),
        ("a|an <%NNS> {stop}", "singular", "It has a stories.", "stories", "story"),
        ("two|three <child|woman>", "plural", "Two woman came.", "woman", "women"),
        ("could|can <%JJ> %VB", "adverb", "They can easy decide.", "easy", "easily"),
        ("<its> a|an", "it's", "Its a plan.", "Its", "It's"),
        ("to <us> ~VB&/VB/", "use", "We want to us keep it.", "us", "use"),
        ("{clause} they <was>", "agreeing", "But they was late.", "was", "were"),
        ("between <i|he>", "case", "It is between I and him.", "I", "me"),
        ("discuss <about> the", "nothing", "They discuss about the plan.", "about ", ""),
        ("!in <form> the", "from", "He came form the hill.", "form", "from"),
        ("he,~NNP <goed>", "went|goes", "Then Ann goed home.", "goed", ("went", "goes")),
    ],
)
def test_a_frame_says_what_is_wrong_and_what_goes_there(frame: str, fix: str, text: str, slip: str, mended: str | tuple[str, ...]) -> None:
    assert found(text, {frame: fix}) == [(slip, (mended,) if isinstance(mended, str) else mended)]


@pytest.mark.parametrize(
    ("frame", "text"),
    [
        ("{modal} <%VBD>", "Her will went to court, said Will Went."),
        ("{they} <%VBZ>", "They try. It tries."),
        ("!in <form> the", "It was in form the whole year."),
        ("{modal} <%VBD>", "He would walk. She would gap."),
        ("{modal} {adverb} <%VBD>", "He would went."),
    ],
)
def test_what_fits_no_frame_is_left_alone(frame: str, text: str) -> None:
    assert [slip for slip, _ in found(text, {frame: "base"}) if slip != "went"] == []


def test_without_a_fix_the_match_is_reported_all_the_same() -> None:
    assert found("The informations are late.", {"the <informations>": ""}) == [("informations", ())]


def test_a_form_that_is_not_known_makes_no_match() -> None:
    assert found("They have been.", {"have <been>": "plural"}) == []


def test_of_frames_that_overlap_the_first_is_reported() -> None:
    assert found("He would went.", {"<would> went": "will", "would <went>": "go"}) == [("would", ("will",)), ("went", ("go",))]
    assert found("He would went.", {"would <went>": "go", "{modal} <%VBD>": "base"}) == [("went", ("go",))]


def test_an_exception_excuses() -> None:
    assert found("As it were, he were late.", {"{he} <were>": "was"}, exceptions=("(?i)as it were",)) == [("were", ("was",))]


def test_the_fix_has_the_apostrophe_of_the_story() -> None:
    assert found("It isn’t so. Its a plan.", {"<its> a": "it's"}) == [("Its", ("It’s",))]


@pytest.mark.parametrize(
    ("frame", "says"),
    [
        ("%VBD %VB", "must hold a word"),
        ("{modals} %VB", "there is no set of words `modals`; did you mean `modal`?"),
        ("would ! go", "a word of a frame is empty"),
    ],
)
def test_a_frame_that_cannot_be_read_is_refused(frame: str, says: str) -> None:
    with pytest.raises(OptionError, match=says.replace("?", r"\?")):
        Check({frame: "base"}).validate()


@pytest.mark.parametrize(
    ("word", "form", "made"),
    [
        ("made", "base", "make"), ("stopped", "ing", "stopping"), ("decide", "past", "decided"), ("tries", "base", "try"),
        ("seem", "third", "seems"), ("wish", "third", "wishes"), ("agree", "ing", "agreeing"), ("men", "singular", "man"),
        ("company", "plural", "companies"), ("easy", "adverb", "easily"), ("automatic", "adverb", "automatically"), ("qqq", "past", ""),
    ],
)  # fmt: skip
def test_words_have_their_forms(word: str, form: str, made: str) -> None:
    assert forms.form(word, form) == made
