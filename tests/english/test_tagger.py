from __future__ import annotations

import pytest

from lintnews.english.tagger import tag
from lintnews.english.tokens import tokens


@pytest.mark.parametrize(
    ("sentence", "tags"),
    [
        ("The board said so .", "DT NN VBD RB ."),
        ("She wants to run a big business .", "PRP VBZ TO VB DT JJ NN ."),
        ("He was elected in 2019 by 5 men .", "PRP VBD VBN IN CD IN CD NNS ."),
        ("They ca n't leave - or can they ?", "PRP MD RB VB -NONE- CC MD PRP ."),
        ("Mr. Smith 's house", "NNP NNP POS NN"),
        ("a state-of-the-art ferry", "DT JJ NN"),
    ],
)
def test_each_token_has_a_tag(sentence: str, tags: str) -> None:
    assert tag(sentence.split()) == tags.split()


def test_a_word_is_told_by_its_neighbours() -> None:
    assert tag("the run was long".split())[1] == "NN"
    assert tag("they run home".split())[1] == "VBP"


@pytest.mark.parametrize("words", [[], [""], ["\ud800"], ["x" * 10_000], ["😀", "中国大陆"]])
def test_any_words_have_tags(words: list[str]) -> None:
    assert len(tag(words)) == len(words)


def test_a_text_is_cut_and_tagged() -> None:
    text = "The ferry left."
    assert tag([text[slice(*span)] for span in tokens(text)]) == ["DT", "NN", "VBD", "."]
