"""What a script from a stranger may not do: run without end, fill the memory, go too deep, reach out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lintnews.tengo import Limits, ScriptError, compile

LIMITS = Limits(seconds=0.3, memory=4 << 20, text=1 << 20, items=1 << 16)


@pytest.mark.parametrize(
    ("script", "fault"),
    [
        ("for {}", "it takes more than 0.3 s; is there a loop without an end?"),
        ("i := 0; for true { i++ }", "it takes more than 0.3 s"),
        ("f := func() { return f() }; f()", "it takes more than 0.3 s"),
        ("f := func(n) { return 1 + f(n + 1) }; f(0)", "go too deep into one another"),
        ("f := func() { f(); return 1 }; f()", "go too deep into one another"),
        ('s := "ab"; for { s += s }', "a text grows beyond"),
        ('text := import("text"); s := "ab"; for { s = text.repeat(s, 3) }', "a text grows beyond"),
        ('text := import("text"); s := text.repeat("ab", 1000000000000)', "a text grows beyond"),
        ('text := import("text"); s := text.pad_left("ab", 1000000000000)', "a text grows beyond"),
        ('text := import("text"); s := "aaaaaaaa"; for { s = text.replace(s, "a", "aaaa", -1) }', "a text grows beyond"),
        ('text := import("text"); s := "aaaaaaaa"; for { s = text.re_replace("a", s, "$0$0$0") }', "a text grows beyond"),
        ('text := import("text"); s := "aaaaaaaa"; for { s = text.join([s, s, s], s) }', "a text grows beyond"),
        ('text := import("text"); a := text.split(text.repeat("a", 1000000), "")', "a list grows beyond"),
        ('s := format("%1000000000d", 1)', "a field cannot be wider than"),
        ('s := format("%.1000000000f", 1.0)', "a field cannot be wider than"),
        ('text := import("text"); s := text.format_float(1.0, "f", 1000000000, 64)', "more than 1000 digits"),
        ("b := bytes(1000000000000)", "a text grows beyond"),
        ("a := range(0, 1000000000000)", "a list grows beyond"),
        ("a := [1]; for { a += a }", "a list grows beyond"),
        ("a := []; for { a = append(a, 1) }", "a list grows beyond"),
        ('a := []; s := "0123456789012345678901234567890123456789"; for { a = append(a, s + len(a) + s + s) }', "MB of memory"),
        ('m := {}; i := 0; s := "0123456789012345678901234567890123456789"; for { i++; m["k" + i] = s + s + s + i }', "MB of memory"),
        ("a := [1]; for { a = [a, a, copy(a)] }", "it takes more than"),
        ("a := [1]; for i := 0; i < 60; i++ { a = [a, a] }; s := string(a)", "it takes more than"),
        ("a := [1]; b := [1]; for i := 0; i < 60; i++ { a = [a, a]; b = [b, b] }; c := a == b", "it takes more than"),
        ("m := [1]; for i := 0; i < 60; i++ { m = [m, m] }", "it takes more than"),
        ("m := {}; m.m = m; s := string(m)", "too deep"),
        ("m := {}; m.m = m", "too deep"),
        ("c := func(f) { return func() { return f() } }; g := func() { return 1 }; for { g = c(g) }", "MB of memory"),
        ('text := import("text"); x := text.re_match("^(a|a)*$", text.repeat("a", 60) + "b")', "a pattern takes more than"),
        ('text := import("text"); s := text.repeat("a", 1000000); for { text.count(s, "b") }', "it takes more than 0.3 s"),
    ],
)  # fmt: skip
def test_a_script_that_takes_too_much_is_stopped(script: str, fault: str) -> None:
    with pytest.raises(ScriptError, match=fault):
        compile(script).run({}, "m", LIMITS if "0.3" in fault or "than" in fault else replace(LIMITS, seconds=20))


@pytest.mark.parametrize(
    "script",
    [
        "x := " + "(" * 5_000 + "1" + ")" * 5_000,
        "x := " + "[" * 5_000 + "]" * 5_000,
        "x := " + "-" * 5_000 + "1",
        "x := 1" + " + 1" * 5_000,
        "x := a" + ".a" * 5_000,
        "if true {" * 5_000 + "}" * 5_000,
        "x := " + "func() {" * 500 + "}" * 500,
        "if true {} " + "else if true {} " * 5_000,
        "x := 1 ? " * 5_000,
        "x := 1\n" * 200_000,
    ],
)  # fmt: skip
def test_a_script_that_is_too_deep_or_too_long_is_refused(script: str) -> None:
    with pytest.raises(ScriptError):
        compile(script)


@pytest.mark.parametrize("name", ["os", "times", "rand", "json", "hex", "base64", "enum", "sys", "builtins", "../x", "/etc/passwd", ""])
def test_no_module_but_three_can_be_imported(name: str) -> None:
    with pytest.raises(ScriptError, match="cannot be imported; a rule's script has text, fmt, math"):
        compile(f'x := import("{name}")')


@pytest.mark.parametrize("name", ["__class__", "__init__", "__globals__", "format_map", "encode", "items", "entries", "call"])
def test_nothing_of_python_can_be_reached(name: str) -> None:
    for thing in ('"a"', "'a'", "[1]", "{a: 1}", "1", "1.5", "len", "func() {}", 'bytes("a")', 'import("text")', 'import("text").split'):
        try:
            found = compile(f"x := {thing}; out := x.{name}; kind := type_name(out)").run({}, "kind")
        except ScriptError:
            continue
        assert found == "undefined"


def test_what_is_no_longer_used_does_not_count() -> None:
    program = compile('text := import("text"); s := text.repeat("a", 100000); n := 0; for i := 0; i < 2000; i++ { n += len(s[i:]) }')
    assert program.run({}, "n", Limits(seconds=20, memory=4 << 20, text=1 << 20)) == 198001000
