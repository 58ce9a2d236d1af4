"""The language as Tengo's own interpreter has it: each value here was compared with what that one gives."""

from __future__ import annotations

from typing import Any

import pytest

from lintnews.tengo import ScriptError, compile


def value(script: str) -> Any:
    """What the variable `out` holds when a script is done."""
    lines = script if "out" in script else f"out := {script}"
    return compile(f'text := import("text"); fmt := import("fmt"); math := import("math")\n{lines}').run({}, "out")


def shown(expression: str) -> str:
    """A value as the language shows it, with its type."""
    return str(value(f'v := {expression}; out := type_name(v) + " " + [v]'))


@pytest.mark.parametrize(
    ("expression", "result"),
    [
        ("1 + 2 * 3 - 4 / 3 % 2", "int [6]"),
        ("-7 / 2", "int [-3]"),
        ("-7 % 3", "int [-1]"),
        ("9223372036854775807 + 1", "int [-9223372036854775808]"),
        ("9223372036854775807 * 2", "int [-2]"),
        ("1 << 63", "int [-9223372036854775808]"),
        ("1 << 64", "int [0]"),
        ("-1 >> 70", "int [-1]"),
        ("5 &^ 3 | 8 ^ 1", "int [13]"),
        ("^5", "int [-6]"),
        ("0x1F + 0b101 + 0o17 + 017 + 1_000", "int [1066]"),
        ("1.5 + 2", "float [3.5]"),
        ("1.0 / 0", "float [+Inf]"),
        ("0.0 / 0", "float [NaN]"),
        ("1e21", "float [1000000000000000000000]"),
        ("1e-7", "float [0.0000001]"),
        ("'a' + 1", "char [b]"),
        ("'a' < 98", "bool [true]"),
        (r"'\n'", "char [\n]"),
        ('"a" + 1 + 1.5 + \'b\' + true + undefined', 'string ["a11.5btrue<undefined>"]'),
        ('"a" + [1, "b", \'c\', undefined]', 'string ["a[1, \\"b\\", c, <undefined>]"]'),
        ('"a" + error("x")', 'string ["aerror: \\"x\\""]'),
        ('"a" + len', 'string ["a<builtin-function>"]'),
        ('"é" < "z"', "bool [false]"),
        ("[1] + [2]", "array [[1, 2]]"),
        ("1 == 1.0", "bool [false]"),
        ('[1, [2, "x"]] == immutable([1, [2, "x"]])', "bool [true]"),
        ("{a: 1} == {a: 1}", "bool [true]"),
        ("len == len", "bool [false]"),
        ('0 || "x"', 'string ["x"]'),
        ("1 && 2 < 3 == true", "bool [true]"),
        ("!0.0", "bool [false]"),
        ('!error("x")', "bool [true]"),
        ('"" ? 1 : 2', "int [2]"),
        (r'"\x41\u00e9\101\t"', r'string ["AéA\t"]'),
        (r'"\xc3" + "\xa9"', 'string ["é"]'),
        (r'"\xff"', r'string ["\xff"]'),
        ('len("é")', "int [2]"),
        ('"éa"[1]', "char [a]"),
        ('"éa"[0:2]', 'string ["é"]'),
        ('"abc"[-5:10]', 'string ["abc"]'),
        ('"abc"[7]', "undefined [<undefined>]"),
        ("[1, 2, 3][1:]", "array [[2, 3]]"),
        ("{a: 1}.b.c.d", "undefined [<undefined>]"),
        ('{"1": 2}[1]', "int [2]"),
        ('error({code: 5}).value.code', "int [5]"),
        ('bytes("abc")[1]', "int [98]"),
        ("type_name(immutable({}))", 'string ["immutable-map"]'),
        ("type_name(text.split)", 'string ["user-function:split"]'),
    ],
)  # fmt: skip
def test_an_expression_has_the_value_that_tengo_gives_it(expression: str, result: str) -> None:
    assert shown(expression) == result


