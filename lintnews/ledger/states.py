"""The name of a US state in any form of print in, its full name out, and back in the form that another name has."""

from __future__ import annotations

from lintnews import lazily

_GAPS, _POSTAL = lazily.pattern(r"[.\s]"), lazily.pattern(r"\p{Lu}{2}")

#: Every state and territory: its postal letters, then the forms before postal letters, newspapers' own first.
_TABLE = """
Alabama AL Ala.|Alaska AK|Arizona AZ Ariz.|Arkansas AR Ark.|California CA Calif. Cal.|Colorado CO Colo. Col.|
Connecticut CT Conn. Ct.|Delaware DE Del.|Florida FL Fla.|Georgia GA Ga.|Hawaii HI|Idaho ID Ida.|Illinois IL Ill.|
Indiana IN Ind.|Iowa IA Ia.|Kansas KS Kan. Kans.|Kentucky KY Ky.|Louisiana LA La.|Maine ME Me.|Maryland MD Md.|
Massachusetts MA Mass.|Michigan MI Mich.|Minnesota MN Minn.|Mississippi MS Miss.|Missouri MO Mo.|Montana MT Mont.|
Nebraska NE Neb. Nebr.|Nevada NV Nev.|New_Hampshire NH N.H.|New_Jersey NJ N.J.|New_Mexico NM N.M. N.Mex.|New_York NY N.Y.|
North_Carolina NC N.C.|North_Dakota ND N.D. N.Dak.|Ohio OH|Oklahoma OK Okla.|Oregon OR Ore. Oreg.|Pennsylvania PA Pa. Penn.|
Rhode_Island RI R.I.|South_Carolina SC S.C.|South_Dakota SD S.D. S.Dak.|Tennessee TN Tenn.|Texas TX Tex.|Utah UT|
Vermont VT Vt.|Virginia VA Va.|Washington WA Wash.|West_Virginia WV W.Va. W._Va.|Wisconsin WI Wis. Wisc.|Wyoming WY Wyo.|
District_of_Columbia DC D.C.|Puerto_Rico PR P.R.|Guam GU|U.S._Virgin_Islands VI V.I. Virgin_Islands|American_Samoa AS|
Northern_Mariana_Islands MP
"""


def _rows() -> list[list[str]]:
    rows = (row.split() for row in _TABLE.replace("\n", "").split("|"))
    return [[form.replace("_", " ") for form in row] for row in rows]


_ROWS = {row[0]: row for row in _rows()}
#: States that newspapers print in full where they shorten the others.
_WHOLE = frozenset({"Alaska", "Hawaii", "Idaho", "Iowa", "Maine", "Ohio", "Texas", "Utah"})
_NAMES = {form.replace(" ", "").replace(".", ""): row[0] for row in _ROWS.values() for form in row}


def _pattern(form: str) -> str:
    """A form with the points and blanks that print gives it: `W.Va.`, `W. Va.`, `Calif`; a full name has none but blanks."""
    if not form.endswith("."):
        return form.replace(".", r"\.").replace(" ", r"[ \u00a0]")
    return r"\.?[ \u00a0]?".join(lazily.escape(part) for part in form.replace(" ", "").split(".") if part) + r"\.?"


_FORMS = sorted({form for row in _ROWS.values() for form in row}, key=lambda form: (-len(form), form))
#: A state in any form, for the middle of a pattern.
STATE = rf"(?:{'|'.join(map(_pattern, _FORMS))})(?![\p{{L}}\p{{N}}])"


def named(printed: str) -> str:
    """The full name of a state: of `R.I.`, `RI` and `Rhode Island`; empty for what is none."""
    return _NAMES.get(_GAPS.sub("", printed), "")


def postal(state: str) -> str:
    """The postal letters of a state by its full name; empty for what is none."""
    return _ROWS[state][1] if state in _ROWS else ""


def like(state: str, printed: str) -> str:
    """A state in the form of another name: postal letters for postal letters, short for short, in full for in full."""
    row = _ROWS[state]
    if _POSTAL.fullmatch(printed):
        return row[1]
    in_full = state in _WHOLE or len(row) < 3 or (printed in _ROWS and printed not in _WHOLE)
    return state if in_full else row[2]
