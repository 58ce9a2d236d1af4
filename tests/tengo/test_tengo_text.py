"""The modules `text`, `fmt` and `math`, as Tengo's own interpreter has them: each value here was compared with what that one gives."""

from __future__ import annotations

from typing import Any

import pytest

from lintnews.tengo import compile


def value(expression: str) -> Any:
    return compile(f'text := import("text"); fmt := import("fmt"); math := import("math"); out := {expression}').run({}, "out")


def shown(expression: str) -> str:
    return str(value(f'"" + [{expression}]'))[1:-1]


def spans(expression: str) -> object:
    """What `re_find` gives, as `text@begin-end`, the groups of a match in a tuple."""
    found = value(expression)
    return found and [tuple(f"{g['text']}@{g['begin']}-{g['end']}" for g in match) for match in found]


@pytest.mark.parametrize(
    ("call", "result"),
    [
        ('"b(a)(x|y)", "bax bay"', [("bax@0-3", "a@1-2", "x@2-3")]),
        ('"b(a)", "ba ba", -1', [("ba@0-2", "a@1-2"), ("ba@3-5", "a@4-5")]),
        ('"b", "bbb", 2', [("b@0-1",), ("b@1-2",)]),
        ('"b", "bbb", 0', None),
        ('"z", "bax", -1', None),
        ('"é(.)", "aéé€x", -1', [("éé@1-5", "é@3-5")]),
        ('"", "éb", -1', [("@0-0",), ("@2-2",), ("@3-3",)]),
        ('"a*", "baac", -1', [("@0-0",), ("aa@1-3",), ("@4-4",)]),
        ('"a||b", "ab", -1', [("a@0-1",), ("@2-2",)]),
        (r'"\\bé", "é", -1', None),
        (r'"\\b", "ab é", -1', [("@0-0",), ("@2-2",)]),
        (r'"\\B", "ab", -1', [("@1-1",)]),
        (r'"\\w+", "naïve", -1', [("na@0-2",), ("ve@4-6",)]),
        (r'"\\W", "aï", -1', [("ï@1-3",)]),
        (r'"\\s+", "a \u00a0\tb", -1', [(" @1-2",), ("\t@4-5",)]),
        (r'"[\\d\\s]+", "a1 2", -1', [("1 2@1-4",)]),
        (r'"[^\\W_]+", "a_b", -1', [("a@0-1",), ("b@2-3",)]),
        ('"[[:alpha:]]+", "naïve", -1', [("na@0-2",), ("ve@4-6",)]),
        ('"[[:^alpha:]x]+", "a1x", -1', [("1x@1-3",)]),
        (r'"\\pL+\\p{Nd}", "ïa1", -1', [("ïa1@0-4",)]),
        (r'"\\PL+", "a12b", -1', [("12@1-3",)]),
        ('"(?i)É|k", "é\u212a", -1', [("é@0-2",), ("\u212a@2-5",)]),
        ('"(?i)ß", "SS", -1', None),
        ('"(?i:a)b", "AbAB", -1', [("Ab@0-2",)]),
        ('"a(?i)b", "aBAB", -1', [("aB@0-2",)]),
        ('"(?s).+", "a\\nb", -1', [("a\nb@0-3",)]),
        ('"(?m)^.$", "a\\nb", -1', [("a@0-1",), ("b@2-3",)]),
        (r'"a$|a\\z", "a\n", -1', None),
        ('"(?U)a+b+?", "aabb", -1', [("aabb@0-4",)]),
        (r'"\\Qa.b\\E+", "a.bb", -1', [("a.bb@0-4",)]),
        ('"a{,2}|b{x}", "a{,2}b{x}", -1', [("a{,2}@0-5",), ("b{x}@5-9",)]),
        ('"a{2}", "aaaa", -1', [("aa@0-2",), ("aa@2-4",)]),
        ('"[]a]+|[^]b]", "a]b", -1', [("a]@0-2",)]),
        ('"[a-c-]+", "a-d", -1', [("a-@0-2",)]),
        (r'"[a\\-c[&&~]+", "a-&[~b", -1', [("a-&[~@0-5",)]),
        (r'"\\x41\\x{42}\\103\\.", "ABC.", -1', [("ABC.@0-4",)]),
        ('"(?P<n>a)(?<m>b)", "ab", -1', [("ab@0-2", "a@0-1", "b@1-2")]),
        ('"(a|ab)(c|bcd)", "abcd", -1', [("abcd@0-4", "a@0-1", "bcd@1-4")]),
        ('"a(x)?", "a", -1', [("a@0-1", "@-1--1")]),
    ],
)  # fmt: skip
def test_a_pattern_finds_what_it_finds_in_go(call: str, result: object) -> None:
    assert spans(f"text.re_find({call})") == result


