import pytest

from lintnews.vale.css import SelectorError, parse
from lintnews.vale.document import Reading
from lintnews.vale.documents import html
from lintnews.vale.selection import Selection

PAGE = """<h1>Storm</h1>
<p class="lede top" id="first">Heavy rain fell.</p>
<h2>Damage</h2>
<p lang="en-GB">Roofs <em>flew</em>.</p>
<ul><li>one</li><li data-n="x2">two</li><li>three</li></ul>
<h3>Costs</h3><p>High. <b>Damage</b></p>
<h2>Outlook</h2><blockquote><p>Dry</p></blockquote><p></p>"""


def chosen(selector: str) -> list[str]:
    tree = html.walk(PAGE, 0, Reading(format="html", ending="html", elements=True)).tree
    assert tree
    numbers = Selection(tree).of(selector)
    return [
        f"{each.name} {' '.join(tree.text[each.start : each.end].split())[:9]}".strip() for each in tree.elements if each.number in numbers
    ]


@pytest.mark.parametrize(
    ("selector", "found"),
    [
        ("h1", ["h1 storm"]),
        ("h1 + p", ["p heavy rai"]),
        ("h1, H3", ["h1 storm", "h3 costs"]),
        ("h2 ~ p", ["p roofs fle", "p"]),
        ("blockquote p", ["p dry"]),
        ("section > p", ["p heavy rai", "p roofs fle", "p high. dam", "p"]),
        ("section section section", ["section costshigh"]),
        (".lede.top", ["p heavy rai"]),
        ("#first", ["p heavy rai"]),
        ("p[lang]", ["p roofs fle"]),
        ("[lang|=en]", ["p roofs fle"]),
        ("[data-n^='x'][data-n$=\"2\"][data-n*=x]", ["li two"]),
        ("[data-n=x2]", ["li two"]),
        ("li[data-n!=x2]", ["li one", "li three"]),
        ("[class~=top]", ["p heavy rai"]),
        ("[class^='']", []),
        ("li:first-child, li:last-child", ["li one", "li three"]),
        ("li:nth-child(odd)", ["li one", "li three"]),
        ("li:nth-child( 2n + 2 )", ["li two"]),
        ("li:nth-child(-n+2)", ["li one", "li two"]),
        ("li:nth-last-child(1)", ["li three"]),
        ("h2:first-of-type", ["h2 damage", "h2 outlook"]),
        ("em:only-child", ["em flew"]),
        ("p:empty", ["p"]),
        (":root", ["html storm hea"]),
        ("section:has(> h2:contains('DAMAGE'))", ["section damage ro"]),
        ("section:has(> h3, > blockquote)", ["section costshigh", "section outlookdr"]),
        ("p:has(em):not(.lede)", ["p roofs fle"]),
        ("section:has(> h2 + p em)", ["section damage ro"]),
        (":is(h1, h2):not(:contains(outlook))", ["h1 storm", "h2 damage"]),
        ("p:containsOwn(damage)", []),
        ("p:contains(damage)", ["p high. dam"]),
        ("*:where(em)", ["em flew"]),
    ],
)
def test_a_selector_chooses_elements(selector: str, found: list[str]) -> None:
    assert chosen(selector) == found


@pytest.mark.parametrize(
    "selector",
    ["", "> p", "p >", "p:hover", "p:nth-child(x)", "p:lang(en)", "[=x]", "p)", "p,", "p:not(", "#", "h1" * 600, "a:is(" * 20 + "b"],
)  # fmt: skip
def test_what_is_no_selector_is_said(selector: str) -> None:
    with pytest.raises(SelectorError):
        parse(selector)
