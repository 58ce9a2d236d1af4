"""The items of Wikidata for posts that newspapers print most, with the names that our facts give these posts.

The numbers are those of `wikidata/wanted-positions.csv` and `xtra-positions.csv` in every-politician-scrapers/us-cabinet and
united-kingdom-cabinet (on GitHub). Other posts are asked for with `--post`.
"""

from __future__ import annotations

_UNITED_STATES = """
Q11696 President of the United States
Q11699 Vice President of the United States
Q14213 Secretary of State
Q4215834 Secretary of the Treasury
Q735015 Secretary of Defense
Q636207 Attorney General of the United States
Q2287650 Secretary of the Interior
Q1029955 Secretary of Agriculture
Q2003296 Secretary of Commerce
Q967750 Secretary of Labor
Q2305968 Secretary of Health and Human Services
Q2419581 Secretary of Housing and Urban Development
Q967737 Secretary of Transportation
Q1029968 Secretary of Energy
Q967762 Secretary of Education
Q1658460 Secretary of Veterans Affairs
Q642859 Secretary of Homeland Security
Q1591470 Secretary of the Army
Q940135 Secretary of the Navy
Q261746 Secretary of the Air Force
Q11147 Chief Justice of the United States
Q1763459 Chairman of the Joint Chiefs of Staff
Q783785 Chief of Staff of the Army
Q1414246 National Security Adviser
Q1154057 Director of National Intelligence
Q27907212 United States Trade Representative
Q2087596 Administrator of the Environmental Protection Agency
Q15623718 Administrator of the Small Business Administration
Q1785225 United States Ambassador to the United Nations
Q27907217 Chair of the Council of Economic Advisers
Q786242 White House Chief of Staff
Q19817711 Director of the Office of Science and Technology Policy
Q16300323 Director of the Office of Management and Budget
Q912994 Speaker of the House
Q2666591 Chair of the Federal Reserve
"""
_UNITED_KINGDOM = """
Q9134365 Monarch of the United Kingdom
Q14211 Prime Minister of the United Kingdom
Q1507619 Deputy Prime Minister of the United Kingdom
Q531471 Chancellor of the Exchequer
Q2484309 Home Secretary
Q1371091 Foreign Secretary
Q2747647 Defence Secretary
Q217217 Lord Chancellor
Q3477307 Justice Secretary
Q3477306 Education Secretary
Q3397406 Health Secretary
Q7444352 International Development Secretary
Q25863345 International Trade Secretary
Q3246797 Transport Secretary
Q7444357 Work and Pensions Secretary
Q1369302 Northern Ireland Secretary
Q111784 Scottish Secretary
Q1846384 Welsh Secretary
Q5096927 Chief Secretary to the Treasury
Q162754 Chancellor of the Duchy of Lancaster
Q6865995 Minister for the Cabinet Office
Q2631987 Attorney General for England and Wales
Q2636053 Leader of the House of Commons
Q2012061 Leader of the House of Lords
Q1449039 Lord Speaker
Q464103 Speaker of the House of Commons
Q2579905 Governor of the Bank of England
Q1568142 Chief of the General Staff
Q38931 Mayor of London
"""
_GOVERNORS = """
Q29514575 Alabama; Q20801644 Alaska; Q20804530 American Samoa; Q29514606 Arizona; Q1540336 Arkansas; Q887010 California; Q29514964
Colorado; Q887090 Connecticut; Q20801656 Delaware; Q20198851 Florida; Q880198 Georgia; Q20804488 Guam; Q5589655 Hawaii; Q29514674
Idaho; Q3112719 Illinois; Q16147601 Indiana; Q20801664 Iowa; Q5589668 Kansas; Q4151335 Kentucky; Q20766109 Louisiana; Q3506352
Maine; Q693032 Maryland; Q887117 Massachusetts; Q5589680 Michigan; Q5589682 Minnesota; Q878632 Mississippi; Q20801667 Missouri;
Q20801646 Montana; Q5589688 Nebraska; Q20801651 Nevada; Q5589687 New Hampshire; Q3112728 New Jersey; Q17089908 New Mexico;
Q2347975 New York; Q16202700 North Carolina; Q3773741 North Dakota; Q17989863 Ohio; Q2550683 Oklahoma; Q16149111 Oregon; Q20801659
Pennsylvania; Q456951 Puerto Rico; Q20765611 Rhode Island; Q3773752 South Carolina; Q2626318 South Dakota; Q5589724 Tennessee;
Q5589725 Texas; Q20551567 the U.S. Virgin Islands; Q887220 Utah; Q3773745 Vermont; Q878942 Virginia; Q19647220 Washington;
Q20801652 West Virginia; Q3112727 Wisconsin; Q20801647 Wyoming
"""


def _posts(lines: str, between: str, before: str = "") -> dict[str, str]:
    pairs = (line.split(None, 1) for line in lines.strip().split(between))
    return {item: before + " ".join(name.split()) for item, name in pairs}


#: The post of each item.
POSTS = {**_posts(_UNITED_STATES, "\n"), **_posts(_UNITED_KINGDOM, "\n"), **_posts(_GOVERNORS, ";", "Governor of ")}