@pytest.mark.parametrize(
    "pattern",
    [*r"a** a++ *a a{1001} a{3,2} ( ) (?=a) (?!a) (?<=a)b (?<!a)b (?>a) \e \Z (a)\1 \C \ [a [a-\d] [[:nope:]]".split(),
     r"\x{110000}", r"\p{Nope}", "(?P=n)", "(?z)a"],
)  # fmt: skip
def test_a_pattern_that_is_none_in_go_is_refused(pattern: str) -> None:
    quoted = pattern.replace("\\", "\\\\")
    with pytest.raises(Exception, match="bad pattern"):
        value(f'text.re_match("{quoted}", "a")')


@pytest.mark.parametrize(
    ("expression", "result"),
    [
        ('text.re_replace("a(b)?", "abac", "<$1>")', '"<b><>c"'),
        ('text.re_replace("(\\\\w)(\\\\w)", "abcd", "${2}${1}_")', '"ba_dc_"'),
        ('text.re_replace("(\\\\w)(\\\\w)", "abcd", "$2_$1")', '"ac"'),
        ('text.re_replace("(?P<x>\\\\w)", "ab", "${x}-$$")', '"a-$b-$"'),
        ('text.re_replace("a", "bab", "$9$")', '"b$b"'),
        ('text.re_replace("x*", "abxc", "-")', '"-a-b-c-"'),
        ('text.re_split("[,;]", "a,b;c")', '["a", "b", "c"]'),
        ('text.re_split("[,;]", "a,b;c", 2)', '["a", "b;c"]'),
        ('text.re_split("[,;]", "a,b;c", 0)', "[]"),
        ('text.re_split(",", "")', '[""]'),
        ('text.re_split("", "abc")', '["a", "b", "c"]'),
        ('text.re_split("a*", "baac")', '["b", "c"]'),
        ('text.re_split(",", ",a,")', '["", "a", ""]'),
        ('text.re_compile("a(b)").match("xab")', "true"),
        ('text.re_compile("a").replace("bab", "c")', '"bcb"'),
        ('text.re_compile("a").split("bab")', '["b", "b"]'),
        ('text.re_compile("a").find("bab")[0][0].begin', "1"),
        ('text.compare("a", "b")', "-1"),
        ('text.contains_any("abc", "xc")', "true"),
        ('text.contains_any("abc", "")', "false"),
        ('text.count("é", "")', "2"),
        ('text.equal_fold("Éσk", "éς\u212a")', "true"),
        ('text.equal_fold("ß", "ss")', "false"),
        ('text.fields(" a\u00a0b\\u2003c ")', '["a", "b", "c"]'),
        ('text.index("éab", "a")', "2"),
        ('text.index_any("éab", "ba")', "2"),
        ('text.last_index("éaba", "a")', "4"),
        ('text.last_index_any("éab", "é")', "0"),
        ('text.index("abc", "z")', "-1"),
        ('text.join(["a", 1, 2.5, \'c\'], "-")', '"a-1-2.5-c"'),
        ('text.replace("aaa", "a", "b", 2)', '"bba"'),
        ('text.replace("abc", "", "-", -1)', '"-a-b-c-"'),
        ('text.replace("abc", "", "-", 2)', '"-a-bc"'),
        ('text.substr("abcdef", 1, 3)', '"bc"'),
        ('text.substr("éa", -3, 2)', '"é"'),
        ('text.split("éa", "")', '["é", "a"]'),
        ('text.split("", ",")', '[""]'),
        ('text.split("", "")', "[]"),
        ('text.split_n("a,b,c", ",", 2)', '["a", "b,c"]'),
        ('text.split_n("abc", "", 2)', '["a", "bc"]'),
        ('text.split_n("a,b", ",", 0)', "[]"),
        ('text.split_after("a,b", ",")', '["a,", "b"]'),
        ('text.split_after_n("a,b,c", ",", 2)', '["a,", "b,c"]'),
        ('text.title("hello it\'s o\'neil foo-bar x_y éa ’tis")', '"Hello It\'S O\'Neil Foo-Bar X_y Éa ’tis"'),
        ('text.to_lower("ÀB İ ẞ")', '"àb i ß"'),
        ('text.to_upper("àb ß ŉ")', '"ÀB ß ŉ"'),
        ('text.to_title("àb ǆ")', '"ÀB ǅ"'),
        ('text.pad_left("ab", 6, "xyz")', '"zxyzab"'),
        ('text.pad_right("é", 5)', '"é   "'),
        ('text.trim("xxabxx", "x")', '"ab"'),
        ('text.trim_left("  a ", " ")', '"a "'),
        ('text.trim_right("  a ", "")', '"  a "'),
        ('text.trim_prefix("abc", "ab") + text.trim_suffix("abc", "bc")', '"ca"'),
        ('text.trim_space(" \\t\u00a0a\\v")', '"a"'),
        ('text.atoi("+12")', "12"),
        ('text.atoi("x")', 'error: "strconv.Atoi: parsing \\"x\\": invalid syntax"'),
        ('text.itoa("12")', '"12"'),
        ('text.format_bool(true)', '"true"'),
        ('text.format_float(1234567.891, "e", 3, 64)', '"1.235e+06"'),
        ('text.format_float(0.1, "g", -1, 64)', '"0.1"'),
        ('text.format_int(-5, 2)', '"-101"'),
        ('text.parse_bool("T")', "true"),
        ('text.parse_float("1e3", 64)', "1000"),
        ('text.parse_int("-0x1f", 0, 64)', "-31"),
        ('text.quote("a\\"b\\né\\x00")', r'"\"a\\\"b\\né\\x00\""'),
        ('text.unquote("`a`")', '"a"'),
        ('text.unquote("x")', 'error: "invalid syntax"'),
        ('math.floor(-1.5)', "-2"),
        ('math.cbrt(27)', "3"),
        ('math.log(0)', "-Inf"),
        ('math.sqrt(-1)', "NaN"),
        ('math.pow(10, 400)', "+Inf"),
        ('math.max(1, 2.5) + math.min(1, math.maxInt8)', "3.5"),
        ('math.is_inf(math.inf(-1), -1) && math.is_nan(math.nan()) && math.signbit(-1)', "true"),
        ('math.pow10(3)', "1000"),
        ('math.dim(3, 5) + math.mod(7, 3)', "1"),
    ],
)  # fmt: skip
def test_a_function_gives_what_it_gives_in_tengo(expression: str, result: str) -> None:
    assert shown(expression) == result


