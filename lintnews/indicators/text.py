"""Profiles in, lines for a terminal out: each indicator with how often and where it was seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from lintnews.indicators.nouns import FOR_PEOPLE, Observed, Profile
from lintnews.reporters import Page, Style
from lintnews.reporters._frame import plain

_SHOWN, _ROOM, _NAME = 5, 78, 24


def write(profiles: Iterable[Profile], page: Page) -> None:
    """Write each profile, then once what no text shows."""
    for profile in profiles:
        page.put("\n".join(_lines(profile, page)) + "\n\n")
    page.put(page.paint("For people to answer:", Style.BOLD) + "\n" + "".join(f"  {question}\n" for question in FOR_PEOPLE))


def _lines(profile: Profile, page: Page) -> Iterator[str]:
    day = f", {profile.day}" if profile.day else ""
    yield f"{page.paint(plain(profile.source.name), Style.BOLD)}  {profile.words} words{day}"
    there = [f"{each.name}: {plain(each.text) or 'yes'}" for each in profile.present if each.there]
    lacking = [each.name for each in profile.present if not each.there]
    yield f"  has {'; '.join(there) or 'none'}" + (f"  (has no {', '.join(lacking)})" if lacking else "")
    for group, observed in groupby(profile.observed, key=lambda each: each.indicator.group):
        yield f"\n{page.paint(group.capitalize(), Style.BOLD)}"
        for each in observed:
            yield from _observed(each, profile, page)


def _observed(each: Observed, profile: Profile, page: Page) -> Iterator[str]:
    many = len(each.seen)
    yield f"  {each.indicator.name:<{_NAME}} {many or '–':>3}  {page.paint(each.indicator.question, Style.DIM)}"
    for seen in each.seen[:_SHOWN]:
        place = profile.source.place(seen.span.start)
        words = " ".join(plain(seen.text).split())
        yield f"  {f'{place.line}:{place.column}':>{_NAME + 4}}  {words if len(words) <= _ROOM else words[: _ROOM - 1] + '…'}"
    if many > _SHOWN:
        yield f"  {'':>{_NAME + 4}}  and {many - _SHOWN} more"
