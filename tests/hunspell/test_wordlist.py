from __future__ import annotations

import hashlib
import re
from pathlib import Path

from lintnews.hunspell import wordlist
from lintnews.hunspell.wordlist import WordList, Words, english

HOME = Path(wordlist.__file__).parent / "words"


def test_a_list_is_searched_as_it_is_read_whole() -> None:
    (words, _) = english()
    some = [line.rstrip("'") for line in (HOME / "english.txt").read_text().split("\n")[1:-1:450]]
    strange = [f"{word}q" for word in some]
    late = WordList((HOME / "english.txt").read_bytes())
    late._asked = 10**9
    for word in (*some, *(f"{word}'s" for word in some), *strange):
        fresh = WordList(words._data)
        assert (word in fresh) is (word in late)
    assert all(word in words for word in some)


def test_the_first_and_the_last_word_and_a_short_list_are_found() -> None:
    made = WordList(b"\nalpha\nbeta'\nomega\n")
    assert [word in made for word in ("alpha", "beta", "beta's", "omega", "alpha's", "alp", "z", "", "beta'")] == [
        True,
        True,
        True,
        True,
        *[False] * 5,
    ]
    assert "a" not in WordList(b"\n")


def test_words_of_a_small_list_may_have_any_capitals_if_they_are_small() -> None:
    words = Words(["heloo", "GitLab"])
    assert [word in words for word in "heloo Heloo HELOo GitLab gitlab".split()] == [True, True, True, True, False]
    assert words.recased == {"gitlab": "GitLab"}


def test_the_lists_are_those_that_are_written_of() -> None:
    rows = re.findall(r"^\| (\S+\.txt) .*\| ([\d,]+) \| `(\w+)` \|$", (HOME / "SOURCES.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert {name for name, _, _ in rows} == {path.name for path in HOME.glob("*.txt")}
    for name, lines, digest in rows:
        data = (HOME / name).read_bytes()
        assert (f"{data.count(10) - 1:,}", hashlib.sha256(data).hexdigest()) == (lines, digest), name
        assert data[1:-1].split(b"\n") == sorted(set(data[1:-1].split(b"\n")))
