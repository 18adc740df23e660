import GoTemplate
import Testing

@Suite struct ErrorTests {
    @Test(
        "what is no template",
        arguments: [
            ("a\n{{", "2: unclosed action"), ("{{x}}", #"1: function "x" not defined"#),
            ("{{$x}}", #"1: undefined variable "$x""#), ("{{.x\n", "2: unclosed action started at t:1"),
            ("{{(1}}", "1: unclosed left paren"), ("{{1)}}", "1: unexpected right paren"),
            ("{{}}", "1: missing value for command"),
            ("{{if}}{{end}}", "1: missing value for if"), ("{{if 1}}", "1: unexpected EOF"),
            ("{{end}}", "1: unexpected {{end}}"),
            ("{{if 1}}{{else}}{{else}}{{end}}", "1: expected end; found {{else}}"), ("{{/* x", "1: unclosed comment"),
            ("{{/* x */ y}}", "1: comment ends before closing delimiter"),
            (#"{{"x}}"#, "1: unterminated quoted string"),
            ("{{`x}}", "1: unterminated raw quoted string"), ("{{'x}}", "1: unterminated character constant"),
            (#"{{"\q"}}"#, "1: invalid syntax"), ("{{'ab'}}", "1: malformed character constant: 'ab'"),
            ("{{1x}}", #"1: bad number syntax: "1x""#), ("{{08}}", #"1: integer overflow: "08""#),
            ("{{99999999999999999999}}", #"1: integer overflow: "99999999999999999999""#),
            ("{{1e}}", #"1: illegal number syntax: "1e""#), ("{{.x!}}", "1: bad character U+0021 '!'"),
            ("{{\u{1}}}", "1: unrecognized character in action: U+0001"), ("{{.x : 1}}", "1: expected :="),
            ("{{.x|1}}", "1: non executable command in pipeline stage 2"), ("{{1.x}}", #"1: bad number syntax: "1.x""#),
            (#"{{"a".x}}"#, #"1: unexpected . after term "\"a\"""#),
            ("{{$a, $b := 1}}", "1: too many declarations in command"),
            ("{{range $a, 1}}{{end}}", "1: range can only initialize variables"),
            ("{{break}}", "1: {{break}} outside {{range}}"),
            ("{{template x}}", "1: unexpected \"x\" in template clause"),
            ("{{define 1}}{{end}}", "1: unexpected \"1\" in define clause"),
            ("{{define `a`}}1{{end}}{{define `a`}}2{{end}}", #"1: template: multiple definition of template "a""#),
            ("{{template `a` | x}}", "1: unexpected \"|\" in template clause"),
        ]
    )
    func parsing(template: String, expected: String) {
        #expect(Sample.result(of: template) == "template: t:\(expected)")
    }

    @Test(
        "what goes wrong while a template runs",
        arguments: [
            ("{{.text.x}}", "1:7|<.text.x>: can't evaluate field x in type interface {}"),
            ("{{$x := .text}}{{$x.y}}", "1:19|<$x.y>: can't evaluate field y in type string"),
            ("a\n é{{.none.x}}", "2:10|<.none.x>: nil pointer evaluating interface {}.x"),
            ("{{.object.Z}}", "1:9|<.object.Z>: can't evaluate field Z in type interface {}"),
            ("{{.object.X 1}}", "1:9|<.object.X>: X has arguments but cannot be invoked as function"),
            ("{{.map.a 1}}", "1:6|<.map.a>: a is not a method but has arguments"),
            ("{{1 2}}", "1:2|<1>: can't give argument to non-function 1"),
            ("{{nil}}", "1:2|<nil>: nil is not a command"),
            ("{{upper 1}}", "1:8|<1>: expected string; found 1"),
            ("{{upper .int}}", "1:8|<.int>: wrong type for value; expected string; got int"),
            ("{{upper .none}}", "1:8|<.none>: wrong type for value; expected string; got interface {}"),
            ("{{.none | upper}}", "1:10|<upper>: invalid value; expected string"),
            ("{{upper nil}}", "1:8|<nil>: cannot assign nil to string"),
            ("{{upper}}", "1:2|<upper>: wrong number of args for upper: want 1 got 0"),
            ("{{scale}}", "1:2|<scale>: wrong number of args for scale: want at least 1 got 0"),
            ("{{half 3}}", "1:2|<half 3>: error calling half: 3 is odd"),
            ("{{half `x`}}", "1:7|<`x`>: expected integer; found `x`"),
            ("{{range .text}}{{end}}", "1:8|<.text>: range can't iterate over hello"),
            ("{{range $i, $x := 3}}{{end}}", "1:18|<3>: can't use 3 to iterate over more than one variable"),
            ("{{template `nope`}}", #"1:11|<{{template "nope"}}>: template "nope" not defined"#),
            ("{{index .list 9}}", "1:2|<index .list 9>: error calling index: index out of range: 9"),
            ("{{index nil 1}}", "1:2|<index nil 1>: error calling index: index of untyped nil"),
            ("{{len 3}}", "1:2|<len 3>: error calling len: len of type int"),
            ("{{eq 1 1.0}}", "1:2|<eq 1 1.0>: error calling eq: incompatible types for comparison: int and float64"),
            ("{{lt .list 1}}", "1:2|<lt .list 1>: error calling lt: invalid type for comparison"),
            (
                "{{eq .list .list}}",
                "1:2|<eq .list .list>: error calling eq: non-comparable type [a %!s(int=2) <nil>]: []interface {}"
            ),
            ("{{call .int}}", "1:2|<call .int>: error calling call: non-function .int of type int"),
            ("{{$x = 1}}", "1:7|<1>: undefined variable: $x"),
            ("{{$x := $x.y}}", "1:10|<$x.y>: undefined variable: $x"),
            ("{{18446744073709551615}}", "1:2|<18446744073709551615>: 18446744073709551615 overflows int"),
        ]
    )
    func execution(template: String, expected: String) {
        let parts = expected.split(separator: "|", maxSplits: 1)
        #expect(Sample.result(of: template) == "template: t:\(parts[0]): executing \"t\" at \(parts[1])")
    }

    @Test func framesLeadFromTheOutermostTemplateToTheFault() throws {
        let text =
            "{{define `inner`}}\n{{half 3}}{{end}}{{define `outer`}}{{include `inner` .}}{{end}}{{include `outer` .}}"
        let error = try #require(Sample.fault(of: text))
        #expect(error.frames.map(\.executing) == ["t", "outer", "inner"])
        #expect(error.frames.map(\.line) == [2, 2, 2])
        #expect(error.frames.map(\.lead.text) == ["error calling include: ", "error calling include: ", ""])
        #expect(error.frames.last?.expression == "half 3")
        #expect(error.message == "error calling half: 3 is odd")
        #expect(error.prefixed(by: "p: ").goDescription.text == "p: " + error.goDescription.text)
    }

    @Test func unknownTemplatesAreNamedWithTheSet() throws {
        let templates = TemplateSet(functions: [:], options: TemplateOptions(name: "set"))
        let error = #expect(throws: TemplateError.self) { try templates.execute("x", .null) }
        #expect(error?.goDescription == #"template: no template "x" associated with template "set""#)
    }

    @Test func aSetStaysAsItWasWhenATextIsNoTemplate() throws {
        var templates = TemplateSet(functions: [:])
        #expect(throws: TemplateError.self) { try templates.parse("{{define `a`}}1{{end}}{{", named: "t") }
        #expect(!templates.contains("a"))
    }
}