@pytest.mark.parametrize(
    ("script", "result"),
    [
        ("a := [1, 2]; b := append(a, 3); b[0] = 9; out := [len(a), a[0], b]", [2, 1, [9, 2, 3]]),
        ("out := []; a := [1, 2]; for x in a { a = append(a, x); out = append(out, x) }", [1, 2]),
        ("out := []; a := [1, 2, 3]; for x in a { a[2] = 9; out = append(out, x) }", [1, 2, 9]),
        ("x := [1]; y := x; y[0] = 9; out := x", [9]),
        ("x := {a: [1]}; y := copy(x); y.a[0] = 9; out := x", {"a": [1]}),
        ("a := [1, 2, 3]; b := splice(a, 1, 1, 7, 8); out := [a, b]", [[1, 7, 8, 3], [2]]),
        ("m := {}; m.a = 1; m.b = {}; m.b.c = 2; delete(m, \"a\"); out := m", {"b": {"c": 2}}),
        ("x := 5; x += 2; x *= 3; x <<= 1; x &^= 2; x--; out := x", 39),
        ("m := {n: [1]}; m.n[0] += 4; m.n[0]++; out := m.n", [6]),
        ("x := 1; if x := 5; x > 9 { out := x } else if x > 4 { x = 7 }; out := x", 1),
        ("out := 0; for i := 0; i < 10; i++ { if i == 3 { continue }; if i == 6 { break }; out += i }", 12),
        ("out := 0; for out < 5 { out++ }", 5),
        ("out := 0; for { out++; if out > 5 { break } }", 6),
        ("out := []; for i, c in \"éa\" { out = append(out, i, c) }", [0, "é", 1, "a"]),
        ("out := []; for k, v in {a: 1} { out = append(out, k, v) }", ["a", 1]),
        ("out := []; for b in bytes(\"ab\") { out = append(out, b) }", [97, 98]),
        ("out := []; for x in undefined { out = append(out, x) }", []),
        ("out := []; for i in range(5, 0, 2) { out = append(out, i) }", [5, 3, 1]),
        ("f := func(n) { return n < 2 ? n : f(n-1) + f(n-2) }; out := f(12)", 144),
        ("f := func(n, a) { if n == 0 { return a }; return f(n-1, a+n) }; out := f(5000, 0)", 12502500),
        ("f := func(a, ...b) { return [a, b] }; out := [f(1), f([1, 2, 3]...)]", [[1, []], [1, [2, 3]]]),
        ("f := func() { c := 0; return func() { c += 1; return c } }; g := f(); g(); h := f(); out := [g(), h()]", [2, 1]),
        ("r := []; func() { for i in [1, 2] { r = append(r, func() { return i }) } }(); out := [r[0](), r[1]()]", [1, 2]),
        ("r := []; for i := 0; i < 2; i++ { r = append(r, func() { return i }) }; out := [r[0](), r[1]()]", [2, 2]),
        ("f := func() { g := func(n) { if n == 0 { return 0 }; return n + g(n-1) }; return g(10) }; out := f()", 55),
        ("f := func(a) { return func() { return func() { a += 1; return a } } }; g := f(1)(); g(); out := g()", 3),
        ("f := func(x) { x = 5; return func() { x += 1; return x } }; out := f(1)()", 6),
        ("f := func() { for { for { break }; return 7 } }; out := f()", 7),
        ("f := func() {}; out := f()", None),
        ("x := 1; f := func() { x = 2; x := 3; x = 4; return x }; y := f(); out := [x, y]", [2, 4]),
        ("out := [1,\n2\n]", [1, 2]),
        ("out := {a: 1,\nb: 2\n}.b", 2),
        ("/* more\nlines */ x := 1 /* in */ ; out := x // end", 1),
        ("out := `raw \\n \"x\"\ntwo`", 'raw \\n "x"\ntwo'),
        ("fmt.println(1); fmt.printf(\"%d\", 1); out := fmt.sprintf(\"%s-%d\", \"a\", 1)", "a-1"),
        ("s := \"\"; for w in text.split(\"the fox\", \" \") { s += text.to_upper(w[:1]) + w[1:] + \" \" }; out := s", "The Fox "),
    ],
)  # fmt: skip
def test_a_script_does_what_tengo_does(script: str, result: object) -> None:
    assert value(script) == result


