"""Stories in, the words out that no list knows, with how often they stand and where first: what a vocabulary may want."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from lintnews import files, readers
from lintnews.config import Configs
from lintnews.ledger import Story
from lintnews.linter import Linter
from lintnews.model import LintNewsError
from lintnews.record import record

#: The lists that know words, and names.
_WORDS = ("english", "everyday-1", "everyday-2", "everyday-3", "look-alikes", "newer-words", "foreign-words")
_NAMES = ("given-names", "surnames", "proper", "towns")
_RUN = re.compile(r"(?<![\w@#/.’'-])[^\W\d_]{3,}(?:[’'](?!s\b)[^\W\d_]+)?(?![\w@/]|[’'-]\w|\.\w)")
_AROUND = 40


@record
class Strange:
    """A word, how often and in how many stories it stands, and the words around its first place."""

    term: str
    often: int
    stories: int
    around: str

    def line(self) -> str:
        """It as a line of a review file."""
        return f"{self.term}  # {self.often} in {self.stories} {'story' if self.stories == 1 else 'stories'}: … {self.around} …"


def count(paths: Sequence[str], least: int) -> tuple[list[Strange], list[str]]:
    """The words that stand at least so often, the commonest first; and a line for each story that could not be read."""
    linter = Linter(Configs().here())
    often, stories, first, faults = Counter[str](), Counter[str](), dict[str, str](), list[str]()
    for path in files.find(paths):
        try:
            if isinstance(path, LintNewsError):
                raise path
            story = Story(readers.read(files.read(path, "")), linter.packs.facts)
        except LintNewsError as error:
            faults.append(str(error))
            continue
        found = _strange(story, first)
        often += found
        stories.update(found.keys())
    told = [Strange(word, number, stories[word], first[word]) for word, number in often.items() if number >= least]
    return sorted(told, key=lambda word: (-word.often, word.term)), faults


def _strange(story: Story, first: dict[str, str]) -> Counter[str]:
    """How often each unknown word stands in a story; `first` is told where."""
    runs = {run for block in story.blocks() for run in _RUN.findall(block.text)}
    small, names = {run for run in runs if run.islower()}, {run for run in runs if run[:1].isupper() and run[1:].islower()}
    unknown = story.facts.unlisted(_WORDS, small)
    capitals = story.facts.unlisted(_WORDS, {run.lower() for run in names})
    unknown |= story.facts.unlisted((*_NAMES, *_WORDS), {run for run in names if run.lower() in capitals})
    out = Counter[str]()
    for block in story.blocks() if unknown else ():
        for place in _RUN.finditer(block.text):
            if place[0] in unknown:
                out[place[0]] += 1
                first.setdefault(place[0], " ".join(block.text[max(0, place.start() - _AROUND) : place.end() + _AROUND].split()))
    return out
