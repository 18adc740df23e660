import GoTemplate
import TestSupport
import Testing

/// A printed tree, parsed again, is the same tree.
@Suite struct RoundTripTests {
    private func printed(_ text: String) throws -> String? {
        var templates = TemplateSet(functions: Sample.functions)
        try templates.parse(ByteString(text), named: "t")
        return templates.goText(of: "t")?.text
    }

    @Test(
        "printed form",
        arguments: [
            ("a{{- /* c */ -}} {{ .x   .y }}", "a{{.x .y}}"), ("{{ $x:=1 }}{{$x  =  2}}", "{{$x := 1}}{{$x = 2}}"),
            ("{{if  .a }}1{{else  if .b}}2{{else}}3{{end}}", "{{if .a}}1{{else}}{{if .b}}2{{else}}3{{end}}{{end}}"),
            (
                "{{range $i,$e:= .l}}{{break}}{{continue}}{{else}}-{{end}}",
                "{{range $i, $e := .l}}{{break}}{{continue}}{{else}}-{{end}}"
            ),
            ("{{template `a`  .x}}{{template \"b\"}}", "{{template \"a\" .x}}{{template \"b\"}}"),
            ("{{(print  1|len).x.y}}{{ ( .a ).b }}", "{{(print 1 | len).x.y}}{{(.a).b}}"),
            (
                "{{with $v := 'x'}}{{$v.a.b}}{{nil}}{{true}}{{.}}{{$}}{{end}}",
                "{{with $v := 'x'}}{{$v.a.b}}{{nil}}{{true}}{{.}}{{$}}{{end}}"
            ),
        ]
    )
    func form(text: String, expected: String) throws {
        #expect(try printed(text) == expected)
        #expect(try printed(expected) == expected)
    }

    @Test func anyTree() throws {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<400 {
            let text = template(depth: 3, &random)
            let first = try #require(try printed(text), "\(text)")
            #expect(try printed(first) == first, "\(text)")
        }
    }

    private func template(depth: Int, _ random: inout SeededGenerator) -> String {
        (0..<Int.random(in: 1...3, using: &random)).map { _ in node(depth: depth, &random) }.joined()
    }

    private func node(depth: Int, _ random: inout SeededGenerator) -> String {
        let pipeline = pipeline(depth: depth, &random)
        guard depth > 0 else { return "text\n{{ \(pipeline) }}" }
        let body = template(depth: depth - 1, &random)
        switch Int.random(in: 0...6, using: &random) {
        case 0: return "{{if \(pipeline)}}\(body){{else}}x{{end}}"
        case 1: return "{{ with \(pipeline) }}\(body){{ end }}"
        case 2: return "{{range $k, $v := \(pipeline)}}\(body){{continue}}{{end}}"
        case 3: return "{{$x := \(pipeline)}}{{$x}}{{$x = 1}}"
        case 4: return "{{template \"n\" \(pipeline)}}"
        case 5: return "  {{- \(pipeline) -}}  "
        default: return "{{if \(pipeline)}}{{else if 1}}\(body){{end}}"
        }
    }

    private func pipeline(depth: Int, _ random: inout SeededGenerator) -> String {
        let operands = [".", "$", ".a.b", "\"s\\n\"", "`r`", "1.50", "0x1F", "'c'", "true", "$.x"]
        let operand = operands.randomElement(using: &random) ?? "."
        guard depth > 0 else { return operand }
        let inner = pipeline(depth: depth - 1, &random)
        switch Int.random(in: 0...4, using: &random) {
        case 0: return "print \(operand) (\(inner))"
        case 1: return "(\(inner)).f.g"
        case 2: return "\(inner) | printf \"%v\""
        case 3: return "eq  \(operand)   \(operand)"
        default: return operand
        }
    }
}
