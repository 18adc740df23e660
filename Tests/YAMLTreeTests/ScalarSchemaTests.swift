import Testing
import YAMLTree

/// The types of plain scalars. Where a text has the same type in both schemas, one column says so.
@Suite struct ScalarSchemaTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let text: String
        let core: ScalarSchema.Kind
        let kubernetes: ScalarSchema.Kind

        init(_ text: String, _ both: ScalarSchema.Kind) { self.init(text, both, both) }

        init(_ text: String, _ core: ScalarSchema.Kind, _ kubernetes: ScalarSchema.Kind) {
            (self.text, self.core, self.kubernetes) = (text, core, kubernetes)
        }

        var testDescription: String { text.debugDescription }
    }

    static let rows: [Row] = [
        // Null and Booleans.
        Row("", .null), Row("~", .null), Row("null", .null), Row("Null", .null), Row("NULL", .null),
        Row("nULL", .string), Row("nil", .string), Row("~~", .string),
        Row("true", .bool), Row("True", .bool), Row("TRUE", .bool), Row("tRUE", .string), Row("false", .bool),
        Row("False", .bool), Row("FALSE", .bool), Row("truely", .string),
        Row("yes", .string, .bool), Row("Yes", .string, .bool), Row("YES", .string, .bool), Row("yEs", .string),
        Row("no", .string, .bool), Row("on", .string, .bool), Row("Off", .string, .bool), Row("oFF", .string),
        Row("y", .string, .bool), Row("N", .string, .bool), Row("o", .string),
        // Decimal integers.
        Row("0", .integer), Row("-0", .integer), Row("+1", .integer), Row("12", .integer), Row("--1", .string),
        Row("-", .string), Row("+", .string), Row("1a", .string), Row("1 2", .string),
        Row("9223372036854775807", .integer), Row("9223372036854775808", .integer),
        Row("18446744073709551615", .integer), Row("18446744073709551616", .integer, .float),
        Row("+9223372036854775807", .integer), Row("+9223372036854775808", .integer, .float),
        Row("-9223372036854775808", .integer), Row("-9223372036854775809", .integer, .float),
        // Other bases, leading zeros, underscores.
        Row("0x1F", .integer), Row("0xfg", .string), Row("0x", .string), Row("0X1f", .string, .integer),
        Row("-0x1F", .string, .integer), Row("+0x1F", .string, .integer), Row("0xFFFFFFFFFFFFFFFFFF", .integer),
        Row("0o17", .integer), Row("0o18", .string), Row("0O17", .string, .integer), Row("-0o7", .string, .integer),
        Row("0b101", .string, .integer), Row("-0b1", .string, .integer), Row("0b2", .string), Row("0b", .string),
        Row("010", .integer), Row("00", .integer), Row("08", .integer, .float), Row("0777", .integer),
        Row("01777777777777777777777", .integer), Row("07777777777777777777777", .integer, .float),
        Row("1_000", .string, .integer), Row("1__0_", .string, .integer), Row("_1", .string),
        Row("-_1", .string, .integer),
        Row("0x_1", .string, .integer), Row("1_000.5", .string, .float), Row("1_e3", .string, .float),
        // Floats.
        Row("1.5", .float), Row("1.", .float), Row(".5", .float), Row("-.5", .float), Row("+.5", .float),
        Row("1e3", .float), Row("1E-3", .float), Row("1.5e+3", .float), Row("1.e3", .float), Row(".5e3", .float),
        Row("1e", .string), Row("1e+", .string), Row("e3", .string), Row(".e3", .string), Row(".", .string),
        Row("..", .string), Row("1.2.3", .string), Row("._5", .string), Row(".5_0", .string),
        Row("-._5", .string, .float),
        Row("1e400", .float, .string), Row("-1e400", .float, .string), Row("1e-400", .float), Row("1e308", .float),
        Row(".inf", .float), Row("-.Inf", .float), Row("+.INF", .float), Row(".iNF", .string), Row("inf", .string),
        Row(".nan", .float), Row(".NaN", .float), Row(".NAN", .float), Row(".Nan", .string), Row("-.nan", .string),
        // What only YAML 1.1 at large knows.
        Row("12:30:45", .string), Row("2001-01-01", .string), Row("2001-12-14t21:59:43.10-05:00", .string),
        Row("1,000", .string), Row("=", .string), Row("<<", .string),
        // Quantities, versions, addresses.
        Row("128Mi", .string), Row("100m", .string), Row("1.2.3-rc1", .string), Row("10.0.0.1", .string),
        Row("8080:80", .string), Row("0.5", .float), Row("3.10", .float), Row("１２", .string), Row("日本", .string),
    ]

    @Test(arguments: rows) func kinds(row: Row) {
        let plain = Scalar(row.text, style: .plain)
        #expect(ScalarSchema.core.kind(of: plain) == row.core)
        #expect(ScalarSchema.kubernetes.kind(of: plain) == row.kubernetes)
        for style in [Scalar.Style.singleQuoted, .doubleQuoted, .literal, .folded, .string] {
            #expect(ScalarSchema.kubernetes.kind(of: Scalar(row.text, style: style)) == .string)
        }
    }

    @Test(
        arguments: [
            ("10", 10, 10), ("-7", -7, -7), ("+7", 7, 7), ("0x1F", 31, 31), ("0o17", 15, 15), ("010", 10, 8),
            ("0b101", nil, 5),
            ("-0x10", nil, -16), ("1_000", nil, 1000), ("-_1", nil, -1), ("007", 7, 7), ("-010", -10, -8),
            ("0x_f", nil, 15),
            ("9223372036854775807", Int.max, Int.max), ("-9223372036854775808", Int.min, Int.min),
            ("9223372036854775808", nil, nil), ("0x8000000000000000", nil, nil), ("1.0", nil, nil), ("", nil, nil),
            ("web", nil, nil), ("00", 0, 0), ("-0", 0, 0),
        ] as [(String, Int?, Int?)]
    )
    func integers(text: String, core: Int?, kubernetes: Int?) {
        #expect(ScalarSchema.core.integer(text) == core)
        #expect(ScalarSchema.kubernetes.integer(text) == kubernetes)
    }

    @Test(
        arguments: [
            ("1.5", 1.5), ("1.", 1), (".5", 0.5), ("-.5", -0.5), ("1.e3", 1000), ("1E-3", 0.001), ("12", 12),
            ("0x1F", 31),
            (".inf", .infinity), ("-.INF", -.infinity), ("+.Inf", .infinity), ("9223372036854775808", 0x1p63),
            ("18446744073709551616", 0x1p64), ("0xFFFFFFFFFFFFFFFFFF", 0x1p72), ("web", nil), ("", nil), ("true", nil),
        ] as [(String, Double?)]
    )
    func doubles(text: String, expected: Double?) {
        #expect(ScalarSchema.core.double(text) == expected)
        #expect(ScalarSchema.kubernetes.double(text) == expected)
    }

    @Test func furtherDoubles() {
        #expect(ScalarSchema.core.double(".nan")?.isNaN == true)
        #expect(ScalarSchema.kubernetes.double("1_000.5") == 1000.5)
        #expect(ScalarSchema.kubernetes.double("08") == 8)
        #expect(ScalarSchema.kubernetes.double("010") == 8)
        #expect(ScalarSchema.core.double("010") == 10)
    }

    @Test func tagsDecide() {
        let schema = ScalarSchema.core
        #expect(schema.kind(of: Scalar("1", style: .plain), tag: "tag:yaml.org,2002:str") == .string)
        #expect(schema.kind(of: Scalar("1", style: .doubleQuoted), tag: "tag:yaml.org,2002:int") == .integer)
        #expect(schema.kind(of: Scalar("x", style: .plain), tag: "tag:yaml.org,2002:null") == .null)
        #expect(schema.kind(of: Scalar("1", style: .plain), tag: "!mine") == .integer)
    }

    @Test(arguments: [
        ("yes", true), ("On", true), ("Y", true), ("TRUE", true), ("no", false), ("OFF", false), ("n", false),
        ("False", false),
    ])
    func booleans(text: String, value: Bool) {
        #expect(ScalarSchema.kubernetes.bool(text) == value)
        #expect(ScalarSchema.core.bool(text) == (text.count > 3 ? value : nil))
    }
}

