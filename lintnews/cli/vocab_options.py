"""The options of `lintnews vocab`, told once, as those of `check` are."""

from __future__ import annotations

from lintnews.cli.options import Option

#: The options of `lintnews vocab add`, `suggest`, `review` and `share`.
_VOCABULARY = Option("file", ("--file",), "The vocabulary's file (default: the one that lintnews.yaml names).", "FILE")
WORD = (
    Option(
        "kind",
        ("--as",),
        "Its part of speech: a noun or a verb brings its forms.",
        "KIND",
        choices=("noun", "verb", "adjective", "name", "other"),
    ),
    Option("house", ("--house",), "Whose word it is.", "NAME"),
    Option("until", ("--until",), "The last day on which it is taken.", "DAY"),
    Option("note", ("--note",), "Why it is right.", "TEXT"),
    _VOCABULARY,
)
WORDS = (
    Option("least", ("--least",), "How often a word must stand in all stories (default: 3).", "COUNT"),
    Option("output", ("--output", "-o"), "The review file to write (default: vocabulary.review).", "FILE"),
    _VOCABULARY,
)
REVIEW = (_VOCABULARY,)
SHARE = (Option("sum", ("--sha256",), "The checksum that it must have.", "SUM"), _VOCABULARY)
