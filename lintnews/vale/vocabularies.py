"""The names of vocabularies in, what they accept and the rules that Vale makes of them out: `Vale.Terms`, `Vale.Avoid`.

A vocabulary is a folder `config/vocabularies/NAME` (or, older, `Vocab/NAME`) in a folder of styles: `accept.txt` and
`reject.txt`, a pattern a line, or `vocab.yml` with lists of them. A line that is no pattern is a fault, by file and line; the others hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from lintnews import tokens, written, yaml_file
from lintnews.beside import Beside
from lintnews.model import LintNewsError, OptionError, did_you_mean
from lintnews.record import record
from lintnews.vale import affix
from lintnews.vale.variants import escaped, variants

_FOLDER = ("config", "vocabularies")
#: Where Vale had them before its version 3.
_OLD_FOLDER = "Vocab"
_LISTS = ("accept", "reject")
_ANY_CASE = "(?i)"
#: What an entry of a `vocab.yml` may say of itself.
_OPTIONS = frozenset({"flags", "ignorecase", "regex"})


@record
class Vocabulary:
    """What a vocabulary accepts and what it rejects, as patterns; its folder; what is wrong with the rest."""

    name: str
    accept: tuple[str, ...] = ()
    reject: tuple[str, ...] = ()
    folder: Path = Path()
    faults: tuple[str, ...] = ()

    def rules(self, *, bounded: bool = True) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """The rules made of it, each with its name among Vale's and its keys; not `bounded`, a template says where a term may stand."""
        if swap := terms(self.accept, bounded=bounded):
            message = "Use '%s' instead of '%s'."
            right = [f"^(?:{term})$".replace(" ", r"\x20") for term in self.accept if variants(term) is None]
            more = {"ignorecase": True, "nonword": bounded, "vocab": False, "exceptions": right, "action": {"name": "replace"}}
            yield "Terms", _keys("substitution", message, swap=swap, **more)
        if self.reject:
            yield "Avoid", _keys("existence", "Avoid using '%s'.", tokens=[*map(_pointed, self.reject)])


def _keys(kind: str, message: str, **options: Any) -> Mapping[str, Any]:
    return {"extends": kind, "message": message, "level": "error", **options}


def together(several: Sequence[Vocabulary]) -> Vocabulary:
    """Several vocabularies as one."""
    accept = tuple(dict.fromkeys(term for each in several for term in each.accept))
    reject = tuple(dict.fromkeys(term for each in several for term in each.reject))
    return Vocabulary(", ".join(each.name for each in several), accept, reject, several[0].folder)


def terms(accept: Iterable[str], *, bounded: bool = True) -> dict[str, str]:
    """What to swap so that accepted terms stand in their own case: each text of a term in small letters, for the text."""
    out: dict[str, str] = {}
    for term in accept:
        if not term.startswith(_ANY_CASE):
            texts = variants(term)
            pairs = [(term, term)] if texts is None else [(escaped(text), text) for text in texts if text]
            out |= {_bounded(pattern.lower(), text) if bounded else pattern.lower(): text for pattern, text in pairs}
    return out


def _bounded(pattern: str, text: str) -> str:
    """A term's pattern where no word goes on before it or after it, also where the term begins or ends with another sign."""
    before, after = (r"\b" if sign.isalnum() else "" for sign in (text[:1], text[-1:]))
    return rf"(?<!\w){before}(?:{pattern}){after}(?!\w)"


def _pointed(term: str) -> str:
    """A term in which, if it is plain words, a point is a point."""
    texts = variants(term)
    return escaped(term) if texts == [term] else term


def load(name: str, paths: Sequence[Path], asked: str) -> Vocabulary:
    """A vocabulary by its name; `asked` is where the name stands, for the fault when there is none."""
    homes = [Path(path, *parts) for parts in (_FOLDER, (_OLD_FOLDER,)) for path in paths]
    folder = next((home / name for home in homes if (home / name).is_dir()), None)
    if folder is None:
        known = {entry.name for home in homes if home.is_dir() for entry in home.iterdir() if entry.is_dir()}
        where = " or ".join(str(Path(path, *_FOLDER)) for path in paths) or "config/vocabularies of StylesPath"
        return Vocabulary(name, faults=(f"{asked}: there is no vocabulary `{name}` in {where}{did_you_mean(name, known)}",))
    files = Beside([folder])
    found = [_Listed(files, folder / f"{sort}.txt") for sort in _LISTS]
    accept, reject = ([line.text for line in each.lines] for each in found)
    faults = [fault for each in found for fault in each.faults]
    if (folder / "vocab.yml").exists():
        mapped = _Mapped(files, folder / "vocab.yml", Beside(paths))
        accept += mapped.lists["accept"]
        reject += mapped.lists["reject"]
        faults += mapped.faults
    return Vocabulary(name, tuple(dict.fromkeys(accept)), tuple(dict.fromkeys(reject)), folder, tuple(faults))


