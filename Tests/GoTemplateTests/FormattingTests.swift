import Foundation
import GoTemplate
import TestSupport
import Testing

@Suite struct FormattingTests {
    // Values are no parameters of tests, since they can not be sent to another task.
    private static func verbs() -> [(format: String, value: Value, expected: String)] {
        [
            ("%v|%s|%q|%x|% X|%T", Value.text("hé"), "hé|hé|\"hé\"|68c3a9|68 C3 A9|string"),
            ("%5s|%-5s|%.1s|%05s|%+q|%#q", .text("hé"), "   hé|hé   |h|000hé|\"h\\u00e9\"|`hé`"),
            (
                "%d|%+d|%5d|%-5d|%05d|% d|%x|%#X|%o|%O|%b|%c|%q|%U|%#U", .int(65),
                "65|+65|   65|65   |00065| 65|41|0X41|101|0o101|1000001|A|'A'|U+0041|U+0041 'A'"
            ),
            ("%d|%.3d|%+.3d|%x|%08b", .int(-5), "-5|-005|-005|-5|-0000101"),
            (
                "%v|%g|%e|%f|%.2f|%8.1f|%08.1f|%+.0f|%E|%G", .float(1234.5),
                "1234.5|1234.5|1.234500e+03|1234.500000|1234.50|  1234.5|001234.5|+1234|1.234500E+03|1234.5"
            ),
            ("%x|%X|%.1x|%b", .float(1234.5), "0x1.34ap+10|0X1.34AP+10|0x1.3p+10|5429388417957888p-42"),
            ("%v|%#v|%+v|%t|%5t|%d", .bool(true), "true|true|true|true| true|%!d(bool=true)"),
            ("%v|%s|%d|%T", .null, "<nil>|%!s(<nil>)|%!d(<nil>)|<nil>"),
            ("%v|%+v|%#v|%d|%T", .object(Point(x: 1, y: 2)), "{1 2}|{X:1 Y:2}|plane.Point{X:1, Y:2}|{1 2}|plane.Point"),
            ("%v|%s|%x|%q|%d|%#v", .list(.bytes([104, 105])), "[104 105]|hi|6869|\"hi\"|[104 105]|[]byte{0x68, 0x69}"),
            ("%v|%q|%#v", .list(.strings(["a", "b"])), "[a b]|[\"a\" \"b\"]|[]string{\"a\", \"b\"}"),
            (
                "%v|%d|%#v", .list([.text("a"), .int(1), .nilInterface]),
                "[a 1 <nil>]|[%!d(string=a) 1 <nil>]|[]interface {}{\"a\", 1, interface {}(nil)}"
            ),
            ("%#v|%#x|%v", .unsigned(255, .uint8), "0xff|0xff|255"),
            ("%!|%z|%", .int(1), "%!!(int=1)|%!z(MISSING)|%!(NOVERB)"),
        ]
    }

    @Test func verbsAndFlags() {
        for (format, value, expected) in Self.verbs() {
            let count = format.split(separator: "|").count
            let arguments = format.contains("%!") ? [value] : Array(repeating: value, count: count)
            #expect(GoFormat.sprintf(ByteString(format), arguments).text == expected)
        }
    }

    @Test(
        "arguments",
        arguments: [
            ("%d %d", [1], "1 %!d(MISSING)"), ("%d", [1, 2], "1%!(EXTRA int=2)"), ("%[2]d %[1]d", [1, 2], "2 1"),
            ("%[3]d", [1, 2], "%!d(BADINDEX)"), ("%*d", [5, 42], "   42"), ("%-*d|", [5, 42], "42   |"),
            ("%.*d", [4, 42], "0042"), ("%[1]*[2]d", [4, 7], "   7"), ("%%|%5%", [], "%|%"),
            ("%[x]d", [1], "%!d(BADINDEX)"),
            ("%[1]d %d", [1, 2], "1 2"), ("%.[2]*[1]d", [7, 3], "007"),
        ]
    )
    func arguments(format: String, numbers: [Int], expected: String) {
        #expect(GoFormat.sprintf(ByteString(format), numbers.map(Value.int)).text == expected)
    }

    @Test(
        "floats as Go prints them",
        arguments: [
            (0, "0"), (-0.0, "-0"), (1, "1"), (100_000, "100000"), (1_000_000, "1e+06"),
            (123_456_789, "1.23456789e+08"),
            (0.0001, "0.0001"), (0.00001, "1e-05"), (1.5e300, "1.5e+300"), (.leastNonzeroMagnitude, "5e-324"),
            (.infinity, "+Inf"),
            (-.infinity, "-Inf"), (.nan, "NaN"), (0.1 + 0.2, "0.30000000000000004"), (1e21, "1e+21"), (2.5, "2.5"),
        ] as [(Double, String)]
    )
    func floats(value: Double, expected: String) {
        #expect(GoFormat.value(.float(value)).text == expected)
    }

    @Test func anyFloatIsPrintedAsTheSystemPrintsIt() {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<1_500 {
            let value = Double(bitPattern: random.next())
            guard value.isFinite else { continue }
            #expect(Double(GoFormat.float(value).text) == value)
            let precision = Int.random(in: 0...25, using: &random)
            for verb in ["e", "f", "g", "E", "G"] {
                let expected = String(format: "%.\(precision)\(verb)", value)
                let actual = GoFormat.sprintf(ByteString("%.\(precision)\(verb)"), [.float(value)]).text
                #expect(actual == expected)
            }
        }
    }

    @Test func halvesAreRoundedToEven() {
        #expect(
            GoFormat.sprintf(
                "%.0f %.0f %.0f %.1f %.2e",
                [.float(0.5), .float(1.5), .float(2.5), .float(0.25), .float(1.125)]
            ) == "0 2 2 0.2 1.12e+00"
        )
        #expect(GoFormat.sprintf("%.1x %.0x", [.float(1.03125), .float(1.96875)]) == "0x1.0p+00 0x1p+01")
        #expect(
            GoFormat.sprintf("%#g %#.3g %#.0f %#e", [.float(1), .float(100), .float(3), .float(1)])
                == "1.00000 100. 3. 1.000000e+00"
        )
    }

    @Test func quoting() {
        let text = ByteString(Array("a\"\\\u{7}\n\u{1}\u{7f}é\u{feff}\u{1F600}".utf8) + [0xFF])
        #expect(GoFormat.quote(text).text == #""a\"\\\a\n\x01\x7fé\ufeff😀\xff""#)
        #expect(GoFormat.sprintf("%+q", [.text("é😀")]) == #""\u00e9\U0001f600""#)
    }

    @Test func sprintSpacesStandBetweenOperandsThatAreNoStrings() {
        #expect(GoFormat.sprint([.int(1), .int(2), .text("a"), .int(3), .null, .bool(true)]) == "1 2a3 <nil> true")
        #expect(GoFormat.println([.text("a"), .int(1)]) == "a 1\n")
    }
}
