import GoTemplate
import TestSupport
import Testing

/// Templates that were made to do harm end, with a typed error or with their output.
@Suite struct HostileTests {
    private func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

    @Test(arguments: [100, 1_000, 9_000]) func deepNestingRuns(depth: Int) {
        let parentheses = "{{" + repeated("(", depth) + "1" + repeated(")", depth) + "}}"
        #expect(Sample.result(of: parentheses) == "1")
        let branches = repeated("{{if 1}}", depth) + "x" + repeated("{{end}}", depth)
        #expect(Sample.result(of: branches) == "x")
        let otherwise = "{{if 0}}" + repeated("{{else if 0}}", depth) + "{{else}}y{{end}}"
        #expect(Sample.result(of: otherwise) == "y")
    }

    @Test(arguments: ["(", "{{if 1}}", "{{range .}}", "{{block `b` .}}", "{{with 1}}{{else with 0}}"])
    func deeperNestingIsRefused(opening: String) throws {
        let text = (opening == "(" ? "{{" : "") + repeated(opening, 20_000)
        let error = try #require(Sample.fault(of: text))
        #expect(error.kind == .limit)
        #expect(error.message == "max expression depth exceeded")
    }

    @Test(arguments: [
        "{{", "{{(", "{{if", "{{`", "{{\"\\", "{{'", "{{/*", "{{1.", "{{$x :", "{{define `a`}}", "{{.x |", "{{- ",
    ])
    func unfinishedTextsAreFaults(text: String) throws {
        let error = try #require(Sample.fault(of: repeated("ok\n", 3) + text))
        #expect(error.kind == .parse)
        #expect(error.frames.first?.line == 4)
    }

    @Test(arguments: [
        "{{define `a`}}{{template `a`}}{{end}}{{template `a`}}",
        "{{define `a`}}{{template `b`}}{{end}}{{define `b`}}{{if true}}{{template `a`}}{{end}}{{end}}{{template `a`}}",
        "{{define `a`}}{{include `a` .}}{{end}}{{include `a` .}}",
        "{{define `a`}}{{print (include `a` .) | print}}{{end}}{{include `a` .}}",
        "{{define `a`}}{{evaluate `{{include \"a\" .}}` .}}{{end}}{{include `a` .}}",
    ])
    func endlessRecursionEnds(text: String) throws {
        let options = TemplateOptions(limits: RenderLimits(depth: 2_000))
        let error = try #require(Sample.fault(of: text, options: options))
        #expect(error.message == "exceeded maximum template depth (100000)")
    }

    @Test func stepsAreCounted() throws {
        let options = TemplateOptions(limits: RenderLimits(steps: 10_000))
        for text in ["{{range 9223372036854775807}}{{end}}", "{{range 100000}}{{range 100000}}{{end}}{{end}}"] {
            let error = try #require(Sample.fault(of: text, options: options))
            #expect(error.kind == .limit)
            #expect(error.message.text.contains("10000 steps"))
        }
    }

    @Test func outputIsBounded() throws {
        let options = TemplateOptions(limits: RenderLimits(outputBytes: 1_000))
        let doubling = "{{define `a`}}{{.}}{{.}}{{end}}{{$x := `12345678`}}{{range 40}}{{$x = include `a` $x}}{{end}}"
        let error = try #require(Sample.fault(of: doubling, options: options))
        #expect(error.kind == .limit)
        #expect(error.message.text.contains("1000 bytes"))
    }

    @Test func widthsOfAnySizeAreHarmless() {
        #expect(Sample.result(of: "{{printf `%99999999999999999999d` 1}}").hasPrefix("%!(NOVERB)"))
        #expect(Sample.result(of: "{{len (printf `%999999d` 1)}}") == "999999")
        #expect(Sample.result(of: "{{len (printf `%.999999f` 1.5)}}") == "1000001")
        let many = "{{len (printf `" + repeated("%999999[1]d", 200) + "` 1)}}"
        #expect(Sample.result(of: many).hasSuffix("the text is too long"))
        #expect(Sample.result(of: "{{printf `%*d` -9223372036854775808 1}}") == "%!(BADWIDTH)1")
    }

    @Test func aMapThatHoldsItselfIsPrintedToAnEnd() {
        let map = MapValue()
        map["a"] = .map(map)
        let text = Sample.result(of: "{{.}}", .map(map))
        #expect(text.hasPrefix("map[a:map[a:map[a:") && text.contains("..."))
    }

    @Test func numbersOfAnySizeAreHarmless() {
        for text in ["1" + repeated("0", 5_000), "0x" + repeated("f", 5_000), "1e999999999", repeated("9", 400) + ".0"]
        {
            #expect(Sample.result(of: "{{\(text)}}").hasPrefix("template: t:1: "))
        }
        #expect(Sample.result(of: "{{1e-999999999}}") == "0")
        #expect(Sample.result(of: "{{'\\U7fffffff'}}") == "template: t:1: invalid syntax")
    }

    @Test func anyBytesAreATemplateOrAFault() {
        var random = SeededGenerator(seed: 7)
        let pieces = [
            "{{", "}}", "{{-", "-}}", " ", "\n", "if", "range", "end", "else", "with", "define", "block", "template",
            "$x", ":=", "=",
            "|", "(", ")", ".", ".a", "\"s\"", "`r`", "'c'", "1", "1.5", "0x", "nil", "true", "print", "eq", "/*", "*/",
            ",", "break",
            "\u{FF}é", "\\", "$",
        ]
        for _ in 0..<3_000 {
            let count = Int.random(in: 1...24, using: &random)
            let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined(separator: " ")
            let framed = Bool.random(using: &random) ? "{{ \(text) }}" : text
            let options = TemplateOptions(limits: RenderLimits(steps: 5_000))
            // Both are fine; what counts is to come back.
            #expect(Sample.fault(of: framed, options: options).map { !$0.message.bytes.isEmpty } ?? true)
        }
        for _ in 0..<500 {
            let bytes = (0..<40).map { _ in UInt8.random(in: 0...255, using: &random) }
            var templates = TemplateSet(functions: [:])
            let text = ByteString(Array("{{".utf8) + bytes + Array("}}".utf8))
            #expect((try? templates.parse(text, named: "t")) == nil || templates.contains("t"))
        }
    }
}
