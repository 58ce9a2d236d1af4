"""The shipped rules in, their pages on the docs site out: one a rule, one a pack, the lists by group, by house and by kind.

A hook of MkDocs: nothing that it makes is kept in the repository. Links out of docs/ lead to pages made of those files.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lintnews import packs, profiles
from lintnews.model import COPY, Part
from lintnews.rule import Example, Quotes, Rule
from lintnews.silence import names_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

ROOT = Path(__file__).parent.parent
RULES = ROOT / "rules"
#: What lies outside docs/ and is shown all the same, by the path of its page.
BESIDE = {
    "readme.md": "README.md",
    "changelog.md": "CHANGELOG.md",
    "editors-vscode.md": "editors/vscode/README.md",
    "english.md": "lintnews/english/SOURCES.md",
}
#: Where links out of docs/ lead on the site; a folder's link leads to the list of what is in it.
LEADS = {
    "../README.md": "readme.md",
    "../CHANGELOG.md": "changelog.md",
    "../editors/vscode/README.md": "editors-vscode.md",
    "../action.yml": "action.yml",
    "../lintnews/english/SOURCES.md": "english.md",
    "../rules/": "rules/index.md",
    "../rules": "rules/index.md",
    "../rules/names/lists/SOURCES.md": "rules/word-lists.md",
    "checks/": "checks/index.md",
}
#: What a desk types that looks for a rule, and the rules that it looks for.
ASKED = {
    "Percent sign or percent": ("ap.percent", "amounts.percent-word", "numbers.percent-word", "copy.percent-form"),
    "Percentage points": ("numbers.points", "numbers.percent-points"),
    "Oxford comma, serial comma": ("quotes.serial-comma", "copy.serial-comma-form"),
    "Who, whom, whose": ("grammar.pronoun",),
    "Its and it’s, their and there": ("grammar.small-word", "spelling.confused-small-word"),
    "Fewer and less": ("numbers.fewer",),
    "Over and more than": ("numbers.over",),
    "Prime Minister, President, titles before a name": ("titles.before-name", "titles.small-for-name", "titles.alone", "titles.after-name"),
    "Mr, Mrs, Ms: courtesy titles": ("ap.courtesy-title", "titles.courtesy-later"),
    "Sen., Rep., Gov.": ("ap.legislator", "ap.governor"),
    "Who held a post on the day": ("posts.at-date", "posts.former", "posts.two-holders"),
    "Military ranks": ("ap.rank", "military.rank-alone", "posts.rank-at-date"),
    "Datelines": ("places.dateline-capitals", "places.dateline-alone", "production.dateline-place"),
    "State names and abbreviations": ("places.state-full", "places.postal-code", "places.comma-after-state"),
    "Kyiv or Kiev, place names": ("places.kyiv", "places.current-name"),
    "Street and avenue, addresses": ("places.address-short", "places.street-full"),
    "Dates and months": ("ap.month-with-day", "ap.month-alone", "dates.day-first", "dates.calendar"),
    "Times: a.m. and p.m., noon and midnight": ("ap.time", "dates.clock", "dates.clock-closed"),
    "Yesterday, today, tomorrow": ("ap.relative-day",),
    "Decades and centuries": ("ap.decade", "dates.century"),
    "Numbers: words or figures": ("ap.number-words", "ap.number-figures", "ap.sentence-figure", "numbers.measure"),
    "Millions and billions, m and bn": ("ap.millions", "numbers.bn", "numbers.amount-scale"),
    "Ages and hyphens": ("people.age-figures", "people.age-hyphen", "people.age-commas"),
    "US or U.S., UN or U.N.": ("abbreviations.us-text", "abbreviations.us-headline", "abbreviations.us-noun", "abbreviations.points"),
    "Acronyms spelled out at first use": ("acronyms.undefined", "abbreviations.after-name", "abbreviations.unused"),
    "Capitals: headline case, sentence case": ("headline.sentence-case", "headline.title-case"),
    "Quotation marks: double or single, comma inside": ("quotes.marks", "quotes.nested", "quotes.point-inside", "headline.single-marks"),
    "Said and other verbs of attribution": ("quotes.loaded-verb", "quotes.admit"),
    "Anonymous sources": ("quotes.bare-source", "quotes.source-without-reason"),
    "Dashes, hyphens, ellipses": ("quotes.dash", "quotes.ly-hyphen", "quotes.ellipsis"),
    "Apostrophes: Dickens’ or Dickens’s": ("quotes.possessive-s", "quotes.possessive-s-uk"),
    "British or American spelling, -ise or -ize": ("style.british-spelling", "style.american-spelling", "copy.spelling-variety"),
    "Clichés, journalese, wordiness": ("style.cliche", "style.journalese", "style.wordy", "style.redundancy"),
    "Trademarks": ("style.trademark", "names.own-spelling"),
    "Inclusive language: disability, race, gender": (
        "people.preferred-terms",
        "people.neutral-job",
        "people.black-capital",
        "people.lgbtq",
    ),
    "Suicide": ("law.died-by-suicide", "law.suicide-method", "law.suicide-helpline"),
    "Accused, alleged, arrested": ("law.accused-of", "law.allegedly-unsourced", "law.arrested-for", "law.label-before-trial"),
    "Polls: sample and margin of error": ("sourcing.poll", "numbers.poll-lead"),
    "Captions and photo credits": ("headline.people-in-picture", "headline.picture-credit", "production.picture-rights"),
    "Corrections and updates": ("production.update-note", "law.correction-note"),
}
LINK = re.compile(r"(?<=\]\()(?P<to>[^)#\s]+)(?P<anchor>#[^)\s]+)?(?=\))")
CODE = re.compile(r"\b[A-Z]{3}-\d\d\b")
GROUPS = {
    "TTL": "Titles and roles",
    "MIL": "Military",
    "NAM": "Names and references",
    "ABB": "Abbreviations and acronyms",
    "NUM": "Numbers",
    "PCM": "Percent, money, units, arithmetic",
    "DAT": "Dates, days, times",
    "GEO": "Places and datelines",
    "QUO": "Attribution, quotations, punctuation",
    "HED": "Headlines, captions, works",
    "PPL": "Age, identity, gendered terms",
    "LAW": "Law and ethics",
    "HLT": "Suicide, health, science",
    "TYP": "Usage and typography",
    "CON": "Whole-story agreement",
    "MET": "Metadata and production",
}
#: An option's value is shown up to this length.
_VALUE = 300


class Fired(NamedTuple):
    """On how many of so many stories of edited news a rule fired, and how often."""

    of: int
    stories: int
    findings: int

    def __str__(self) -> str:
        return f"{1000 * self.findings / self.of:.1f} times per 1,000 stories ({self.findings} in {self.stories} of {self.of})"


@cache
def rules() -> tuple[Rule, ...]:
    """Every shipped rule with its examples."""
    return packs.load([RULES]).rules


@cache
def fired() -> dict[str, Fired]:
    """The rates that bench/rates.py measured, by rule."""
    top, *lines = (ROOT / "bench" / "data" / "rates.tsv").read_text(encoding="utf-8").splitlines()
    of = int(top.split()[1])
    return {name: Fired(of, int(stories), int(findings)) for name, stories, findings in (line.split("\t") for line in lines[1:])}


@cache
def conventions() -> dict[str, str]:
    """The convention of every row of the catalogue."""
    lines = (ROOT / "bench" / "catalogue.tsv").read_text(encoding="utf-8").splitlines()
    return {code: convention for code, _, convention in (line.split("\t") for line in lines)}


@cache
def houses() -> dict[str, frozenset[str]]:
    """The rules that are on in each profile, and in none."""
    made = {"": frozenset(rule.id for rule in rules() if rule.on)}
    for name in profiles.names([RULES]):
        profile = profiles.load(name, [RULES])
        made[name] = frozenset(
            rule.id
            for rule in rules()
            if next((n in profile.on for n in names_of(rule.id) if n in profile.on or n in profile.off), rule.on)
        )
    return made


def pages() -> dict[str, str]:
    """The text of every page that is made, by its path in docs/."""
    by_pack: dict[str, list[Rule]] = defaultdict(list)
    for rule in rules():
        by_pack[rule.pack].append(rule)
    made = {f"rules/{pack}/index.md": _text(_pack(pack, some)) for pack, some in by_pack.items()}
    made |= {f"rules/{rule.pack}/{rule.id.split('.', 1)[1].replace('.', '-')}.md": _text(_rule(rule)) for rule in rules()}
    made["rules/index.md"] = _text(_packs(by_pack))
    made["rules/groups.md"] = _text(_groups())
    made["rules/houses.md"] = _text(_houses())
    made["rules/asked.md"] = _text(_asked())
    made["rules/word-lists.md"] = (RULES / "names" / "lists" / "SOURCES.md").read_text(encoding="utf-8")
    made["checks/index.md"] = _text(_kinds())
    for page, path in BESIDE.items():
        made[page] = _home((ROOT / path).read_text(encoding="utf-8").replace("](../../", "](../"))
    return made


def _text(lines: Iterable[str]) -> str:
    return "\n".join(lines) + "\n"


def _home(text: str) -> str:
    """A page from the root of the repository with its links as from docs/."""
    return LINK.sub(lambda link: re.sub(r"^(?!https?:)(?:docs/|(?=\w))", lambda at: "" if at[0] else "../", link[0]), text)


def _about(pack: str) -> str:
    path = RULES / pack / "README.md"
    return path.read_text(encoding="utf-8").split("\n", 2)[2].strip().replace("](../../docs/", "](../../") if path.exists() else ""


def _packs(by_pack: dict[str, list[Rule]]) -> Iterator[str]:
    yield "# Rules by pack\n"
    yield f"{len(rules())} rules. The same [by group](groups.md), [by house](houses.md) and [by kind](../checks/index.md).\n"
    yield "| pack | rules | what |\n|---|---|---|"
    for pack, some in sorted(by_pack.items()):
        yield f"| [{pack}]({pack}/index.md) | {len(some)} | {' '.join(re.sub(LINK, 'index.md', _about(pack)).split())} |"


def _pack(pack: str, some: list[Rule]) -> Iterator[str]:
    yield f"# The pack `{pack}`\n"
    yield _about(pack) + "\n"
    yield from _table(some, f"rules/{pack}")


def _table(some: Iterable[Rule], folder: str) -> Iterator[str]:
    """Rules in a table, with links as from a page in this folder."""
    up = "../" * (folder.count("/") + 1)
    yield "| rule | level | on | kind | says |\n|---|---|---|---|---|"
    for rule in some:
        page = f"{up}rules/{rule.id.replace('.', '/', 1).replace('.', '-')}.md"
        kind = f"[{rule.kind}]({up}checks/{rule.kind}.md)"
        yield f"| [`{rule.id}`]({page}) | {rule.severity} | {'yes' if rule.on else 'asked'} | {kind} | {_cell(rule.message)} |"


def _groups() -> Iterator[str]:
    yield "# Rules by group\n"
    yield "Each group has conventions of news copy; under each convention stand the rules that check it.\n"
    by_code: dict[str, list[Rule]] = defaultdict(list)
    for rule in rules():
        for code in dict.fromkeys(CODE.findall(rule.source)):
            by_code[code].append(rule)
    for group, name in GROUPS.items():
        yield f"\n## {name}\n\n| row | convention | rules |\n|---|---|---|"
        for code, convention in conventions().items():
            if code.startswith(group) and by_code[code]:
                links = ", ".join(f"[`{r.id}`]({r.id.replace('.', '/', 1).replace('.', '-')}.md)" for r in by_code[code])
                yield f"| {code} | {_cell(convention)} | {links} |"
    yield "\n## No group of the catalogue\n"
    yield from _table([rule for rule in rules() if not CODE.search(rule.source)], "rules")


def _asked() -> Iterator[str]:
    """Headings such as a desk would type, with their rules; the search puts headings first. Raises KeyError for a rule that is gone."""
    known = {rule.id: rule for rule in rules()}
    yield "---\nsearch: {boost: 20}\n---\n\n# Find a rule\n"
    yield "What desks look up, and the rules for it. All others: [by group](groups.md), [by house](houses.md), [by pack](index.md).\n"
    for heading, names in ASKED.items():
        yield f"\n## {heading}\n"
        yield from _table([known[name] for name in names], "rules")


def _houses() -> Iterator[str]:
    yield "# Rules by house\n"
    yield f"Without a profile {len(houses()[''])} rules are on. A profile switches others on, and some off.\n"
    for name in profiles.names([RULES]):
        on, without = houses()[name], houses()[""]
        yield f"\n## {name}\n\n{profiles.about(name, [RULES])} {len(on)} rules are on; beyond those that are on anyway:\n"
        yield from _table([rule for rule in rules() if rule.id in on - without], "rules")
        if off := sorted(without - on):
            yield "\nOff: " + ", ".join(f"[`{r}`]({r.replace('.', '/', 1).replace('.', '-')}.md)" for r in off) + "."


def _kinds() -> Iterator[str]:
    yield "# Kinds of check\n"
    yield "A rule is data for one of these kinds.\n"
    yield "| kind | what | rules |\n|---|---|---|"
    for path in sorted((ROOT / "docs" / "checks").glob("*.md")):
        said = path.read_text(encoding="utf-8").split("\n\n")[1]
        some = [f"[`{r.id}`](../rules/{r.id.replace('.', '/', 1).replace('.', '-')}.md)" for r in rules() if r.kind == path.stem]
        more = f" and {len(some) - 4} more" if len(some) > 5 else ""
        yield f"| [{path.stem}]({path.name}) | {_cell(' '.join(said.split()))} | {', '.join(some[:4] if more else some)}{more} |"


def _rule(rule: Rule) -> Iterator[str]:
    yield f"# {rule.id}\n"
    yield f"> {rule.message}\n"
    yield " ".join(rule.why.split()) + "\n"
    yield "| | this rule |\n|---|---|"
    for key, value in _facts(rule):
        yield f"| {key} | {value} |"
    for words, some in (
        ("It finds", [e for e in rule.examples if e.marks]),
        ("It is silent on", [e for e in rule.examples if not e.marks]),
    ):
        if some:
            yield f"\n## {words}\n"
        for example in some:
            yield "```text\n" + "\n".join(_marked(example)) + "\n```\n"
    if rule.options:
        yield "## Options\n\n| option | here |\n|---|---|"
        for key, option in rule.options.items():
            yield f"| `{key}` | {_option(option)} |"


def _facts(rule: Rule) -> Iterator[tuple[str, str]]:
    here = [name for name, on in houses().items() if name and rule.id in on]
    yield "level", f"{rule.severity}"
    profiles_on = "in the profiles " + ", ".join(f"[{name}](../houses.md#{name})" for name in here) if here else "when selected"
    yield (
        "on",
        "by default" + ("" if len(here) == len(houses()) - 1 else f"; of the profiles in {', '.join(here)}") if rule.on else profiles_on,
    )
    yield "kind", f"[{rule.kind}](../../checks/{rule.kind}.md)"
    scope = ", ".join(rule.selectors) or {COPY: "the copy", tuple(Part): "all parts"}.get(rule.scope) or ", ".join(rule.scope)
    yield "looks at", scope + {Quotes.SKIP: ", not inside quotations", Quotes.ONLY: ", inside quotations only", Quotes.ANY: ""}[rule.quotes]
    yield "fix", "safe" if rule.safe else "to be looked at, where there is one"
    if rule.since or rule.until:
        yield "in force", f"{rule.since or '…'} to {rule.until or '…'}"
    for code in dict.fromkeys(CODE.findall(rule.source)):
        yield "convention", f"{code}: {_cell(conventions()[code])} ([group](../groups.md#{_slug(GROUPS[code[:3]])}))"
    for key in ("source", "link", "owner"):
        if value := getattr(rule, key):
            yield {"source": "evidence"}.get(key, key), _cell(value)
    if rule.id in fired():
        yield "fires on edited news", str(fired()[rule.id])


def _option(value: object) -> str:
    some = (
        list(value) if isinstance(value, list | tuple) else [f"{k}: {v}" for k, v in value.items()] if isinstance(value, dict) else [value]
    )
    text = ", ".join(map(str, some))
    text = text if len(text) <= _VALUE else text[: _VALUE - 1] + "…"
    return "<code>" + _cell(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")) + "</code>"


def _marked(example: Example) -> Iterator[str]:
    start = 0
    for line in example.text.rstrip("\n").split("\n"):
        yield line
        for span, fix in example.marks:
            if start <= span.start <= start + len(line):
                yield " " * (span.start - start) + "^" * max(1, span.end - span.start) + ("" if fix is None else f" -> {fix}")
        start += len(line) + 1


def _slug(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def _cell(text: str) -> str:
    return (
        text.replace("\\", "&#92;")
        .replace("|", "&#124;")
        .replace("*", "&#42;")
        .replace("`", "&#96;")
        .replace("{", "&#123;")
        .replace("[", "&#91;")
    )


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add what is made to the files of the site."""
    from mkdocs.structure.files import File

    for path, text in pages().items():
        files.append(File.generated(config, path, content=text))
    files.append(File.generated(config, "action.yml", abs_src_path=str(ROOT / "action.yml")))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Lead the links that leave docs/ to where the same is on the site."""
    return LINK.sub(lambda link: _lead(link["to"]) + (link["anchor"] or ""), markdown)


def _lead(to: str) -> str:
    """Where a link leads on the site: a pack's folder is its list of rules."""
    return LEADS.get(to) or re.sub(r"^((?:\.\./)*)\.\./rules/([\w-]+)/$", r"\1rules/\2/index.md", to)