/// Which strings are quoted, whatever the schema, because some reader would take them for something else.
@Suite struct AmbiguityTests {
    static let ambiguous = [
        "", "~", "null", "NULL", "nUlL", "true", "TrUe", "False", "yes", "No", "on", "OFF", "oFf", "y", "N", "=", "<<",
        "0", "-1", "+1", "007", "08", "0x1F", "-0x1F", "0XFF", "0o7", "0O7", "0b1", "0B_1", "1_000", "1,000", "1,000.5",
        "1e3", "1E3", "1.5e+3", "1.", ".5", "-.5", "1e400", "._5", ".inf", "-.INF", ".NaN", "12:30", "12:30:45",
        "190:20:30.15", "1:1", "22:22", "2001-01-01", "2001-1-1", "2001-12-14t21:59:43.10-05:00",
        "2001-12-14 21:59:43.10 -5", "2001-12-15 2:59:43.10", "2001-12-14T21:59:43Z", "18446744073709551616", "1_",
    ]

    static let unambiguous = [
        "web", "nope", "yesterday", "ones", "offset", "truth", "null-ish", "~x", "==", "<<<", "1a", "0xZZ", "0b",
        "1:60x",
        "8080:80", "80:8080", "127.0.0.1:80:80", "1.2.3", "10.0.0.1", "1.5s", "10s", "128Mi", "-a", "--flag", "-v",
        "+x",
        "...x", "2001-01", "2001-01-01x", "2001-01-01-rc1", "2001-01-01 rc1", "20010-01-01", "v1", "a:b", "a#b", "é",
        "http://a/b", "x=y", "$HOME", "/bin/sh", "a, b", "a'b", "a\"b",
    ]

    @Test(arguments: ambiguous) func quoted(text: String) {
        #expect(YAMLWriter().text(.string(text)) == "\"\(text)\"\n")
        #expect(Scalar(text) != Scalar(text, style: .plain))
        // As a plain scalar it stands as it is.
        #expect(YAMLWriter().text(.plain(text)) == (text.isEmpty ? "---\n" : "\(text)\n"))
    }

    @Test(arguments: unambiguous) func unquoted(text: String) {
        #expect(YAMLWriter().text(.string(text)) == "\(text)\n")
        #expect(Scalar(text) == Scalar(text, style: .plain))
    }
}
