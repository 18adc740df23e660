import Testing

@testable import HelmChart

@Suite struct NumberFunctionTests {
    @Test(arguments: [
        (#"int "0x1F""#, "31"), (#"int "010""#, "8"), (#"int "08""#, "0"), (#"int "1.0""#, "1"), (#"int "1.9""#, "0"),
        (#"int "1_000""#, "1000"), ("int 1e30", "-9223372036854775808"), (#"float64 "1e3""#, "1000"),
        (#"float64 "-inf""#, "-Inf"), (#"float64 "1e999""#, "0"), (#"atoi "010""#, "10"),
        (#"atoi "99999999999999999999""#, "9223372036854775807"), (#"toDecimal "777""#, "511"),
        (#"toDecimal "8""#, "0"),
    ])
    func conversions(call: String, expected: String) {
        #expect(FunctionHost.answer("{{ \(call) }}") == expected)
    }

    @Test(arguments: [
        ("add 1 \"2\" 3.9", "6"), ("div -7 2", "-3"), ("mod -7 2", "-1"),
        ("div 1 0", "runtime error: integer divide by zero"),
        ("div -9223372036854775808 -1", "-9223372036854775808"), ("max 1 3 2", "3"), ("min \"a\" 1", "0"),
        ("addf 0.1 0.2", "0.3"), ("mulf 1.1 1.1", "1.21"), ("divf 1 3", "0.3333333333333333"), ("subf 1 0.9", "0.1"),
        ("divf 2 3", "0.6666666666666667"), ("divf -2 3", "-0.6666666666666667"), ("divf 1 0", "decimal division by 0"),
        ("divf 1e-300 1e300", "0"), ("addf 1e300 1e-300", "1e+300"), ("mulf 1e200 1e200", "+Inf"),
        ("add1f 1.5", "2.5"), ("maxf 1 2.5", "2.5"), ("minf -0.5 1", "-0.5"), ("round 123.5555 3", "123.556"),
        ("round 2.45 0 0.4", "3"), ("round -1.5 0", "-2"), ("floor -1.5", "-2"), ("ceil 1.1", "2"),
        ("addf \"inf\"", "Cannot create a Decimal from +Inf"),
    ])
    func arithmetic(call: String, expected: String) {
        #expect(FunctionHost.answer("{{ \(call) }}") == expected)
    }

    @Test func floatsAreTheSameAfterDecimals() throws {
        for value in [
            0, 1, -1, 0.1, 1e22, 123_456_789.123, Double.leastNonzeroMagnitude, 1.7976931348623157e308, -2.5e-7,
        ] as [Double] {
            #expect(try DecimalNumber(value).double == value)
        }
    }
}
