"""Spelling: a story in, every word that is in no dictionary out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import ClassVar

from lintnews import actions, go_patterns, patterns, tokens
from lintnews.beside import Beside, read
from lintnews.hunspell import load
from lintnews.hunspell.speller import Lookup, Speller
from lintnews.hunspell.wordlist import Words, english
from lintnews.ledger import Story
from lintnews.ledger.slips import cost, one_slip_away
from lintnews.model import Block, LintNewsError, Match, OptionError, Span
from lintnews.record import field, record, replace
from lintnews.words import like

_TOKEN = re.compile(r"\S+")
_LETTERS = re.compile(r"[a-z]+(?=(?:'[a-z]*)?\Z)")
#: What names a thing in a program.
_CODE = re.compile(r"[A-Za-z]+(?:_[A-Za-z]+)+|[a-z]{2,}[A-Z][A-Za-z_]*(?<!_)")
#: No longer word is looked for, and how many suggestions are offered.
_LONGEST = 30
_SHOWN = 5
_DICTIONARIES, _IGNORE = "config/dictionaries", "config/ignore"
_NAMING = ("dictionaries", "dicpath", "aff", "dic", "ignore")


@record
class Check:
    """Vale's spelling: words that neither the dictionaries nor the lists of `ignore` have.

    `append` keeps the built-in English words beside the dictionaries; `custom` leaves the usual filters out. `exceptions` and
    `threshold` are taken for the sake of old rules and do nothing, as in Vale.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "fix")
    dictionaries: tuple[str, ...] = ()
    dicpath: str = ""
    aff: str = ""
    dic: str = ""
    append: bool = False
    ignore: tuple[str, ...] = ()
    filters: tuple[str, ...] = ()
    custom: bool = False
    split: bool = False
    exceptions: tuple[str, ...] = ()
    threshold: int = 0
    action: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def with_files(self, files: Beside) -> Check:
        """The check with the dictionaries and word lists that it names; raises OptionError for one that is not there."""
        return self._by(_Sources(self, files).all())

    @classmethod
    def built_in(cls, files: Beside, *, custom: bool = False, split: bool = False) -> Check:
        """`Vale.Spelling`: the built-in words, every dictionary and every list of the styles' folder."""
        paired = [(aff, aff.with_suffix(".dic")) for aff in files.listed(_DICTIONARIES, ".aff") if aff.with_suffix(".dic").is_file()]
        lists = files.listed(f"{_IGNORE}/**", ".txt")
        return cls(custom=custom, split=split)._by((*english(), *(_Dictionary(*pair) for pair in paired), *(_List(path) for path in lists)))

    def _by(self, lookups: Sequence[Lookup]) -> Check:
        made = replace(self)
        made.__dict__["_lookups"] = tuple(lookups)
        return made

    @cached_property
    def _lookups(self) -> tuple[Lookup, ...]:
        return english()

    def validate(self) -> None:
        """Raise OptionError for what cannot be used."""
        actions.validate(self.action)
        for i, pattern in enumerate(self.filters):
            try:
                go_patterns.compile(pattern)
            except LintNewsError as error:
                raise OptionError(str(error), "filters", i) from None
        if "_lookups" not in self.__dict__ and (named := next(filter(partial(getattr, self), _NAMING), "")):
            raise OptionError("dictionaries and word lists belong to a Vale style; here there are the built-in English words", named)

    @cached_property
    def _speller(self) -> Speller:
        filters = [go_patterns.compile(pattern) for pattern in self.filters]
        return Speller(self._lookups, filters, standard=not self.custom, split=self.split)

    def find(self, story: Story) -> Iterator[Match]:
        """Every word that is in no dictionary, and no accepted term of the house's vocabulary."""
        accepted = _Accepted(story.vocabulary)
        for block in story.document.blocks:
            for token in _TOKEN.finditer(accepted.masked(block.text)):
                for start, end, word in self._speller.unknown(token[0]):
                    if not accepted.has(word):
                        yield self._match(block, Span(token.start() + start, token.start() + end), word)

    def _match(self, block: Block, span: Span, word: str) -> Match:
        if recased := self._speller.recased(word):
            return Match(block, span, (recased,), {"match": word, "message": f"Use '{recased}' instead of '{word}'."})
        if _CODE.fullmatch(word) and _is_markup(block):
            return Match(block, span, words={"match": word, "message": f"'{word}' looks like code; format it as code."})
        wanted = "suggest" in self.action.get("name", ()) and "spellings" in self.action.get("params", ())
        fixes = self._suggested(word) if wanted else ()
        curly = "’" in block.text[slice(*span)]
        return Match(block, span, tuple(fix.replace("'", "’") for fix in fixes) if curly else fixes, {"match": word})

    def _suggested(self, word: str) -> tuple[str, ...]:
        """The words one slip away that there are, the likeliest first; what stands behind an apostrophe stays as it is."""
        wrong = _LETTERS.match(word.lower())
        if not wrong or len(wrong[0]) > _LONGEST:
            return ()
        rest = word[wrong.end() :]
        near = sorted((cost(wrong[0], right), right) for right in one_slip_away(wrong[0]) if right and self._speller.right(right + rest))
        return tuple(like(right, word[: wrong.end()]) + rest for _, right in near[:_SHOWN])


