import Testing

@Suite struct StringFunctionTests {
    @Test(arguments: [
        (#"upper "straße ﬁ ǆ""#, "STRAßE ﬁ Ǆ"),
        (#"lower "İSTANBUL ΑΣ""#, "istanbul ας".replacing("ς", with: "σ")),
        (#"title "one two-three_four 5six""#, "One Two-Three_four 5six"),
        (#"title "ǆ""#, "ǅ"),
        (#"untitle "One Two-Three""#, "one two-Three"),
        (#"swapcase "This Is A.Test""#, "tHIS iS a.tEST"),
    ])
    func changesCaseScalarByScalar(call: String, expected: String) {
        #expect(FunctionHost.answer("{{ \(call) }}") == expected)
    }

    @Test(arguments: [
        ("FirstName", "first_name"), ("HTTPServer", "http_server"), ("GO PATH", "go_path"), ("http2xx", "http_2xx"),
        ("HTTP20xOK", "http_20x_ok"), ("Duration2m3s", "duration_2m3s"), ("Bld4Floor3rd", "bld4_floor_3rd"),
        ("_foo__bar_", "_foo__bar_"), ("a1", "a1"), ("1a", "1a"), ("a.B", "a.b"), ("", ""),
    ])
    func snakeCaseCutsAtCapitalsAndNumbers(text: String, expected: String) {
        #expect(FunctionHost.answer("{{ snakecase \"\(text)\" }}") == expected)
        #expect(FunctionHost.answer("{{ kebabcase \"\(text)\" }}") == expected.replacing("_", with: "-"))
    }

    @Test(arguments: [
        ("some_words", "SomeWords"), ("_complex__case_", "_Complex_Case_"), ("no-https", "NoHttps"), ("a", "A"),
        ("__", "___"),
    ])
    func camelCaseJoinsWords(text: String, expected: String) {
        #expect(FunctionHost.answer("{{ camelcase \"\(text)\" }}") == expected)
    }

    @Test(arguments: [
        (#"trunc 3 "abcdef""#, "abc"), (#"trunc -2 "abcdef""#, "ef"), (#"trunc -9 "abc""#, "abc"),
        (#"substr 1 3 "abcdef""#, "bc"), (#"substr -1 2 "abcdef""#, "ab"), (#"substr 2 -1 "abcdef""#, "cdef"),
        (#"substr 3 1 "abcdef""#, "runtime error: slice bounds out of range [3:1]"),
        (#"substr -1 9 "abc""#, "runtime error: slice bounds out of range [:9] with length 3"),
        (#"abbrev 5 "hello world""#, "he..."), (#"abbrevboth 5 10 "1234 5678 9123""#, "...5678..."),
        (#"abbrevboth 5 10 "12345678""#, "12345678"), (#"abbrevboth 9 8 "1234567890abc""#, "...90abc"),
        (#"initials "First Try""#, "FT"), (#"nospace " a b\tc ""#, "abc"), (#"plural "one" "many" 2"#, "many"),
    ])
    func takesPartsInBytes(call: String, expected: String) {
        #expect(FunctionHost.answer("{{ \(call) }}") == expected)
    }

    @Test(arguments: [
        (#"wrap 5 "one two three""#, "one\ntwo\nthree"),
        (#"wrap 3 "longword and""#, "longword\nand"),
        (#"wrapWith 4 "|" "longword and""#, "long|word|and"),
        (#"indent 2 "a\n\nb""#, "  a\n  \n  b"),
        (#"nindent 1 "a""#, "\n a"),
        (#"trimAll "$-" "-$5.00$""#, "5.00"),
        (#"trimSuffix "-" "a--""#, "a-"),
        (#"replace "" "-" "ab""#, "-a-b-"),
        (#"quote "a\"b" nil 1 1.5"#, #""a\"b" "1" "1.5""#),
        (#"squote "it's" nil true"#, "'it's' 'true'"),
        (#"cat "a" nil 1 (list 1 "x")"#, "a 1 [1 x]"),
    ])
    func laysOutText(call: String, expected: String) {
        #expect(FunctionHost.answer("{{ \(call) }}") == expected)
    }
}
