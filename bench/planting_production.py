"""A story in, the same story with one slip of its production out: what was meant for the desk, or for a machine, and came into the copy."""

from __future__ import annotations

import html
import random
import re
from collections.abc import Callable

from planting import Kind, Page, Slip, one
from planting_figures import swapped

_NOTES = (
    "[CHECK SPELLING]", "(legal to read before publication)", "[Editor: please confirm this with the court]",
    "NOTE TO EDITOR: map to follow.", "<<need a second source here>>",
    "[FACT CHECK THIS]", "(caption to come)", "***HOLD UNTIL 6PM***", "[sub: cut from here if tight]",
    "(ADD QUOTE FROM MAYOR)", "[insert quote here]", "//TODO: update with final figures//", "[pls check date]", "(photo by tk)",
)  # fmt: skip
_RESIDUE = (
    "As an AI language model, I cannot verify these details.", "Here is the rewritten article in AP style:", "I hope this helps!",
    "Sure, here's a more concise version of the story:", "Would you like me to shorten this further?", "[Your Name]",
    "As of my last knowledge update, the case was still open.", "Here's a draft you can use:", "Feel free to adjust the tone as needed.",
    "I'm sorry, but I can't access real-time information.", "Below is a summary of the key points:", "Let me know if you need any changes.",
    "citeturn0search3", "This version keeps the original meaning while improving the flow.",
)  # fmt: skip
_LINKS = (
    "https://example.com/a/1?utm_source=feed", "https://example.com/story?id=7&utm_campaign=daily&utm_medium=rss",
    "https://example.com/x?gclid=EAIaIQobChMI", "https://example.com/x?fbclid=IwAR2xyz", "https://example.com/x?mc_cid=aa12&mc_eid=bb34",
    "https://example.com/x?igshid=MzRlODBiNWFlZA", "https://example.com/x?page=2&msclkid=0f3c", "https://example.com/x?_ga=2.1-3.4",
)  # fmt: skip
_STAND_INS = ("TK", "XX", "XXX", "TBC", "[NAME]", "[number]", "TKTK", "xx", "[TK]", "??", "[XX]", "TBD", "__", "$XX", "[insert name]")


def between(page: Page, dice: random.Random, texts: tuple[str, ...], pattern: str = r"(?<=[a-z.]\. )(?=[A-Z][a-z])") -> Slip | None:
    """A text put where a pattern that matches nothing stands: between two sentences unless told otherwise."""
    text = dice.choice(texts)
    return one(dice, [Slip(m.start(), m.start(), text, text) for m in re.compile(pattern).finditer(page.text, page.body)])


def note_inserted(page: Page, dice: random.Random) -> Slip | None:
    """A note for the desk between two sentences."""
    return between(page, dice, tuple(f"{note} " for note in _NOTES))


def residue_inserted(page: Page, dice: random.Random) -> Slip | None:
    """What a writing assistant says to its user, as a paragraph."""
    return between(page, dice, tuple(f"{text}\n\n" for text in _RESIDUE), r"(?<=\n\n)(?=[A-Z])")


def tracking_inserted(page: Page, dice: random.Random) -> Slip | None:
    """A link with a parameter that follows the reader."""
    return between(page, dice, tuple(f"See {link} for more. " for link in _LINKS))


def stand_in(page: Page, dice: random.Random) -> Slip | None:
    """A placeholder for a figure or a first name."""
    return swapped(page, dice, r"(?<=[a-z] )(?:\d{2,3}|[A-Z][a-z]+(?= [A-Z]))(?= )", lambda m: dice.choice(_STAND_INS))


def dummy_text(page: Page, dice: random.Random) -> Slip | None:
    """A paragraph of dummy text."""
    texts = ("Lorem ipsum dolor sit amet, consectetur adipiscing elit.", "Text text text text.", "asdf asdf", "Blah blah blah.")
    return between(page, dice, tuple(f"{text}\n\n" for text in texts), r"(?<=\n\n)(?=[A-Z])")


def entity_left(page: Page, dice: random.Random) -> Slip | None:
    """A mark, an accent or an ampersand as an entity of HTML."""
    forms: tuple[Callable[[str], str], ...] = (lambda c: f"&#{ord(c)};", lambda c: f"&#x{ord(c):x};", _named)
    return swapped(page, dice, r"[’“”—–éñáü&]", lambda m: dice.choice(forms)(m[0]))


def _named(letter: str) -> str:
    return html.escape(letter) if letter == "&" else letter.encode("ascii", "namereplace").decode() and f"&{_NAMES.get(letter, 'quot')};"


_NAMES = {"’": "rsquo", "“": "ldquo", "”": "rdquo", "—": "mdash", "–": "ndash", "é": "eacute", "ñ": "ntilde", "á": "aacute", "ü": "uuml"}


def tag_left(page: Page, dice: random.Random) -> Slip | None:
    """A word between tags of HTML."""
    tag = dice.choice(("em", "b", "i", "strong", "p", "span"))
    return swapped(page, dice, r"(?<=[a-z] )[a-z]{5,}(?= [a-z])", lambda m: f"<{tag}>{m[0]}</{tag}>")