def _is_markup(block: Block) -> bool:
    """Whether a block is of a file in which code can be marked as such."""
    return getattr(block, "scope", "txt").rpartition(".")[2] not in ("txt", "text")


class _Accepted:
    """The terms of the house's vocabulary: any is found in a word in any case, one of several words as a phrase."""

    def __init__(self, terms: Sequence[str]) -> None:
        phrases = [tokens.spaced(term) for term in terms if " " in term or "\t" in term or r"\s" in term]
        self._word = patterns.compile("|".join(rf"\b{term}\b" for term in terms), ignorecase=True) if terms else None
        self._phrase = patterns.compile(rf"\b(?:{'|'.join(phrases)})\b", ignorecase=True) if phrases else None

    def has(self, word: str) -> bool:
        """Whether a term is in the word."""
        return self._word is not None and patterns.search(self._word, word) is not None

    def masked(self, text: str) -> str:
        """A text with the phrases blanked, character for character."""
        if self._phrase is None:
            return text
        for found in patterns.find(self._phrase, text):
            text = text[: found.start()] + " " * len(found[0]) + text[found.end() :]
        return text


class _Late:
    """Words that are read from their file when the first is asked for."""

    @cached_property
    def _read(self) -> Lookup:
        raise NotImplementedError

    @property
    def recased(self) -> dict[str, str]:
        return self._read.recased

    def __contains__(self, word: str) -> bool:
        return word in self._read


class _Dictionary(_Late):
    def __init__(self, aff: Path, dic: Path) -> None:
        self._aff, self._dic = aff, dic

    @cached_property
    def _read(self) -> Lookup:
        return load(read(self._aff), read(self._dic), str(self._dic.with_suffix("")))


class _List(_Late):
    def __init__(self, path: Path) -> None:
        self._path = path

    @cached_property
    def _read(self) -> Lookup:
        return Words(filter(None, map(str.strip, read(self._path).decode("utf-8-sig", "replace").splitlines())))


class _Sources:
    """The dictionaries and word lists that a rule names."""

    def __init__(self, check: Check, files: Beside) -> None:
        self._check, self._files = check, files

    def all(self) -> list[Lookup]:
        """The built-in words where no dictionary is named or `append` says so, the dictionaries, the lists of `ignore`."""
        named = self._named()
        own = [] if named and not self._check.append else list(english())
        return [*own, *named, *self._lists()]

    def _named(self) -> list[Lookup]:
        check = self._check
        if check.aff and check.dic:
            aff, dic = self._find(check.aff, "aff"), self._find(check.dic, "dic")
            if aff and dic:
                return [_Dictionary(aff, dic)]
        return [self._dictionary(name, i) for i, name in enumerate(check.dictionaries)]

    def _find(self, name: str, key: str, *folders: str) -> Path | None:
        try:
            return self._files.find(name, *(folders or ("",)))
        except OptionError as error:
            raise OptionError(str(error), key) from None

    def _dictionary(self, name: str, at: int) -> Lookup:
        folder = self._check.dicpath or _DICTIONARIES
        aff, dic = (self._find(f"{folder}/{name}.{kind}", "dicpath" if self._check.dicpath else "dictionaries") for kind in ("aff", "dic"))
        if aff is None or dic is None:
            raise OptionError(f"there are no files `{name}.aff` and `{name}.dic` in `{folder}`", "dictionaries", at)
        return _Dictionary(aff, dic)

    def _lists(self) -> Iterator[Lookup]:
        """The lists of `ignore`; one that is not there is passed over, as in Vale."""
        for name in self._check.ignore:
            if path := self._find(name, "ignore", "", _IGNORE):
                yield _List(path)
