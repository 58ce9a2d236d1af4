"""`lintnews facts show|check|add`: names, folders or a record in, what the fact base knows, its faults, or a longer file out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from lintnews import fact_files, packs, updates
from lintnews.cli import here, screen
from lintnews.cli.options import Values
from lintnews.config_file import shown
from lintnews.fact_files import faults
from lintnews.fact_files.faults import Fault
from lintnews.fact_tables import NAMES
from lintnews.facts import FactBase
from lintnews.model import Fact, LintNewsError
from lintnews.packs import Row
from lintnews.reporters import Page, Style
from lintnews.words import fold

_KEYS = ("subject", "relation", "value", "since", "until", "source", "as_of", "aliases", "note", "review")
#: Names offered when one is unknown.
_OFFERED = 5


def show(values: Values) -> int:
    """Tell everything known of a name, a post or a body; raises LintNewsError when nothing is."""
    linter = here.linter(values)
    base, page = linter.packs.facts, screen.page()
    for i, name in enumerate(_names(values["names"] or ())):
        own = (*base.about(name), *(fact for fact in base.every("happened") if fold(fact.subject) == fold(name)))
        other = [fact for relation in packs.RELATIONS for fact in _told_of(base, relation, name, own)]
        if not own and not other:
            raise LintNewsError(f"no fact speaks of `{name}`{_offer(name, base)}")
        at = fact_files.places((*own, *other), linter.folders)
        page.put("\n" * bool(i) + "\n".join(_told(name, own, other, at, page)) + "\n")
    return here.tell(linter)


def _names(words: Sequence[str]) -> Sequence[str]:
    """Each argument is a name when one has a blank in it; else they are the words of one."""
    if not words:
        raise LintNewsError("facts show: name a person, a post or a body, such as Kofi Annan")
    return words if any(" " in word for word in words) else [" ".join(words)]


def _told_of(base: FactBase, relation: str, name: str, own: Iterable[Fact]) -> Iterator[Fact]:
    """The facts of a relation whose value is the name, under any of its forms: who held the post, what belongs to the body."""
    values = dict.fromkeys([name, *(fact.subject for fact in own)])
    seen: set[Fact] = set(own)
    for value in (form for each in values for form in (each, f"Acting {each}")):
        for fact in base.where(relation, value):
            if fact not in seen and not (relation == "named" and _is_kind(fact, name)):
                seen.add(fact)
                yield fact


def _is_kind(fact: Fact, name: str) -> bool:
    """Whether a name is only the kind of what is listed (`city`), so that a list of all would be no answer."""
    return fold(fact.value) == fold(name)


def _offer(name: str, base: FactBase) -> str:
    """The end of an error: names like it."""
    found = dict.fromkeys(form for form, _ in base.near(name))
    if len(found) < _OFFERED:
        from difflib import get_close_matches

        every = (fact for relation in (*NAMES, "post") for fact in base.every(relation))
        forms = {fold(form): form for fact in every for form in (fact.subject, *fact.aliases)}
        key = fold(name)
        found |= dict.fromkeys(forms[held] for held in forms if f" {key} " in f" {held} ")
        found |= dict.fromkeys(forms[near] for near in get_close_matches(key, forms, _OFFERED, 0.8))
    names = [f"`{form}`" for form in list(found)[:_OFFERED]]
    return f"; did you mean {', '.join(names)}?" if names else "; a missing fact is no sign of an error"


def _told(name: str, own: Sequence[Fact], other: Sequence[Fact], at: Mapping[Fact, Row], page: Page) -> Iterator[str]:
    subjects = dict.fromkeys(fact.subject for fact in own)
    for subject in subjects:
        of_it = [fact for fact in own if fact.subject == subject]
        forms = dict.fromkeys(form for fact in of_it if fact.relation != "happened" for form in fact.aliases)
        yield page.paint(subject, Style.BOLD)
        if forms:
            yield f"  also printed   {', '.join(forms)}"
        for fact in sorted(of_it, key=lambda fact: (fact.relation, fact.since, fact.until)):
            yield from _lines(fact.relation, fact.value, fact, at, page)
    if other:
        yield page.paint(f"{' / '.join(subjects) or name}, as others’ facts have it", Style.BOLD)
        for fact in sorted(other, key=lambda fact: (fact.relation, fact.since, fact.until)):
            acting = "acting " if fact.value.startswith("Acting ") else ""
            yield from _lines(fact.relation, f"{acting}{fact.subject}", fact, at, page)


def _lines(relation: str, words: str, fact: Fact, at: Mapping[Fact, Row], page: Page) -> Iterator[str]:
    days = f"  {fact.since or '…'} to {fact.until or '…'}" if fact.since or fact.until else ""
    yield f"  {relation:<14} {words}{days}"
    if fact.relation == "happened":
        yield page.paint(f"  {'':<14} told by: {'; '.join(fact.aliases)}", Style.DIM)
    if fact.note:
        yield page.paint(f"  {'':<14} {fact.note}", Style.DIM)
    place = f"; {shown(at[fact].file)}:{at[fact].line}" if fact in at else ""
    review = f"; review after {fact.review}" if fact.review else ""
    yield page.paint(f"  {'':<14} {fact.source}, as of {fact.as_of}{review}{place}", Style.DIM)


def check(values: Values) -> int:
    """Tell the faults of fact files, a line each; 1 when there is an error, 2 when a place holds no facts."""
    folders = here.folders(values)
    own = [str(folder) for folder in folders if folder != updates.folder()]  # what `lintnews update` wrote is nobody's to mend
    asked = [path for place in values["folders"] or own for path in _files(place, own=bool(values["folders"]))]
    rest = [path for folder in folders for path in fact_files.of_packs(folder)]
    rows, unread = fact_files.read(_once(asked))
    names = {shown(str(path)) for path in asked}
    others, _ = fact_files.read(path for path in _once(rest) if shown(str(path)) not in names)
    found = [fault for fault in faults.faults((*rows, *others), date.today()) if fault.row.file in names]
    page = screen.page()
    for line in unread:
        page.put(_fault_line(*line.partition(": ")[::2], error=True, page=page))
    told = [fault for fault in found if values["gaps"] or not fault.gap]
    for fault in told:
        page.put(_fault_line(f"{fault.row.file}:{fault.row.line}", fault.words, error=fault.error, page=page))
    errors = len(unread) + sum(fault.error for fault in found)
    warnings = len(unread) + len(told) - errors
    counts = f"{_count(errors, 'error')}, {_count(warnings, 'warning')}"
    gaps = len(found) - len(told)
    more = f"; {_count(gaps, 'gap')} between the holders of a post (`--gaps` lists them)" if gaps else ""
    page.put(f"{len(rows)} facts in {len(names)} files: {counts}{more}\n")
    return int(errors > 0)


def _files(place: str, *, own: bool) -> list[Path]:
    """The fact files of a place that was named, or of a folder of rules, which need not have any."""
    return fact_files.find(Path(place)) if own else fact_files.of_packs(Path(place))


def _once(paths: Iterable[Path]) -> list[Path]:
    return list({path.resolve(): path for path in paths}.values())


def _fault_line(place: str, words: str, *, error: bool, page: Page) -> str:
    level = page.paint("error", Style.ERROR) if error else page.paint("warning", Style.WARNING)
    return f"{page.paint(place, Style.PLACE)}: {level}: {words}\n"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"


def add(values: Values) -> int:
    """Add a record to a fact file once it is found sound; 1, and nothing written, when it clashes with what is known."""
    if not values["file"]:
        raise LintNewsError("facts add: name the file with --file, such as desk/rules/house/facts/posts.yml")
    path, folders = Path(values["file"]), here.folders(values)
    record = {key: values[key] for key in _KEYS if values[key]}
    draft = fact_files.added(path, record)
    known = [each for folder in folders for each in fact_files.of_packs(folder) if each.resolve() != path.resolve()]
    rows = [*draft.rows, *fact_files.read(_once(known))[0]]
    found = [fault for fault in faults.faults(rows, date.today()) if _concerns(fault, draft.row)]
    for fault in found:
        screen.tell(f"{fault.row.file}:{fault.row.line}: {'error' if fault.error else 'warning'}: {fault.words}")
    if any(fault.error for fault in found):
        screen.tell("nothing was written; mend the record, or give it a --note that says why it is so")
        return 1
    draft.write()
    if not any(path.resolve() == each.resolve() for folder in folders for each in fact_files.of_packs(folder)):
        screen.tell(f"{values['file']}: no run here reads it; put it in PACK/facts/ in a folder that lintnews.yaml has under `rules`")
    screen.page().put(f"{draft.row.file}:{draft.row.line}: {draft.row.fact.sentence()}\n")
    return 0


def _concerns(fault: Fault, row: Row) -> bool:
    """Whether a fault is of a row, or of its clash with another."""
    return fault.row == row or f"{row.file}:{row.line}" in fault.words