def tag_alone(page: Page, dice: random.Random) -> Slip | None:
    """One tag between two sentences."""
    return between(page, dice, ("<br>", "<br />", "</p>", "</div>", "&nbsp;", '<a href="https://example.com">', "</a>", "<!-- more -->"))


def markdown_left(page: Page, dice: random.Random) -> Slip | None:
    """A word with the marks of Markdown."""
    form = dice.choice(("**{}**", "__{}__", "[{}](https://example.com/a)", "`{}`", "[[{}]]", "~~{}~~"))
    return swapped(page, dice, r"(?<=[a-z] )[a-z]{5,}(?= [a-z])", lambda m: form.format(m[0]))


def shortcode_left(page: Page, dice: random.Random) -> Slip | None:
    """A short code of a content system as a paragraph."""
    codes = (
        '[gallery ids="12,14"]', "[/caption]", "{{ related_posts }}", "{% include ad.html %}", '[embed]https://example.com/v[/embed]',
        '[pullquote align="right"]', "<?php the_ad(); ?>", "[ad]", "%%AD_SLOT%%", "{photo:1}",
    )  # fmt: skip
    return between(page, dice, tuple(f"{code}\n\n" for code in codes), r"(?<=\n\n)(?=[A-Z])")


def wrong_encoding(page: Page, dice: random.Random) -> Slip | None:
    """One letter or mark read in another encoding than it was written in."""

    def new(m: re.Match[str]) -> str:
        return m[0].encode().decode(dice.choice(("cp1252", "latin-1")), "replace")

    return swapped(page, dice, r"[’“—–éñáü£€]", new)


def stop_between(page: Page, dice: random.Random) -> Slip | None:
    """No full stop between two sentences."""
    return swapped(page, dice, r"(?<=[a-z]{3})\.(?= (?:The|But|In|It|They|He|She|And|A|This|That|There|We|When|If|As) [a-z])", lambda m: "")


def stop_doubled(page: Page, dice: random.Random) -> Slip | None:
    """Two stops, a stop with a comma, two question marks or two semicolons."""
    return swapped(page, dice, r"(?<=[a-z]{3})\.(?= [A-Z])", lambda m: dice.choice(("..", ",.", ".,", ";.", ":.")))


def parenthesis_unclosed(page: Page, dice: random.Random) -> Slip | None:
    """A closing parenthesis dropped."""
    return swapped(page, dice, r"\([^()\n]+[a-z]\)(?=[ .,])", lambda m: m[0][:-1])


def bracket_unclosed(page: Page, dice: random.Random) -> Slip | None:
    """A closing bracket dropped."""
    return swapped(page, dice, r"\[[^\[\]\n]+[a-z]\](?=[ .,])", lambda m: m[0][:-1])


def sentence_again(page: Page, dice: random.Random) -> Slip | None:
    """A sentence again as the first of the next paragraph but one."""
    found = re.finditer(r"(?<=[.] )([A-Z][^.!?\"“”\n]{60,160}\.)[^\n]*\n\n[^\n]+\n\n(?=[A-Z])", page.text)
    return one(dice, [Slip(m.end(), m.end(), m[1] + " ", m[1][:40]) for m in found if m.start() > page.body])


def paragraph_again(page: Page, dice: random.Random) -> Slip | None:
    """A paragraph again, some paragraphs on."""
    paragraphs = [m for m in re.finditer(r"[^\n]+", page.text) if m.start() >= page.body]
    made = [(m, paragraphs[i + 3]) for i, m in enumerate(paragraphs[:-3]) if len(m[0]) > 100]
    return one(dice, [Slip(later.start(), later.start(), m[0] + "\n\n", m[0][:40]) for m, later in made])


def cut_in_word(page: Page, dice: random.Random) -> Slip | None:
    """The story ends in the middle of a word or at any word of its last sentence."""
    end = len(page.text.rstrip())
    at = [m.start() for m in re.compile(r"(?<=\w)(?=\w{2,}\b)|(?<=[a-z])(?= [a-z])").finditer(page.text, max(page.body, end - 80), end - 4)]
    return one(dice, [Slip(place, end, "", "cut off") for place in at])


def word_twice(page: Page, dice: random.Random) -> Slip | None:
    """A small word twice."""
    return swapped(page, dice, r"(?<= )(?:the|of|to|in|and|a|for|on|is|was|with|at|by)(?= [a-z])", lambda m: f"{m[0]} {m[0]}")


KINDS: dict[str, Kind] = {
    made.__name__: made
    for made in (
        note_inserted, residue_inserted, tracking_inserted, stand_in, dummy_text, entity_left, tag_left, tag_alone, markdown_left,
        shortcode_left, wrong_encoding, stop_between, stop_doubled, parenthesis_unclosed, bracket_unclosed, sentence_again,
        paragraph_again, cut_in_word, word_twice,
    )
}  # fmt: skip
