"""Hunspell dictionaries: each feature in a small dictionary of our own."""

from __future__ import annotations

import pytest

from lintnews.hunspell import Dictionary, load
from lintnews.model import LintNewsError


def dictionary(aff: str, *words: str, charset: str = "UTF-8") -> Dictionary:
    dic = "\n".join([str(len(words)), *words]) + "\n"
    return load(f"SET {charset}\n{aff}\n".encode(charset), dic.encode(charset))


def right(made: Dictionary, words: str) -> list[str]:
    """Those of the words that are right."""
    return [word for word in words.split() if word in made]


PLURAL = "SFX S Y 3\nSFX S y ies [^aeiou]y\nSFX S 0 s [aeiou]y\nSFX S 0 s [^y]\n"
REDO = "PFX A Y 1\nPFX A 0 re .\n"


def test_a_suffix_takes_off_what_it_says_where_its_condition_holds() -> None:
    assert (
        right(dictionary(PLURAL, "berry/S", "day/S", "cat/S", "dog"), "berry berries berrys days daies cats dog dogs")
        == "berry berries days cats dog".split()
    )


def test_a_prefix_and_a_suffix_may_stand_together_where_both_allow_it() -> None:
    made = dictionary(f"{REDO}{PLURAL}SFX G N 1\nSFX G 0 ing .\n", "play/ASG", "read/S")
    assert right(made, "replay replays plays playing replaying rereads reads") == "replay replays plays playing reads".split()


def test_a_suffix_may_allow_another() -> None:
    made = dictionary("SFX Y Y 1\nSFX Y 0 s .\nSFX X Y 1\nSFX X 0 er/Y .\n", "play/X")
    assert right(made, "player players plays playerss playererss") == ["player", "players"]


def test_a_prefix_may_allow_a_suffix_and_a_suffix_a_prefix() -> None:
    made = dictionary("PFX P Y 1\nPFX P 0 un/S .\nSFX S Y 1\nSFX S 0 s .\nSFX X Y 1\nSFX X 0 ed/P .\n", "do/P", "tie/X")
    assert right(made, "undo undos dos tieed untieed untie") == ["undo", "undos", "tieed", "untieed"]


@pytest.mark.parametrize(
    ("flag", "first", "second"),
    [("", "A", "B"), ("FLAG long\n", "Aa", "Bb"), ("FLAG num\n", "101", "202"), ("FLAG UTF-8\n", "Ä", "ß")],
)
def test_flags_are_written_in_four_ways(flag: str, first: str, second: str) -> None:
    both = f"{first},{second}" if "num" in flag else first + second
    made = dictionary(f"{flag}SFX {first} Y 1\nSFX {first} 0 s .\nSFX {second} Y 1\nSFX {second} 0 ed .\n", f"work/{both}", f"play/{first}")
    assert right(made, "works worked plays played") == ["works", "worked", "plays"]


def test_flags_may_be_numbered() -> None:
    made = dictionary("AF 2\nAF S\nAF ST\nSFX S Y 1\nSFX S 0 s .\nSFX T Y 1\nSFX T 0 ed .\n", "work/2", "play/1", "hum/9")
    assert right(made, "works worked plays played hum hums") == ["works", "worked", "plays", "hum"]


def test_capitals_stand_for_what_they_may() -> None:
    made = dictionary("", "hello", "Paris", "McLean", "O'Neil", "NATO", "mcQux")
    words = "hello Hello HELLO hELLO Paris PARIS paris McLean MCLEAN Mclean mclean O'NEIL O'neil NATO Nato McQux"
    assert right(made, words) == "hello Hello HELLO Paris PARIS McLean MCLEAN O'NEIL NATO McQux".split()


def test_a_word_may_need_an_affix_be_forbidden_or_keep_its_case() -> None:
    made = dictionary("NEEDAFFIX N\nFORBIDDENWORD F\nKEEPCASE K\nSFX S Y 1\nSFX S 0 s .\n", "stem/NS", "bad/F", "kept/K", "bads/F", "bad/S")
    assert right(made, "stem stems bad bads kept Kept KEPT") == ["stems", "kept"]


def test_a_circumfix_stands_at_both_ends_or_nowhere() -> None:
    made = dictionary("CIRCUMFIX X\nPFX A Y 1\nPFX A 0 ge/X .\nSFX B Y 2\nSFX B 0 t/XA .\nSFX B 0 e .\n", "mach/B")
    assert right(made, "mache gemacht gemach macht gemache") == ["mache", "gemacht"]


def test_compounds_are_made_by_flags() -> None:
    aff = "COMPOUNDMIN 2\nCOMPOUNDBEGIN B\nCOMPOUNDMIDDLE M\nCOMPOUNDEND E\nONLYINCOMPOUND O\n"
    made = dictionary(aff, "haus/B", "boot/BME", "fahrt/E", "s/MO", "en/MO")
    assert (
        right(made, "hausboot bootfahrt hausbootfahrt fahrthaus hausenboot en hausfahrtboot")
        == "hausboot bootfahrt hausbootfahrt hausenboot".split()
    )


