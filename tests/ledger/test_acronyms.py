from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews.ledger import Story

StoryOf = Callable[..., Story]
Read = Callable[[str], dict[str, str | None]]


@pytest.fixture
def spelled(story: StoryOf) -> Read:
    """A function: text in, each initialism and what spells it out in the story."""

    def read(text: str) -> dict[str, str | None]:
        out = {}
        for acronym in story(text + "\n").acronyms:
            block, span = acronym.expansion or (None, None)
            out[acronym.text] = block.text[slice(*span)] if block and span else None
        return out

    return read


@pytest.mark.parametrize(
    "text",
    [
        "The Kansas Water Board (KWB) met.",
        "The KWB (Kansas Water Board) met.",
        "The KWB, or Kansas Water Board, met.",
        "The KWB — the Kansas Water Board — met.",
        "The Kansas Water Board met. The KWB agreed.",
        "The KWB agreed. Later the Kansas Water Board met.",
        "The Kansas Water Board’s members met. KWB’s vote was close.",
        "The Kansas-Water Board met. The KWB agreed.",
    ],
)
def test_words_with_the_initials_spell_an_initialism_out(spelled: Read, text: str) -> None:
    assert [(name, (words or "").replace("-", " ").removesuffix("’s")) for name, words in spelled(text).items()] == [
        ("KWB", "Kansas Water Board")
    ]


def test_small_words_may_count_or_not(spelled: Read) -> None:
    assert spelled("The Royal Society for the Study of Birds (RSSB) met.") == {"RSSB": "Royal Society for the Study of Birds"}
    assert spelled("The Bureau of Ludgrave Affairs (BOLA) met.") == {"BOLA": "Bureau of Ludgrave Affairs"}


def test_small_letters_count_where_the_initialism_stands_beside(spelled: Read) -> None:
    assert spelled("The body mass index (BMI) rose.") == {"BMI": "body mass index"}
    assert spelled("The bronze medal is here. The BMI rose.") == {"BMI": None}


def test_a_foreign_name_before_the_brackets_explains_whatever_its_initials(spelled: Read) -> None:
    assert spelled("all of it went to the Bundesamt für Verfassungsschutz (XQZ) met.")["XQZ"] == "Bundesamt für Verfassungsschutz"


@pytest.mark.parametrize(
    "text",
    [
        "Louis spoke to @KWB about #KWB on kwb.com.",
        "Write to KWB.com about the A40.",
        "NOTHING TO SEE HERE, THE MAYOR SAID.",
        "The U.S.A. and the e.g. of it.",
        "The iPhone, the KWBs7 and the x-KWB.",
    ],
)
def test_handles_addresses_shouting_and_pointed_letters_are_no_initialisms(spelled: Read, text: str) -> None:
    assert spelled(text) == {}


def test_a_plural_and_a_possessive_are_the_initialism(spelled: Read) -> None:
    assert list(spelled("Two KWBs met in May. The QRX’s chair, the TLD's chair.")) == ["KWB", "QRX", "TLD"]


def test_letters_joined_by_an_ampersand_or_hyphen_are_one(spelled: Read) -> None:
    assert list(spelled("Sales at Q&D rose, the AFT-CIO said.")) == ["Q&D", "AFT-CIO"]


def test_a_list_of_initialisms_is_no_shouting(spelled: Read) -> None:
    assert list(spelled("They asked the KWB, QRX, TLD (ZBB) and the U.S. BLW.")) == ["KWB", "QRX", "TLD", "ZBB", "BLW"]


def test_an_initialism_is_counted_and_stands_where_it_stands_first(story: StoryOf) -> None:
    (acronym,) = story("The KWB met. The KWB agreed, and KWB’s chair left.\n").acronyms
    assert acronym.count == 3
    assert acronym.span == (4, 7)


def test_the_headline_may_spell_out_but_is_not_linted(story: StoryOf, spelled: Read) -> None:
    text = "KWB agrees to pay\n\nThe board met in May and said that it would pay.\n"
    assert story(text).acronyms == ()
    assert spelled("Kansas Water Board agrees to pay\n\nThe KWB met in May and said that it would pay.") == {"KWB": "Kansas Water Board"}