class _Line(NamedTuple):
    text: str
    number: int


class _Listed:
    """A file of terms, one a line; `# ` begins a remark."""

    def __init__(self, files: Beside, path: Path) -> None:
        self.lines: list[_Line] = []
        self.faults: list[str] = []
        text = _text(files, path, self.faults)
        for number, line in enumerate(text.splitlines(), 1):
            if (term := line.strip()) and not line.startswith("# ") and term != "#":
                if fault := _wrong(term):
                    self.faults.append(f"{path}:{number}: {fault}")
                else:
                    self.lines.append(_Line(term, number))


class _Mapped:
    """A `vocab.yml`: lists of texts, or of texts that map to how they are meant."""

    def __init__(self, files: Beside, path: Path, styles: Beside) -> None:
        self.lists: dict[str, list[str]] = {sort: [] for sort in _LISTS}
        self.faults: list[str] = []
        self._path, self._styles, self._affix = path, styles, ""
        try:
            self._loaded = yaml_file.load(_text(files, path, self.faults), str(path))
        except LintNewsError as error:
            self.faults.append(str(error))
            return
        value = self._loaded.value or {}
        if isinstance(value, dict):
            self._affix = str(value.pop("affix", None) or "")
        for sort in value if isinstance(value, dict) else ():
            if sort not in _LISTS or not isinstance(value[sort], list):
                self._fault(f"a vocabulary holds the lists `accept` and `reject`, and may name `affix`, not `{sort}`", sort)
                continue
            for i, item in enumerate(value[sort]):
                self._take(sort, i, item)

    def _fault(self, words: str, *where: Any) -> None:
        self.faults.append(f"{self._path}:{self._loaded.line(*where)}: {words}")

    @cached_property
    def _forms(self) -> affix.Forms:
        return affix.forms(self._affix, self._styles)

    def _take(self, sort: str, i: int, item: Any) -> None:
        """An entry is a text, or one text that maps to how it is meant; it is a pattern only where it says so."""
        term, options = next(iter(item.items()), ("", None)) if isinstance(item, dict) else (item, None)
        options, text = options or {}, str(term)
        unknown = next(iter(options.keys() - _OPTIONS), "") if isinstance(options, dict) else options
        if not text or unknown:
            self._fault(f"`{unknown}` is not done here; an entry is a text, or maps to {', '.join(sorted(_OPTIONS))}", sort, i)
            return
        try:
            for pattern in self._patterns(text, options):
                if fault := _wrong(pattern):
                    raise LintNewsError(fault)
                self.lists[sort].append(pattern)
        except LintNewsError as error:
            self._fault(str(error), sort, i)

    def _patterns(self, text: str, options: Mapping[str, Any]) -> list[str]:
        """What an entry matches: the text, all forms that its flags name, or the pattern that it says it is."""
        flags = str(options.get("flags") or "")
        if flags and options.get("regex"):
            raise LintNewsError(f"`{text}` cannot have both `regex` and `flags`; leave one out")
        texts = [text] if options.get("regex") else [escaped(form) for form in (self._forms(text, flags) if flags else [text])]
        return [_ANY_CASE * bool(options.get("ignorecase")) + pattern for pattern in texts]


def _text(files: Beside, path: Path, faults: list[str]) -> str:
    """The text of a file of a vocabulary, none where there is no file; a link that leads out is a fault."""
    if not path.exists() and not path.is_symlink():
        return ""
    if files.find(path.name, "") is None:
        faults.append(f"{path}: no file, or a link that leads out of the vocabulary; put the file itself there")
        return ""
    try:
        return written.text(path).removeprefix("\ufeff")
    except LintNewsError as error:
        faults.append(str(error))
    return ""


def _wrong(term: str) -> str:
    """What is wrong with a term as a pattern, in one line; nothing when it is sound."""
    try:
        tokens.validate_exceptions([term])
    except OptionError as error:
        return f"{error}; a term is a pattern: write \\ before a mark that stands for itself"
    return ""
