"""LanguageTool: a story in; out come the matches of a LanguageTool server that are of use to a newsroom.

The one room that knows the client, `language_tool_python`, and it is imported when the first story is handed over.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from fnmatch import fnmatchcase
from itertools import islice
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from lintnews import lazily
from lintnews.change import smallest
from lintnews.languagetool.asked import Asked, Mode
from lintnews.ledger import Story
from lintnews.model import Block, LintNewsError, Match, Sort, Span, Told
from lintnews.record import record
from lintnews.words import fold, one_edit

if TYPE_CHECKING:
    from language_tool_python import LanguageTool

    from lintnews.languagetool.service import Place
    from lintnews.languagetool.sheets import Sheet

#: Whether a rule of LanguageTool is to be heard: its name, and whether it would be unasked.
Heard = Callable[[str, bool], bool]

_PAGE = "https://community.languagetool.org/rule/show/{rule}?lang={language}"
#: How many fixes are shown, and how many texts are asked about at once.
_SHOWN, _AT_ONCE = 5, 4
#: Letters of a prefix that the dictionary would part from its word: `in curiosity`.
_PREFIX = 4
#: How often a text is handed to a server that dies at it.
_TRIES = 3
#: The rules that know words.
_SPELLING = lazily.pattern(r"(?:MORFOLOGIK|HUNSPELL)_")


class _Found(NamedTuple):
    """What the server said of a stretch of text, in code points."""

    rule: str
    category: str
    fault: str
    message: str
    fixes: tuple[str, ...]
    span: Span


@record
class Check:
    """What LanguageTool finds.

    `language`: the language, with its country, or no word is checked for its spelling. `without`: rules and categories that
    are not heard, `rules`: those that are all the same, `doubtful`: those that are a step lower; all may hold `*`. `lists`: the
    word lists that know a word better than the server does. `picky`: whether its pedantic rules are heard too.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "fix", "said")
    lasting: ClassVar[bool] = False

    language: str = "en-US"
    without: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    lists: tuple[str, ...] = ("english",)
    picky: bool = False

    def find(self, story: Story) -> Iterable[Match]:
        """Nothing can be found without a server; `bound` names one."""
        raise LintNewsError("this needs a LanguageTool server: ask for it with --languagetool, or with `languagetool` in lintnews.yaml")

    def bound(self, asked: Asked, heard: Heard = lambda _, on: on, named: Iterable[str] = ()) -> Bound:
        """This check, with a server. `named` are the server's rules that are asked for by name."""
        return Bound(self, asked, heard, frozenset(named))

    def hears(self, rule: str, category: str) -> bool:
        """Whether a rule is heard unasked."""
        return _named(rule, category, self.rules) or not _named(rule, category, self.without)

    def doubts(self, rule: str, category: str) -> bool:
        """Whether a rule is less sure than the others."""
        return _named(rule, category, self.doubtful)


class Bound:
    """The check with a server. Safe to use from several threads. After the server's last word it finds nothing more."""

    slots = Check.slots
    lasting = False

    def __init__(self, check: Check, asked: Asked, heard: Heard, named: frozenset[str]) -> None:
        self._check, self._asked, self._heard, self._named = check, asked, heard, named
        from lintnews.languagetool import service

        self._service, self._end = service.of(asked), service.close
        self._language = asked.language or check.language
        self._lock = threading.Lock()
        self._clients: dict[Place, LanguageTool] = {}

    def begin(self) -> None:
        """Begin to start the server, where it is ours to start."""
        try:
            self._service.begin()
        except LintNewsError as error:
            self._service.give_up(str(error))

    def end(self) -> None:
        """End the server, where it was started for this."""
        self._end()

    @property
    def lapses(self) -> tuple[str, ...]:
        """What could not be asked, a line each."""
        return tuple(self._service.lapses)

    @property
    def grave(self) -> bool:
        """Whether it is a fault of the run when the server cannot be asked: not when it was asked for only where there is one."""
        return self._asked.mode is not Mode.AUTO

    def find(self, story: Story) -> Iterator[Match]:
        for sheet, answer in self._answers(story):
            for found in answer:
                on = self._asked.all or found.rule in self._named or self._check.hears(found.rule, found.category)
                if on and self._heard(found.rule, on) and (match := self._match(story, sheet, found)):
                    yield match

    def _answers(self, story: Story) -> Iterator[tuple[Sheet, list[_Found]]]:
        from lintnews.languagetool import sheets

        texts = list(sheets.of(story.blocks()))
        if not texts or self._service.over:
            return
        try:
            answers = self._together(texts)
        except _NoAnswer as error:
            self._service.lapse(f"{story.document.source.name}: not checked by LanguageTool: {error}")
            return
        except LintNewsError as error:
            self._service.give_up(str(error))
            return
        yield from zip(texts, answers, strict=True)

    def _together(self, texts: list[Sheet]) -> list[list[_Found]]:
        if len(texts) == 1:
            return [self._answer(texts[0].text)]
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(_AT_ONCE) as pool:
            return list(pool.map(lambda sheet: self._answer(sheet.text), texts))

    def _answer(self, text: str) -> list[_Found]:
        """What the server says of a text; raises _NoAnswer when it has none to this one, LintNewsError when it has none at all."""
        from lintnews.languagetool import sheets

        after, sent = 0, sheets.stood_in(text)
        for _ in range(_TRIES):
            place = self._service.place(after)
            if place is None:
                return []
            try:
                return [_read(match, text) for match in self._client(place).check(sent)]
            except LintNewsError:
                raise
            except Exception as error:  # the client lets through whatever goes wrong in it and below
                self._judge(place, error)
                after = place.starts
        raise LintNewsError("the LanguageTool server ends at what it is asked; it was started again in vain")

    def _judge(self, place: Place, error: Exception) -> None:
        """Go on where the server is being started again; otherwise raise what that means."""
        if not self._service.mend(place):
            raise _judged(place, error, self._asked) from None

    def _client(self, place: Place) -> LanguageTool:
        with self._lock:
            if place not in self._clients:
                self._clients = {place: self._made(place)}
            return self._clients[place]

    def _made(self, place: Place) -> LanguageTool:
        try:
            from language_tool_python import LanguageTool
        except ImportError:
            raise LintNewsError("the client of LanguageTool is not there; pip install language-tool-python") from None

        class Client(LanguageTool):
            _TIMEOUT = self._asked.timeout  # type: ignore[assignment]

        near = None if self._asked.mode is Mode.REMOTE else {"http": "", "https": "", "all": ""}
        client = Client(self._language, remote_server=place.url, proxies=near)
        client.picky = self._asked.picky or self._check.picky
        if not self._asked.all:
            client.enabled_rules = {*self._named, *self._check.rules}
            client.disabled_rules = set(self._check.without) - self._named
            client.disabled_categories = set(self._check.without)
        return client

    def _match(self, story: Story, sheet: Sheet, found: _Found) -> Told | None:
        from lintnews.ledger.guarded import in_a_name

        if (place := sheet.place(found.span)) is None:
            return None
        block, span = place
        text = block.text[span.start : span.end]
        fixes = tuple(_fitting(found.fixes, text, story.apostrophe(block)))
        where = smallest(block.text, span, fixes[0]).span if fixes else span
        spelling = bool(_SPELLING.match(found.rule))
        doubt = self._check.doubts(found.rule, found.category)
        if in_a_name(story, block, where) or (spelling and not self._misspelled(story, block, span, fixes)):
            if not self._asked.all:
                return None
            doubt = True
        said = f"LanguageTool does not know “{text}”" if spelling else found.message
        return Told(
            block, span, fixes, {"match": text, "fix": fixes[0] if fixes else "", "said": said},
            doubt=int(doubt or (self._asked.all and not self._check.hears(found.rule, found.category))), name=found.rule,
            link=_PAGE.format(rule=found.rule, language=self._language.partition("-")[0]), sort=Sort(found.category, found.fault),
        )  # fmt: skip

    def _misspelled(self, story: Story, block: Block, span: Span, fixes: tuple[str, ...]) -> bool:
        """Whether a word that its dictionary lacks is likely to be a slip: ours lack it too, and the first fix is near."""
        from lintnews.ledger.guarded import strange

        word = block.text[span.start : span.end]
        return bool(fixes) and _is_near(word, fixes[0]) and strange(story, block, span, self._check.lists)


