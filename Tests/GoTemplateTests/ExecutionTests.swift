import GoTemplate
import Testing

@Suite struct ExecutionTests {
    @Test(
        "what templates write",
        arguments: [
            // Text and trim markers
            ("a {{- 1 -}} b", "a1b"), ("a {{-1}} b", "a -1 b"), ("{{/* gone */}}x", "x"),
            ("a \n{{- /* gone */ -}}\n b", "ab"), ("{ {{`{{`}} }", "{ {{ }"), ("{{\n.int\n}}", "7"),
            // Values
            ("{{.text}} {{.int}} {{.float}} {{.yes}} {{.none}}", "hello 7 2.5 true <no value>"),
            ("{{.map}} {{.list}} {{.emptyMap}}", "map[a:1 b:2 c:map[d:deep]] [a 2 <nil>] map[]"),
            ("{{.object}} {{.object.X}} {{.object.Plus 4}} {{4 | .object.Plus}}", "{1 2} 1 5 5"),
            ("{{.missing}}|{{.labels.missing}}|{{.labels.k}}", "<no value>|<no value>|v"),
            ("{{(.map).c.d}} {{$.map.a}}", "deep 1"), ("{{(.missing).x.y}}", "<no value>"),
            // Literals
            ("{{1}} {{0x1F}} {{017}} {{0b11}} {{1_000}} {{'a'}} {{1.5}} {{1e3}}", "1 31 15 3 1000 97 1.5 1000"),
            (#"{{"a\tb\"\x41\u00e9"}} {{`raw\n`}}"#, "a\tb\"Aé raw\\n"), ("{{1i}} {{1.5+2i}}", "(0+1i) (1.5+2i)"),
            // Branches
            ("{{if .int}}y{{else}}n{{end}}{{if .none}}y{{end}}", "y"),
            ("{{if .no}}1{{else if .yes}}2{{else}}3{{end}}", "2"),
            ("{{with .map.c}}{{.d}}{{$.int}}{{else}}none{{end}}", "deep7"),
            ("{{with .no}}1{{else with .text}}{{.}}{{end}}", "hello"), ("{{with $x := 5}}{{$x}}{{end}}", "5"),
            // Loops
            ("{{range .numbers}}{{.}},{{end}}", "3,1,2,"),
            ("{{range $i, $e := .list}}{{$i}}={{$e}} {{end}}", "0=a 1=2 2=<no value> "),
            ("{{range $k, $v := .map}}{{$k}}{{end}}", "abc"), ("{{range .emptyList}}x{{else}}none{{end}}", "none"),
            ("{{range .missing}}x{{else}}none{{end}}", "none"),
            ("{{range 3}}{{.}}{{end}}{{range 0}}x{{else}}-{{end}}", "012-"),
            ("{{range .numbers}}{{if eq . 1}}{{break}}{{end}}{{.}}{{end}}", "3"),
            ("{{range .numbers}}{{if eq . 1}}{{continue}}{{end}}{{.}}{{end}}", "32"),
            ("{{$last := 0}}{{range $last = .numbers}}{{end}}{{$last}}", "2"),
            // Variables
            ("{{$x := 1}}{{if true}}{{$x = 2}}{{$x := 3}}{{$x}}{{end}}{{$x}}", "32"),
            ("{{$x := .map}}{{$x.c.d}}", "deep"),
            // Templates
            ("{{define `a`}}[{{.}}]{{end}}{{template `a` .int}}{{template `a`}}", "[7][<no value>]"),
            ("{{block `b` .text}}({{.}}){{end}}", "(hello)"),
            ("{{define `x`}}1{{end}}{{include `x` .}}{{include `x` .}}", "11"),
            ("{{evaluate `{{define \"y\"}}{{.}}{{end}}{{include \"y\" .int}}` .}}", "7"),
            // Pipelines
            ("{{.text | upper | printf `%s-%d` 1}}", "%!s(int=1)-%!d(string=HELLO)"), ("{{\"x\" | print 1 2}}", "1 2x"),
            ("{{scale 2 1.5}}", "3"), ("{{half 4 | half}}", "1"),
            // Built-in functions
            ("{{and 1 0 nothing}}{{or 0 `` `x`}}{{not 0}}", "0xtrue"), ("{{and nil 1}}", "<no value>"),
            ("{{if and .yes .int}}y{{end}}{{0 | or 1}}", "y1"),
            ("{{index .map `c` `d`}}{{index .list 1}}{{index `abc` 1}}", "deep298"),
            ("{{slice `abcd` 1 3}}{{slice .numbers 1}}{{len .list}}{{len `é`}}", "bc[1 2]32"),
            (
                "{{eq 1 2 1}} {{eq .none .missing}} {{ne `a` `b`}} {{lt 1 2}} {{ge 2.0 2.0}} {{le `a` `b`}}",
                "true true true true true true"
            ),
            ("{{print 1 2 `a` 3 nil}}|{{println `a` 1}}", "1 2a3 <nil>|a 1\n"),
            (
                "{{html `<a&'\"b>`}} {{js `<'\\n=`}} {{urlquery `a b/ü`}}",
                "&lt;a&amp;&#39;&#34;b&gt; \\u003C\\'\\\\n\\u003D a+b%2F%C3%BC"
            ),
        ]
    )
    func output(template: String, expected: String) {
        #expect(Sample.result(of: template) == expected)
    }

    @Test(
        "keys that a map does not have",
        arguments: [
            (TemplateOptions.MissingKey.invalid, "<no value>||<no value>"),
            (.zero, "<no value>||"),
            (.error, #"template: t:1:2: executing "t" at <.missing>: map has no entry for key "missing""#),
        ]
    )
    func missingKeys(option: TemplateOptions.MissingKey, expected: String) {
        let options = TemplateOptions(missingKey: option)
        #expect(Sample.result(of: "{{.missing}}||{{.labels.missing}}", options: options) == expected)
    }

    @Test func laterDefinitionsWinUnlessTheyAreBlank() throws {
        var templates = TemplateSet(functions: [:])
        try templates.parse("{{define `x`}}1{{end}}{{define `y`}}1{{end}}", named: "a")
        try templates.parse(
            "{{define `x`}}2{{end}}{{define `y`}} {{/**/}} {{end}}{{template `x`}}{{template `y`}}",
            named: "b"
        )
        #expect(try templates.execute("b", .null) == "21")
        #expect(templates.contains("a") && !templates.contains("z"))
    }

    @Test func definitionsOfATextAreSeenByItAlone() {
        let text = "{{evaluate `{{define \"y\"}}1{{end}}{{template \"y\"}}` .}}{{template `y`}}"
        #expect(Sample.result(of: text).hasSuffix(#"template "y" not defined"#))
    }

    @Test func aSetIsUsedByManyThreadsAtOnce() async throws {
        var templates = TemplateSet(functions: [:])
        try templates.parse("{{range $i, $e := .}}{{$e}}{{end}}", named: "t")
        let shared = templates
        let outputs = try await withThrowingTaskGroup(of: String.self) { group in
            for number in 0..<8 {
                group.addTask { try shared.execute("t", .list([.int(number), .text("x")])).text }
            }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(outputs == Set((0..<8).map { "\($0)x" }))
    }
}
