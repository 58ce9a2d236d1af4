"""A dossier in, its words out: headings, the meaning of a standing, the line of coverage, for every form."""

from __future__ import annotations

from collections.abc import Iterable

from lintnews.evidence.nouns import CHECKED, Dossier, Item, Sort, Standing, coverage, standings

HEADINGS = {
    Sort.NAME: "Names", Sort.NUMBER: "Numbers", Sort.DATE: "Dates", Sort.QUOTATION: "Quotations", Sort.LINK: "Links", Sort.CLAIM: "Claims",
}  # fmt: skip
MEANINGS = {
    Standing.AGREES: "a dated fact, a source of the story, the calendar or a sum agrees",
    Standing.LISTED: "a list has it so, or a list of what is bad has it not",
    Standing.DOUBTFUL: "something speaks against it: look at it first",
    Standing.INSIDE: "compared with the rest of the story alone, or given to a source that was not asked",
    Standing.OPEN: "there was nothing to hold it against: somebody must",
}
DATA = {
    "born": "days of birth", "capital": "capitals", "claim": "stored fact-checks", "demonym": "names of peoples", "happened": "events",
    "head": "titles of leaders", "holders": "posts and how many hold them", "holds": "holders of posts", "named": "names",
    "party": "parties", "post": "posts", "rank": "ranks", "represents": "seats", "retracted": "retracted papers", "site": "listed sites",
    "read-only": "forms that no fix offers",
}  # fmt: skip


def percent(items: Iterable[Item]) -> str:
    """The coverage, as it is read: `62.5 %`, or a dash where there is nothing to cover."""
    share = coverage(items)
    return "–" if share is None else f"{share:g} %"


def tally(items: Iterable[Item]) -> str:
    """How many have each standing: `3 agrees, 1 open`."""
    counts = standings(items)
    return ", ".join(f"{counts[standing]} {standing}" for standing in Standing if counts[standing])


def summary(dossier: Dossier) -> str:
    """The first thing to know, in two sentences."""
    if not dossier.items:
        return "The story holds nothing that could be checked."
    counts = standings(dossier.items)
    checked = sum(counts[standing] for standing in CHECKED)
    first = f"{checked} of {len(dossier.items)} items were checked against something besides the story ({percent(dossier.items)})."
    doubtful = counts[Standing.DOUBTFUL]
    return f"{first} {doubtful or 'Nothing'} {'is' if doubtful < 2 else 'are'} to be looked at first."


def provenance(dossier: Dossier) -> list[tuple[str, str]]:
    """When, by what and against which data the story was read."""
    return [
        ("Story", dossier.source.name),
        ("Day of the story", dossier.day.isoformat() if dossier.day else "not given"),
        ("SHA-256 of the story", dossier.sha256),
        ("Checked", dossier.when.isoformat(timespec="seconds")),
        ("LintNews", f"{dossier.version}, {dossier.rules} rules"),
        ("Version of rules and data", dossier.data_version or "not kept (read without a cache)"),
    ]
