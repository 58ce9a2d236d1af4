"""An element's name and attributes in, what it means for the copy inside it out: a part, left out, beside the story.

Class names are those that papers and their systems commonly use; a long block never becomes a label by its class.
"""

from __future__ import annotations

import re

from lintnews.model import Part
from lintnews.readers.tags import Tag, plain

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer"
    " form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol option p pre section summary table tbody td"
    " tfoot th thead title tr ul".split()
)
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_SKIPPED = frozenset(
    "audio button canvas del embed iframe input label legend map math noembed noframes noscript object option script select style"
    " svg template textarea title video xmp".split()
)
_ASIDE = frozenset(("nav", "aside", "footer", "menu", "dialog"))
#: Elements whose class speaks of the page and not of what is in them.
_CONTAINERS = frozenset(("html", "body", "main", "article", "section"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
#: What an end tag does not reach beyond.
WALLS = frozenset("article aside blockquote body div figure footer header html main nav section table td th".split())
#: What an element ends by beginning, where its end tag was left out; any other block ends a paragraph.
ENDS = {
    **dict.fromkeys(_HEADINGS | {"p"}, _HEADINGS | {"p"}),
    **dict.fromkeys(("li",), frozenset(("li", "p"))),
    **dict.fromkeys(("dt", "dd"), frozenset(("dt", "dd", "p"))),
    **dict.fromkeys(("td", "th"), frozenset(("td", "th", "p", "li", "ul", "ol"))),
    **dict.fromkeys(("tr", "tbody", "tfoot", "thead"), frozenset(("tr", "td", "th", "p", "li", "ul", "ol", "thead", "tbody", "caption"))),
    **dict.fromkeys(("body",), frozenset(("head", "title"))),
}
PARAGRAPHS = frozenset(("p", "title"))

_ELEMENTS = {
    "h1": Part.HEADLINE,
    **dict.fromkeys(_HEADINGS - {"h1"}, Part.HEADING),
    "pre": Part.CODE,
    "blockquote": Part.QUOTE_BLOCK,
    **dict.fromkeys(("figcaption", "caption"), Part.CAPTION),
    **dict.fromkeys(("li", "dt", "dd"), Part.LIST),
    **dict.fromkeys(("td", "th"), Part.TABLE),
    "address": Part.BYLINE,
}
#: Parts that hold for all that is inside them.
_LASTING = frozenset((Part.QUOTE_BLOCK, Part.CODE, Part.RELATED, Part.BYLINE, Part.CREDIT, Part.DECK, Part.DATELINE, Part.HEADLINE))
#: Parts that are labels, never long.
SHORT = frozenset((Part.BYLINE, Part.CREDIT, Part.DATELINE, Part.DECK))

_DECK_WORDS = frozenset(("dek", "deck", "standfirst", "subtitle", "subheadline", "subhed", "summary"))
_RELATED_WORDS = frozenset(
    "related readmore alsoread readalso seealso recirc morestories morefrom recommended recommendations trending mostread"
    " mostpopular teaser teasers".split()
)
_LABELS = (
    (Part.CREDIT, frozenset(("credit", "credits", "photocredit", "imagecredit", "photographer"))),
    (Part.BYLINE, frozenset(("byline", "bylines", "author", "authors", "contributor", "contributors"))),
    (Part.CAPTION, frozenset(("caption", "captions", "cutline"))),
    (Part.DATELINE, frozenset(("dateline",))),
    (Part.QUOTE_BLOCK, frozenset(("pullquote", "blockquote"))),
    (Part.RELATED, _RELATED_WORDS),
)
_ASIDE_WORDS = frozenset(
    "nav navigation navbar menu breadcrumb breadcrumbs share sharing social newsletter signup subscribe subscription advert"
    " advertisement ad ads promo promos cookie cookies consent comments footer sidebar disclaimer tags masthead complementary"
    " contentinfo banner search authorbio authorinfo authorbox outbrain taboola".split()
)
_UNSEEN = frozenset(("visuallyhidden", "sronly", "screenreader", "screenreadertext", "hidden"))
_WRAPPERS = frozenset("wrap wrapper container content layout page has with no without is site main grid row col column".split())
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PARTS = re.compile(r"[-_:]+")
#: Styles of what is not shown, and Word's of what is only its own: the numbers of a list, what is said in the margin.
_HIDING = re.compile(r"display\s*:\s*none|mso-list\s*:\s*ignore|mso-hide\s*:\s*all|mso-element\s*:\s*comment-list", re.IGNORECASE)
#: What LibreOffice calls the head and the foot of a page.
_EDGES = ("header", "footer")
#: Where the number of a note leads: those of word processors, of Google Docs, and of wikis.
_NOTE = re.compile(r"#(?:_?ftn|_?edn|cmnt|_msocom|_msoanchor|sdfootnote|sdendnote|cite_note|cite_ref|fn(?:ref)?[:\d-])", re.IGNORECASE)
#: What Google Docs calls a remark below a document.
_REMARK = re.compile(r"cmnt\d")

Labels = frozenset[str]
_NONE: Labels = frozenset()


def labels(text: str, tag: Tag) -> Labels:
    """The words in the class, id, role and the like of an element, and each name as one word; none of what only wraps."""
    if not tag.attributes or tag.name in _CONTAINERS:
        return _NONE
    found: set[str] = set()
    for key in ("class", "id", "itemprop", "rel", "role"):
        if key in tag.attributes:
            for name in plain(text, tag.attributes[key]).split()[:20]:
                words = _PARTS.split(_CAMEL.sub("-", name).lower())
                if _WRAPPERS.isdisjoint(words):
                    found.update(words, ["".join(words)])
    return frozenset(found)


def part(name: str, words: Labels, outer: Part, *, has_copy: bool, in_article: bool) -> Part:
    """The part of the copy in an element that stands inside copy of the part `outer`."""
    if outer in _LASTING:
        return outer
    if not has_copy and not words.isdisjoint(_DECK_WORDS):
        return Part.DECK
    said = next((part for part, names in _LABELS if not words.isdisjoint(names)), None)
    if outer is Part.CAPTION:
        return Part.CREDIT if said is Part.CREDIT else outer
    if name == "header" and not in_article:
        return Part.BOILERPLATE
    if outer is Part.BOILERPLATE:
        return Part.HEADLINE if name == "h1" else said or outer
    if name == "p" and "title" in words and not has_copy:
        return Part.HEADLINE
    if name == "p" and "msolistparagraph" in words:
        return Part.LIST
    return _ELEMENTS.get(name) or said or (Part.HEADLINE if "headline" in words and not has_copy else outer)


def label(name: str, words: Labels) -> Part | None:
    """What an element inside a line says of the line when it makes up most of it: who wrote, or when."""
    if name == "time":
        return Part.BOILERPLATE
    return Part.BYLINE if not words.isdisjoint(_LABELS[1][1]) else None


def stands_apart(words: Labels) -> bool:
    """Whether an element is a block of its own though its name is not one: a photographer's credit in a caption."""
    return not words.isdisjoint(_LABELS[0][1])


def is_skipped(text: str, tag: Tag, words: Labels) -> bool:
    """Whether what is in an element is no copy, or is not shown."""
    if tag.name in _SKIPPED or "hidden" in tag.attributes or not words.isdisjoint(_UNSEEN):
        return True
    if tag.name == "a" and (href := tag.attributes.get("href")) and _NOTE.match(text, *href):
        return True
    title = tag.attributes.get("title") if tag.name == "div" else None
    if title and text[title.start : title.end] in _EDGES:
        return True
    style, aria = tag.attributes.get("style"), tag.attributes.get("aria-hidden")
    return bool(style and _HIDING.search(text, *style)) or bool(aria and text[aria.start : aria.end] == "true")


def is_remark(text: str, tag: Tag) -> bool:
    """Whether what an element begins is a remark in the margin, which stands below the copy."""
    return tag.name == "a" and "id" in tag.attributes and bool(_REMARK.match(text, *tag.attributes["id"]))


def is_aside(name: str) -> bool:
    """Whether an element stands beside the story by what it is."""
    return name in _ASIDE


def is_called_aside(words: Labels) -> bool:
    """Whether an element stands beside the story by its class, which may be wrong of what holds the article."""
    return not words.isdisjoint(_ASIDE_WORDS)
