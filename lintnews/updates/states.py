"""A postal code in, the state or territory of the United States out, as newspapers print it."""

from __future__ import annotations

_NAMES = """
AL Alabama, AK Alaska, AZ Arizona, AR Arkansas, CA California, CO Colorado, CT Connecticut, DE Delaware, FL Florida, GA Georgia,
HI Hawaii, ID Idaho, IL Illinois, IN Indiana, IA Iowa, KS Kansas, KY Kentucky, LA Louisiana, ME Maine, MD Maryland,
MA Massachusetts, MI Michigan, MN Minnesota, MS Mississippi, MO Missouri, MT Montana, NE Nebraska, NV Nevada, NH New Hampshire,
NJ New Jersey, NM New Mexico, NY New York, NC North Carolina, ND North Dakota, OH Ohio, OK Oklahoma, OR Oregon, PA Pennsylvania,
RI Rhode Island, SC South Carolina, SD South Dakota, TN Tennessee, TX Texas, UT Utah, VT Vermont, VA Virginia, WA Washington,
WV West Virginia, WI Wisconsin, WY Wyoming, DC the District of Columbia, AS American Samoa, GU Guam,
MP the Northern Mariana Islands, PR Puerto Rico, VI the U.S. Virgin Islands, PI the Philippines
"""
_BY_CODE = dict(each.split(None, 1) for each in " ".join(_NAMES.split()).split(", "))


def state(code: str) -> str:
    """The name of a state or territory, with the article it takes; empty for an unknown code."""
    return _BY_CODE.get(code.upper(), "")


def plain(name: str) -> str:
    """A name without its article, as it stands before a post: `U.S. Virgin Islands Governor`."""
    return name.removeprefix("the ")
