import Testing

/// Calls that would take all memory or never end.
@Suite struct HostileFunctionTests {
    @Test(arguments: [
        #"repeat 99999999999 "abc""#, #"indent 9223372036854775807 "a""#, "until 9223372036854775807",
        "untilStep -9223372036854775808 9223372036854775807 1", "seq 1 99999999999", "randAlphaNum 99999999999",
        "randBytes 9223372036854775807",
    ])
    func hugeResultsAreRefused(call: String) {
        #expect(FunctionHost.answer("{{ \(call) }}").contains("over the limit"))
    }

    @Test(arguments: ["deepCopy $a", "deepEqual $a $b", "mergeOverwrite $a $b"])
    func valuesThatHoldThemselvesEnd(call: String) {
        let template = """
            {{ $a := dict }}{{ $_ := set $a "x" (dict "x" $a) }}{{ $b := dict }}{{ $_ := set $b "x" (dict "x" $b) -}}
            {{ $_ := \(call) }}
            """
        #expect(FunctionHost.answer(template).contains("holds itself"))
    }

    @Test func sharedValuesDoNotMultiply() {
        let template = """
            {{ $a := list 1 1 }}{{ range until 40 }}{{ $a = list $a $a }}{{ end }}{{ $_ := deepCopy $a }}
            """
        #expect(FunctionHost.answer(template).contains("over the limit"))
    }

    @Test func longSumsOfDecimalsEnd() {
        let template = "{{ $x := 1.5 }}{{ mulf \(String(repeating: "1.123456789012345 ", count: 2_000)) }}"
        #expect(FunctionHost.answer(template).contains("more than 10000 digits"))
    }
}