def test_compounds_of_any_words_may_be_held_back() -> None:
    plain = "COMPOUNDMIN 3\nCOMPOUNDFLAG C\n"
    words = ("foo/C", "oops/C", "Bar/C", "bar/C")
    assert right(dictionary(plain, *words), "foofoo foooops fooBar foobar") == ["foofoo", "foooops", "fooBar", "foobar"]
    held = f"{plain}CHECKCOMPOUNDDUP\nCHECKCOMPOUNDCASE\nCHECKCOMPOUNDTRIPLE\n"
    assert right(dictionary(held, *words), "foofoo foooops fooBar foobar") == ["foobar"]
    assert right(dictionary(f"{plain}COMPOUNDWORDMAX 2\n", *words), "foobar foobarfoo") == ["foobar"]


def test_compounds_are_made_by_rules() -> None:
    aff = "COMPOUNDMIN 1\nONLYINCOMPOUND c\nCOMPOUNDRULE 2\nCOMPOUNDRULE n*1t\nCOMPOUNDRULE n*mp\n"
    made = dictionary(aff, "0/nm", "1/n1", "2/nm", "1st/p", "1th/tc", "2nd/p", "2th/tc")
    assert right(made, "11th 21st 112th 22nd 12nd 1th 122nd 10") == "11th 21st 112th 22nd 122nd".split()


def test_characters_are_converted_and_left_out() -> None:
    made = dictionary("ICONV 1\nICONV ’ '\nIGNORE -\n", "don't", "co-op")
    assert right(made, "don’t don't coop co-op") == ["don’t", "don't", "coop", "co-op"]


def test_words_are_parted_where_the_dictionary_says() -> None:
    assert right(dictionary("", "foo", "bar"), "foo-bar foo-baz -foo bar-") == ["foo-bar", "-foo", "bar-"]
    assert right(dictionary("BREAK 0\n", "foo", "bar"), "foo-bar -foo") == []
    assert right(dictionary("BREAK 1\nBREAK =\n", "foo", "bar"), "foo=bar foo-bar") == ["foo=bar"]


def test_two_prefixes_stand_together_where_one_allows_the_other() -> None:
    made = dictionary("COMPLEXPREFIXES\nPFX A Y 1\nPFX A 0 un/B .\nPFX B Y 1\nPFX B 0 re .\n", "do/A")
    assert right(made, "undo reundo redo") == ["undo", "reundo"]


def test_any_character_set_is_read() -> None:
    made = dictionary("SFX S Y 1\nSFX S 0 n [^é]\n", "père", "straße/S", charset="ISO-8859-1")
    assert right(made, "père straßen pere") == ["père", "straßen"]


def test_notes_in_the_list_and_slashes_in_words_are_read() -> None:
    made = load(b"SET UTF-8\nSFX S Y 1\nSFX S 0 s .\n", b"4\nkm\\/h\nwork/S po:verb\nplay\tst:play\nrun po:verb\n")
    assert right(made, "km/h works play run") == ["km/h", "works", "play", "run"]


def test_without_a_number_in_the_first_line_every_line_is_a_word() -> None:
    assert right(load(b"", b"foo\nbar\n"), "foo bar") == ["foo", "bar"]


@pytest.mark.parametrize(
    ("aff", "fault"),
    [
        ("SFX S Y 1\nSFX S\n", "the dictionary.aff:3: a line that says too little"),
        ("SFX S Y 1\nSFX S 0 " + "x" * 100 + " .\n", "an affix of more than 60 characters"),
        ("SFX S Y 60000\n" + "SFX S 0 s .\n" * 60_000, "more than 50,000 affixes"),
        ("COMPOUNDMIN x\n", "a line that says too little"),
        ("COMPOUNDRULE 1\nCOMPOUNDRULE " + "a" * 100, "a rule of compounds that is too long"),
        ("SET nope\n", "not in the character set"),
    ],
)
def test_a_dictionary_that_cannot_be_read_is_refused_with_the_line(aff: str, fault: str) -> None:
    with pytest.raises(LintNewsError, match=fault):
        load(("" if aff.startswith("SET") else "SET UTF-8\n").encode() + aff.encode(), b"1\nfoo\n")


def test_a_list_without_end_is_refused() -> None:
    with pytest.raises(LintNewsError, match="more than 3,000,000 words"):
        load(b"", b"\n" * 3_000_001)


def test_affixes_that_could_make_more_words_than_there_is_room_for_make_none() -> None:
    """Three affixes of a hundred each on a thousand words: written out, thirty million words."""
    suffixes = "".join(f"SFX {a} Y 100\n" + "".join(f"SFX {a} 0 {a.lower()}{i:02}/{b} .\n" for i in range(100)) for a, b in ("XY", "YX"))
    prefixes = "PFX P Y 100\n" + "".join(f"PFX P 0 p{i:02} .\n" for i in range(100))
    made = dictionary(suffixes + prefixes, *(f"word{i}/XYP" for i in range(1000)))
    assert (
        right(made, "word7 word7x01 word7x01y99 p42word7x01y99 word7x01y99x01 word7z01")
        == "word7 word7x01 word7x01y99 p42word7x01y99".split()
    )


def test_a_word_that_could_be_parted_in_endless_ways_is_given_up() -> None:
    made = dictionary("COMPOUNDMIN 1\nCOMPOUNDFLAG C\nCOMPOUNDWORDMAX 1000\nCOMPOUNDRULE 1\nCOMPOUNDRULE a*b\n", "a/Ca", "aa/Ca", "aaa/Ca")
    assert "a" * 90 + "b" not in made
    assert "a" * 5_000 not in made
    assert "a-" * 40 + "b" not in made