def _is_near(word: str, fix: str) -> bool:
    """Whether a fix is one slip away, or a blank that is missing. A hyphen, an accent or a capital makes no slip, nor a prefix apart."""
    first, blank, rest = fix.partition(" ")
    if first + rest == word:
        return bool(blank) and len(first) > _PREFIX
    return one_edit(word, fix) and fold(word.replace("-", "")) != fold(fix.replace("-", ""))


def _named(rule: str, category: str, names: Iterable[str]) -> bool:
    return any(category == name or fnmatchcase(rule, name) for name in names)


def _read(match: Any, text: str) -> _Found:
    """A match of the client's; a fix that holds what only stands in for something is none."""
    from lintnews.languagetool import sheets

    span = Span(match.offset, match.offset + match.error_length)
    fixes = () if sheets.stands_in(text[span.start : span.end]) else tuple(match.replacements)
    return _Found(match.rule_id, match.category, match.rule_issue_type, " ".join(match.message.split()), fixes, span)


def _fitting(fixes: Iterable[str], text: str, apostrophe: str) -> Iterator[str]:
    """The first few fixes, set as the story is."""
    fitted = (fix.replace("'", apostrophe).replace("’", apostrophe) for fix in fixes)
    return islice((fix for fix in dict.fromkeys(fitted) if fix != text), _SHOWN)


class _NoAnswer(LintNewsError):  # noqa: N818  (it is about one text)
    """The server is there, and has no answer to this text."""


def _judged(place: Place, error: Exception, asked: Asked) -> LintNewsError:
    """What an error of the client's means, in one line of our own."""
    from http.client import HTTPException

    from language_tool_python.exceptions import LanguageToolError, RateLimitError

    cause = error.__cause__ if isinstance(error.__cause__, Exception) else error
    words = " ".join(str(error).split())
    if isinstance(error, RateLimitError):
        return LintNewsError(f"the LanguageTool server at {place.url} takes no more for now: its limit is reached")
    if isinstance(error, LanguageToolError) and words.startswith("Error: "):
        return _NoAnswer(words.removeprefix("Error: ")[:200])
    if isinstance(error, ValueError) and "unsupported language" in words:
        language = words.rpartition(" ")[2].strip("'")
        return LintNewsError(f"the LanguageTool server at {place.url} knows no language `{language}`; mend `language` under `languagetool`")
    if "Timeout" in type(cause).__name__:
        slow = f"the LanguageTool server at {place.url} gave no answer for {asked.timeout} seconds"
        return LintNewsError(slow) if asked.mode is Mode.REMOTE else _NoAnswer(slow)
    if isinstance(cause, OSError | HTTPException) and not isinstance(cause, ValueError):
        return LintNewsError(f"the LanguageTool server at {place.url} cannot be reached; start the server, or mend the address")
    return LintNewsError(f"the LanguageTool server at {place.url} does not answer as a LanguageTool server does; mend the address")
