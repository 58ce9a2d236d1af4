"""A story in, the roll of its names out: every person, body, place and post once, with how it was checked.

The roll is for people: it says what a list or a dated fact knows of a name, and leaves it to them to confirm the name.
"""

from __future__ import annotations

from lintnews.ledger import Story
from lintnews.roll.nouns import Claim, Entry, How, Near, Roll, Sort, Standing

__all__ = ["Claim", "Entry", "How", "Near", "Roll", "Sort", "Standing", "read"]


def read(story: Story) -> Roll:
    """The names of a story, people first, then bodies, places, posts and other names, each sort in reading order."""
    from lintnews.roll import near, people, scan, things

    persons = people.Persons(story)
    found = scan.hits(story, persons)
    entries = [*people.entries(persons, found), *things.entries(story, persons, found)]
    order = {sort: i for i, sort in enumerate(Sort)}
    place = {id(block): i for i, block in enumerate(story.document.blocks)}
    entries.sort(key=lambda entry: (order[entry.sort], place[id(entry.block)], entry.span))
    return Roll(story.document.source, story.day, tuple(near.marked(entries, story.facts)))