@pytest.mark.parametrize(
    ("script", "fault"),
    [
        ("out := x + 1", "line 2 of the script: `x` is not known here"),
        ("out := le(1)", "did you mean `len`?"),
        ("out := 1\nout := 2", "line 3 of the script: `out` is declared twice"),
        ("y = 1; out := 1", "`y` is not known here"),
        ("len = 1; out := 1", "`len` is built in"),
        ("out, b := 1, 2", "only one value can be assigned at a time"),
        ("out := [1,\n2,\n]", "line 4 of the script: expected another item after the comma"),
        ("x := {a: 1}; x.a := 2; out := 1", "`:=` needs the name of a variable"),
        ("f() = 2; out := 1", "can only be given to a variable"),
        ("out := 1 +", "expected an expression, found the end of the script"),
        ("out := (1", "expected `)`, found the end of the line"),
        ("if true { out := 1 }\nelse { out := 2 }", "expected an expression, found `else`"),
        ("if x = 1 { out := 1 }", "expected a condition, found an assignment"),
        ("if { out := 1 }", "expected a condition"),
        ("for i, j { out := 1 }", "expected `in`"),
        ("for 5 in [1] { out := 1 }", "expected the name of a variable before `in`"),
        ("break\nout := 1", "`break` outside a loop"),
        ("f := func() { continue }; out := 1", "`continue` outside a loop"),
        ("for { break out }", "a label"),
        ("return 1\nout := 1", "`return` outside a function"),
        ("export 1\nout := 1", "`export` is for modules"),
        ('out := import("os")', "line 2 of the script: the module `os` cannot be imported; a rule's script has text, fmt, math"),
        ('out := import("./other")', "the module `./other` cannot be imported"),
        ("out := import(5)", "expected the name of a module"),
        ('out := "unfinished', "the text that begins with \" has no end"),
        ("out := 'a", "the character that begins with ' has no end"),
        ("out := 1 /* no end", "the remark that begins with /* has no end"),
        ("out := 1 @ 2", "`@` has no meaning here"),
        (r'out := "\q"', r"`\q` stands for no character"),
        ("out := 'ab'", "'ab' is not one character"),
        ("out := 08", "`08` is no whole number"),
        ("out := 99999999999999999999", "is too large"),
        ("out := {5: 1}", "expected a key"),
        (r'out := text.re_match("(?<=a)b", "ab")', "the look-around `(?<=` is not in Go's patterns"),
        (r'out := text.re_find("(a", "ab")', "a bracket ( is not closed"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_with_its_line(script: str, fault: str) -> None:
    with pytest.raises(ScriptError) as caught:
        value(script)
    assert fault in str(caught.value)


@pytest.mark.parametrize(
    ("script", "fault"),
    [
        ("x := 1\nout := x / 0", "line 3 of the script: a whole number is divided by zero"),
        ("out := 1 + \"a\"", "invalid operation: int + string"),
        ("out := true + 1", "invalid operation: bool + int"),
        ("out := -\"a\"", "invalid operation: -string"),
        ("out := ^1.5", "invalid operation: ^float"),
        ("out := \"abc\"[2:1]", "invalid slice index: 2 > 1"),
        ("out := \"abc\"[1.5]", "invalid index type: float"),
        ("out := \"abc\"[\"a\":]", "invalid slice index type: string"),
        ("out := 5[0]", "not indexable: int"),
        ("out := 5[0:1]", "not indexable: int"),
        ("out := {a: 1}[undefined]", "invalid index type: undefined"),
        ("out := error(1).code", "an error has nothing but its `value`"),
        ("a := [1]; a[1] = 2; out := a", "index out of bounds"),
        ("a := [1]; a.x = 2; out := a", "invalid index type: string"),
        ("a := immutable([1]); a[0] = 2; out := a", "not index-assignable: immutable-array"),
        ("s := \"abc\"; s[0] = 'b'; out := s", "not index-assignable: string"),
        ("out := 5()", "not callable: int"),
        ("f := func(a) {}; out := f()", "wrong number of arguments: want=1, got=0"),
        ("f := func(a, ...b) {}; out := f()", "wrong number of arguments: want>=1, got=0"),
        ("f := func(a) {}; a := 5; out := f(a...)", "not an array: int"),
        ("out := []; for x in 5 { out = append(out, x) }", "not iterable: int"),
        ("out := len(5)", "must be array/string/bytes/map, not int"),
        ("out := append(5, 1)", "must be an array, not int"),
        ("out := append([1])", "wrong number of arguments in call to `append`"),
        ("out := splice(5)", "must be an array, not int"),
        ("out := splice([1], \"a\")", "counts in whole numbers"),
        ("out := splice([1], 5)", "index out of bounds"),
        ("out := delete(immutable({a: 1}), \"a\")", "must be a map, not immutable-map"),
        ("out := range(0, 5, 0)", "range step must be greater than 0"),
        ("out := text.split(undefined, \"a\")", "the first argument in call to `text.split` must be a text, not undefined"),
        ("out := text.repeat(\"a\", \"b\")", "the second argument in call to `text.repeat` must be a whole number, not string"),
        ("out := text.to_lower()", "wrong number of arguments in call to `text.to_lower`"),
        ("out := text.join([undefined], \"-\")", "must be a text, not undefined"),
        ("p := \"(\"; out := text.re_match(p, \"a\")", "bad pattern `(`"),
        ("out := text.parse_int(\"x\", 10, 64)", "`text.parse_int` cannot read \"x\""),
        ("out := text.parse_float(\"x\", 64)", "`text.parse_float` cannot read"),
        ("out := text.parse_bool(\"x\")", "`text.parse_bool` cannot read"),
        ("out := math.sin(\"x\")", "must be a number, not string"),
        ("out := fmt.sprintf(5)", "a format must be a string"),
        ("f := func() { return [1][\"a\"] }\nout := f()", "line 2 of the script: invalid index type: string"),
    ],
)  # fmt: skip
def test_what_fails_says_why_and_where(script: str, fault: str) -> None:
    with pytest.raises(ScriptError) as caught:
        value(script)
    assert fault in str(caught.value)


def test_a_program_can_be_run_again_and_begins_anew() -> None:
    program = compile("n := n0; n += 1; out := n", ("n0",))
    assert [program.run({"n0": start}, "out") for start in (1, 5)] == [2, 6]


def test_a_variable_that_is_handed_in_cannot_be_declared_again() -> None:
    with pytest.raises(ScriptError, match="`scope` is declared twice"):
        compile("scope := 1", ("scope",))