@pytest.mark.parametrize(
    ("arguments", "result"),
    [
        ('"%d|%5d|%-5d|%05d|%+d|% d", 1, 2, 3, 4, 5, 6', "1|    2|3    |00004|+5| 6"),
        ('"%x|%X|%#x|%o|%O|%b|%c|%q|%U", 255, 255, 255, 8, 8, 5, 65, 65, 233', "ff|FF|0xff|10|0o10|101|A|'A'|U+00E9"),
        ('"%06d|%x|%.3d", -42, -255, 7', "-00042|-ff|007"),
        ('"%f|%.2f|%8.3f|%+08.2f|%-8.2f|", 1.5, 2.345, 3.14159, 3.14159, 3.14159', "1.500000|2.35|   3.142|+0003.14|3.14    |"),
        ('"%e|%E|%.0e", 123456.0, 0.00012, 15.0', "1.234560e+05|1.200000E-04|2e+01"),
        ('"%g|%g|%G|%.3g|%.3g", 100000.0, 1000000.0, 1e21, 1234.5678, 0.00012345', "100000|1e+06|1E+21|1.23e+03|0.000123"),
        ('"%v|%v|%v|%v|%v", 1e21, "a", \'c\', [1, "b"], undefined', '1000000000000000000000|"a"|c|[1, "b"]|<undefined>'),
        ('"%s|%10s|%-4s|%.2s|%s|%s", "a", "b", "c", "defg", \'c\', [1]', "a|         b|c   |de|c|[1]"),
        ('"%q|%#q|%x|% x|%X", "a\\"b", "x", "hi", "abc", "hi"', r'"a\"b"|`x`|6869|61 62 63|6869'),
        ('"%t|%7t|%T|%%", true, false, 1', "true|  false|int|%"),
        ('"%*d|%.*f", 5, 1, 1, 2.55', "    1|2.5"),
        ('"%[2]s %[1]s", "a", "b"', "b a"),
        ('"%d %d", 1', "1 %!d(MISSING)"),
        ('"%d", 1, 2', "1%!(EXTRA int=2)"),
        ('"%z|%d|%s", 1, "x", 5', '%!z(1=1)|%!d("x"="x")|%!s(5=5)'),
        ('"100%"', "100%"),
        ('"100%", 1', "100%!(NOVERB)%!(EXTRA int=1)"),
        ('"%6.2f|%v", math.inf(1), math.nan()', "  +Inf|NaN"),
    ],
)  # fmt: skip
def test_a_format_is_filled_as_tengo_fills_it(arguments: str, result: str) -> None:
    assert value(f"format({arguments})") == result
    assert value(f"fmt.sprintf({arguments})") == result
