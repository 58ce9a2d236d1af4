"""The shipped rules in, docs/rules/<pack>.md out: what each finds, why, its examples; the index's lists too. `--check` only compares."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from lintnews import packs
from lintnews.rule import Example, Quotes, Rule

ROOT = Path(__file__).parent.parent
PAGES = ROOT / "docs" / "rules"
INDEX = ROOT / "docs" / "index.md"
#: Kinds that have their meaning from Vale.
VALE = (
    "existence substitution repetition occurrence consistency conditional capitalization metric readability sequence script spelling"
).split()
#: Kinds that speak for other programs.
OTHERS = ["languagetool", "external"]


def pages() -> dict[Path, str]:
    """The text of every page, by its path."""
    by_pack: dict[str, list[Rule]] = defaultdict(list)
    for rule in packs.load([ROOT / "rules"]).rules:
        by_pack[rule.pack].append(rule)
    made = {PAGES / f"{pack}.md": "\n".join(_page(pack, rules)) + "\n" for pack, rules in by_pack.items()}
    return {**made, INDEX: _index(sorted(by_pack))}


def _index(names_of_packs: list[str]) -> str:
    """The index as it is, with its lists of kinds and packs as they are now."""
    own = sorted(path.stem for path in (ROOT / "docs" / "checks").glob("*.md") if path.stem not in (*VALE, *OTHERS))
    lists = {
        "Of Vale's language: ": ("checks", VALE),
        "Of other programs: ": ("checks", OTHERS),
        "Of the newsroom: ": ("checks", own),
        "": ("rules", names_of_packs),
    }
    lines = INDEX.read_text(encoding="utf-8").splitlines()
    for start, (folder, names) in lists.items():
        at = next(i for i, line in enumerate(lines) if line.startswith(f"{start}[") and f"]({folder}/" in line)
        lines[at] = start + ", ".join(f"[{name}]({folder}/{name}.md)" for name in names) + "."
    return "\n".join(lines) + "\n"


def _page(pack: str, rules: list[Rule]) -> Iterator[str]:
    yield f"# The pack `{pack}`\n"
    yield "<!-- Made by scripts/rule_pages.py from the rules' files; change those. -->\n"
    about = ROOT / "rules" / pack / "README.md"
    if about.exists():
        yield about.read_text(encoding="utf-8").split("\n", 2)[2].strip() + "\n"
    yield "| rule | level | kind | says |\n|---|---|---|---|"
    for rule in rules:
        yield f"| [`{rule.id}`](#{_anchor(rule.id)}) | {rule.severity} | [{rule.kind}](../checks/{rule.kind}.md) | {_cell(rule.message)} |"
    for rule in rules:
        yield from _rule(rule)


def _rule(rule: Rule) -> Iterator[str]:
    yield f"\n## {rule.id}\n"
    yield " ".join(rule.why.split()) + "\n"
    notes = [f"Level: {rule.severity}", f"kind: [{rule.kind}](../checks/{rule.kind}.md)"]
    notes += [] if rule.on else ["off until a profile or `select` asks for it"]
    notes += [] if rule.quotes is Quotes.ANY else [f"quotations: {rule.quotes}"]
    notes += [f"since {rule.since}"] if rule.since else []
    notes += [f"until {rule.until}"] if rule.until else []
    notes += [f"source: {rule.source}"] if rule.source else []
    yield "; ".join(notes) + ".\n"
    for words, some in (("Finds", [e for e in rule.examples if e.marks]), ("Is silent on", [e for e in rule.examples if not e.marks])):
        yield f"{words}:\n"
        for example in some:
            yield "```text\n" + "\n".join(_marked(example)) + "\n```\n"


def _marked(example: Example) -> Iterator[str]:
    start = 0
    for line in example.text.rstrip("\n").split("\n"):
        yield line
        for span, fix in example.marks:
            if start <= span.start <= start + len(line):
                yield " " * (span.start - start) + "^" * max(1, span.end - span.start) + ("" if fix is None else f" -> {fix}")
        start += len(line) + 1


def _anchor(name: str) -> str:
    return name.replace(".", "").lower()


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def main() -> int:
    """Write the pages, or say which are out of date."""
    made = pages()
    stale = [path for path, text in made.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    extra = [path for path in PAGES.glob("*.md") if path not in made]
    if "--check" in sys.argv:
        for path in (*stale, *extra):
            print(f"{path.relative_to(ROOT)} is out of date; run python scripts/rule_pages.py", file=sys.stderr)
        return int(bool(stale or extra))
    PAGES.mkdir(exist_ok=True)
    for path in extra:
        path.unlink()
    for path, text in made.items():
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
