"""How printed corrections say what was wrong and what is right: patterns with the groups `w`, or `wq` in quotation marks, and `r`."""

from __future__ import annotations

_WORD = r"(?:(?:\p{Lu}\.)+|\p{Lu}[\p{L}\p{N}’'&-]*(?:\.(?=\p{L}))?(?:[\p{L}\p{N}’'&-]+)?)"
NAME = rf"(?:{_WORD}(?:\s+(?:(?:of|for|the|and|de|la|van|von|bin|al)\s+){{0,2}}{_WORD})*(?: \d+)?)"
_FIGURE = r"(?:[$£€]?\d[\d,.]*\d?(?:\s?(?:%|percent|per cent|million|billion|trillion))?)"
_QUOTED = r"[“\"‘](?P<SIDEq>[^”\"’]+?)[.,]?[”\"’]"
_ITEM = r"(?:" + _QUOTED + r"|(?P<SIDE>[#@]?" + NAME + r"|" + _FIGURE + r"))"
WRONG, _R = (_ITEM.replace("SIDE", side) for side in "wr")
_ART = r"(?:the |a |an )?"
_IN = r"(?:(?:incorrectly|wrongly|mistakenly|erroneously|inaccurately|originally|initially|first)\s+)?"
#: Forms of a correction that give both, each with the groups `w`, what was wrong, and `r`, what is right; in order of trust.
_INSTEAD = r",? (?:instead of|rather than)"
_SORT = r"(?:\p{Ll}+ (?:of )?){0,3}"
_VALUE = r"(?:name|figure|number|amount|date|year|age|spelling|word)"
FORMS = (
    r"\bshould have (?:been )?(?:identified|said|read|named|listed|reported|stated|given|called)[^.]{0,80}? "
    rf"{_R},? (?:and not|instead of|rather than|not) {WRONG}",
    rf"\breferred {_IN}to (?:[\p{{L}} ’'-]{{0,60}}?)(?P<r>{NAME}) as {_ART}{WRONG}",
    rf"\breferred {_IN}to (?:the nonexistent )?{_SORT}{WRONG}(?:,[^,.]{{0,12}})?{_INSTEAD} (?:the real )?{_SORT}{_R}",
    rf"\bmistook {_ART}(?:\p{{Ll}}+ )?{_R} for {_ART}{WRONG}",
    rf"\b(?:misspelled|misspelt) (?:the )?(?:\p{{Ll}}+ )*(?:name|surname) of (?P<r>{NAME})(?:, [^.]{{0,60}}?,)? as {WRONG}",
    r"\b(?:cited|said|stated|named|called|gave|listed|identified|used|printed|wrote|reported|put)\b"
    rf"[^.]{{0,80}}?{WRONG}{_INSTEAD} {_ART}{_R}",
    rf"\b(?:it|he|she|they|that|this|the (?:correct |right )?{_VALUE})"
    r"(?:[’']s| is| are| was| were| should be| should have (?:been|read))(?: called| named| spelled| in)? "
    rf"{_ART}{_R},? (?:and )?not {_ART}{WRONG}",
    rf"\b(?:wants? to|that|is|are|was|were|by|in|on|at|for|about) (?:[\p{{Ll}}]+ ){{0,3}}{_ART}{_R},? not {_ART}{WRONG}",
    rf"\bshould (?:be|have (?:been|read)) {_R}(?:,? (?:and )?(?:instead of|rather than|not) {_ART}{WRONG})",
    rf"{WRONG} should (?:be|have (?:been|read)) {_ART}{_R}",
    rf"\b(?:included|used|quoted) the words? {WRONG}[^.]*\.[^“\".]*{_R}",
    rf"{WRONG}[^.]{{0,60}}\.? +(?:In fact, )?[Tt]he (?:correct|right|actual) {_VALUE} (?:is|was) {_R}",
    rf"(?P<w>{_FIGURE})(?![\p{{L}}\d])[^.]{{0,60}}\. +"
    rf"(?:In fact,? )?[Tt]he (?:(?:correct|right|actual) )?{_VALUE} (?:is|was) (?P<r>{_FIGURE})",
    rf"\b(?i:correct(?:s|ed|ing)?) (?:the )?(?:spelling|name)s? of [^.;]{{2,60}}? to {_R},? (?:instead of|rather than|from|not) {WRONG}",
    rf"\b(?i:correct(?:s|ed|ing)?) (?:the )?[^.;]{{2,60}}? from {WRONG} to {_R}",
    rf"(?P<r>{_FIGURE})(?: \p{{Ll}}+){{0,4}},? (?:and )?not (?:in )?(?P<w>{_FIGURE})(?!\p{{N}})",
    r"\b(?:[Ss]he|[Hh]e) (?:said|wrote|told [^“]{2,40}) [“\"](?P<rq>[^”\"]+?)[.,]?[”\"],? not [“\"](?P<wq>[^”\"]+?)[.,]?[”\"]",
    r"\((?P<r>\p{L}[\p{L}’'-]+), not (?P<w>\p{L}[\p{L}’'-]+)\)",
    rf"\bin {_R}, not in {WRONG}",
    rf"{WRONG},? when (?:in fact )?(?:it|he|she|they) (?:is|was|are|were)(?: in| at| on)? {_ART}{_R}",
    rf"{WRONG}[;,] (?:in fact,? )?(?:it|he|she|they) "
    rf"(?:is|was|are|were|took place|happened|(?:is|was|were) \p{{Ll}}+)(?: in| at| on)? {_ART}{_R}",
    rf"\b(?:named|identified|described|listed|gave) [^.]{{2,60}}? as {_ART}{WRONG}[^.]{{0,60}}\. "
    rf"(?:It|He|She|His name|Her name|They) (?:is|was|are) {_ART}{_R}",
    rf"\b(?:name|title) of [^.]{{2,60}}? (?:is|was) {_R}\. [^.]{{0,40}}\b(?:called|named|identified)\b[^.]{{0,40}}? {WRONG}",
    rf"\bmisattributed [^.]{{2,60}}? to {WRONG}\. It was {_R} who ",
    rf"\b(?:was|were) (?:given|listed|identified) as {_ART}{WRONG}\. (?:It|He|She|They) (?:is|was|are|were) {_ART}{_R}",
    rf"{_R},? (?:and )?not (?:in |on |at |by |for )?{WRONG}",
)
_LOW = r"\p{Ll}[\p{Ll}’'-]*(?: (?!of|in|at|on|for|and|not|who|which)\p{Ll}[\p{Ll}’'-]*){0,3}"
#: Forms whose words have no capitals: posts, units, kinds of things.
PLAIN_FORMS = (
    rf"\b(?:is|was|are|were) (?:the |an? |its |his |her |their )(?P<r>{_LOW}), "
    rf"not (?:the |an? |its |his |her |their )?(?P<w>{_LOW})(?=[.,;]| of| at| for)",
    rf"\b(?:identified|described) [^.]{{0,60}}?as (?:the |an? )(?P<w>{_LOW}|\p{{Lu}}\p{{Ll}}+)(?: (?:of|in|at|for) [^.]*)?\. "
    rf"(?:He|She|It) (?:is|was) (?:the |an? |its )(?P<r>{_LOW}|\p{{Lu}}\p{{Ll}}+)",
    r"\b(?P<w>\p{Ll}{3,})[;,] (?:that|it|this|which) should have been (?P<r>\p{Ll}{3,})\b",
    r"\bin the (?P<w>\p{Ll}{3,})\b[^.;]{0,60} when (?:it|he|she) (?:is|was) in the (?P<r>\p{Ll}{3,})\b",
)
